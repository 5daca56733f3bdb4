use std::sync::{Arc, OnceLock};

use super::{Gazetteer, source::Rows};

/// The files of `gazetteers/`, compiled by the build script.
static ROWS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.postcard"));

static EMBEDDED: OnceLock<Arc<Gazetteer>> = OnceLock::new();

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
        let decode = || postcard::from_bytes::<Rows>(ROWS).expect("the build script wrote these rows");
        EMBEDDED.get_or_init(|| Arc::new(decode().into())).clone()
    }
}
