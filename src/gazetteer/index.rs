use super::source::Rows;

/// Other orders of the rows, for look-ups by what they are not sorted by.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Entities by id.
    pub(super) by_id: Vec<u32>,
    /// Tenures by body, then by role, then by first day.
    pub(super) tenures_by_body: Vec<u32>,
    /// Memberships by member, then by body, then by first day.
    pub(super) memberships_by_member: Vec<u32>,
}

impl Index {
    pub(super) fn new(rows: &Rows) -> Self {
        Self {
            by_id: order(&rows.entities, |one, other| one.id.cmp(&other.id)),
            tenures_by_body: order(&rows.tenures, |one, other| {
                (one.of, one.role, one.from, one.to).cmp(&(other.of, other.role, other.from, other.to))
            }),
            memberships_by_member: order(&rows.memberships, |one, other| {
                (one.member, one.body, one.from, one.to).cmp(&(other.member, other.body, other.from, other.to))
            }),
        }
    }
}

fn order<T>(rows: &[T], compare: impl Fn(&T, &T) -> std::cmp::Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(rows.len()).collect();
    order.sort_by(|&one, &other| compare(&rows[one as usize], &rows[other as usize]));
    order
}
