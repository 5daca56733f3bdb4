//! When two spellings are the same name.

use deunicode::deunicode;

/// How well a name of the gazetteer fits the one that is looked for; the better the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The same words, in whatever order.
    Same,
    /// A part of the name, as a surname is, or the name with more words about it.
    Part,
    /// As before, with a letter or two of a word otherwise: another transliteration, or a slip.
    Near,
}

/// The words of a name without case, marks and punctuation: "Al-Ḥusayn" gives "al", "husayn".
pub(crate) fn words(name: &str) -> Vec<String> {
    let legible = name.replace(char::REPLACEMENT_CHARACTER, "");
    let plain = deunicode(&legible).to_lowercase().replace(['\'', '`'], "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How the words of a name of the gazetteer fit those that are looked for.
pub(crate) fn fit(wanted: &[String], known: &[String]) -> Option<Fit> {
    let same = |a: &str, b: &str| a == b;
    if wanted.len() == known.len() && contains(known, wanted, same) {
        Some(Fit::Same)
    } else if is_part(wanted, known, same) {
        Some(Fit::Part)
    } else if is_part(wanted, known, are_near) {
        Some(Fit::Near)
    } else {
        None
    }
}

/// Whether one name has all words of the other. A single word is part of a longer name, but does not make up one.
fn is_part(wanted: &[String], known: &[String], are_same: fn(&str, &str) -> bool) -> bool {
    contains(known, wanted, are_same) || known.len() > 1 && contains(wanted, known, are_same)
}

/// Whether every word of the shorter name stands in the longer, each for one.
fn contains(longer: &[String], shorter: &[String], are_same: fn(&str, &str) -> bool) -> bool {
    let mut left: Vec<&String> = longer.iter().collect();
    let mut take = |word| left.iter().position(|other| are_same(other, word)).map(|found| left.swap_remove(found));
    !shorter.is_empty() && shorter.iter().all(|word| take(word).is_some())
}

/// Words of three letters may differ in one, of seven in two. A single letter stands for a word that begins with it.
fn are_near(a: &str, b: &str) -> bool {
    let allowed = match a.len().min(b.len()) {
        1 => return a.starts_with(b) || b.starts_with(a),
        2 => 0,
        3..7 => 1,
        _ => 2,
    };
    strsim::damerau_levenshtein(a, b) <= allowed
}
