//! The exports and the site, read. Does not know what becomes of them.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use memberferry::{
    BillingSource, BillingSystem, Detection, Issue, Issues, ReadOptions, Site, read_orders,
    read_subscriptions,
};
use serde::Serialize;

use super::arguments::{Arguments, Export};
use crate::input;
use crate::stop::Stop;

const SAMPLE_SITE: &[u8] = include_bytes!("../../data/billing/site.json");
const SAMPLE_SUBSCRIPTIONS: [(BillingSystem, &str, &[u8]); 3] = [
    (BillingSystem::AccessAlly, "accessally.csv", include_bytes!("../../data/billing/accessally.csv")),
    (BillingSystem::Keap, "keap.csv", include_bytes!("../../data/billing/keap.csv")),
    (BillingSystem::MemberPress, "memberpress.csv", include_bytes!("../../data/billing/memberpress.csv")),
];
const SAMPLE_ORDERS: (BillingSystem, &str, &[u8]) =
    (BillingSystem::Keap, "keap-orders.csv", include_bytes!("../../data/billing/keap-orders.csv"));

/// What the reading of a file came to.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileFindings {
    /// The file.
    pub name: PathBuf,
    /// The system it counts as.
    pub system: BillingSystem,
    /// How many records were read.
    pub records: u64,
    /// How many could not be used.
    pub set_aside: u64,
    /// What is wrong or was decided.
    pub issues: Vec<Issue>,
}

/// The site's document, with its name.
pub fn site(arguments: &Arguments) -> Result<(PathBuf, Site), Stop> {
    let (name, bytes) = match &arguments.site {
        Some(path) => (path.clone(), whole(path)?),
        None => ("the sample's site.json".into(), SAMPLE_SITE.to_vec()),
    };
    let site = Site::from_json(&bytes).map_err(|error| Stop::refused(&name, &error))?;
    Ok((name, site))
}

/// The exports, each a source of its own in the order of the command line: subscriptions, then orders.
pub fn read(arguments: &Arguments, site: &Site) -> Result<(Vec<BillingSource>, Vec<FileFindings>), Stop> {
    let (currency, day_first) = (arguments.currency, arguments.is_day_first());
    let options = ReadOptions { zone: Some(site.zone()), currency, day_first, ..ReadOptions::default() };
    if !arguments.files.is_empty() {
        return exports(options, &arguments.files, &arguments.orders);
    }
    let mut found = Found::new(options);
    for (system, name, bytes) in SAMPLE_SUBSCRIPTIONS {
        found.subscriptions(Some(system), Path::new(name), bytes)?;
    }
    let (system, name, bytes) = SAMPLE_ORDERS;
    found.orders(Some(system), Path::new(name), bytes)?;
    Ok((found.sources, found.findings))
}

/// Exports that are named, each a source of its own in the order given: subscriptions, then orders.
pub fn exports(
    options: ReadOptions,
    subscriptions: &[Export],
    orders: &[Export],
) -> Result<(Vec<BillingSource>, Vec<FileFindings>), Stop> {
    let mut found = Found::new(options);
    for Export { system, path } in subscriptions {
        found.subscriptions(*system, path, &whole(path)?)?;
    }
    for Export { system, path } in orders {
        found.orders(*system, path, &whole(path)?)?;
    }
    Ok((found.sources, found.findings))
}

struct Found {
    options: ReadOptions,
    sources: Vec<BillingSource>,
    findings: Vec<FileFindings>,
}

impl Found {
    fn new(options: ReadOptions) -> Self {
        Found { options, sources: Vec::new(), findings: Vec::new() }
    }

    fn subscriptions(
        &mut self,
        system: Option<BillingSystem>,
        name: &Path,
        bytes: &[u8],
    ) -> Result<(), Stop> {
        let intake = read_subscriptions(bytes, &self.options).map_err(|error| Stop::refused(name, &error))?;
        let system = self.add_findings(
            system,
            name,
            &intake.detection,
            (intake.subscriptions.len(), intake.stats.set_aside),
            &intake.issues,
        );
        let subscriptions = intake.subscriptions;
        self.sources.push(BillingSource { system, zone: None, subscriptions, orders: Vec::new() });
        Ok(())
    }

    fn orders(&mut self, system: Option<BillingSystem>, name: &Path, bytes: &[u8]) -> Result<(), Stop> {
        let intake = read_orders(bytes, &self.options).map_err(|error| Stop::refused(name, &error))?;
        let system = self.add_findings(
            system,
            name,
            &intake.detection,
            (intake.orders.len(), intake.stats.set_aside),
            &intake.issues,
        );
        self.sources.push(BillingSource {
            system,
            zone: None,
            subscriptions: Vec::new(),
            orders: intake.orders,
        });
        Ok(())
    }

    fn add_findings(
        &mut self,
        system: Option<BillingSystem>,
        name: &Path,
        detection: &Detection,
        (records, set_aside): (usize, u64),
        issues: &Issues,
    ) -> BillingSystem {
        let system = system.unwrap_or_else(|| BillingSystem::of_profile(detection.source.profile));
        let issues = issues.iter().collect();
        self.findings.push(FileFindings {
            name: name.to_owned(),
            system,
            records: records as u64,
            set_aside,
            issues,
        });
        system
    }
}

fn whole(path: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = input::open(path)?.read_to_end(&mut bytes);
    read.map_err(|error| input::unreadable(path, &error))?;
    Ok(bytes)
}
