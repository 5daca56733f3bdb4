//! The tests that the embedded relation files carry.

use std::{fs, path::PathBuf};

fn relation_files() -> Vec<PathBuf> {
    let folder = fs::read_dir("patterns/relations").expect("the relation files");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("a relation file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files
}

#[test]
fn relation_files_pass_their_own_tests() {
    let mut report = String::new();
    let mut passed = 0;
    for path in relation_files() {
        let found = geopol::test_pattern_file(&path).expect("a file without faults");
        passed += found.passed;
        for failure in &found.failures {
            report.push_str(&format!("{}: {failure}", path.display()));
        }
    }
    assert!(report.is_empty(), "\n{report}");
    assert!(passed > 300, "only {passed} tests in the relation files");
}

/// A faulty file is refused with its name, the line and the reason.
#[test]
fn faulty_relation_files_are_refused() {
    let head = "[file]\nfamily = \"x\"\nabout = \"x\"\n\n";
    for (rule, expected) in [
        (
            "[[rule]]\nid = \"x.y\"\npredicate = \"hugs\"\nverbs = [\"hug\"]",
            "x.toml:6: rule \"x.y\": unknown predicate \"hugs\"",
        ),
        ("[[rule]]\nid = \"x.y\"\npredicate = \"meets\"\nverb = [\"hug\"]", "x.toml:8: unknown field `verb`"),
        ("[[rule]]\nid = \"x.y\"\npredicate = \"meets\"", "x.toml:6: rule \"x.y\": expected one list of triggers"),
        ("[[rule]]\nid = \"x.y\"\npredicate = \"condemns\"\nnouns = [\"hug\"]", "x.toml:6: rule \"x.y\": no target"),
        ("[[rule]]\nid = \"x.y\"\npredicate = \"meets\"\nverbs = [\"@set\"]", "x.toml:6: rule \"x.y\": no set \"set\""),
        (
            "[[rule]]\nid = \"x.y\"\npredicate = \"meets\"\nverbs = [\"hug\"]\nweight = 2.0",
            "x.toml:6: rule \"x.y\": weight 2",
        ),
        ("[[test]]\ntext = \"x\"\nexpect = [\"country:JPN meets\"]", "test \"x\": \"country:JPN meets\" (expected"),
    ] {
        let error = geopol::test_pattern_str("x.toml", &format!("{head}{rule}")).expect_err(rule).to_string();
        assert!(error.contains(expected), "{error}\nshould contain\n{expected}");
    }
}
