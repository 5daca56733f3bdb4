//! What in a row of nouns may stand for somebody at all: most rows hold nothing of the kind, and are not asked further.

use super::{
    chunk::{Chunk, ChunkKind, Chunks},
    clause::{Clause, Clauses, Link, Role},
    lexicon::{Lemma, Lexicon, NounClass, Pronoun, Tag, WordList},
    noun_group::NounGroup,
    rules::{RuleSet, TriggerClass},
    unit::Unit,
};

/// A set of such words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hint(u8);

impl Hint {
    pub(crate) const NONE: Self = Self(0);
    /// A name.
    pub(crate) const NAME: Self = Self(1);
    /// A pronoun or possessive that takes somebody up.
    pub(crate) const PRONOUN: Self = Self(1 << 1);
    /// A pronoun or noun that takes up what was told.
    pub(crate) const DEED: Self = Self(1 << 2);
    /// "both", "the two".
    pub(crate) const PAIR: Self = Self(1 << 3);
    /// "the country".
    pub(crate) const LAND: Self = Self(1 << 4);
    /// "the troops".
    pub(crate) const ORGAN: Self = Self(1 << 5);
    /// "its neighbour".
    pub(crate) const RELATED: Self = Self(1 << 6);
    /// "each other", which stands for nobody.
    pub(crate) const RECIPROCAL: Self = Self(1 << 7);
    /// Those behind which somebody may stand whatever was told, or whose search counts even if it is in vain.
    pub(crate) const LASTING: Self =
        Self(Self::NAME.0 | Self::PRONOUN.0 | Self::DEED.0 | Self::PAIR.0 | Self::LAND.0 | Self::RELATED.0);

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
thread_local! {
    /// Every row has all hints, so that no row is left out.
    pub(super) static ALL: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// The hints of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Hints {
    /// By noun group, those of its own words and of its owners'.
    groups: Vec<Hint>,
    /// By chunk, those of a row with all that says of it for whom it stands; of other chunks none.
    rows: Vec<Hint>,
    all: Hint,
}

impl Hints {
    /// Of the row at a chunk, and of what follows it.
    pub(crate) fn of_row(&self, chunk: usize) -> Hint {
        self.rows[chunk]
    }

    /// Of the whole sentence.
    pub(crate) const fn all(&self) -> Hint {
        self.all
    }
}

/// What hints are read from.
pub(crate) struct Source<'a> {
    pub(crate) units: &'a [Unit],
    pub(crate) chunks: &'a Chunks,
    pub(crate) clauses: &'a Clauses,
    /// The lemmas of noun phrases, by last unit.
    pub(crate) phrases: &'a [Option<(Lemma, usize)>],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) rules: &'a RuleSet,
}

impl Hints {
    pub(crate) fn read(&mut self, source: &Source<'_>) {
        let list = &source.chunks.chunks[..];
        self.groups.clear();
        for group in &source.chunks.noun_groups {
            let owners = group.owner.map_or(Hint::NONE, |owner| self.groups[owner]);
            self.groups.push(source.group(group).and(owners));
        }
        self.rows.clear();
        self.rows.resize(list.len(), Hint::NONE);
        self.all = Hint::NONE;
        for at in (0..list.len()).rev() {
            let ChunkKind::Nouns(row) = list[at].kind else { continue };
            let row = source.chunks.coordinations[row];
            let own = self.groups[row.first..row.end].iter().fold(Hint::NONE, |all, hint| all.and(*hint));
            self.rows[at] = source.beside(at).fold(own, |all, row| all.and(self.rows[row]));
            self.all = self.all.and(own);
        }
        // "In Lima the foreign ministry"
        if let [Chunk { kind: ChunkKind::Preposition(_), .. }, Chunk { kind: ChunkKind::Nouns(_), .. }, ..] = list {
            let place = self.rows[1];
            for (row, chunk) in self.rows.iter_mut().zip(list).take(4).skip(2) {
                if matches!(chunk.kind, ChunkKind::Nouns(_)) {
                    *row = row.and(place);
                }
            }
        }
        for clause in &source.clauses.clauses {
            if let Some((last, doer)) = source.doer(clause) {
                let doer = self.rows[doer];
                self.rows[..=last].iter_mut().for_each(|row| *row = row.and(doer));
            }
        }
        #[cfg(test)]
        if ALL.get() {
            self.rows.fill(Hint(u8::MAX));
            self.all = Hint(u8::MAX);
        }
    }
}

