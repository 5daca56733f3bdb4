//! All spellings of names, in a form in which those that begin like a text are found without building anything.

use serde::{Deserialize, Serialize};

use super::{
    column::{Column, number},
    entries::Entries,
    letters::spread,
};

/// Spellings as keys, each with the names that it may be.
///
/// Those with the same first letters make a tree, whose root a hash of these letters finds; however many keys there are,
/// that takes a few look-ups. Each node has the letters that all keys below it share after those above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Keys {
    /// Each tree's hash, which no other has, in ascending order.
    hashes: Column<8>,
    /// The root of each tree.
    roots: Column<4>,
    /// The first tree of those whose hash begins with each number, and the number of all.
    buckets: Column<4>,
    nodes: Column<16>,
    /// The first byte of each node's letters; children stand in a row, in ascending order of these.
    heads: Column<1>,
    /// The letters of all nodes in one row.
    letters: Column<1>,
    /// The number of names, and then these, for each key that may be several.
    shared: Column<4>,
}

/// What may follow the letters above, and which key ends here.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) letters: u32,
    pub(super) length: u16,
    /// How many children there are, and the first.
    pub(super) children: u16,
    pub(super) first: u32,
    /// The name of the key that ends here; [`SEVERAL`] with their place in `shared`; or [`NONE`].
    pub(super) name: u32,
}

/// Marks that a key may be several names.
pub(super) const SEVERAL: u32 = 1 << 31;
/// Of a node at which no key ends.
pub(super) const NONE: u32 = u32::MAX;

impl Node {
    pub(super) fn pack(self) -> [u8; 16] {
        let (length, children) = (u32::from(self.length), u32::from(self.children));
        let words = [self.letters, length | children << 16, self.first, self.name];
        let mut packed = [0; 16];
        packed.as_chunks_mut().0.iter_mut().zip(words).for_each(|(bytes, word)| *bytes = u32::to_le_bytes(word));
        packed
    }

    #[inline]
    const fn unpack(packed: [u8; 16]) -> Self {
        let packed = u128::from_le_bytes(packed);
        Self {
            letters: packed as u32,
            length: (packed >> 32) as u16,
            children: (packed >> 48) as u16,
            first: (packed >> 64) as u32,
            name: (packed >> 96) as u32,
        }
    }
}

impl Keys {
    pub(super) fn new(
        trees: &[(u64, u32)],
        nodes: Vec<[u8; 16]>,
        heads: Vec<[u8; 1]>,
        letters: Vec<[u8; 1]>,
        shared: Vec<[u8; 4]>,
    ) -> Self {
        let size = trees.len().next_power_of_two().max(2);
        let below = |bucket: usize| trees.partition_point(|&(hash, _)| ((hash >> shift(size)) as usize) < bucket);
        Self {
            hashes: trees.iter().map(|(hash, _)| hash.to_le_bytes()).collect::<Vec<_>>().into(),
            roots: trees.iter().map(|(_, root)| root.to_le_bytes()).collect::<Vec<_>>().into(),
            buckets: (0..=size).map(|bucket| (below(bucket) as u32).to_le_bytes()).collect::<Vec<_>>().into(),
            nodes: nodes.into(),
            heads: heads.into(),
            letters: letters.into(),
            shared: shared.into(),
        }
    }

    /// More than any key's number.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The root of the keys with these first letters.
    pub(super) fn root(&self, letters: u64) -> Option<usize> {
        let hash = spread(letters);
        let bucket = (hash >> shift(self.buckets.len() - 1)) as usize;
        let (from, to) = (number(self.buckets[bucket]), number(self.buckets[bucket + 1]));
        let tree = self.hashes[from..to].iter().position(|&tree| u64::from_le_bytes(tree) == hash)?;
        Some(number(self.roots[from + tree]))
    }

    #[inline]
    pub(super) fn node(&self, node: usize) -> Node {
        Node::unpack(self.nodes[node])
    }

    #[inline]
    pub(super) fn letters(&self, node: Node) -> &[u8] {
        self.letters[node.letters as usize..][..usize::from(node.length)].as_flattened()
    }

    /// The child whose letters begin with a byte.
    #[inline]
    pub(super) fn child(&self, node: Node, byte: u8) -> Option<usize> {
        let first = node.first as usize;
        let heads = &self.heads[first..][..usize::from(node.children)];
        heads.iter().position(|&[head]| head >= byte).filter(|&child| heads[child] == [byte]).map(|child| first + child)
    }

    /// Which names a key may be, in ascending order.
    pub(super) fn names(&self, key: usize) -> impl Iterator<Item = u32> + Clone + '_ {
        let name = self.node(key).name;
        let (one, several) = match name {
            NONE => (None, &[][..]),
            _ if name & SEVERAL == 0 => (Some(name), &[][..]),
            _ => {
                let at = (name & !SEVERAL) as usize;
                (None, &self.shared[at + 1..][..number(self.shared[at])])
            }
        };
        one.into_iter().chain(several.iter().map(|&name| u32::from_le_bytes(name)))
    }

    /// Adds all spellings of all names, these by new numbers, to others.
    pub(super) fn all(&self, to: &mut Entries, number_of: impl Fn(u32) -> u32) {
        let mut text = Vec::new();
        for (&hash, &root) in self.hashes.iter().zip(&*self.roots) {
            // Nodes still to be visited, with the length of what stands above them.
            let mut left = vec![(number(root), 0)];
            while let Some((at, above)) = left.pop() {
                let node = self.node(at);
                text.truncate(above);
                text.extend_from_slice(self.letters(node));
                for name in self.names(at) {
                    to.add_hashed(u64::from_le_bytes(hash), &text, number_of(name));
                }
                let first = node.first as usize;
                left.extend((first..first + usize::from(node.children)).rev().map(|child| (child, text.len())));
            }
        }
    }
}

/// How far a hash is shifted to be the number of one of so many buckets, a power of two.
const fn shift(buckets: usize) -> u32 {
    64 - buckets.trailing_zeros()
}
