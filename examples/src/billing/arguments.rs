//! What the command line of `billing` says. Opens nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::str::FromStr;

use clap::Parser;
use memberferry::{BillingSystem, BillingTarget, ChargerHandling, Currency, Instant};

/// Says who charges whom before and after a move: whom, when, how much, how often yet, and what has to be stopped where, by when.
///
/// Without FILE it takes a sample that it carries. It charges nobody, stops nothing, and writes no file.
#[derive(Clone, Debug, Parser)]
#[command(name = "billing", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// The exports of subscriptions, as CSV; `keap=FILE` says which system one is from, where its columns do not
    #[arg(value_name = "[SYSTEM=]FILE", requires = "site")]
    pub files: Vec<Export>,
    /// An export of orders, as CSV, by which payments are counted; may be given several times
    #[arg(long, value_name = "[SYSTEM=]FILE", requires = "files")]
    pub orders: Vec<Export>,
    /// The site's document, as JSON
    #[arg(long, value_name = "FILE", requires = "files")]
    pub site: Option<PathBuf>,
    /// The instant of the exports [default: now]
    #[arg(long, value_name = "INSTANT")]
    pub at: Option<Instant>,
    /// What the site moves to: managed, crm-integrated
    #[arg(long, value_name = "TARGET", default_value = "managed", value_parser = target)]
    pub target: BillingTarget,
    /// How many days customers have, at least, to enter their card anew
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    pub notice: u16,
    /// A system whose running subscriptions go on where they are; may be given several times
    #[arg(long, value_name = "SYSTEM", value_parser = system)]
    pub keep: Vec<BillingSystem>,
    /// A system whose running subscriptions are stopped and taken out anew; may be given several times
    #[arg(long, value_name = "SYSTEM", value_parser = system)]
    pub replace: Vec<BillingSystem>,
    /// The currency of amounts that name none, such as EUR
    #[arg(long, value_name = "CUR", value_parser = Currency::new)]
    pub currency: Option<Currency>,
    /// Takes 3/4/2026 for the third of April
    #[arg(long)]
    pub day_first: bool,
    /// Takes 3/4/2026 for the fourth of March
    #[arg(long, conflicts_with = "day_first")]
    pub month_first: bool,
    /// Prints one JSON document on the standard output, and nothing else there
    #[arg(long)]
    pub json: bool,
}

const EXIT_CODES: &str = "\
Systems: accessally, keap, ontraport, samcart, thrivecart, woocommerce, memberpress,
  paid-memberships-pro, memberium, stripe, paypal, other

Exit codes:
  0  planned
  1  planned, but something is unresolved or an error, the site is a copy from which nothing may be done, or a record or a file
     cannot be used as it is
  2  the command line is wrong
  3  a file cannot be read";

/// A file, and the system that it is from, where that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The system.
    pub system: Option<BillingSystem>,
    /// The file.
    pub path: PathBuf,
}

impl FromStr for Export {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((name, path)) if !name.contains(['/', '\\', '.']) => {
                Ok(Export { system: Some(system(name)?), path: path.into() })
            }
            _ => Ok(Export { system: None, path: text.into() }),
        }
    }
}

impl Arguments {
    /// The system that is both kept and replaced, where one is.
    pub fn contradiction(&self) -> Option<BillingSystem> {
        self.keep.iter().find(|system| self.replace.contains(system)).copied()
    }

    /// Whether the day comes first in 3/4/2026, where that is said.
    pub fn is_day_first(&self) -> Option<bool> {
        (self.day_first || self.month_first).then_some(self.day_first)
    }

    /// What the owner decides of systems.
    pub fn handling(&self) -> BTreeMap<BillingSystem, ChargerHandling> {
        let kept = self.keep.iter().map(|system| (*system, ChargerHandling::Keep));
        kept.chain(self.replace.iter().map(|system| (*system, ChargerHandling::Replace))).collect()
    }
}

fn system(name: &str) -> Result<BillingSystem, String> {
    serde_json::from_value(name.into()).map_err(|error| error.to_string())
}

fn target(name: &str) -> Result<BillingTarget, String> {
    serde_json::from_value(name.into()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(std::iter::once("billing").chain(arguments.iter().copied()))
    }

    #[test]
    fn a_file_may_say_its_system() {
        let read = |text: &str| text.parse::<Export>();
        assert_eq!(read("keap=a.csv").unwrap().system, Some(BillingSystem::Keap));
        assert_eq!(read("exports/a=b.csv").unwrap(), Export { system: None, path: "exports/a=b.csv".into() });
        assert!(read("kepa=a.csv").unwrap_err().contains("unknown variant `kepa`"));
    }

    #[test]
    fn files_need_their_site_and_a_site_its_files() {
        assert!(read(&[]).is_ok() && read(&["a.csv", "--site", "site.json", "--keep", "stripe"]).is_ok());
        for wrong in [&["a.csv"][..], &["--site", "site.json"], &["--orders", "a.csv"], &["--target", "moon"]]
        {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
