use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::WordId;
use crate::quick_map::QuickMap;

type Text = Cow<'static, str>;

/// All word forms, by number and by spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"), from = "Vec<Text>", into = "Vec<Text>")]
pub(super) struct Forms {
    texts: Vec<Text>,
    ids: QuickMap<Text, WordId>,
}

impl Forms {
    pub(super) fn id(&self, text: &str) -> Option<WordId> {
        self.ids.get(text).copied()
    }

    pub(super) fn text(&self, id: WordId) -> &str {
        &self.texts[id.0 as usize]
    }

    /// Adds a form that is not there.
    pub(super) fn add(&mut self, text: &str) -> WordId {
        let id = WordId(u32::try_from(self.texts.len()).expect("fewer than 2^32 words"));
        self.texts.push(text.to_owned().into());
        self.ids.insert(text.to_owned().into(), id);
        id
    }
}

impl From<Vec<Text>> for Forms {
    fn from(texts: Vec<Text>) -> Self {
        let ids = texts.iter().cloned().zip((0..).map(WordId)).collect();
        Self { texts, ids }
    }
}

impl From<Forms> for Vec<Text> {
    fn from(forms: Forms) -> Self {
        forms.texts
    }
}
