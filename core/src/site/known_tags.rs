//! Which of a site's tags another system's tag is nearly: in other capitals, with or without a category, parted or not parted at a sign
//! that parts tags. Does not know who holds a tag, nor what it opens.

use std::collections::{BTreeMap, BTreeSet};

use super::{Site, TagMapEntry};
use crate::TagName;
use crate::text::fold;

/// What sources part tags by.
const PARTING: [char; 3] = [',', ';', '|'];

/// How a tag differs from the site's that it nearly is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nearness {
    /// By upper and lower case.
    Capitals,
    /// One of the two is written `Category: Name`, the other is the name.
    Category,
    /// It is a piece of the site's, which was parted.
    Piece,
    /// The site's is a piece of it: it was not parted.
    Whole,
}

/// The tags that a site goes by, to find one that was written in another way.
pub(crate) struct KnownTags<'a> {
    by_fold: BTreeMap<String, &'a TagName>,
    /// By the name without its category; absent where several tags have the name.
    by_name: BTreeMap<String, Option<&'a TagName>>,
    /// The pieces that a list may have parted names into, each with the whole.
    pieces: BTreeMap<String, &'a TagName>,
}

impl<'a> KnownTags<'a> {
    pub fn new(site: &BTreeSet<&'a TagName>) -> Self {
        let by_fold = site.iter().map(|tag| (fold(tag.as_str()), *tag)).collect();
        let mut by_name = BTreeMap::new();
        for (tag, (_, name)) in site.iter().filter_map(|tag| Some((*tag, tag.category()?))) {
            by_name.entry(fold(name)).and_modify(|known| *known = None).or_insert(Some(tag));
        }
        let mut pieces = BTreeMap::new();
        for tag in site.iter().filter(|tag| tag.as_str().contains(PARTING)) {
            pieces.extend(parts(tag).map(|part| (fold(part), *tag)));
        }
        KnownTags { by_fold, by_name, pieces }
    }

    /// The site's tag that another nearly is, and how they differ.
    pub fn nearest(&self, tag: &TagName) -> Option<(&'a TagName, Nearness)> {
        let folded = fold(tag.as_str());
        let of_name = |name: &str| self.by_fold.get(&fold(name)).copied();
        let category = || match tag.category() {
            Some((_, name)) => of_name(name),
            None => self.by_name.get(&folded).copied().flatten(),
        };
        let whole = || {
            let mut within = tag.as_str().contains(PARTING).then(|| parts(tag)).into_iter().flatten();
            within.find_map(of_name)
        };
        let with = |nearness| move |tag| (tag, nearness);
        let found = self.by_fold.get(&folded).copied().map(with(Nearness::Capitals));
        let found = found.or_else(|| category().map(with(Nearness::Category)));
        let found = found.or_else(|| self.pieces.get(&folded).copied().map(with(Nearness::Piece)));
        found.or_else(|| whole().map(with(Nearness::Whole)))
    }
}

fn parts(tag: &TagName) -> impl Iterator<Item = &str> {
    tag.as_str().split(PARTING).map(str::trim).filter(|part| !part.is_empty())
}

impl Site {
    /// Entries for the tag map, for source tags that are the site's but for upper and lower case or for a category before the name
    /// (`Membership: Gold`, as Keap writes it); in the order of the site's tags. Tags that the site knows by name, or that its tag map
    /// speaks of already, need no entry; any other is left as it is, and created where people hold it.
    ///
    /// It is a proposal: whoever holds the source's tag gets what the site's opens, so a person has to look at it.
    ///
    /// ```
    /// use memberferry::{Site, TagMapEntry, TagName};
    /// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
    ///     {"id": "gold", "name": "Gold", "accessTag": "Gold"}]}"#)?;
    /// let held = [TagName::new("Membership: Gold")?, TagName::new("Newsletter")?];
    /// let entries = site.propose_tag_map(&held);
    /// assert_eq!(entries, [TagMapEntry::Rename { from: held[0].clone(), to: TagName::new("Gold")? }]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn propose_tag_map<'a>(&self, held: impl IntoIterator<Item = &'a TagName>) -> Vec<TagMapEntry> {
        let named: BTreeSet<&TagName> =
            self.tag_references().into_iter().map(|reference| reference.tag).collect();
        let mapped: BTreeSet<&TagName> = self.tag_map().iter().flat_map(TagMapEntry::from).collect();
        let held: BTreeSet<&TagName> = held.into_iter().collect();
        let known = KnownTags::new(&named);
        let mut becoming: BTreeMap<&TagName, Vec<TagName>> = BTreeMap::new();
        for tag in held.iter().filter(|tag| !named.contains(*tag) && !mapped.contains(*tag)) {
            if let Some((to, Nearness::Capitals | Nearness::Category)) = known.nearest(tag) {
                becoming.entry(to).or_default().push((*tag).clone());
            }
        }
        let entry = |(to, mut from): (&TagName, Vec<TagName>)| {
            let to = to.clone();
            match (from.len(), from.pop()) {
                (1, Some(from)) => TagMapEntry::Rename { from, to },
                (_, last) => {
                    from.extend(last);
                    TagMapEntry::Merge { from, to }
                }
            }
        };
        becoming.into_iter().map(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(held: &[&str]) -> Vec<String> {
        let site = Site::from_json(
            br#"{"format": 1, "name": "S", "timezone": "UTC", "tags": ["Gold", "Level: Silver", "A: Same", "B: Same",
            "Workshop, evening"], "tagMap": [{"kind": "drop", "from": "old gold", "reason": "unused"}],
            "pages": [{"id": "p", "title": "P", "rule": {"kind": "has-any", "tags": ["Asked"]}}]}"#,
        )
        .unwrap();
        let held: Vec<TagName> = held.iter().map(|tag| TagName::new(tag).unwrap()).collect();
        let entry = |entry: &TagMapEntry| {
            let from: Vec<&str> = entry.from().iter().map(TagName::as_str).collect();
            match entry {
                TagMapEntry::Rename { to, .. } => format!("{} > {to}", from.join(" + ")),
                TagMapEntry::Merge { to, .. } => format!("{} => {to}", from.join(" + ")),
                other => format!("{other:?}"),
            }
        };
        site.propose_tag_map(&held).iter().map(entry).collect()
    }

    #[test]
    fn capitals_and_categories_are_bridged_and_the_rest_is_left() {
        assert_eq!(proposed(&["Membership: Gold", "Newsletter", "old gold"]), ["Membership: Gold > Gold"]);
        assert_eq!(proposed(&["silver", "LEVEL: silver"]), ["LEVEL: silver + silver => Level: Silver"]);
        assert_eq!(proposed(&["asked"]), ["asked > Asked"]);
        // Two tags of the site have the name, and a piece of a name is a mistake of reading.
        assert!(proposed(&["Same", "Workshop", "Gold"]).is_empty());
    }
}
