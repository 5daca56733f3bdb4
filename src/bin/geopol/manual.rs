//! `geopol completions` and `geopol man`: made of what the arguments say of themselves.

use std::{fs, path::Path};

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::{
    arguments::Arguments,
    failure::{Failure, Outcome},
    output::Output,
};

pub(crate) fn completions(shell: Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "geopol", &mut script);
    let mut output = Output::open(None)?;
    output.write(|writer| writer.write_all(&script))?;
    output.finish()?;
    Ok(Outcome::Done)
}

pub(crate) fn pages(folder: Option<&Path>) -> Result<Outcome, Failure> {
    let mut command = Arguments::command();
    command.build();
    let Some(folder) = folder else {
        let mut output = Output::open(None)?;
        output.write(|writer| Man::new(command).render(writer))?;
        output.finish()?;
        return Ok(Outcome::Done);
    };
    fs::create_dir_all(folder).map_err(|error| Failure::output(folder.display().to_string(), error))?;
    let under = command.get_subcommands().filter(|command| command.get_name() != "help").cloned();
    let pages: Vec<clap::Command> = under.chain([command.clone()]).collect();
    for page in pages {
        let name = page.get_display_name().unwrap_or_else(|| page.get_name()).to_owned();
        let mut output = Output::open(Some(&folder.join(format!("{name}.1"))))?;
        output.write(|writer| Man::new(page).render(writer))?;
        output.finish()?;
    }
    Ok(Outcome::Done)
}
