//! Rows that contradict or repeat each other in time.

use std::collections::BTreeMap;

use super::{names::overlap, rows::Rows};
use crate::{
    error::{Error, ErrorKind, Position},
    gazetteer::{EntityId, Membership, MembershipRole, Role, Tenure},
    text::Date,
};

/// A row with the place where it is given and the entity that gives it; none for a row of the base.
pub(super) struct Placed<T> {
    pub(super) row: T,
    pub(super) site: Option<(Position, EntityId)>,
}

impl<T> Placed<T> {
    pub(super) fn in_base(row: T) -> Self {
        Self { row, site: None }
    }
}

fn is_plain(tenure: &Tenure) -> bool {
    !tenure.acting && !tenure.contested
}

/// Ends the base's tenures that are open only because their end came after the base was made: a new file names a successor.
pub(super) fn close_succeeded(tenures: &mut [Placed<Tenure>], roles: &[Role]) {
    let mut successions: BTreeMap<_, Vec<(Date, EntityId)>> = BTreeMap::new();
    for Tenure { holder, role, of, from, .. } in
        tenures.iter().filter(|tenure| tenure.site.is_some()).map(|tenure| &tenure.row).filter(|row| is_plain(row))
    {
        if roles[role.0 as usize].single {
            successions.entry((*of, *role)).or_default().extend(from.map(|from| (from, *holder)));
        }
    }
    for Placed { row, site } in tenures {
        if site.is_some() || row.to.is_some() || !is_plain(row) {
            continue;
        }
        let successors = successions.get(&(row.of, row.role)).into_iter().flatten();
        row.to =
            successors.filter(|(from, who)| Some(*from) > row.from && *who != row.holder).map(|(from, _)| *from).min();
    }
}

pub(super) fn check_tenures(tenures: &mut [Placed<Tenure>], rows: &Rows, faults: &mut Vec<Error>) {
    tenures.sort_by_key(|tenure| (tenure.row.of, tenure.row.role, tenure.row.from));
    for group in tenures.chunk_by(|one, other| (one.row.of, one.row.role) == (other.row.of, other.row.role)) {
        for (earlier, later) in pairs(group) {
            let (one, other) = (&earlier.row, &later.row);
            if !overlap((one.from, one.to), (other.from, other.to)) {
                continue;
            }
            let role = &rows.roles[one.role.0 as usize];
            let of = &rows.entities[one.of.index()].id;
            let same = one.holder == other.holder;
            let kind = if same {
                ErrorKind::DuplicateRow { field: "tenures", row: format!("{:?} of {of:?}", role.id) }
            } else if let Some(from) =
                shared_days(one, other).filter(|_| role.single && is_plain(one) && is_plain(other))
            {
                let holder = if later.site.is_some() { one.holder } else { other.holder };
                let (role, of, other) = (role.id.clone(), of.to_string(), rows.entities[holder.index()].id.to_string());
                ErrorKind::OverlappingTenures { role, of, other, from }
            } else {
                continue;
            };
            faults.extend(fault(kind, earlier, later, rows));
        }
    }
}

pub(super) fn check_memberships(memberships: &mut [Placed<Membership>], rows: &Rows, faults: &mut Vec<Error>) {
    // A founder is a member, so one row is enough.
    let role = |row: &Membership| if row.role == MembershipRole::Founder { MembershipRole::Member } else { row.role };
    let key = |row: &Membership| (row.body, row.member, role(row));
    memberships.sort_by_key(|placed| (key(&placed.row), placed.row.from));
    for group in memberships.chunk_by(|one, other| key(&one.row) == key(&other.row)) {
        for (earlier, later) in pairs(group) {
            if overlap((earlier.row.from, earlier.row.to), (later.row.from, later.row.to)) {
                let row = rows.entities[later.row.member.index()].id.to_string();
                faults.extend(fault(ErrorKind::DuplicateRow { field: "members", row }, earlier, later, rows));
            }
        }
    }
}

/// The first day of an overlap, when it is certain and longer than a day.
fn shared_days(one: &Tenure, other: &Tenure) -> Option<Date> {
    let start = [one.from, other.from].into_iter().flatten().max_by_key(|date| date.latest())?;
    let end = [one.to, other.to].into_iter().flatten().min();
    end.is_none_or(|end| start.latest().day_number() + 1 < end.earliest().day_number()).then_some(start)
}

fn pairs<T>(rows: &[T]) -> impl Iterator<Item = (&T, &T)> {
    rows.iter().enumerate().flat_map(|(n, one)| rows[n + 1..].iter().map(move |other| (one, other)))
}

fn fault<T>(kind: ErrorKind, earlier: &Placed<T>, later: &Placed<T>, rows: &Rows) -> Option<Error> {
    let (position, entity) = later.site.as_ref().or(earlier.site.as_ref())?;
    Some(Error::new(kind).at(position.clone()).entry("entity", &rows.entities[entity.index()].id))
}
