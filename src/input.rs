use std::sync::Arc;

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

impl<'t> From<&'t OwnedDocument> for Document<'t> {
    fn from(document: &'t OwnedDocument) -> Self {
        document.as_document()
    }
}

/// A document that owns its text, to be handed to other threads.
///
/// ```
/// use geopol::{AsDocument, Extractor, OwnedDocument};
///
/// let document = OwnedDocument::new("Tokyo protested.").with_id("wire-17").with_date("2024-05".parse().ok());
/// assert_eq!(document.as_document().id(), Some("wire-17"));
/// assert_eq!(Extractor::new().extract(&document).mentions().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedDocument {
    text: String,
    id: Option<String>,
    date: Option<Date>,
}

impl OwnedDocument {
    /// A document of which nothing but the text is known.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), id: None, date: None }
    }

    /// The same with an id, by which results name it.
    #[must_use]
    pub fn with_id(self, id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// The same with the date of its publication; `None` takes it away.
    #[must_use]
    pub fn with_date(self, date: impl Into<Option<Date>>) -> Self {
        Self { date: date.into(), ..self }
    }
}

/// What can be read as a document: [`OwnedDocument`], texts, and types of one's own.
///
/// ```
/// use geopol::{AsDocument, Document, Extractor};
///
/// struct Row {
///     key: String,
///     body: String,
/// }
///
/// impl AsDocument for Row {
///     fn as_document(&self) -> Document<'_> {
///         Document::new(&self.body).with_id(self.key.as_str())
///     }
/// }
///
/// let rows = [Ok::<_, String>(Row { key: "7".to_owned(), body: "Japan met China.".to_owned() })];
/// let mut ids = Extractor::new().extract_all(rows, |extraction| extraction.document().id().map(str::to_owned));
/// assert_eq!(ids.next(), Some(Ok(Some("7".to_owned()))));
/// ```
pub trait AsDocument {
    /// The document.
    fn as_document(&self) -> Document<'_>;
}

impl AsDocument for OwnedDocument {
    fn as_document(&self) -> Document<'_> {
        Document { text: &self.text, id: self.id.as_deref(), date: self.date }
    }
}

impl AsDocument for Document<'_> {
    fn as_document(&self) -> Document<'_> {
        *self
    }
}

impl AsDocument for str {
    fn as_document(&self) -> Document<'_> {
        Document::new(self)
    }
}

impl AsDocument for String {
    fn as_document(&self) -> Document<'_> {
        Document::new(self)
    }
}

impl<D: AsDocument + ?Sized> AsDocument for &D {
    fn as_document(&self) -> Document<'_> {
        (**self).as_document()
    }
}

impl<D: AsDocument + ?Sized> AsDocument for Box<D> {
    fn as_document(&self) -> Document<'_> {
        (**self).as_document()
    }
}

impl<D: AsDocument + ?Sized> AsDocument for Arc<D> {
    fn as_document(&self) -> Document<'_> {
        (**self).as_document()
    }
}
