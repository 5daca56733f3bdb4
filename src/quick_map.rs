use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A quick hash (FNV-1a) for keys that no stranger chooses: they come from the data files, the text only asks for them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuickHasher(u64);

impl Default for QuickHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    /// The length of a key tells little.
    fn write_usize(&mut self, _: usize) {}

    fn write_isize(&mut self, number: isize) {
        self.write(&number.to_le_bytes()[..1]);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// A map with the quick hash.
pub(crate) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<QuickHasher>>;
