use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use super::{Gazetteer, index::Index, source::Rows};

/// The files of `gazetteers/`, compiled by the build script.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.postcard"));

/// What the build script wrote; the texts stay there.
#[derive(Debug, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Embedded {
    pub(super) rows: Rows,
    pub(super) index: Index,
}

impl Embedded {
    pub(super) fn decode() -> Self {
        postcard::from_bytes(EMBEDDED).expect("the build script wrote it")
    }
}

impl Gazetteer {
    /// The gazetteer that comes with the library.
    ///
    /// The first call decodes it, which takes a few milliseconds; all later ones return the same.
    ///
    /// ```
    /// use geopol::Gazetteer;
    ///
    /// let gazetteer = Gazetteer::embedded();
    /// assert!(gazetteer.roles().iter().any(|role| role.id() == "foreign-minister"));
    /// ```
    ///
    /// # Panics
    ///
    /// Never: the build fails when the embedded files have a fault.
    #[must_use]
    pub fn embedded() -> Arc<Self> {
        static GAZETTEER: OnceLock<Arc<Gazetteer>> = OnceLock::new();
        let build = || {
            let Embedded { rows, index } = Embedded::decode();
            Arc::new(Self::new(rows, index, Vec::new()))
        };
        GAZETTEER.get_or_init(build).clone()
    }
}
