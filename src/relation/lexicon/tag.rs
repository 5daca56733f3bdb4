use serde::{Deserialize, Serialize};

macro_rules! tags {
    ($($variant:ident = $text:literal,)*) => {
        /// A word's class.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[repr(u8)]
        pub(crate) enum Tag {
            $(#[serde(rename = $text)] $variant,)*
            /// Whatever is no word.
            #[default]
            #[serde(rename = "mark")]
            Mark,
        }

        impl Tag {
            pub(crate) const COUNT: usize = Self::Mark as usize + 1;

            /// By number.
            #[cfg(test)]
            pub(crate) const ALL: [Self; Self::COUNT] = [$(Self::$variant,)* Self::Mark];

            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)* "mark" => Some(Self::Mark), _ => None }
            }
        }
    };
}

tags! {
    Determiner = "determiner",
    Possessive = "possessive",
    Pronoun = "pronoun",
    Preposition = "preposition",
    To = "to",
    Conjunction = "conjunction",
    Subordinator = "subordinator",
    That = "that",
    Relative = "relative",
    Be = "be",
    Have = "have",
    Do = "do",
    Modal = "modal",
    Negation = "negation",
    Adverb = "adverb",
    Adjective = "adjective",
    Noun = "noun",
    Name = "name",
    Demonym = "demonym",
    Number = "number",
    Time = "time",
    Verb = "verb",
    VerbS = "verb-s",
    VerbPast = "verb-past",
    VerbEd = "verb-ed",
    VerbEn = "verb-en",
    VerbIng = "verb-ing",
    Genitive = "genitive",
    Comma = "comma",
    Stop = "stop",
    Colon = "colon",
    Quote = "quote",
    Open = "open",
    Close = "close",
    Hyphen = "hyphen",
}

impl Tag {
    /// A lexical verb in any form.
    pub(crate) const fn is_verb(self) -> bool {
        matches!(self, Self::Verb | Self::VerbS | Self::VerbPast | Self::VerbEd | Self::VerbEn | Self::VerbIng)
    }

    /// Opens a verb group.
    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Do | Self::Modal)
    }

    /// No word.
    pub(crate) const fn is_mark(self) -> bool {
        matches!(
            self,
            Self::Comma | Self::Stop | Self::Colon | Self::Quote | Self::Open | Self::Close | Self::Hyphen | Self::Mark
        )
    }
}
