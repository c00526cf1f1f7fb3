//! The same contacts compared as members of two sites. Does not know how a contact becomes a member.

use super::change::AccessChange;
use super::comparer::{AccessComparer, ComparedMember, ComparisonOptions};
use super::comparison::AccessComparison;
use crate::membership::{MembershipError, Roster};

/// What two sites make of the same contacts' access within a span of time: each is a member of the site before as one roster has
/// it, and of the site after as the other does. Changes are given out as they are found, by contact, then by page; a change's
/// member is the contact's place.
///
/// ```
/// use memberferry::{
///     ComparisonOptions, Horizon, MembershipOptions, ReadOptions, Roster, Site, Stage, compare_contacts, read_contacts,
/// };
/// let site = |tag: &str| Site::from_json(format!(r#"{{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "tagMap": [{{"kind": "rename", "from": "GOLD", "to": "Gold"}}],
///     "pages": [{{"id": "gold", "title": "Gold", "rule": {{"kind": "has-any", "tags": ["{tag}"]}}}}]}}"#).as_bytes());
/// let (before, after) = (site("GOLD")?, site("Gold")?);
/// let contacts = read_contacts(b"Email,Tags\nada@example.com,GOLD\n", &ReadOptions::default())?.contacts;
/// let now = "2024-05-01T00:00:00Z".parse()?;
/// let horizon = Horizon::new(now, "2024-08-01T00:00:00Z".parse()?)?;
/// let was = MembershipOptions { stage: Stage::Before, ..MembershipOptions::new(now) };
/// let was = Roster::new(&before, &contacts, was);
/// let is = Roster::new(&after, &contacts, MembershipOptions::new(now));
/// let comparison = compare_contacts(&was, &is, ComparisonOptions::new(horizon), |change| {
///     println!("{}: {} is {}", contacts.get(0).unwrap().email(), change.page.id().unwrap(), change.verdict.name());
/// })?;
/// assert_eq!((comparison.counts.unchanged, comparison.is_ready()), (1, true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MembershipError`] at the first contact for whom a release rule leads out of the calendar.
pub fn compare_contacts(
    before: &Roster<'_>,
    after: &Roster<'_>,
    options: ComparisonOptions,
    mut each: impl FnMut(AccessChange<'_>),
) -> Result<AccessComparison, MembershipError> {
    let member = |row: usize| -> Result<Option<ComparedMember>, MembershipError> {
        let (Some(before), after) = (before.member(row)?, after.member(row)?) else { return Ok(None) };
        Ok(Some(ComparedMember { before, after }))
    };
    let mut failed = None;
    let members = (0..).map_while(|row| {
        member(row).unwrap_or_else(|error| {
            failed = Some(error);
            None
        })
    });
    let comparer = AccessComparer::new(before.site(), after.site(), options);
    let mut changes = comparer.changes(members);
    changes.by_ref().for_each(&mut each);
    let comparison = changes.finish();
    failed.map_or(Ok(comparison), Err)
}
