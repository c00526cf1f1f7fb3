//! Two sites made ready for comparison: which pages belong together, which are guarded alike on both sides, and the instants at
//! which the clock of their rules can change anything. Does not know members.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::accepted::AcceptedLoss;
use super::change::{AccessChange, AccessSide};
use super::changes::AccessChanges;
use super::comparison::AccessComparison;
use super::pages::{ComparedPage, PageMatching, PagePlaces, matched};
use crate::access::{CompiledAccess, Member, ReleaseId};
use crate::site::{Page, Site};
use crate::{Horizon, Instant, PageId};

/// What is compared, and what of it is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonOptions {
    /// The span of time.
    pub horizon: Horizon,
    /// How pages are put together; by their id, by default.
    pub matching: PageMatching,
    /// The losses that the owner accepts; none, by default.
    pub accepted: Vec<AcceptedLoss>,
}

impl ComparisonOptions {
    /// The defaults, for a span of time.
    pub fn new(horizon: Horizon) -> Self {
        ComparisonOptions { horizon, matching: PageMatching::default(), accepted: Vec::new() }
    }
}

/// One person, as each of the two sites knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `before`")]
pub struct ComparedMember {
    /// What the site before knows of them.
    pub before: Member,
    /// What the site after does; the same, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Member>,
}

impl ComparedMember {
    /// What the site after knows of them.
    pub fn after(&self) -> &Member {
        self.after.as_ref().unwrap_or(&self.before)
    }
}

impl From<Member> for ComparedMember {
    fn from(before: Member) -> Self {
        ComparedMember { before, after: None }
    }
}

/// Two sites made ready to compare who may see what on each: once for any number of people.
///
/// It is exact over time: everybody is asked about at the first instant of the span, and at each at which a window of a rule begins
/// or ends, or a module opens or closes to them; between two of those nothing changes. Pages that let in the very same people on
/// both sides are asked for once, and people for whom no module moves within the span 64 at once.
///
/// ```
/// use memberferry::{AccessComparer, ComparisonOptions, Horizon, Member, Site, Verdict};
/// let site = |rule: &str| Site::from_json(format!(r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [
///     {{"id": "sale", "title": "Sale", "rule": {rule}}}]}}"#).as_bytes());
/// let before = site(r#"{"kind": "during", "from": "2024-05-10T00:00:00Z"}"#)?;
/// let after = site(r#"{"kind": "during", "from": "2024-05-20T00:00:00Z"}"#)?;
/// let horizon = Horizon::new("2024-05-01T00:00:00Z".parse()?, "2024-06-01T00:00:00Z".parse()?)?;
/// let comparer = AccessComparer::new(&before, &after, ComparisonOptions::new(horizon));
/// let mut changes = comparer.changes([Member::default().into()]);
/// let change = changes.next().unwrap();
/// assert_eq!((change.verdict, change.at), (Verdict::Later, "2024-05-10T00:00:00Z".parse()?));
/// assert_eq!(change.after.opens_at, Some("2024-05-20T00:00:00Z".parse()?));
/// let comparison = changes.finish();
/// assert!(comparison.is_ready() && comparison.counts.later == 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct AccessComparer<'a> {
    pub(super) before: Side<'a>,
    pub(super) after: Side<'a>,
    pub(super) options: ComparisonOptions,
    pages: Vec<ComparedPage>,
    places: Vec<PagePlaces>,
    pub(super) classes: Vec<Class>,
    pub(super) steps: Vec<Step>,
}

/// One of the two sites.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    pub site: &'a Site,
    pub access: CompiledAccess,
    /// By module, the classes whose pages ask for it.
    pub asking: BTreeMap<ReleaseId, Vec<usize>>,
}

/// Pages that let in the very same people, on both sides.
#[derive(Clone, Debug)]
pub struct Class {
    /// One of them on either side; absent where the site does not have them.
    pub places: PagePlaces,
    /// All of them, by their place among the compared pages, ascending.
    pub pages: Vec<usize>,
}

/// An instant at which the clock can change what rules say, whoever asks.
#[derive(Clone, Debug)]
pub struct Step {
    pub at: Instant,
    /// The classes for which it can, ascending.
    pub classes: Vec<usize>,
}

impl<'a> AccessComparer<'a> {
    /// Makes two sites ready.
    pub fn new(before: &'a Site, after: &'a Site, options: ComparisonOptions) -> Self {
        let places = matched(before, after, options.matching);
        let id = |page: Option<&Page>| page.map(|page| page.id.clone());
        let page = |places: &PagePlaces| ComparedPage {
            before: id(places.before.and_then(|place| before.pages().get(place))),
            after: id(places.after.and_then(|place| after.pages().get(place))),
        };
        let pages = places.iter().map(page).collect();
        let (before, after) = ((before, before.compile()), (after, after.compile()));
        let classes = classes(&places, &before.1, &after.1);
        let steps = steps(&classes, &before.1, &after.1, options.horizon);
        AccessComparer {
            before: Side::new(before, &classes, |places| places.before),
            after: Side::new(after, &classes, |places| places.after),
            options,
            pages,
            places,
            classes,
            steps,
        }
    }

