//! Graphs of arbitrary relations: merging, filters, and exports that other tools accept.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use geopol::{
    Clusters, Date, Dot, EntityKind, Evidence, GraphEntity, GraphFilter, Modality, Polarity, Predicate, RankDirection,
    RelationGraph,
};
use proptest::prelude::*;

mod hostile;

use hostile::{HOSTILE, Stated, everything, graph_of};

/// All that must not depend on the order in which relations came.
fn summary(graph: &RelationGraph) -> Vec<String> {
    let nodes = graph.nodes().map(|node| format!("{:?} {}", node.entity(), node.mentions()));
    let edges = graph.edges().map(|e| {
        let (first, last) = (e.first_date(), e.last_date());
        let ends = (e.source(), e.predicate(), e.target(), e.polarity());
        let evidence = e.evidence();
        format!("{ends:?} {} {} {} {first:?} {last:?} {evidence:?}", e.count(), e.modality(), e.confidence())
    });
    nodes.chain(edges).collect()
}

prop_compose! {
    fn stated()(
        source in 0..HOSTILE.len(),
        target in 0..HOSTILE.len(),
        predicate in prop::sample::select(Predicate::ALL),
        polarity in prop::sample::select(Polarity::ALL),
        modality in prop::sample::select(Modality::ALL),
        date in prop::option::of((2020..2026_i16, 1..13_u8).prop_map(|(y, m)| Date::from_ymd(y, m, 1).unwrap())),
        acts: bool,
    ) -> Stated {
        Stated { source, target, predicate, polarity, modality, date, acts }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn merging_does_not_depend_on_order(
        all in prop::collection::vec(stated(), 0..40),
        cut in 0..40_usize,
        seed in any::<u64>(),
    ) {
        let graph = graph_of(&all);
        let mut shuffled: Vec<&Stated> = all.iter().collect();
        shuffled.sort_by_key(|s| (s.source as u64).wrapping_mul(seed | 1) ^ (s.target as u64).wrapping_mul(seed >> 7 | 1));
        prop_assert_eq!(summary(&graph_of(shuffled)), summary(&graph));
        // parted in three, and merged from either end
        let (one, rest) = all.split_at(cut.min(all.len()));
        let (two, three) = rest.split_at(rest.len() / 2);
        let [one, two, three] = [one, two, three].map(graph_of);
        let merged = |mut graph: RelationGraph, other: &RelationGraph| {
            graph.merge(other.clone());
            graph
        };
        let from_left = merged(merged(one.clone(), &two), &three);
        let from_right = merged(one.clone(), &merged(two.clone(), &three));
        let reversed = merged(merged(three, &two), &one);
        for other in [from_left, from_right, reversed] {
            prop_assert_eq!(summary(&other), summary(&graph));
            prop_assert_eq!(Dot::new(&other).to_string(), Dot::new(&graph).to_string());
        }
        prop_assert_eq!(graph.edges().map(|e| e.evidence().len()).sum::<usize>(), all.len());
    }

    #[test]
    fn views_lose_nothing_but_what_they_say(all in prop::collection::vec(stated(), 0..40)) {
        let graph = graph_of(&all);
        prop_assert_eq!(graph.filter(&GraphFilter::new()).edge_count(), graph.edge_count());
        let states = graph.by_actor();
        prop_assert!(states.edges().all(|e| e.source() != e.target()));
        prop_assert!(states.edges().all(|e| !matches!(e.predicate(), Predicate::Leads | Predicate::Represents)));
        // at the level of states already
        prop_assert_eq!(summary(&states.by_actor()), summary(&states));
        for node in graph.nodes() {
            for edge in graph.edges_of(node.id()) {
                prop_assert!(edge.touches(node.id()));
            }
            for neighbor in graph.neighbors(node.id()) {
                prop_assert!(graph.edges_between(node.id(), neighbor.id()).next().is_some());
            }
        }
    }

    #[test]
    fn dot_is_one_statement_a_line(all in prop::collection::vec(stated(), 0..20)) {
        let graph = graph_of(&all);
        let dot = Dot::new(&graph).title(HOSTILE.concat()).direction(RankDirection::TopToBottom).to_string();
        let statements = dot.lines().filter(|line| line.starts_with("  \"")).count();
        prop_assert_eq!(statements, graph.node_count() + graph.edge_count());
        prop_assert!(!dot.contains(|c: char| c.is_control() && c != '\n'));
    }
}

#[test]
fn graphviz_accepts_hostile_names() {
    if Command::new("dot").arg("-V").output().is_err() {
        eprintln!("skipped: Graphviz is not installed (no `dot` to run)");
        return;
    }
    for graph in [RelationGraph::new(), everything(), everything().by_actor()] {
        // as Graphviz sees it: what it drew tells how many nodes and edges it read
        let mut dot = Command::new("dot")
            .arg("-Tplain")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Dot::new(&graph).title(HOSTILE.concat()).write(dot.stdin.take().unwrap()).unwrap();
        let output = dot.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !errors.contains("rror"), "{errors}");
        let plain = String::from_utf8_lossy(&output.stdout).into_owned();
        let count = |what: &str| plain.lines().filter(|line| line.starts_with(what)).count();
        assert_eq!((count("node "), count("edge ")), (graph.node_count(), graph.edge_count()));
    }
}

