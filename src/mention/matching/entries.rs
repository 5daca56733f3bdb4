use super::{
    keys::{Keys, NONE, Node, SEVERAL},
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
    /// Of its first letters.
    hash: u64,
    start: u32,
    end: u32,
    name: u32,
}

impl Entries {
    /// Adds a spelling of a name with its first letters.
    pub(super) fn add(&mut self, letters: u64, key: &[u8], name: u32) {
        self.add_hashed(spread(letters), key, name);
    }

    pub(super) fn add_hashed(&mut self, hash: u64, key: &[u8], name: u32) {
        let start = to_u32(self.texts.len());
        self.texts.extend_from_slice(key);
        self.entries.push(Entry { hash, start, end: to_u32(self.texts.len()), name });
    }

    /// How long all spellings are together.
    pub(super) fn bytes(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn into_keys(mut self) -> Keys {
        let text = |entry: &Entry| &self.texts[entry.start as usize..entry.end as usize];
        // Merged ones are two sorted runs.
        self.entries.sort_by(|one, other| {
            one.hash.cmp(&other.hash).then_with(|| text(one).cmp(text(other))).then(one.name.cmp(&other.name))
        });
        self.entries.dedup_by(|one, other| one.name == other.name && text(one) == text(other));
        let mut tree = Tree { texts: &self.texts, ..Tree::default() };
        let mut trees = Vec::new();
        for entries in self.entries.chunk_by(|one, other| one.hash == other.hash) {
            trees.push((entries[0].hash, to_u32(tree.nodes.len())));
            tree.add(entries);
        }
        Keys::new(&trees, tree.nodes, tree.heads, tree.letters, tree.shared)
    }
}

/// All nodes so far.
#[derive(Debug, Default)]
struct Tree<'e> {
    texts: &'e [u8],
    nodes: Vec<[u8; 16]>,
    heads: Vec<[u8; 1]>,
    letters: Vec<[u8; 1]>,
    shared: Vec<[u8; 4]>,
}

impl<'e> Tree<'e> {
    /// Adds the tree of sorted entries.
    fn add(&mut self, entries: &[Entry]) {
        let mut left = vec![(self.room(0), entries, 0)];
        while let Some((node, entries, depth)) = left.pop() {
            let text = self.text(&entries[0]);
            let last = self.text(&entries[entries.len() - 1]);
            let shared = text.iter().zip(last).skip(depth).take_while(|(one, other)| one == other);
            let end = depth + shared.take(usize::from(u16::MAX)).count();
            let ending = entries.iter().take_while(|entry| self.text(entry).len() == end).count();
            let name = self.name(&entries[..ending]);
            let (letters, length) = (to_u32(self.letters.len()), (end - depth) as u16);
            self.letters.extend_from_slice(text[depth..end].as_chunks().0);
            let (first, before) = (to_u32(self.nodes.len()), left.len());
            let texts = self.texts;
            let next = |entry: &Entry| texts[entry.start as usize + end];
            for entries in entries[ending..].chunk_by(|one, other| next(one) == next(other)) {
                left.push((self.room(next(&entries[0])), entries, end));
            }
            let children = (left.len() - before) as u16; // one for each byte at most
            self.nodes[node] = Node { letters, length, children, first, name }.pack();
        }
    }

    fn text(&self, entry: &Entry) -> &'e [u8] {
        &self.texts[entry.start as usize..entry.end as usize]
    }

    /// A place for a node.
    fn room(&mut self, head: u8) -> usize {
        self.nodes.push([0; 16]);
        self.heads.push([head]);
        self.nodes.len() - 1
    }

    /// How a node tells the names of one key.
    fn name(&mut self, entries: &[Entry]) -> u32 {
        match entries {
            [] => NONE,
            [entry] => entry.name,
            _ => {
                let at = to_u32(self.shared.len());
                self.shared.push(to_u32(entries.len()).to_le_bytes());
                self.shared.extend(entries.iter().map(|entry| entry.name.to_le_bytes()));
                at | SEVERAL
            }
        }
    }
}

/// # Panics
///
/// When there is more than 32 bits number, which [`super::index::NameIndex`] rules out.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).expect("the length of all names is bounded")
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
        let (mut rest, mut at) = (key.as_bytes(), keys.root(first_letters(key, 0, Case::Kept).0));
        while let Some(node) = at {
            match rest.strip_prefix(keys.letters(keys.node(node))) {
                Some([]) => return keys.names(node).collect(),
                Some(more) => (rest, at) = (more, keys.child(keys.node(node), more[0])),
                None => break,
            }
        }
        Vec::new()
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
