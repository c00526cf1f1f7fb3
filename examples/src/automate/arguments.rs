//! What the command line of `automate` says. Opens nothing.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use memberferry::{ContactStanding, Crm, DripBy, Instant, OfferingId, Zone};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Makes the automation that delivers an offering in a CRM, and says of any automation what is wrong with it, what it does, and what becomes
/// of it when the site keeps its contacts itself.
///
/// Without --site it takes the sample's site, and without a FILE the site's own automation for the CRM, or else the one that it makes for the
/// site's first offering; `lint` looks at every automation of the site. It changes nothing.
#[derive(Clone, Debug, Parser)]
#[command(name = "automate", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do
    #[command(subcommand)]
    pub task: Task,
    /// The site's document, as JSON
    #[arg(long, global = true, value_name = "FILE")]
    pub site: Option<PathBuf>,
    /// The offering to deliver [default: the site's first]
    #[arg(long, global = true, value_name = "ID", value_parser = offering)]
    pub offering: Option<OfferingId>,
    /// The CRM that delivers it: kit, keap, ontraport, activecampaign, drip
    #[arg(long, global = true, value_name = "NAME", default_value = "kit", value_parser = word::<Crm>)]
    pub crm: Crm,
    /// Who opens the modules: crm or site
    #[arg(long, global = true, value_name = "WHO", default_value = "crm", value_parser = word::<DripBy>)]
    pub drip: DripBy,
    /// The zone of the CRM's account [default: the site's]
    #[arg(long, global = true, value_name = "ZONE")]
    pub zone: Option<Zone>,
    /// When the contact comes, and the instant of looking [default: now]
    #[arg(long, global = true, value_name = "INSTANT")]
    pub now: Option<Instant>,
    /// Prints one JSON document on the standard output, and nothing else there
    #[arg(long, global = true)]
    pub json: bool,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  done; of `lint`: nothing is wrong; of `translate`: everything is translated, and the times agree
  1  `lint` found something wrong, `translate` something that cannot be translated, no module that could be, or that the automation
     is paused, or a file's content cannot be used as it is
  2  the command line is wrong, or names an offering that is not there
  3  a file cannot be read";

/// What is to be done.
#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    /// The automation that delivers an offering
    Blueprint {
        /// How it is shown
        #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = Form::Instructions)]
        form: Form,
    },
    /// What is wrong with an automation
    Lint(Given),
    /// What an automation does to a contact, and when
    Simulate {
        #[command(flatten)]
        given: Given,
        /// What happens to the contact, as JSON [default: the automation's first event, at --now]
        #[arg(long, value_name = "FILE")]
        contact: Option<PathBuf>,
        /// Whether the contact gets mail: subscribed, unsubscribed, inactive
        #[arg(long, value_name = "STANDING", default_value = "subscribed", value_parser = word::<ContactStanding>, conflicts_with = "contact")]
        standing: ContactStanding,
    },
    /// What becomes of an automation when the site keeps its contacts itself
    Translate(Given),
    /// What becomes of the site's webhooks when it keeps its contacts itself
    Webhooks,
}

/// The automation that is asked about.
#[derive(Clone, Debug, Args)]
pub struct Given {
    /// The automation, as JSON [default: the site's own, or else the one that `blueprint` makes]
    #[arg(value_name = "FILE")]
    pub automation: Option<PathBuf>,
}

/// How a blueprint is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// What a person does to build it, numbered
    Instructions,
    /// A Mermaid flowchart
    Mermaid,
    /// The automation as JSON, which the other commands take
    Automation,
    /// The site's document with all that the automation needs, as JSON, which `--site` takes
    Site,
}

fn offering(text: &str) -> Result<OfferingId, String> {
    OfferingId::new(text).map_err(|error| error.to_string())
}

/// A word as the wire has it.
fn word<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(Value::from(text.to_lowercase())).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(std::iter::once("automate").chain(arguments.iter().copied()))
    }

    #[test]
    fn crms_and_standings_go_by_their_names() {
        assert_eq!(read(&["blueprint", "--crm", "ActiveCampaign"]).unwrap().crm, Crm::ActiveCampaign);
        assert_eq!(read(&["lint"]).unwrap().drip, DripBy::Crm);
        for wrong in [
            &["blueprint", "--crm", "mailchimp"][..],
            &["blueprint", "--as", "svg"],
            &["simulate", "--standing", "gone"],
            &["simulate", "--standing", "inactive", "--contact", "a.json"],
            &[],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
