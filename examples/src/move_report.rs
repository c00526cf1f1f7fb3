//! The report of a move: besides what was planned, done and proved, whether the site was ready, who sees what before and after, and who
//! charges whom; and that of a run that is taken back. Moves nothing.

use memberferry::{
    BillingOptions, BillingTarget, PseudonymKey, ReadingCounts, Refusal, ReportParts, Site, plan_billing,
};
use serde_json::json;

use crate::arguments::{Arguments, Input};
use crate::input::Loaded;
use crate::printing::{self, Printer};
use crate::proved::Proved;
use crate::readiness::{About, Evidence};
use crate::stop::{Ending, Stop};

/// What is known for the report alone.
pub struct Known {
    evidence: Evidence,
}

impl Known {
    /// Reads it, before anything is moved.
    pub fn read(arguments: &Arguments, loaded: &Loaded, printer: &mut Printer) -> Result<Self, Stop> {
        let about = match arguments.input() {
            Input::Sample => About::Sample,
            Input::Files { .. } => About::Files,
        };
        let evidence = arguments.evidence.read(&loaded.site, about)?;
        printing::payments(printer, &evidence.findings);
        Ok(Known { evidence })
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
    let Known { evidence } = known;
    let now = proved.plan.header().options.now;
    let readiness = evidence.assess(site, &intake.contacts, proved.before.as_ref(), now);
    let billing = evidence
        .sources
        .as_ref()
        .map(|sources| plan_billing(site, sources, now, &BillingOptions::new(BillingTarget::Managed)));
    let billing = billing.transpose().map_err(|error| refused(loaded, &error))?;
    let reading = ReadingCounts::of(intake);
    let parts = ReportParts {
        reading: Some(&reading),
        contacts: Some(&intake.contacts),
        readiness: Some(&readiness),
        plan: Some(&proved.plan),
        run: proved.run.as_ref(),
        reconciliation: proved.reconciliation.as_ref(),
        spot_checks: proved.spot_checks.as_deref(),
        access: proved.access.as_ref(),
        billing: billing.as_ref(),
        ..ReportParts::new(site, now)
    };
    arguments.report.write(printer, key, parts)
}

/// Writes the report of a run that was taken back. Of the site it needs to know no more than the plan does.
pub fn write_rollback(
    arguments: &Arguments,
    printer: &Printer,
    key: Option<&PseudonymKey>,
    proved: &Proved,
) -> Result<(), Stop> {
    let header = proved.plan.header();
    let environment = &header.environment;
    let document = json!({
        "format": 1, "name": header.site, "timezone": "UTC",
        "environment": {"kind": environment.kind.name(), "url": environment.url},
    });
    let site = Site::from_json(document.to_string().as_bytes())
        .map_err(|error| Stop::refused(&arguments.journal(), &error).ending_as(Ending::Failed))?;
    let parts = ReportParts {
        plan: Some(&proved.plan),
        run: proved.run.as_ref(),
        reconciliation: proved.reconciliation.as_ref(),
        spot_checks: proved.spot_checks.as_deref(),
        ..ReportParts::new(&site, header.options.now)
    };
    arguments.report.write(printer, key, parts)
}

fn refused(loaded: &Loaded, error: &impl Refusal) -> Stop {
    Stop::refused(&loaded.names.site, error).ending_as(Ending::Failed)
}
