//! When contacts were given their tags, by what related records say. Does not know how related records are read.

use super::super::parse_date::{DateOptions, parse_date};
use super::related::RelatedRecords;
use crate::contact::{Contacts, TagDates};
use crate::issue::{Code, Issue, Location};
use crate::tag::TagName;

/// The dates, found for each contact by its ids; and that some cannot be read, where that is so.
pub(super) fn tag_dates(
    contacts: &Contacts,
    related: &RelatedRecords,
    options: &DateOptions,
) -> (TagDates, Option<Issue>) {
    let mut unread = 0_u64;
    let mut dates = Vec::new();
    for contact in contacts.iter() {
        let ids = contact.external_id().into_iter().chain(contact.external_id_aliases());
        for tag in ids.filter_map(|id| related.of_contacts().get(id)).flat_map(|of_contact| &of_contact.tags)
        {
            let Some(given) = tag.given.as_deref() else { continue };
            let name = related.tag_name(&tag.id).unwrap_or(&tag.id);
            let name = TagName::new(name).ok();
            let Some(known) = name.and_then(|name| contacts.tag_book().find(name.as_str())) else { continue };
            match parse_date(given, options).instant {
                Some(at) => dates.push((contact.index(), known, at)),
                None => unread += 1,
            }
        }
    }
    let issue = (unread > 0).then(|| {
        let message = format!("{unread} of the dates on which tags were given cannot be read");
        let place = Location::default().with_field("contactTags[].cdate");
        Issue::new(Code::DateInvalid).with_message(message).at(place)
    });
    (dates.into_iter().collect(), issue)
}

#[cfg(test)]
mod tests {
    use super::super::{RelatedRecords, read_records};
    use crate::ReadOptions;

    #[test]
    fn tags_of_activecampaign_have_the_date_on_which_they_were_given() {
        let related = br#"{"contactTags": [
            {"contact": "7", "tag": "1", "cdate": "2024-05-01T09:00:00-05:00"}, {"contact": "7", "tag": "2", "cdate": "soon"},
            {"contact": "7", "tag": "3"}, {"contact": "8", "tag": "1", "cdate": "2024-06-01 09:00:00"}],
            "tags": [{"id": "1", "tag": "Gold"}, {"id": "2", "tag": "Silver"}, {"id": "3", "tag": "Bronze"}]}"#;
        let people = br#"{"contacts": [{"id": "7", "email": "ada@example.com", "cdate": "2024-01-01T00:00:00-05:00", "udate": "2024-01-01T00:00:00-05:00"},
            {"id": "8", "email": "grace@example.com", "cdate": "2024-01-01T00:00:00-05:00", "udate": "2024-01-01T00:00:00-05:00"}]}"#;
        let options = ReadOptions { zone: "Europe/Amsterdam".parse().ok(), ..ReadOptions::default() };
        let intake = read_records(people, &options, RelatedRecords::from_json(related).unwrap()).unwrap();
        let date = |row: usize, tag: &str| {
            let tag = intake.contacts.tag_book().find(tag).unwrap();
            intake.tag_dates.get(row, tag).map(|at| at.to_string())
        };
        assert_eq!(date(0, "Gold").as_deref(), Some("2024-05-01T14:00:00Z"));
        assert_eq!((date(0, "Silver"), date(0, "Bronze")), (None, None));
        // Without an offset it is read in the zone of the source, or else the caller's.
        assert_eq!(date(1, "Gold").as_deref(), Some("2024-06-01T07:00:00Z"));
        let messages: Vec<_> = intake.issues.iter().map(|issue| issue.message.into_owned()).collect();
        assert!(
            messages.contains(&"1 of the dates on which tags were given cannot be read".to_owned()),
            "{messages:?}"
        );
    }
}