impl Source<'_> {
    fn group(&self, group: &NounGroup) -> Hint {
        let (first, head) = (&self.units[group.first], &self.units[group.head]);
        let markers = &self.lexicon.markers;
        let mut found = Hint::NONE;
        for unit in &self.units[group.first..=group.last] {
            if let Some((_, count)) = unit.mentions {
                found = found.and(Hint::NAME);
                if count > 1 {
                    found = found.and(Hint::PAIR); // "the two sides" whose names are known
                }
            }
        }
        if first.tag == Tag::Possessive {
            found = found.and(Hint::PRONOUN);
            if head.word.is_some_and(|word| markers.related.contains(&word)) {
                found = found.and(Hint::RELATED);
            }
        }
        match head.tag {
            Tag::Pronoun => found.and(Self::pronoun(head)).and(self.pair(group)),
            Tag::Noun => found.and(self.noun(group, head)),
            _ => found,
        }
    }

    fn pronoun(unit: &Unit) -> Hint {
        match unit.facts.pronoun {
            Some(Pronoun::Fact) => Hint::DEED,
            Some(Pronoun::Reciprocal) => Hint::RECIPROCAL,
            None | Some(Pronoun::Reflexive) => Hint::NONE,
            Some(Pronoun::Person | Pronoun::Thing | Pronoun::Plural | Pronoun::Speaker) => Hint::PRONOUN,
        }
    }

    fn pair(&self, group: &NounGroup) -> Hint {
        let pair = |u: &Unit| u.word.is_some_and(|word| self.lexicon.markers.pair.contains(&word));
        if self.units[group.first..=group.head].iter().any(pair) { Hint::PAIR } else { Hint::NONE }
    }

    fn noun(&self, group: &NounGroup, head: &Unit) -> Hint {
        let lexicon = self.lexicon;
        let lemma = self.phrases[group.head].map_or(head.lemma, |(lemma, _)| lemma);
        let deed = lexicon.is(WordList::Deed, lemma) || !self.rules.triggered(TriggerClass::Noun, lemma).is_empty();
        let organ = matches!(lexicon.noun_class(lemma), NounClass::Agent | NounClass::Instrument | NounClass::People);
        let mut found = Hint::NONE;
        if lexicon.is(WordList::Side, head.lemma) {
            found = found.and(self.pair(group));
        }
        let land = lexicon.is(WordList::Land, head.lemma);
        if deed || organ || land {
            let first = self.units[group.first].word;
            let definite = first.is_some_and(|word| lexicon.markers.definite.contains(&word));
            // "a charge that"
            if deed && (definite || first.is_some_and(|word| lexicon.markers.indefinite.contains(&word))) {
                found = found.and(Hint::DEED);
            }
            if organ && definite {
                found = found.and(Hint::ORGAN);
            }
            if land && definite {
                found = found.and(Hint::LAND);
            }
        }
        found
    }

    /// The rows after a row that say for whom it stands: "of Chad", "loyal to Chad", ", such as Chad".
    fn beside(&self, at: usize) -> impl Iterator<Item = usize> + use<'_> {
        let list = &self.chunks.chunks;
        let kind = |at: usize| list.get(at).map(|c| c.kind);
        let row = move |at: usize| matches!(kind(at), Some(ChunkKind::Nouns(_))).then_some(at);
        let introduced = move |at: usize| matches!(kind(at), Some(ChunkKind::Preposition(_)));
        let near = if introduced(at + 1) { row(at + 2) } else { None };
        let far = matches!(
            kind(at + 1),
            Some(ChunkKind::Adjective | ChunkKind::Verbs(_) | ChunkKind::Comma | ChunkKind::Dash)
        );
        let far = if far && introduced(at + 2) { row(at + 3) } else { None };
        near.into_iter().chain(far)
    }

    /// The last row of which a clause tells who did what it names, and who that is: "the attack claimed by".
    fn doer(&self, clause: &Clause) -> Option<(usize, usize)> {
        match clause.link {
            Link::Participle if clause.passive => {
                let by = clause.argument(Role::Preposition(self.lexicon.markers.agent))?;
                Some((clause.subject[0]?.chunk, by.chunk))
            }
            Link::Relative => {
                let doer = clause.subject[0]?;
                let verb = self.chunks.verb_groups[clause.verbs].verb;
                let last = clause.arguments.iter().map(|a| a.nouns.chunk).max()?;
                self.lexicon.is(WordList::Claiming, verb).then_some((last, doer.chunk))
            }
            _ => None,
        }
    }
}
