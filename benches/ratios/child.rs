//! What can be measured in a fresh process only: the start, and the most memory that was resident.

use std::{env, fs, path::Path, process::Command};

use geopol::Extractor;

use super::{clock, news::News, table::Rounds};

/// What a child is asked for.
const ASKED: &str = "GEOPOL_BENCHMARK";
/// It does not depend on the date, so that any text will do.
const LINE: &str = "China condemned AUKUS on Tuesday.";
/// How much text the stream has whose memory is told.
const STREAM: usize = 4_000_000;

/// Answers if this process is a child.
pub fn answered() -> bool {
    let Ok(asked) = env::var(ASKED) else { return false };
    let start = clock::seconds();
    let extractor = match asked.as_str() {
        "files" => from_files(),
        _ => Extractor::new(),
    };
    let ready = clock::seconds() - start;
    assert_eq!(extractor.extract(LINE).relations().len(), 1);
    let first = clock::seconds() - start - ready;
    if asked == "memory" {
        stream(&extractor);
    }
    println!("{ready} {first} {}", resident().unwrap_or_default());
    true
}

/// The same names and rules, read from their files.
fn from_files() -> Extractor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("they are part of the sources");
        let files = entries.map(|entry| entry.expect("the folder can be read").path());
        let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
        files.sort();
        files
    };
    let mut builder = Extractor::builder();
    builder.without_default_gazetteer().without_default_patterns();
    for file in files(&folder.join("gazetteers")) {
        builder.gazetteer_file(file);
    }
    for file in files(&folder.join("patterns/relations")) {
        builder.pattern_file(file);
    }
    builder.build().expect("they have no fault")
}

/// Reads documents that are kept no longer than they are read.
fn stream(extractor: &Extractor) {
    let (mut length, mut relations) = (0, 0);
    for article in News::new(extractor.gazetteer(), 2) {
        relations += extractor.extract(article.document()).relations().len();
        length += article.text.len();
        if length >= STREAM {
            break;
        }
    }
    assert!(relations > 0);
}

/// The most memory that this process had, in kilobytes, where the system tells.
pub fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Milliseconds until an extractor was there, those of its first line, and kilobytes.
fn ask(for_what: &str) -> [f64; 3] {
    let this = env::current_exe().expect("the system tells it");
    let output = Command::new(this).env(ASKED, for_what).output().expect("it is this program");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).expect("numbers are ASCII");
    let mut numbers = told.split_whitespace().map(|number| number.parse::<f64>().expect("it prints numbers"));
    let mut next = || numbers.next().expect("it prints three");
    [next() * 1e3, next() * 1e3, next()]
}

/// Start-up and memory, in lines.
pub fn report(rounds: usize, of_rounds: Rounds) -> String {
    let asked = |for_what| (0..rounds).map(|_| ask(for_what)).collect::<Vec<_>>();
    let of = |answers: &[[f64; 3]], column: usize| {
        of_rounds.value(&answers.iter().map(|answer| answer[column]).collect::<Vec<_>>())
    };
    let (embedded, files) = (asked("embedded"), asked("files"));
    let met = |value: f64, goal: f64| if value <= goal { "met" } else { "short" };
    let mut lines = format!(
        "ready to extract: {:.1} ms, first line {:.1} ms more; goal 15 ms: {}\nready to extract, from files: {:.0} ms\n",
        of(&embedded, 0),
        of(&embedded, 1),
        met(of(&embedded, 0), 15.0),
        of(&files, 0),
    );
    let memory = ask("memory")[2] / 1e3;
    if memory > 0.0 {
        let start = of(&embedded, 2) / 1e3;
        lines += &format!(
            "resident at most: {start:.0} MB after one line, {memory:.0} MB after a stream of {} MB; goal 40 MB: {}\n",
            STREAM / 1_000_000,
            met(memory, 40.0)
        );
    }
    lines
}
