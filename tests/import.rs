//! Files of others in the gazetteer format: what comes out, and what is told.
#![cfg(feature = "import")]

use std::{fs, path::Path};

use geopol::{Date, Gazetteer, ImportFaultKind, ImportFormat, Imported, Importer};

fn data(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)).unwrap()
}

fn import(format: ImportFormat, files: &[&str]) -> Imported {
    let mut importer = Importer::new(format);
    for file in files {
        importer.add_str(*file, data(file));
    }
    importer.import().unwrap()
}

const ALL: [(ImportFormat, &str); 6] = [
    (ImportFormat::Petrarch, "Ruritania.actors.txt"),
    (ImportFormat::Petrarch, "Ruritania.agents.txt"),
    (ImportFormat::Wikidata, "wikidata.csv"),
    (ImportFormat::Wikidata, "wikidata.json"),
    (ImportFormat::Wikidata, "wikidata.tsv"),
    (ImportFormat::Csv, "names.csv"),
];

#[test]
fn every_kind_of_file_is_imported_and_its_faults_are_told() {
    for (format, file) in ALL {
        let imported = import(format, &[file]);
        let told: String = imported.faults().iter().map(|fault| format!("# {fault}\n")).collect();
        insta::assert_snapshot!(file.replace('.', "-"), format!("{told}\n{}", imported.toml()));
    }
}

#[test]
fn what_comes_out_is_read_and_brings_nothing_a_second_time() {
    for (format, file) in ALL {
        let imported = import(format, &[file]);
        let gazetteer = Gazetteer::builder().add_str(file, imported.toml()).build().unwrap();
        let counts = gazetteer.files().last().unwrap().counts();
        assert_eq!(counts, imported.counts(), "{file}");
        let again = Importer::new(format).gazetteer(gazetteer).add_str(file, data(file)).import().unwrap();
        let total = again.counts().total();
        assert_eq!((total.entities, total.names, total.tenures), (0, 0, 0), "{file}: {}", again.toml());
    }
}

#[test]
fn offices_are_held_when_the_file_says() {
    let imported = import(ImportFormat::Petrarch, &["Ruritania.actors.txt"]);
    let gazetteer = Gazetteer::builder().add_str("r.toml", imported.toml()).build().unwrap();
    let rudolf = gazetteer.find("leader:rudolf-rassendyll").unwrap();
    let actor = |year, month, day| gazetteer.actor_of(rudolf, Date::from_ymd(year, month, day));
    let france = gazetteer.find("country:FRA");
    assert_eq!(actor(1931, 3, 31), None);
    assert_eq!(actor(1931, 4, 1), france);
    assert_eq!(actor(1931, 6, 1), france, "a gap of a day is none");
    assert_eq!(actor(1934, 12, 31), france);
    assert_eq!(actor(1935, 1, 1), None);
}

#[test]
fn a_fault_names_file_line_and_kind() {
    let imported = import(ImportFormat::Petrarch, &["Ruritania.agents.txt", "Ruritania.actors.txt"]);
    let reversed = imported.faults().iter().find(|fault| fault.kind() == ImportFaultKind::Reversed).unwrap();
    assert_eq!(reversed.position().file(), "Ruritania.actors.txt");
    let line = data("Ruritania.actors.txt").lines().position(|line| line.contains("300101-310501")).unwrap() + 1;
    assert_eq!(reversed.position().line(), Some(line));
    assert_eq!(reversed.entry(), Some("RUDOLF RASSENDYLL"));
    assert!(
        imported
            .faults()
            .is_sorted_by_key(|fault| (fault.position().file() != "Ruritania.agents.txt", fault.position().line()))
    );
}

#[test]
fn lines_that_are_no_text_are_told_and_the_others_read() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("import");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("bad.actors.txt");
    fs::write(&path, b"\xef\xbb\xbfSONS_OF_ZENDA_ [FRAREB]\n+ZEND\xc9_FRONT_\n+ZENDA_LEAGUE_\n").unwrap();
    let imported = Importer::new(ImportFormat::Petrarch).add_file(&path).import().unwrap();
    assert_eq!(imported.faults().len(), 1);
    assert_eq!(imported.faults()[0].position().line(), Some(2));
    assert!(imported.toml().contains("names = [\"Zenda League\"]"), "{}", imported.toml());
    assert!(Importer::new(ImportFormat::Csv).add_file(folder.join("none.csv")).import().is_err());
}

#[test]
fn tables_with_wrong_columns_are_refused() {
    let told = |text: &str| {
        let imported = Importer::new(ImportFormat::Csv).add_str("t.csv", text).import().unwrap();
        assert_eq!(imported.counts().total().entities, 0);
        imported.faults().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert!(told("name,alias\nX,Y\n")[0].starts_with("t.csv:1: \"alias\": layout: no such column"));
    assert!(told("kind,id\ngroup,group:x\n")[0].contains("no column `name`"));
    assert!(told("")[0].contains("no line with the names of the columns"));
    let wrong = Importer::new(ImportFormat::Wikidata).add_str("w.json", "{\n\"head\": 3}").import().unwrap();
    assert!(wrong.faults()[0].to_string().starts_with("w.json:2: layout: "), "{}", wrong.faults()[0]);
}
