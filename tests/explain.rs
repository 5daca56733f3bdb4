//! What `Extractor::explain` tells about rules that did and did not fire.

use geopol::Extractor;

const RULES: &str = r#"
[file]
family = "test"
about = "One rule for each thing that can be lacking"

[[rule]]
id = "object"
predicate = "condemns"
verbs = ["paint"]
object = ["wall"]
target = ["of"]

[[rule]]
id = "subject"
predicate = "condemns"
verbs = ["carve"]
subject = ["soldier"]

[[rule]]
id = "phrase"
predicate = "condemns"
verbs = ["mould"]
phrase = ["clay"]

[[rule]]
id = "content"
predicate = "accuses"
verbs = ["whisper"]
target = ["clause"]
content = { verbs = ["steal"] }

[[rule]]
id = "modality"
predicate = "requests"
verbs = ["mutter"]
target = ["clause"]
clause_modality = "requested"

[[rule]]
id = "deed"
predicate = "requests"
verbs = ["tickle"]
deed = ["laugh"]

[[rule]]
id = "beside"
predicate = "invites"
verbs = ["beckon"]
beside = { slots = ["to"], kinds = ["alliance"] }

[[rule]]
id = "denied"
predicate = "rejects"
verbs = ["nibble"]
denied = true

[[rule]]
id = "kinds"
predicate = "joins"
verbs = ["hug"]
target_kinds = ["alliance"]
source_kinds = ["country"]

[[rule]]
id = "takes-in"
predicate = "cuts_ties_with"
verbs = ["knit"]
object = ["sock"]
target = ["with"]

[[rule]]
id = "sock"
predicate = "aids"
nouns = ["sock"]
target = ["for", "with"]

[[rule]]
id = "surer"
predicate = "condemns"
verbs = ["hug"]
weight = 0.9

[[rule]]
id = "weaker"
predicate = "condemns"
verbs = ["hug"]
weight = 0.5
"#;

fn explained(text: &str) -> String {
    let extractor = Extractor::builder().without_default_patterns().pattern_str("test.toml", RULES).build().unwrap();
    extractor.explain(text)
}

#[test]
fn what_a_rule_lacks_is_told() {
    for (text, expected) in [
        ("Japan painted a door of Peru.", "\"painted\", the object is none that it wants: object"),
        ("Japan carved Peru.", "\"carved\", who acts is none that it wants: subject"),
        ("Japan moulded Peru in bronze.", "\"moulded\", no such phrase beside the verb: phrase"),
        ("Japan whispered that Peru slept.", "\"whispered\", the that-clause says something else: content"),
        ("Japan muttered that Peru slept.", "\"muttered\", the that-clause says something else: modality"),
        ("Japan tickled Peru to sing.", "\"tickled\", no such deed governed: deed"),
        ("Japan beckoned Peru to the window.", "\"beckoned\", nobody else of the kind that it wants: beside"),
        ("Japan nibbled Peru.", "\"nibbled\", not denied: denied"),
        ("Japan hugged Peru.", "\"hugged\", the target is of another kind: kinds"),
        ("NATO hugged Peru.", "\"hugged\", the source is of another kind: kinds"),
        ("Japan knitted a sock with Peru.", "\"sock\", the noun belongs to the verb: sock"),
        ("Japan hugged a tree in April.", "\"hugged\", nobody on the target's side: kinds, surer, weaker"),
        ("A man hugged Peru.", "\"hugged\", nobody on the source's side: kinds, surer, weaker"),
        ("Japan hugged Tokyo.", "\"hugged\", both sides act for one: kinds, surer, weaker"),
        ("Japan hugged Peru.", "\"hugged\", the same is told more surely: weaker"),
    ] {
        let explained = explained(text);
        assert!(explained.contains(&format!("not told by {expected}")), "{text}: {expected}\n{explained}");
    }
}

#[test]
fn what_a_rule_tells_is_told_with_slots_and_signals() {
    let explained = explained("Japan will not hug Peru.");
    let line = "  told by \"hug\": Japan condemns Peru, negated, planned (rule surer, from subject to object)\n    confidence 0.";
    assert!(explained.contains(line), "{explained}");
    assert!(explained.contains("negated planned by will not, subject [Japan], object [Peru]"), "{explained}");
    assert!(explained.contains("unreal 1.00, rule 0.90\n"), "{explained}");
}

/// Reading for the explanation and reading for the relations find the same.
#[test]
fn what_is_told_is_what_is_extracted() {
    let extractor = Extractor::new();
    let text = "Kenya bombed Somalia on Monday. Uganda condemned the attack, and Chad's president urged Kenya to leave the country.";
    let extraction = extractor.extract(text);
    let explained = extractor.explain(text);
    assert!(extraction.relations().len() > 2);
    let told = explained.lines().filter(|line| line.starts_with("  told by")).count();
    assert_eq!(told, extraction.relations().len());
    for relation in extraction.relations() {
        let (source, target) = (extraction.source(relation).name(), extraction.target(relation).name());
        let told = format!(": {source} {} {target}", relation.predicate());
        assert!(explained.contains(&told), "{told}\n{explained}");
    }
}
