//! What position a label names: "President of Albania", "Albanian foreign minister".

use super::draft::Draft;
use crate::gazetteer::{EntityKind, source::raw::RawTenure};

const BODIES: [EntityKind; 4] = [EntityKind::Country, EntityKind::Alliance, EntityKind::Institution, EntityKind::Group];

/// The office that a label names, at the body that it names or else at the one that is given. It has no dates yet.
pub(super) fn office(label: &str, at: Option<&str>, draft: &Draft) -> Option<RawTenure> {
    let positions = &draft.english.positions;
    let lower = label.to_lowercase();
    let acting = positions.acting.iter().find(|word| lower.starts_with(&format!("{word} ")));
    let label = acting.map_or(label, |word| label.get(word.len() + 1..).unwrap_or(label));
    let (role, of) = by_body_behind(label, draft)
        .or_else(|| by_body_before(label, draft))
        .or_else(|| at.and_then(|of| Some((role(label, of, draft)?, of.to_owned()))))?;
    Some(RawTenure { role, of, from: None, to: None, acting: acting.is_some(), contested: false })
}

/// The body that a cell means: an id, three letters, or a name.
pub(super) fn body(text: &str, draft: &Draft) -> Option<String> {
    let country = format!("country:{text}");
    let id = [text, &country].into_iter().find(|id| draft.exists(id));
    id.or_else(|| draft.named(text, &[EntityKind::Country])).or_else(|| draft.named(text, &BODIES)).map(str::to_owned)
}

/// "Minister of Foreign Affairs of Japan": the first split that leaves a body.
fn by_body_behind(label: &str, draft: &Draft) -> Option<(String, String)> {
    let positions = &draft.english.positions;
    let mut splits: Vec<(usize, usize)> = positions
        .links
        .iter()
        .flat_map(|link| label.match_indices(link.as_str()).map(|(at, link)| (at, at + link.len())))
        .collect();
    splits.sort_unstable();
    splits.into_iter().find_map(|(end, begin)| {
        let rest = &label[begin..];
        let bare = positions.articles.iter().find_map(|article| rest.strip_prefix(article.as_str())).unwrap_or(rest);
        let of = body(bare, draft)?;
        Some((role(&label[..end], &of, draft)?, of))
    })
}

/// "Albanian foreign minister": the longest beginning that is a body, or of one.
fn by_body_before(label: &str, draft: &Draft) -> Option<(String, String)> {
    let mut ends: Vec<usize> = label.match_indices(' ').map(|(at, _)| at).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let of = body(&label[..end], draft)?;
        Some((role(&label[end + 1..], &of, draft)?, of))
    })
}

/// The role of an id or a title at this body; of several that a title may mean, the body's own or the first.
fn role(title: &str, of: &str, draft: &Draft) -> Option<String> {
    let gazetteer = &draft.gazetteer;
    if let Some(role) = gazetteer.find_role(title) {
        return gazetteer.role(role).map(|role| role.id().to_owned());
    }
    let role = gazetteer.roles_titled(title, gazetteer.find(of)?).next()?;
    gazetteer.role(role).map(|role| role.id().to_owned())
}
