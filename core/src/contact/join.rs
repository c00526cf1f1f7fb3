//! Contacts of a CRM and users of a site, put together: who is whom is told by the contact id that the site keeps, else by
//! the address. Does not know which systems the two lists come from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::address_book::AddressBook;
use super::merge::{
    DuplicatesPolicy, Merged, choose, find_id_conflicts, merge_in_place, place, row_place, unite, united,
    write_over,
};
use super::slot::Slot;
use super::table::{Contacts, RowFacts};
use super::view::ContactRef;
use super::{EmailKey, Marketing, email_syntax};
use crate::issue::{Code, Issue, Issues, Location, MessageValue};
use crate::{Excerpt, TagId};

/// The custom field for a user's own number, where the contact id stands in another field.
const USER_ID: &str = "user-id";

/// How [`join_contacts`] tells who is whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct JoinOptions {
    /// The users' custom field that holds the contact id, such as `activecampaign_contact_id`. Left out: the users' own
    /// ids are the contact ids, as Memberium's are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_field: Option<String>,
    /// Which value is kept where two records of one list are one person.
    pub duplicates: DuplicatesPolicy,
}

/// Puts the users of a site to the contacts of its CRM.
///
/// A user is the contact whose id the site keeps for them, else the one with the same address. Of the user come the login
/// name, the roles, the date of registration and the password; of the contact everything else, and what only one of the two
/// lists has. Tags are united, but for roles that were read as tags. Consent is the stricter of the two, as
/// [`Marketing::merge`] has it. Users who are no contact are kept behind the contacts.
///
/// Where id and address lead to different people the id decides, and an issue names both rows; the first list is input 1 and
/// the second input 2.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, JoinOptions, join_contacts};
/// let person = |address: &str, id: &str, username: Option<&str>| -> Result<Contacts, memberferry::EmailError> {
///     let mut contact = Contact::new(Email::new(address)?);
///     contact.external_id = Some(id.to_owned());
///     contact.username = username.map(str::to_owned);
///     Ok([contact].into_iter().collect())
/// };
/// let crm = person("ada@example.com", "1234", None)?;
/// let site = person("ada@old.example", "1234", Some("ada"))?;
/// let joined = join_contacts(&crm, &site, &JoinOptions::default());
/// let ada = joined.contacts.get(0);
/// assert_eq!(ada.map(|ada| (ada.email(), ada.username())), Some(("ada@example.com", Some("ada"))));
/// assert_eq!(joined.issues.len(), 1); // the other address is said
/// # Ok::<(), memberferry::EmailError>(())
/// ```
pub fn join_contacts(contacts: &Contacts, users: &Contacts, options: &JoinOptions) -> Merged {
    let mut issues = Issues::default();
    if let Some(name) = options.id_field.as_deref()
        && !users.custom_fields().any(|field| field == name)
    {
        let message =
            format!("no user has the field `{}`: all are found by their address", Excerpt::new(name));
        issues.push(
            Issue::new(Code::ArgumentInvalid).with_message(message).at(Location::default().key("idField")),
        );
    }
    let (mut table, mut statements) = deduplicated(contacts, 1, options, &mut issues);
    let first_user = table.len();
    let (users, of_users) = deduplicated(users, 2, options, &mut issues);
    table.append(&users, 2);
    statements.extend(of_users.into_iter().map(|(row, of_user)| (first_user + row, of_user)));
    let id_slot = options.id_field.as_deref().map(|name| table.custom_slot(name));
    let user_id_slot = id_slot.map(|_| table.custom_slot(USER_ID));
    let ids = Ids { contact_id: id_slot.unwrap_or(Slot::EXTERNAL_ID), user_id: user_id_slot };

    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    {
        let people = People::new(&table, first_user);
        for user in (first_user..table.len()).filter_map(|row| table.get(row)) {
            match people.find(&table, &user, user.text(ids.contact_id), &mut issues) {
                Some(contact) => groups.entry(contact).or_default().push(user.index()),
                None => alone.push(user.index()),
            }
        }
    }
    for (&contact, users) in &groups {
        join(&mut table, contact, users, ids, &statements, &mut issues);
    }
    for user in alone.into_iter().filter(|_| ids.user_id.is_some()) {
        stand_alone(&mut table, user, ids);
    }
    let mut gone: Vec<usize> = groups.into_values().flatten().collect();
    gone.sort_unstable();
    table.remove_rows(&gone);
    find_id_conflicts(&table, &mut issues);
    Merged { contacts: table, issues }
}

