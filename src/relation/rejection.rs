//! Why a rule whose trigger stands in a sentence told nothing.

use std::fmt::{self, Write as _};

use super::{RuleId, rules::RuleSet};
use crate::text::Span;

/// A rule that had its trigger, and what it lacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rejection {
    pub(crate) rule: RuleId,
    pub(crate) trigger: Span,
    pub(crate) why: Lack,
}

/// What a rule lacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lack {
    Subject,
    Object,
    Phrase,
    Content,
    Deed,
    Beside,
    Denial,
    /// Another rule takes in the governed deed.
    DeedTaken,
    /// The noun belongs to what a verb told.
    Consumed,
    Source,
    Target,
    SourceKind,
    TargetKind,
    /// Both sides are one.
    Other,
    /// A side only says where it was.
    Venue,
    /// Another rule told the same, surer.
    Surer,
}

impl Lack {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "who acts is none that it wants",
            Self::Object => "the object is none that it wants",
            Self::Phrase => "no such phrase beside the verb",
            Self::Content => "the that-clause says something else",
            Self::Deed => "no such deed governed",
            Self::Beside => "nobody else of the kind that it wants",
            Self::Denial => "not denied",
            Self::DeedTaken => "another rule takes in the deed",
            Self::Consumed => "the noun belongs to the verb",
            Self::Source => "nobody on the source's side",
            Self::Target => "nobody on the target's side",
            Self::SourceKind => "the source is of another kind",
            Self::TargetKind => "the target is of another kind",
            Self::Other => "both sides act for one",
            Self::Venue => "a side is but the place",
            Self::Surer => "the same is told more surely",
        }
    }
}

/// Writes a line for each trigger and lack.
pub(crate) fn write(text: &str, rules: &RuleSet, rejections: &[Rejection], out: &mut String) -> fmt::Result {
    let mut rest: Vec<&Rejection> = rejections.iter().collect();
    while let Some(&first) = rest.first() {
        let words = first.trigger.of(text).replace('\n', " ");
        write!(out, "  not told by {words:?}, {}:", first.why.as_str())?;
        let same = |r: &&Rejection| (r.trigger, r.why) == (first.trigger, first.why);
        let mut ids: Vec<&str> = rest.iter().copied().filter(same).map(|r| &*rules.rule(r.rule).id).collect();
        ids.dedup();
        writeln!(out, " {}", ids.join(", "))?;
        rest.retain(|r| !same(r));
    }
    Ok(())
}
