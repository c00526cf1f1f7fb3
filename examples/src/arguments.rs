//! What the command line says, and the names of files that follow from it. Opens nothing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Parser;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use memberferry::{Instant, PasswordPolicy, PlanDigest, PlanDigestError};

use crate::passwords::{self, POLICIES};
use crate::readiness::EvidenceArguments;
use crate::report_file::ReportArguments;

/// Where the sample goes when nothing else is said: a folder of its own, in the working directory.
const SAMPLE_TARGET: &str = "sample-site/members.db";
/// Where anything else goes.
const TARGET: &str = "members.db";

/// Moves an exported contact list into a membership site's database: read, check, plan, apply, prove.
///
/// Without EXPORT and SITE it moves the sample that it carries: some 2,000 invented people.
///
/// It may be stopped at any moment, with Ctrl-C, a kill or a power cut: nothing is lost, and started again with the same
/// arguments it goes on where it stopped. A run that has ended and is started again looks for what has changed since.
#[derive(Clone, Debug, Parser)]
#[command(name = "migrate", version, after_help = format!("{FILES}\n\n{EXIT_CODES}"))]
#[command(mut_args(for_the_report))]
pub struct Arguments {
    /// The contact list, as CSV in any encoding
    #[arg(requires = "site")]
    pub export: Option<PathBuf>,
    /// The site's document, as JSON: offerings, tags, pages and their rules
    pub site: Option<PathBuf>,
    /// The SQLite database to write to; made if it is not there [default: members.db; for the sample
    /// sample-site/members.db]
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
    /// Where to keep the journal of the run; the plan lies beside it as FILE.plan [default: the database's name with
    /// .journal]
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
    /// Reads, checks and plans, and writes nothing but the files of --set-aside and --report
    #[arg(long)]
    pub dry_run: bool,
    /// Takes back what the last run did on this database, wherever nobody changed it since; with --dry-run, shows what that is
    #[arg(long, conflicts_with_all = ["set_aside", "all_contacts", "source", "passwords"])]
    pub roll_back: bool,
    /// Prints one JSON document on the standard output, and nothing else there
    #[arg(long)]
    pub json: bool,
    /// The instant to plan for, such as 2026-05-01T09:00:00Z [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub now: Option<Instant>,
    /// The system that the list comes from
    #[arg(long, value_name = "NAME", help = source_help())]
    pub source: Option<String>,
    /// Where to write the records that cannot be used, to be mended and read again
    #[arg(long, value_name = "FILE")]
    pub set_aside: Option<PathBuf>,
    /// The plan that somebody looked over, by the digest that --dry-run prints: another one is not carried out. Give the same --now
    #[arg(long, value_name = "DIGEST", value_parser = approved, conflicts_with = "roll_back")]
    pub approve: Option<PlanDigest>,
    /// Moves everybody, not only members, buyers and those who are there already
    #[arg(long)]
    pub all_contacts: bool,
    /// What password a new member gets: a random one (they may be told of it, or not), the one they have by its hash, or the one in a
    /// field of the list [default: reset-quietly]
    #[arg(long, value_name = "POLICY", value_parser = policies())]
    pub passwords: Option<PasswordPolicy>,
    #[command(flatten)]
    pub report: ReportArguments,
    /// The site's document before the move, where it was another: who sees what after the move is compared with it [default: SITE, its tags renamed]
    #[arg(long, value_name = "FILE", requires = "export", conflicts_with = "roll_back")]
    pub before: Option<PathBuf>,
    /// The losses of access that are right, as JSON: a list of `{"kind": "page", "page": …, "why": …}` and
    /// `{"kind": "cause", "before": …, "after": …, "why": …}`
    #[arg(long, value_name = "FILE", requires = "export", conflicts_with = "roll_back")]
    pub accept: Option<PathBuf>,
    /// The gains of access that are right, in the same way
    #[arg(long, value_name = "FILE", requires = "export", conflicts_with = "roll_back")]
    pub accept_gains: Option<PathBuf>,
    #[command(flatten, next_help_heading = FOR_THE_REPORT)]
    pub evidence: EvidenceArguments,
    /// How many changes are made in one transaction
    #[arg(long, value_name = "NUMBER", hide = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub batch_size: Option<u32>,
}

