use crate::{
    extraction::Extraction,
    gazetteer::Entity,
    relation::{Predicate, QuadClass, Relation, RelationClass},
};

/// A relation as an event.
pub(super) struct EventRecord<'e> {
    pub(super) extraction: &'e Extraction<'e>,
    pub(super) relation: &'e Relation,
    pub(super) id: String,
    pub(super) source: Side<'e>,
    pub(super) target: Side<'e>,
    pub(super) plover: &'static str,
    pub(super) cameo: &'static str,
    pub(super) quad: u8,
    pub(super) goldstein: f64,
}

/// Who is named, for whom he acts, and by which words.
pub(super) struct Side<'e> {
    pub(super) named: &'e Entity,
    pub(super) actor: &'e Entity,
    #[cfg(feature = "json")]
    pub(super) words: &'e str,
}

impl<'e> EventRecord<'e> {
    /// Nothing for structural facts.
    pub(super) fn new(extraction: &'e Extraction<'_>, number: usize, relation: &'e Relation) -> Option<Self> {
        let predicate = relation.predicate();
        let document = extraction.document().id().unwrap_or("document");
        let side = |mention: usize| {
            let mention = &extraction.mentions()[mention];
            let named = extraction.entity(mention.entity());
            let actor = mention.actor().map_or(named, |id| extraction.entity(id));
            Side {
                named,
                actor,
                #[cfg(feature = "json")]
                words: mention.span().of(extraction.text()),
            }
        };
        Some(Self {
            extraction,
            relation,
            id: format!("{document}-{number}"),
            source: side(relation.source()),
            target: side(relation.target()),
            plover: plover(predicate)?,
            cameo: predicate.cameo()?,
            quad: match predicate.quad()? {
                QuadClass::VerbalCooperation => 1,
                QuadClass::MaterialCooperation => 2,
                QuadClass::VerbalConflict => 3,
                QuadClass::MaterialConflict => 4,
            },
            goldstein: predicate.goldstein()?,
        })
    }

    pub(super) fn sentence(&self) -> &'e str {
        self.extraction.sentence(self.relation).of(self.extraction.text())
    }
}

/// PLOVER's type; nothing for structural facts. Those of CAMEO's codes are after the project's own table of 2021.
fn plover(predicate: Predicate) -> Option<&'static str> {
    match predicate {
        Predicate::Joins | Predicate::Invites => Some("SUPPORT"),
        Predicate::Leaves | Predicate::Excludes => Some("SANCTION"),
        _ if predicate.class() == RelationClass::Membership => None,
        _ => Some(predicate.class().as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_a_type_a_code_and_a_value() {
        for &predicate in Predicate::ALL {
            assert_eq!(plover(predicate).is_some(), predicate.cameo().is_some(), "{predicate}");
            assert_ne!(plover(predicate), Some("MEMBERSHIP"));
        }
    }
}
