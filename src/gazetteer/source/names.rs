use toml::Spanned;

use super::{
    compile::Site,
    raw::{Flag, RawEntity, RawName},
};
use crate::{
    error::{Error, ErrorKind},
    gazetteer::{Conditions, EntityId, Name, NameKind},
    text::Date,
};

/// Adds the names of one entity, or of one block of decoys, to `rows`.
pub(super) struct NameList<'r> {
    pub(super) entity: Option<EntityId>,
    pub(super) rows: &'r mut Vec<Name>,
    /// The rows with which new ones must not clash.
    pub(super) own: Vec<usize>,
}

impl<'r> NameList<'r> {
    /// A list that begins with what the entity has by now.
    pub(super) fn extending(entity: EntityId, rows: &'r mut Vec<Name>) -> Self {
        let own = rows.iter().enumerate().filter(|(_, name)| name.entity == Some(entity)).map(|(n, _)| n).collect();
        Self { entity: Some(entity), rows, own }
    }

    pub(super) fn add_all(&mut self, site: &Site<'_>, raw: &RawEntity, faults: &mut Vec<Error>) {
        // A table in `names` with the text of `name` says more about it.
        let more =
            |text: &str| raw.names.iter().map(Spanned::get_ref).any(|name| name.text == text && !name.is_plain());
        if let Some(name) = raw.name.as_ref().filter(|name| !more(name.get_ref())) {
            let plain = RawName { text: name.get_ref().clone(), ..RawName::default() };
            self.add(site, "name", NameKind::Name, &[Spanned::new(name.span(), plain)], faults);
        }
        let names = [
            ("names", NameKind::Name, &raw.names),
            ("acronyms", NameKind::Acronym, &raw.acronyms),
            ("adjectives", NameKind::Adjective, &raw.adjectives),
            ("demonyms", NameKind::Demonym, &raw.demonyms),
            ("combining", NameKind::Combining, &raw.combining),
            ("capitals", NameKind::Capital, &raw.capitals),
            ("seats", NameKind::Capital, &raw.seats),
            ("surnames", NameKind::Surname, &raw.surnames),
        ];
        for (field, kind, names) in names {
            self.add(site, field, kind, names, faults);
        }
    }

    pub(super) fn add(
        &mut self,
        site: &Site<'_>,
        field: &'static str,
        kind: NameKind,
        names: &[Spanned<RawName>],
        faults: &mut Vec<Error>,
    ) {
        for name in names {
            let byte = name.span().start;
            match self.row(field, kind, name.get_ref()) {
                Ok(row) => {
                    self.own.push(self.rows.len());
                    self.rows.push(row);
                }
                Err(wrong) => faults.push(site.fault(wrong, byte)),
            }
        }
    }

    fn row(&self, field: &'static str, kind: NameKind, name: &RawName) -> Result<Name, ErrorKind> {
        check_text(field, &name.text)?;
        for (field, texts) in [
            ("cues", &name.cues),
            ("unless", &name.unless),
            ("not_before", &name.not_before),
            ("not_after", &name.not_after),
        ] {
            texts.iter().try_for_each(|text| check_text(field, text))?;
        }
        check_interval(name.from, name.to)?;
        if name.flags.contains(&Flag::Unmistakable) && kind != NameKind::Surname {
            let reason = format!("flag \"unmistakable\" in `{field}` (expected in `surnames` only)");
            return Err(ErrorKind::Invalid { reason });
        }
        let conditions = Conditions {
            from: name.from,
            to: name.to,
            cues: name.cues.clone(),
            unless: name.unless.clone(),
            not_before: name.not_before.clone(),
            not_after: name.not_after.clone(),
        };
        let row = Name {
            entity: self.entity,
            kind,
            exact: name.flags.contains(&Flag::Exact),
            needs_context: name.flags.contains(&Flag::Context),
            also_person: name.flags.contains(&Flag::Person),
            unmistakable: name.flags.contains(&Flag::Unmistakable),
            text: name.text.clone().into(),
            conditions: (conditions != Conditions::default()).then(|| conditions.into()),
        };
        // The same name may stand twice for two times, with other conditions.
        let clashes = |other: &Name| {
            other.kind == row.kind
                && other.text == row.text
                && overlap((other.from(), other.to()), (row.from(), row.to()))
        };
        if self.own.iter().any(|&own| clashes(&self.rows[own])) {
            return Err(ErrorKind::DuplicateName { field, name: row.text.into_owned() });
        }
        Ok(row)
    }
}

type Interval = (Option<Date>, Option<Date>);

/// Whether two half-open intervals certainly share a day.
pub(super) fn overlap(one: Interval, other: Interval) -> bool {
    let start = [one.0, other.0].into_iter().flatten().map(Date::latest).max();
    let end = [one.1, other.1].into_iter().flatten().min();
    start.zip(end).is_none_or(|(start, end)| start < end.earliest())
}

pub(super) fn check_interval(from: Option<Date>, to: Option<Date>) -> Result<(), ErrorKind> {
    match (from, to) {
        (Some(from), Some(to)) if to.earliest() <= from.earliest() => Err(ErrorKind::ReversedDates { from, to }),
        _ => Ok(()),
    }
}

/// Refuses texts that no matcher could find, or not where their author thinks.
pub(super) fn check_text(field: &'static str, text: &str) -> Result<(), ErrorKind> {
    let special = |c: char| (c.is_whitespace() && c != ' ') || c.is_control();
    if text.is_empty() || text.trim() != text || text.contains("  ") || text.contains(special) {
        return Err(ErrorKind::BlankText { field, text: text.to_owned() });
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(ErrorKind::Invalid { reason: format!("{text:?} in `{field}` has no letter") });
    }
    Ok(())
}