/// What several records of one list stated of one person's consent, by the person's row. One of them is left in the list, and
/// another list's opt-in has to be later than all.
type Statements = BTreeMap<usize, Vec<Marketing>>;

/// A list with each person once.
fn deduplicated(
    list: &Contacts,
    input: u16,
    options: &JoinOptions,
    issues: &mut Issues,
) -> (Contacts, Statements) {
    let mut table = Contacts::new();
    table.append(list, input);
    let mut addresses = AddressBook::default();
    for contact in table.iter() {
        addresses.add(email_syntax::hash_of_valid(contact.email()));
    }
    let pairs = addresses.same_people(&table);
    let mut gone: Vec<usize> = pairs.iter().map(|&(_, later)| later).collect();
    gone.sort_unstable();
    let mut statements = Statements::new();
    for &(first, later) in &pairs {
        let place = first - gone.partition_point(|&row| row < first);
        let of = |row: usize| table.get(row).map(|contact| contact.marketing());
        let stated = statements.entry(place).or_insert_with(|| of(first).into_iter().collect());
        stated.extend(of(later));
    }
    merge_in_place(&mut table, pairs, options.duplicates, issues);
    (table, statements)
}

/// Where a user's contact id and own number stand.
#[derive(Clone, Copy)]
struct Ids {
    contact_id: Slot,
    /// Where the user's own number goes; absent where it is the contact id.
    user_id: Option<Slot>,
}

/// The contacts by id and by address.
struct People<'a> {
    /// Absent for an id that stands with two contacts.
    by_id: BTreeMap<&'a str, Option<usize>>,
    by_address: BTreeMap<EmailKey, usize>,
}

impl<'a> People<'a> {
    fn new(table: &'a Contacts, first_user: usize) -> Self {
        let mut people = People { by_id: BTreeMap::new(), by_address: BTreeMap::new() };
        for contact in table.iter().take(first_user) {
            for id in contact.external_id().into_iter().chain(contact.external_id_aliases()) {
                let place = people.by_id.entry(id).or_insert(Some(contact.index()));
                *place = place.filter(|&row| row == contact.index());
            }
            people.by_address.insert(contact.email_key(), contact.index());
        }
        people
    }

    /// The contact that a user is.
    fn find(
        &self,
        table: &Contacts,
        user: &ContactRef<'_>,
        id: Option<&str>,
        issues: &mut Issues,
    ) -> Option<usize> {
        let by_id = id.and_then(|id| self.by_id.get(id).copied().flatten());
        let by_address = self.by_address.get(&user.email_key()).copied();
        let of = |row: usize| table.get(row).map(|contact| place(contact.origin()));
        let mut report = |code, field, message, values: &[MessageValue<'_>], value| {
            issues.push_row(code, row_place(user.origin(), field), Some((message, values)), value);
        };
        match (by_id, by_address) {
            (None, None) => {
                let message = "nobody of the first list has this address or contact id";
                report(Code::JoinUnmatched, "email", message, &[], Some(user.email()));
            }
            (Some(row), Some(other)) if row != other => {
                let message =
                    "the contact id is that of {} and the address that of {}; the contact id decides";
                let rows: Vec<_> = [of(row), of(other)].into_iter().flatten().collect();
                report(Code::JoinConflict, "external-id", message, &rows, id);
            }
            (None, Some(row)) => {
                let known = table.get(row).and_then(|contact| contact.external_id());
                if let (Some(_), Some(known), Some(row)) = (id, known, of(row)) {
                    let message = "the address is that of {}, whose contact id is {}; the address decides";
                    let values = [row, MessageValue::Shown(known)];
                    report(Code::JoinConflict, "external-id", message, &values, id);
                }
            }
            _ => {}
        }
        by_id.or(by_address)
    }
}

