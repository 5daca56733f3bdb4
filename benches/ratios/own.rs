use std::path::Path;

use geopol::{Document, Extractor};

use super::{
    bare::Bare,
    child, clock, groups,
    groups::Pieces,
    table::{Rounds, Table},
};

/// How a gazetteer of one's own is loaded, and its names found in these documents.
pub fn report(gazetteer: &Path, documents: &[Document<'_>], rounds: usize, of_rounds: Rounds) -> String {
    let start = clock::seconds();
    let mut builder = Extractor::builder();
    builder.without_default_gazetteer().gazetteer_file(gazetteer);
    let extractor = builder.build().unwrap_or_else(|fault| panic!("{fault}"));
    let loaded = clock::seconds() - start;
    // Before there is the yardstick, which takes memory too.
    let resident = child::resident().map_or_else(String::new, |kb| format!(", {} MB resident at most", kb / 1000));
    let names = Bare::names(&extractor);
    let plain = Bare::scan(&names, None, false);
    let pieces = Pieces::new(documents, 20);
    let mut table = Table::new(vec![groups::own_names("names", &extractor, &plain, &pieces)], of_rounds);
    table.measure(rounds);
    format!("{} names, loaded in {loaded:.2} s{resident}\n\n{table}", names.len())
}
