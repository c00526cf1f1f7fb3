//! What the command line of `readiness` says. Opens nothing.

use std::path::PathBuf;

use clap::Parser;
use memberferry::{Currency, Instant};

use crate::billing::Export;
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
    /// An export of subscriptions, as CSV; may be given several times
    #[arg(long, value_name = "[SYSTEM=]FILE", requires = "export")]
    pub subscriptions: Vec<Export>,
    /// An export of orders, as CSV; may be given several times
    #[arg(long, value_name = "[SYSTEM=]FILE", requires = "export")]
    pub orders: Vec<Export>,
    /// What people answered, as JSON: by item `answer` (yes, no, not-applicable), `answeredBy`, `at` and, if they like, `note`
    #[arg(long, value_name = "FILE", requires = "export")]
    pub answers: Option<PathBuf>,
    /// Since when the environment is what the site's document says; answers from before do not count
    #[arg(long, value_name = "INSTANT")]
    pub environment_since: Option<Instant>,
    /// The instant to assess for [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub at: Option<Instant>,
    /// The currency of amounts that name none, such as EUR
    #[arg(long, value_name = "CUR", value_parser = Currency::new)]
    pub currency: Option<Currency>,
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
