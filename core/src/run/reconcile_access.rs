//! Whether people may see on the target what they could see before the move: from the source's people and what the target really holds
//! afterwards. Does not know the plan, nor how it was carried out.

use std::collections::BTreeSet;

use crate::access::{
    AccessChange, AccessComparer, AccessComparison, ComparedMember, ComparisonOptions, Member,
    MemberEnrollment,
};
use crate::membership::{MembershipError, OfferingTags, Roster};
use crate::offering::{MemberFacts, ScheduleOptions};
use crate::plan::{Snapshot, TargetUser};
use crate::site::Site;
use crate::{Email, Instant};

/// What the move made of everybody's access within a span of time: each contact as the site before has them, and as the user of the target that
/// they have become. Whoever has no user there is a visitor. Changes are given out as they are found, by contact, then by page; a
/// change's member is the contact's place.
///
/// `at` is the instant of the snapshot: from there on the clock of the site opens what is to come.
///
/// ```
/// use memberferry::{
///     ComparisonOptions, Horizon, MembershipOptions, ReadOptions, Roster, Site, Snapshot, Stage, read_contacts, reconcile_access,
/// };
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [
///     {"id": "gold", "title": "Gold", "rule": {"kind": "has-any", "tags": ["Gold"]}}]}"#)?;
/// let contacts = read_contacts(b"Email,Tags\nada@example.com,Gold\neve@example.com,Gold\n", &ReadOptions::default())?.contacts;
/// let now = "2024-05-01T00:00:00Z".parse()?;
/// let horizon = Horizon::new(now, "2024-08-01T00:00:00Z".parse()?)?;
/// let was = MembershipOptions { stage: Stage::Before, ..MembershipOptions::new(now) };
/// let was = Roster::new(&site, &contacts, was);
/// // The target lacks a user.
/// let after = Snapshot::from_json_lines(br#"{"id": "7", "email": "ada@example.com", "tags": ["Gold"]}"#)?;
/// let mut lost = Vec::new();
/// let options = ComparisonOptions::new(horizon);
/// let comparison = reconcile_access(&was, &site, &after, now, options, |change| lost.push(change.member))?;
/// assert_eq!((comparison.counts.unchanged, comparison.counts.lost, lost), (1, 1, vec![1]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MembershipError`] at the first contact or user for whom a release rule leads out of the calendar.
pub fn reconcile_access(
    before: &Roster<'_>,
    site: &Site,
    after: &Snapshot,
    at: Instant,
    options: ComparisonOptions,
    mut each: impl FnMut(AccessChange<'_>),
) -> Result<AccessComparison, MembershipError> {
    let member = |row: usize| -> Result<Option<ComparedMember>, MembershipError> {
        let (Some(contact), Some(was)) = (before.contacts().get(row), before.member(row)?) else {
            return Ok(None);
        };
        let user = Email::new(contact.email()).ok().and_then(|email| after.find(&email));
        let is = user.map_or_else(|| Ok(Member::default()), |user| user_as_member(site, &user, at))?;
        Ok(Some(ComparedMember { before: was, after: Some(is) }))
    };
    let mut failed = None;
    let members = (0..).map_while(|row| {
        member(row).unwrap_or_else(|error| {
            failed = Some(error);
            None
        })
    });
    let comparer = AccessComparer::new(before.site(), site, options);
    let mut changes = comparer.changes(members);
    changes.by_ref().for_each(&mut each);
    let comparison = changes.finish();
    failed.map_or(Ok(comparison), Err)
}

/// Who a user of the target is to a site's rules, at an instant: what a host decides by when they ask for a page. A module's tag that goes with
/// the module is not held by itself.
///
/// A timer may count from what the user completed, in any offering: the enrollments say so. When they bought an offering no user of a target
/// says: a module whose timer counts from a purchase stays shut here unless it is released, and a host that knows of purchases asks
/// [`Site::release_schedule_with`] instead.
///
/// ```
/// use memberferry::{PageId, Site, TargetUser, user_as_member};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "offerings": [{"id": "gold", "name": "Gold", "modules": [{"id": "a", "name": "A"}]}],
///     "pages": [{"id": "a", "title": "A", "offering": "gold", "module": "a"}]}"#)?;
/// let user: TargetUser = serde_json::from_str(
///     r#"{"id": "7", "email": "ada@example.com", "enrollments": {"gold": {"enrolledAt": "2024-05-01T00:00:00Z"}}}"#,
/// )?;
/// let now = "2024-06-01T00:00:00Z".parse()?;
/// let ada = user_as_member(&site, &user, now)?;
/// assert!(site.decide(&ada, &PageId::new("a")?, now)?.allowed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MembershipError`] where a release rule leads out of the calendar.
pub fn user_as_member(site: &Site, user: &TargetUser, at: Instant) -> Result<Member, MembershipError> {
    let timezone = user.time_zone.as_deref().and_then(|zone| zone.parse().ok());
    let mut facts = MemberFacts { registered_at: user.created_at, timezone, ..MemberFacts::default() };
    facts.take_completions(user.completed(), |offering| site.offering(offering));
    let mut member = Member {
        logged_in: true,
        roles: user.roles.clone(),
        tags: user.tags.clone(),
        enrollments: Vec::new(),
        registered_at: user.created_at,
        timezone,
    };
    let mut ending = BTreeSet::new();
    for (id, enrollment) in &user.enrollments {
        let Some(offering) = site.offering(id) else { continue };
        let enrollment = enrollment.to_enrollment(id);
        if enrollment.is_revoked(at) {
            continue;
        }
        let options = ScheduleOptions { facts: &facts, ..site.schedule_options(at) };
        let schedule = site
            .schedule(offering, &enrollment, &options)
            .map_err(|cause| MembershipError { offering: id.clone(), cause })?;
        let modules =
            OfferingTags::ending(&schedule.releases).filter_map(|place| offering.modules.get(place));
        ending.extend(modules.filter_map(|module| module.access_tag.as_ref()));
        member.enrollments.push(MemberEnrollment::of_schedule(&enrollment, schedule));
    }
    member.tags.retain(|tag| !ending.contains(tag));
    Ok(member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timer_counts_from_what_the_user_completed_of_another_offering() {
        let from = |what: &str| {
            format!(
                r#"{{"kind": "timer", "anchor": {{"kind": "completion", "offering": "gold"{what}}}, "offset": {{"amount": 7, "unit": "days"}}}}"#
            )
        };
        let (of_module, of_all) = (from(r#", "module": "g""#), from(""));
        let site = format!(
            r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
                {{"id": "gold", "name": "Gold", "modules": [{{"id": "g", "name": "G"}}, {{"id": "h", "name": "H"}}]}},
                {{"id": "w", "name": "W", "modules": [{{"id": "base", "name": "Base"}},
                    {{"id": "a", "name": "A", "release": {of_module}}}, {{"id": "b", "name": "B", "release": {of_all}}}]}}]}}"#
        );
        let site = Site::from_json(site.as_bytes()).unwrap();
        let released = |completed: &str| {
            let user = format!(
                r#"{{"id": "7", "email": "ada@example.com", "enrollments": {{
                    "gold": {{"enrolledAt": "2024-05-01T00:00:00Z", "completed": {completed}}},
                    "w": {{"enrolledAt": "2024-05-01T00:00:00Z"}}}}}}"#
            );
            let user: TargetUser = serde_json::from_str(&user).unwrap();
            let ada = user_as_member(&site, &user, "2024-05-12T00:00:00Z".parse().unwrap()).unwrap();
            let of_w = ada.enrollments.iter().find(|one| one.offering.as_str() == "w").unwrap();
            of_w.released.iter().map(|module| module.as_str().to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(released("{}"), "base");
        assert_eq!(released(r#"{"g": "2024-05-05T00:00:00Z"}"#), "a base");
        assert_eq!(released(r#"{"g": "2024-05-04T00:00:00Z", "h": "2024-05-05T00:00:00Z"}"#), "a b base");
        assert_eq!(released(r#"{"g": "2024-05-04T00:00:00Z", "h": "2024-05-06T00:00:00Z"}"#), "a base");
    }
}
