//! What the examples print.

use std::{
    env,
    path::PathBuf,
    process::{Command, Output},
    str,
    sync::Once,
};

/// Runs an example. `cargo test` has built it, but `cargo test --test examples` has not.
fn run(name: &str, arguments: &[&str]) -> Output {
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
    let output = Command::new(&path).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{name}: {}", str::from_utf8(&output.stderr).unwrap());
    output
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
