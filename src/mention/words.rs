//! English words of closed classes that tell names from what stands next to them; in small letters, sorted.

/// Whether the word, in any case, is in a sorted list.
pub(super) fn is_in(list: &[&str], word: &str) -> bool {
    // The longest listed word is shorter than this.
    let mut lowered = [0; 24];
    let Some(lowered) = lowered.get_mut(..word.len()) else { return false };
    lowered.copy_from_slice(word.as_bytes());
    lowered.make_ascii_lowercase();
    list.binary_search_by(|listed| listed.as_bytes().cmp(lowered)).is_ok()
}

/// Words that begin sentences or stand before a name with a capital without being part of it.
#[rustfmt::skip]
pub(super) const FUNCTION: &[&str] = &[
    "a", "about", "according", "across", "after", "again", "against", "ago", "all", "along", "already", "also",
    "although", "always", "amid", "among", "an", "and", "another", "anti", "any", "april", "are", "around", "as",
    "asked", "at", "aug", "august", "away", "back", "because", "before", "behind", "besides", "between", "beyond",
    "both", "but", "by", "can", "central", "certainly", "could", "day", "dear", "december", "despite", "did", "do",
    "does", "down", "during", "each", "earlier", "early", "east", "eastern", "either", "elsewhere", "especially",
    "even", "eventually", "ever", "every", "except", "february", "finally", "first", "following", "for", "former",
    "formerly", "friday", "from", "given", "had", "has", "have", "he", "her", "here", "his", "how", "however", "i",
    "if", "in", "indeed", "inside", "instead", "into", "is", "it", "its", "january", "july", "june", "just",
    "landlocked", "last", "late", "later", "like", "likewise", "many", "march", "may", "meanwhile", "monday", "more",
    "moreover", "most", "must", "near", "nearby", "neighboring", "neighbouring", "neither", "never", "nevertheless",
    "new", "next", "no", "non", "none", "nor", "north", "northern", "not", "november", "now", "october", "of", "off",
    "often", "on", "once", "one", "only", "or", "other", "our", "out", "outside", "over", "past", "perhaps", "post",
    "pre", "pro", "recently", "saturday", "second", "september", "several", "she", "should", "since",
    "so", "some", "sometimes", "soon", "south", "southern", "still", "such", "sunday", "than", "that", "the", "their",
    "then", "there", "therefore", "these", "they", "this", "those", "though", "three", "through", "throughout",
    "thursday", "thus", "tiny", "to", "today", "tomorrow", "too", "toward", "towards", "tuesday", "two", "under",
    "unless", "unlike", "until", "up", "upon", "via", "was", "we", "wednesday", "were", "west", "western", "what",
    "when", "where", "whereas", "whether", "which", "while", "who", "whose", "why", "will", "with", "within",
    "without", "would", "yes", "yesterday", "yet", "you", "your",
];

/// What stands before a person's name in place of an office.
#[rustfmt::skip]
pub(super) const HONORIFICS: &[&str] = &[
    "adm", "admiral", "amb", "archbishop", "ayatollah", "baroness", "bishop", "brig", "capt", "captain", "cardinal",
    "col", "colonel", "comrade", "dame", "dr", "field marshal", "gen", "general", "gov", "governor", "hajji", "judge",
    "justice", "lady", "lieutenant", "lord", "lt", "madame", "maj", "major", "marshal", "miss", "mr", "mrs", "ms",
    "mullah", "pm", "pope", "pres", "prof", "professor", "rep", "representative", "secretary", "sen", "senator",
    "sgt", "sheikh", "sir",
];

/// Organs and offices, which follow a state's name with a capital.
#[rustfmt::skip]
pub(super) const ORGANS: &[&str] = &[
    "administration", "air", "airstrikes", "ambassador", "armed", "army", "border", "cabinet", "central",
    "chancellor", "chief", "coast", "congress", "constitution", "consulate", "court", "cyber", "defence", "defense",
    "delegation", "deputy", "diplomats", "doctrine", "embassy", "emperor", "envoy", "era", "finance", "fleet",
    "force", "forces", "foreign", "general", "government", "health", "house", "intelligence", "interior", "justice",
    "king", "lawmakers", "marines", "military", "minister", "ministry", "mission", "national", "naval", "navy",
    "officials", "parliament", "police", "premier", "president", "presidential", "prime", "prince", "princess",
    "queen", "sanctions", "secretary", "security", "senate", "soldiers", "spokesman", "spokesperson", "spokeswoman",
    "state", "strikes", "sultan", "supreme", "tariffs", "trade", "treasury", "troops", "vice", "warplanes", "warship",
    "warships",
];

/// Words before a title or a name that say when the office is held, not by whom.
pub(super) const QUALIFIERS: &[&str] = &[
    "acting",
    "caretaker",
    "current",
    "deposed",
    "ex",
    "former",
    "incoming",
    "interim",
    "late",
    "new",
    "ousted",
    "outgoing",
    "then",
];

/// Prepositions of place.
pub(super) const LOCATIVES: &[&str] = &["across", "around", "at", "in", "inside", "near", "outside", "throughout"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [FUNCTION, HONORIFICS, ORGANS, QUALIFIERS, LOCATIVES] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn case_and_length_do_not_matter() {
        assert!(is_in(FUNCTION, "In") && is_in(FUNCTION, "ALTHOUGH"));
        assert!(!is_in(FUNCTION, "Inn") && !is_in(FUNCTION, ""));
        assert!(!is_in(FUNCTION, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"));
    }
}
