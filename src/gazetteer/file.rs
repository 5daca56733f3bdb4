use serde::{Deserialize, Serialize};

use crate::text::Date;

/// Where facts of a gazetteer come from: the header of one of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GazetteerFile {
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) checked: Option<Date>,
}

impl GazetteerFile {
    /// The name under which it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it holds, in its own words.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What its facts were taken from.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The date to which its facts hold.
    #[must_use]
    pub const fn checked(&self) -> Option<Date> {
        self.checked
    }
}
