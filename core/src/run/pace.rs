//! How fast a run is: what came to an end when, and the pace of each phase. Does not know what came of it, nor any clock: the instants
//! are those that the host records outcomes with, which the journal keeps.

use crate::Instant;
use crate::plan::Phase;

/// How fast a run is. The same from the host's recordings and from the journal of them.
///
/// ```
/// # use memberferry::{Contact, Contacts, Email, Plan, PlanOptions, Site, Snapshot};
/// use memberferry::{Outcome, Run, RunOptions};
/// # let site = Site::from_json(br#"{"format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
/// #     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}}"#)?;
/// # let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// # let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
/// # options.import_all_contacts = true;
/// # let plan = Plan::build(&site, &contacts, &Snapshot::default(), &options)?;
/// let options = RunOptions::new(plan.environment().clone());
/// let (mut run, _) = Run::start(&plan, &options, "2024-05-01T10:00:00Z".parse()?)?;
/// let batch = run.next_batch().unwrap();
/// run.record(&batch, &vec![Outcome::Applied; batch.operations.len()], "2024-05-01T10:00:02Z".parse()?)?;
/// let phase = &run.pace().phases()[0];
/// assert_eq!((phase.operations, phase.per_minute()), (1, Some(30)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunPace {
    /// In order of the run.
    phases: Vec<PhasePace>,
    /// In order of the run.
    marks: Vec<PaceMark>,
}

/// How fast one phase is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhasePace {
    /// The phase.
    pub phase: Phase,
    /// How many of its operations came to an end by an outcome; withheld ones have none.
    pub operations: u64,
    /// How long the run was at work on it, in microseconds, counted as
    /// [`RunProgress::seconds_at_work`](super::RunProgress::seconds_at_work) is.
    pub microseconds_at_work: u64,
}

/// Operations of one phase that came to an end within one second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaceMark {
    /// When the first of them was recorded.
    pub at: Instant,
    /// Their phase.
    pub phase: Phase,
    /// How many.
    pub operations: u64,
}

impl PhasePace {
    /// How many operations a minute came to an end; absent where none did, or no time passed.
    pub fn per_minute(&self) -> Option<u64> {
        per_minute(self.operations, self.microseconds_at_work)
    }
}

/// In a second.
pub const MICROSECONDS: u64 = 1_000_000;

/// So many operations in so many microseconds are so many a minute; absent where either is none.
pub fn per_minute(operations: u64, microseconds: u64) -> Option<u64> {
    let minutes = u128::from(operations) * u128::from(60 * MICROSECONDS);
    let pace = minutes.checked_div(u128::from(microseconds)).and_then(|pace| u64::try_from(pace).ok());
    pace.filter(|_| operations > 0)
}

impl RunPace {
    /// Each phase on which the run was, in order.
    pub fn phases(&self) -> &[PhasePace] {
        &self.phases
    }

    /// What came to an end when, second by second, in the order in which it was recorded.
    pub fn marks(&self) -> &[PaceMark] {
        &self.marks
    }

    /// Takes note of time at work on a phase, and of how many of its operations it brought to an end.
    pub(super) fn add(&mut self, phase: Phase, at: Instant, microseconds: u64, operations: u64) {
        match self.phases.last_mut().filter(|last| last.phase == phase) {
            Some(last) => {
                last.operations += operations;
                last.microseconds_at_work = last.microseconds_at_work.saturating_add(microseconds);
            }
            None => self.phases.push(PhasePace { phase, operations, microseconds_at_work: microseconds }),
        }
        if operations == 0 {
            return;
        }
        match self.marks.last_mut().filter(|last| last.phase == phase && is_same_second(last.at, at)) {
            Some(last) => last.operations += operations,
            None => self.marks.push(PaceMark { at, phase, operations }),
        }
    }
}

fn is_same_second(one: Instant, other: Instant) -> bool {
    let second = |at: Instant| at.microseconds().div_euclid(1_000_000);
    second(one) == second(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: &str) -> Instant {
        format!("2024-05-01T10:00:{second}Z").parse().unwrap()
    }

    #[test]
    fn a_phase_has_its_own_pace_and_a_second_its_own_mark() {
        let mut pace = RunPace::default();
        pace.add(Phase::Users, at("01"), MICROSECONDS, 10);
        pace.add(Phase::Users, at("01.5"), MICROSECONDS / 2, 0);
        pace.add(Phase::Users, at("01.9"), MICROSECONDS / 2, 30);
        pace.add(Phase::Tags, at("01.9"), 0, 5);
        pace.add(Phase::Tags, at("04.9"), 3 * MICROSECONDS, 1);
        let phases = pace.phases().iter().map(|phase| (phase.phase, phase.operations, phase.per_minute()));
        assert_eq!(
            phases.collect::<Vec<_>>(),
            [(Phase::Users, 40, Some(1_200)), (Phase::Tags, 6, Some(120))]
        );
        let marks: Vec<_> = pace.marks().iter().map(|mark| (mark.at, mark.phase, mark.operations)).collect();
        assert_eq!(
            marks,
            [(at("01"), Phase::Users, 40), (at("01.9"), Phase::Tags, 5), (at("04.9"), Phase::Tags, 1)]
        );
    }

    #[test]
    fn without_time_or_without_an_end_there_is_no_pace() {
        assert_eq!((per_minute(0, 1), per_minute(1, 0), per_minute(1, 60_000_000)), (None, None, Some(1)));
        assert_eq!(per_minute(u64::MAX, 1), None);
    }
}
