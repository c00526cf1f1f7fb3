//! What readiness is assessed by besides the site and its people: a part of the command line, and the files that it names, read. Does not
//! know who assesses it.

use std::path::PathBuf;

use clap::Args;
use memberferry::{
    BillingSource, Contacts, Currency, Instant, ReadOptions, Readiness, ReadinessAnswers, ReadinessEvidence,
    Site, Snapshot, assess_readiness,
};

use super::given;
use crate::billing::{Export, FileFindings, exports};
use crate::stop::Stop;

const SAMPLE_ANSWERS: &[u8] = include_bytes!("../../data/readiness/answers.json");

/// What the command line names.
#[derive(Clone, Debug, Default, Args)]
pub struct EvidenceArguments {
    /// An export of subscriptions, as CSV; may be given several times
    #[arg(long, value_name = "[SYSTEM=]FILE", requires = "export")]
    pub subscriptions: Vec<Export>,
    /// An export of orders, as CSV; may be given several times
    #[arg(long, value_name = "[SYSTEM=]FILE", requires = "export")]
    pub orders: Vec<Export>,
    /// The currency of amounts that name none, such as EUR
    #[arg(long, value_name = "CUR", value_parser = Currency::new)]
    pub currency: Option<Currency>,
    /// What people answered, as JSON: by item `answer` (yes, no, not-applicable), `answeredBy`, `at` and, if they like, `note`
    #[arg(long, value_name = "FILE", requires = "export")]
    pub answers: Option<PathBuf>,
    /// Since when the environment is what the site's document says; answers from before do not count
    #[arg(long, value_name = "INSTANT")]
    pub environment_since: Option<Instant>,
}

/// Whose people and site the evidence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The sample, which has answers of its own.
    Sample,
    /// A list and a site that were named.
    Files,
}

/// The same, read.
pub struct Evidence {
    /// What each system exported, in the order of the command line; absent where nothing was named.
    pub sources: Option<Vec<BillingSource>>,
    /// What the reading of each file came to.
    pub findings: Vec<FileFindings>,
    answers: ReadinessAnswers,
    environment_since: Option<Instant>,
}

impl EvidenceArguments {
    /// Reads the files. Dates without a zone are meant in the site's.
    pub fn read(&self, site: &Site, about: About) -> Result<Evidence, Stop> {
        let answers = match (&self.answers, about) {
            (None, About::Files) => ReadinessAnswers::default(),
            (path, _) => {
                let (name, bytes) = given(path, "the sample's answers.json", SAMPLE_ANSWERS)?;
                ReadinessAnswers::from_json(&bytes).map_err(|error| Stop::refused(&name, &error))?
            }
        };
        let options =
            ReadOptions { zone: Some(site.zone()), currency: self.currency, ..ReadOptions::default() };
        let (sources, findings) = exports(options, &self.subscriptions, &self.orders)?;
        let sources = (!findings.is_empty()).then_some(sources);
        Ok(Evidence { sources, findings, answers, environment_since: self.environment_since })
    }
}

impl Evidence {
    /// Whether a site is ready; `users` are the target's before the move, where anybody looked.
    pub fn assess(
        &self,
        site: &Site,
        contacts: &Contacts,
        users: Option<&Snapshot>,
        at: Instant,
    ) -> Readiness {
        let evidence = ReadinessEvidence {
            users,
            sources: self.sources.as_deref(),
            environment_since: self.environment_since,
        };
        assess_readiness(site, contacts, &evidence, &self.answers, at)
    }
}
