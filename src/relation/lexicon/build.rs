//! From the language files and the rules' triggers to the lexicon.

use std::collections::{HashMap, HashSet};

use super::{
    AuxiliaryForm, Governs, InPhrases, Language, Lemma, LemmaFacts, Lexicon, Markers, NounClass, NounPart, NounPhrase,
    Phrase, Pronoun, Reading, Tag, TagCosts, VerbPhrase, WordFacts, WordId, WordList, inflect,
};
use crate::relation::Modality;

/// What a rare reading costs the tagger.
const RARE: u8 = 1;

/// What one costs that hardly ever is meant.
const SELDOM: u8 = 3;

/// Collects words; triggers of rules are added before [`LexiconBuilder::build`].
#[derive(Debug)]
pub(crate) struct LexiconBuilder {
    lexicon: Lexicon,
    words: Vec<NewWord>,
    lemmas: HashMap<String, Lemma>,
    /// "lemma" → (past, participle).
    irregular_verbs: HashMap<String, (String, String)>,
    irregular_nouns: HashMap<String, String>,
    double: HashSet<String>,
    rare: HashMap<(Tag, Lemma), u8>,
}

/// A word while its readings are collected.
#[derive(Debug, Default)]
struct NewWord {
    readings: Vec<Reading>,
    facts: WordFacts,
}

impl LexiconBuilder {
    pub(crate) fn new(language: &Language) -> Result<Self, String> {
        let mut builder = Self {
            lexicon: Lexicon::default(),
            words: Vec::new(),
            lemmas: HashMap::from([(String::new(), Lemma::UNKNOWN)]),
            irregular_verbs: HashMap::new(),
            irregular_nouns: HashMap::new(),
            double: language.verbs.double.iter().cloned().collect(),
            rare: HashMap::new(),
        };
        for row in &language.verbs.irregular {
            let [lemma, past, participle] = row.split(' ').collect::<Vec<_>>()[..] else {
                return Err(format!("irregular verb {row:?} (expected \"lemma past participle\")"));
            };
            builder.irregular_verbs.insert(lemma.into(), (past.into(), participle.into()));
        }
        for row in &language.nouns.irregular {
            let (singular, plural) =
                row.split_once(' ').ok_or_else(|| format!("irregular noun {row:?} (expected \"singular plural\")"))?;
            builder.irregular_nouns.insert(singular.into(), plural.into());
        }
        builder.closed_classes(language)?;
        builder.open_classes(language);
        let (rare, seldom) = (&language.words.rare, &language.words.seldom);
        let costs = rare.iter().map(|list| (RARE, list)).chain(seldom.iter().map(|list| (SELDOM, list)));
        for (cost, (class, words)) in costs {
            let tag = Tag::from_name(class).ok_or_else(|| format!("unknown word class {class:?}"))?;
            for text in words {
                let lemma = if tag == Tag::Noun { builder.noun(text) } else { builder.lemma(text) };
                builder.rare.insert((tag, lemma), cost);
            }
        }
        builder.controls(language)?;
        builder.costs(language)?;
        builder.lexicon.be = builder.lemma("be");
        builder.lexicon.say = builder.verb(&language.verbs.say);
        Ok(builder)
    }

