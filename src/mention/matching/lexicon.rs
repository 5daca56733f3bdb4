use super::{Candidate, Casing, boundary::is_word_start, fold::Case, index::NameIndex, shards::Shards, starts::Starts};
use crate::{error::Error, gazetteer::Gazetteer, text::Span};

/// The index of the embedded gazetteer's names, made by the build script.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/name-index.postcard"));

/// All spellings of all names, and which names each may be.
#[derive(Clone, Debug)]
pub(in crate::mention) struct Lexicon {
    starts: Starts,
    /// Names as they are written.
    cased: Shards,
    /// Names in small letters, for stretches in which case says nothing.
    folded: Shards,
}

impl Lexicon {
    /// Fails when the names are longer than 32 bits number.
    pub(in crate::mention) fn new(gazetteer: &Gazetteer) -> Result<Self, Error> {
        let NameIndex { starts, cased, folded } = index(gazetteer)?;
        Ok(Self { starts, cased: Shards::new(cased, Case::Kept), folded: Shards::new(folded, Case::Lowered) })
    }

    /// Where names may begin.
    pub(super) const fn starts(&self) -> &Starts {
        &self.starts
    }

    /// The longest name from `at` in its own case: its end, and its pattern.
    pub(super) fn longest_cased(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        self.cased.longest(text, at)
    }

    /// The longest name from `at` in any case.
    pub(super) fn longest_folded(&self, text: &str, at: usize) -> Option<(usize, u32)> {
        let (end, pattern) = self.folded.longest(text, at)?;
        Some((end, pattern + self.first_folded()))
    }

    /// Patterns are keys, those in small letters numbered after the others.
    fn first_folded(&self) -> u32 {
        self.cased.keys().len() as u32
    }

    /// Appends the names that stand within a longer one, of those that overlap the first.
    pub(in crate::mention) fn within(&self, text: &str, outer: Span, casing: Casing, out: &mut Vec<Candidate>) {
        let folded = casing == Casing::Lower;
        // From its own start a shorter one ends before its last word.
        let shorter = outer.of(text).rfind([' ', '-', '\u{2011}']).map_or(outer.start, |end| outer.start + end);
        let mut free = outer.start;
        for (at, _) in outer.of(text).char_indices() {
            let at = outer.start + at;
            if at < free || !is_word_start(text, at) || !text[at..].starts_with(char::is_alphanumeric) {
                continue;
            }
            let until = &text[..if at == outer.start { shorter } else { outer.end }];
            let found = if folded { self.longest_folded(until, at) } else { self.longest_cased(until, at) };
            if let Some((end, pattern)) = found {
                out.push(Candidate { span: Span::new(at, end), pattern, casing });
                free = end;
            }
        }
    }

    /// The names that a pattern may be, as indices into the gazetteer's, in its order.
    pub(in crate::mention) fn names(&self, pattern: u32) -> impl Iterator<Item = u32> + Clone + '_ {
        match pattern.checked_sub(self.first_folded()) {
            None => self.cased.keys().names(pattern as usize),
            Some(pattern) => self.folded.keys().names(pattern as usize),
        }
    }
}

/// The embedded index, with what files of one's own add.
fn index(gazetteer: &Gazetteer) -> Result<NameIndex, Error> {
    let own = &gazetteer.own_names;
    let index = || NameIndex::new(own.iter().map(|&number| (number, &gazetteer.names[number as usize])));
    if own.len() == gazetteer.names.len() {
        return index();
    }
    let embedded: NameIndex = postcard::from_bytes(EMBEDDED).expect("the build script wrote it");
    if own.is_empty() {
        return Ok(embedded);
    }
    let numbers = (0..).zip(&gazetteer.names).map(|(number, _)| number);
    let numbers: Vec<u32> = numbers.filter(|number| own.binary_search(number).is_err()).collect();
    Ok(embedded.merge(&numbers, &index()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_names(gazetteer: &Gazetteer) -> NameIndex {
        NameIndex::new((0..).zip(&gazetteer.names)).unwrap()
    }

    #[test]
    fn the_embedded_index_is_that_of_the_embedded_names() {
        let gazetteer = Gazetteer::embedded();
        assert!(index(&gazetteer).unwrap() == all_names(&gazetteer));
    }

    #[test]
    fn names_of_ones_own_are_added_to_the_embedded_index() {
        let file = "[[entity]]\nid = \"country:JPN\"\nextends = true\nnames = [\"Yamato\"]\n
            [[entity]]\nid = \"group:black-hand\"\nname = \"Black Hand\"\n
            [[decoy]]\nreason = \"a film\"\nnames = [\"The Black Hand Returns\"]";
        let gazetteer = Gazetteer::builder().add_str("mine.toml", file).build().unwrap();
        let own = gazetteer.own_names.iter().map(|&number| gazetteer.names[number as usize].text());
        assert_eq!(own.collect::<Vec<_>>(), ["Yamato", "Black Hand", "The Black Hand Returns"]);
        assert!(index(&gazetteer).unwrap() == all_names(&gazetteer));
    }

    #[test]
    fn each_spelling_is_a_pattern() {
        let file = "[[entity]]\nid = \"group:hand\"\nname = \"Black Hand\"\nnames = [\"Black Hands\", \"Hand\"]";
        let gazetteer = Gazetteer::builder().without_embedded().add_str("mine.toml", file).build().unwrap();
        let lexicon = Lexicon::new(&gazetteer).unwrap();
        let mut patterns = Vec::new();
        for (text, name) in [("Black Hand", 0), ("Black Hands", 1), ("Hand", 2)] {
            let (end, cased) = lexicon.longest_cased(text, 0).unwrap();
            let (_, folded) = lexicon.longest_folded(&text.to_uppercase(), 0).unwrap();
            assert_eq!(end, text.len());
            assert!(lexicon.names(cased).eq([name]) && lexicon.names(folded).eq([name]));
            patterns.extend([cased, folded]);
        }
        patterns.sort_unstable();
        patterns.dedup();
        assert_eq!(patterns.len(), 6);
        assert_eq!(lexicon.longest_cased("Blackbird", 0), None);
    }
}
