//! The command, run as a user runs it.
#![cfg(feature = "cli")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn geopol(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_geopol"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // it may end before it has read everything
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn documents(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(output: &Output) -> Vec<String> {
    documents(output).iter().map(|document| document["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn extract_writes_a_document_a_line() {
    let output = geopol(&folder("line"), &["extract"], "China condemned AUKUS on Tuesday.");
    assert_eq!((status(&output), stderr(&output)), (0, ""));
    let [document] = documents(&output).try_into().unwrap();
    assert_eq!(document["id"], "stdin");
    assert_eq!(document["date"], Value::Null);
    let relation = &document["relations"][0];
    assert_eq!(
        (&relation["source"], &relation["predicate"], &relation["target"]),
        (&"country:CHN".into(), &"condemns".into(), &"alliance:AUKUS".into())
    );
    assert_eq!(relation["trigger"]["text"], "condemned");
    assert_eq!(document["mentions"][relation["target_mention"].as_u64().unwrap() as usize]["text"], "AUKUS");
}

#[test]
fn inputs_are_read_in_order_whatever_the_jobs() {
    let folder = folder("order");
    fs::create_dir_all(folder.join("news/deep")).unwrap();
    fs::write(folder.join("news/b.txt"), "Japan met China.").unwrap();
    fs::write(folder.join("news/deep/a.txt"), "x").unwrap();
    fs::write(folder.join("news/.hidden.txt"), "x").unwrap();
    fs::write(folder.join("news/picture.png"), b"\x89PNG").unwrap();
    let lines: String =
        (0..300).map(|n| format!("{{\"id\": \"l{n:03}\", \"text\": \"China condemned AUKUS.\"}}\n")).collect();
    fs::write(folder.join("news/c.jsonl"), lines).unwrap();
    fs::write(folder.join("z.ndjson"), "{\"text\": \"y\", \"id\": 5, \"source\": {\"name\": \"wire\"}}\n\n").unwrap();
    let run = |jobs| geopol(&folder, &["extract", "z.ndjson", "news", "-", "--jobs", jobs], "from standard input");
    let (one, four) = (run("1"), run("4"));
    assert_eq!((status(&one), stderr(&one)), (0, ""));
    assert_eq!(stdout(&one), stdout(&four));
    let ids = ids(&one);
    assert_eq!(ids.len(), 304);
    assert_eq!(ids[..3], ["5", "b", "l000"]);
    assert_eq!(ids[301..], ["l299", "a", "stdin"]);
}

#[test]
fn a_bad_document_does_not_stop_the_others() {
    let folder = folder("faults");
    fs::write(folder.join("bad.txt"), b"first\nsecond \xff").unwrap();
    fs::write(folder.join("old.txt.gz"), b"\x1f\x8b").unwrap();
    fs::write(folder.join("notes.md"), "x").unwrap();
    fs::write(
        folder.join("lines.jsonl"),
        b"{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": \"b\"\n{\"id\": \"c\", \"text\": \"x\xff\"}\n{\"id\": \"d\", \"text\": \"x\", \"date\": \"2024-02-30\"}\n{\"id\": \"e\", \"text\": \"x\", \"date\": \"2016-10\"}",
    )
    .unwrap();
    let output = geopol(&folder, &["extract", "bad.txt", "old.txt.gz", "notes.md", "none.txt", "lines.jsonl"], "");
    assert_eq!(status(&output), 1);
    assert_eq!(ids(&output), ["a", "e"]);
    assert_eq!(documents(&output)[1]["date"], "2016-10");
    let faults: Vec<&str> = stderr(&output).lines().collect();
    for (fault, start) in faults.iter().zip([
        "geopol: bad.txt:2: not UTF-8",
        "geopol: old.txt.gz: ",
        "geopol: notes.md: unknown ending",
        "geopol: none.txt: ",
        "geopol: lines.jsonl:2: no document: ",
        "geopol: lines.jsonl:3: not UTF-8",
        "geopol: lines.jsonl:4: \"2024-02-30\" is no date",
    ]) {
        assert!(fault.starts_with(start), "{fault}");
    }
    assert_eq!(faults.len(), 7);
}

#[test]
fn usage_errors_are_told_apart() {
    let folder = folder("usage");
    fs::write(folder.join("mine.toml"), "[[entity]]\nid = \"country:japan\"\nname = \"Japan\"").unwrap();
    for (arguments, told) in [
        (&["extract", "--format", "xml"][..], "invalid value"),
        (&["graph", "--predicate", "likes"], "invalid value"),
        (&["extract", "--jobs", "0"], "invalid value"),
        (&["graph", "--min-confidence", "2"], "expected a number from 0 to 1"),
        (&["extract", "--gazetteer", "mine.toml"], "mine.toml:2: entity \"country:japan\""),
        (&["extract", "--patterns", "none.toml"], "none.toml"),
        (&["graph", "-o", "picture.pdf"], "picture.pdf: the ending tells no format"),
        (&["graph", "--entity", "Atlantis"], "no entity has the canonical name \"Atlantis\""),
    ] {
        let output = geopol(&folder, arguments, "x");
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains(told), "{arguments:?}: {}", stderr(&output));
        assert_eq!(stdout(&output), "");
    }
}

#[test]
fn offsets_count_as_asked() {
    let folder = folder("offsets");
    let start = |unit| {
        let output = geopol(&folder, &["extract", "--offsets", unit], "😀 ż China condemned AUKUS.");
        documents(&output)[0]["mentions"][0]["start"].as_u64().unwrap()
    };
    assert_eq!((start("byte"), start("char"), start("utf16")), (8, 4, 5));
}

#[test]
fn text_is_for_people() {
    let arguments = ["extract", "--input", "jsonl", "--date", "2024-05-12", "--format", "text"];
    let output = geopol(&folder("text"), &arguments, "{\"id\": \"a\", \"text\": \"China condemned  AUKUS.\"}");
    assert!(stdout(&output).starts_with("a, 2024-05-12: 2 mentions, 1 relation\n\n  China condemned AUKUS.\n"));
    assert!(stdout(&output).contains("    China —condemns→ AUKUS  [condemned; "));
}

#[test]
fn graph_formats_follow_the_ending() {
    let folder = folder("graph");
    fs::write(folder.join("a.txt"), "China condemned AUKUS. Japan and Australia met.").unwrap();
    fs::write(folder.join("g.json"), "old").unwrap();
    let files = ["g.dot", "g.json", "g.txt", "g.svg", "g.html", "g.cyjs", "g.graphml", "g.gexf", "g.csv"];
    for file in files {
        let output = geopol(&folder, &["graph", "a.txt", "-o", file], "");
        assert_eq!((status(&output), stdout(&output), stderr(&output)), (0, "", ""));
    }
    assert!(fs::read_to_string(folder.join("g.dot")).unwrap().contains("digraph"));
    let graph = geopol::read_graph_json(fs::File::open(folder.join("g.json")).unwrap()).unwrap();
    assert_eq!(graph.edge_count(), 2);
    let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    let mut expected = [&["a.txt"], &files[..]].concat();
    expected.sort_unstable();
    assert_eq!(left, expected, "nothing is left beside");
    for (file, part) in [
        ("g.svg", "</svg>"),
        ("g.html", "</html>"),
        ("g.cyjs", "\"elements\""),
        ("g.graphml", "</graphml>"),
        ("g.gexf", "</gexf>"),
        ("g.csv", "country:CHN,alliance:AUKUS,condemns"),
    ] {
        assert!(fs::read_to_string(folder.join(file)).unwrap().contains(part), "{file}");
    }
    let nodes = geopol(&folder, &["graph", "--format", "csv-nodes", "a.txt"], "");
    assert_eq!(stdout(&nodes).lines().count(), 5);
    let empty = geopol(&folder, &["graph", "--format", "dot"], "");
    assert!(stdout(&empty).ends_with("}\n"));
    let unwritable = geopol(&folder, &["graph", "a.txt", "-o", "nowhere/g.svg"], "");
    assert_eq!(status(&unwritable), 1);
    assert!(stderr(&unwritable).starts_with("geopol: cannot write nowhere/g.svg: "));
}

#[test]
fn graph_filters() {
    let folder = folder("filters");
    let lines = concat!(
        "{\"id\": \"1\", \"text\": \"China condemned AUKUS.\", \"date\": \"2023\"}\n",
        "{\"id\": \"2\", \"text\": \"China condemned AUKUS.\", \"date\": \"2024-05-12\"}\n",
        "{\"id\": \"3\", \"text\": \"Japan met China.\"}\n",
    );
    let edges = |more: &[&str]| {
        let arguments = [&["graph", "--input", "jsonl", "--format", "json"], more].concat();
        let output = geopol(&folder, &arguments, lines);
        assert_eq!((status(&output), stderr(&output)), (0, ""), "{more:?}");
        let graph: Value = serde_json::from_str(stdout(&output)).unwrap();
        let edge = |e: &Value| format!("{} {}", e["predicate"].as_str().unwrap(), e["count"]);
        graph["edges"].as_array().unwrap().iter().map(edge).collect::<Vec<_>>()
    };
    assert_eq!(edges(&[]), ["condemns 2", "meets 1"]);
    assert_eq!(edges(&["--min-count", "2"]), ["condemns 2"]);
    assert_eq!(edges(&["--since", "2024"]), ["condemns 1"]);
    assert_eq!(edges(&["--until", "2023-06"]), ["condemns 1"]);
    assert_eq!(edges(&["--predicate", "meets", "--class", "accuse"]), ["condemns 2", "meets 1"]);
    assert_eq!(edges(&["--entity", "japan"]), ["meets 1"]);
    assert_eq!(edges(&["--entity", "alliance:AUKUS", "--level", "actor"]), ["condemns 2"]);
    assert_eq!(edges(&["--min-confidence", "1"]), [""; 0]);
}

/// A saved graph of a few dated sentences.
fn saved(folder: &Path) {
    let lines = concat!(
        "{\"id\": \"1\", \"text\": \"China condemned AUKUS. Japan met China.\", \"date\": \"2023-03-01\"}\n",
        "{\"id\": \"2\", \"text\": \"Japan may join AUKUS. China warned Japan.\", \"date\": \"2024-05-12\"}\n",
        "{\"id\": \"3\", \"text\": \"Japan has not joined AUKUS. Japan has joined AUKUS.\", \"date\": \"2024-06-01\"}\n",
    );
    let output = geopol(folder, &["graph", "--input", "jsonl", "-o", "g.json"], lines);
    assert_eq!((status(&output), stderr(&output)), (0, ""));
}

#[test]
fn a_saved_graph_answers_questions() {
    let folder = folder("query");
    saved(&folder);
    let ask = |question: &[&str]| {
        let output = geopol(&folder, &[&["query", "g.json", "--format", "csv"], question].concat(), "");
        assert_eq!((status(&output), stderr(&output)), (0, ""), "{question:?}");
        stdout(&output).lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let accused = ask(&["edges", "--class", "accuse"]);
    assert!(accused[0].starts_with("China,condemns,AUKUS,actual,1,2023-03-01,2023-03-01,0."), "{accused:?}");
    assert_eq!(ask(&["edges", "--source", "japan", "--polarity", "negated"]).len(), 1);
    assert_eq!(ask(&["ego", "china", "--since", "2024"]).len(), 1);
    assert_eq!(
        ask(&["paths", "China", "AUKUS", "--steps", "2"]),
        ["1,China —condemns→ AUKUS", "2,\"China —warns→ ←meets— Japan —joins, not joins→ AUKUS\""]
            .map(|line| line.replace("—warns→ ←meets—", "—meets, warns→"))
    );
    assert_eq!(ask(&["actors", "--by", "received"])[0].split(',').next(), Some("AUKUS"));
    assert_eq!(ask(&["dyads"]).len(), 3);
    assert_eq!(ask(&["timeline", "China", "Japan"]).len(), 2);
    assert_eq!(ask(&["series", "--by", "year"]), ["2023,2,1,1,-0.5", "2024,3,2,1,3.33"]);
    assert_eq!(
        ask(&["changes", "--before", "2023", "--after", "2024-01..2024-06", "--entity", "China"])[0],
        "China,Japan,1,1.0,1,-6.0,-7.0"
    );
    assert_eq!(ask(&["contradictions"]).len(), 1);
    assert!(ask(&["blocs"]).iter().any(|row| row.starts_with("balanced triangles,")));
    let text = geopol(&folder, &["query", "g.json", "edges", "--class", "accuse"], "");
    let told: Vec<&str> = stdout(&text).lines().collect();
    assert_eq!(told[0], "source  predicate  target  modality  count  first       last        confidence");
    assert!(
        told[1].starts_with("China   condemns   AUKUS   actual        1  2023-03-01  2023-03-01        0."),
        "{told:?}"
    );
    let json = geopol(
        &folder,
        &["query", "-", "edges", "--class", "accuse", "--format", "jsonl"],
        &fs::read_to_string(folder.join("g.json")).unwrap(),
    );
    assert_eq!(documents(&json)[0]["target"], "AUKUS");
}

#[test]
fn questions_that_cannot_be_answered_are_told() {
    let folder = folder("query-faults");
    saved(&folder);
    fs::write(folder.join("no.json"), "{\"nodes\": 1}").unwrap();
    for (arguments, told) in [
        (
            &["query", "g.json", "ego", "Chna"][..],
            "the graph has no entity \"Chna\"; did you mean \"China\" (country:CHN)?",
        ),
        (&["query", "none.json", "edges"], "none.json: "),
        (&["query", "no.json", "edges"], "no.json: no graph: "),
        (&["query", "g.json", "changes", "--before", "2024..2023", "--after", "2024"], "2023 is before 2024"),
        (&["query", "g.json"], "Usage"),
    ] {
        let output = geopol(&folder, arguments, "");
        assert_eq!(status(&output), 2, "{arguments:?}: {}", stdout(&output));
        assert!(stderr(&output).contains(told), "{arguments:?}: {}", stderr(&output));
    }
}

#[test]
fn answers_are_graphs_and_pictures_too() {
    let folder = folder("answers");
    saved(&folder);
    for (question, file, part) in [
        (&["timeline", "China", "Japan"][..], "dyad.svg", ">China and Japan</text>"),
        (&["timeline", "China", "--title", "<China>"], "china.svg", ">&lt;China&gt;</text>"),
        (&["edges", "--class", "accuse"], "accuse.dot", "-> \"alliance:AUKUS\" [label=\"condemns\""),
        (&["edges", "--cluster", "region"], "region.dot", "label=\"Eastern Asia\""),
        (&["ego", "Japan", "--no-legend"], "japan.dot", "digraph"),
        (&["ego", "Japan", "--title", "Japan's neighbours"], "japan.html", "<title>Japan&#39;s neighbours</title>"),
        (&["ego", "Japan"], "japan.svg", "</svg>"),
        (&["edges"], "edges.graphml", "</graphml>"),
        (&["edges"], "edges.gexf", "</gexf>"),
        (&["edges"], "edges.cyjs", "\"elements\""),
        (&["edges", "--class", "accuse"], "accuse.json", "\"condemns\""),
        (&["dyads"], "dyads.csv", "one,other,forth,back"),
        (&["actors"], "actors.jsonl", "{\"name\":"),
        (&["series"], "series.txt", "date     count"),
    ] {
        let output = geopol(&folder, &[&["query", "g.json", "-o", file], question].concat(), "");
        assert_eq!((status(&output), stdout(&output), stderr(&output)), (0, "", ""), "{question:?}");
        let written = fs::read_to_string(folder.join(file)).unwrap();
        assert!(written.contains(part), "{question:?}: {written}");
    }
    // what was answered can be asked again
    let again = geopol(&folder, &["query", "accuse.json", "edges", "--format", "csv"], "");
    assert_eq!(stdout(&again).lines().count(), 2);
    for (question, told) in [
        (&["actors", "--format", "svg"][..], "the answer is a table: text, jsonl or csv"),
        (&["timeline", "China", "-o", "china.html"], "a timeline is written as text, jsonl, csv or svg"),
        (&["edges", "-o", "edges.pdf"], "edges.pdf: the ending tells no format"),
        (&["edges", "--cluster", "region", "-o", "edges.svg"], "--cluster frames nodes in dot"),
    ] {
        let output = geopol(&folder, &[&["query", "g.json"], question].concat(), "");
        assert_eq!((status(&output), stdout(&output)), (2, ""), "{question:?}");
        assert!(stderr(&output).contains(told), "{question:?}: {}", stderr(&output));
    }
    assert!(!folder.join("edges.pdf").exists() && !folder.join("edges.svg").exists());
}

#[test]
fn members_of_alliances_are_framed() {
    let folder = folder("clusters");
    let text = "NATO, Poland and Japan condemned Russia. China warned Australia.";
    let graph = |cluster: &[&str]| {
        let mut arguments = vec!["graph", "--date", "2024-05-12"];
        arguments.extend(cluster.iter().flat_map(|name| ["--cluster", *name]));
        let output = geopol(&folder, &arguments, text);
        assert_eq!((status(&output), stderr(&output)), (0, ""), "{cluster:?}");
        let frames = stdout(&output).split("subgraph").skip(1).map(|frame| {
            let frame = frame.split_once("\n  }").unwrap().0;
            ["POL", "JPN", "RUS", "CHN", "AUS"]
                .into_iter()
                .filter(|code| frame.contains(&format!("\"country:{code}\" [")))
                .collect()
        });
        frames.collect::<Vec<Vec<&str>>>()
    };
    assert_eq!(graph(&[]), Vec::<Vec<&str>>::new());
    assert_eq!(graph(&["alliance"]), [["POL"]]);
    assert_eq!(graph(&["alliance:QUAD", "alliance:BRICS"]), [["RUS", "CHN"], ["JPN", "AUS"]]);
    assert_eq!(graph(&["alliance:QUAD", "region"]), [vec!["CHN"], vec!["POL", "RUS"], vec!["JPN", "AUS"]]);
}

#[test]
fn graphviz_draws_where_it_is_asked_to() {
    let folder = folder("engine");
    let arguments = ["graph", "-o", "g.svg", "--engine", "dot", "--cluster", "region"];
    if Command::new("dot").arg("-V").output().is_ok() {
        let output = geopol(&folder, &arguments, "China condemned Japan.");
        assert_eq!((status(&output), stderr(&output)), (0, ""));
        assert!(fs::read_to_string(folder.join("g.svg")).unwrap().contains(">Eastern Asia</text>"));
    }
    fs::write(folder.join("g.svg"), "old").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_geopol"))
        .args(arguments)
        .current_dir(&folder)
        .env("PATH", "")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(status(&output), 2);
    let told = "geopol: Graphviz is not installed: there is no `dot` to run (--engine built-in needs none)\n";
    assert_eq!(stderr(&output), told);
    assert_eq!(fs::read_to_string(folder.join("g.svg")).unwrap(), "old");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside");
}

#[test]
#[cfg(target_os = "linux")]
fn graphs_that_cannot_be_written_are_told_and_leave_nothing() {
    let folder = folder("unwritable-graphs");
    saved(&folder);
    fs::write(folder.join("a.txt"), "China condemned AUKUS.").unwrap();
    for command in [&["graph", "a.txt"][..], &["query", "g.json", "edges"], &["query", "g.json", "timeline"]] {
        for format in ["svg", "text"] {
            let run = |file: &str| geopol(&folder, &[command, &["--format", format, "-o", file]].concat(), "");
            for (file, reason) in [
                ("/dev/full", "No space left on device"),
                ("a.txt/g", "Not a directory"),
                ("none/g", "No such file or directory"),
                (".", "Is a directory"),
            ] {
                let output = run(file);
                assert_eq!((status(&output), stdout(&output)), (1, ""), "{command:?} {format} {file}");
                let told = format!("geopol: cannot write {file}: {reason}");
                assert!(stderr(&output).starts_with(&told), "{command:?} {format} {file}: {}", stderr(&output));
            }
        }
    }
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_geopol"))
        .args(["query", "g.json", "edges"])
        .current_dir(&folder)
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(status(&output), 1);
    assert!(stderr(&output).starts_with("geopol: cannot write standard output: No space left on device"));
    let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["a.txt", "g.json"], "nothing is left beside");
}

#[test]
fn documents_become_events_and_pages() {
    let folder = folder("events");
    let text = "China condemned AUKUS. Japan may join AUKUS.";
    let run = |more: &[&str]| geopol(&folder, &[&["extract", "--date", "2024-05-12"], more].concat(), text);
    let table = run(&["--format", "csv"]);
    let rows: Vec<&str> = stdout(&table).lines().collect();
    assert!(rows[0].starts_with("id,date,source,target,plover,cameo,root,quad,goldstein,"));
    assert!(rows[1].starts_with("stdin-0,2024-05-12,CHN,AUKUS,ACCUSE,111,11,3,-2,condemns,affirmed,actual,"));
    assert_eq!(rows.len(), 2);
    assert_eq!(stdout(&run(&["--format", "csv", "--events", "said"])).lines().count(), 3);
    assert_eq!(documents(&run(&["--format", "plover"]))[0]["event"][0], "ACCUSE");
    let page = run(&["-o", "page.html"]);
    assert_eq!((status(&page), stdout(&page)), (0, ""));
    let page = fs::read_to_string(folder.join("page.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n") && page.contains("<article>"));
}

#[test]
fn packed_files_are_read_as_they_are() {
    let folder = folder("packed");
    let line = "{\"id\": \"x\", \"text\": \"China condemned AUKUS.\"}\n";
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(line.as_bytes()).unwrap();
    fs::write(folder.join("a.jsonl.gz"), packer.finish().unwrap()).unwrap();
    let frame =
        |text: &str| ruzstd::encoding::compress_to_vec(text.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    // two frames, and between them one to be skipped
    let skipped = [&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
    fs::write(folder.join("b.txt.zst"), [frame("Japan met "), skipped, frame("China.")].concat()).unwrap();
    fs::write(folder.join("c.txt.zst"), b"nothing of the kind").unwrap();
    let output = geopol(&folder, &["extract", "a.jsonl.gz", "b.txt.zst", "c.txt.zst"], "");
    assert_eq!((status(&output), ids(&output)), (1, vec!["x".to_owned(), "b".to_owned()]));
    assert_eq!(documents(&output)[1]["relations"][0]["predicate"], "meets");
    assert!(stderr(&output).starts_with("geopol: c.txt.zst: "), "{}", stderr(&output));
}

#[test]
fn the_manual_and_completions_are_made() {
    let folder = folder("manual");
    let pages = geopol(&folder, &["man", "pages"], "");
    assert_eq!((status(&pages), stderr(&pages)), (0, ""));
    let mut names: Vec<_> =
        fs::read_dir(folder.join("pages")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert!(names.contains(&"geopol.1".into()) && names.contains(&"geopol-query.1".into()), "{names:?}");
    for shell in ["bash", "zsh", "fish"] {
        let script = geopol(&folder, &["completions", shell], "");
        assert!(stdout(&script).contains("contradictions"), "{shell}");
    }
    for command in ["extract", "graph", "query", "explain"] {
        let help = geopol(&folder, &[command, "--help"], "");
        assert!(stdout(&help).contains("Example"), "{command}");
    }
}

#[test]
fn a_closed_pipe_ends_it_silently() {
    let folder = folder("pipe");
    let line = "{\"text\": \"China condemned AUKUS. Japan met China.\"}\n";
    fs::write(folder.join("many.jsonl"), line.repeat(2000)).unwrap();
    for jobs in ["1", "3"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_geopol"))
            .args(["extract", "many.jsonl", "--jobs", jobs])
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((status(&output), stderr(&output)), (0, ""));
    }
}

/// Lines of documents, and the run that writes what is in them into `out.jsonl`.
fn archive(folder: &Path, documents: usize) {
    let line = |n: usize| {
        let text = "China condemned AUKUS. Japan met China. ".repeat(1 + n % 5);
        format!("{{\"id\": \"d{n}\", \"date\": \"2024-05-{:02}\", \"text\": \"{text}\"}}\n", 1 + n % 28)
    };
    let mut lines: Vec<String> = (0..documents).map(line).collect();
    lines[2] = "{\"id\": 1\n".to_owned();
    fs::write(folder.join("in.jsonl"), lines.concat()).unwrap();
}

const ARCHIVE: [&str; 5] = ["extract", "in.jsonl", "-o", "out.jsonl", "--resume"];

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_killed_run_leaves_whole_lines_and_is_gone_on_with() {
    let folder = folder("killed");
    archive(&folder, 600);
    let whole = geopol(&folder, &ARCHIVE, "");
    assert_eq!((status(&whole), stderr(&whole).lines().count()), (1, 1), "{}", stderr(&whole));
    let whole = fs::read(folder.join("out.jsonl")).unwrap();
    assert_eq!(whole.split_inclusive(|&byte| byte == b'\n').count(), 599);
    for jobs in ["1", "3"] {
        fs::write(folder.join("out.jsonl"), "of an earlier run").unwrap();
        // what is not read to its end does not end
        let mut child = Command::new(env!("CARGO_BIN_EXE_geopol"))
            .args(["extract", "--input", "jsonl", "-o", "out.jsonl", "--jobs", jobs])
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(&fs::read(folder.join("in.jsonl")).unwrap()).unwrap();
        stdin.flush().unwrap();
        let part = folder.join("out.jsonl.part");
        let begin = Instant::now();
        while fs::metadata(&part).map_or(0, |part| part.len()) == 0 {
            assert!(begin.elapsed() < Duration::from_secs(120), "nothing was written");
            thread::sleep(Duration::from_millis(5));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        drop(stdin);
        assert_eq!(fs::read(folder.join("out.jsonl")).unwrap(), b"of an earlier run");
        let left = fs::read(&part).unwrap();
        assert!(left.ends_with(b"\n") && whole.starts_with(&left) && left.len() < whole.len());

        let anew = geopol(&folder, &["extract", "in.jsonl", "-o", "out.jsonl"], "");
        assert_eq!(status(&anew), 2);
        assert!(stderr(&anew).contains("out.jsonl.part is left of an interrupted run: --resume"), "{}", stderr(&anew));
        assert_eq!(fs::read(&part).unwrap(), left);

        // as if it had been killed within a line, after all
        fs::write(&part, &whole[..left.len() + 20]).unwrap();
        let resumed = geopol(&folder, &ARCHIVE, "");
        assert_eq!(status(&resumed), 1);
        let told: Vec<&str> = stderr(&resumed).lines().collect();
        assert!(told[0].starts_with("geopol: in.jsonl:3: no document: "), "{told:?}");
        let lines = left.split_inclusive(|&byte| byte == b'\n').count();
        assert_eq!(told[1], format!("geopol: goes on after {lines} documents that are written"));
        assert_eq!(fs::read(folder.join("out.jsonl")).unwrap(), whole);
        assert_eq!(names(&folder), ["in.jsonl", "out.jsonl"]);
    }
}

#[test]
fn what_is_left_of_another_run_is_not_gone_on_with() {
    let folder = folder("not-resumed");
    archive(&folder, 5);
    let resume = |left: &str| {
        fs::write(folder.join("out.jsonl.part"), left).unwrap();
        let output = geopol(&folder, &ARCHIVE, "");
        let told = stderr(&output).lines().last().unwrap_or_default().to_owned();
        (status(&output), told, fs::read_to_string(folder.join("out.jsonl.part")).ok())
    };
    let first = "{\"id\":\"d0\",\"date\":\"2024-05-01\"}\n";
    for (left, told) in [
        ("{\"id\":\"e\",\"date\":null}\n{", ":1: is of document \"e\", and the input has \"d0\" there; "),
        (&first.replace("-01", "-02"), ":1: gives document \"d0\" another date than the input; "),
        (&format!("{first}nothing\n{first}"), ":2: is no line of a document; nothing was changed"),
        (
            &format!(
                "{first}{}",
                [1, 3, 4, 5].map(|n| format!("{{\"id\":\"d{n}\",\"date\":\"2024-05-0{}\"}}\n", n + 1)).concat()
            ),
            ":5: is of document \"d5\", and the input has no more documents; ",
        ),
    ] {
        let (status, message, after) = resume(left);
        assert_eq!((status, after.as_deref()), (2, Some(left)), "{message}");
        assert!(message.starts_with(&format!("geopol: out.jsonl.part{told}")), "{message}");
    }
    // half a line alone is nothing, and a last line that is no document is half a line
    for left in ["{\"id\":", "\0\0\0\n", ""] {
        assert_eq!((resume(left).0, fs::read_to_string(folder.join("out.jsonl")).unwrap().lines().count()), (1, 4));
    }
    for (arguments, told) in [
        (&["extract", "in.jsonl", "--resume"][..], "--output"),
        (&["extract", "in.jsonl", "--resume", "-o", "-"], "cannot be gone on with"),
        (&["extract", "in.jsonl", "--resume", "-o", "out.csv"], "--resume goes on with jsonl alone"),
        (&["extract", "in.jsonl", "--resume", "-o", "out.jsonl", "--format", "plover"], "goes on with jsonl alone"),
    ] {
        let output = geopol(&folder, arguments, "");
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains(told), "{}", stderr(&output));
    }
    assert_eq!(names(&folder), ["in.jsonl", "out.jsonl"]);
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_no_file() {
    let folder = folder("unwritable");
    archive(&folder, 5);
    for path in ["nowhere/out.jsonl", "in.jsonl/out.csv", "."] {
        let output = geopol(&folder, &["extract", "in.jsonl", "-o", path], "");
        assert_eq!((status(&output), stdout(&output)), (1, ""));
        assert!(stderr(&output).starts_with(&format!("geopol: cannot write {path}: ")), "{}", stderr(&output));
    }
    assert_eq!(names(&folder), ["in.jsonl"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = folder("full");
    archive(&folder, 5);
    for command in ["extract", "graph"] {
        let output = geopol(&folder, &[command, "in.jsonl", "--format", "text", "-o", "/dev/full"], "");
        assert_eq!(status(&output), 1);
        let told = stderr(&output).lines().last().unwrap();
        assert!(told.starts_with("geopol: cannot write /dev/full: No space left on device"), "{told}");
    }
    archive(&folder, 300);
    // files of 32 or 64 KiB at most, whatever the shell counts in
    let limited = |file: &str| {
        let script = "trap '' XFSZ; ulimit -f 64; exec \"$0\" extract in.jsonl -o \"$1\"";
        let arguments = ["-c", script, env!("CARGO_BIN_EXE_geopol"), file];
        let output = Command::new("sh").args(arguments).current_dir(&folder).output().unwrap();
        assert_eq!(status(&output), 1);
        stderr(&output).lines().last().unwrap().to_owned()
    };
    let told = limited("out.csv");
    assert!(told.starts_with("geopol: cannot write out.csv: File too large"), "{told}");
    assert_eq!(names(&folder), ["in.jsonl"]);
    let told = limited("out.jsonl");
    assert!(told.starts_with("geopol: cannot write out.jsonl: File too large"), "{told}");
    assert!(told.ends_with("; --resume goes on with the documents that are in out.jsonl.part"), "{told}");
    assert_eq!(names(&folder), ["in.jsonl", "out.jsonl.part"]);
    let left = fs::read_to_string(folder.join("out.jsonl.part")).unwrap();
    assert!(left.ends_with("}\n"), "whole lines");
    assert_eq!(status(&geopol(&folder, &ARCHIVE, "")), 1);
    let resumed = fs::read_to_string(folder.join("out.jsonl")).unwrap();
    assert!(resumed.starts_with(&left));
    assert_eq!(status(&geopol(&folder, &["extract", "in.jsonl", "-o", "whole.jsonl"], "")), 1);
    assert!(resumed == fs::read_to_string(folder.join("whole.jsonl")).unwrap());
}

#[test]
fn graphs_are_the_same_whatever_the_jobs() {
    let folder = folder("graph-jobs");
    archive(&folder, 60);
    let run = |jobs| geopol(&folder, &["graph", "in.jsonl", "--format", "json", "--jobs", jobs], "");
    let one = run("1");
    assert!(stdout(&one).contains("\"condemns\""));
    for jobs in ["2", "7"] {
        assert!(stdout(&one) == stdout(&run(jobs)), "{jobs}");
    }
}

#[test]
fn explain_shows_the_reading() {
    let output = geopol(&folder("explain"), &["explain", "AUKUS was condemned", "by China."], "");
    assert!(stdout(&output).contains("China —condemns→ AUKUS"), "{}", stdout(&output));
    let piped = geopol(&folder("explain"), &["explain"], "AUKUS was condemned by China.");
    assert_eq!(stdout(&piped), stdout(&output));
}

#[test]
fn explain_tells_why_names_count_or_not() {
    let text = "Storms hit Georgia, Alabama and Chile, Ohio, said Jordan Miller in the Washington Post. Japan helped.";
    let output = geopol(&folder("explain-names"), &["explain", text], "");
    for row in [
        "  Georgia                  not country:GEO: a word of the sentence against it",
        "  Chile                    not country:CHL: town in a state",
        "  Jordan                   not country:JOR: a name stands next to it",
        "  Washington Post          nobody: decoy",
        "  Japan                    country:JPN, name: nothing else bears the name",
    ] {
        assert!(stdout(&output).lines().any(|line| line == row), "{row}\n{}", stdout(&output));
    }
}

#[test]
fn lookup_tells_who_bears_a_name_at_a_date_and_why() {
    let folder = folder("lookup");
    let at = |date: &str| {
        let output = geopol(&folder, &["gazetteer", "lookup", "--date", date, "President", "Bush"], "");
        assert_eq!(status(&output), 1, "the gazetteer has no such name");
        stdout(&output).to_owned()
    };
    assert!(
        at("1990-05-05").contains("leader:george-hw-bush for country:USA, surname: a title or a state next to it"),
        "{}",
        at("1990-05-05")
    );
    assert!(
        at("2005-05-05").contains("leader:george-w-bush for country:USA, surname: a title or a state next to it"),
        "{}",
        at("2005-05-05")
    );
    let quad = geopol(&folder, &["gazetteer", "lookup", "--date", "2024", "Coalition"], "");
    for part in ["not alliance:GLOBAL-COALITION: no cue", "in use then", "needs a cue", "for it  ISIL, "] {
        assert!(stdout(&quad).contains(part), "{part}\n{}", stdout(&quad));
    }
}

#[test]
fn the_gazetteer_can_be_asked() {
    let folder = folder("gazetteer");
    let japan = geopol(&folder, &["gazetteer", "lookup", "tokyo"], "");
    assert_eq!(status(&japan), 0);
    assert!(stdout(&japan).contains("country:JPN  Japan"), "{}", stdout(&japan));
    let nobody = geopol(&folder, &["gazetteer", "lookup", "Atlantis", "City"], "");
    assert_eq!((status(&nobody), stderr(&nobody)), (1, "geopol: no entity has the name or id \"Atlantis City\"\n"));
    let treaties = geopol(&folder, &["gazetteer", "list", "--kind", "country"], "");
    assert!(stdout(&treaties).lines().any(|line| line == "country:JPN\tJapan"));
    fs::write(folder.join("mine.toml"), "[[entity]]\nid = \"group:x\"\nname = \"\"\nnmes = []").unwrap();
    let check = geopol(&folder, &["gazetteer", "check", "mine.toml"], "");
    assert_eq!(status(&check), 1);
    assert!(stdout(&check).starts_with("mine.toml:"), "{}", stdout(&check));
}

#[test]
fn gazetteer_files_are_checked_together() {
    let folder = folder("check");
    fs::write(
        folder.join("a.toml"),
        "[[entity]]\nid = \"alliance:X\"\nname = \"X\"\nmembers = [{ who = [\"group:y\"] }]",
    )
    .unwrap();
    fs::write(folder.join("b.toml"), "[[entity]]\nid = \"group:y\"\nname = \"Y\"").unwrap();
    let both = geopol(&folder, &["gazetteer", "check", "a.toml", "b.toml"], "");
    assert_eq!((status(&both), stdout(&both), stderr(&both)), (0, "", ""));
    let alone = geopol(&folder, &["gazetteer", "check", "a.toml"], "");
    assert_eq!(status(&alone), 1);
    assert!(
        stdout(&alone).starts_with("a.toml:4: entity \"alliance:X\": `who` refers to \"group:y\""),
        "{}",
        stdout(&alone)
    );
    // a file with several faults, one with ids that are taken, and one that is not there
    fs::write(
        folder.join("c.toml"),
        "[[entity]]\nid = \"group:z\"\nname = \"Z\"\nnames = [3, \"\"]\nactor = \"country:FRA\"\n",
    )
    .unwrap();
    fs::write(folder.join("d.toml"), "[[entity]]\nid = \"country:JPN\"\nname = \"Japan\"").unwrap();
    let bad = geopol(&folder, &["gazetteer", "check", "c.toml", "d.toml", "none.toml"], "");
    assert_eq!(status(&bad), 1);
    let told: Vec<&str> = stdout(&bad).lines().collect();
    for (told, start) in told.iter().zip([
        "c.toml:4: entity \"group:z\": invalid type: integer `3`",
        "c.toml:4: entity \"group:z\": empty text in `names`",
        "c.toml:5: entity \"group:z\": field `actor` is not one of a group",
        "d.toml:2: entity \"country:JPN\": the id is taken by an embedded entry",
        "none.toml: cannot read the file: ",
    ]) {
        assert!(told.starts_with(start), "{told}");
    }
    assert_eq!(told.len(), 5);
    assert!(stderr(&bad).starts_with("geopol: 1 of the ids are in the embedded gazetteer"), "{}", stderr(&bad));
    let fresh = geopol(&folder, &["gazetteer", "check", "--no-default-gazetteers", "d.toml"], "");
    assert_eq!((status(&fresh), stdout(&fresh), stderr(&fresh)), (0, "", ""));
}

#[test]
fn the_gazetteer_is_counted() {
    let folder = folder("list");
    fs::write(
        folder.join("mine.toml"),
        "[file]\ntitle = \"Mine\"\n[[entity]]\nid = \"group:y\"\nname = \"Y\"\nnames = [\"Ypsilon\"]\n\
        [[entity]]\nid = \"country:NOR\"\nextends = true\nnames = [\"Norge\"]\n[[decoy]]\nnames = [\"Y chromosome\"]",
    )
    .unwrap();
    let run = |more: &[&str]| {
        let output = geopol(&folder, &[&["gazetteer", "list", "--gazetteer", "mine.toml"], more].concat(), "");
        assert_eq!((status(&output), stderr(&output)), (0, ""));
        stdout(&output).to_owned()
    };
    let text = run(&["--by-file"]);
    for kind in ["country", "alliance", "treaty", "leader", "institution", "group", "region", "all", "decoys", "roles"]
    {
        assert!(text.lines().any(|line| line.starts_with(&format!("{kind} "))), "{kind}\n{text}");
    }
    let mine: Vec<&str> = text.split("\nmine.toml: Mine\n").nth(1).unwrap().lines().map(str::trim_end).collect();
    assert_eq!(
        mine,
        [
            "kind          entities    names  tenures  memberships  posts",
            "country                       1",
            "group                1        2",
            "all                  1        3",
            "decoys                        1",
        ]
    );
    let json: Value = serde_json::from_str(&run(&["--by-file", "--format", "json"])).unwrap();
    let files = json["files"].as_array().unwrap();
    assert_eq!(files.last().unwrap()["kinds"]["group"]["names"], 2);
    let sum: u64 = files.iter().map(|file| file["kinds"]["leader"]["tenures"].as_u64().unwrap()).sum();
    assert_eq!(json["kinds"]["leader"]["tenures"], sum);
    assert_eq!(json["decoys"], files.iter().map(|file| file["decoys"].as_u64().unwrap()).sum::<u64>());
    assert!(
        json["kinds"]["country"]["posts"].as_u64() > Some(0)
            && json["kinds"]["alliance"]["memberships"].as_u64() > Some(0)
    );
    assert!(run(&["--kind", "group"]).ends_with("group:y\tY\n"));
    let all: Value = serde_json::from_str(&run(&["--entities", "--format", "json"])).unwrap();
    assert_eq!(all.as_array().unwrap().len() as u64, json["all"]["entities"]);
    assert_eq!(all.as_array().unwrap().last().unwrap()["id"], "group:y");
}

#[test]
fn files_of_others_are_imported() {
    let folder = folder("import");
    fs::write(
        folder.join("a.actors.txt"),
        "SONS_OF_ZENDA_ [FRAREB]\n+ZENDA_FRONT_\nADA_ZENDA_ [FRAGOV 20310101-20300101]\n",
    )
    .unwrap();
    fs::write(folder.join("b.csv"), "name,country,role,from\nBert Zenda,France,president,2077\n").unwrap();
    let import = |arguments: &[&str]| geopol(&folder, &[&["gazetteer", "import"], arguments].concat(), "");
    let faulty = import(&["--from", "petrarch", "a.actors.txt", "-o", "a.toml"]);
    assert_eq!((status(&faulty), stdout(&faulty)), (1, ""));
    let told: Vec<&str> = stderr(&faulty).lines().collect();
    assert_eq!(
        told[0],
        "a.actors.txt:3: \"ADA ZENDA\": reversed: FRAGOV is left out: \"20310101-20300101\" ends on 2030-01-01, not after 2031-01-01"
    );
    assert_eq!(told[1], "geopol: 1 new entities, 2 names, 0 tenures; told of: reversed 1");
    assert_eq!(told.len(), 2);
    let good = import(&["--from", "csv", "b.csv"]);
    assert_eq!((status(&good), stderr(&good)), (0, "geopol: 1 new entities, 2 names, 1 tenures\n"));
    fs::write(folder.join("b.toml"), stdout(&good)).unwrap();
    let check = geopol(&folder, &["gazetteer", "check", "a.toml", "b.toml"], "");
    assert_eq!((status(&check), stdout(&check)), (0, ""));
    let again = import(&["--from", "csv", "b.csv", "--gazetteer", "b.toml"]);
    assert_eq!(stderr(&again), "geopol: 0 new entities, 0 names, 0 tenures\n");
    let used = geopol(&folder, &["extract", "--gazetteer", "a.toml"], "France condemned the Zenda Front.");
    assert_eq!(documents(&used)[0]["relations"][0]["target"], "group:sons-of-zenda");
    for (arguments, reason) in [
        (&["b.csv"][..], "--from"),
        (&["--from", "xml", "b.csv"], "invalid value"),
        (&["--from", "csv", "none.csv"], "none.csv: cannot read the file"),
        (&["--from", "csv"], "FILE"),
    ] {
        let output = import(arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains(reason), "{arguments:?}: {}", stderr(&output));
    }
}

#[test]
fn rule_files_are_tested() {
    let folder = folder("patterns");
    let file = |expect: &str| {
        format!(
            "[file]\nfamily = \"snub\"\nabout = \"Snubs\"\n[[rule]]\nid = \"snub.ghost\"\npredicate = \"rejects\"\nverbs = [\"ghost\"]\n\
             [[test]]\ntext = \"Poland ghosted Hungary.\"\nexpect = [\"{expect}\"]\n"
        )
    };
    fs::write(folder.join("good.toml"), file("country:POL rejects country:HUN")).unwrap();
    fs::write(folder.join("bad.toml"), file("country:HUN rejects country:POL")).unwrap();
    let good = geopol(&folder, &["patterns", "test", "good.toml"], "");
    assert_eq!((status(&good), stdout(&good)), (0, "good.toml: 1 passed, 0 known misses, 0 failed\n"));
    let bad = geopol(&folder, &["patterns", "test", "bad.toml", "good.toml", "none.toml"], "");
    assert_eq!(status(&bad), 1);
    assert!(stdout(&bad).contains("  missing     country:HUN rejects country:POL\n"), "{}", stdout(&bad));
    assert!(stdout(&bad).ends_with("good.toml: 1 passed, 0 known misses, 0 failed\n"));
    assert!(stderr(&bad).contains("none.toml"));
    let used = geopol(&folder, &["extract", "--patterns", "good.toml"], "Poland ghosted Hungary.");
    assert_eq!(documents(&used)[0]["relations"][0]["rule"], "snub.ghost");
}
