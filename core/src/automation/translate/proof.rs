//! Whether modules open on the site when the automation would have added their tags: the simulation against the schedule. Decides nothing.

use serde::Serialize;

use super::{TranslatedModule, Translation, TranslationError};
use crate::automation::simulate::{Actor, ContactEvent, ContactHistory, Happening, Timeline, simulate};
use crate::automation::{Automation, AutomationState};
use crate::offering::{Anchor, Enrollment, Offering, ReleaseRule, ScheduleOptions, release_schedule};
use crate::site::Site;
use crate::{Instant, ModuleId, Zone};

/// When each translated module's tag is added by the automation, and when the module opens on the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    /// When the automation releases the offering to the contact of the proof; absent where it never does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released_at: Option<Instant>,
    /// The modules, in the order of the translation.
    pub lines: Vec<ProofLine>,
    /// Whether there are modules, and every one opens exactly when it is to. Where no module is translated there is nothing to compare, and
    /// nothing is proved.
    pub agrees: bool,
    /// Whether the automation is paused, so that it adds no tag as it stands: what is proved is what it would do if it were live.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub as_if_live: bool,
}

/// One module of a proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProofLine {
    /// Which.
    pub module: ModuleId,
    /// When the automation adds its tag; absent where it never does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_added_at: Option<Instant>,
    /// When it opens on the site; absent where it never does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Instant>,
    /// How many seconds earlier it is to open, because the delay that waits for the password falls away; none for what opens at a midnight and
    /// for what counts from that.
    pub settling_seconds: i64,
}

impl Translation {
    /// The proof that modules open on the site when the automation would have added their tags, for a subscriber to whom the automation's first
    /// event happens at an instant. Of a paused automation it is made as if that were live, and says so.
    ///
    /// # Errors
    /// [`TranslationError`] where nothing starts the automation, or the offering has no schedule.
    pub fn proof(
        &self,
        automation: &Automation,
        site: &Site,
        at: Instant,
        zone: Zone,
    ) -> Result<Proof, TranslationError> {
        let offering = site.offering(&self.offering).ok_or(TranslationError::NoOffering)?;
        let happened = automation.events.first().cloned().ok_or(TranslationError::NoEvent)?.into();
        let contact =
            ContactHistory { events: vec![ContactEvent { at, happened }], ..ContactHistory::default() };
        let live = Automation { state: AutomationState::Live, ..automation.clone() };
        let timeline = simulate(&live, site, &contact, zone);
        let released_at = released_at(&timeline, offering);
        let schedule = match released_at {
            Some(released_at) => {
                let enrollment = Enrollment::new(offering.id.clone(), released_at);
                let options = ScheduleOptions::new(site.zone(), at);
                release_schedule(&self.apply_to(offering), &enrollment, &options)?
            }
            None => Vec::new(),
        };
        let opens_at =
            |module: &ModuleId| schedule.iter().find(|release| release.module == *module)?.opens_at;
        let settling = self.settling.as_ref().map_or(0, |settling| settling.seconds);
        let mut earlier = settling;
        let mut lines = Vec::with_capacity(self.modules.len());
        for TranslatedModule { module, release, .. } in &self.modules {
            earlier = match release {
                ReleaseRule::Timer(timer) if timer.at.is_some() => 0,
                ReleaseRule::Timer(timer) if timer.anchor == Anchor::Enrollment => settling,
                _ => earlier,
            };
            lines.push(ProofLine {
                module: module.clone(),
                tag_added_at: tag_added_at(&timeline, offering, module),
                opens_at: opens_at(module),
                settling_seconds: earlier,
            });
        }
        let is_right = |line: &ProofLine| match (line.tag_added_at, line.opens_at) {
            (Some(added), Some(opens)) => opens.checked_add_seconds(line.settling_seconds) == Some(added),
            _ => false,
        };
        let agrees = !lines.is_empty() && lines.iter().all(is_right);
        let as_if_live = automation.state == AutomationState::Paused;
        Ok(Proof { released_at, lines, agrees, as_if_live })
    }
}

fn released_at(timeline: &Timeline, offering: &Offering) -> Option<Instant> {
    let released = timeline.lines.iter().find(|line| {
        matches!(&line.what, Happening::OfferingReleased { offering: released } if *released == offering.id)
    });
    released.map(|line| line.at)
}

fn tag_added_at(timeline: &Timeline, offering: &Offering, module: &ModuleId) -> Option<Instant> {
    let tag = offering.modules.iter().find(|other| other.id == *module)?.access_tag.as_ref()?;
    let added = timeline.lines.iter().find(|line| {
        matches!(&line.what, Happening::TagAdded { tag: added, by: Actor::Automation } if added == tag)
    });
    added.map(|line| line.at)
}
