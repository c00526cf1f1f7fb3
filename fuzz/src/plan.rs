//! `Plan::from_bytes`: a plan that is taken is written as it was read, and one that somebody changed has another digest or is refused.

use memberferry::Plan;

use crate::bytes::Bytes;
use crate::moves;

/// The first byte says whether the rest is a plan by itself, or how a true one was damaged.
pub fn check(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    if bytes.take() % 2 == 0 {
        if let Ok(plan) = Plan::from_bytes(bytes.0) {
            let text = plan.to_bytes();
            let again = Plan::from_bytes(&text).expect("what was written is read");
            assert_eq!((plan.digest(), text), (again.digest(), again.to_bytes()));
        }
        return;
    }
    let plan = moves::plan();
    let text = plan.to_bytes();
    let damaged = moves::damaged(&text, &mut bytes);
    if let Ok(read) = Plan::from_bytes(&damaged) {
        assert_eq!(read.to_bytes() == text, read.digest() == plan.digest(), "one digest, two plans");
    }
}
