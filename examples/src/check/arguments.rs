//! What the command line of `check` says. Opens nothing.

use std::path::PathBuf;

use clap::Parser;
use memberferry::{
    CountryCode, Currency, ORDER_PROFILES, PROFILES, Profile, RecordKind, SUBSCRIPTION_PROFILES,
};

/// Says what exports are, and what is wrong with them: reads each, and shows the system, the columns, the counts and the issues.
///
/// Contacts are read from CSV in any encoding and from the JSON of an API, orders and subscriptions from CSV. Several files of
/// contacts are merged. Without FILE it checks a sample that it carries. It writes nothing but the folder of --write.
#[derive(Clone, Debug, Parser)]
#[command(name = "check", version, after_help = format!("{FILES}\n\n{EXIT_CODES}"))]
pub struct Arguments {
    /// The exports to check
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Reads orders, payments and refunds, not people
    #[arg(long, requires = "files")]
    pub orders: bool,
    /// Reads subscriptions, not people
    #[arg(long, requires = "files", conflicts_with = "orders")]
    pub subscriptions: bool,
    /// The system that the files come from
    #[arg(long, value_name = "NAME", help = profile_help())]
    pub profile: Option<String>,
    /// The country of telephone numbers that name none, such as NL
    #[arg(long, value_name = "XX")]
    pub region: Option<CountryCode>,
    /// The currency of amounts that name none, such as EUR
    #[arg(long, value_name = "CUR", value_parser = Currency::new)]
    pub currency: Option<Currency>,
    /// Takes 3/4/2026 for the third of April
    #[arg(long)]
    pub day_first: bool,
    /// Takes 3/4/2026 for the fourth of March
    #[arg(long, conflicts_with = "day_first")]
    pub month_first: bool,
    /// The files' encoding, such as windows-1252 [default: found]
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<String>,
    /// The line of the column names, the first being 1 [default: found]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    pub header_line: Option<u64>,
    /// What each column is for, as --write wrote it and you corrected it [default: found by the columns' names]
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// JSON that an API gives apart from its contacts, such as the names of their tags; may be given several times
    #[arg(long, value_name = "FILE", requires = "files", conflicts_with_all = ["orders", "subscriptions"])]
    pub related: Vec<PathBuf>,
    /// Where to write what was read and what was not; made if it is not there
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
    /// Prints one JSON document on the standard output, and nothing else there
    #[arg(long)]
    pub json: bool,
}

const FILES: &str = "\
Files that --write writes, of an export people.csv:
  contacts.csv           everybody of all files once, without passwords; reads back as the same people
  people.orders.json     of orders, or people.subscriptions.json: each as it was read
  people.set-aside.csv   the records that cannot be used, with the reasons, to be mended and read again
  people.issues.csv      what is wrong or was decided, one line each
  people.mapping.json    what each column is taken for, to be corrected and given to --mapping
  merged.issues.csv      of several files of contacts: what their merging overruled";

const EXIT_CODES: &str = "\
Exit codes:
  0  everything was read
  1  read, but records were set aside, there are errors among the issues, or the file holds other records
  2  the command line is wrong
  3  a file cannot be read or written";

/// The option's line, with every name that it takes.
fn profile_help() -> String {
    let names =
        |profiles: &[Profile]| profiles.iter().map(|profile| profile.id).collect::<Vec<_>>().join(", ");
    format!(
        "The system that the files come from: {}; of orders: {}; of subscriptions: {} [default: recognised by the columns]",
        names(PROFILES),
        names(ORDER_PROFILES),
        names(SUBSCRIPTION_PROFILES)
    )
}

impl Arguments {
    /// What the records are.
    pub fn kind(&self) -> RecordKind {
        match (self.orders, self.subscriptions) {
            (true, _) => RecordKind::Orders,
            (_, true) => RecordKind::Subscriptions,
            _ => RecordKind::Contacts,
        }
    }

    /// Whether the day comes first in `3/4/2026`, where that was said.
    pub fn is_day_first(&self) -> Option<bool> {
        (self.day_first || self.month_first).then_some(self.day_first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(std::iter::once("check").chain(arguments.iter().copied()))
    }

    #[test]
    fn a_file_holds_one_kind_of_records_and_dates_one_order() {
        assert_eq!(read(&["a.csv", "--orders"]).unwrap().kind(), RecordKind::Orders);
        assert_eq!(read(&["--month-first"]).unwrap().is_day_first(), Some(false));
        assert_eq!(read(&[]).unwrap().is_day_first(), None);
        for wrong in [
            &["a.csv", "--orders", "--subscriptions"][..],
            &["--day-first", "--month-first"],
            &["--orders"],
            &["--related", "tags.json"],
            &["a.csv", "--orders", "--related", "tags.json"],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn countries_currencies_and_lines_are_checked_at_once() {
        let right = read(&["--region", "NL", "--currency", "EUR", "--header-line", "3"]).unwrap();
        assert_eq!(right.currency.map(|currency| currency.to_string()), Some("EUR".to_owned()));
        for wrong in [["--region", "Holland"], ["--currency", "money"], ["--header-line", "0"]] {
            assert!(read(&wrong).is_err(), "{wrong:?}");
        }
    }
}
