//! Others' dictionaries, brought into the gazetteer format.

#[cfg(test)]
mod tests;
mod write;
