use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};
use toml::value::Datetime;

use crate::text::Date;

/// Reads a TOML date, a string of the same form that may lack day or month, or a number that is a year.
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    deserializer.deserialize_any(DateVisitor).map(Some)
}

struct DateVisitor;

impl<'de> Visitor<'de> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date such as 2021-10-04, \"2021-10\" or 2021")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, year: i64) -> Result<Date, E> {
        year.to_string().parse().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Date, A::Error> {
        let found = Datetime::deserialize(MapAccessDeserializer::new(map))?;
        found.to_string().parse().map_err(A::Error::custom)
    }
}
