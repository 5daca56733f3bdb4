//! What the command says of itself: every `--help` is pinned, and has an example.
#![cfg(feature = "cli")]

use std::process::{Command, Output};

fn geopol(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_geopol"));
    command.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    command.envs(environment.iter().copied()).output().unwrap()
}

fn help(path: &[&str]) -> String {
    let output = geopol(&[path, &["--help"]].concat(), &[]);
    assert!(output.status.success() && output.stderr.is_empty(), "{path:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands of which a help tells.
fn commands(help: &str) -> Vec<String> {
    let Some((_, rest)) = help.split_once("\nCommands:\n") else { return Vec::new() };
    let names = rest.lines().take_while(|line| !line.is_empty());
    // what a name is about may go on in the next line
    let names = names.filter_map(|line| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')));
    let names = names.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// All commands, each by its path.
fn paths(path: &[&str], found: &mut Vec<String>) {
    found.push(path.join(" "));
    for name in commands(&help(path)) {
        // questions stand after the graph
        paths(&[path, &[name.as_str()]].concat(), found);
    }
}

#[test]
fn every_help_is_as_it_was() {
    let mut found = Vec::new();
    paths(&[], &mut found);
    assert!(found.len() > 20, "{found:?}");
    for path in found {
        let words: Vec<&str> = path.split_whitespace().collect();
        let help = help(&words);
        assert!(help.contains("\nExample"), "{path:?} has no example");
        assert!(help.lines().all(|line| line.chars().count() <= 100 && !line.ends_with(' ') || line.trim().is_empty()));
        let name = if path.is_empty() { "geopol".to_owned() } else { format!("geopol-{}", path.replace(' ', "-")) };
        insta::assert_snapshot!(name, help);
    }
}

#[test]
fn colours_are_for_terminals_and_not_for_all() {
    let colored = |environment: &[(&str, &str)]| {
        let help = geopol(&["--help"], environment).stdout;
        let error = geopol(&["grph"], environment).stderr;
        [help, error].map(|text| text.contains(&0x1b))
    };
    assert_eq!(colored(&[]), [false, false], "no terminal");
    assert_eq!(colored(&[("CLICOLOR_FORCE", "1")]), [true, true], "forced");
    assert_eq!(colored(&[("NO_COLOR", "1")]), [false, false]);
}

#[test]
fn errors_suggest_what_was_meant() {
    for (arguments, suggestion) in [
        (&["grph"][..], "'graph'"),
        (&["graph", "--formt", "dot"], "'--format'"),
        (&["graph", "--format", "doz"], "'dot'"),
        (&["graph", "--predicate", "condems"], "'condemns'"),
        (&["graph", "--entity", "Autralia"], "did you mean \"Australia\" (country:AUS)?"),
        (
            &["graph", "--cluster", "alliance:NAATO"],
            "did you mean \"alliance:NATO\" (North Atlantic Treaty Organization)?",
        ),
        (&["graph", "--cluster", "continent"], "expected `region`, `alliance` or an id such as `alliance:NATO`"),
        (&["query", "g.json", "edgs"], "'edges'"),
        (&["gazetteer", "lokup", "x"], "'lookup'"),
    ] {
        let output = geopol(arguments, &[]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(told.contains(suggestion), "{arguments:?}: {told}");
    }
}
