use crate::text::Date;

/// A text with what is known of it.
///
/// ```
/// use geopol::Document;
///
/// let document = Document::new("Japan may join AUKUS.").with_id("a-1").with_date("2024-05-12".parse()?);
/// assert_eq!(document.id(), Some("a-1"));
/// # Ok::<(), geopol::DateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'t> {
    text: &'t str,
    id: Option<String>,
    date: Option<Date>,
}

impl<'t> Document<'t> {
    /// A text of which nothing else is known.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, id: None, date: None }
    }

    /// Names it.
    #[must_use]
    pub fn with_id(self, id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// Dates it: by the day on which it was published.
    #[must_use]
    pub fn with_date(self, date: impl Into<Option<Date>>) -> Self {
        Self { date: date.into(), ..self }
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Its name.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Its date.
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
        Self::new(text)
    }
}
