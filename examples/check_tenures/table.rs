//! The tables: tenures to look for, what countries are called in them, and where we differ and know why.

use std::{error::Error, path::Path};

use geopol::{Date, EntityId, Gazetteer};
use serde::{Deserialize, de::DeserializeOwned};

/// A tenure to look for.
#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) country: String,
    /// A surname, or as much of the name as the source gives.
    pub(crate) short_name: String,
    /// The full name, if the source has it.
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) start: Option<Date>,
    /// The last day; missing if the tenure goes on.
    #[serde(default)]
    pub(crate) end: Option<Date>,
    pub(crate) office: String,
    pub(crate) source: String,
}

impl Row {
    /// The name, if the source has no full one the short one.
    pub(crate) fn name(&self) -> &str {
        if self.name.is_empty() { &self.short_name } else { &self.name }
    }

    /// Whether it lasts on the date or later.
    pub(crate) fn ends_after(&self, since: Date) -> bool {
        self.end.is_none_or(|end| end.latest() >= since)
    }

    /// Whether a tenure of the gazetteer is at the same time: at the middle of this one, as far as that lies after
    /// `since`. Where only years are known it is enough that the two meet; where there is no end, that they do so
    /// within a month of the first day.
    pub(crate) fn is_during(&self, from: Option<Date>, to: Option<Date>, since: Date) -> bool {
        if self.start.is_none() && self.end.is_none() {
            return true;
        }
        let start = self.start.map_or(since, |start| start.max(since));
        match self.end {
            Some(end) if end.day().is_some() && start.day().is_some() => at(middle(start, end)).is_within(from, to),
            Some(end) => meets(start, end, from, to),
            None => meets(start, at(day_number(start.latest()) + 31), from, to),
        }
    }
}

/// Whether two tenures have a day in common; the second ends before `to`.
fn meets(start: Date, end: Date, from: Option<Date>, to: Option<Date>) -> bool {
    from.is_none_or(|from| from.earliest() <= end.latest()) && to.is_none_or(|to| start.earliest() < to.earliest())
}

fn middle(start: Date, end: Date) -> i32 {
    i32::midpoint(day_number(start), day_number(end))
}

/// Days in a calendar in which every month has 31: near enough to find a middle.
fn day_number(date: Date) -> i32 {
    let month = i32::from(date.year()) * 12 + i32::from(date.month().unwrap_or(1)) - 1;
    month * 31 + i32::from(date.day().unwrap_or(1)) - 1
}

/// The day of this number; instead of a 30th of February, its 28th.
fn at(number: i32) -> Date {
    let (month, day) = (number.div_euclid(31), number.rem_euclid(31) + 1);
    let date = |day: i32| format!("{:04}-{:02}-{day:02}", month.div_euclid(12), month.rem_euclid(12) + 1).parse();
    date(day).or_else(|_| date(28)).expect("every month has a 28th")
}

/// What a source calls an entity.
#[derive(Debug, Deserialize)]
struct Country {
    source: String,
    country: String,
    entity: String,
}

/// What countries are called.
#[derive(Debug)]
pub(crate) struct Countries(Vec<Country>);

impl Countries {
    pub(crate) fn read(text: &str) -> Result<Self, Box<dyn Error>> {
        read(text).map(Self)
    }

    /// The entities that a row means: those that the table gives, or those that bear the country's name.
    pub(crate) fn of(&self, row: &Row, gazetteer: &Gazetteer) -> Vec<EntityId> {
        let is_meant = |country: &&Country| country.source == row.source && country.country == row.country;
        let listed: Vec<EntityId> =
            self.0.iter().filter(is_meant).filter_map(|country| gazetteer.find(&country.entity)).collect();
        if !listed.is_empty() {
            return listed;
        }
        let bears = |id: &EntityId| gazetteer.names_of(*id).iter().any(|name| name.text() == row.country);
        gazetteer.entities().iter().filter_map(|entity| gazetteer.find(entity.id())).filter(bears).collect()
    }
}

/// A row that is wrong or coarse, or one that we leave out, and why.
#[derive(Debug, Deserialize)]
pub(crate) struct Difference {
    pub(crate) country: String,
    pub(crate) name: String,
    pub(crate) reason: String,
}

impl Difference {
    pub(crate) fn is_of(&self, row: &Row) -> bool {
        self.country == row.country && self.name == row.name()
    }
}

pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    Ok(reader.deserialize().collect::<Result<_, _>>()?)
}

pub(crate) fn read_file<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    read(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
