//! When each module of an offering opens for one enrollment. Does not know whose enrollment it is, nor any tag.

use super::{
    Anchor, Anchors, Enrollment, Offering, Release, ReleaseRule, ReleaseRuleError, ReleaseState, Why,
    release_at,
};
use crate::{Code, Instant, Location, ModuleId, Refusal, Zone};

/// Why an enrollment has no schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the module `{module}` has no release time: {cause}")]
pub struct ScheduleError {
    /// The module whose rule cannot be carried out.
    pub module: ModuleId,
    /// Its place among the modules, 0-based.
    pub index: usize,
    /// Why not.
    #[source]
    pub cause: ReleaseRuleError,
}

impl Refusal for ScheduleError {
    fn code(&self) -> Code {
        Code::ReleaseRuleInvalid
    }

    fn location(&self) -> Location {
        Location::default().key("modules").index(self.index).key("release")
    }
}

/// Every module of an offering, in order, as it stands for an enrollment now.
///
/// - The base module opens at enrollment (as AccessAlly does); nothing opens before enrollment.
/// - A released module is open, whatever the clock says (a release is never taken back).
/// - A timer that counts from the previous release counts from when the module before really opened, or else from when it
///   opens by the clock (as AccessAlly does), and never opens before it.
/// - After a module that opens by hand and is not open, such timers are blocked.
/// - What would open when access has been taken away is closed.
///
/// # Errors
/// [`ScheduleError`] where a rule contradicts itself or leaves the years 1 to 9999.
///
/// ```
/// use memberferry::{Enrollment, Offering, ReleaseState, Zone, release_schedule};
/// let offering: Offering = serde_json::from_str(r#"{"id": "watercolour", "name": "Watercolour", "modules": [
///     {"id": "brushes", "name": "Brushes"},
///     {"id": "washes", "name": "Washes", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}
/// ]}"#)?;
/// let enrollment = Enrollment::new(offering.id.clone(), "2024-05-01T09:00:00Z".parse()?);
/// let schedule = release_schedule(&offering, &enrollment, Zone::UTC, "2024-05-02T00:00:00Z".parse()?)?;
/// assert_eq!(schedule[0].state, ReleaseState::Open);
/// assert_eq!(schedule[1].opens_at, Some("2024-05-08T09:00:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn release_schedule(
    offering: &Offering,
    enrollment: &Enrollment,
    zone: Zone,
    now: Instant,
) -> Result<Vec<Release>, ScheduleError> {
    let mut releases = Vec::with_capacity(offering.modules.len());
    let mut previous = Opening::At(enrollment.enrolled_at);
    let mut previous_is_released = false;
    for (index, module) in offering.modules.iter().enumerate() {
        let recorded = enrollment.released.get(&module.id);
        let by_clock =
            || {
                let continued = enrollment.clock_from.filter(|_| recorded.is_none() && previous_is_released);
                let counted = continued.map_or_else(|| previous.clone(), Opening::At);
                clock(offering, index, &module.id, enrollment, &counted, zone)
                    .map_err(|cause| ScheduleError { module: module.id.clone(), index, cause })
            };
        let (state, opens_at, why, opening) = match recorded {
            Some(Some(at)) => (ReleaseState::Open, Some(*at), Why::Released, Opening::At(*at)),
            Some(None) => {
                let opening = match by_clock()? {
                    (at @ Opening::At(_), _) => at,
                    _ => Opening::Unknown(Why::OpeningUnknown { module: module.id.clone() }),
                };
                (ReleaseState::Open, None, Why::Released, opening)
            }
            None => {
                let (opening, why) = by_clock()?;
                let (state, opens_at) = match &opening {
                    Opening::At(at) if *at <= now => (ReleaseState::Open, Some(*at)),
                    Opening::At(at) => (ReleaseState::Scheduled, Some(*at)),
                    Opening::Unknown(_) if why == Why::Manual => (ReleaseState::Manual, None),
                    Opening::Unknown(_) => (ReleaseState::Blocked, None),
                };
                (state, opens_at, why, opening)
            }
        };
        let to_come = state == ReleaseState::Scheduled;
        let closed = enrollment
            .revoked_at
            .filter(|revoked| *revoked <= now || (to_come && opens_at.is_some_and(|at| *revoked <= at)));
        releases.push(match closed {
            Some(at) => Release {
                module: module.id.clone(),
                state: ReleaseState::Closed,
                opens_at: None,
                why: Why::Revoked { at },
            },
            None => Release { module: module.id.clone(), state, opens_at, why },
        });
        previous = opening;
        previous_is_released = recorded.is_some();
    }
    Ok(releases)
}

