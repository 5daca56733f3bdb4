//! Events as political science keeps them.

mod actor;
#[cfg(feature = "json")]
mod plover;
mod record;
#[cfg(feature = "csv")]
mod table;

use record::EventRecord;

use crate::{
    extraction::Extraction,
    relation::{Modality, Polarity, Relation},
};

/// Which relations count as events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventScope {
    /// What is affirmed and has happened or happens, as event data have it.
    #[default]
    Happened,
    /// All that is said: planned, possible, requested and denied acts too, which the fields polarity and modality tell apart.
    Said,
}

/// The events of a document, an event a row: dated by the document, with PLOVER's types, CAMEO's codes and Goldstein's scale.
///
/// Sources and targets are the states and organisations for which persons act. Structural facts (`founds`, `member_of`,
/// `leads`, `represents`) are no events. What is a class of its own here, `MEMBERSHIP`, is in PLOVER what its code of CAMEO is:
///
/// | predicate | CAMEO | PLOVER |
/// | --- | --- | --- |
/// | `joins` | 057, sign formal agreement | SUPPORT |
/// | `invites` | 022, appeal for diplomatic cooperation | SUPPORT |
/// | `leaves` | 161, reduce or break relations | SANCTION |
/// | `excludes` | 162, reduce or stop aid; the nearest | SANCTION |
///
/// All other [predicates](crate::Predicate) have the PLOVER type of their [class](crate::RelationClass), and the code of
/// [`Predicate::cameo`](crate::Predicate::cameo).
///
#[cfg_attr(
    feature = "json",
    doc = r#"```
use geopol::{Date, Document, Events, Extractor};

let date: Date = "2024-05-12".parse()?;
let document = Document::new("China condemned AUKUS. Japan may join AUKUS.").with_id("wire-17").with_date(date);
let extraction = Extractor::new().extract(document);
let mut lines = Vec::new();
Events::new(&extraction).write_plover(&mut lines)?;
let event: serde_json::Value = serde_json::from_slice(&lines)?;
assert_eq!((&event["id"], &event["date"]), (&"wire-17-0".into(), &"2024-05-12".into()));
assert_eq!((&event["source"][0]["code"], &event["event"][0]), (&"CHN".into(), &"ACCUSE".into()));
assert_eq!((&event["quad_code"], &event["event_scale"]), (&3.into(), &(-2.0).into()));
# Ok::<(), Box<dyn std::error::Error>>(())
```"#
)]
#[derive(Clone, Debug)]
pub struct Events<'e, 't> {
    extraction: &'e Extraction<'t>,
    scope: EventScope,
}

impl<'e, 't> Events<'e, 't> {
    /// The events of an extraction.
    #[must_use]
    pub const fn new(extraction: &'e Extraction<'t>) -> Self {
        Self { extraction, scope: EventScope::Happened }
    }

    /// Sets which relations count.
    pub const fn scope(&mut self, scope: EventScope) -> &mut Self {
        self.scope = scope;
        self
    }

    fn records(&self) -> impl Iterator<Item = EventRecord<'e>> {
        let (extraction, scope) = (self.extraction, self.scope);
        let counts = move |relation: &Relation| {
            scope == EventScope::Said
                || relation.polarity() == Polarity::Affirmed && relation.modality() == Modality::Actual
        };
        let relations = extraction.relations().iter().enumerate();
        relations.filter(move |(_, relation)| counts(relation)).filter_map(|(n, r)| EventRecord::new(extraction, n, r))
    }
}
