use std::cmp::Reverse;

use super::{EntityId, EntityKind, Gazetteer, OfficeKind, Tenure};
use crate::text::Date;

impl Gazetteer {
    /// The state, alliance or group as which an entity acts on a date.
    ///
    /// States, alliances, their organs, and groups act for themselves, institutions for their state or body, regions for
    /// the state that they lie in. A person acts for the state or body of an office that lasts on the date: of one that
    /// leads rather than one that represents, and of one with a single holder rather than one with many. Without a date
    /// the office counts that ended last, or has not ended. Treaties never act, nor persons out of office.
    #[must_use]
    pub fn actor_of(&self, id: EntityId, date: Option<Date>) -> Option<EntityId> {
        let entity = self.entity(id)?;
        match entity.kind {
            EntityKind::Country | EntityKind::Alliance | EntityKind::Group => Some(id),
            EntityKind::Institution | EntityKind::Region => entity.belongs_to,
            EntityKind::Leader => {
                let tenure = self.main_tenure(id, date)?;
                // An institution's head acts for whom the institution acts for; nothing else that has offices has offices.
                self.actor_of(tenure.of, date)
            }
            EntityKind::Treaty => None,
        }
    }

    /// The most important office of a person on a date; without one, of those that ended last.
    #[must_use]
    pub fn main_tenure(&self, holder: EntityId, date: Option<Date>) -> Option<&Tenure> {
        let tenures = self.tenures_of(holder).iter().filter(|tenure| tenure.is_valid(date));
        tenures.max_by_key(|tenure| {
            let last =
                if date.is_none() { tenure.to.map_or((true, None), |to| (false, Some(to))) } else { (true, None) };
            (last, self.importance(tenure), tenure.from)
        })
    }

    fn importance(&self, tenure: &Tenure) -> impl Ord + use<> {
        let role = &self.roles[tenure.role.0 as usize];
        (!tenure.contested, role.office == OfficeKind::Leads, role.single, Reverse(tenure.acting))
    }
}
