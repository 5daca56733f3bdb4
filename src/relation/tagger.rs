//! One reading for each unit: the cheapest path (Viterbi 1967) by the costs of `transitions.toml`, with two bits of
//! memory beside the last tag: whether the clause has its finite verb, and whether the sentence has one.

use super::{
    cues::Cues,
    lexicon::{Lexicon, Reading, Tag, WordList},
    unit::Units,
};

/// Buffers of the tagger.
#[derive(Debug, Default)]
pub(crate) struct Tagger {
    readings: Vec<Reading>,
    /// Of each column: where it came from.
    cells: Vec<Cell>,
    columns: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    reading: Reading,
    /// The clause has its finite verb.
    finite: bool,
    /// The sentence has one.
    ever: bool,
    cost: u32,
    from: usize,
    traits: Traits,
}

/// What counts of a reading for those that follow it.
#[derive(Clone, Copy, Debug)]
struct Traits {
    opens_clause: bool,
    /// An auxiliary or "to".
    governs: bool,
    /// "helped rebuild"
    bare: bool,
    /// "its ally Jordan"
    title: bool,
}

impl Traits {
    fn of(reading: Reading, lexicon: &Lexicon) -> Self {
        let Reading { tag, lemma, .. } = reading;
        Self {
            opens_clause: opens_clause(tag),
            governs: tag.is_auxiliary() || tag == Tag::To,
            bare: tag.is_verb() && lexicon.is(WordList::Bare, lemma),
            title: tag == Tag::Noun && lexicon.is(WordList::Other, lemma),
        }
    }
}

/// Begins a new clause, which may have a finite verb of its own.
fn opens_clause(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Comma
            | Tag::Subordinator
            | Tag::That
            | Tag::Relative
            | Tag::Conjunction
            | Tag::Colon
            | Tag::Stop
            | Tag::Quote
    )
}

/// May be the sentence's finite verb; past forms that are participles too included.
fn is_finite(tag: Tag) -> bool {
    tag.is_finite() || tag == Tag::VerbEd
}

impl Tagger {
    /// Whether the cell stands for an auxiliary or "to", or for what may stand between such a one and its verb.
    fn is_governed(&self, mut at: usize) -> bool {
        for _ in 0..3 {
            let cell = self.cells[at];
            if !matches!(cell.reading.tag, Tag::Negation | Tag::Adverb | Tag::Quote) {
                return cell.traits.governs;
            }
            at = cell.from;
        }
        false
    }

    /// Chooses tag and lemma of each unit.
    pub(crate) fn tag(&mut self, text: &str, units: &mut Units, lexicon: &Lexicon) {
        self.cells.clear();
        self.columns.clear();
        let title_case = units.is_title_case();
        let costs = &lexicon.costs;
        let cues = Cues::new(units, lexicon);
        for i in 0..units.units.len() {
            units.readings(i, text, title_case, lexicon, &mut self.readings);
            let before = self.columns.last().copied();
            let start = self.cells.len();
            for &reading in &self.readings {
                let cue = cues.of(i, reading);
                let traits = Traits::of(reading, lexicon);
                let Some((from, to)) = before else {
                    let start = u32::from(costs.after[Tag::COUNT][reading.tag as usize]);
                    let cost = start + u32::from(reading.cost) + cue.cost;
                    let finite = is_finite(reading.tag);
                    self.cells.push(Cell { reading, finite, ever: finite, cost, from: 0, traits });
                    continue;
                };
                let own_cost = u32::from(reading.cost) + cue.cost;
                let tag_is_finite = reading.tag.is_finite();
                // "said Peru had": the verb that follows is another clause's
                let says = reading.tag.is_verb() && lexicon.is(WordList::Saying, reading.lemma);
                // where the cheapest way to each of the four came from, and its cost
                let mut best: [Option<(u32, usize)>; 4] = [None; 4];
                for at in from..to {
                    crate::steps::count(1);
                    let cell = &self.cells[at];
                    let carried = cell.finite && !cell.traits.opens_clause;
                    let governed =
                        || cue.governed || cell.traits.governs || reading.tag == Tag::Verb && self.is_governed(at);
                    let second = carried && tag_is_finite && !governed();
                    let bare = reading.tag == Tag::Verb && cell.traits.bare;
                    let title = reading.tag == Tag::Name && cell.traits.title;
                    let follows =
                        if bare || title { 0 } else { costs.after[cell.reading.tag as usize][reading.tag as usize] };
                    let cost = cell.cost
                        + own_cost
                        + u32::from(follows).saturating_sub(cue.discount)
                        + cues.disagreement(i, cell.reading.tag, reading.tag)
                        // "has already provided", not "provided that"
                        + if reading.tag == Tag::Subordinator && self.is_governed(at) { 3 } else { 0 }
                        + if second && !bare { u32::from(costs.second_finite) } else { 0 };
                    // a past form after a noun mostly is the clause's verb
                    let past =
                        reading.tag == Tag::VerbEd && matches!(cell.reading.tag, Tag::Name | Tag::Noun | Tag::Pronoun);
                    // "its plan to stay is": an infinitive is no clause's finite verb
                    let infinitive = cell.reading.tag == Tag::To && tag_is_finite;
                    let finite = (carried || tag_is_finite && !infinitive || past) && !says;
                    let ever = cell.ever || is_finite(reading.tag);
                    let slot = &mut best[usize::from(finite) + 2 * usize::from(ever)];
                    if slot.is_none_or(|(least, _)| cost < least) {
                        *slot = Some((cost, at));
                    }
                }
                for (kind, way) in best.into_iter().enumerate() {
                    let (finite, ever) = (kind & 1 != 0, kind & 2 != 0);
                    let cell = |(cost, from)| Cell { reading, finite, ever, cost, from, traits };
                    self.cells.extend(way.map(cell));
                }
            }
            self.columns.push((start, self.cells.len()));
        }
        let Some(&(from, to)) = self.columns.last() else { return };
        let end = |cell: &Cell| cell.cost + if cell.ever { 0 } else { u32::from(costs.no_finite) };
        let Some(mut at) = (from..to).min_by_key(|&at| end(&self.cells[at])) else { return };
        for unit in units.units.iter_mut().rev() {
            let cell = self.cells[at];
            unit.tag = cell.reading.tag;
            unit.lemma = cell.reading.lemma;
            at = cell.from;
        }
    }
}
