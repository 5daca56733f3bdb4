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
                return cell.reading.tag.is_auxiliary() || cell.reading.tag == Tag::To;
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
                let Some((from, to)) = before else {
                    let start = u32::from(costs.after[Tag::COUNT][reading.tag as usize]);
                    let cost = start + u32::from(reading.cost) + cue.cost;
                    let finite = is_finite(reading.tag);
                    self.cells.push(Cell { reading, finite, ever: finite, cost, from: 0 });
                    continue;
                };
                let mut best: [Option<Cell>; 4] = [None; 4];
                for at in from..to {
                    crate::steps::count(1);
                    let cell = self.cells[at];
                    let carried = cell.finite && !opens_clause(cell.reading.tag);
                    let auxiliary = cell.reading.tag.is_auxiliary() || cell.reading.tag == Tag::To;
                    let governed = cue.governed || auxiliary || reading.tag == Tag::Verb && self.is_governed(at);
                    let second = carried && reading.tag.is_finite() && !governed;
                    // "helped rebuild"
                    let bare = reading.tag == Tag::Verb
                        && cell.reading.tag.is_verb()
                        && lexicon.is(WordList::Bare, cell.reading.lemma);
                    // "its ally Jordan"
                    let title = reading.tag == Tag::Name
                        && cell.reading.tag == Tag::Noun
                        && lexicon.is(WordList::Other, cell.reading.lemma);
                    let follows =
                        if bare || title { 0 } else { costs.after[cell.reading.tag as usize][reading.tag as usize] };
                    let cost = cell.cost
                        + u32::from(reading.cost)
                        + cue.cost
                        + u32::from(follows).saturating_sub(cue.discount)
                        + cues.disagreement(i, cell.reading.tag, reading.tag)
                        // "has already provided", not "provided that"
                        + if reading.tag == Tag::Subordinator && self.is_governed(at) { 3 } else { 0 }
                        + if second && !bare { u32::from(costs.second_finite) } else { 0 };
                    // a past form after a noun mostly is the clause's verb
                    let past =
                        reading.tag == Tag::VerbEd && matches!(cell.reading.tag, Tag::Name | Tag::Noun | Tag::Pronoun);
                    // "its plan to stay is": an infinitive is no clause's finite verb
                    let infinitive = cell.reading.tag == Tag::To && reading.tag.is_finite();
                    // "said Peru had": the verb that follows is another clause's
                    let says = reading.tag.is_verb() && lexicon.is(WordList::Saying, reading.lemma);
                    let finite = (carried || reading.tag.is_finite() && !infinitive || past) && !says;
                    let ever = cell.ever || is_finite(reading.tag);
                    let slot = &mut best[usize::from(finite) + 2 * usize::from(ever)];
                    if slot.is_none_or(|b| cost < b.cost) {
                        *slot = Some(Cell { reading, finite, ever, cost, from: at });
                    }
                }
                self.cells.extend(best.into_iter().flatten());
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
