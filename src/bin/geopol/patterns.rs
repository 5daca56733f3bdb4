//! `geopol patterns`: tests of relation files.

use crate::{
    arguments::PatternsCommand,
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn run(command: &PatternsCommand) -> Result<Outcome, Failure> {
    let PatternsCommand::Test { files } = command;
    let mut output = Output::open(None)?;
    let mut faults = false;
    for file in files {
        match geopol::test_pattern_file(file) {
            Ok(report) => {
                faults |= !report.failures.is_empty();
                output.write(|writer| {
                    for failure in &report.failures {
                        write!(writer, "{failure}")?;
                    }
                    let (passed, misses, failed) = (report.passed, report.known_misses, report.failures.len());
                    writeln!(writer, "{}: {passed} passed, {misses} known misses, {failed} failed", file.display())
                })?;
            }
            Err(error) => {
                faults = true;
                eprintln!("geopol: {error}");
            }
        }
    }
    output.finish()?;
    Ok(Outcome::of(faults))
}
