//! Compiles the files of `gazetteers/` into the form that the library embeds, with the library's own code.
#![allow(dead_code, unreachable_pub)] // the library uses the rest

#[path = "src/text/date.rs"]
mod date;
#[path = "src/error.rs"]
mod error;
#[path = "src/gazetteer/file.rs"]
mod file;
#[path = "src/gazetteer/kind.rs"]
mod kind;
#[path = "src/gazetteer/model.rs"]
mod model;
#[path = "src/gazetteer/source/mod.rs"]
mod source;

/// The paths by which the shared modules know each other.
mod gazetteer {
    pub(crate) use crate::{file::*, kind::*, model::*};
}

/// The same for what lies under `text`.
mod text {
    pub(crate) use crate::date::*;
}

use std::{env, fs, io, path::Path, process::ExitCode};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=gazetteers");
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let embedded = embed_gazetteers(&Path::new(&out).join("gazetteer.postcard"));
    if let Err(faults) = &embedded {
        println!("cargo::error={}", faults.replace('\n', "\ncargo::error="));
    }
    ExitCode::from(u8::from(embedded.is_err()))
}

fn embed_gazetteers(out: &Path) -> Result<(), String> {
    let mut faults = Vec::new();
    let texts = toml_files(Path::new("gazetteers")).map_err(|error| format!("gazetteers: {error}"))?;
    let files = texts.iter().map(|(name, text)| source::read(name, text, &mut faults)).collect();
    let (rows, more) = source::compile(source::Rows::default(), files);
    faults.extend(more);
    if !faults.is_empty() {
        return Err(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
    let rows = postcard::to_stdvec(&rows).map_err(|error| error.to_string())?;
    fs::write(out, rows).map_err(|error| error.to_string())
}

/// The files' paths, with slashes, and texts in the order of their names.
fn toml_files(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut names = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<_>>>()?;
    names.retain(|name| name.ends_with(".toml"));
    names.sort();
    let text = |name: String| {
        fs::read_to_string(folder.join(&name)).map(|text| (format!("{}/{name}", folder.display()), text))
    };
    names.into_iter().map(text).collect()
}
