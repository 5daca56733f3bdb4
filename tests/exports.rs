//! Exports of hostile graphs, each read again by a reader that is not ours: NetworkX, and Python's own for CSV and XML.
#![cfg(all(feature = "json", feature = "xml", feature = "csv", feature = "svg"))]

mod hostile;

use std::{
    io::Write,
    process::{Command, Stdio},
    sync::LazyLock,
};

use geopol::{
    CytoscapeJson, Document, EventScope, Events, Extractor, Gexf, GraphMl, GraphSvg, GraphTables, RelationGraph,
    TimelineSvg,
};
use hostile::{HOSTILE, everything};

/// What a script prints when it reads this; nothing where there is no Python with NetworkX.
fn python(script: &str, input: &[u8]) -> Option<String> {
    static READY: LazyLock<bool> = LazyLock::new(|| {
        let ready = Command::new("python3").args(["-c", "import networkx"]).output();
        ready.is_ok_and(|output| output.status.success())
    });
    if !*READY {
        assert!(std::env::var_os("GEOPOL_ALL_READERS").is_none(), "no Python with NetworkX");
        eprintln!("skipped: no Python with NetworkX");
        return None;
    }
    let mut child = Command::new("python3")
        .args(["-c", script])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

fn graphs() -> [RelationGraph; 3] {
    [RelationGraph::new(), everything(), everything().by_actor()]
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    out
}

/// Nodes, edges, labels and counts, as a reader of NetworkX sees them.
const SUMMARY: &str = "
labels = sorted(str(data.get('label', '')) for _, data in graph.nodes(data=True))
print(graph.number_of_nodes(), graph.number_of_edges(), sum(data['count'] for *_, data in graph.edges(data=True)))
assert all(isinstance(data['symmetric'], bool) for *_, data in graph.edges(data=True))
assert all(isinstance(data['confidence'], float) for *_, data in graph.edges(data=True))
assert len(labels) == 0 or any('שלום' in label for label in labels), labels
assert not any(ord(c) < 32 for label in labels for c in label)
";

fn summary(graph: &RelationGraph) -> String {
    let counts = graph.edges().map(|edge| edge.count()).sum::<usize>();
    format!("{} {} {counts}", graph.node_count(), graph.edge_count())
}

#[test]
fn networkx_reads_graphml() {
    let script = "import sys, networkx\ngraph = networkx.read_graphml(sys.stdin.buffer, force_multigraph=True)\n"
        .to_owned()
        + SUMMARY;
    for graph in graphs() {
        let xml = written(|out| GraphMl::new(&graph).write(out));
        let Some(read) = python(&script, &xml) else { return };
        assert_eq!(read, summary(&graph));
    }
}

#[test]
fn networkx_reads_gexf_with_its_dates() {
    let script =
        "import sys, networkx\ngraph = networkx.MultiDiGraph(networkx.read_gexf(sys.stdin.buffer, version='1.3'))\n"
            .to_owned()
            + SUMMARY
            + "assert graph.number_of_edges() == 0 or all(data['spells'] == [('2024-05-12', '2024-05-12')] for *_, data in graph.edges(data=True))\n";
    for graph in graphs() {
        let xml = written(|out| Gexf::new(&graph).write(out));
        let Some(read) = python(&script, &xml) else { return };
        assert_eq!(read, summary(&graph));
    }
}

#[test]
fn networkx_reads_cytoscapes_json() {
    let script =
        "import sys, json, networkx\ngraph = networkx.cytoscape_graph(json.load(sys.stdin))\n".to_owned() + SUMMARY;
    for graph in graphs() {
        let json = written(|out| CytoscapeJson::new(&graph).write(out));
        let Some(read) = python(&script, &json) else { return };
        assert_eq!(read, summary(&graph));
    }
}

#[test]
fn python_reads_the_tables() {
    const SCRIPT: &str = "
import csv, io, sys
rows = list(csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')))
assert all(None not in row and None not in row.values() for row in rows)
assert not any(value.startswith(('=', '+', '@')) for row in rows for value in row.values())
assert len({row['id'] for row in rows}) == len(rows)
print(len(rows))
";
    for graph in graphs() {
        let nodes = written(|out| GraphTables::new(&graph).write_nodes(out));
        let Some(read) = python(SCRIPT, &nodes) else { return };
        assert_eq!(read, graph.node_count().to_string());
        let edges = written(|out| GraphTables::new(&graph).write_edges(out));
        assert_eq!(python(SCRIPT, &edges).unwrap(), graph.edge_count().to_string());
    }
}

#[test]
fn pictures_are_xml_and_inert() {
    const SCRIPT: &str = "
import sys, xml.etree.ElementTree as tree
root = tree.parse(sys.stdin.buffer).getroot()
tags = [element.tag.split('}')[1] for element in root.iter()]
assert set(tags) <= {'svg', 'g', 'rect', 'title', 'text', 'path', 'polygon', 'ellipse'}, set(tags)
assert not any(name.startswith('on') or 'href' in name for element in root.iter() for name in element.attrib)
print(tags.count('title'))
";
    for graph in graphs() {
        let svg = written(|out| GraphSvg::new(&graph).title(HOSTILE.concat()).write(out));
        let Some(read) = python(SCRIPT, &svg) else { return };
        // the picture's, every node's, and every edge's; a line that several edges share has theirs together
        let told = String::from_utf8_lossy(&svg).lines().filter(|line| line.contains(": ")).count();
        let read: usize = read.parse().unwrap();
        assert!(read > graph.node_count() && told >= graph.edge_count(), "{read} titles, {told} lines");
        assert_eq!(
            svg,
            written(|out| GraphSvg::new(&graph).title(HOSTILE.concat()).write(out)),
            "the same picture again"
        );
    }
}

#[test]
fn timelines_are_xml_and_inert_and_show_every_report() {
    const SCRIPT: &str = "
import sys, xml.etree.ElementTree as tree
root = tree.parse(sys.stdin.buffer).getroot()
elements = [(element.tag.split('}')[1], element) for element in root.iter()]
assert {tag for tag, _ in elements} <= {'svg', 'g', 'rect', 'title', 'text', 'path', 'ellipse'}
assert not any(name.startswith('on') or 'href' in name for _, element in elements for name in element.attrib)
numbers = [value for _, element in elements for name, value in element.attrib.items() if name in ('x', 'y', 'cx', 'cy', 'width', 'height')]
assert all(value == '100%' or 0 <= float(value) < 10000 for value in numbers), numbers
print(sum(tag in ('path', 'ellipse') and element.get('stroke-width') == '1.3' for tag, element in elements))
";
    let mut one = RelationGraph::new();
    for date in ["1914", "2024-05", "2024-05-12", ""] {
        one.merge(hostile::graph_of(&[hostile::Stated {
            source: 1,
            target: 4,
            predicate: geopol::Predicate::Condemns,
            polarity: geopol::Polarity::Affirmed,
            modality: geopol::Modality::Actual,
            date: date.parse().ok(),
            acts: false,
        }]));
    }
    let [empty, all, actors] = graphs();
    let (first, second) =
        (all.edges().next().unwrap().source().id().to_owned(), all.nodes().nth(3).unwrap().id().to_owned());
    let own = all.filter(geopol::GraphFilter::new().entity(&*first));
    let dyad = all.filter(geopol::GraphFilter::new().between(&*first, &*second));
    for graph in [empty, all, actors, own, dyad, one] {
        let svg = written(|out| TimelineSvg::new(&graph).write(out));
        let Some(read) = python(SCRIPT, &svg) else { return };
        let reports = graph.timeline().iter().filter(|entry| entry.date().is_some()).count();
        assert_eq!(read, reports.to_string());
        let svg =
            String::from_utf8(written(|out| TimelineSvg::new(&graph).title(HOSTILE.concat()).write(out))).unwrap();
        assert!(svg.contains("&lt;b&gt;angle&lt;/b&gt;"));
    }
}

#[test]
fn timelines_of_many_say_what_they_leave_out() {
    // 40 pairs, of which one has three reports, an undated one among them
    let stated = (0..42).map(|n| hostile::Stated {
        source: n.min(39),
        target: n.min(39) + 40,
        predicate: geopol::Predicate::ALL[n % 7],
        polarity: geopol::Polarity::Affirmed,
        modality: geopol::Modality::Actual,
        date: geopol::Date::from_ymd(2024, 1, 1 + n as u8 % 28).filter(|_| n != 40),
        acts: false,
    });
    let graph = hostile::graph_of(&stated.collect::<Vec<_>>());
    let svg = String::from_utf8(written(|out| TimelineSvg::new(&graph).write(out))).unwrap();
    assert!(svg.contains("not drawn: 10 reports in 10 more lanes · without a date: 1"), "{svg}");
}

#[test]
fn large_pictures_are_drawn_too() {
    // 40 entities, of which each does something to eight others and to itself
    let stated = (0..360).map(|n| hostile::Stated {
        source: n % 40,
        target: (n % 40 + n / 40 * 3) % 40,
        predicate: geopol::Predicate::ALL[n % geopol::Predicate::ALL.len()],
        polarity: geopol::Polarity::ALL[n / 7 % 2],
        modality: geopol::Modality::Actual,
        date: None,
        acts: false,
    });
    let graph = hostile::graph_of(&stated.collect::<Vec<_>>());
    for graph in [graph.filter(geopol::GraphFilter::new().polarity(geopol::Polarity::Negated)), graph] {
        assert!(graph.edge_count() > 60);
        let svg = String::from_utf8(written(|out| GraphSvg::new(&graph).write(out))).unwrap();
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "every place is a number");
        let labels = labels(&svg);
        let hidden = svg
            .split_once("wider: reported more often; ")
            .map_or(0, |(_, rest)| rest.split_once(' ').unwrap().0.parse().unwrap());
        assert_eq!(labels.len() + hidden, graph.edge_count());
        assert!(labels.len() > 60, "{} labels are there, {hidden} are not", labels.len());
        for (n, one) in labels.iter().enumerate() {
            for other in &labels[n + 1..] {
                let apart = (one.1 - other.1).abs() >= 12.9 || (one.0 - other.0).abs() >= (one.2 + other.2) / 2.0 * 5.5;
                assert!(apart, "{one:?} stands on {other:?}");
            }
        }
    }
}

/// The labels of a picture's edges: their places, and how many letters they have.
fn labels(svg: &str) -> Vec<(f64, f64, f64)> {
    let label = |part: &str| {
        let number = |name: &str| part.split_once(name)?.1.split_once('"')?.0.parse::<f64>().ok();
        let words = part.split_once("</title>")?.1.split_once('<')?.0;
        part[..part.find("<title>")?].contains("paint-order").then_some((
            number(" x=\"")?,
            number(" y=\"")?,
            words.chars().count() as f64,
        ))
    };
    svg.split("<text").skip(1).filter_map(label).collect()
}

#[test]
fn labels_stand_on_their_own_edges() {
    // a chain with shortcuts, whose lines go by the nodes between
    let stated: Vec<hostile::Stated> = (0..12)
        .flat_map(|n| [(n, n + 1), (n, n + 4)])
        .enumerate()
        .map(|(n, (source, target))| hostile::Stated {
            source,
            target,
            predicate: geopol::Predicate::ALL[n % geopol::Predicate::ALL.len()],
            polarity: geopol::Polarity::Affirmed,
            modality: geopol::Modality::Actual,
            date: None,
            acts: false,
        })
        .collect();
    let graph = hostile::graph_of(&stated);
    let svg = String::from_utf8(written(|out| GraphSvg::new(&graph).write(out))).unwrap();
    for predicate in geopol::Predicate::ALL {
        let edges = graph.edges().filter(|edge| edge.predicate() == *predicate).count();
        assert_eq!(svg.matches(&format!("</title>{predicate}</text>")).count(), edges, "{predicate}");
    }
    assert_eq!(labels(&svg).len(), graph.edge_count());
}

#[test]
fn events_are_rows_whatever_the_text() {
    let extractor = Extractor::new();
    let text = "\"China\u{202e} condemned</script>\n\nChina condemned AUKUS, \"a relic\",\nit said. Japan may join AUKUS. Japan did not condemn China.";
    let extraction = extractor.extract(Document::new(text).with_id("=1+1\n\"x\"").with_date("2024-05-12".parse().ok()));
    for scope in [EventScope::Happened, EventScope::Said] {
        let mut events = Events::new(&extraction);
        events.scope(scope);
        let lines = written(|out| events.write_plover(out));
        let rows: Vec<serde_json::Value> =
            String::from_utf8(lines).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(!rows.is_empty());
        assert_eq!(
            rows.iter().all(|row| row["modality"] == "actual" && row["polarity"] == "affirmed"),
            scope == EventScope::Happened
        );
        let condemned = rows.iter().find(|row| row["predicate"] == "condemns").unwrap();
        assert_eq!(
            (&condemned["source"][0]["code"], &condemned["recipient"][0]["code"]),
            (&"CHN".into(), &"IGO".into())
        );
        let cited: String = text
            .chars()
            .skip(condemned["text_info"]["start"].as_u64().unwrap() as usize)
            .take(condemned["text"].as_str().unwrap().chars().count())
            .collect();
        assert_eq!(condemned["text"], cited);
        let mut table = written(|out| Events::write_csv_header(out));
        table.extend(written(|out| events.write_csv(out)));
        const SCRIPT: &str = "
import csv, io, sys
rows = list(csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')))
assert all(row['document'].startswith(\"'=1+1\") and row['date'] == '2024-05-12' for row in rows)
assert ('CHN', 'AUKUS', 'ACCUSE', '111', '11', '3', '-2') in [tuple(row[c] for c in 'source target plover cameo root quad goldstein'.split()) for row in rows]
print(len(rows))
";
        if let Some(read) = python(SCRIPT, &table) {
            assert_eq!(read, rows.len().to_string());
        }
    }
}

/// Counts nodes and edges of what it reads, and tells the longest text in it.
const READERS: [(&str, &str); 9] = [
    (
        "dot",
        "import subprocess; plain = subprocess.run(['dot', '-Tplain'], input=raw, capture_output=True, check=True).stdout.decode().splitlines(); print(sum(line.startswith('node ') for line in plain), sum(line.startswith('edge ') for line in plain))",
    ),
    (
        "json",
        "import json, networkx; graph = networkx.node_link_graph(json.loads(raw), edges='edges'); print(graph.number_of_nodes(), graph.number_of_edges())",
    ),
    (
        "cytoscape",
        "import json, networkx; graph = networkx.cytoscape_graph(json.loads(raw)); print(graph.number_of_nodes(), graph.number_of_edges())",
    ),
    (
        "graphml",
        "import io, networkx; graph = networkx.read_graphml(io.BytesIO(raw), force_multigraph=True); print(graph.number_of_nodes(), graph.number_of_edges())",
    ),
    (
        "gexf",
        "import io, networkx; graph = networkx.MultiDiGraph(networkx.read_gexf(io.BytesIO(raw), version='1.3')); print(graph.number_of_nodes(), graph.number_of_edges())",
    ),
    ("nodes", "import csv, io; print(len(list(csv.DictReader(io.StringIO(raw.decode(), newline='')))), edges)"),
    ("edges", "import csv, io; print(nodes, len(list(csv.DictReader(io.StringIO(raw.decode(), newline='')))))"),
    ("svg", "import xml.etree.ElementTree as tree; tree.fromstring(raw); print(nodes, edges)"),
    ("timeline", "import xml.etree.ElementTree as tree; tree.fromstring(raw); print(nodes, edges)"),
];

fn every_format(graph: &RelationGraph) -> [Vec<u8>; 9] {
    let tables = GraphTables::new(graph);
    [
        written(|out| geopol::Dot::new(graph).write(out)),
        written(|out| geopol::GraphJson::new(graph).write(out)),
        written(|out| CytoscapeJson::new(graph).write(out)),
        written(|out| GraphMl::new(graph).write(out)),
        written(|out| Gexf::new(graph).write(out)),
        written(|out| tables.write_nodes(out)),
        written(|out| tables.write_edges(out)),
        written(|out| GraphSvg::new(graph).write(out)),
        written(|out| TimelineSvg::new(graph).write(out)),
    ]
}

#[test]
fn empty_graphs_and_sentences_without_end_are_read_in_every_format() {
    // no sentence ends in it, and no format cuts it within a character or an escape
    let sentence =
        format!("China {} condemned Japan", HOSTILE.concat().repeat(1_000_000 / HOSTILE.concat().chars().count() + 1));
    assert!(sentence.chars().count() > 1_000_000);
    let mut long = RelationGraph::new();
    for (n, predicate) in [geopol::Predicate::Condemns, geopol::Predicate::Meets].into_iter().enumerate() {
        let end = sentence.len();
        let evidence = geopol::Evidence::new(
            geopol::Participant::new(hostile::entity(1)).with_span(geopol::Span::new(0, 5)),
            geopol::Participant::new(hostile::entity(2)).with_span(geopol::Span::new(end - 5, end)),
            &*sentence,
        )
        .with_trigger(geopol::Span::new(end - 15, end - 6))
        .with_date(geopol::Date::from_ymd(2024, 5, 12 + n as u8))
        .with_document(sentence.as_str());
        long.add_relation(predicate, geopol::Polarity::Affirmed, evidence);
    }
    for graph in [RelationGraph::new(), long] {
        let (nodes, edges) = (graph.node_count(), graph.edge_count());
        for ((name, script), bytes) in READERS.iter().zip(every_format(&graph)) {
            let script =
                format!("import sys\nnodes, edges, raw = {nodes}, {edges}, sys.stdin.buffer.read()\n{script}\n");
            let Some(read) = python(&script, &bytes) else { return };
            assert_eq!(read, format!("{nodes} {edges}"), "{name}");
            let whole = matches!(*name, "json");
            assert!(whole || bytes.len() < 100_000, "{name} has {} bytes: long sentences are cut", bytes.len());
        }
    }
}

#[test]
fn events_of_a_sentence_without_end_are_rows() {
    let text =
        format!("China condemned <b>AUKUS</b>, {}said \"Japan\"", "and so on, \\ </script> \u{202e}, ".repeat(40_000));
    assert!(text.chars().count() > 1_000_000);
    let extraction = Extractor::new().extract(&*text);
    let events = Events::new(&extraction);
    let lines = written(|out| events.write_plover(out));
    let count = extraction.relations().len();
    assert!(count > 0);
    const PLOVER: &str = "
import json, sys
rows = [json.loads(line) for line in sys.stdin.buffer]
assert all(row['text'].startswith('China condemned <b>AUKUS</b>') for row in rows)
print(len(rows))
";
    const TABLE: &str = "
import csv, io, sys
csv.field_size_limit(10000000)
print(len(list(csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')))))
";
    let Some(read) = python(PLOVER, &lines) else { return };
    assert_eq!(read, count.to_string());
    let mut table = written(|out| Events::write_csv_header(out));
    table.extend(written(|out| events.write_csv(out)));
    assert_eq!(python(TABLE, &table).unwrap(), count.to_string());
    let none = Extractor::new().extract("");
    assert!(written(|out| Events::new(&none).write_plover(out)).is_empty());
    assert_eq!(python(TABLE, &written(|out| Events::write_csv_header(out))).unwrap(), "0");
}

#[test]
fn what_holds_both_ways_has_two_sources() {
    let extraction = Extractor::new().extract("Japan met China.");
    let line = written(|out| Events::new(&extraction).write_plover(out));
    let event: serde_json::Value = serde_json::from_slice(&line).unwrap();
    assert_eq!((event["source"].as_array().unwrap().len(), event["recipient"].as_array().unwrap().len()), (2, 0));
}
