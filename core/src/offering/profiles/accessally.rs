//! AccessAlly: timers that chain, and all that this library's rules can say besides. Does not know any other system.

use super::{Oddity, System};

pub(super) const SYSTEM: System = System {
    name: "accessally",
    grammar: None,
    oddities: &[
        Oddity {
            name: "timers-chain",
            text: "a timer counts from the opening of the module before it, so the waits add up",
            source: "AccessAlly knowledge base, removing access after a number of days",
        },
        Oddity {
            name: "base-opens-at-once",
            text: "the base module opens at once, whatever is set",
            source: "AccessAlly knowledge base, how to drip content",
        },
    ],
    opens_at: |timer, anchors, zone| timer.instant(anchors, &zone),
};
