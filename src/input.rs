use crate::text::Date;

/// A text to read, with what is known about it. It borrows both, and copies cheaply.
///
/// Its date decides who held which office and which names were in use; without one, the latest holders are preferred.
///
/// ```
/// use geopol::{Date, Document};
///
/// let bare = Document::from("Tokyo protested.");
/// assert_eq!((bare.id(), bare.date()), (None, None));
///
/// let dated = Document::new("Tokyo protested.").with_id("wire-17").with_date(Date::from_ymd(2024, 5, 12));
/// assert_eq!(dated.id(), Some("wire-17"));
/// assert_eq!(dated.text(), bare.text());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Document<'t> {
    text: &'t str,
    id: Option<&'t str>,
    date: Option<Date>,
}

impl<'t> Document<'t> {
    /// A document of which nothing but the text is known.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, id: None, date: None }
    }

    /// The same with an id, by which results name it; `None` takes it away.
    #[must_use]
    pub fn with_id(self, id: impl Into<Option<&'t str>>) -> Self {
        Self { id: id.into(), ..self }
    }

    /// The same with the date of its publication; `None` takes it away.
    #[must_use]
    pub fn with_date(self, date: impl Into<Option<Date>>) -> Self {
        Self { date: date.into(), ..self }
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> Option<&'t str> {
        self.id
    }

    /// The date of its publication.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        self.date
    }
}

impl<'t> From<&'t str> for Document<'t> {
    fn from(text: &'t str) -> Self {
        Self::new(text)
    }
}

impl<'t> From<&'t String> for Document<'t> {
    fn from(text: &'t String) -> Self {
        Self::new(text.as_str())
    }
}
