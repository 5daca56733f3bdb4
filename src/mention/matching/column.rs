use std::{borrow::Cow, ops::Deref};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A row of numbers, each of so many bytes, which may stay where it is embedded: nothing is read before it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column<const N: usize>(Cow<'static, [[u8; N]]>);

impl<const N: usize> Deref for Column<N> {
    type Target = [[u8; N]];

    fn deref(&self) -> &[[u8; N]] {
        &self.0
    }
}

impl<const N: usize> Column<N> {
    /// The row to be changed, which is then no longer where it is embedded.
    pub(super) fn to_mut(&mut self) -> &mut [[u8; N]] {
        self.0.to_mut()
    }
}

impl<const N: usize> From<Vec<[u8; N]>> for Column<N> {
    fn from(rows: Vec<[u8; N]>) -> Self {
        Self(rows.into())
    }
}

impl<const N: usize> Serialize for Column<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.as_flattened())
    }
}

impl<'de: 'static, const N: usize> Deserialize<'de> for Column<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(<&'static [u8]>::deserialize(deserializer)?.as_chunks().0.into()))
    }
}

/// The number in a row of bytes.
pub(super) const fn number(bytes: [u8; 4]) -> usize {
    u32::from_le_bytes(bytes) as usize
}
