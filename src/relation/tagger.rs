//! One reading for each unit: the cheapest path (Viterbi 1967) by the costs of `transitions.toml`, with two bits of
//! memory beside the last tag: whether the clause has its finite verb, and whether the sentence has one.

use std::ops::Range;

use super::{
    cues::{Cue, Cues, Disagreement},
    lexicon::{Lexicon, Reading, Tag, TagCosts, TagSet, WordList},
    unit::Units,
};

/// Buffers of the tagger.
#[derive(Debug, Default)]
pub(crate) struct Tagger {
    readings: Vec<Reading>,
    cells: Vec<Cell>,
}

/// The cheapest way to one reading of a unit with one memory.
#[derive(Clone, Copy, Debug)]
struct Cell {
    reading: Reading,
    /// The cell of the unit before from which it was reached.
    from: u32,
    cost: u32,
    /// The clause has its finite verb, which the next unit still belongs to.
    carried: bool,
    /// The sentence has one.
    ever: bool,
    governs: Governing,
    /// A verb that another follows without "to", a noun that a name follows.
    bare: bool,
    title: bool,
}

/// Whether a cell stands for an auxiliary or "to", or for up to two of what may stand between such a one and its verb.
#[derive(Clone, Copy, Debug, Default)]
struct Governing(u8);

impl Governing {
    const NOW: u8 = 1;
    /// After two others too.
    const SOON: u8 = 1 << 2;

    fn of(tag: Tag, before: Self) -> Self {
        const BETWEEN: TagSet = TagSet::of(&[Tag::Negation, Tag::Adverb, Tag::Quote]);
        const GOVERNORS: TagSet = TagSet::AUXILIARIES.with(Tag::To);
        match tag {
            _ if BETWEEN.has(tag) => Self(before.0 << 1 & 0b110),
            _ if GOVERNORS.has(tag) => Self(0b111),
            _ => Self(0),
        }
    }

    const fn is(self, distance: u8) -> bool {
        self.0 & distance != 0
    }
}

/// Begins a new clause, which may have a finite verb of its own.
const OPENS_CLAUSE: TagSet = TagSet::of(&[
    Tag::Comma,
    Tag::Subordinator,
    Tag::That,
    Tag::Relative,
    Tag::Conjunction,
    Tag::Colon,
    Tag::Stop,
    Tag::Quote,
]);

/// May be the sentence's finite verb; past forms that are participles too included.
const FINITE: TagSet = TagSet::FINITE.with(Tag::VerbEd);

/// Have their subject's number, and cues for themselves.
const AGREEING: TagSet = TagSet::of(&[Tag::Verb, Tag::VerbS]);

const VERBAL: TagSet = TagSet::VERBS.union(TagSet::AUXILIARIES);

/// What a reading costs and what comes of it, whatever stands before.
struct Arrival<'l> {
    reading: Reading,
    cost: u32,
    cue: Cue,
    disagreement: Disagreement,
    /// "said Peru had": the verb that follows is another clause's.
    says: bool,
    /// By the class before, and at the start.
    follows: &'l [u8; Tag::COUNT + 1],
    lexicon: &'l Lexicon,
}

impl Arrival<'_> {
    /// Of the first unit.
    fn first(&self, governing: Governing) -> Cell {
        let finite = FINITE.has(self.reading.tag);
        self.cell(u32::from(self.follows[TagCosts::START]) + self.cost, 0, finite, finite, governing)
    }

    /// Adds the cheapest cells of the column, one for each memory, after those of the column before.
    fn after_all(&self, before: Range<usize>, cells: &mut Vec<Cell>) {
        match self.reading.tag {
            tag if VERBAL.has(tag) => self.cheapest(before, cells, |cell| self.verbal_after(cell)),
            // "has already provided", not "provided that"
            Tag::Subordinator => self.cheapest(before, cells, |cell| {
                let governed = cell.governs.is(Governing::SOON);
                (self.cost_after(cell) + if governed { 3 } else { 0 }, cell.carried)
            }),
            // "its ally Jordan"
            Tag::Name => self.cheapest(before, cells, |cell| {
                (if cell.title { cell.cost + self.cost } else { self.cost_after(cell) }, cell.carried)
            }),
            _ => self.cheapest(before, cells, |cell| (self.cost_after(cell), cell.carried)),
        }
    }

    /// `way` gives what it costs to come from a cell, and whether the clause then has its finite verb.
    #[inline]
    fn cheapest(&self, before: Range<usize>, cells: &mut Vec<Cell>, way: impl Fn(&Cell) -> (u32, bool)) {
        crate::steps::count(before.len());
        let is_finite = FINITE.has(self.reading.tag);
        if before.len() == 1 {
            let cell = cells[before.start];
            let (cost, finite) = way(&cell);
            cells.push(self.cell(cost, before.start, finite, cell.ever || is_finite, cell.governs));
            return;
        }
        let mut best = [(u32::MAX, 0); 4];
        for (cell, at) in cells[before.clone()].iter().zip(before) {
            let (cost, finite) = way(cell);
            let slot = &mut best[usize::from(finite) + 2 * usize::from(cell.ever || is_finite)];
            if cost < slot.0 {
                *slot = (cost, at);
            }
        }
        for (memory, &(cost, from)) in best.iter().enumerate() {
            if cost < u32::MAX {
                cells.push(self.cell(cost, from, memory & 1 != 0, memory & 2 != 0, cells[from].governs));
            }
        }
    }

    fn cost_after(&self, cell: &Cell) -> u32 {
        cell.cost + self.cost + u32::from(self.follows[cell.reading.tag as usize])
    }

    /// The way to a verb or an auxiliary.
    fn verbal_after(&self, cell: &Cell) -> (u32, bool) {
        let (before, tag) = (cell.reading.tag, self.reading.tag);
        // "helped rebuild"
        let bare = tag == Tag::Verb && cell.bare;
        let follows = if bare { 0 } else { u32::from(self.follows[before as usize]) };
        let distance = if tag == Tag::Verb { Governing::SOON } else { Governing::NOW };
        let governed = self.cue.governed || cell.governs.is(distance);
        let is_finite = TagSet::FINITE.has(tag);
        let second = cell.carried && is_finite && !governed && !bare;
        // a past form after a noun mostly is the clause's verb
        let past = tag == Tag::VerbEd && matches!(before, Tag::Name | Tag::Noun | Tag::Pronoun);
        // "its plan to stay is": an infinitive is no clause's finite verb
        let infinitive = before == Tag::To;
        let finite = (cell.carried || is_finite && !infinitive || past) && !self.says;
        let cost = cell.cost
            + self.cost
            + follows.saturating_sub(self.cue.discount)
            + self.disagreement.after(before)
            + if second { u32::from(self.lexicon.costs.second_finite) } else { 0 };
        (cost, finite)
    }

    fn cell(&self, cost: u32, from: usize, finite: bool, ever: bool, governing: Governing) -> Cell {
        Cell { cost, carried: finite, ever, ..Cell::new(self.reading, from, governing, self.lexicon) }.within_clause()
    }
}

