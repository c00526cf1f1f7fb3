//! Tags of the list that are nearly ones that the site goes by: in other capitals, or parted or not parted where the site's name has a
//! sign that parts tags. Whoever holds one has not what they should. Does not know what a tag opens, nor who holds it.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::fold;
use crate::{Code, Excerpt, Issue, TagName};

/// What sources part tags by.
const PARTING: [char; 3] = [',', ';', '|'];

/// An issue for each tag of the list that is not the site's and nearly is, in the order of their names. `held` are the tags that people
/// hold, ascending, each with how many do; `site` are those that the site names.
pub fn near_tags<'a>(
    held: impl Iterator<Item = (&'a TagName, u64)>,
    site: &BTreeSet<&TagName>,
) -> Vec<Issue> {
    let by_fold: BTreeMap<String, &TagName> = site.iter().map(|tag| (fold(tag.as_str()), *tag)).collect();
    // The pieces of the names that a list may have been parted into, each with the whole.
    let mut pieces: BTreeMap<String, &TagName> = BTreeMap::new();
    for tag in site.iter().filter(|tag| tag.as_str().contains(PARTING)) {
        pieces.extend(parts(tag).map(|part| (fold(part), *tag)));
    }
    let near = |tag: &TagName| {
        let folded = fold(tag.as_str());
        if let Some(meant) = by_fold.get(&folded) {
            return Some((*meant, "in other capitals"));
        }
        if let Some(whole) = pieces.get(&folded) {
            return Some((*whole, "in one piece"));
        }
        let mut within = tag.as_str().contains(PARTING).then(|| parts(tag)).into_iter().flatten();
        within.find_map(|part| by_fold.get(&fold(part))).map(|part| (*part, "by itself"))
    };
    held.filter(|(tag, _)| !site.contains(*tag))
        .filter_map(|(tag, count)| near(tag).map(|(meant, how)| issue(tag, count, meant, how)))
        .collect()
}

fn parts(tag: &TagName) -> impl Iterator<Item = &str> {
    tag.as_str().split(PARTING).map(str::trim).filter(|part| !part.is_empty())
}

fn issue(tag: &TagName, count: u64, meant: &TagName, how: &str) -> Issue {
    let people = if count == 1 { "1 contact holds".to_owned() } else { format!("{count} contacts hold") };
    let message = format!("{people} it, and the site knows `{}` {how}", Excerpt::new(meant.as_str()));
    Issue::new(Code::TagNearlyKnown).with_message(message).with_value(tag.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(held: &[&str], site: &[&str]) -> Vec<(String, String)> {
        let name = |text: &&str| TagName::new(text).unwrap();
        let held: BTreeSet<_> = held.iter().map(name).collect();
        let site: BTreeSet<_> = site.iter().map(name).collect();
        near_tags(held.iter().map(|tag| (tag, 2)), &site.iter().collect())
            .into_iter()
            .map(|issue| {
                (issue.value.map(|tag| tag.to_string()).unwrap_or_default(), issue.message.into_owned())
            })
            .collect()
    }

    #[test]
    fn a_tag_in_other_capitals_is_near() {
        let [(tag, message)] = &found(&["Gold", "gold", "Silver"], &["Gold"])[..] else { panic!() };
        assert_eq!(tag, "gold");
        assert_eq!(message, "2 contacts hold it, and the site knows `Gold` in other capitals");
    }

    #[test]
    fn a_tag_that_was_parted_is_near_by_each_of_its_pieces() {
        let near = found(&["Workshop", "evening", "morning"], &["Workshop, evening"]);
        assert_eq!(near.iter().map(|(tag, _)| tag.as_str()).collect::<Vec<_>>(), ["Workshop", "evening"]);
        assert!(near.iter().all(|(_, message)| message.ends_with("knows `Workshop, evening` in one piece")));
    }

    #[test]
    fn a_tag_that_was_not_parted_is_near() {
        let [(tag, message)] = &found(&["Gold|Silver"], &["Gold"])[..] else { panic!() };
        assert_eq!(tag, "Gold|Silver");
        assert!(message.ends_with("knows `Gold` by itself"));
    }

    #[test]
    fn a_tag_that_the_site_names_is_what_it_is() {
        assert!(
            found(
                &["Workshop, evening", "Gold", "Workshop", "x"],
                &["Workshop, evening", "Workshop", "Gold"]
            )
            .is_empty()
        );
        assert!(found(&["Golden"], &["Gold"]).is_empty());
    }
}
