use super::*;
use crate::{
    EntityKind, Evidence, GraphEntity, GraphFilter, Modality, Polarity, Predicate, RelationGraph, relation::QuadClass,
};

fn entity(code: &str) -> GraphEntity {
    GraphEntity::new(format!("country:{code}"), EntityKind::Country, code)
}

fn graph(told: &[(&str, Predicate, &str, &str)]) -> RelationGraph {
    let mut graph = RelationGraph::new();
    for (n, &(source, predicate, target, date)) in told.iter().enumerate() {
        let sentence = format!("{source}{n} {predicate}{n} {target}{n}");
        let evidence = Evidence::new(entity(source), entity(target), sentence).with_date(date.parse().ok());
        graph.add_relation(predicate, Polarity::Affirmed, evidence);
    }
    graph
}

use Predicate::{Aids, Attacks, Condemns, Leads, Meets};

#[test]
fn what_holds_both_ways_is_done_by_both() {
    let graph = graph(&[("A", Meets, "B", ""), ("A", Attacks, "B", ""), ("A", Leads, "B", "")]);
    let activity = graph.activity();
    let counts: Vec<_> = activity.iter().map(|a| (a.node().name(), a.done().count(), a.received().count())).collect();
    assert_eq!(counts, [("A", 2, 1), ("B", 1, 2)]);
    assert_eq!(activity[0].done().quad(QuadClass::MaterialConflict), 1);
    assert_eq!(activity[0].done().goldstein_mean(), Some(-4.0));
    let dyad = &graph.dyads()[0];
    assert_eq!((dyad.forth().count(), dyad.back().count(), dyad.mutual().count()), (1, 0, 1));
    assert_eq!(dyad.reciprocity(), Some(0.0));
}

#[test]
fn ways_are_found_shortest_first_and_never_turn_back() {
    let told =
        [("A", Aids, "B", ""), ("C", Aids, "B", ""), ("C", Aids, "D", ""), ("A", Aids, "D", ""), ("D", Aids, "E", "")];
    let graph = graph(&told);
    let ways = |steps, limit| {
        let paths = graph.paths("country:A", "country:E", steps, limit);
        paths.iter().map(|p| p.nodes().iter().map(|n| n.name()).collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(ways(1, 9), [""; 0]);
    assert_eq!(ways(9, 9), ["ADE", "ABCDE"]);
    assert_eq!(ways(9, 1), ["ADE"]);
    assert_eq!(graph.paths("country:A", "country:A", 3, 9).len(), 1);
    assert!(graph.paths("country:A", "country:X", 3, 9).is_empty());
}

#[test]
fn the_ego_network_keeps_what_is_among_its_members() {
    let graph = graph(&[("A", Aids, "B", ""), ("C", Aids, "B", ""), ("A", Aids, "C", ""), ("C", Aids, "D", "")]);
    let ego = graph.ego("country:A", 1);
    assert_eq!((ego.node_count(), ego.edge_count()), (3, 3));
    assert_eq!(graph.ego("country:A", 0).node_count(), 1);
    assert!(graph.ego("country:X", 2).is_empty());
}

#[test]
fn time_is_cut_without_gaps() {
    let told = [
        ("A", Meets, "B", "2023-12-30"),
        ("A", Condemns, "B", "2024-03"),
        ("A", Aids, "B", "2024-02-29"),
        ("A", Aids, "B", ""),
    ];
    let graph = graph(&told);
    let parts = |step| graph.series(step).iter().map(|(part, t)| format!("{part} {}", t.count())).collect::<Vec<_>>();
    assert_eq!(parts(Step::Year), ["2023 1", "2024 2"]);
    assert_eq!(parts(Step::Month), ["2023-12 1", "2024-01 0", "2024-02 1", "2024-03 1"]);
    let days = parts(Step::Day);
    assert_eq!((days.len(), days[0].as_str(), days[61].as_str()), (62, "2023-12-30 1", "2024-02-29 1"));
    assert!(RelationGraph::new().series(Step::Day).is_empty());
    let order: Vec<_> = graph.timeline().iter().map(|entry| entry.edge().predicate()).collect();
    assert_eq!(order, [Meets, Aids, Condemns, Aids]);
}

#[test]
fn a_foe_of_a_friend_does_not_fit() {
    let graph = graph(&[
        ("A", Aids, "B", ""),
        ("A", Aids, "C", ""),
        ("B", Condemns, "C", ""),
        ("D", Attacks, "A", ""),
        ("D", Attacks, "B", ""),
    ]);
    let blocs = graph.blocs();
    let names: Vec<String> = blocs.members().iter().map(|b| b.iter().map(|n| n.name()).collect()).collect();
    assert_eq!(names, ["ABC", "D"]);
    assert_eq!((blocs.balanced(), blocs.unbalanced().len()), (1, 1));
    let misfits: Vec<_> =
        blocs.misfits().iter().map(|(one, other, weight)| (one.name(), other.name(), *weight)).collect();
    assert_eq!(misfits, [("B", "C", -2.0)]);
}

#[test]
fn blocs_join_where_nobody_would_move_alone() {
    // A and B are close, C and D are; between them only weaker friendship
    let graph = graph(&[
        ("A", Aids, "B", ""),
        ("C", Aids, "D", ""),
        ("A", Meets, "C", ""),
        ("B", Meets, "D", ""),
        ("E", Attacks, "A", ""),
    ]);
    let names: Vec<String> = graph.blocs().members().iter().map(|b| b.iter().map(|n| n.name()).collect()).collect();
    assert_eq!(names, ["ABCD", "E"]);
}

#[test]
fn filters_tell_sides_kinds_and_modality_apart() {
    let mut graph = graph(&[("A", Condemns, "B", ""), ("B", Condemns, "A", ""), ("A", Meets, "B", "")]);
    let pact = GraphEntity::new("alliance:X", EntityKind::Alliance, "X");
    let planned = Evidence::new(entity("B"), pact, "B may condemn X.").with_modality(Modality::Possible);
    graph.add_relation(Condemns, Polarity::Negated, planned);
    let kept = |filter: &mut GraphFilter| {
        let graph = graph.filter(filter);
        graph.edges().map(|e| format!("{} {} {}", e.source(), e.predicate(), e.target())).collect::<Vec<_>>()
    };
    assert_eq!(kept(GraphFilter::new().source("country:B")), ["A meets B", "B condemns X", "B condemns A"]);
    assert_eq!(kept(GraphFilter::new().source("country:B").target("country:A")), ["A meets B", "B condemns A"]);
    assert_eq!(kept(GraphFilter::new().kind(EntityKind::Country)).len(), 3);
    assert_eq!(kept(GraphFilter::new().modality(Modality::Possible)), ["B condemns X"]);
    assert_eq!(kept(GraphFilter::new().polarity(Polarity::Negated)), ["B condemns X"]);
    assert_eq!(kept(GraphFilter::new().quad(QuadClass::VerbalCooperation)), ["A meets B"]);
}