impl Cell {
    /// Of which nothing is known but what it comes from.
    fn new(reading: Reading, from: usize, governing: Governing, lexicon: &Lexicon) -> Self {
        Self {
            reading,
            from: from as u32,
            cost: 0,
            carried: false,
            ever: false,
            governs: Governing::of(reading.tag, governing),
            bare: reading.tag.is_verb() && lexicon.is(WordList::Bare, reading.lemma),
            title: reading.tag == Tag::Noun && lexicon.is(WordList::Other, reading.lemma),
        }
    }

    /// The only reading of a unit, no verb, after the only cell before: all costs grow alike.
    fn after_only(self, at: usize, reading: Reading, lexicon: &Lexicon) -> Self {
        let Self { cost, carried, ever, governs, .. } = self;
        Self { cost, carried, ever, ..Self::new(reading, at, governs, lexicon) }.within_clause()
    }

    /// With what the next unit still belongs to.
    fn within_clause(mut self) -> Self {
        self.carried &= !OPENS_CLAUSE.has(self.reading.tag);
        self
    }
}

impl Tagger {
    /// Chooses tag and lemma of each unit.
    pub(crate) fn tag(&mut self, text: &str, units: &mut Units, lexicon: &Lexicon) {
        let Self { readings, cells } = self;
        cells.clear();
        let title_case = units.is_title_case();
        let cues = Cues::new(units, lexicon);
        let mut before = 0..0;
        for i in 0..units.units.len() {
            let start = cells.len();
            let readings = units.readings(i, text, title_case, lexicon, readings);
            if let &[reading] = readings
                && before.len() == 1
                && !VERBAL.has(reading.tag)
            {
                crate::steps::count(1);
                cells.push(cells[before.start].after_only(before.start, reading, lexicon));
                before = start..start + 1;
                continue;
            }
            for &reading in readings {
                // what the only reading costs says nothing
                let alone = readings.len() == 1;
                let cue = if alone && !AGREEING.has(reading.tag) { Cue::default() } else { cues.of(i, reading, alone) };
                let arrival = Arrival {
                    reading,
                    cost: if alone { 0 } else { u32::from(reading.cost) + cue.cost },
                    cue,
                    disagreement: match AGREEING.has(reading.tag) {
                        true => cues.disagreement(i, reading.tag),
                        false => Disagreement::default(),
                    },
                    says: reading.tag.is_verb() && lexicon.is(WordList::Saying, reading.lemma),
                    follows: lexicon.costs.to(reading.tag),
                    lexicon,
                };
                if i == 0 {
                    cells.push(arrival.first(cells.first().map_or(Governing::default(), |first| first.governs)));
                } else {
                    arrival.after_all(before.clone(), cells);
                }
            }
            before = start..cells.len();
        }
        let end = |cell: &Cell| cell.cost + if cell.ever { 0 } else { u32::from(lexicon.costs.no_finite) };
        let Some(mut at) = before.min_by_key(|&at| end(&cells[at])) else { return };
        for unit in units.units.iter_mut().rev() {
            let Cell { reading, from, .. } = cells[at];
            unit.tag = reading.tag;
            unit.lemma = reading.lemma;
            at = from as usize;
        }
    }
}
