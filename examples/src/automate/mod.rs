//! Makes, judges, plays and translates automations. Changes nothing, and talks to no CRM.
//!
//! - [`Arguments`]: what the command line says.
//! - `report`: what the library answers, told.

mod arguments;
mod report;

use std::path::Path;

use memberferry::{
    Automation, Blueprint, BlueprintError, BlueprintOptions, ContactEvent, ContactHistory, ContactStanding,
    Instant, OfferingId, Severity, Site, blueprint, lint, simulate, translate, webhook_inventory,
};

pub use arguments::Arguments;
use arguments::{Given, Task};

use crate::clock;
use crate::input;
use crate::printing::Printer;
use crate::stop::{Ending, Stop};

const SAMPLE_SITE: &[u8] = include_bytes!("../../data/sample/site.json");
const SAMPLE_NAME: &str = "the sample's site.json";

/// Does what the command line asks for.
pub fn automate(arguments: &Arguments, printer: &mut Printer) -> Result<Ending, Stop> {
    let site = read_site(arguments)?;
    match &arguments.task {
        Task::Blueprint { form } => {
            let blueprint = made(arguments, &site)?;
            report::blueprint(printer, &site, &blueprint, *form);
            Ok(Ending::Well)
        }
        Task::Lint(given) => {
            let (automations, site) = match given.automation {
                None if !site.automations().is_empty() => (site.automations().to_vec(), site),
                _ => {
                    let (automation, site) = automation(given, arguments, site)?;
                    (vec![automation], site)
                }
            };
            let linted: Vec<report::Linted<'_>> = automations
                .iter()
                .map(|automation| report::Linted::new(automation, lint(automation, &site)))
                .collect();
            report::issues(printer, &linted);
            let mut issues = linted.iter().flat_map(|linted| &linted.issues);
            let is_wrong = issues.any(|issue| issue.severity() > Severity::Info);
            Ok(if is_wrong { Ending::Blocked } else { Ending::Well })
        }
        Task::Simulate { given, contact, standing } => {
            let (automation, site) = automation(given, arguments, site)?;
            let contact = match contact {
                Some(path) => read_contact(path)?,
                None => newcomer(&automation, *standing, now(arguments)?)?,
            };
            let zone = arguments.zone.unwrap_or(site.zone());
            report::timeline(printer, &automation, &simulate(&automation, &site, &contact, zone));
            Ok(Ending::Well)
        }
        Task::Translate(given) => {
            let (automation, site) = automation(given, arguments, site)?;
            let place = given.automation.as_deref().unwrap_or(Path::new("the automation"));
            let refused = |error| Stop::refused(place, &error);
            let translation = translate(&automation, &site).map_err(refused)?;
            let zone = arguments.zone.unwrap_or(site.zone());
            let proof = translation.proof(&automation, &site, now(arguments)?, zone).map_err(refused)?;
            report::translation(printer, &translation, &proof);
            let is_whole =
                translation.not_translated.is_empty() && translation.issues.is_empty() && proof.agrees;
            Ok(if is_whole { Ending::Well } else { Ending::Blocked })
        }
        Task::Webhooks => {
            report::webhooks(printer, &webhook_inventory(&site, now(arguments)?));
            Ok(Ending::Well)
        }
    }
}

fn now(arguments: &Arguments) -> Result<Instant, Stop> {
    arguments.now.map_or_else(clock::now, Ok)
}

/// The site's document, or else the sample's.
fn read_site(arguments: &Arguments) -> Result<Site, Stop> {
    let (name, bytes) = match &arguments.site {
        Some(path) => (path.as_path(), input::whole(path)?),
        None => (Path::new(SAMPLE_NAME), SAMPLE_SITE.to_vec()),
    };
    Site::from_json(&bytes).map_err(|error| Stop::refused(name, &error))
}

/// The blueprint that is asked for.
fn made(arguments: &Arguments, site: &Site) -> Result<Blueprint, Stop> {
    let place = arguments.site.as_deref().unwrap_or(Path::new(SAMPLE_NAME));
    let first = site.offerings().first().map(|offering| offering.id.clone());
    let offering: Option<OfferingId> = arguments.offering.clone().or(first);
    let Some(offering) = offering else {
        return Err(Stop::failed(place, "the site has no offering", "give the site an offering")
            .ending_as(Ending::Blocked));
    };
    let options = BlueprintOptions { crm: arguments.crm, drip: arguments.drip };
    blueprint(site, &offering, options).map_err(|error| match error {
        BlueprintError::Site(_) => Stop::refused(Path::new("--offering"), &error).ending_as(Ending::Usage),
        _ => Stop::refused(place, &error),
    })
}

/// The automation that is asked about, and the site that it works on: the site's own for the CRM, or else the blueprint, with the site that
/// has all that it needs.
fn automation(given: &Given, arguments: &Arguments, site: Site) -> Result<(Automation, Site), Stop> {
    let Some(path) = &given.automation else {
        let is_asked_for = |automation: &&Automation| {
            let offering = arguments.offering.as_ref();
            automation.crm == arguments.crm
                && offering.is_none_or(|offering| automation.offering.as_ref() == Some(offering))
        };
        if let Some(own) = site.automations().iter().find(is_asked_for).cloned() {
            return Ok((own, site));
        }
        let blueprint = made(arguments, &site)?;
        let document = blueprint.apply_to(site.document());
        let site =
            Site::from_document(document).map_err(|error| Stop::refused(Path::new(SAMPLE_NAME), &error))?;
        return Ok((blueprint.automation, site));
    };
    let automation =
        Automation::from_json(&input::whole(path)?).map_err(|error| Stop::refused(path, &error))?;
    Ok((automation, site))
}

fn read_contact(path: &Path) -> Result<ContactHistory, Stop> {
    serde_json::from_slice(&input::whole(path)?).map_err(|error| {
        let remedy = "write an object with `events`, each with `at` and `happened`";
        Stop::failed(path, error, remedy).ending_as(Ending::Blocked)
    })
}

/// A contact to whom the automation's first event happens.
fn newcomer(automation: &Automation, standing: ContactStanding, at: Instant) -> Result<ContactHistory, Stop> {
    let Some(event) = automation.events.first() else {
        let message = "the automation has no event that starts it";
        let remedy = "say what happens to the contact with --contact";
        return Err(Stop::failed(Path::new("the automation"), message, remedy).ending_as(Ending::Blocked));
    };
    let happened = event.clone().into();
    Ok(ContactHistory { standing, events: vec![ContactEvent { at, happened }], ..ContactHistory::default() })
}
