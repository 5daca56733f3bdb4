//! Graphs of what a text from the open web may bring.
#![allow(dead_code)] // no test uses all of it

use geopol::{Date, EntityKind, Evidence, GraphEntity, Modality, Participant, Polarity, Predicate, RelationGraph};

/// Names that a careless writer would let out of their quotes.
pub const HOSTILE: [&str; 14] = [
    "quote \" here",
    "back\\slash\\",
    "\\N \\G \\l",
    "line\nbreak\r\n",
    "nul\0 bell\u{7} escape\u{1b}[0m",
    "<b>angle</b>",
    "</script><script>alert(1)</script>",
    "&amp; &lt; R&D &#34;",
    "\u{202e}right to left\u{2066}",
    "שלום عرب 日本 😀",
    "",
    "=HYPERLINK(\"x\"), 'quoted', \ttabbed",
    "nonchars \u{fffe}\u{ffff} ]]> --> <!-- <![CDATA[",
    "; } digraph { a -> b [label=\"",
];

#[derive(Clone, Debug)]
pub struct Stated {
    pub source: usize,
    pub target: usize,
    pub predicate: Predicate,
    pub polarity: Polarity,
    pub modality: Modality,
    pub date: Option<Date>,
    pub acts: bool,
}

pub fn entity(n: usize) -> GraphEntity {
    let kind = EntityKind::ALL[n % EntityKind::ALL.len()];
    GraphEntity::new(format!("{kind}:{n} {}", HOSTILE[n % HOSTILE.len()]), kind, HOSTILE[n % HOSTILE.len()])
}

fn add(graph: &mut RelationGraph, stated: &Stated) {
    let actor = stated.acts.then(|| entity(0));
    let evidence = Evidence::new(
        Participant::new(entity(stated.source)).with_actor(actor),
        entity(stated.target),
        HOSTILE[(stated.source + stated.target) % HOSTILE.len()],
    )
    .with_modality(stated.modality)
    .with_date(stated.date)
    .with_document(HOSTILE[stated.target % HOSTILE.len()])
    .with_confidence(0.5);
    graph.add_relation(stated.predicate, stated.polarity, evidence);
}

pub fn graph_of<'a>(all: impl IntoIterator<Item = &'a Stated>) -> RelationGraph {
    let mut graph = RelationGraph::new();
    all.into_iter().for_each(|stated| add(&mut graph, stated));
    graph
}

/// A graph with every hostile name, every predicate, and both polarities.
pub fn everything() -> RelationGraph {
    let stated = |(n, &predicate): (usize, &Predicate)| Stated {
        source: n % HOSTILE.len(),
        target: (n * 5 + 1) % HOSTILE.len(),
        predicate,
        polarity: Polarity::ALL[n % 2],
        modality: Modality::ALL[n % Modality::ALL.len()],
        date: Date::from_ymd(2024, 5, 12),
        acts: n % 3 == 0,
    };
    graph_of(&Predicate::ALL.iter().enumerate().map(stated).collect::<Vec<_>>())
}
