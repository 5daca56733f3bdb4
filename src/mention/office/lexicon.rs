use super::{
    model::{Entry, Title},
    patterns::OfficePatterns,
};
use crate::{
    gazetteer::{Gazetteer, RoleId},
    mention::phrases::{Phrases, Vocabulary, WordId},
};

/// What a word can do next to a title; one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses(u16);

impl Uses {
    pub(crate) const PRESENT: Self = Self(1);
    pub(crate) const PAST: Self = Self(1 << 1);
    pub(crate) const PAST_AFTER: Self = Self(1 << 2);
    pub(crate) const LOWERS: Self = Self(1 << 3);
    pub(crate) const HONORIFIC: Self = Self(1 << 4);
    pub(crate) const PARTICLE: Self = Self(1 << 5);
    pub(crate) const NOT_NAME: Self = Self(1 << 6);
    pub(crate) const DEPARTMENT: Self = Self(1 << 7);
    pub(crate) const IN_TITLE: Self = Self(1 << 8);
    pub(crate) const PREDICATIVE: Self = Self(1 << 9);
    pub(crate) const LOCATIVE: Self = Self(1 << 10);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the word has one of these uses.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// All titles with the words around them, made once for a gazetteer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    words: Vocabulary,
    uses: Vec<Uses>,
    pub(super) entries: Phrases<Entry>,
    pub(crate) titles: Vec<Title>,
    pub(crate) appointments: Phrases<bool>,
    owners: Vec<Vec<WordId>>,
    rules: Vec<WordId>,
    pub(crate) family_name_first: Vec<String>,
    pub(crate) small: Small,
}

/// The function words that the reading of a noun group needs.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Small {
    pub(crate) of: WordId,
    pub(crate) to: WordId,
    pub(crate) r#for: WordId,
    pub(crate) on: WordId,
    pub(crate) the: WordId,
    pub(crate) a: WordId,
    pub(crate) an: WordId,
    pub(crate) and: WordId,
    pub(crate) who: WordId,
}

impl Lexicon {
    pub(crate) fn new(gazetteer: &Gazetteer, patterns: &OfficePatterns) -> Self {
        let mut lexicon = Self { family_name_first: patterns.family_name_first.clone(), ..Self::default() };
        lexicon.enter_small();
        lexicon.enter_uses(patterns);
        for (number, role) in gazetteer.roles.iter().enumerate() {
            let role_id = RoleId(u16::try_from(number).unwrap_or(u16::MAX));
            for title in &role.titles {
                lexicon.enter(title, |entered| entered.roles.push(role_id));
            }
        }
        for post in &gazetteer.posts {
            for title in &post.titles {
                lexicon.enter(title, |entered| entered.posts.push((post.of, post.role)));
            }
        }
        lexicon.enter_patterns(patterns);
        for row in &patterns.takes_up {
            let ids = |id: &String| gazetteer.roles.iter().position(|role| role.id == *id);
            let roles: Vec<_> =
                row.roles.iter().filter_map(ids).filter_map(|n| u16::try_from(n).ok()).map(RoleId).collect();
            lexicon.enter(&row.title, |entered| entered.takes_up.extend(&roles));
        }
        lexicon
    }

    fn enter_small(&mut self) {
        let mut word = |text| self.words.enter(text)[0];
        self.small = Small {
            of: word("of"),
            to: word("to"),
            r#for: word("for"),
            on: word("on"),
            the: word("the"),
            a: word("a"),
            an: word("an"),
            and: word("and"),
            who: word("who"),
        };
    }

    fn enter_uses(&mut self, patterns: &OfficePatterns) {
        for (words, uses) in [
            (&patterns.present, Uses::PRESENT),
            (&patterns.past, Uses::PAST),
            (&patterns.past_after, Uses::PAST_AFTER),
            (&patterns.lowers, Uses::LOWERS),
            (&patterns.honorifics, Uses::HONORIFIC),
            (&patterns.particles, Uses::PARTICLE),
            (&patterns.not_names, Uses::NOT_NAME),
            (&patterns.departments, Uses::DEPARTMENT),
            (&patterns.predicative, Uses::PREDICATIVE),
            (&patterns.locative, Uses::LOCATIVE),
        ] {
            for phrase in words {
                for id in self.words.enter(phrase) {
                    self.add_use(id, uses);
                }
            }
        }
    }

    fn add_use(&mut self, id: WordId, uses: Uses) {
        self.uses.resize(self.words.len(), Uses::default());
        self.uses[id as usize] = self.uses[id as usize].or(uses);
    }

    /// Whether the words, without the possessive, say that the owner was named before: "its", "the country".
    pub(crate) fn is_owner(&self, words: &[WordId]) -> bool {
        self.owners.iter().any(|owner| owner == words)
    }

    /// "Leadership", "government": what is its head's.
    pub(crate) fn is_rule(&self, word: Option<WordId>) -> bool {
        word.is_some_and(|word| self.rules.contains(&word))
    }

    fn enter_patterns(&mut self, patterns: &OfficePatterns) {
        for row in &patterns.head {
            for noun in &row.nouns {
                self.enter(noun, |title| title.head = Some(row.into()));
            }
        }
        for row in &patterns.title {
            for title in &row.titles {
                self.enter(title, |title| title.office = Some(row.office));
            }
        }
        for title in &patterns.none {
            self.enter(title, |title| title.none = title.roles.is_empty());
        }
        for owner in &patterns.owners {
            let words = self.words.enter(owner.strip_suffix("'s").unwrap_or(owner));
            self.owners.push(words);
        }
        for noun in &patterns.rules {
            self.rules.extend(self.words.enter(noun));
        }
        for title in &patterns.rotating {
            self.enter(title, |title| title.rotating = true);
        }
        for title in &patterns.counterparts {
            self.enter(title, |title| title.counterpart = true);
        }
        for row in &patterns.appointment {
            for phrase in &row.phrases {
                let words = self.words.enter(phrase);
                *self.appointments.entry(&words) = Some(row.current);
            }
        }
        self.uses.resize(self.words.len(), Uses::default());
    }

    fn enter(&mut self, text: &str, fill: impl FnOnce(&mut Title)) {
        let words = self.words.enter(text);
        for &word in &words {
            self.add_use(word, Uses::IN_TITLE);
        }
        let new = self.titles.len();
        let entry = self.entries.entry(&words).get_or_insert(Entry { title: new, plural: false });
        let title = if entry.plural {
            *entry = Entry { title: new, plural: false };
            new
        } else {
            entry.title
        };
        if title == new {
            self.titles.push(Title::default());
            let mut plural_words = words;
            if let Some(last) = text.rsplit([' ', '-']).find(|word| !word.is_empty()) {
                plural_words.pop();
                plural_words.extend(self.words.enter(&plural(last)));
            }
            let plural = plural_words;
            for &word in &plural {
                self.add_use(word, Uses::IN_TITLE);
            }
            self.entries.entry(&plural).get_or_insert(Entry { title, plural: true });
        }
        fill(&mut self.titles[title]);
    }

    pub(crate) fn id(&self, word: &str) -> Option<WordId> {
        self.words.id(word)
    }

    pub(crate) fn uses(&self, id: WordId) -> Uses {
        self.uses.get(id as usize).copied().unwrap_or_default()
    }
}

/// The English plural of a title's last word.
fn plural(title: &str) -> String {
    match title.strip_suffix('y') {
        Some(stem) => stem.to_owned() + "ies",
        None if title.ends_with("man") => title[..title.len() - 3].to_owned() + "men",
        None => title.to_owned() + "s",
    }
}
