//! The export and the sites, read, and members found by their address. Does not know what is asked of them.

use std::path::{Path, PathBuf};

use memberferry::{
    AcceptedLoss, Contacts, DripContinuity, DripProfile, Email, Instant, MembershipOptions, ReadOptions,
    Roster, Site, Stage, read_contacts,
};

use super::arguments::{Arguments, Question};
use crate::input;
use crate::stop::{Ending, Stop};

const SAMPLE_EXPORT: &[u8] = include_bytes!("../../data/sample/export.csv");
const SAMPLE_BEFORE: &[u8] = include_bytes!("../../data/access/before.json");
const SAMPLE_AFTER: &[u8] = include_bytes!("../../data/access/after.json");

/// Everything that is read.
pub struct People {
    /// Everybody in the export.
    pub contacts: Contacts,
    /// The site that they move to.
    pub site: Site,
    /// The export's name, for people.
    pub name: PathBuf,
}

impl People {
    /// Reads the export and the site's document.
    pub fn read(arguments: &Arguments) -> Result<Self, Stop> {
        all_or_none(arguments)?;
        let site = site(arguments.site.as_deref(), SAMPLE_AFTER, "the sample's after.json")?;
        let (name, bytes) = match &arguments.export {
            Some(path) => (path.clone(), input::whole(path)?),
            None => ("the sample's export.csv".into(), SAMPLE_EXPORT.to_vec()),
        };
        let options = ReadOptions { zone: Some(site.zone()), ..ReadOptions::default() };
        let intake = read_contacts(&bytes, &options).map_err(|error| Stop::refused(&name, &error))?;
        Ok(People { contacts: intake.contacts, site, name })
    }

    /// The place of the member with an address.
    pub fn find(&self, address: &str) -> Result<usize, Stop> {
        let key = Email::new(address).map(|email| email.key()).ok();
        let found = key.and_then(|key| self.contacts.iter().find(|contact| contact.email_key() == key));
        found.map(|contact| contact.index()).ok_or_else(|| {
            let message = format!("nobody has the address `{address}`");
            Stop::failed(&self.name, message, "give an address of the list to --member")
                .ending_as(Ending::Usage)
        })
    }

    /// What names a member for good: the address as it is compared, however it is written.
    pub fn identity(&self, address: &str) -> Result<String, Stop> {
        let contact = self.contacts.get(self.find(address)?);
        Ok(contact.map(|contact| contact.email_key().as_str().to_owned()).unwrap_or_default())
    }

    /// Everybody as members of a site after the move.
    pub fn roster_after<'a>(
        &'a self,
        site: &'a Site,
        policy: DripContinuity,
        source_clock: Option<DripProfile>,
        now: Instant,
    ) -> Roster<'a> {
        self.roster(site, Stage::After(policy), source_clock, now)
    }

    /// Everybody as members of the site before the move.
    pub fn roster_before<'a>(
        &'a self,
        site: &'a Site,
        source_clock: Option<DripProfile>,
        now: Instant,
    ) -> Roster<'a> {
        self.roster(site, Stage::Before, source_clock, now)
    }

    fn roster<'a>(
        &'a self,
        site: &'a Site,
        stage: Stage,
        source_clock: Option<DripProfile>,
        now: Instant,
    ) -> Roster<'a> {
        let options = MembershipOptions { stage, source_clock, ..MembershipOptions::new(now) };
        Roster::new(site, &self.contacts, options)
    }
}

/// The site before the move.
pub fn site_before(path: Option<&Path>) -> Result<Site, Stop> {
    site(path, SAMPLE_BEFORE, "the sample's before.json")
}

/// The site after the move, where another is named than the one that everything else is asked of.
pub fn site_after(path: &Path) -> Result<Site, Stop> {
    site(Some(path), SAMPLE_AFTER, "")
}

/// A site's document, or else the sample's.
fn site(path: Option<&Path>, sample: &[u8], name: &str) -> Result<Site, Stop> {
    let (name, bytes) = match path {
        Some(path) => (path, input::whole(path)?),
        None => (Path::new(name), sample.to_vec()),
    };
    Site::from_json(&bytes).map_err(|error| Stop::refused(name, &error))
}

/// The losses that somebody accepts.
pub fn accepted(path: Option<&Path>) -> Result<Vec<AcceptedLoss>, Stop> {
    let Some(path) = path else { return Ok(Vec::new()) };
    serde_json::from_slice(&input::whole(path)?).map_err(|error| {
        let remedy = "write a list of what is accepted, as `access compare --help` shows";
        Stop::failed(path, error, remedy).ending_as(Ending::Blocked)
    })
}

/// Refuses to take the rest from the sample where something is named: people on a site that is not theirs.
fn all_or_none(arguments: &Arguments) -> Result<(), Stop> {
    let mut files = vec![("--export FILE", arguments.export.is_some())];
    match &arguments.question {
        Question::Compare { before, after, .. } => {
            files.extend([
                ("BEFORE", before.is_some()),
                ("AFTER", after.is_some() || arguments.site.is_some()),
            ]);
        }
        _ => files.push(("--site FILE", arguments.site.is_some())),
    }
    let missing: Vec<_> = files.iter().filter(|(_, is_named)| !is_named).map(|(name, _)| *name).collect();
    if missing.is_empty() || missing.len() == files.len() {
        return Ok(());
    }
    let names: Vec<_> = files.iter().map(|(name, _)| *name).collect();
    let message = format!("{} is not named, and the sample's would not fit what is", missing.join(" and "));
    let remedy = format!("name {}, or none of them", names.join(" and "));
    Err(Stop::failed(Path::new("the command line"), message, remedy).ending_as(Ending::Usage))
}
