//! Times in which a member's clock stands still. Does not know what the clock releases.

use serde::{Deserialize, Serialize};

use crate::Instant;

/// A time in which a member's clock stands still: from an instant on, until another or without an end in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", try_from = "PauseFields")]
pub struct Pause {
    from: Instant,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Instant>,
}

/// A pause ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the pause ends ({until}) before it begins ({from})")]
pub struct PauseError {
    /// When it would begin.
    pub from: Instant,
    /// When it would end.
    pub until: Instant,
}

impl Pause {
    /// A pause that ends, or, without `until`, one that goes on.
    ///
    /// # Errors
    /// [`PauseError`] where it ends before it begins.
    pub fn new(from: Instant, until: Option<Instant>) -> Result<Self, PauseError> {
        match until {
            Some(until) if until < from => Err(PauseError { from, until }),
            _ => Ok(Pause { from, until }),
        }
    }

    /// Its first instant.
    pub fn from(self) -> Instant {
        self.from
    }

    /// The first instant after it; absent where no end is in sight.
    pub fn until(self) -> Option<Instant> {
        self.until
    }

    /// Whether an instant lies within it.
    pub fn contains(self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// Pauses in order of time, those that overlap or touch as one, those of no length left out.
pub(super) fn merged(pauses: &[Pause]) -> Vec<Pause> {
    let mut ordered: Vec<Pause> =
        pauses.iter().copied().filter(|pause| pause.until != Some(pause.from)).collect();
    crate::order::sort(&mut ordered);
    let mut merged: Vec<Pause> = Vec::with_capacity(ordered.len());
    for pause in ordered {
        match merged.last_mut() {
            Some(last) if last.until.is_none_or(|until| pause.from <= until) => {
                last.until = last.until.zip(pause.until).map(|(one, other)| one.max(other));
            }
            _ => merged.push(pause),
        }
    }
    merged
}

/// A pause as written.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a pause object")]
struct PauseFields {
    from: Instant,
    until: Option<Instant>,
}

impl TryFrom<PauseFields> for Pause {
    type Error = PauseError;
    fn try_from(fields: PauseFields) -> Result<Self, PauseError> {
        Pause::new(fields.from, fields.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pause(from: u8, until: Option<u8>) -> Pause {
        let day = |day: u8| format!("2024-05-{day:02}T00:00:00Z").parse().unwrap();
        Pause::new(day(from), until.map(day)).unwrap()
    }

    #[test]
    fn pauses_that_overlap_or_touch_are_one() {
        let (a, b, c) = (pause(10, Some(12)), pause(1, Some(4)), pause(3, Some(6)));
        assert_eq!(merged(&[a, b, c]), [pause(1, Some(6)), a]);
        assert_eq!(merged(&[pause(1, Some(2)), pause(2, Some(3))]), [pause(1, Some(3))]);
        assert_eq!(merged(&[pause(5, Some(5))]), []);
    }

    #[test]
    fn a_pause_without_an_end_takes_in_all_that_follow() {
        assert_eq!(merged(&[pause(4, None), pause(2, Some(5)), pause(9, Some(10))]), [pause(2, None)]);
    }

    #[test]
    fn a_pause_that_ends_before_it_begins_is_refused() {
        let text = r#"{"from":"2024-05-02T00:00:00Z","until":"2024-05-01T00:00:00Z"}"#;
        assert!(serde_json::from_str::<Pause>(text).is_err());
    }
}