/// What Graphviz draws of it; nothing where there is no Graphviz.
fn drawn(dot: &Dot<'_>) -> Option<String> {
    if Command::new("dot").arg("-V").output().is_err() {
        assert!(std::env::var_os("GEOPOL_ALL_READERS").is_none(), "no Graphviz");
        eprintln!("skipped: Graphviz is not installed (no `dot` to run)");
        return None;
    }
    let mut child = Command::new("dot")
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    dot.write(child.stdin.take().unwrap()).unwrap();
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !errors.contains("rror"), "{errors}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn clusters_are_frames_with_labels() {
    let graph = everything();
    let clusters = Clusters::by(&graph, |node| (!node.name().is_empty()).then(|| node.name().to_owned()));
    let names: std::collections::BTreeSet<&str> = graph.nodes().map(|node| node.name()).collect();
    let Some(svg) = drawn(Dot::new(&graph).clusters(clusters)) else { return };
    // one for each name but the empty one, and nothing of the names is markup
    assert_eq!(svg.matches("class=\"cluster\"").count(), names.len() - 1);
    assert_eq!(svg.matches("class=\"node").count(), graph.node_count());
    assert!(!svg.contains("<script") && !svg.contains("<b>angle"), "{svg}");
}

#[test]
fn edges_link_to_what_tells_of_them() {
    let entity = |code: &str| GraphEntity::new(format!("country:{code}"), EntityKind::Country, code);
    let mut graph = RelationGraph::new();
    for (target, document) in [
        ("JPN", "https://news.example/a?b=1&c=\u{e9}"),
        ("FRA", "javascript:alert(1)"),
        ("ITA", "https://news.example/\" onload=\"x"),
        ("DEU", "wire-17"),
    ] {
        let evidence = Evidence::new(entity("CHN"), entity(target), "x").with_document(document);
        graph.add_relation(Predicate::Condemns, Polarity::Affirmed, evidence);
    }
    let dot = Dot::new(&graph).to_string();
    assert_eq!(dot.matches("URL=").count(), 1);
    let Some(svg) = drawn(&Dot::new(&graph)) else { return };
    assert!(svg.contains("xlink:href=\"https://news.example/a?b=1&amp;c=\u{e9}\""), "{svg}");
    assert!(!svg.contains("href=\"javascript"));
}

#[test]
fn the_legend_tells_of_what_there_is() {
    let graph = everything();
    for title in [None, Some(HOSTILE.concat())] {
        let mut dot = Dot::new(&graph);
        if let Some(title) = &title {
            dot.title(title);
        }
        let Some(svg) = drawn(&dot) else { return };
        for words in ["material conflict", "dashed: denied, or not a fact (yet)", ">treaty<"] {
            assert_eq!(svg.matches(words).count(), 1, "{words}");
        }
        let Some(bare) = drawn(dot.without_legend()) else { return };
        assert!(!bare.contains("dashed: denied"));
    }
    let Some(empty) = drawn(&Dot::new(&RelationGraph::new())) else { return };
    assert!(!empty.contains("material conflict"));
}

#[test]
fn labels_show_what_names_say() {
    if Command::new("dot").arg("-V").output().is_err() {
        eprintln!("skipped: Graphviz is not installed (no `dot` to run)");
        return;
    }
    let mut graph = RelationGraph::new();
    let odd = GraphEntity::new("group:odd", EntityKind::Group, r#"R&D &lt; "\N"<b>"#);
    graph.add_relation(Predicate::Meets, Polarity::Affirmed, Evidence::new(odd.clone(), odd, "x"));
    let mut dot = Command::new("dot").arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    Dot::new(&graph).write(dot.stdin.take().unwrap()).unwrap();
    let svg = String::from_utf8(dot.wait_with_output().unwrap().stdout).unwrap();
    let shown = r#">R&amp;D &amp;lt; &quot;\N&quot;&lt;b&gt;<"#;
    assert!(svg.contains(shown), "{svg}");
}

#[test]
#[cfg(feature = "json")]
fn networkx_reads_the_json() {
    const SCRIPT: &str = "
import json, sys
import networkx
data = json.load(sys.stdin)
try:
    graph = networkx.node_link_graph(data, edges='edges')
except TypeError:
    graph = networkx.node_link_graph(data, link='edges')
assert graph.is_directed() and graph.is_multigraph()
print(graph.number_of_nodes(), graph.number_of_edges())
";
    let python = ["python3", "python"].into_iter().find(|python| {
        let import = Command::new(python).args(["-c", "import networkx"]).output();
        import.is_ok_and(|output| output.status.success())
    });
    let Some(python) = python else {
        eprintln!("skipped: no Python with NetworkX");
        return;
    };
    for graph in [RelationGraph::new(), everything(), everything().by_actor()] {
        let mut child = Command::new(python)
            .args(["-c", SCRIPT])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut json = Vec::new();
        geopol::GraphJson::new(&graph).offsets(geopol::OffsetUnit::Char).write(&mut json).unwrap();
        child.stdin.take().unwrap().write_all(&json).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let counts = String::from_utf8(output.stdout).unwrap();
        assert_eq!(counts.trim(), format!("{} {}", graph.node_count(), graph.edge_count()));
    }
}
