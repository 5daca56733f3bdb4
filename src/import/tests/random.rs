//! Whatever a file holds, the import ends, and what comes out is read.

use proptest::prelude::*;

use crate::{Gazetteer, ImportFormat, Importer};

const WORLD: &str = r#"
[[role]]
id = "official"
titles = []
relation = "represents"
single = false
scope = "any"

[[role]]
id = "president"
titles = ["president"]
relation = "leads"
single = true
scope = "country"

[[entity]]
id = "country:FRA"
name = "France"

[[entity]]
id = "country:DEU"
name = "Germany"
"#;

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "ADA_STONE_",
        "+ADA_STONE",
        "BERT",
        "ADA STONE",
        "the_FRONT",
        "[FRAGOV ",
        "[DEUREB",
        "[FRA",
        "[IGOXXX ",
        "]",
        ">900101",
        "900101-910101",
        "910101-20000101",
        "\n",
        "\n",
        "\n\t",
        "#",
        "[~GOV]",
        "(X)",
        "(",
        "_",
        "!X! = ",
        "name,kind,id,aliases,country,role,from,to\n",
        "itemLabel,positionLabel,start,end,country\n",
        "Ada Stone,",
        "Bert Stone,leader,",
        "president,",
        "1990,",
        "1991-02-03,",
        "FRA,",
        ",",
        ";",
        "\"",
        "group:x,",
        "country:FRA,",
        "{\"head\":{\"vars\":[\"itemLabel\"]},\"results\":{\"bindings\":[",
        "]}}",
        "\u{fffd}",
        "é",
        "\u{1a}",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whatever_is_imported_is_read(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let world = Gazetteer::builder().without_embedded().add_str("world.toml", WORLD).build().unwrap();
        for format in [ImportFormat::Petrarch, ImportFormat::Wikidata, ImportFormat::Csv] {
            let imported = Importer::new(format).gazetteer(world.clone()).add_str("x", text.clone()).import().unwrap();
            let read = Gazetteer::builder()
                .without_embedded()
                .add_str("world.toml", WORLD)
                .add_str("imported.toml", imported.toml())
                .check();
            prop_assert!(read.is_empty(), "{read:?}\n{}", imported.toml());
            let lines = text.lines().count().max(1);
            prop_assert!(imported.faults().iter().all(|f| f.position().line().is_some_and(|l| l <= lines + 1)));
        }
    }
}