    /// The pages that are compared: those of the site before in its order, then those that only the site after has, in its order.
    pub fn pages(&self) -> &[ComparedPage] {
        &self.pages
    }

    /// Compares what people may see, as the changes are taken from the iterator: by member, then by page as in
    /// [`pages`](Self::pages). It holds some two thousand people at a time, however many there are.
    pub fn changes<Members>(&self, members: Members) -> AccessChanges<'_, Members::IntoIter>
    where
        Members: IntoIterator<Item = ComparedMember>,
    {
        AccessChanges::new(self, members.into_iter())
    }

    /// A member's change to the page at a place, with what either side says.
    pub(super) fn change(
        &self,
        row: u64,
        member: &ComparedMember,
        found: super::block::Found,
    ) -> Option<AccessChange<'_>> {
        let (page, places) = (self.pages.get(found.page)?, self.places.get(found.page)?);
        Some(AccessChange {
            member: row,
            page,
            verdict: found.verdict,
            at: found.at,
            before: self.before.says(&member.before, places.before, found.at),
            after: self.after.says(member.after(), places.after, found.at),
        })
    }
}

impl<'a> Side<'a> {
    fn new(
        (site, access): (&'a Site, CompiledAccess),
        classes: &[Class],
        place: impl Fn(&PagePlaces) -> Option<usize>,
    ) -> Self {
        let mut asking: BTreeMap<ReleaseId, Vec<usize>> = BTreeMap::new();
        for (index, class) in classes.iter().enumerate() {
            for release in place(&class.places).map(|page| access.releases_of(page)).unwrap_or_default() {
                asking.entry(*release).or_default().push(index);
            }
        }
        Side { site, access, asking }
    }

    fn says(&self, member: &Member, page: Option<usize>, at: Instant) -> AccessSide {
        let page: Option<&PageId> = page.and_then(|page| self.site.pages().get(page)).map(|page| &page.id);
        let decision = page.and_then(|page| self.site.decide(member, page, at).ok());
        decision.as_ref().map_or(AccessSide::NO_SUCH_PAGE, AccessSide::from)
    }
}

/// Puts the pages together that are alike on both sides, in the order of the first of each.
fn classes(places: &[PagePlaces], before: &CompiledAccess, after: &CompiledAccess) -> Vec<Class> {
    let (of_before, of_after) = (before.first_alike(), after.first_alike());
    let alike = |of: &[usize], place: Option<usize>| place.and_then(|place| of.get(place).copied());
    let mut known: BTreeMap<PagePlaces, usize> = BTreeMap::new();
    let mut classes: Vec<Class> = Vec::new();
    for (index, places) in places.iter().enumerate() {
        let places =
            PagePlaces { before: alike(&of_before, places.before), after: alike(&of_after, places.after) };
        let class = *known.entry(places).or_insert(classes.len());
        match classes.get_mut(class) {
            Some(class) => class.pages.push(index),
            None => classes.push(Class { places, pages: vec![index] }),
        }
    }
    classes
}

/// The first instant, at which every class is asked for, and each within the span at which the clock of a class's rules can change
/// something.
fn steps(classes: &[Class], before: &CompiledAccess, after: &CompiledAccess, horizon: Horizon) -> Vec<Step> {
    let mut by_instant: BTreeMap<Instant, BTreeSet<usize>> = BTreeMap::new();
    by_instant.insert(horizon.from(), (0..classes.len()).collect());
    for (index, class) in classes.iter().enumerate() {
        let of_before = class.places.before.map(|page| before.clock_of(page)).unwrap_or_default();
        let of_after = class.places.after.map(|page| after.clock_of(page)).unwrap_or_default();
        for at in of_before.iter().chain(of_after).filter(|at| horizon.holds_inside(**at)) {
            by_instant.entry(*at).or_default().insert(index);
        }
    }
    let step =
        |(at, classes): (Instant, BTreeSet<usize>)| Step { at, classes: classes.into_iter().collect() };
    by_instant.into_iter().map(step).collect()
}

/// What two sites make of the same people's access within a span of time, as counts by verdict, page and cause. Who is behind a count,
/// [`AccessComparer::changes`] tells one by one.
///
/// ```
/// use memberferry::{ComparisonOptions, Horizon, Member, Site, compare_access};
/// let site = |tag: &str| Site::from_json(format!(r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [
///     {{"id": "gold", "title": "Gold", "rule": {{"kind": "has-any", "tags": ["{tag}"]}}}}]}}"#).as_bytes());
/// let (before, after) = (site("Gold")?, site("Membership: Gold")?); // a tag was renamed, and the members' tags were not
/// let horizon = Horizon::new("2024-05-01T00:00:00Z".parse()?, "2024-06-01T00:00:00Z".parse()?)?;
/// let ada: Member = serde_json::from_str(r#"{"loggedIn": true, "tags": ["Gold"]}"#)?;
/// let comparison = compare_access(&before, &after, [ada.into()], ComparisonOptions::new(horizon));
/// assert_eq!(comparison.counts.lost, 1);
/// assert!(!comparison.is_ready());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare_access(
    before: &Site,
    after: &Site,
    members: impl IntoIterator<Item = ComparedMember>,
    options: ComparisonOptions,
) -> AccessComparison {
    AccessComparer::new(before, after, options).changes(members).finish()
}