/// Makes one contact of a contact and the users who are that person.
fn join(
    table: &mut Contacts,
    contact: usize,
    users: &[usize],
    ids: Ids,
    statements: &Statements,
    issues: &mut Issues,
) {
    let rows: Vec<usize> = std::iter::once(contact).chain(users.iter().copied()).collect();
    let views: Vec<ContactRef<'_>> = rows.iter().filter_map(|&row| table.get(row)).collect();
    let Some((person, logins)) = views.split_first() else { return };
    let origin = person.origin();
    if let Some((first, others)) = logins.split_first() {
        for other in others {
            issues.push_row(
                Code::JoinConflict,
                row_place(other.origin(), "external-id"),
                Some(("the user of {} is the same contact; the two became one", &[place(first.origin())])),
                Some(other.email()),
            );
        }
    }
    let stated = views
        .iter()
        .flat_map(|view| statements.get(&view.index()).cloned().unwrap_or_else(|| vec![view.marketing()]));
    let marketing = Marketing::of_several(stated);
    let registered = logins.iter().filter_map(ContactRef::created_at).min();
    let facts = RowFacts {
        status: marketing.status,
        created_at: registered.or(person.created_at()),
        updated_at: views.iter().filter_map(ContactRef::updated_at).max(),
        consent_at: marketing.evidence.at,
        origin,
    };
    let mut tags: Vec<TagId> = person.tag_ids().collect();
    for login in logins {
        let roles: Vec<&str> = login.roles().collect();
        for (tag, name) in login.tag_ids().zip(login.tags()) {
            if !roles.contains(&name.as_str()) && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
    }
    let mut contact_ids = united(std::slice::from_ref(person), &[Slot::EXTERNAL_ID, Slot::ALIASES]);
    for id in united(logins, &[ids.contact_id, Slot::ALIASES]) {
        if !contact_ids.contains(&id) {
            contact_ids.push(id);
        }
    }
    let mut fields = Vec::new();
    let strongest_login: Vec<_> = logins.iter().chain([person]).copied().collect();
    choose(table, &strongest_login, |slot| slot == Slot::USERNAME, &mut fields, issues);
    choose(table, &views, |slot| slot != Slot::USERNAME, &mut fields, issues);
    unite(&views, &contact_ids, &marketing, &mut fields);
    let mut fields: Vec<_> = fields.into_iter().map(super::merge::Candidate::into_entry).collect();
    if let Some(slot) = ids.user_id
        && fields.iter().all(|(known, _)| *known != slot)
        && let Some(number) = logins.iter().find_map(|login| login.external_id())
    {
        fields.push((slot, number.to_owned()));
    }
    let by_login = logins.iter().chain([person]).map(|view| view.password());
    let password = by_login.into_iter().find(|password| password.is_some()).cloned();
    write_over(table, &rows, &tags, fields, password, facts);
}

/// Gives a user who is no contact the contact id that the site keeps, and puts the user's own number aside.
fn stand_alone(table: &mut Contacts, user: usize, ids: Ids) {
    let (Some(view), Some(user_id)) = (table.get(user), ids.user_id) else { return };
    let id = view.text(ids.contact_id).map(str::to_owned);
    let number = view.external_id().map(str::to_owned);
    let moved = [(Slot::EXTERNAL_ID, id), (user_id, number)];
    let kept = view.entries().filter(|(slot, _)| *slot != Slot::EXTERNAL_ID && *slot != user_id);
    let mut fields: Vec<_> = kept.map(|(slot, value)| (slot, value.to_owned())).collect();
    fields.extend(moved.into_iter().filter_map(|(slot, value)| Some((slot, value?))));
    let (tags, password, facts) = (view.tag_ids().collect::<Vec<_>>(), view.password().clone(), view.facts());
    write_over(table, &[user], &tags, fields, Some(password).filter(|password| password.is_some()), facts);
}
