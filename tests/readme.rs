//! The README tells the truth: what it says that programs and the command print, they print.
//!
//! In a block marked `console`, a line after `$` is run and what follows it must come out; a line `...` stands for any
//! lines. A block whose first line is `# name.toml` or `# name.csv` is a file that the commands find. With `README=write` in the
//! environment, the outputs without `...` are written into the README instead.
#![cfg(feature = "cli")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A block of the README: the word after its fence, the first byte of its text and the first after.
struct Block {
    kind: String,
    from: usize,
    to: usize,
}

fn blocks(text: &str) -> Vec<Block> {
    let (mut blocks, mut open, mut at) = (Vec::new(), None, 0);
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        if let Some(kind) = line.strip_prefix("```") {
            open = match open.take() {
                None => Some((kind.trim().to_owned(), next)),
                Some((kind, from)) => {
                    blocks.push(Block { kind, from, to: at });
                    None
                }
            };
        }
        at = next;
    }
    blocks
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with the sample texts and the files that the README gives.
fn folder(readme: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    for texts in ["examples/articles", "examples/gallery"] {
        fs::create_dir_all(folder.join(texts)).unwrap();
        for entry in fs::read_dir(root().join(texts)).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join(texts).join(entry.file_name())).unwrap();
        }
    }
    for block in blocks(readme) {
        let text = &readme[block.from..block.to];
        if let Some(name) = text.lines().next().and_then(|line| line.strip_prefix("# "))
            && [".toml", ".csv"].iter().any(|ending| name.ends_with(ending))
        {
            fs::write(folder.join(name), text).unwrap();
        }
    }
    folder
}

/// The words of a command line, where quotes hold words together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (i, part) in line.split('"').enumerate() {
        if i % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What a command of the README prints.
fn run(line: &str, folder: &Path) -> String {
    let words = words(line);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut command = match words[..] {
        ["geopol", ..] => {
            let mut command = Command::new(env!("CARGO_BIN_EXE_geopol"));
            command.args(&words[1..]).current_dir(folder);
            command
        }
        ["cargo", "run", "--example", example] => {
            let mut command = Command::new(env!("CARGO"));
            // as this test was built, so that nothing is built twice
            command.args(["run", "--quiet", "--features", "cli", "--example", example]).current_dir(root());
            if !cfg!(debug_assertions) {
                command.arg("--release");
            }
            command
        }
        _ => panic!("{line}: not a command that can be checked; mark the block `sh`"),
    };
    let output = command.output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether the lines are those expected, where `...` stands for any.
fn matches(expected: &[&str], found: &[&str]) -> bool {
    match expected {
        [] => found.is_empty(),
        ["...", rest @ ..] => (0..=found.len()).any(|skipped| matches(rest, &found[skipped..])),
        [first, rest @ ..] => found.split_first().is_some_and(|(line, found)| line == first && matches(rest, found)),
    }
}

#[test]
fn commands_print_what_it_says() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let folder = folder(&readme);
    let write = env::var_os("README").is_some_and(|what| what == "write");
    let (mut written, mut copied, mut faults, mut count) = (String::new(), 0, String::new(), 0);
    for block in blocks(&readme).iter().filter(|block| block.kind == "console") {
        written.push_str(&readme[copied..block.from]);
        copied = block.to;
        let text = &readme[block.from..block.to];
        for part in text.split("$ ").filter(|part| !part.is_empty()) {
            let (line, expected) = part.split_once('\n').unwrap();
            let expected: Vec<&str> = expected.trim_end().lines().collect();
            written.push_str(&format!("$ {line}\n"));
            let found = run(line, &folder);
            let found: Vec<&str> = found.trim_end().lines().collect();
            let mut shown = &expected;
            if !matches(&expected, &found) {
                faults.push_str(&format!("$ {line}\n{}\n\n", found.join("\n")));
                if !expected.contains(&"...") {
                    shown = &found;
                }
            }
            count += 1;
            for line in shown {
                written.push_str(line);
                written.push('\n');
            }
        }
    }
    written.push_str(&readme[copied..]);
    assert!(count > 5, "only {count} commands were found");
    if write {
        fs::write(&path, written).unwrap();
    }
    assert!(
        faults.is_empty() || write,
        "the README says otherwise than what follows (`README=write cargo test --features cli --test readme` mends it):\n\n{faults}"
    );
}

#[test]
fn the_first_program_is_the_example() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let example = fs::read_to_string(root().join("examples/first_steps.rs")).unwrap();
    let program = example.split_once("\n\n").unwrap().1;
    assert!(readme.contains(&format!("```rust\n{program}```\n")), "the README has another program than the example");
}
