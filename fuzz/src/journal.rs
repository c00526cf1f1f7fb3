//! `Run::resume`: a journal that is damaged is refused, or goes on from where a run of this plan really was: nothing is passed over.

use memberferry::{Run, RunStatus};

use crate::bytes::Bytes;
use crate::moves;

/// The first byte says whether the rest is a journal by itself, or how a true one was damaged.
pub fn check(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let plan = moves::plan();
    let journal = moves::journal(&plan);
    let is_damaged = bytes.take() % 2 == 1;
    let other = if is_damaged { moves::damaged(&journal, &mut bytes) } else { bytes.0.to_vec() };
    let Ok(resumed) = Run::resume(&plan, &other, &moves::options(&plan)) else { return };
    let mut run = resumed.run;
    let kept = &other[..resumed.valid_bytes];
    if is_damaged {
        assert!(journal.starts_with(kept), "what was changed was taken for true");
    }
    if journal.starts_with(kept) {
        let lines = moves::finish(&mut run);
        assert_eq!(run.status(), RunStatus::Complete);
        assert_eq!([kept, &lines].concat(), journal, "a run goes on as if it had never stopped");
    }
}
