use std::{fs, path::Path, sync::Arc};

use crate::gazetteer::{
    Gazetteer,
    embedded::Embedded,
    index::Index,
    source::{Rows, compile, read},
};

/// The files of `gazetteers/` with the names that the build script gives them.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let name = format!("gazetteers/{}", path.file_name().unwrap().to_str().unwrap());
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_files_have_no_fault() {
    let mut builder = Gazetteer::builder();
    builder.without_embedded();
    for (name, text) in files() {
        builder.add_str(name, text);
    }
    let faults: Vec<String> = builder.check().iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_embedded_form_equals_the_files() {
    let mut faults = Vec::new();
    let files = files().iter().map(|(name, text)| read(name, text, &mut faults)).collect();
    let (rows, more) = compile(Rows::default(), files);
    assert!(faults.is_empty() && more.is_empty());
    let embedded = Embedded::decode();
    assert!(embedded.rows == rows, "the build script and the library read the files differently");
    assert!(embedded.index == Index::default().grown(&rows));
}

#[test]
fn it_is_decoded_once() {
    assert!(Arc::ptr_eq(&Gazetteer::embedded(), &Gazetteer::embedded()));
}