    /// The lexicon as it is embedded: [`Lexicon::index`] makes it ready.
    pub(crate) fn build(mut self) -> Lexicon {
        for phrases in self.lexicon.phrases.values_mut() {
            phrases.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        for phrases in self.lexicon.verb_phrases.values_mut() {
            phrases.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        for phrases in self.lexicon.noun_phrases.values_mut() {
            phrases.sort_by_key(|p| std::cmp::Reverse(p.before.len()));
        }
        for last in self.lexicon.noun_phrases.keys().copied().collect::<Vec<_>>() {
            self.mark(last, |facts| facts.0 |= LemmaFacts::PHRASE);
        }
        for verb in self.lexicon.verb_phrases.keys().copied().collect::<Vec<_>>() {
            self.mark(verb, |facts| facts.0 |= LemmaFacts::VERB_PHRASE);
        }
        for (class, lemma) in self.lexicon.governs.keys().copied().collect::<Vec<_>>() {
            self.mark(lemma, |facts| facts.0 |= LemmaFacts::governing(class));
        }
        let firsts = self.lexicon.phrases.keys().map(|first| (*first, InPhrases::FIRST));
        let seconds = self.lexicon.phrases.values().flatten().map(|p| (p.rest[0], InPhrases::SECOND));
        let particles = self.lexicon.verb_phrases.values().flatten().map(|p| (p.first, InPhrases::AFTER_VERB));
        for (word, place) in firsts.chain(seconds).chain(particles) {
            self.words[word.0 as usize].facts.phrases.0 |= place;
        }
        for mut reading in self.words.iter().flat_map(|word| word.readings.iter().copied()) {
            let class = if reading.tag.is_verb() { Tag::Verb } else { reading.tag };
            reading.cost = self.rare.get(&(class, reading.lemma)).copied().unwrap_or_default();
            self.lexicon.readings.push(reading);
        }
        let mut end = 0;
        self.lexicon.ends.extend(self.words.iter().map(|word| {
            end += word.readings.len() as u32;
            end
        }));
        let facts = self.words.iter().map(|word| word.facts);
        let noted = (0..).map(WordId).zip(facts).filter(|(_, facts)| *facts != WordFacts::default());
        self.lexicon.noted.extend(noted);
        self.lexicon
    }

    /// Notes something of a lemma.
    fn mark(&mut self, lemma: Lemma, change: impl Fn(&mut LemmaFacts)) {
        let mut facts = self.lexicon.lemma(lemma);
        change(&mut facts);
        let place = 2 * lemma.0 as usize;
        let rows = &mut self.lexicon.lemmas;
        rows.resize(rows.len().max(place + 2), 0);
        rows[place..place + 2].copy_from_slice(&[facts.0 as u32, (facts.0 >> 32) as u32]);
    }

    /// A verb with all its forms, or a verb with the words that follow it.
    pub(crate) fn verb(&mut self, text: &str) -> Lemma {
        let Some((head, rest)) = text.split_once(' ') else { return self.plain_verb(text) };
        let head = self.plain_verb(head);
        let mut rest = rest.split(' ').map(|word| self.word(word)).collect::<Vec<_>>();
        let first = rest.remove(0);
        let lemma = self.lemma(text);
        let phrases = self.lexicon.verb_phrases.entry(head).or_default();
        if phrases.iter().all(|p| (p.first, &p.rest) != (first, &rest)) {
            phrases.push(VerbPhrase { first, rest, lemma });
        }
        lemma
    }

    fn plain_verb(&mut self, text: &str) -> Lemma {
        let lemma = self.lemma(text);
        let auxiliary = |id: &WordId| self.words[id.0 as usize].readings.iter().any(|r| r.tag.is_auxiliary());
        if self.lexicon.forms.id(text).as_ref().is_some_and(auxiliary) {
            return lemma; // "would like", "be in talks": the closed class has its forms
        }
        let double = self.double.contains(text);
        self.read(text, Tag::Verb, lemma);
        self.read(&inflect::with_s(text), Tag::VerbS, lemma);
        self.read(&inflect::with_ing(text, double), Tag::VerbIng, lemma);
        match self.irregular_verbs.get(text).cloned() {
            Some((past, participle)) if past == participle => self.read(&past, Tag::VerbEd, lemma),
            Some((past, participle)) => {
                self.read(&past, Tag::VerbPast, lemma);
                self.read(&participle, Tag::VerbEn, lemma);
            }
            None => self.read(&inflect::with_ed(text, double), Tag::VerbEd, lemma),
        }
        if double && text.ends_with('l') {
            self.read(&inflect::with_ing(text, false), Tag::VerbIng, lemma); // American "traveling", "canceled"
            self.read(&inflect::with_ed(text, false), Tag::VerbEd, lemma);
        }
        lemma
    }

    /// A noun with its plural; of several words the last is inflected, or the first where "of" follows it.
    pub(crate) fn noun(&mut self, text: &str) -> Lemma {
        let Some((before, last)) = text.rsplit_once(' ') else { return self.plain_noun(text) };
        let lemma = self.lemma(text);
        let last = self.plain_noun(last);
        let before: Vec<NounPart> = before
            .split(' ')
            .map(|word| NounPart {
                word: self.word(word),
                lemma: self.lemmas.get(word).copied().unwrap_or(Lemma::UNKNOWN),
            })
            .collect();
        let (phrases, phrase) = (self.lexicon.noun_phrases.entry(last).or_default(), NounPhrase { before, lemma });
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
        lemma
    }

    fn plain_noun(&mut self, text: &str) -> Lemma {
        let plural = self.irregular_nouns.get(text).cloned().unwrap_or_else(|| inflect::with_s(text));
        // "troops" is listed as it is, and the same noun as "troop"
        let known = self.noun_lemma(text).or_else(|| self.noun_lemma(&plural));
        let lemma = known.unwrap_or_else(|| self.lemma(text));
        let closed = |id: &WordId| self.words[id.0 as usize].readings.iter().any(|r| r.tag == Tag::Preposition);
        if self.lexicon.forms.id(text).as_ref().is_some_and(closed) {
            return lemma; // "proposal to", "rounding up": the last word is no noun
        }
        self.read(text, Tag::Noun, lemma);
        self.read(&plural, Tag::Noun, lemma);
        lemma
    }

    fn noun_lemma(&self, form: &str) -> Option<Lemma> {
        let id = self.lexicon.forms.id(form)?;
        self.words[id.0 as usize].readings.iter().find(|r| r.tag == Tag::Noun).map(|r| r.lemma)
    }

    pub(crate) fn adjective(&mut self, text: &str) -> Lemma {
        let lemma = self.lemma(text);
        self.read(text, Tag::Adjective, lemma);
        lemma
    }

    /// Any word by its form: a part of a compound, a preposition in a slot.
    pub(crate) fn word(&mut self, form: &str) -> WordId {
        self.lexicon.forms.id(form).unwrap_or_else(|| {
            self.words.push(NewWord::default());
            self.lexicon.forms.add(form)
        })
    }

    fn lemma(&mut self, text: &str) -> Lemma {
        if let Some(&lemma) = self.lemmas.get(text) {
            return lemma;
        }
        let lemma = Lemma(u32::try_from(self.lemmas.len()).expect("fewer than 2^32 lemmas"));
        self.lemmas.insert(text.into(), lemma);
        lemma
    }

    fn read(&mut self, form: &str, tag: Tag, lemma: Lemma) {
        let id = self.word(form);
        let readings = &mut self.words[id.0 as usize].readings;
        if readings.iter().all(|r| r.tag != tag) {
            readings.push(Reading { tag, lemma, cost: 0 });
        }
    }

    fn closed_classes(&mut self, language: &Language) -> Result<(), String> {
        for (class, words) in &language.words.words {
            let (tag, negative, conditional) = match class.as_str() {
                "negative-determiner" => (Tag::Determiner, true, false),
                "conditional" => (Tag::Subordinator, false, true),
                name => {
                    let tag = Tag::from_name(name).ok_or_else(|| format!("unknown word class {name:?}"))?;
                    (tag, tag == Tag::Negation, false)
                }
            };
            for text in words {
                let id = self.function_word(text, tag);
                let facts = &mut self.words[id.0 as usize].facts;
                facts.negative |= negative;
                facts.conditional |= conditional;
            }
        }
        let markers = &language.words.markers;
        let mut words = |texts: &[String]| texts.iter().map(|text| self.word(text)).collect();
        let (between, attribution) = (words(&markers.between), words(&markers.attribution));
        let (origin, indefinite) = (words(&markers.origin), words(&markers.indefinite));
        let (place, together) = (words(&markers.place), words(&markers.together));
        let (former, definite) = (words(&markers.former), words(&markers.definite));
        let (example, capacity) = (words(&markers.example), words(&markers.capacity));
        let (suffered, aloof) = (words(&markers.suffered), words(&markers.aloof));
        let (occasion, dative) = (words(&markers.occasion), words(&markers.dative));
        let (moment, addressing) = (words(&markers.moment), words(&markers.addressing));
        let (alternative, adversative) = (words(&markers.alternative), words(&markers.adversative));
        let (inverting, pair, related) = (words(&markers.inverting), words(&markers.pair), words(&markers.related));
        let partial = words(&markers.partial);
        let (owned, loyal) = (words(&markers.owned), words(&markers.loyal));
        let (fused, whether) = (words(&markers.fused), words(&markers.whether));
        let (agent, part) = (self.word(&markers.agent), self.word(&markers.part));
        let money = self.lemma(&markers.money);
        self.lexicon.markers = Markers {
            agent,
            part,
            between,
            attribution,
            occasion,
            moment,
            addressing,
            dative,
            origin,
            former,
            definite,
            place,
            together,
            indefinite,
            money,
            alternative,
            adversative,
            inverting,
            pair,
            related,
            partial,
            owned,
            loyal,
            fused,
            whether,
            example,
            capacity,
            suffered,
            aloof,
        };
        let pronouns = &language.words.pronouns;
        for (pronoun, words) in [
            (Pronoun::Person, &pronouns.person),
            (Pronoun::Thing, &pronouns.thing),
            (Pronoun::Plural, &pronouns.plural),
            (Pronoun::Reflexive, &pronouns.reflexive),
            (Pronoun::Reciprocal, &pronouns.reciprocal),
            (Pronoun::Speaker, &pronouns.speaker),
            (Pronoun::Fact, &pronouns.fact),
        ] {
            for text in words {
                let id = self.word(text);
                self.words[id.0 as usize].facts.pronoun = Some(pronoun);
            }
        }
        for (ending, names) in &language.words.endings {
            let tags: Result<_, String> = names
                .iter()
                .map(|name| Tag::from_name(name).ok_or_else(|| format!("unknown word class {name:?}")))
                .collect();
            self.lexicon.endings.push((ending.as_str().into(), tags?));
        }
        self.lexicon.endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        let modals = &language.words.modals;
        for (modality, words) in [
            (Modality::Planned, &modals.planned),
            (Modality::Possible, &modals.possible),
            (Modality::Hypothetical, &modals.hypothetical),
            (Modality::Requested, &modals.requested),
        ] {
            for text in words {
                let id = self.word(text);
                self.words[id.0 as usize].facts.modal = Some(modality);
            }
        }
        for text in &language.words.sport {
            let id = self.word(text);
            self.words[id.0 as usize].facts.sport = true;
        }
        for text in modals.negative.iter().chain(&language.words.negative) {
            let id = self.word(text);
            self.words[id.0 as usize].facts.negative = true;
        }
        let forms = &language.words.forms;
        for (form, words) in [
            (AuxiliaryForm::Base, &forms.base),
            (AuxiliaryForm::Participle, &forms.participle),
            (AuxiliaryForm::Gerund, &forms.gerund),
        ] {
            for text in words {
                let id = self.word(text);
                self.words[id.0 as usize].facts.form = form;
            }
        }
        Ok(())
    }

    /// A function word, or several that count as one.
    fn function_word(&mut self, text: &str, tag: Tag) -> WordId {
        let lemma = match tag {
            Tag::Be => self.lemma("be"),
            Tag::Have => self.lemma("have"),
            Tag::Do => self.lemma("do"),
            _ => self.lemma(text),
        };
        self.read(text, tag, lemma);
        let id = self.word(text);
        if let Some((first, rest)) = text.split_once(' ') {
            let first = self.word(first);
            let rest: Vec<WordId> = rest.split(' ').map(|word| self.word(word)).collect();
            let phrases = self.lexicon.phrases.entry(first).or_default();
            if phrases.iter().all(|p| p.rest != rest) {
                phrases.push(Phrase { rest, word: id });
            }
        }
        id
    }

    fn open_classes(&mut self, language: &Language) {
        for text in &language.verbs.verbs {
            self.verb(text);
        }
        for row in &language.verbs.irregular {
            self.verb(row.split(' ').next().unwrap_or_default());
        }
        for (list, words) in [
            (WordList::Light, &language.verbs.light),
            (WordList::Bare, &language.verbs.bare),
            (WordList::Receiving, &language.verbs.receiving),
            (WordList::Claiming, &language.verbs.claiming),
            (WordList::Copular, &language.verbs.copular),
            (WordList::Letting, &language.verbs.letting),
            (WordList::Transitive, &language.verbs.transitive),
            (WordList::Intransitive, &language.verbs.intransitive),
            (WordList::Saying, &language.verbs.saying),
            (WordList::Reporting, &language.verbs.reporting),
            (WordList::Naming, &language.verbs.naming),
            (WordList::Repeating, &language.verbs.repeating),
            (WordList::Following, &language.verbs.following),
        ] {
            for text in words {
                let lemma = self.verb(text);
                self.mark(lemma, |facts| facts.0 |= 1 << list as u64);
            }
        }
        for text in &language.nouns.nouns {
            self.noun(text);
        }
        for (list, words) in [
            (WordList::Shared, &language.nouns.shared),
            (WordList::Body, &language.nouns.bodies),
            (WordList::Seated, &language.agents.seated),
            (WordList::Voice, &language.agents.voices),
            (WordList::Other, &language.agents.others),
            (WordList::Deed, &language.nouns.deeds),
            (WordList::Statement, &language.nouns.statements),
            (WordList::Example, &language.nouns.examples),
            (WordList::Side, &language.nouns.sides),
            (WordList::Land, &language.nouns.lands),
            (WordList::Force, &language.agents.forces),
            (WordList::Grouping, &language.agents.groupings),
            (WordList::Armed, &language.agents.armed),
            (WordList::Wares, &language.nouns.wares),
        ] {
            for text in words {
                let lemma = self.noun(text);
                self.mark(lemma, |facts| facts.0 |= 1 << list as u64);
            }
        }
        for row in &language.nouns.irregular {
            self.noun(row.split(' ').next().unwrap_or_default());
        }
        let agents = &language.agents;
        for (class, words) in [
            (NounClass::Time, &language.nouns.time),
            (NounClass::Quantity, &language.nouns.quantity),
            (NounClass::Nobody, &agents.nobody),
            (NounClass::Nobody, &agents.others),
            (NounClass::People, &agents.peoples),
            (NounClass::Instrument, &agents.instruments),
            (NounClass::Agent, &agents.agents),
        ] {
            for text in words {
                let lemma = self.noun(text);
                self.mark(lemma, |facts| facts.set_class(class));
            }
        }
        for text in &language.adjectives.adjectives {
            self.adjective(text);
        }
        for text in &language.adjectives.adverbs {
            self.function_word(text, Tag::Adverb);
        }
    }

    fn controls(&mut self, language: &Language) -> Result<(), String> {
        for control in &language.controls.control {
            let governs = Governs::compile(control)?;
            let verbs: Vec<_> = control.verbs.iter().map(|text| (Tag::Verb, self.verb(text))).collect();
            let nouns: Vec<_> = control.nouns.iter().map(|text| (Tag::Noun, self.noun(text))).collect();
            let adjectives: Vec<_> =
                control.adjectives.iter().map(|text| (Tag::Adjective, self.adjective(text))).collect();
            for key in verbs.into_iter().chain(nouns).chain(adjectives) {
                self.lexicon.governs.entry(key).or_default().push(governs);
            }
        }
        Ok(())
    }

    fn costs(&mut self, language: &Language) -> Result<(), String> {
        let transitions = &language.transitions;
        let costs = &mut self.lexicon.costs;
        costs.second_finite = transitions.default.second_finite;
        costs.no_finite = transitions.default.no_finite;
        costs.to.fill(transitions.default.after_mark);
        for (from, to) in &transitions.after {
            let before = match from.as_str() {
                "start" => TagCosts::START,
                name => Tag::from_name(name).ok_or_else(|| format!("unknown word class {name:?}"))? as usize,
            };
            let mut set = |tag: usize, cost| costs.to[tag * TagCosts::BEFORE + before] = cost;
            (0..Tag::COUNT).for_each(|tag| set(tag, transitions.default.after_word));
            for tag in [Tag::Mark, Tag::Quote, Tag::Colon, Tag::Open, Tag::Close, Tag::Hyphen, Tag::Stop] {
                set(tag as usize, transitions.default.after_mark);
            }
            for (name, &cost) in to {
                let tag = Tag::from_name(name).ok_or_else(|| format!("unknown word class {name:?}"))?;
                set(tag as usize, cost);
            }
        }
        Ok(())
    }
}
