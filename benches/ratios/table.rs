use std::{fmt, fs, hint::black_box, thread::available_parallelism, time::Instant};

use super::clock;

/// Something that is run once a round, over the same pieces of text each time.
pub struct Row<'a> {
    name: &'a str,
    /// The bytes of each piece.
    bytes: Vec<usize>,
    /// How many times as fast as the group's first row it should be.
    goal: Option<f64>,
    /// Gives the number of what it found in a piece, which must be the same each time.
    run: Box<dyn FnMut(usize) -> usize + 'a>,
    /// Whether it has threads of its own, so that the processor's time in this one says nothing.
    threads: bool,
    /// What each piece took in each round.
    seconds: Vec<Vec<f64>>,
    found: Option<usize>,
}

impl<'a> Row<'a> {
    pub fn new(name: &'a str, bytes: Vec<usize>, run: impl FnMut(usize) -> usize + 'a) -> Self {
        let seconds = vec![Vec::new(); bytes.len()];
        Self { name, bytes, goal: None, run: Box::new(run), threads: false, seconds, found: None }
    }

    pub const fn goal(mut self, times: f64) -> Self {
        self.goal = Some(times);
        self
    }

    pub const fn with_threads(mut self) -> Self {
        self.threads = true;
        self
    }

    fn measure(&mut self) {
        let mut found = 0;
        for (piece, seconds) in self.seconds.iter_mut().enumerate() {
            let (start, of_thread) = (Instant::now(), clock::seconds());
            found += black_box((self.run)(piece));
            let of_thread = clock::seconds() - of_thread;
            seconds.push(if self.threads { start.elapsed().as_secs_f64() } else { of_thread });
        }
        assert!(found > 0, "{} found nothing", self.name);
        assert_eq!(*self.found.get_or_insert(found), found, "{} found another number", self.name);
    }

    /// Megabytes in a second. Pieces are short, and of each counts the median of the rounds or the quickest, so that it
    /// disturbs little when the machine has other work at times.
    fn rate(&self, of: Rounds) -> f64 {
        let seconds: f64 = self.seconds.iter().map(|rounds| of.value(rounds)).sum();
        as_f64(self.bytes.iter().sum()) / 1e6 / seconds
    }
}

/// What counts of several rounds.
#[derive(Clone, Copy, Debug)]
pub enum Rounds {
    Median,
    /// For machines with other work.
    Quickest,
}

impl Rounds {
    pub fn value(self, of: &[f64]) -> f64 {
        match self {
            Self::Median => median(of.to_vec()),
            Self::Quickest => of.iter().copied().fold(f64::INFINITY, f64::min),
        }
    }
}

impl fmt::Display for Rounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if matches!(self, Self::Median) { "medians" } else { "the quickest" })
    }
}

/// Rows that are measured by the first of them, and, if there are two yardsticks, by the second.
pub struct Group<'a> {
    pub heading: &'a str,
    /// What the columns of ratios are called, one for each yardstick.
    pub yardsticks: &'a [&'a str],
    pub rows: Vec<Row<'a>>,
}

/// All that is measured.
pub struct Table<'a> {
    groups: Vec<Group<'a>>,
    rounds: Rounds,
}

impl<'a> Table<'a> {
    pub const fn new(groups: Vec<Group<'a>>, rounds: Rounds) -> Self {
        Self { groups, rounds }
    }

    /// Runs all rows in turn, round by round.
    ///
    /// # Panics
    ///
    /// When a row finds nothing, or not the same in each round.
    pub fn measure(&mut self, rounds: usize) {
        for round in 0..=rounds {
            for row in self.groups.iter_mut().flat_map(|group| &mut group.rows) {
                row.measure();
                // The first round only warms up.
                if round == 0 {
                    row.seconds.iter_mut().for_each(Vec::clear);
                }
            }
        }
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for group in &self.groups {
            write!(f, "{:<46}{:>9}", group.heading, "MB/s")?;
            group.yardsticks.iter().try_for_each(|name| write!(f, "{name:>9}"))?;
            writeln!(f, "{:>9}", "goal")?;
            for row in &group.rows {
                let rate = row.rate(self.rounds);
                write!(f, "  {:<44}{rate:>9.2}", row.name)?;
                let mut yardsticks = group.rows.iter().take(group.yardsticks.len());
                yardsticks.try_for_each(|by| write!(f, "{:>9.2}", rate / by.rate(self.rounds)))?;
                if let Some(goal) = row.goal {
                    let met = if rate >= goal * group.rows[0].rate(self.rounds) { "met" } else { "short" };
                    write!(f, "{goal:>9.1} {met}")?;
                }
                writeln!(f)?;
            }
        }
        Ok(())
    }
}

/// The middle one, or the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { f64::midpoint(values[middle - 1], values[middle]) }
}

#[expect(clippy::cast_precision_loss, reason = "no text is so long")]
fn as_f64(number: usize) -> f64 {
    number as f64
}

/// The processor, as far as the system tells, and the number of its cores.
pub fn machine() -> String {
    let known = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = known.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = available_parallelism().map_or(1, usize::from);
    format!("{}, {cores} cores", model.map_or("unknown processor", |(_, model)| model))
}
