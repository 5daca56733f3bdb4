//! From relation files to rules; every fault names the rule.

use std::collections::{BTreeMap, HashSet};

use super::{Asks, Content, Kinds, PatternFile, Rule, RuleSet, Slot, TriggerClass, source::RuleSource};
use crate::{
    gazetteer::EntityKind,
    relation::{
        Modality, Polarity, Predicate, RuleId,
        confidence::{ConfidenceFile, Weights},
        lexicon::{Lemma, LexiconBuilder, WordId},
    },
};

type Sets = BTreeMap<String, Vec<String>>;

/// Collects files; rules of earlier files come first.
#[derive(Debug, Default)]
pub(crate) struct RuleSetBuilder {
    set: RuleSet,
    ids: HashSet<String>,
    /// Rules of the user's files, which stand for the embedded ones with the same id.
    replaced: HashSet<String>,
    /// What was counted of rules that come from now on.
    counts: Option<ConfidenceFile>,
}

impl RuleSetBuilder {
    /// Adds a file's rules and their triggers.
    ///
    /// # Errors
    ///
    /// The faulty rule's id and what is wrong with it.
    pub(crate) fn add(&mut self, file: &PatternFile, lexicon: &mut LexiconBuilder) -> Result<(), (String, String)> {
        for source in &file.rules {
            if self.replaced.contains(&source.id) {
                continue;
            }
            self.rule(source, &file.sets, lexicon).map_err(|reason| (source.id.clone(), reason))?;
        }
        Ok(())
    }

    /// What was added so far replaces what will come with the same ids.
    pub(crate) fn replace_later(&mut self) {
        self.replaced = std::mem::take(&mut self.ids);
    }

    /// Rules that come from now on are as reliable as the file says.
    pub(crate) fn count(&mut self, counts: &ConfidenceFile) {
        self.counts = Some(counts.clone());
    }

    pub(crate) fn build(self, weights: Weights) -> RuleSet {
        let mut set = RuleSet { weights, ..self.set };
        set.mark();
        set
    }

    fn rule(&mut self, source: &RuleSource, sets: &Sets, lexicon: &mut LexiconBuilder) -> Result<(), String> {
        if source.id.is_empty() {
            return Err("a rule without id".into());
        }
        if !self.ids.insert(source.id.clone()) {
            return Err("a second rule with this id".into());
        }
        let predicate = Predicate::from_name(&source.predicate)
            .ok_or_else(|| format!("unknown predicate {:?}", source.predicate))?;
        let id = RuleId(u32::try_from(self.set.rules.len()).map_err(|_| "too many rules")?);
        let class = self.triggers(source, sets, lexicon, id)?;
        let slots = |given: &Option<Vec<String>>, default: &[Slot], lexicon: &mut LexiconBuilder| match given {
            Some(names) if names.is_empty() => Err("an empty list of slots".to_owned()),
            Some(names) => Ok(names.iter().map(|name| slot(name, lexicon)).collect()),
            None if default.is_empty() => Err("no target (only verbs and compounds have one by default)".to_owned()),
            None => Ok(default.to_vec()),
        };
        let (source_default, target_default) = defaults(class, predicate, lexicon);
        let rule = Rule {
            id: source.id.as_str().into(),
            predicate,
            source: slots(&source.source, &source_default, lexicon)?,
            target: slots(&source.target, &target_default, lexicon)?,
            subject: lemmas(&source.subject, sets, lexicon)?,
            object: lemmas(&source.object, sets, lexicon)?,
            not_object: lemmas(&source.not_object, sets, lexicon)?,
            not_subject: lemmas(&source.not_subject, sets, lexicon)?,
            phrase: lemmas(&source.phrase, sets, lexicon)?,
            content: Content {
                verbs: verb_lemmas(&source.content.verbs, sets, lexicon)?,
                adjectives: adjective_lemmas(&source.content.adjectives, sets, lexicon)?,
                nouns: lemmas(&source.content.nouns, sets, lexicon)?,
                objects: lemmas(&source.content.objects, sets, lexicon)?,
                phrases: phrases(&source.content.phrases, sets, lexicon)?,
                not_verbs: verb_lemmas(&source.content.not_verbs, sets, lexicon)?,
                own: source.content.own,
                expletive: source.content.expletive,
                asked: source.content.asked,
                doer: source.content.doer,
                denied: source.content.denied,
                passive: source.content.passive,
            },
            beside: match &source.beside {
                Some(beside) => {
                    Some((slots(&Some(beside.slots.clone()), &[], lexicon)?, kinds(&beside.kinds, Kinds::ALL)?))
                }
                None => None,
            },
            denied: source.denied,
            hosts: source.hosts,
            named: source.named,
            inserted: source.inserted,
            deed: verb_lemmas(&source.deed, sets, lexicon)?,
            source_kinds: kinds(&source.source_kinds, Kinds::ALL.without(EntityKind::Region))?,
            target_kinds: kinds(&source.target_kinds, Kinds::ALL)?,
            polarity: named(source.polarity.as_deref(), Polarity::from_name, "polarity")?,
            modality: named(source.modality.as_deref(), Modality::from_name, "modality")?,
            clause_modality: named(source.clause_modality.as_deref(), Modality::from_name, "modality")?,
            occasion: source.occasion,
            people: source.people,
            alone: source.alone,
            reverse: source.reverse,
            joint: source.joint.unwrap_or(predicate.is_symmetric()),
            joint_about: source.joint == Some(true),
            reliability: match source.weight.unwrap_or(0.85) {
                weight if (0.0..=1.0).contains(&weight) => {
                    self.counts.as_ref().map_or(weight, |counts| counts.reliability(&source.id, weight))
                }
                weight => return Err(format!("weight {weight} (expected 0 to 1)")),
            },
        };
        self.set.asks.push(Asks::of(&rule, class));
        self.set.rules.push(rule);
        Ok(())
    }

