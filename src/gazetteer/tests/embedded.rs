use std::sync::Arc;

use crate::{
    data_files::toml_files,
    gazetteer::{
        EntityKind, Gazetteer, KindCounts,
        embedded::Embedded,
        index::Index,
        source::{Rows, compile, read},
    },
};

#[test]
fn the_files_have_no_fault() {
    let mut builder = Gazetteer::builder();
    builder.without_embedded();
    for (name, text) in toml_files("gazetteers").unwrap() {
        builder.add_str(name, text);
    }
    let faults: Vec<String> = builder.check().iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_embedded_form_equals_the_files() {
    let mut faults = Vec::new();
    let files = toml_files("gazetteers").unwrap().iter().map(|(name, text)| read(name, text, &mut faults)).collect();
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

#[test]
fn the_files_counts_add_up_to_the_whole() {
    let gazetteer = Gazetteer::embedded();
    let mut sum = (0, 0, 0);
    let mut kinds = vec![KindCounts::default(); EntityKind::ALL.len()];
    for file in gazetteer.files() {
        let counts = file.counts();
        sum = (sum.0 + counts.decoys(), sum.1 + counts.roles(), sum.2 + counts.total().names);
        for (all, kind) in kinds.iter_mut().zip(EntityKind::ALL) {
            let KindCounts { entities, names, tenures, memberships, posts } = counts.of(kind);
            all.entities += entities;
            all.names += names;
            all.tenures += tenures;
            all.memberships += memberships;
            all.posts += posts;
        }
    }
    let counts = gazetteer.counts();
    assert_eq!(sum, (counts.decoys(), counts.roles(), counts.total().names));
    for (all, kind) in kinds.into_iter().zip(EntityKind::ALL) {
        assert_eq!(all, counts.of(kind), "{kind}");
    }
}
