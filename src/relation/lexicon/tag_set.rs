use super::Tag;

/// Classes of words, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TagSet(u64);

const _: () = assert!(Tag::COUNT <= u64::BITS as usize, "a bit for each class");

impl TagSet {
    /// Lexical verbs in any form.
    pub(crate) const VERBS: Self =
        Self::of(&[Tag::Verb, Tag::VerbS, Tag::VerbPast, Tag::VerbEd, Tag::VerbEn, Tag::VerbIng]);
    pub(crate) const AUXILIARIES: Self = Self::of(&[Tag::Be, Tag::Have, Tag::Do, Tag::Modal]);
    /// No words.
    pub(crate) const MARKS: Self =
        Self::of(&[Tag::Comma, Tag::Stop, Tag::Colon, Tag::Quote, Tag::Open, Tag::Close, Tag::Hyphen, Tag::Mark]);
    /// Those that mark a clause as finite.
    pub(crate) const FINITE: Self = Self::AUXILIARIES.union(Self::of(&[Tag::Verb, Tag::VerbS, Tag::VerbPast]));

    pub(crate) const fn of(tags: &[Tag]) -> Self {
        let mut set = Self(0);
        let mut i = 0;
        while i < tags.len() {
            set = set.with(tags[i]);
            i += 1;
        }
        set
    }

    #[must_use]
    pub(crate) const fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u64)
    }

    #[must_use]
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[must_use]
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) const fn has(self, tag: Tag) -> bool {
        self.0 & 1 << tag as u64 != 0
    }

    /// Whether they have a class in common.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Tag> for TagSet {
    fn from_iter<I: IntoIterator<Item = Tag>>(tags: I) -> Self {
        tags.into_iter().fold(Self::default(), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_sets_are_what_the_classes_say() {
        let all = |wanted: fn(Tag) -> bool| Tag::ALL.into_iter().filter(|&tag| wanted(tag)).collect::<TagSet>();
        assert_eq!(all(Tag::is_verb), TagSet::VERBS);
        assert_eq!(all(Tag::is_auxiliary), TagSet::AUXILIARIES);
        assert_eq!(all(Tag::is_mark), TagSet::MARKS);
        assert!(Tag::ALL.into_iter().all(|tag| TagSet::VERBS.has(tag) == tag.is_verb()));
    }
}
