use super::{
    keys::{Keys, KeysBuilder, to_u32},
    letters::spread,
};

/// Spellings of names on their way to [`Keys`].
#[derive(Debug, Default)]
pub(super) struct Entries {
    texts: Vec<u8>,
    entries: Vec<Entry>,
}

/// A spelling of a name.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The first ones.
    letters: u64,
    start: u32,
    end: u32,
    name: u32,
}

impl Entries {
    /// Adds a spelling of a name with its first letters.
    pub(super) fn add(&mut self, letters: u64, key: &[u8], name: u32) {
        let start = to_u32(self.texts.len());
        self.texts.extend_from_slice(key);
        self.entries.push(Entry { letters, start, end: to_u32(self.texts.len()), name });
    }

    /// How long all spellings are together.
    pub(super) fn bytes(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn into_keys(mut self) -> Keys {
        let text = |entry: &Entry| &self.texts[entry.start as usize..entry.end as usize];
        // Merged ones are two sorted runs.
        self.entries.sort_by(|one, other| {
            let hash = |entry: &Entry| spread(entry.letters);
            hash(one).cmp(&hash(other)).then_with(|| text(one).cmp(text(other))).then(one.name.cmp(&other.name))
        });
        self.entries.dedup_by(|one, other| one.name == other.name && text(one) == text(other));
        let mut keys = KeysBuilder::default();
        for same in self.entries.chunk_by(|one, other| one.letters == other.letters && text(one) == text(other)) {
            keys.push(same[0].letters, text(&same[0]), same.iter().map(|entry| entry.name));
        }
        keys.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::matching::{fold::Case, letters::first_letters};

    fn entries(names: &[(&str, u32)]) -> Entries {
        let mut entries = Entries::default();
        names.iter().for_each(|(key, name)| entries.add(first_letters(key, 0, Case::Kept).0, key.as_bytes(), *name));
        entries
    }

    /// The names of a key.
    fn names(keys: &Keys, key: &str) -> Vec<u32> {
        let group = keys.group(first_letters(key, 0, Case::Kept).0);
        let found = group.and_then(|group| keys.keys(group.number).find(|&at| keys.text(at) == key.as_bytes()));
        found.map_or_else(Vec::new, |key| keys.names(key).collect())
    }

    #[test]
    fn each_key_has_its_names() {
        let list = [("Nigeria", 4), ("Niger junta", 1), ("Niger", 0), ("US", 2), ("Niger", 5), ("USA", 3), ("US", 2)];
        let keys = entries(&list).into_keys();
        for (key, expected) in
            [("Niger", &[0, 5][..]), ("Niger junta", &[1]), ("Nigeria", &[4]), ("US", &[2]), ("USA", &[3])]
        {
            assert_eq!(names(&keys, key), expected, "{key}");
        }
        let group = keys.group(first_letters("Niger", 0, Case::Kept).0).unwrap();
        assert_eq!((keys.len(), keys.groups(), keys.keys(group.number).len()), (5, 4, 2));
        for key in ["Nige", "Niger j", "Niger juntas", "Nigel", "U", ""] {
            assert!(names(&keys, key).is_empty(), "{key}");
        }
        assert!(names(&entries(&[]).into_keys(), "US").is_empty());
    }

    #[test]
    fn all_keys_are_given_back() {
        let keys = entries(&[("Nigeria", 2), ("Niger junta", 1), ("Niger", 0), ("Niger", 3), ("U.S.", 3)]).into_keys();
        let mut all = Entries::default();
        keys.all(&mut all, |name| name);
        assert_eq!(all.entries.len(), 5);
        assert!(all.into_keys() == keys);
    }
}
