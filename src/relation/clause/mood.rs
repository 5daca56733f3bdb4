//! Polarity, modality and speaker of each clause, from its verb group and what governs it.

use super::{Link, reader::Reader};
use crate::relation::{
    Modality, Polarity,
    lexicon::{Complements, Controller, Governs, Tag, WordList},
    unit::Unit,
};

impl Reader<'_> {
    pub(super) fn finish(&mut self) {
        self.share_objects();
        self.share_auxiliaries();
        let asked = self.is_asked();
        for report in std::mem::take(&mut self.reports) {
            self.mood(report); // what it reports stands before it
        }
        for i in 0..self.out.clauses.len() {
            self.mood(i);
            if asked {
                let mood = &mut self.out.clauses[i].mood;
                mood.modality = mood.modality.max(Modality::Possible);
            }
        }
    }

    /// "Will Japan join?": begins with an auxiliary and ends with a question mark.
    pub(super) fn is_asked(&self) -> bool {
        let words = |u: &&Unit| !u.tag.is_mark();
        let first = self.units.iter().find(words).is_some_and(|u| u.tag.is_auxiliary());
        first && self.units.iter().rev().take(2).any(|u| u.question)
    }

    /// The clause's own mood under that of what governs it; governors come first, so theirs is known.
    pub(super) fn mood(&mut self, i: usize) {
        let clause = &self.out.clauses[i];
        let governor = clause.governor.map(|g| (g, &self.out.clauses[g]));
        let mut own = clause.mood;
        if clause.negated {
            own.polarity = Polarity::Negated;
        }
        if let Some(modal) = clause.modal {
            // "said it would": the future of the past
            let reported = clause.link == Link::Content && governor.is_some_and(|(g, _)| self.group(g).past);
            own.modality = own.modality.max(match modal {
                Modality::Hypothetical if reported => Modality::Planned,
                modal => modal,
            });
        }
        if clause.link == Link::Condition {
            own.modality = own.modality.max(Modality::Hypothetical);
        }
        if let Some(governs) = clause.governs {
            own.modality = own.modality.max(governs.modality.unwrap_or(Modality::Actual));
            own.polarity = own.polarity.max(governs.polarity.unwrap_or(Polarity::Affirmed));
        }
        if let Some(claim) = clause.claim.filter(|_| clause.governor.is_none()) {
            let noun = self.lexicon.governs(Tag::Noun, self.head(claim).lemma);
            let governs = noun.iter().find(|g| g.complements.meets(Complements::THAT));
            own.modality = own.modality.max(governs.and_then(|g| g.modality).unwrap_or(Modality::Actual));
            own.polarity = own.polarity.max(governs.and_then(|g| g.polarity).unwrap_or(Polarity::Affirmed));
            if self.is_negative(self.first_unit(claim)) {
                own.polarity = Polarity::Negated; // "no evidence that"
            }
        }
        let mut stated_by = None;
        if let Some((g, outer)) = governor {
            match clause.link {
                Link::Controlled => {
                    // "was asked to", not "has to"
                    let asked = |c: Governs| c.controller != Controller::Subject || self.out.clauses[g].passive;
                    let requested = clause.governs.is_some_and(|c| c.modality == Some(Modality::Requested) && asked(c));
                    let denied = clause.governs.is_some_and(|c| c.polarity.is_some());
                    if !requested && !denied && clause.governs.is_some() {
                        own = own.under(outer.mood);
                    } else if !requested {
                        own.modality = own.modality.max(outer.mood.modality);
                    }
                    // "did not rule out attacking": it may
                    if denied && outer.mood.polarity == Polarity::Negated {
                        own.polarity = if clause.negated { Polarity::Negated } else { clause.mood.polarity };
                        own.modality = own.modality.max(Modality::Possible);
                    }
                    stated_by = outer.stated_by;
                    if clause.governs.is_some_and(|c| c.attribution) {
                        stated_by = Some(g);
                    }
                }
                Link::Content if clause.asked => stated_by = outer.stated_by,
                Link::Content => {
                    let verbs = self.group(g);
                    let content = |c: &&Governs| c.complements.meets(Complements::THAT);
                    // "it is unlikely that"
                    let adjective = outer.adjective.filter(|_| verbs.copula).map(|unit| self.units[unit].lemma);
                    let governs = match adjective {
                        Some(lemma) => self.lexicon.governs(Tag::Adjective, lemma),
                        None => self.lexicon.verb_governs(verbs.lemma, verbs.verb),
                    };
                    if let Some(governs) = governs.iter().find(content) {
                        own.modality = own.modality.max(governs.modality.unwrap_or(Modality::Actual));
                        let denied = outer.mood.polarity == Polarity::Negated;
                        own.polarity = match governs.polarity {
                            // "did not deny that", "could not confirm that": it may be
                            Some(Polarity::Negated) if denied => own.polarity,
                            Some(Polarity::Affirmed) if denied => Polarity::Negated, // "is not true that"
                            polarity => own.polarity.max(polarity.unwrap_or(Polarity::Affirmed)),
                        };
                        let open = denied && (governs.attribution || governs.polarity == Some(Polarity::Negated));
                        own.modality = own.modality.max(if open { Modality::Possible } else { Modality::Actual });
                        stated_by = if governs.attribution && !denied { Some(g) } else { outer.stated_by };
                    } else if self.lexicon.is(WordList::Reporting, verbs.verb) {
                        stated_by = Some(g);
                    }
                }
                Link::Coordinate | Link::Relative | Link::Participle | Link::Adverbial | Link::Condition => {
                    stated_by = outer.stated_by;
                }
                Link::Main => {}
            }
        }
        let clause = &mut self.out.clauses[i];
        clause.mood = own;
        clause.stated_by = stated_by;
    }
}
