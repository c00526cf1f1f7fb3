//! What the command line of `access` says. Opens nothing.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use memberferry::{DripContinuity, DripProfile, Instant, PageId};

/// Says who may see what, and when: of the people in an export, on the site that they move to.
///
/// Where no file is named it takes the sample of `migrate` and a site for it. It changes nothing, and writes no file but that of
/// `calendar --to`.
#[derive(Clone, Debug, Parser)]
#[command(name = "access", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to say
    #[command(subcommand)]
    pub question: Question,
    /// The contact list, as CSV in any encoding; named together with the site
    #[arg(long, global = true, value_name = "FILE")]
    pub export: Option<PathBuf>,
    /// The site's document, as JSON; named together with the list
    #[arg(long, global = true, value_name = "FILE")]
    pub site: Option<PathBuf>,
    /// The instant of the move, and that of looking [default: now]
    #[arg(long, global = true, value_name = "INSTANT")]
    pub now: Option<Instant>,
    /// How release timers go on after the move
    #[arg(long, global = true, value_name = "POLICY", default_value = "continue-from-last-released", value_parser = policy)]
    pub policy: DripContinuity,
    /// The system whose clock opens modules before the move, such as learndash, or `none` where only the tags that people hold do
    /// [default: none; of `compare`, accessally where BEFORE has timers]
    #[arg(long, global = true, value_name = "NAME", value_parser = clock)]
    pub source_clock: Option<SourceClock>,
    /// Prints one JSON document on the standard output, and nothing else there
    #[arg(long, global = true)]
    pub json: bool,
}

/// The clock of the source, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceClock(pub Option<DripProfile>);

const EXIT_CODES: &str = "\
Exit codes:
  0  answered; of `compare`: nobody loses access, or every loss is accepted
  1  `compare` found losses that nobody accepted, or a file's content cannot be used as it is
  2  the command line is wrong, or names a member or page that is not there
  3  a file cannot be read or written";

/// What is asked.
#[derive(Clone, Debug, Subcommand)]
pub enum Question {
    /// When each module opens and closes to a member, and why
    Schedule(OfMember),
    /// Whether a member gets to see a page, why, what would help, and when the clock changes it
    Decide {
        #[command(flatten)]
        of: OfMember,
        /// The page's id in the site's document
        #[arg(long, value_name = "ID", value_parser = page)]
        page: PageId,
    },
    /// Which modules open and close to whom in the days to come
    Next {
        /// How many days
        #[arg(long, value_name = "DAYS", default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..))]
        days: u16,
    },
    /// Who gains and who loses access between two sites, at every instant of the days to come
    Compare {
        /// The document of the site before the move, as the source has it [default: the sample's]
        before: Option<PathBuf>,
        /// The document of the site after the move [default: --site, else the sample's]
        after: Option<PathBuf>,
        /// How many days
        #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..))]
        days: u16,
        /// The losses that are right, as JSON: a list of `{"kind": "page", "page": …, "why": …}` and
        /// `{"kind": "cause", "before": …, "after": …, "why": …}`
        #[arg(long, value_name = "FILE")]
        accept: Option<PathBuf>,
    },
    /// A member's openings and closings as an iCalendar, for the calendar on their telephone
    Calendar {
        #[command(flatten)]
        of: OfMember,
        /// Where to write it [default: the standard output]
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
}

/// Of whom something is asked.
#[derive(Clone, Debug, Args)]
pub struct OfMember {
    /// The member's address
    #[arg(long, value_name = "EMAIL")]
    pub member: String,
}

fn policy(name: &str) -> Result<DripContinuity, String> {
    let names = || DripContinuity::ALL.map(DripContinuity::name).join(", ");
    let found = DripContinuity::ALL.into_iter().find(|policy| policy.name() == name);
    found.ok_or_else(|| format!("it is one of {}", names()))
}

fn clock(name: &str) -> Result<SourceClock, String> {
    if name == "none" {
        return Ok(SourceClock(None));
    }
    let profile = serde_json::from_value(name.into()).map_err(|error| format!("{error}, or `none`"))?;
    Ok(SourceClock(Some(profile)))
}

fn page(id: &str) -> Result<PageId, String> {
    PageId::new(id).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(std::iter::once("access").chain(arguments.iter().copied()))
    }

    #[test]
    fn options_stand_before_or_behind_the_question() {
        for line in [["--policy", "restart", "next"], ["next", "--policy", "restart"]] {
            assert_eq!(read(&line).unwrap().policy, DripContinuity::Restart);
        }
        assert!(
            read(&["next", "--policy", "again"]).unwrap_err().to_string().contains("keep-original-clock")
        );
        assert_eq!(read(&["next", "--source-clock", "none"]).unwrap().source_clock, Some(SourceClock(None)));
        assert!(read(&["next", "--source-clock", "sundial"]).unwrap_err().to_string().contains("learndash"));
        assert!(read(&["next", "--days", "0"]).is_err() && read(&["decide", "--page", "home"]).is_err());
    }
}
