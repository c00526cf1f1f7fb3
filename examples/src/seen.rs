//! Who sees what before a move and after it: what that is compared with, and what of it is accepted by name. Moves nothing.

use std::path::{Path, PathBuf};

use memberferry::{
    AcceptedGain, AcceptedLoss, AccessProof, AccessProofOptions, ComparisonOptions, Horizon,
    MembershipOptions, Plan, Roster, Site, Snapshot, Stage, prove_access,
};
use serde::de::DeserializeOwned;

use crate::arguments::{Arguments, Input};
use crate::input::{self, Loaded};
use crate::stop::{Ending, Stop};

/// How many days after the move access is compared for.
const DAYS: i64 = 90;

const SAMPLE_BEFORE: &[u8] = include_bytes!("../data/access/before.json");
const SAMPLE_LOSSES: &[u8] = include_bytes!("../data/sample/accepted.json");
const SAMPLE_GAINS: &[u8] = include_bytes!("../data/sample/accepted-gains.json");

/// What access is compared with, and what of the changes is right.
pub struct Seen {
    /// The site before the move, where it was another.
    before: Option<Site>,
    losses: Vec<AcceptedLoss>,
    gains: Vec<AcceptedGain>,
}

impl Seen {
    /// Reads it, before anything is moved.
    pub fn read(arguments: &Arguments) -> Result<Self, Stop> {
        let is_sample = arguments.input() == Input::Sample;
        let sample = |bytes: &[u8]| is_sample.then(|| bytes.to_vec());
        let before = named(arguments.before.as_deref(), sample(SAMPLE_BEFORE), "the sample's before.json")?;
        let before =
            before.map(|(name, bytes)| Site::from_json(&bytes).map_err(|error| Stop::refused(&name, &error)));
        let losses = named(arguments.accept.as_deref(), sample(SAMPLE_LOSSES), "the sample's accepted.json")?;
        let gains = named(
            arguments.accept_gains.as_deref(),
            sample(SAMPLE_GAINS),
            "the sample's accepted-gains.json",
        )?;
        Ok(Seen { before: before.transpose()?, losses: listed(losses)?, gains: listed(gains)? })
    }

    /// Whether anybody loses or gains access unasked, with a target as it is found or foreseen; absent where the site guards nothing.
    pub fn prove(&self, loaded: &Loaded, plan: &Plan, after: &Snapshot) -> Result<Option<AccessProof>, Stop> {
        let Loaded { intake, site, names, .. } = loaded;
        let options = &plan.header().options;
        let now = options.now;
        let until = now.checked_add_seconds(DAYS * 86_400).and_then(|until| Horizon::new(now, until).ok());
        let Some(horizon) = until.filter(|_| !site.pages().is_empty()) else { return Ok(None) };
        // The site before the move, where it is told; else as it is after it, to people whose tags have their new names.
        let (document, stage) =
            self.before.as_ref().map_or((site, Stage::BeforeRenamed), |site| (site, Stage::Before));
        // As the plan takes it: what is open at the source is told by tags, unless the plan was told of a clock there.
        let was =
            MembershipOptions { stage, source_clock: options.source_clock, ..MembershipOptions::new(now) };
        let was = Roster::new(document, &intake.contacts, was);
        let comparison =
            ComparisonOptions { accepted: self.losses.clone(), ..ComparisonOptions::new(horizon) };
        let options = AccessProofOptions { comparison, accepted_gains: self.gains.clone() };
        prove_access(&was, site, plan, after, &options)
            .map(Some)
            .map_err(|error| Stop::refused(&names.site, &error).ending_as(Ending::Failed))
    }
}

/// A file that is named, or else the sample's; with its name.
fn named(
    path: Option<&Path>,
    sample: Option<Vec<u8>>,
    name: &str,
) -> Result<Option<(PathBuf, Vec<u8>)>, Stop> {
    match path {
        Some(path) => Ok(Some((path.to_path_buf(), input::whole(path)?))),
        None => Ok(sample.map(|bytes| (name.into(), bytes))),
    }
}

/// What somebody accepts.
fn listed<T: DeserializeOwned>(file: Option<(PathBuf, Vec<u8>)>) -> Result<Vec<T>, Stop> {
    let Some((name, bytes)) = file else { return Ok(Vec::new()) };
    serde_json::from_slice(&bytes).map_err(|error| {
        let remedy = "write a list of what is accepted, as `migrate --help` shows";
        Stop::failed(&name, error, remedy).ending_as(Ending::Blocked)
    })
}
