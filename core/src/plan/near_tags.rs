//! Tags of the list that are nearly ones that the site goes by. Whoever holds one has not what they should. Does not know what a tag opens, nor who holds it.

use std::collections::BTreeSet;

use crate::site::{KnownTags, Nearness};
use crate::{Code, Excerpt, Issue, TagName};

/// An issue for each tag of the list that is not the site's and nearly is, in the order of their names. `held` are the tags that people
/// hold, ascending, each with how many do; `site` are those that the site names.
pub fn near_tags<'a>(
    held: impl Iterator<Item = (&'a TagName, u64)>,
    site: &BTreeSet<&TagName>,
) -> Vec<Issue> {
    let known = KnownTags::new(site);
    held.filter(|(tag, _)| !site.contains(*tag))
        .filter_map(|(tag, count)| known.nearest(tag).map(|(meant, how)| issue(tag, count, meant, how)))
        .collect()
}

fn issue(tag: &TagName, count: u64, meant: &TagName, how: Nearness) -> Issue {
    let how = match how {
        Nearness::Capitals => "in other capitals",
        Nearness::Category if tag.category().is_some() => "without the category",
        Nearness::Category => "within a category",
        Nearness::Piece => "in one piece",
        Nearness::Whole => "by itself",
    };
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
    fn a_tag_with_a_category_is_near_to_its_name_and_the_other_way_round() {
        let [(tag, message)] = &found(&["Membership: Gold"], &["Gold"])[..] else { panic!() };
        assert_eq!(tag, "Membership: Gold");
        assert_eq!(message, "2 contacts hold it, and the site knows `Gold` without the category");
        let [(_, message)] = &found(&["Gold"], &["Membership: Gold"])[..] else { panic!() };
        assert_eq!(message, "2 contacts hold it, and the site knows `Membership: Gold` within a category");
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
