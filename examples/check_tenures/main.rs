//! Which tenures of a table does the gazetteer lack?
//!
//! `cargo run --example check_tenures -- [FILE [SINCE [LEAST]]]`: a CSV file with the columns `country`, `short_name`,
//! `name`, `start`, `end`, `office` and `source`; rows that end before SINCE (1990) are left out; with less than LEAST
//! per cent found the exit status is 1. Without a file, a sample.
//!
//! A row is found when somebody who bears its name has a tenure of its country at its time. `countries.csv` says what
//! the sources call countries, `known-differences.csv` where a source is wrong or coarse.

mod names;
mod table;

use std::{collections::BTreeMap, env, error::Error, path::Path, process::ExitCode};

use geopol::{Date, EntityId, Gazetteer, Tenure};
use names::{Fit, fit, words};
use table::{Countries, Difference, Row};

/// Who heads a state or body: told where a row is not found.
const HEADS: [&str; 6] = ["president", "monarch", "supreme-leader", "prime-minister", "secretary-general", "head"];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let rows: Vec<Row> = match arguments.next() {
        Some(path) => table::read_file(Path::new(&path))?,
        None => table::read(include_str!("sample.csv"))?,
    };
    let since: Date = arguments.next().as_deref().unwrap_or("1990").parse()?;
    let least: f64 = arguments.next().as_deref().unwrap_or("0").parse()?;
    let countries = Countries::read(include_str!("countries.csv"))?;
    let differences: Vec<Difference> = table::read(include_str!("known-differences.csv"))?;

    let gazetteer = Gazetteer::embedded();
    let checker = Checker::new(&gazetteer, countries, since.earliest());
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let (mut missed, mut known, mut near) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows.iter().filter(|row| row.ends_after(since.earliest())) {
        let count = counts.entry(&row.source).or_default();
        match (checker.check(row), differences.iter().find(|difference| difference.is_of(row))) {
            (Ok((fit, holder)), _) => {
                count.found[fit as usize] += 1;
                if fit == Fit::Near {
                    near.push(format!("{}: {}", describe(row), checker.id(holder)));
                }
            }
            (Err(_), Some(difference)) => {
                count.known += 1;
                known.push(format!("{}: {}", describe(row), difference.reason));
            }
            (Err(reason), None) => {
                count.missed += 1;
                missed.push(format!("{}: {reason}", describe(row)));
            }
        }
    }

    print("not found", &missed);
    print("found by a near spelling", &near);
    print("known differences", &known);
    let mut all = Count::default();
    for (source, count) in &counts {
        println!("{source}: {count}");
        all.add(count);
    }
    println!("all: {all}");
    Ok(if all.share() < least { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn print(title: &str, lines: &[String]) {
    println!("{title}: {}", lines.len());
    for line in lines {
        println!("  {line}");
    }
}

fn describe(row: &Row) -> String {
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let (start, end) = (date(row.start), date(row.end));
    format!("{}, {}, {start} to {end}, {} ({})", row.country, row.name(), row.office, row.source)
}

/// Rows by what became of them.
#[derive(Debug, Default)]
struct Count {
    /// By how well the name fits.
    found: [usize; 3],
    missed: usize,
    known: usize,
}

impl Count {
    fn add(&mut self, other: &Self) {
        for (sum, n) in self.found.iter_mut().zip(other.found) {
            *sum += n;
        }
        self.missed += other.missed;
        self.known += other.known;
    }

    /// The per cent found of the rows that are no known difference.
    #[allow(clippy::cast_precision_loss)] // thousands
    fn share(&self) -> f64 {
        let found: usize = self.found.iter().sum();
        100.0 * found as f64 / (found + self.missed).max(1) as f64
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [same, part, near] = self.found;
        let (found, known) = (same + part + near, self.known);
        write!(f, "{found} of {} found ({:.1} %): ", found + self.missed, self.share())?;
        write!(f, "{same} by the same name, {part} by a part, {near} by a near spelling; {known} known differences")
    }
}

/// The gazetteer's tenures by the state or body for which they act, and the names of those who hold them.
struct Checker<'g> {
    gazetteer: &'g Gazetteer,
    names: BTreeMap<EntityId, Vec<Vec<String>>>,
    tenures: BTreeMap<EntityId, Vec<&'g Tenure>>,
    countries: Countries,
    since: Date,
}

impl<'g> Checker<'g> {
    fn new(gazetteer: &'g Gazetteer, countries: Countries, since: Date) -> Self {
        let (mut names, mut tenures) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
        for holder in gazetteer.entities().iter().filter_map(|entity| gazetteer.find(entity.id())) {
            for tenure in gazetteer.tenures_of(holder) {
                names.entry(holder).or_insert_with(|| {
                    gazetteer.names_of(holder).iter().map(|name| words(name.text())).collect::<Vec<_>>()
                });
                let actor = gazetteer.actor_of(tenure.of(), None).unwrap_or(tenure.of());
                tenures.entry(actor).or_default().push(tenure);
            }
        }
        Self { gazetteer, names, tenures, countries, since }
    }

    /// How the row is found, or why it is not.
    fn check(&self, row: &Row) -> Result<(Fit, EntityId), String> {
        let countries = self.countries.of(row, self.gazetteer);
        if countries.is_empty() {
            return Err("no such country".to_owned());
        }
        let is_then = |tenure: &&Tenure| row.is_during(tenure.from(), tenure.to(), self.since);
        let wanted = [words(&row.name), words(&row.short_name)];
        let fit = |tenure: &Tenure| {
            let known = &self.names[&tenure.holder()];
            let fit = wanted.iter().flat_map(|wanted| known.iter().filter_map(|known| fit(wanted, known))).min()?;
            Some((fit, tenure.holder()))
        };
        let theirs = countries.iter().filter_map(|country| self.tenures.get(country)).flatten().copied();
        if let Some(fit) = theirs.clone().filter(is_then).filter_map(fit).min() {
            return Ok(fit);
        }

        // why not: at another time, of another country, or nobody of this name
        let mut reason = self.list(theirs.clone().filter(|tenure| fit(tenure).is_some()), "only");
        if reason.is_empty() {
            let all = self.tenures.values().flatten().copied();
            let is_named = |tenure: &&Tenure| self.names[&tenure.holder()].iter().any(|known| wanted.contains(known));
            reason = self.list(all.filter(is_then).filter(is_named), "of another country:");
        }
        if reason.is_empty() {
            "name unknown".clone_into(&mut reason);
        }
        let heads = theirs.filter(is_then).filter(|tenure| HEADS.contains(&self.role(tenure)));
        Err(reason + &self.list(heads, "; then"))
    }

    fn id(&self, id: EntityId) -> &str {
        self.gazetteer.entity(id).map_or("", |entity| entity.id())
    }

    fn role(&self, tenure: &Tenure) -> &str {
        self.gazetteer.role(tenure.role()).map_or("", |role| role.id())
    }

    /// The tenures after a word; nothing where there are none.
    fn list<'t>(&self, tenures: impl Iterator<Item = &'t Tenure>, before: &str) -> String {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let describe = |tenure: &Tenure| {
            let (from, to) = (date(tenure.from()), date(tenure.to()));
            format!("{} {} of {} {from} to {to}", self.id(tenure.holder()), self.role(tenure), self.id(tenure.of()))
        };
        let list = tenures.map(describe).collect::<Vec<_>>().join(", ");
        if list.is_empty() { list } else { format!("{before} {list}") }
    }
}
