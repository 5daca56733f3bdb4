//! Reports that are copies of one another.

use std::{
    collections::{HashMap, HashSet, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

use super::Evidence;

/// So many words make a shingle: Broder's resemblance of documents (1997), on sentences.
const SHINGLE: usize = 3;
/// So far apart, in days, are the documents that carry one report.
const DAYS: i32 = 7;

/// Which of the evidence are no copies of earlier ones. A copy shares half of all its and the other's shingles.
///
/// The exact resemblance is taken, not one estimated from sketches: the sentences of one edge are few. Only sentences that have
/// a shingle in common are compared.
pub(super) fn reports<'e>(evidence: impl IntoIterator<Item = &'e Evidence>) -> Vec<usize> {
    let mut found: Vec<Report> = Vec::new();
    let mut by_shingle: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, evidence) in evidence.into_iter().enumerate() {
        let shingles = shingles(evidence.sentence());
        let day = evidence.date().map(|date| date.day_number());
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for shingle in &shingles {
            for &report in by_shingle.get(shingle).into_iter().flatten() {
                *shared.entry(report).or_default() += 1;
            }
        }
        let is_copy = shared.into_iter().any(|(report, both)| {
            let known = &found[report];
            let near = known.day.zip(day).is_none_or(|(one, other)| (other - one).abs() <= DAYS);
            near && 2 * both >= known.shingles + shingles.len() - both
        });
        if !is_copy {
            for &shingle in &shingles {
                by_shingle.entry(shingle).or_default().push(found.len());
            }
            found.push(Report { index, shingles: shingles.len(), day });
        }
    }
    found.into_iter().map(|report| report.index).collect()
}

struct Report {
    index: usize,
    shingles: usize,
    day: Option<i32>,
}

/// Every three words that follow one another, whatever their case and what stands between them.
fn shingles(sentence: &str) -> HashSet<u64> {
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    if words.is_empty() {
        return HashSet::from([hash(&[sentence])]);
    }
    words.windows(SHINGLE.min(words.len())).map(hash).collect()
}

fn hash<W: Hash>(words: &[W]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{gazetteer::EntityKind, graph::GraphEntity};

    fn kept(sentences: &[(&str, &str)]) -> Vec<usize> {
        let entity = GraphEntity::new("country:JPN", EntityKind::Country, "Japan");
        let evidence = sentences.iter().map(|(date, sentence)| {
            Evidence::new(entity.clone(), entity.clone(), *sentence).with_date(date.parse().ok())
        });
        reports(&evidence.collect::<Vec<_>>())
    }

    #[test]
    fn wire_copy_counts_once() {
        let wire = "China condemned the AUKUS pact on Tuesday, calling it a relic of the Cold War, state media said.";
        let edited =
            "China condemned the AUKUS pact on Tuesday, calling it a relic of the cold war, the agency reported.";
        let own = "On Tuesday Beijing's foreign ministry condemned the pact of the three navies as dangerous.";
        assert_eq!(kept(&[("2024-05-12", wire), ("2024-05-12", edited), ("2024-05-13", own)]), [0, 2]);
        assert_eq!(kept(&[("2024-05-12", wire), ("2024-05-19", wire), ("2024-05-20", wire)]), [0, 2], "a week");
        assert_eq!(kept(&[("2024-05-12", wire), ("", edited)]), [0]);
    }

    #[test]
    fn short_sentences_must_be_the_same() {
        assert_eq!(kept(&[("", "China met Japan."), ("", "Japan met China."), ("", "CHINA met Japan")]), [0, 1]);
        assert_eq!(kept(&[("", ""), ("", "…"), ("", "")]), [0, 1]);
    }
}