    fn triggers(
        &mut self,
        source: &RuleSource,
        sets: &Sets,
        lexicon: &mut LexiconBuilder,
        id: RuleId,
    ) -> Result<TriggerClass, String> {
        let lists = [
            (TriggerClass::Verb, &source.verbs),
            (TriggerClass::Noun, &source.nouns),
            (TriggerClass::Adjective, &source.adjectives),
            (TriggerClass::Compound, &source.compounds),
        ];
        let mut given = lists.into_iter().filter(|(_, words)| !words.is_empty());
        let (Some((class, words)), None) = (given.next(), given.next()) else {
            return Err("expected one list of triggers: verbs, nouns, adjectives or compounds".into());
        };
        for text in expand(words, sets)? {
            let lemma = match class {
                TriggerClass::Verb => lexicon.verb(&text),
                TriggerClass::Noun => lexicon.noun(&text),
                TriggerClass::Adjective => lexicon.adjective(&text),
                TriggerClass::Compound => {
                    let word = lexicon.word(&text);
                    self.set.by_compound.entry(word).or_default().push(id);
                    continue;
                }
            };
            let ids = self.set.by_lemma.entry((class, lemma)).or_default();
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
        Ok(class)
    }
}

fn defaults(class: TriggerClass, predicate: Predicate, lexicon: &mut LexiconBuilder) -> (Vec<Slot>, Vec<Slot>) {
    match class {
        TriggerClass::Verb => (vec![Slot::Subject], vec![Slot::Object]),
        TriggerClass::Noun => {
            let source = vec![Slot::Owner, slot("by", lexicon), slot("from", lexicon), Slot::Subject];
            (source, if predicate.is_symmetric() { vec![slot("with", lexicon)] } else { vec![] })
        }
        TriggerClass::Adjective => (vec![Slot::Subject], vec![]),
        TriggerClass::Compound => (vec![Slot::Prefix], vec![Slot::Head]),
    }
}

fn slot(name: &str, lexicon: &mut LexiconBuilder) -> Slot {
    let named = Slot::NAMED.into_iter().find(|slot| slot.as_str() == name);
    named.unwrap_or_else(|| Slot::Preposition(lexicon.word(name)))
}

/// Words with the sets that they name filled in.
fn expand(words: &[String], sets: &Sets) -> Result<Vec<String>, String> {
    let mut all = Vec::with_capacity(words.len());
    for word in words {
        match word.strip_prefix('@') {
            Some(name) => all.extend_from_slice(sets.get(name).ok_or_else(|| format!("no set {name:?} in this file"))?),
            None if word.trim().is_empty() => return Err("an empty word".into()),
            None => all.push(word.clone()),
        }
    }
    Ok(all)
}

fn lemmas(words: &[String], sets: &Sets, lexicon: &mut LexiconBuilder) -> Result<Vec<Lemma>, String> {
    let mut all: Vec<Lemma> = expand(words, sets)?.iter().map(|word| lexicon.noun(word)).collect();
    all.sort_unstable();
    Ok(all)
}

fn adjective_lemmas(words: &[String], sets: &Sets, lexicon: &mut LexiconBuilder) -> Result<Vec<Lemma>, String> {
    let mut all: Vec<Lemma> = expand(words, sets)?.iter().map(|word| lexicon.adjective(word)).collect();
    all.sort_unstable();
    Ok(all)
}

fn verb_lemmas(words: &[String], sets: &Sets, lexicon: &mut LexiconBuilder) -> Result<Vec<Lemma>, String> {
    let mut all: Vec<Lemma> = expand(words, sets)?.iter().map(|word| lexicon.verb(word)).collect();
    all.sort_unstable();
    Ok(all)
}

/// "in breach", "to blame": a preposition and the noun that it introduces, or "to" and a verb.
fn phrases(words: &[String], sets: &Sets, lexicon: &mut LexiconBuilder) -> Result<Vec<(WordId, Lemma)>, String> {
    let phrase = |text: String| {
        let (word, head) =
            text.split_once(' ').ok_or_else(|| format!("{text:?} (expected a preposition and a noun)"))?;
        let lemma = if word == "to" { lexicon.verb(head) } else { lexicon.noun(head) };
        Ok((lexicon.word(word), lemma))
    };
    expand(words, sets)?.into_iter().map(phrase).collect()
}

fn kinds(names: &[String], default: Kinds) -> Result<Kinds, String> {
    if names.is_empty() {
        return Ok(default);
    }
    names.iter().try_fold(Kinds::NONE, |kinds, name| {
        let kind = EntityKind::ALL.into_iter().find(|k| k.as_str() == name);
        Ok(kinds.with(kind.ok_or_else(|| format!("unknown kind {name:?}"))?))
    })
}

fn named<T>(name: Option<&str>, find: fn(&str) -> Option<T>, what: &str) -> Result<Option<T>, String> {
    name.map(|name| find(name).ok_or_else(|| format!("unknown {what} {name:?}"))).transpose()
}
