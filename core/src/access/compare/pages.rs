//! Which page of the site after is which of the site before. Does not know who may see them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::PageId;
use crate::site::{Page, Site};

/// How the pages of two sites are put together. A page that finds none is compared as closed on the other side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PageMatching {
    /// Those with the same id.
    #[default]
    ById,
    /// Those with the same URL, as written, the first of each; then, of the rest, those with the same id.
    ByUrl,
}

/// A page of either site or of both.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ComparedPage {
    /// Its id on the site before; absent where that has no such page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<PageId>,
    /// Its id on the site after; absent where that has no such page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<PageId>,
}

impl ComparedPage {
    /// Whether either site calls it so.
    pub fn is_called(&self, id: &PageId) -> bool {
        self.before.as_ref() == Some(id) || self.after.as_ref() == Some(id)
    }

    /// Its id on the site after or, where that has no such page, on the site before.
    pub fn id(&self) -> Option<&PageId> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// A page of either site or of both, by its place in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PagePlaces {
    pub before: Option<usize>,
    pub after: Option<usize>,
}

/// The pages of two sites: those of the site before in its order, then those that only the site after has, in its order.
pub fn matched(before: &Site, after: &Site, matching: PageMatching) -> Vec<PagePlaces> {
    let mut free: BTreeSet<usize> = crate::order::set(0..after.pages().len());
    let mut found: Vec<Option<usize>> = vec![None; before.pages().len()];
    if matching == PageMatching::ByUrl {
        pair(before, after, &mut free, &mut found, |page| page.url.as_deref());
    }
    pair(before, after, &mut free, &mut found, |page| Some(page.id.as_str()));
    let of_before = found.into_iter().enumerate();
    let of_before = of_before.map(|(index, after)| PagePlaces { before: Some(index), after });
    of_before.chain(free.into_iter().map(|index| PagePlaces { before: None, after: Some(index) })).collect()
}

/// Puts pages together that have the same of something, among those that are still alone.
fn pair<'a>(
    before: &'a Site,
    after: &'a Site,
    free: &mut BTreeSet<usize>,
    found: &mut [Option<usize>],
    key: impl Fn(&'a Page) -> Option<&'a str>,
) {
    let mut by_key = BTreeMap::new();
    for (index, page) in after.pages().iter().enumerate().filter(|(index, _)| free.contains(index)) {
        if let Some(key) = key(page) {
            by_key.entry(key).or_insert(index);
        }
    }
    for (page, found) in before.pages().iter().zip(found).filter(|(_, found)| found.is_none()) {
        if let Some(index) = key(page).and_then(|key| by_key.remove(key)) {
            free.remove(&index);
            *found = Some(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(pages: &str) -> Site {
        let document = format!(r#"{{"format":1,"name":"S","timezone":"UTC","pages":[{pages}]}}"#);
        Site::from_json(document.as_bytes()).unwrap()
    }

    fn places(before: &str, after: &str, matching: PageMatching) -> Vec<(Option<usize>, Option<usize>)> {
        let places = matched(&site(before), &site(after), matching);
        places.into_iter().map(|places| (places.before, places.after)).collect()
    }

    const BEFORE: &str =
        r#"{"id":"a","title":"A","url":"/one"},{"id":"b","title":"B","url":"/two"},{"id":"c","title":"C"}"#;
    const AFTER: &str =
        r#"{"id":"x","title":"X"},{"id":"b","title":"B","url":"/one"},{"id":"c","title":"C"}"#;

    #[test]
    fn pages_are_the_same_by_their_id() {
        assert_eq!(
            places(BEFORE, AFTER, PageMatching::ById),
            [(Some(0), None), (Some(1), Some(1)), (Some(2), Some(2)), (None, Some(0))]
        );
    }

    #[test]
    fn pages_are_the_same_by_their_url_and_else_by_their_id() {
        assert_eq!(
            places(BEFORE, AFTER, PageMatching::ByUrl),
            [(Some(0), Some(1)), (Some(1), None), (Some(2), Some(2)), (None, Some(0))]
        );
    }
}
