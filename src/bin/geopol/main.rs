//! The command.
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args[0] == "test" {
        for f in &args[1..] {
            let r = geopol::test_pattern_file(f).unwrap();
            for x in &r.failures {
                print!("{x}");
            }
            println!("{f}: {} passed, {} known misses, {} failed", r.passed, r.known_misses, r.failures.len());
        }
        return;
    }
    let e = geopol::Extractor::new();
    let run = |id: &str, text: &str, date: Option<&str>| {
        let d = geopol::Document::new(text).with_id(id).with_date(date.and_then(|d| d.parse().ok()));
        if std::env::var_os("EXPLAIN").is_some() {
            eprintln!("{}", e.explain(d.clone()));
        }
        let x = e.extract(d);
        println!("{}", serde_json::to_string(&geopol::DocumentRecord::new(&x, geopol::OffsetUnit::Byte)).unwrap());
    };
    for path in args.iter().filter(|a| a.contains('/')) {
        let text = std::fs::read_to_string(path).unwrap();
        if path.ends_with(".jsonl") {
            for line in text.lines() {
                let v: serde_json::Value = serde_json::from_str(line).unwrap();
                run(v["id"].as_str().unwrap(), v["text"].as_str().unwrap(), v["date"].as_str());
            }
        } else if std::env::var_os("LINES").is_some() {
            for line in text.lines() {
                run("", line, None);
            }
        } else {
            let id = path.rsplit('/').next().unwrap().trim_end_matches(".txt");
            run(id, &text, None);
        }
    }
}
