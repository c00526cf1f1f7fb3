//! What an automation does to one contact, and when. Carries nothing out: webhooks are taken to run at once, and emails to go out when their
//! step is reached.
//!
//! - `history`: what happens to the contact from outside.
//! - `timeline`: what comes of it.
//! - `engine`: the automation going on from step to step.

mod engine;
mod history;
mod timeline;

pub use history::{ContactEvent, ContactHappening, ContactHistory, ContactStanding};
pub use timeline::{
    Actor, Happening, NotRun, PasswordState, Timeline, TimelineLine, Whereabouts, WithheldReason,
};

use crate::Zone;
use crate::automation::Automation;
use crate::site::Site;

/// The exact timeline of a contact in an automation: tags added and removed, webhooks run, logins made, emails sent, each with its instant and
/// its step.
///
/// - An event of the automation starts it for a contact who is not in it; one in the middle moves a contact who is before it, or who has come
///   to an end.
/// - A tag that a webhook is bound to makes the site run the webhook at that instant and remove the tag. A tag that is held already sets nothing
///   off.
/// - A paused automation starts for nobody. In Kit and ActiveCampaign no automation runs for people who are unsubscribed or inactive; of the
///   other CRMs that is not evidenced, and their automations are taken to run without emails.
/// - A delay of days is 24 hours each; in Drip it ends at a midnight of the zone, as many midnights later.
/// - What happens to the contact comes before what the automation does at the same instant.
/// - After 10,000 steps the timeline ends with the issue `automation-cycle`.
///
/// `zone` is the zone of the CRM's account.
///
/// ```
/// use memberferry::{Automation, ContactHistory, Site, Zone, simulate};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour Academy", "timezone": "UTC", "tags": ["Bought", "Week 2"]}"#)?;
/// let automation = Automation::from_json(br#"{"id": "a", "name": "A", "crm": "kit", "state": "live",
///     "events": [{"kind": "tag-added", "tag": "Bought"}],
///     "steps": [{"kind": "delay", "length": {"amount": 7, "unit": "days"}}, {"kind": "add-tags", "tags": ["Week 2"]}]}"#)?;
/// let contact: ContactHistory = serde_json::from_str(
///     r#"{"events": [{"at": "2024-05-01T09:00:00Z", "happened": {"kind": "tag-added", "tag": "Bought"}}]}"#,
/// )?;
/// let timeline = simulate(&automation, &site, &contact, Zone::UTC);
/// let lines: Vec<String> = timeline.lines.iter().map(|line| line.to_string()).collect();
/// assert_eq!(lines[3], "2024-05-08T09:00:00Z steps[1]: the tag `Week 2` is added by the automation");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn simulate(automation: &Automation, site: &Site, contact: &ContactHistory, zone: Zone) -> Timeline {
    engine::Engine::new(automation, site, contact, zone).run(contact)
}
