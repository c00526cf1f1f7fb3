//! Wrap-up modules: AccessAlly's way to end access, a last module whose tag every page of the offering forbids. Does not know members.

use std::collections::BTreeMap;

use super::SiteDocument;
use crate::offering::{Offering, Release, ReleaseRule, ReleaseState, Why};
use crate::{Code, Instant, Issue, Location, OfferingId, TagName};

/// The wrap-up modules of a document: by offering, the module's place in it.
pub fn wrap_ups(document: &SiteDocument) -> BTreeMap<OfferingId, usize> {
    let found = |offering: &Offering| Some((offering.id.clone(), wrap_up(document, offering)?));
    crate::order::map(document.offerings.iter().filter_map(found))
}

/// The place of the last module, where a timer opens it and its tag closes every page of the offering that is not its own.
fn wrap_up(document: &SiteDocument, offering: &Offering) -> Option<usize> {
    let index = offering.modules.len().checked_sub(1).filter(|index| *index > 0)?;
    let module = offering.modules.get(index)?;
    let tag: &TagName = module.access_tag.as_ref()?;
    let is_timed = matches!(module.release, Some(ReleaseRule::Timer(_)));
    let mut pages = document
        .pages
        .iter()
        .filter(|page| {
            page.offering.as_ref() == Some(&offering.id) && page.module.as_ref() != Some(&module.id)
        })
        .peekable();
    (is_timed && pages.peek().is_some() && pages.all(|page| page.forbid.contains(tag))).then_some(index)
}

/// Adds what there is to say of wrap-up modules, in document order.
pub fn check(document: &SiteDocument, issues: &mut Vec<Issue>) {
    for (index, offering) in document.offerings.iter().enumerate() {
        let Some(last) = wrap_up(document, offering) else { continue };
        let place = Location::default().key("offerings").index(index);
        let module = place.clone().key("modules").index(last);
        let id = offering.modules.get(last).map_or("", |module| module.id.as_str());
        issues.push(Issue::new(Code::WrapUpModule).at(module).with_value(id));
        if offering.expiry.is_some() {
            issues.push(Issue::new(Code::ExpiryTwice).at(place.key("expiry")).with_value(id));
        }
    }
}

/// Ends every module but the wrap-up module when that opens, unless it ends before. Where it is open and nobody knows since when, they have
/// ended by now.
pub fn end_others(schedule: Vec<Release>, wrap_up: usize, now: Instant) -> Vec<Release> {
    let opens = schedule.get(wrap_up).and_then(|release| match release.state {
        ReleaseState::Open => Some(release.opens_at.unwrap_or(now)),
        // One that has closed again has ended the others all the same; one that never opened has no such instant.
        ReleaseState::Scheduled | ReleaseState::Closed => release.opens_at,
        ReleaseState::Manual | ReleaseState::Blocked => None,
    });
    let Some(at) = opens else { return schedule };
    let ended = |(index, release): (usize, Release)| {
        let is_last = release.closes_at.is_none_or(|closes| at < closes);
        if index == wrap_up || !is_last {
            release
        } else {
            release.ended(Some((at, Why::Expired { at })), now)
        }
    };
    schedule.into_iter().enumerate().map(ended).collect()
}

#[cfg(test)]
mod tests {
    use crate::offering::{Enrollment, ReleaseState};
    use crate::{OfferingId, Site};

