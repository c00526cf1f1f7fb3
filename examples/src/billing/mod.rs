//! Says who charges whom before and after a move, and what is to be done by when. Charges nobody, stops nothing, and writes no file.
//!
//! - [`Arguments`]: what the command line says.
//! - `sources`: the exports and the site, read.
//! - `report`: the plan, told.

mod arguments;
mod report;
mod sources;

use std::path::Path;

use memberferry::{BillingOptions, Severity, check_payment_setup, plan_billing};

pub use arguments::{Arguments, Export};
pub use sources::{FileFindings, exports};

use crate::clock;
use crate::printing::Printer;
use crate::stop::{Ending, Stop};

/// Plans the billing of what the command line names, and tells the plan.
pub fn billing(arguments: &Arguments, printer: &mut Printer) -> Result<Ending, Stop> {
    if let Some(system) = arguments.contradiction() {
        let message = format!("{} is named by --keep too", system.name());
        let stop =
            Stop::failed(Path::new("--replace"), message, "name each system once, with one of the two");
        return Err(stop.ending_as(Ending::Usage));
    }
    let at = arguments.at.map_or_else(clock::now, Ok)?;
    let (site_name, site) = sources::site(arguments)?;
    let (sources, findings) = sources::read(arguments, &site)?;
    let options = BillingOptions {
        target: arguments.target,
        notice_days: arguments.notice,
        handling: arguments.handling(),
    };
    let plan = plan_billing(&site, &sources, at, &options);
    let plan = plan.map_err(|error| Stop::refused(Path::new(&site_name), &error))?;
    let setup = check_payment_setup(&site);
    let refused = plan.actions(plan.environment()).err();
    if let Some(refusal) = &refused {
        report::refusal(printer, refusal);
    }
    report::plan(printer, site.name(), &plan);
    report::issues(printer, &findings, &setup, &plan);
    printer.part("plan", &plan);
    printer.part("setup", &setup);
    printer.part("files", &findings);
    let mut issues = setup.iter().chain(plan.issues());
    let has_errors = issues.any(|issue| issue.severity() == Severity::Error);
    let is_told_whole = findings.iter().all(|file| file.set_aside == 0);
    Ok(if refused.is_some() || has_errors || !plan.unresolved().is_empty() || !is_told_whole {
        Ending::Blocked
    } else {
        Ending::Well
    })
}
