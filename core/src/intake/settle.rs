//! What only the whole of an input can decide: the order of day and month, who stands in it twice, tags that differ by case.
//! Knows neither cells nor records.

use super::date_column::{DateColumn, Decided};
use super::options::ReadOptions;
use super::row_dates::WaitingRows;
use super::steps::DateUse;
use crate::Excerpt;
use crate::contact::{AddressBook, AscendingIds, Contacts, find_id_conflicts, merge_in_place};
use crate::issue::{Code, Issue, Issues, Location};

/// Gives the rows of which a date waited for the others of its column what those decide. With each kind of date comes its column, and where
/// that stands.
pub(super) fn dates(
    columns: impl Iterator<Item = (DateUse, DateColumn, Location)>,
    mut waiting: WaitingRows,
    contacts: &mut Contacts,
    issues: &mut Issues,
) {
    for (date, column, place) in columns {
        let decided = column.decide();
        if decided == Decided::AsRead || column.pending().is_empty() {
            continue;
        }
        for &pending in column.pending() {
            let instant = match decided {
                Decided::TheOther => column.other(pending),
                _ => None,
            };
            waiting.read_again(pending.row, date, instant);
        }
        if decided == Decided::Ambiguous {
            let message = format!(
                "day and month cannot be told apart in {} cells of this column; those dates are not used",
                column.pending().len()
            );
            issues.push(Issue::new(Code::DateAmbiguous).with_message(message).at(place));
        }
    }
    for (row, facts) in waiting.decided() {
        contacts.set_created_at(row, facts.created_at);
        contacts.set_updated_at(row, facts.updated_at);
        contacts.set_consent_at(row, facts.consent_at);
    }
}

/// Makes one contact of all records of a person, and reports what stands twice in another way. Gives the number of records
/// that were merged into an earlier one.
pub(super) fn people(
    contacts: &mut Contacts,
    issues: &mut Issues,
    addresses: AddressBook,
    ids: AscendingIds,
    options: &ReadOptions,
) -> u64 {
    #[cfg(feature = "threads")]
    let pairs = match options.thread_count() {
        1 => addresses.same_people(contacts),
        several => addresses.same_people_by(several, contacts),
    };
    #[cfg(not(feature = "threads"))]
    let pairs = addresses.same_people(contacts);
    let duplicates = pairs.len() as u64;
    merge_in_place(contacts, pairs, options.duplicates, issues);
    if !ids.hold() {
        find_id_conflicts(contacts, issues);
    }
    for group in contacts.tag_book().case_collisions() {
        let names: Vec<String> =
            group.iter().map(|name| format!("`{}`", Excerpt::new(name.as_str()))).collect();
        let message = format!("the tags {} differ only by case and are kept apart", names.join(", "));
        issues.push(
            Issue::new(Code::TagCaseCollision)
                .with_message(message)
                .at(Location::default().with_field("tags")),
        );
    }
    duplicates
}
