//! Runs the tests that relation files carry.

use std::{collections::BTreeSet, fmt, path::Path};

use crate::{
    error::{Error, Position},
    extraction::Extraction,
    extractor::{Extractor, ExtractorBuilder},
    input::Document,
    relation::{Modality, PatternFile, Polarity, Predicate, TestSource, parse_patterns},
    source::Source,
};

/// What a test of a relation file found instead of what it expects.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PatternTestFailure {
    /// The test's sentence.
    pub text: String,
    /// Expected, but not found.
    pub missing: Vec<String>,
    /// Found, but not expected.
    pub unexpected: Vec<String>,
    /// The test was marked as a known miss and passes.
    pub works_now: bool,
}

/// How the tests of a relation file went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PatternTestReport {
    /// Tests that found just what they expect.
    pub passed: usize,
    /// Known misses, which still miss.
    pub known_misses: usize,
    /// Tests that did not.
    pub failures: Vec<PatternTestFailure>,
}

impl fmt::Display for PatternTestFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:?}", self.text)?;
        if self.works_now {
            writeln!(f, "  is marked as a known miss, but passes")?;
        }
        for relation in &self.missing {
            writeln!(f, "  missing     {relation}")?;
        }
        for relation in &self.unexpected {
            writeln!(f, "  unexpected  {relation}")?;
        }
        Ok(())
    }
}

/// Runs the tests of a relation file, its rules added to the embedded ones (or in their place, where ids are the same).
///
/// ```
/// let report = geopol::test_pattern_str(
///     "mine.toml",
///     r#"
///     [file]
///     family = "snub"
///     about = "Snubs"
///
///     [[rule]]
///     id = "snub.snooker"
///     predicate = "rejects"
///     verbs = ["snooker"]
///
///     [[test]]
///     text = "Hungary was snookered by Poland."
///     expect = ["country:POL rejects country:HUN"]
///     "#,
/// )?;
/// assert_eq!((report.passed, report.failures.len()), (1, 0));
/// # Ok::<(), geopol::Error>(())
/// ```
///
/// # Errors
///
/// When the file has a fault.
pub fn test_pattern_str(name: &str, text: &str) -> Result<PatternTestReport, Error> {
    let file: PatternFile = parse_patterns(name, text)?;
    let extractor = ExtractorBuilder::default().pattern_str(name, text).build()?;
    let mut report = PatternTestReport::default();
    for test in &file.tests {
        run(test, &extractor, &mut report)
            .map_err(|reason| Error::invalid(reason).entry("test", &test.text).at(Position::new(name, None)))?;
    }
    Ok(report)
}

/// Runs the tests of the relation file at a path; see [`test_pattern_str`].
///
/// # Errors
///
/// When the file cannot be read or has a fault.
pub fn test_pattern_file(path: impl AsRef<Path>) -> Result<PatternTestReport, Error> {
    let (name, text) = Source::path(path).load()?;
    test_pattern_str(&name, &text)
}

fn run(test: &TestSource, extractor: &Extractor, report: &mut PatternTestReport) -> Result<(), String> {
    let date = test.date.map(|date| date.to_string().parse().map_err(|e| format!("{e}"))).transpose()?;
    let document = Document::new(&test.text).with_date(date);
    let extraction = extractor.extract(document);
    let mut expected = BTreeSet::new();
    for line in &test.expect {
        expected.insert(normal(line)?);
    }
    let offices = expected.iter().any(|line| line.contains(" leads ") || line.contains(" represents "));
    let found: BTreeSet<String> = lines(&extraction, &expected)
        .into_iter()
        .filter(|line| offices || !line.contains(" leads ") && !line.contains(" represents "))
        .collect();
    let missing: Vec<String> = expected.difference(&found).cloned().collect();
    let unexpected: Vec<String> = found.difference(&expected).cloned().collect();
    let passes = missing.is_empty() && unexpected.is_empty();
    match (passes, test.miss) {
        (true, false) => report.passed += 1,
        (false, true) => report.known_misses += 1,
        _ => report.failures.push(PatternTestFailure {
            text: test.text.clone(),
            missing,
            unexpected,
            works_now: test.miss,
        }),
    }
    Ok(())
}

/// A relation's sides in the order that is written down: a symmetric one's are sorted.
fn sides<'s>(predicate: Predicate, source: &'s str, target: &'s str) -> (&'s str, &'s str) {
    if predicate.is_symmetric() && target < source { (target, source) } else { (source, target) }
}

/// An expected relation in one spelling.
fn normal(line: &str) -> Result<String, String> {
    let mut words = line.split_whitespace();
    let (Some(source), Some(predicate), Some(target)) = (words.next(), words.next(), words.next()) else {
        return Err(format!("{line:?} (expected \"source predicate target\")"));
    };
    let predicate = Predicate::from_name(predicate).ok_or_else(|| format!("unknown predicate {predicate:?}"))?;
    let (mut polarity, mut modality, mut attribution) = (Polarity::Affirmed, Modality::Actual, None);
    while let Some(word) = words.next() {
        if word == "by" {
            attribution = words.next();
        } else if let Some(found) = Polarity::from_name(word) {
            polarity = found;
        } else if let Some(found) = Modality::from_name(word) {
            modality = found;
        } else {
            return Err(format!("{word:?} in {line:?} (expected a polarity, a modality or \"by\" and an id)"));
        }
    }
    Ok(written(predicate, source, target, polarity, modality, attribution))
}

fn written(
    predicate: Predicate,
    source: &str,
    target: &str,
    polarity: Polarity,
    modality: Modality,
    attribution: Option<&str>,
) -> String {
    let (source, target) = sides(predicate, source, target);
    let mut line = format!("{source} {predicate} {target}");
    if polarity == Polarity::Negated {
        line.push_str(" negated");
    }
    if modality != Modality::Actual {
        line.push(' ');
        line.push_str(modality.as_str());
    }
    if let Some(speaker) = attribution {
        line.push_str(" by ");
        line.push_str(speaker);
    }
    line
}

/// What was found; an attribution is told where the test asks for one.
fn lines(extraction: &Extraction<'_>, expected: &BTreeSet<String>) -> Vec<String> {
    let asked = expected.iter().any(|line| line.contains(" by "));
    let line = |r| {
        let (source, target) = (extraction.source(r).id(), extraction.target(r).id());
        let speaker = r.attribution().filter(|_| asked).map(|id| extraction.entity(id).id());
        written(r.predicate(), source, target, r.polarity(), r.modality(), speaker)
    };
    extraction.relations().iter().map(line).collect()
}
