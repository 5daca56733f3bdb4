use super::*;
use crate::{
    gazetteer::EntityKind,
    relation::{Modality, Polarity, Predicate},
};

fn entity(id: &str) -> GraphEntity {
    GraphEntity::new(id, EntityKind::of_id(id).unwrap(), id.split(':').next_back().unwrap())
}

fn evidence(source: &str, target: &str, date: &str) -> Evidence {
    Evidence::new(entity(source), entity(target), format!("{source} to {target}.")).with_date(date.parse().ok())
}

fn lines(graph: &RelationGraph) -> Vec<String> {
    let line = |e: &GraphEdge| format!("{} {} {} {}", e.source().id(), e.predicate(), e.target().id(), e.count());
    graph.edges().map(line).collect()
}

#[test]
fn both_directions_of_a_symmetric_predicate_are_one_edge() {
    let mut graph = RelationGraph::new();
    for (source, target) in [("country:JPN", "country:AUS"), ("country:AUS", "country:JPN")] {
        graph.add_relation(Predicate::Meets, Polarity::Affirmed, evidence(source, target, ""));
        graph.add_relation(Predicate::Visits, Polarity::Affirmed, evidence(source, target, ""));
    }
    assert_eq!(
        lines(&graph),
        ["country:AUS meets country:JPN 2", "country:AUS visits country:JPN 1", "country:JPN visits country:AUS 1"]
    );
    let meets = graph.edges().next().unwrap();
    assert!(meets.evidence().iter().all(|e| e.source().entity() == meets.source()));
    assert_eq!(graph.edges_between("country:JPN", "country:AUS").count(), 3);
    assert_eq!(graph.neighbors("country:JPN").map(GraphNode::id).collect::<Vec<_>>(), ["country:AUS"]);
}

#[test]
fn an_edge_sums_its_evidence_up() {
    let mut graph = RelationGraph::new();
    let stated = |date, modality, confidence| {
        evidence("country:JPN", "alliance:AUKUS", date).with_modality(modality).with_confidence(confidence)
    };
    for e in [
        stated("2024-05", Modality::Possible, 0.8),
        stated("2023-01-02", Modality::Planned, 0.5),
        stated("", Modality::Hypothetical, 0.7),
    ] {
        graph.add_relation(Predicate::Joins, Polarity::Affirmed, e);
    }
    graph.add_relation(Predicate::Joins, Polarity::Negated, stated("2025", Modality::Actual, 1.0));
    let edges: Vec<_> = graph.edges().collect();
    assert_eq!(edges.len(), 2);
    let date = |date: &str| date.parse().ok();
    assert_eq!((edges[0].first_date(), edges[0].last_date()), (date("2023-01-02"), date("2024-05")));
    assert_eq!((edges[0].modality(), edges[0].confidence()), (Modality::Planned, 0.8));
}

#[test]
fn the_level_of_states_merges_persons_by_their_documents() {
    let (usa, biden) = (entity("country:USA"), entity("leader:joe-biden"));
    let mut graph = RelationGraph::new();
    graph.mention(biden.clone(), Some(usa.clone()), 2);
    graph.mention(biden.clone(), None, 1);
    graph.mention(usa.clone(), Some(usa.clone()), 4);
    let china = || entity("country:CHN");
    let in_office = Evidence::new(Participant::new(biden.clone()).with_actor(usa.clone()), china(), "a");
    let before = Evidence::new(biden.clone(), china(), "b");
    let own = Evidence::new(Participant::new(biden.clone()).with_actor(usa.clone()), usa.clone(), "c");
    let meeting = Evidence::new(china(), Participant::new(biden.clone()).with_actor(usa.clone()), "d");
    for e in [in_office, before, own.clone()] {
        graph.add_relation(Predicate::Condemns, Polarity::Affirmed, e);
    }
    graph.add_relation(Predicate::Leads, Polarity::Affirmed, own);
    graph.add_relation(Predicate::Meets, Polarity::Affirmed, meeting);
    let states = graph.by_actor();
    assert_eq!(
        lines(&states),
        [
            "country:CHN meets country:USA 1",
            "country:USA condemns country:CHN 1",
            "leader:joe-biden condemns country:CHN 1"
        ]
    );
    let mentions = |id| states.node(id).map(GraphNode::mentions);
    assert_eq!((mentions("country:USA"), mentions("leader:joe-biden")), (Some(6), Some(1)));
}

#[test]
fn a_filter_recounts_what_it_keeps() {
    let mut graph = RelationGraph::new();
    for date in ["2024-01-05", "2024-06", "2025", ""] {
        let e = evidence("country:CHN", "alliance:AUKUS", date);
        graph.add_relation(Predicate::Condemns, Polarity::Affirmed, e);
    }
    let kept = |filter: &GraphFilter| graph.filter(filter).edges().next().map(GraphEdge::count);
    let date = |date: &str| date.parse::<crate::text::Date>().unwrap();
    // nobody knows that the undated one is not a copy of the first
    assert_eq!(kept(&GraphFilter::new()), Some(3));
    assert_eq!(kept(GraphFilter::new().since(date("2024-06-30"))), Some(2));
    assert_eq!(kept(GraphFilter::new().until(date("2024"))), Some(2));
    assert_eq!(kept(GraphFilter::new().until(date("2024-06-01")).min_count(3)), None);
    assert_eq!(kept(GraphFilter::new().entity("country:JPN")), None);
    assert_eq!(kept(GraphFilter::new().entity("country:JPN").entity("country:CHN")), Some(3));
    assert_eq!(kept(GraphFilter::new().predicate(Predicate::Meets)), None);
    assert_eq!(kept(GraphFilter::new().predicate(Predicate::Meets).class(crate::RelationClass::Accuse)), Some(3));
}

#[test]
fn loops_are_told_once() {
    let mut graph = RelationGraph::new();
    graph.add_relation(Predicate::Fights, Polarity::Affirmed, evidence("country:SYR", "country:SYR", ""));
    assert_eq!(graph.edges_of("country:SYR").count(), 1);
    assert_eq!(graph.edges_between("country:SYR", "country:SYR").count(), 1);
}
