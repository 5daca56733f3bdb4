//! Steps of the work, counted by tests that show that it grows with the text alone; elsewhere they cost nothing.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// So many more units, pairs, clauses, rules or the like were looked at.
#[cfg(test)]
pub(crate) fn count(steps: usize) {
    STEPS.set(STEPS.get() + steps);
}

#[cfg(not(test))]
#[inline(always)]
pub(crate) const fn count(_: usize) {}

#[cfg(test)]
mod tests {
    use super::STEPS;
    use crate::Extractor;

    /// The steps of an extraction.
    fn steps(extractor: &Extractor, text: &str) -> usize {
        STEPS.set(0);
        drop(extractor.extract(text));
        STEPS.get()
    }

    /// So many bytes of a text that goes on and on.
    fn endless(piece: &str, bytes: usize) -> String {
        piece
            .chars()
            .cycle()
            .scan(0, |length, c| {
                *length += c.len_utf8();
                (*length <= bytes).then_some(c)
            })
            .collect()
    }

    /// Sentences of any length and shape; none has an end.
    const PIECES: [&str; 24] = [
        "Chile and Peru and ",
        "Chile, Peru, ",
        "Chile met Peru and ",
        "Chile said that Peru said that ",
        "( Chile ) [ ",
        "“Chile” ‘Peru’ ",
        "\"Chile met\" ",
        "Chile met it and its ally said they ",
        "talks on the attack by the army of Chile against Peru ",
        "of Chile by Peru on ",
        "Chile – Peru - ",
        "Chile-Peru-",
        "Chile, which met Peru, which ",
        "Chile, accusing Peru of attacking ",
        "Chile's ally's ",
        "Chile wanted to urge Peru to ",
        "Chile left, Peru said, ",
        "if Chile attacked Peru ",
        "condemned the attacks and the move by Chile and Peru and ",
        "CHILE AND PERU ",
        "President of Chile and Minister of Peru ",
        "Chile and Peru, the two countries, ",
        "Mr Putin of Chile and Joe Biden of ",
        "US–UK ",
    ];

    /// More than this no doubling may cost: twice, and what a sentence's beginning saves the shorter one.
    const DOUBLED: f64 = 2.2;

    /// So many steps a byte costs at most, however strange the text.
    const MOST: usize = 60;

    fn doubles(extractor: &Extractor, piece: &str, sizes: &[usize]) -> Result<(), String> {
        let counted: Vec<usize> = sizes.iter().map(|&size| steps(extractor, &endless(piece, size))).collect();
        #[allow(clippy::cast_precision_loss)] // far below what a float holds
        let grows = counted.windows(2).any(|pair| pair[1] as f64 > DOUBLED * pair[0] as f64);
        let costs = counted.iter().zip(sizes).any(|(&steps, &size)| steps > MOST * size);
        if grows || costs || counted.contains(&0) { Err(format!("{piece:?}: {counted:?}")) } else { Ok(()) }
    }

    #[test]
    fn twice_the_sentence_is_twice_the_work() {
        let extractor = Extractor::new();
        let faults: Vec<String> =
            PIECES.iter().filter_map(|piece| doubles(&extractor, piece, &[1000, 2000, 4000]).err()).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn twice_the_text_is_twice_the_work() {
        let extractor = Extractor::new();
        let sentences = ["Chile rebuked Peru. It rained. It said so. ", "Mr Putin met Joe Biden, the US president. "];
        let pieces = PIECES.iter().chain(&sentences);
        let faults: Vec<String> =
            pieces.filter_map(|piece| doubles(&extractor, piece, &[20_000, 40_000]).err()).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn a_sentence_may_have_a_million_words() {
        let extractor = Extractor::new();
        let text = "Chile rebuked Peru and then ".to_owned() + &"on and ".repeat(500_000);
        assert!(steps(&extractor, &text) <= 2 * text.len());
        let brackets = "Chile rebuked Peru ".to_owned() + &"([{“".repeat(10_000);
        assert!(steps(&extractor, &brackets) <= MOST * brackets.len());
    }
}