/// When a module opens, as far as the one after it needs to know.
#[derive(Clone)]
enum Opening {
    At(Instant),
    /// Nobody can tell; what to say of a timer that counts from it.
    Unknown(Why),
}

/// When the clock alone opens a module, and why.
fn clock(
    offering: &Offering,
    index: usize,
    module: &ModuleId,
    enrollment: &Enrollment,
    previous: &Opening,
    zone: Zone,
) -> Result<(Opening, Why), ReleaseRuleError> {
    let enrolled_at = enrollment.enrolled_at;
    let rule = offering.release_rule(index);
    let waits = || Opening::Unknown(Why::WaitsForManual { module: module.clone() });
    let timer = match rule {
        ReleaseRule::AtOnce if index == 0 => return Ok((Opening::At(enrolled_at), Why::Base)),
        ReleaseRule::AtOnce => return Ok((Opening::At(enrolled_at), Why::AtOnce)),
        ReleaseRule::Manual => return Ok((waits(), Why::Manual)),
        ReleaseRule::Timer(timer) => timer,
    };
    let from = match (timer.anchor, previous) {
        (Anchor::PreviousRelease, Opening::At(at)) => *at,
        (Anchor::PreviousRelease, Opening::Unknown(why)) => return Ok((previous.clone(), why.clone())),
        (Anchor::Enrollment, _) => enrolled_at,
        (Anchor::Instant { at }, _) => at,
    };
    let anchors = Anchors { enrollment: Some(enrolled_at), previous_release: Some(from) };
    let Some(at) = release_at(&rule, &anchors, zone)? else { return Ok((waits(), Why::Manual)) };
    // A time of day can lie before the anchor's own on the same day; a module never opens before what it follows.
    let earliest = if timer.anchor == Anchor::PreviousRelease { from.max(enrolled_at) } else { enrolled_at };
    let why = Why::Timer { anchor: timer.anchor, from, offset: timer.offset, at: timer.at };
    Ok((Opening::At(at.max(earliest)), why))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEEK: &str = r#"{"kind":"timer","offset":{"amount":7,"unit":"days"}}"#;
    const MANUAL: &str = r#"{"kind":"manual"}"#;

    fn offering(rules: &[&str]) -> Offering {
        let modules: Vec<String> = rules
            .iter()
            .enumerate()
            .map(|(index, rule)| match *rule {
                "" => format!(r#"{{"id":"m{index}","name":"M"}}"#),
                rule => format!(r#"{{"id":"m{index}","name":"M","release":{rule}}}"#),
            })
            .collect();
        serde_json::from_str(&format!(r#"{{"id":"o","name":"O","modules":[{}]}}"#, modules.join(",")))
            .unwrap()
    }

    fn enrolled(more: &str) -> Enrollment {
        serde_json::from_str(&format!(r#"{{"offering":"o","enrolledAt":"2024-05-01T09:00:00Z"{more}}}"#))
            .unwrap()
    }

    fn lines(rules: &[&str], more: &str, now: &str) -> Vec<String> {
        release_schedule(&offering(rules), &enrolled(more), Zone::UTC, now.parse().unwrap())
            .unwrap()
            .into_iter()
            .map(|release| {
                let state = serde_json::to_value(release.state).unwrap();
                let at = release.opens_at.map_or("-".to_owned(), |at| at.to_string());
                format!("{} {at}", state.as_str().unwrap())
            })
            .collect()
    }

    #[test]
    fn timers_chain_from_the_base_module() {
        assert_eq!(
            lines(&["", WEEK, WEEK], "", "2024-05-08T09:00:00Z"),
            ["open 2024-05-01T09:00:00Z", "open 2024-05-08T09:00:00Z", "scheduled 2024-05-15T09:00:00Z"]
        );
    }

    #[test]
    fn a_chain_counts_from_the_real_opening() {
        let released = r#","released":{"m0":"2024-05-01T09:00:00Z","m1":"2024-05-03T00:00:00Z"}"#;
        assert_eq!(
            lines(&["", WEEK, WEEK], released, "2024-05-04T00:00:00Z"),
            ["open 2024-05-01T09:00:00Z", "open 2024-05-03T00:00:00Z", "scheduled 2024-05-10T00:00:00Z"]
        );
    }

    #[test]
    fn an_unrecorded_opening_counts_as_the_clock_has_it() {
        assert_eq!(
            lines(&["", WEEK, WEEK], r#","released":{"m1":null}"#, "2024-05-20T00:00:00Z"),
            ["open 2024-05-01T09:00:00Z", "open -", "open 2024-05-15T09:00:00Z"]
        );
    }

    #[test]
    fn a_manual_module_blocks_what_counts_from_it_and_nothing_else() {
        let from_enrollment =
            r#"{"kind":"timer","anchor":{"kind":"enrollment"},"offset":{"amount":30,"unit":"days"}}"#;
        assert_eq!(
            lines(&["", MANUAL, WEEK, WEEK, from_enrollment, WEEK], "", "2024-05-02T00:00:00Z"),
            [
                "open 2024-05-01T09:00:00Z",
                "manual -",
                "blocked -",
                "blocked -",
                "scheduled 2024-05-31T09:00:00Z",
                "scheduled 2024-06-07T09:00:00Z"
            ]
        );
        let schedule = release_schedule(
            &offering(&["", MANUAL, WEEK, WEEK]),
            &enrolled(""),
            Zone::UTC,
            "2024-05-02T00:00:00Z".parse().unwrap(),
        )
        .unwrap();
        assert_eq!(schedule[3].why, Why::WaitsForManual { module: ModuleId::new("m1").unwrap() });
    }

    #[test]
    fn a_manual_module_open_since_nobody_knows_when_blocks_with_that_reason() {
        let schedule = release_schedule(
            &offering(&["", MANUAL, WEEK]),
            &enrolled(r#","released":{"m1":null}"#),
            Zone::UTC,
            "2024-05-02T00:00:00Z".parse().unwrap(),
        )
        .unwrap();
        assert_eq!(schedule[1].state, ReleaseState::Open);
        assert_eq!(schedule[2].state, ReleaseState::Blocked);
        assert_eq!(schedule[2].why, Why::OpeningUnknown { module: ModuleId::new("m1").unwrap() });
    }

    #[test]
    fn a_continued_clock_counts_for_the_next_pending_timer() {
        let more = r#","released":{"m0":null,"m1":null},"clockFrom":"2024-06-01T00:00:00Z""#;
        assert_eq!(
            lines(&["", MANUAL, WEEK, WEEK], more, "2024-06-02T00:00:00Z"),
            ["open -", "open -", "scheduled 2024-06-08T00:00:00Z", "scheduled 2024-06-15T00:00:00Z"]
        );
    }

    #[test]
    fn revocation_closes_what_is_open_and_what_would_open_later() {
        assert_eq!(
            lines(
                &["", WEEK],
                r#","revokedAt":"2024-05-03T00:00:00Z","released":{"m0":null}"#,
                "2024-05-04T00:00:00Z"
            ),
            ["closed -", "closed -"]
        );
        assert_eq!(
            lines(&["", WEEK], r#","revokedAt":"2024-05-03T00:00:00Z""#, "2024-05-02T00:00:00Z"),
            ["open 2024-05-01T09:00:00Z", "closed -"]
        );
    }

    #[test]
    fn nothing_opens_before_enrollment_nor_before_the_module_before_it() {
        let course_start = r#"{"kind":"timer","anchor":{"kind":"instant","at":"2020-01-01T00:00:00Z"},"offset":{"amount":1,"unit":"days"}}"#;
        let same_day =
            r#"{"kind":"timer","offset":{"amount":0,"unit":"days"},"mode":"calendar","at":"06:00"}"#;
        assert_eq!(
            lines(&["", course_start, same_day], "", "2024-05-01T09:00:00Z"),
            ["open 2024-05-01T09:00:00Z", "open 2024-05-01T09:00:00Z", "open 2024-05-01T09:00:00Z"]
        );
    }

    #[test]
    fn an_impossible_rule_names_its_module() {
        let months = r#"{"kind":"timer","offset":{"amount":1,"unit":"months"}}"#;
        let refused = release_schedule(
            &offering(&["", months]),
            &enrolled(""),
            Zone::UTC,
            "2024-05-02T00:00:00Z".parse().unwrap(),
        )
        .unwrap_err();
        assert_eq!(refused.code(), Code::ReleaseRuleInvalid);
        assert_eq!(refused.location().to_string(), "modules[1].release");
        assert_eq!(
            refused.to_string(),
            "the module `m1` has no release time: months have no fixed length and need the mode `calendar`"
        );
    }
}
