//! Names that were meant by others.

/// The likeness from which on a name may have been meant.
const LIKE: f64 = 0.85;

/// What to say of the name that is nearest to one that is not there: "; did you mean ...?", or nothing.
pub(crate) fn hint<'a>(wanted: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let wanted = wanted.to_lowercase();
    let like = |known: &str| strsim::jaro_winkler(&known.to_lowercase(), &wanted);
    let nearest = known.map(|(name, id)| (like(name), name, id)).max_by(|one, other| one.0.total_cmp(&other.0));
    match nearest {
        Some((likeness, name, id)) if likeness > LIKE => format!("; did you mean {name:?} ({id})?"),
        _ => String::new(),
    }
}