const FOR_THE_REPORT: &str = "What the report is made from, besides";

/// What only the report of a move asks for needs one; that of a rollback asks for none of it.
fn for_the_report(argument: clap::Arg) -> clap::Arg {
    match argument.get_id().as_str() {
        "subscriptions" | "orders" | "currency" | "answers" | "environment_since" => {
            argument.requires("report").conflicts_with("roll_back")
        }
        _ => argument,
    }
}

fn approved(text: &str) -> Result<PlanDigest, PlanDigestError> {
    PlanDigest::new(text)
}

fn policies() -> impl clap::builder::TypedValueParser<Value = PasswordPolicy> {
    PossibleValuesParser::new(POLICIES.map(|(name, _)| name))
        .map(|name| passwords::policy(&name).unwrap_or_default())
}

/// The option's line, with every name that it takes.
fn source_help() -> String {
    let names: Vec<&str> = memberferry::PROFILES.iter().map(|profile| profile.id).collect();
    format!(
        "The system that the list comes from, in capitals or not: {} [default: recognised by its columns]",
        names.join(", ")
    )
}

const FILES: &str = "\
Files beside the database (members.db) while it runs and afterwards:
  members.db.journal           what was done; a run goes on from it
  members.db.journal.plan      the plan that the journal belongs to
  members.db.journal.inputs    which list and which site document the plan was made from
  members.db.journal.<digest>  the journal of an earlier run that has ended, with its .plan and .inputs
  members.db.before-<digest>   a copy of the database before a plan was carried out, where somebody was on it
Once a run has ended they are needed no more, and may be kept as a record.

Random passwords follow from MEMBERFERRY_SEED in the environment, of 16 characters at least, or else from the system's
randomness. No password is in any file but the hashes that --passwords keep-hash keeps, in the database.";

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well: moved and proved, or nothing to do
  1  the list or the site's document cannot be used as it is, nobody of the list would be moved, the plan has blockers,
     somebody would lose or gain access that nobody asked for, or the proof found that or other differences
  2  the command line is wrong
  3  failed: a file cannot be opened or written, the database refuses, or the journal belongs to something else
     (another list, site, database, --now, --all-contacts or --passwords)";

/// What to move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// What the program carries.
    Sample,
    /// Two files.
    Files { export: PathBuf, site: PathBuf },
}

impl Arguments {
    /// What to move.
    pub fn input(&self) -> Input {
        match (&self.export, &self.site) {
            (Some(export), Some(site)) => Input::Files { export: export.clone(), site: site.clone() },
            _ => Input::Sample,
        }
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        let default = if self.input() == Input::Sample { SAMPLE_TARGET } else { TARGET };
        self.to.clone().unwrap_or_else(|| default.into())
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.journal.clone().unwrap_or_else(|| with_ending(&self.database(), ".journal"))
    }
}

/// A path with something added to its last name.
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(std::iter::once("migrate").chain(arguments.iter().copied()))
    }

    #[test]
    fn the_journal_lies_beside_the_database() {
        let arguments = read(&["list.csv", "site.json", "--to", "out/members.db"]).unwrap();
        assert_eq!(arguments.journal(), PathBuf::from("out/members.db.journal"));
        assert_eq!(read(&[]).unwrap().database(), PathBuf::from(SAMPLE_TARGET));
    }

    #[test]
    fn an_export_without_its_site_is_a_mistake() {
        assert!(read(&["list.csv"]).is_err());
        assert!(read(&["--now", "yesterday"]).unwrap_err().to_string().contains("RFC 3339"));
        assert!(read(&["--batch-size", "0"]).is_err());
    }
}
