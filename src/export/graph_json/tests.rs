use super::*;
use crate::{
    EntityKind, Evidence, GraphEntity, Modality, OffsetUnit, Participant, Polarity, Predicate, RelationGraph, Span,
};

fn sample() -> RelationGraph {
    let mut graph = RelationGraph::new();
    let usa = GraphEntity::new("country:USA", EntityKind::Country, "United States");
    let biden = GraphEntity::new("leader:joe-biden", EntityKind::Leader, "Joe \"</script>\\\u{202e}😀 Biden");
    let china = GraphEntity::new("country:CHN", EntityKind::Country, "China");
    let source = Participant::new(biden.clone()).with_actor(usa.clone()).with_span(Span::new(11, 16));
    let evidence = Evidence::new(source, china.clone(), "😀, 😀 Biden\nmet\u{0} China.")
        .with_trigger(Span::new(17, 20))
        .with_modality(Modality::Planned)
        .with_confidence(0.8567)
        .with_attribution(biden.clone())
        .with_document("d\"1")
        .with_date("2024-05".parse().ok())
        .with_rule("meet.verb");
    graph.mention(biden, Some(usa), 2);
    graph.add_relation(Predicate::Meets, Polarity::Negated, evidence.clone());
    graph.add_relation(Predicate::Meets, Polarity::Affirmed, evidence.clone());
    graph.add_relation(Predicate::Condemns, Polarity::Affirmed, evidence);
    graph
}

fn written(graph: &RelationGraph, unit: OffsetUnit) -> String {
    let mut json = Vec::new();
    GraphJson::new(graph).offsets(unit).write(&mut json).unwrap();
    String::from_utf8(json).unwrap()
}

#[test]
fn what_is_written_is_read_again() {
    for graph in [RelationGraph::new(), sample(), sample().by_actor()] {
        for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
            let json = written(&graph, unit);
            let again = read_graph_json(json.as_bytes()).unwrap();
            assert_eq!(written(&again, unit), json);
            assert_eq!(written(&again.by_actor(), unit), written(&graph.by_actor(), unit));
        }
    }
}

#[test]
fn keys_tell_parallel_edges_apart() {
    let json: serde_json::Value = serde_json::from_str(&written(&sample(), OffsetUnit::Char)).unwrap();
    let edges = json["edges"].as_array().unwrap();
    let keys: Vec<_> = edges.iter().map(|e| format!("{} {}", e["source"], e["key"])).collect();
    assert_eq!(keys, [r#""country:CHN" "meets""#, r#""country:CHN" "not_meets""#, r#""leader:joe-biden" "condemns""#]);
    assert_eq!(edges[2]["evidence"][0]["source"]["mention"]["start"], 5);
    assert_eq!(edges[2]["evidence"][0]["source"]["mention"]["text"], "Biden");
    assert_eq!(edges[2]["confidence"].to_string(), "0.857");
    assert_eq!(json["graph"]["entities"][0]["id"], "country:USA");
}

#[test]
fn faults_are_named() {
    let fault = |json: &str| read_graph_json(json.as_bytes()).unwrap_err().to_string();
    assert_eq!(fault("{\"nodes\": 1}"), "no graph: invalid type: integer `1`, expected a sequence at line 1 column 11");
    let unknown = r#"{"nodes": [], "links": [{"source": "x", "target": "y", "predicate": "joins", "polarity": "affirmed", "evidence": []}]}"#;
    assert_eq!(fault(unknown), "\"x\" is neither a node nor in the list of entities");
    let json = written(&sample(), OffsetUnit::Byte).replace("\"start\":11", "\"start\":1");
    assert!(fault(&json).starts_with("1 to 16 is no part of the sentence"), "{}", fault(&json));
}
