//! What a move came to: planned, foreseen, carried out and proved, as far as it got, and how the program ends by that. Carries nothing out.

use std::path::Path;

use memberferry::{
    AccessProof, Issue, Plan, Reconciliation, Run, RunStatus, Snapshot, SpotCheck, reconcile, spot_check,
};

use crate::input::Loaded;
use crate::printing::{self, Printer};
use crate::seen::Seen;
use crate::stop::{Ending, Stop};

/// How many people are on the sheet for looking at by hand.
const SPOT_CHECKS: usize = 10;

/// What is moved, and what it is compared with.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub loaded: &'a Loaded,
    pub seen: &'a Seen,
}

/// What a move came to.
pub struct Proved {
    /// How it ended.
    pub ending: Ending,
    /// The plan.
    pub plan: Plan,
    /// The target before the move, where that is still known.
    pub before: Option<Snapshot>,
    /// The target as it was looked at last, where it can be.
    pub target: Option<Snapshot>,
    /// Absent where there was nothing to do, or nothing was to be done.
    pub run: Option<Run>,
    /// Absent where nothing was to be done.
    pub reconciliation: Option<Reconciliation>,
    /// As `reconciliation`.
    pub spot_checks: Option<Vec<SpotCheck>>,
    /// Who sees what before the move and after it: as found where there is a reconciliation, else as foreseen.
    pub access: Option<AccessProof>,
    /// Why the plan is not carried out, or not to its end, where that is so.
    pub refusal: Option<Stop>,
}

impl Proved {
    /// Only planned, and nothing carried out.
    pub fn not_tried(plan: Plan, target: Option<Snapshot>) -> Self {
        let (before, ending) = (None, Ending::Well);
        Proved {
            ending,
            plan,
            before,
            target,
            run: None,
            reconciliation: None,
            spot_checks: None,
            access: None,
            refusal: None,
        }
    }

    /// Judges what the plan leads to, seen from the target as it was looked at last, and says so.
    pub fn foreseeing(mut self, printer: &mut Printer, source: Source<'_>) -> Result<Self, Stop> {
        let Some(target) = &self.target else { return Ok(self) };
        let names = &source.loaded.names;
        let failed = |error| Stop::refused(&names.site, &error).ending_as(Ending::Failed);
        let foreseen = self.plan.foreseen(target).map_err(failed)?;
        self.access = source.seen.prove(source.loaded, &self.plan, &foreseen)?;
        if let Some(access) = &self.access {
            printing::foreseen_access(printer, access);
            if !access.ok {
                self.ending = Ending::Blocked;
                self.refusal.get_or_insert_with(|| access_changes(&names.site, access));
            }
        }
        Ok(self)
    }

    /// Compares what the target holds with who saw what before, and says so.
    pub fn proving_access(mut self, printer: &mut Printer, source: Source<'_>) -> Result<Self, Stop> {
        let (Some(target), Some(_)) = (&self.target, &self.reconciliation) else { return Ok(self) };
        self.access = source.seen.prove(source.loaded, &self.plan, target)?;
        if let Some(access) = &self.access {
            printing::access(printer, access);
            if !access.ok && self.ending == Ending::Well {
                self.ending = Ending::Blocked;
            }
        }
        Ok(self)
    }

    /// How it ends, once its report was written or could not be. What went wrong before that is what there is to be told.
    pub fn end(self, report: Result<(), Stop>) -> Result<Ending, Stop> {
        match self.refusal {
            Some(refusal) => Err(refusal),
            None => report.map(|()| self.ending),
        }
    }
}

/// A move that would give or take access unasked is not begun.
fn access_changes(site: &Path, access: &AccessProof) -> Stop {
    // They were all said, with what to do: the first stands for them.
    let first: Vec<Issue> = access.unasked.iter().take(1).map(|change| change.issue.clone()).collect();
    let mut stop = Stop::blocked(site, &first);
    if access.unasked_found > 1 {
        let found = printing::number(access.unasked_found);
        stop.message =
            format!("{found} changes of access that nobody asked for, the first: {}", stop.message).into();
    }
    stop
}

/// Compares the target with the plan, and draws the sheet for looking at by hand.
pub fn prove(printer: &mut Printer, plan: Plan, after: Snapshot, run: Option<Run>) -> Proved {
    let reconciliation = reconcile(&plan, &after);
    // What the plan does to a user is done once and for all, so the target as it is now serves as well as it was before.
    let checks = spot_check(&plan, &after, SPOT_CHECKS);
    printing::proof(printer, &reconciliation, &checks);
    let is_complete = matches!(run.as_ref().map(Run::status), None | Some(RunStatus::Complete));
    let ending = if reconciliation.ok && is_complete { Ending::Well } else { Ending::Blocked };
    let (reconciliation, spot_checks) = (Some(reconciliation), Some(checks));
    Proved { ending, run, reconciliation, spot_checks, ..Proved::not_tried(plan, Some(after)) }
}
