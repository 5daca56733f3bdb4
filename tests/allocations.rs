//! What a warm call takes from the heap: nothing, for documents between whose names nothing can be told.
//!
//! Counted is every allocation and reallocation between the call of `extract_with` and its return, that of the result
//! included: mentions, offices and sentences of an extraction stand in memory that an earlier one gave back.

use std::alloc::System;

use geopol::{Extractor, Scratch};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Allocations of a call, after others have grown the memory.
fn allocations(text: &str) -> usize {
    let extractor = Extractor::new();
    let mut scratch = Scratch::new();
    for _ in 0..3 {
        let extraction = extractor.extract_with(text, &mut scratch);
        scratch.reclaim(extraction);
    }
    let region = Region::new(HEAP);
    let extraction = extractor.extract_with(text, &mut scratch);
    let change = region.change();
    assert!(extraction.relations().is_empty(), "{extraction}");
    change.allocations + change.reallocations
}

/// One test, so that no other counts here.
#[test]
fn a_warm_call_takes_nothing_where_nothing_can_be_told() {
    let nobody =
        "It rained all day. The match was called off, said the referee, and “everybody” went home. ".repeat(40);
    let one_state =
        "Peru raised its taxes. In Lima, shops closed early. Peruvian farmers had asked for rain. ".repeat(40);
    let several = "Peru raised its taxes. In Lima, shops closed early. Chile’s harvest was good, and farmers there hoped for rain. \
                   The minister opened a school in Santiago. Officials said it would be full. “Prices may rise,” the Japanese \
                   government said, “but they rose before.” Brazil’s parliament, which is in recess, votes on the budget in May. \
                   The African Union was tired, and it slept. What the country needs is rain, people in Tokyo said. "
        .repeat(40);
    let region = Region::new(HEAP);
    drop(String::from("counted"));
    assert_eq!(region.change().allocations, 1);
    for text in ["", &nobody, &one_state, &several] {
        assert_eq!(allocations(text), 0, "{}", &text[..text.len().min(40)]);
    }
}
