//! The command.
fn main() {
    let path = std::env::args().nth(1).unwrap();
    if path == "test" {
        for f in std::env::args().skip(2) {
            let r = geopol::test_pattern_file(&f).unwrap();
            for x in &r.failures {
                print!("{x}");
            }
            println!("{f}: {} passed, {} known misses, {} failed", r.passed, r.known_misses, r.failures.len());
        }
        return;
    }
    let e = geopol::Extractor::new();
    for line in std::fs::read_to_string(&path).unwrap().lines() {
        if std::env::var_os("EXPLAIN").is_some() {
            eprintln!("{}", e.explain(line));
        }
        let x = e.extract(line);
        println!("{}", serde_json::to_string(&geopol::DocumentRecord::new(&x, geopol::OffsetUnit::Byte)).unwrap());
    }
}
