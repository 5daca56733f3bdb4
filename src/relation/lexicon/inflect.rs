//! Regular English inflection, after the spelling rules of any grammar; exceptions come from the data files.

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn consonant_y(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() > 1 && bytes[bytes.len() - 1] == b'y' && !is_vowel(bytes[bytes.len() - 2])
}

/// One vowel group, then a single consonant that is doubled before an ending: "ban", "stop".
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let n = bytes.len();
    n >= 3
        && !is_vowel(bytes[n - 1])
        && !matches!(bytes[n - 1], b'w' | b'x' | b'y')
        && is_vowel(bytes[n - 2])
        && !is_vowel(bytes[n - 3])
        && bytes[..n - 2].iter().all(|&b| !is_vowel(b))
}

/// "condemn" → "condemns"; also the plural of nouns.
pub(crate) fn with_s(word: &str) -> String {
    if consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    let after_o = word.ends_with('o') && word.len() > 1 && !is_vowel(word.as_bytes()[word.len() - 2]);
    format!("{word}{}", if sibilant || after_o { "es" } else { "s" })
}

/// The words of which the form may be the plural: "parties" → "partie", "parti", "party".
pub(crate) fn without_s(form: &str) -> impl Iterator<Item = String> {
    let stem = |end: &str, ending: &str| form.strip_suffix(end).map(|stem| format!("{stem}{ending}"));
    let found = [stem("s", ""), stem("es", ""), stem("ies", "y")];
    found.into_iter().flatten().filter(|singular| with_s(singular) == form).collect::<Vec<_>>().into_iter()
}

/// "condemn" → "condemned". `double`: the last consonant is doubled ("admit").
pub(crate) fn with_ed(word: &str, double: bool) -> String {
    if word.ends_with('e') {
        format!("{word}d")
    } else if consonant_y(word) {
        format!("{}ied", &word[..word.len() - 1])
    } else if double || doubles(word) {
        format!("{word}{}ed", &word[word.len() - 1..])
    } else {
        format!("{word}ed")
    }
}

/// "condemn" → "condemning".
pub(crate) fn with_ing(word: &str, double: bool) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        format!("{stem}ying")
    } else if word.ends_with('e') && !["ee", "oe", "ye"].iter().any(|end| word.ends_with(end)) && word.len() > 2 {
        format!("{}ing", &word[..word.len() - 1])
    } else if double || doubles(word) {
        format!("{word}{}ing", &word[word.len() - 1..])
    } else {
        format!("{word}ing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_follow_the_spelling_rules() {
        for (word, s, ed, ing) in [
            ("condemn", "condemns", "condemned", "condemning"),
            ("accuse", "accuses", "accused", "accusing"),
            ("deny", "denies", "denied", "denying"),
            ("deploy", "deploys", "deployed", "deploying"),
            ("ban", "bans", "banned", "banning"),
            ("veto", "vetoes", "vetoed", "vetoing"),
            ("go", "goes", "goed", "going"),
            ("clash", "clashes", "clashed", "clashing"),
            ("ally", "allies", "allied", "allying"),
            ("agree", "agrees", "agreed", "agreeing"),
            ("tie", "ties", "tied", "tying"),
            ("seek", "seeks", "seeked", "seeking"),
            ("oust", "ousts", "ousted", "ousting"),
        ] {
            assert_eq!((with_s(word), with_ed(word, false), with_ing(word, false)), (s.into(), ed.into(), ing.into()));
        }
        assert_eq!(with_ed("admit", true), "admitted");
    }
}
