//! What the examples print.

use std::{
    env,
    path::PathBuf,
    process::{Command, Output},
    str,
    sync::Once,
};

/// Runs an example that ends well.
fn run(name: &str, arguments: &[&str]) -> Output {
    let output = try_run(name, arguments);
    assert!(output.status.success(), "{name}: {}", str::from_utf8(&output.stderr).unwrap());
    output
}

/// Runs an example. `cargo test` has built it, but `cargo test --test examples` has not.
fn try_run(name: &str, arguments: &[&str]) -> Output {
    static BUILT: Once = Once::new();
    let profile = env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned();
    BUILT.call_once(|| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--examples"]).current_dir(root());
        // as this test was built, so that nothing is built twice
        if cfg!(feature = "cli") {
            cargo.args(["--features", "cli"]);
        }
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().unwrap().success());
    });
    let path = profile.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    Command::new(&path).args(arguments).current_dir(root()).output().unwrap()
}

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

#[track_caller]
fn assert_lines(output: &Output, lines: &[&str]) {
    let text = str::from_utf8(&output.stdout).unwrap();
    for line in lines {
        assert!(text.lines().any(|found| found == *line), "no line {line:?} in:\n{text}");
    }
}

#[test]
fn relation_graph_reads_the_sample() {
    let output = run("relation_graph", &[]);
    assert_lines(&output, &["Between states and alliances:", "Joe Biden —leads→ United States  2024-09-19"]);
}

#[test]
fn relation_graph_reads_a_file() {
    let output = run("relation_graph", &["examples/articles/kremlin-aukus-japan.txt", "2024-04-10"]);
    let text = str::from_utf8(&output.stdout).unwrap();
    assert!(text.contains("kremlin-aukus-japan.txt, 2024-04-10: "), "{text}");
}

#[test]
fn custom_gazetteer_knows_the_novel() {
    assert_lines(
        &run("custom_gazetteer", &[]),
        &[
            "leader:astrid-example acts for Norway",
            "Russia condemns Northern League of Ports",
            "Astrid Example condemns Russia",
        ],
    );
}

#[test]
fn custom_pattern_passes_its_tests() {
    let lines = ["2 passed, 0 failed", "France rejects Italy by snub.ghost"];
    assert_lines(&run("custom_pattern", &[]), &lines);
}

#[test]
fn timeline_orders_by_date() {
    let output = run("timeline", &[]);
    assert_lines(
        &output,
        &[
            "2021-09-16  China condemns AUKUS",
            "2021-09-16  France condemns Australia",
            "2024-04-10  Russia condemns AUKUS",
            "  China condemns AUKUS: 2 times, 2023-03-14 to 2024-09-19",
        ],
    );
    let text = str::from_utf8(&output.stdout).unwrap();
    let dates: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).map(|line| &line[..10]).collect();
    assert!(dates.is_sorted());
}

#[test]
#[cfg(feature = "json")]
fn export_dot_is_a_graph() {
    let output = run("export_dot", &[]);
    assert_lines(&output, &["digraph relations {", "}"]);
    let text = str::from_utf8(&output.stdout).unwrap();
    assert!(text.contains(r#""country:CHN" -> "alliance:AUKUS" [label="condemns ×2""#), "{text}");
}

#[test]
#[cfg(all(feature = "svg", feature = "html"))]
fn pictures_are_drawn() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    run("pictures", &[folder.to_str().unwrap()]);
    for (file, end) in [
        ("graph.html", "</html>\n"),
        ("graph.svg", "</svg>\n"),
        ("graph.dot", "}\n"),
        ("japan.svg", "</svg>\n"),
        ("china-japan.svg", "</svg>\n"),
    ] {
        assert!(std::fs::read_to_string(folder.join(file)).unwrap().ends_with(end), "{file}");
    }
}

#[test]
#[cfg(feature = "json")]
fn corpus_reads_folders_and_lines() {
    let samples = run("corpus", &[]);
    assert!(str::from_utf8(&samples.stdout).unwrap().contains("\n  China cooperates_with Russia: "));
    let lines = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus.jsonl");
    let line = "{\"id\": \"a\", \"text\": \"China condemned AUKUS.\"}\n";
    std::fs::write(&lines, [line, "{}\n", &line.replace("condemned", "repeatedly denounced")].concat()).unwrap();
    let output = run("corpus", &[lines.to_str().unwrap(), "nowhere.jsonl"]);
    assert_lines(&output, &["2 entities in 55 bytes", "  China condemns AUKUS: 2 times"]);
    let faults = str::from_utf8(&output.stderr).unwrap();
    assert!(faults.contains("corpus.jsonl:2: no text") && faults.contains("nowhere.jsonl: "), "{faults}");
}

#[test]
fn check_tenures_tells_what_is_missing_and_why() {
    let output = run("check_tenures", &[]);
    assert_lines(
        &output,
        &[
            "not found: 4",
            "  UKG, Blair, 1990-11-28 to 1997-05-02, another time (archigos-4.1): only leader:tony-blair prime-minister of \
             country:GBR 1997-05-02 to 2007-06-27; then leader:elizabeth-ii monarch of country:GBR 1952-02-06 to 2022-09-08, \
             leader:john-major prime-minister of country:GBR 1990-11-28 to 1997-05-02",
            "  Ruritania, Angela Merkel, 2006 to 2012, no country (wikidata-2022): no such country",
            "found by a near spelling: 2",
            "  NEP, Sher Bahdur Deuba, 2001-07-26 to 2002-10-04, a slip (archigos-4.1): leader:sher-bahadur-deuba",
            "known differences: 1",
            "wikidata-2026-08-22: 1 of 1 found (100.0 %): 1 by the same name, 0 by a part, 0 by a near spelling; 0 known \
             differences",
            "all: 8 of 12 found (66.7 %): 5 by the same name, 1 by a part, 2 by a near spelling; 1 known differences",
        ],
    );
    let text = str::from_utf8(&output.stdout).unwrap();
    for reason in ["nobody (archigos-4.1): name unknown; then", "another country (wikidata-2022): of another country: "]
    {
        assert!(text.contains(reason), "no {reason:?} in:\n{text}");
    }
    assert!(!text.contains("Carter"));
}

#[test]
fn check_tenures_fails_below_the_least_share() {
    let ends_well = |least| {
        let arguments = ["examples/check_tenures/sample.csv", "1990", least];
        try_run("check_tenures", &arguments).status.success()
    };
    assert!(ends_well("60"));
    assert!(!ends_well("70"));
}