    /// A course of 90 days: each module a week after the one before, the last 76 days after that.
    fn site(forbid: &str, more: &str) -> Site {
        let week = r#""release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}"#;
        let text = format!(
            r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [{{"id": "w", "name": "W", "accessTag": "W"{more},
            "modules": [{{"id": "a", "name": "A"}}, {{"id": "b", "name": "B", {week}}}, {{"id": "c", "name": "C", {week}}},
                {{"id": "end", "name": "End", "accessTag": "W over",
                  "release": {{"kind": "timer", "offset": {{"amount": 76, "unit": "days"}}}}}}]}}],
            "pages": [{{"id": "home", "title": "Home", "offering": "w", "forbid": ["W over"]}},
                {{"id": "b", "title": "B", "offering": "w", "module": "b", "forbid": [{forbid}]}},
                {{"id": "bye", "title": "Goodbye", "offering": "w", "module": "end"}}]}}"#
        );
        Site::from_json(text.as_bytes()).unwrap()
    }

    /// Ten days, then a last module of seven.
    const SITE_OF_A_SHORT_END: &str = r#"{"format": 1, "name": "Harbour", "timezone": "UTC",
        "offerings": [{"id": "w", "name": "W", "modules": [{"id": "a", "name": "A"},
            {"id": "end", "name": "End", "accessTag": "W over",
             "release": {"kind": "timer", "offset": {"amount": 10, "unit": "days"}},
             "expiry": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]}],
        "pages": [{"id": "home", "title": "Home", "offering": "w", "forbid": ["W over"]}]}"#;

    fn codes(site: &Site) -> Vec<String> {
        site.issues().iter().map(|issue| format!("{} {}", issue.code, issue.location)).collect()
    }

    #[test]
    fn a_last_module_that_every_page_forbids_is_an_expiry() {
        let site = site(r#""W over""#, "");
        let id = OfferingId::new("w").unwrap();
        assert_eq!(site.wrap_up(&id).map(|module| module.id.as_str()), Some("end"));
        assert_eq!(codes(&site), ["wrap-up-module offerings[0].modules[3]"]);
        let enrollment = Enrollment::new(id.clone(), "2024-01-01T00:00:00Z".parse().unwrap());
        let lines = |now: &str| -> Vec<(ReleaseState, Option<String>)> {
            let schedule = site.release_schedule(&id, &enrollment, now.parse().unwrap()).unwrap();
            let line = |release: crate::Release| (release.state, release.closes_at.map(|at| at.to_string()));
            schedule.into_iter().map(line).collect()
        };
        // 7 + 7 + 76 days after the first of January of a leap year.
        let (open, end) = (ReleaseState::Open, Some("2024-03-31T00:00:00Z".to_owned()));
        let last = (ReleaseState::Scheduled, None);
        assert_eq!(
            lines("2024-03-30T00:00:00Z"),
            [(open, end.clone()), (open, end.clone()), (open, end.clone()), last]
        );
        let closed = (ReleaseState::Closed, end);
        assert_eq!(lines("2024-03-31T00:00:00Z"), [closed.clone(), closed.clone(), closed, (open, None)]);
    }

    #[test]
    fn one_that_closes_again_has_ended_the_others() {
        let site = Site::from_json(SITE_OF_A_SHORT_END.as_bytes()).unwrap();
        use ReleaseState::{Closed, Open, Scheduled};
        let id = OfferingId::new("w").unwrap();
        assert_eq!(site.wrap_up(&id).map(|module| module.id.as_str()), Some("end"));
        let enrollment = Enrollment::new(id.clone(), "2024-01-01T00:00:00Z".parse().unwrap());
        let states = |now: &str| -> Vec<ReleaseState> {
            let schedule = site.release_schedule(&id, &enrollment, now.parse().unwrap()).unwrap();
            schedule.into_iter().map(|release| release.state).collect()
        };
        assert_eq!(states("2024-01-10T23:59:59Z"), [Open, Scheduled]);
        assert_eq!(states("2024-01-11T00:00:00Z"), [Closed, Open]);
        assert_eq!(states("2024-01-18T00:00:00Z"), [Closed, Closed]);
    }

    #[test]
    fn a_page_that_stays_open_makes_it_a_module_like_another() {
        let site = site(r#""W off""#, "");
        assert_eq!(site.wrap_up(&OfferingId::new("w").unwrap()), None);
        assert!(!codes(&site).iter().any(|code| code.starts_with("wrap-up-module")));
    }

    #[test]
    fn an_expiry_besides_is_reported() {
        let expiry = r#", "expiry": {"kind": "timer", "offset": {"amount": 90, "unit": "days"}}"#;
        let found = codes(&site(r#""W over""#, expiry));
        assert_eq!(found, ["wrap-up-module offerings[0].modules[3]", "expiry-twice offerings[0].expiry"]);
    }
}
