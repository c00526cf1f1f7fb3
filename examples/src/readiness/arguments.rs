//! What the command line of `readiness` says. Opens nothing.

use std::path::PathBuf;

use clap::Parser;
use memberferry::Instant;

use super::evidence::EvidenceArguments;
use crate::report_file::ReportArguments;

/// Says whether a site is ready to be moved: what is wrong, what nobody has answered, what has to be done by hand, and whether to keep the CRM.
///
/// Without EXPORT and SITE it takes the sample that it carries, with answers. It changes nothing, and writes no file but that of --report.
#[derive(Clone, Debug, Parser)]
#[command(name = "readiness", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// The contact list, as CSV in any encoding
    #[arg(requires = "site")]
    pub export: Option<PathBuf>,
    /// The site's document, as JSON
    pub site: Option<PathBuf>,
    /// The users of the target, one JSON object a line
    #[arg(long, value_name = "FILE", requires = "export")]
    pub users: Option<PathBuf>,
    /// The instant to assess for [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub at: Option<Instant>,
    #[command(flatten)]
    pub evidence: EvidenceArguments,
    #[command(flatten)]
    pub report: ReportArguments,
    /// Prints one JSON document on the standard output, and nothing else there
    #[arg(long)]
    pub json: bool,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  ready
  1  not yet, or keep the CRM
  2  the command line is wrong
  3  a file cannot be read or written";
