use criterion::Criterion;
use geopol::{Document, Extractor, Gazetteer, Sentences};
use unicode_segmentation::UnicodeSegmentation;

use super::{counted, group};

/// From a text to its relations, and parts of the way.
pub fn stages(criterion: &mut Criterion, kind: &str, on: &Extractor, documents: &[Document<'_>]) {
    let sum = |count: &dyn Fn(Document<'_>) -> usize| documents.iter().map(|&document| count(document)).sum();
    let mut stages = group(criterion, kind, documents);
    counted(&mut stages, "sentences", || sum(&|document| Sentences::new(document.text()).count()));
    counted(&mut stages, "unicode_sentences", || sum(&|document| document.text().unicode_sentences().count()));
    counted(&mut stages, "names", || sum(&|document| on.names(document.text()).len()));
    counted(&mut stages, "mentions", || sum(&|document| on.mentions(document).mentions().len()));
    counted(&mut stages, "relations", || sum(&|document| on.extract(document).relations().len()));
    stages.finish();
}

/// Extractors, when the embedded gazetteer has been unpacked and when it is unpacked for them; with a rule of one's own.
pub fn start(criterion: &mut Criterion) {
    let relations = |extractor: &Extractor| extractor.extract("China condemned AUKUS.").relations().len();
    let rule = "[file]\nfamily = \"snub\"\nabout = \"Snubs\"\n\n[[rule]]\nid = \"snub.ghost\"\npredicate = \"rejects\"\n\
                verbs = [\"ghost\"]\ntarget = [\"object\"]\n";
    let mut start = criterion.benchmark_group("start");
    counted(&mut start, "again", || relations(&Extractor::new()));
    counted(&mut start, "gazetteer", || Gazetteer::builder().build().map_or(0, |gazetteer| gazetteer.names().len()));
    counted(&mut start, "with a rule", || {
        Extractor::builder().pattern_str("mine.toml", rule).build().map_or(0, |extractor| relations(&extractor))
    });
    start.finish();
}
