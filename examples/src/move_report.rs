//! The report of a move: besides what was planned, done and proved, whether the site was ready, who sees what before and after, and who
//! charges whom. Moves nothing.

use std::path::PathBuf;

use memberferry::{
    BillingOptions, BillingTarget, ComparisonOptions, Horizon, MembershipOptions, PseudonymKey, Refusal,
    ReportParts, Roster, Site, Stage, plan_billing, reconcile_access,
};

use crate::arguments::{Arguments, Input};
use crate::input::{self, Loaded};
use crate::migration::Proved;
use crate::printing::{self, Printer};
use crate::readiness::{About, Evidence};
use crate::stop::{Ending, Stop};

/// How many days after the move access is compared for.
const DAYS: i64 = 90;

const SAMPLE_BEFORE: &[u8] = include_bytes!("../data/access/before.json");

/// What is known for the report alone.
pub struct Known {
    evidence: Evidence,
    /// The site before the move, where it was another.
    before: Option<Site>,
}

impl Known {
    /// Reads it, before anything is moved.
    pub fn read(arguments: &Arguments, loaded: &Loaded, printer: &mut Printer) -> Result<Self, Stop> {
        let (about, sample) = match arguments.input() {
            Input::Sample => {
                (About::Sample, Some(("the sample's before.json".into(), SAMPLE_BEFORE.to_vec())))
            }
            Input::Files { .. } => (About::Files, None),
        };
        let named =
            arguments.before.as_ref().map(|path| Ok((path.clone(), input::whole(path)?))).transpose()?;
        let before = named.or(sample).map(|(name, bytes): (PathBuf, _)| {
            Site::from_json(&bytes).map_err(|error| Stop::refused(&name, &error))
        });
        let evidence = arguments.evidence.read(&loaded.site, about)?;
        printing::payments(printer, &evidence.findings);
        Ok(Known { evidence, before: before.transpose()? })
    }
}

/// Writes the report that the command line asks for.
pub fn write(
    arguments: &Arguments,
    printer: &Printer,
    key: Option<&PseudonymKey>,
    loaded: &Loaded,
    known: &Known,
    proved: &Proved,
) -> Result<(), Stop> {
    let Loaded { intake, site, .. } = loaded;
    let Known { evidence, before } = known;
    let options = &proved.plan.header().options;
    let now = options.now;
    let readiness = evidence.assess(site, &intake.contacts, proved.before.as_ref(), now);
    let billing = evidence
        .sources
        .as_ref()
        .map(|sources| plan_billing(site, sources, now, &BillingOptions::new(BillingTarget::Managed)));
    let billing = billing.transpose().map_err(|error| refused(loaded, &error))?;
    let foreseen = match proved.reconciliation {
        Some(_) => None,
        None => Some(proved.plan.foreseen(&proved.target).map_err(|error| refused(loaded, &error))?),
    };
    let until = now.checked_add_seconds(DAYS * 86_400).and_then(|until| Horizon::new(now, until).ok());
    let horizon = until.filter(|_| !site.pages().is_empty());
    let comparison = horizon.map(|horizon| {
        // As the plan takes it: what is open at the source is told by tags, unless the plan was told of a clock there.
        let source_clock = options.source_clock;
        // The site before the move, where it is told; else as it is after it, to people whose tags have their new names.
        let (document, stage) =
            before.as_ref().map_or((site, Stage::BeforeRenamed), |site| (site, Stage::Before));
        let was = MembershipOptions { stage, source_clock, ..MembershipOptions::new(now) };
        let was = Roster::new(document, &intake.contacts, was);
        let after = foreseen.as_ref().unwrap_or(&proved.target);
        reconcile_access(&was, site, after, now, ComparisonOptions::new(horizon), |_| {})
    });
    let comparison = comparison.transpose().map_err(|error| refused(loaded, &error))?;
    let parts = ReportParts {
        contacts: Some(&intake.contacts),
        readiness: Some(&readiness),
        plan: Some(&proved.plan),
        run: proved.run.as_ref(),
        reconciliation: proved.reconciliation.as_ref(),
        spot_checks: proved.spot_checks.as_deref(),
        comparison: comparison.as_ref(),
        billing: billing.as_ref(),
        ..ReportParts::new(site, now)
    };
    arguments.report.write(printer, key, parts)
}

fn refused(loaded: &Loaded, error: &impl Refusal) -> Stop {
    Stop::refused(&loaded.names.site, error).ending_as(Ending::Failed)
}
