use serde::{Deserialize, Serialize};

/// What is known of a language's abbreviations and sentence openings, as its file gives it.
///
/// Words are without their last stop.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct SentenceWords {
    pub(crate) before_names: Vec<String>,
    pub(crate) before_numbers: Vec<String>,
    pub(crate) adjectival: Vec<String>,
    pub(crate) may_end: Vec<String>,
    pub(crate) exclaimed: Vec<String>,
    pub(crate) openings: Vec<String>,
    pub(crate) auxiliaries: Vec<String>,
    pub(crate) reporting: Vec<String>,
    pub(crate) unfinished: Vec<String>,
}
