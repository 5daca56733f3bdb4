use std::fmt;

use geopol::{EntityKind, Extractor, Sentences};

use super::news::Article;

/// What decides how long a text takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub bytes: usize,
    beyond_ascii: usize,
    words: usize,
    capitalised: usize,
    sentences: usize,
    /// Sentences that name one state and those that name more.
    one: usize,
    more: usize,
}

impl Profile {
    /// Of documents and of what is found in them.
    pub fn of(extractor: &Extractor, articles: &[Article]) -> Self {
        let mut profile = Self::default();
        for article in articles {
            profile.add(extractor, article);
        }
        profile
    }

    fn add(&mut self, extractor: &Extractor, article: &Article) {
        let text = &article.text;
        self.bytes += text.len();
        self.beyond_ascii += text.bytes().filter(|byte| !byte.is_ascii()).count();
        let words = text.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        words.for_each(|first| {
            self.words += 1;
            self.capitalised += usize::from(first.is_uppercase());
        });
        let extraction = extractor.mentions(article.document());
        let names = |kind| matches!(kind, EntityKind::Country | EntityKind::Alliance | EntityKind::Leader);
        let mut mentions = extraction.mentions().iter().peekable();
        for sentence in Sentences::new(text) {
            self.sentences += 1;
            let mut named = Vec::new();
            while let Some(mention) = mentions.next_if(|mention| mention.span().start < sentence.end) {
                if names(extraction.entity(mention.entity()).kind()) {
                    named.extend(mention.actor().or(Some(mention.entity())));
                }
            }
            named.sort_unstable();
            named.dedup();
            self.one += usize::from(named.len() == 1);
            self.more += usize::from(named.len() > 1);
        }
    }

    /// Whether the text is as dense as news, with some room.
    ///
    /// # Panics
    ///
    /// When it is not.
    pub fn assert_like_news(&self) {
        let share = |part: usize, whole: usize| 10_000 * part / whole;
        assert!((1700..2100).contains(&share(self.capitalised, self.words)), "{self}");
        assert!((9..17).contains(&share(self.beyond_ascii, self.bytes)), "{self}");
        assert!((3600..5000).contains(&share(self.one, self.sentences)), "{self}");
        assert!((1000..1700).contains(&share(self.more, self.sentences)), "{self}");
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_precision_loss, reason = "it is only told")]
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
        write!(
            f,
            "{:.1} MB; {:.1} % of the words capitalised, {:.2} % of the bytes beyond ASCII; {:.0} % of the sentences with one \
             actor, {:.0} % with more",
            percent(self.bytes, 100_000_000),
            percent(self.capitalised, self.words),
            percent(self.beyond_ascii, self.bytes),
            percent(self.one, self.sentences),
            percent(self.more, self.sentences)
        )
    }
}
