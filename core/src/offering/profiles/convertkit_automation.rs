//! ConvertKit (Kit): an automation of delays, one after the other, with AccessAlly's webhook before the first. Does not know emails.

use super::{Grammar, Oddity, System};
use crate::TimeError;
use crate::offering::calendar::add_elapsed;
use crate::offering::{Anchor, Offset, Unit};

/// The delay between the webhook that makes the login and the first email: the shortest there is.
const AFTER_WEBHOOK: Offset = Offset { amount: 5, unit: Unit::Minutes };
const SOURCE: &str = "AccessAlly, setting up ConvertKit automations for an offering";

pub(super) const SYSTEM: System = System {
    name: "convertkit-automation",
    grammar: Some(Grammar {
        anchors: |anchor| matches!(anchor, Anchor::PreviousRelease | Anchor::Enrollment),
        units: &[Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks],
        shortest: AFTER_WEBHOOK.amount,
        ..Grammar::DAYS
    }),
    oddities: &[
        Oddity {
            name: "five-minutes-after-the-webhook",
            text: "what counts from enrollment counts from five minutes after it, when the welcome email has gone out",
            source: SOURCE,
        },
        Oddity {
            name: "delays-chain",
            text: "each delay counts from the step before it, so the waits add up",
            source: SOURCE,
        },
    ],
    opens_at: |timer, anchors, _| {
        let Some(from) = anchors.instant(&timer.anchor) else { return Ok(None) };
        // The base module opens at enrollment, so that what follows it starts there too.
        let is_first = anchors.enrollment == Some(from);
        let from = if is_first { add_elapsed(from, AFTER_WEBHOOK) } else { Some(from) };
        let at = from.and_then(|from| add_elapsed(from, timer.offset));
        at.ok_or(TimeError::OutsideCalendar).map(Some)
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;
    use crate::offering::{Anchors, DripProfile, ReleaseRuleError, RulePart, Timer};

    #[test]
    fn the_first_delay_begins_five_minutes_after_enrollment_and_the_others_where_it_ends() {
        let opens = |previous: &str| {
            let timer = Timer::new(Anchor::PreviousRelease, Offset { amount: 7, unit: Unit::Days });
            let anchors = Anchors {
                enrollment: "2024-05-01T09:00:00Z".parse().ok(),
                previous_release: previous.parse().ok(),
                ..Anchors::default()
            };
            let at = DripProfile::ConvertKitAutomation.opens_at(&timer, &anchors, Zone::UTC);
            at.unwrap().unwrap().to_string()
        };
        assert_eq!(opens("2024-05-01T09:00:00Z"), "2024-05-08T09:05:00Z");
        assert_eq!(opens("2024-05-08T09:05:00Z"), "2024-05-15T09:05:00Z");
    }

    #[test]
    fn a_delay_below_the_shortest_cannot_be_said() {
        let timer = Timer::new(Anchor::PreviousRelease, Offset { amount: 4, unit: Unit::Minutes });
        let refused = DripProfile::ConvertKitAutomation.check(&timer).unwrap_err();
        let part = RulePart::ShortDelay(5);
        assert_eq!(
            refused,
            ReleaseRuleError::Unsupported { profile: DripProfile::ConvertKitAutomation, part }
        );
        assert_eq!(refused.to_string(), "`convertkit-automation` cannot say a delay shorter than 5 minutes");
    }
}
