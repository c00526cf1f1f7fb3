//! How release timers go on after a move, as a choice. Does not know what a choice leads to; that is `carry`'s.

use serde::{Deserialize, Serialize};

/// How release timers go on for members who are half-way through.
///
/// Under the first two nobody loses a module that is open: whatever the source had opened is open on the target. Only an expiry
/// rule of the site closes it there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DripContinuity {
    /// As if the site had always been here: what the schedule has opened since enrollment is open.
    KeepOriginalClock,
    /// What is open stays open, and the next timer goes on from the last module released: from when that opened, where that is
    /// known, so that no more than the rest of the wait is waited for; else from the move.
    #[default]
    ContinueFromLastReleased,
    /// Those who hold no module's tag begin again with the base module. Those who do hold one keep what it opens.
    Restart,
    /// Every module is open, but for one whose opening ends access ([`Site::wrap_up`](crate::Site::wrap_up)).
    OpenAll,
}

impl DripContinuity {
    /// Every policy, in the order in which reports list them.
    pub const ALL: [DripContinuity; 4] = [
        DripContinuity::KeepOriginalClock,
        DripContinuity::ContinueFromLastReleased,
        DripContinuity::Restart,
        DripContinuity::OpenAll,
    ];

    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            DripContinuity::KeepOriginalClock => "keep-original-clock",
            DripContinuity::ContinueFromLastReleased => "continue-from-last-released",
            DripContinuity::Restart => "restart",
            DripContinuity::OpenAll => "open-all",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for policy in DripContinuity::ALL {
            assert_eq!(
                serde_json::to_string(&policy).unwrap(),
                format!("\"{policy}\"", policy = policy.name())
            );
        }
    }
}
