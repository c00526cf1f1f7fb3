//! Who is enrolled in what, for all contacts, with what is guessed. Does not know what a move makes of it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::enrolled::{EnrolledAt, EnrolledAtEvidence, EnrolledBy};
use super::infer::ModuleTag;
use super::options::MembershipOptions;
use super::person::Person;
use super::roster::Roster;
use crate::contact::Contacts;
use crate::site::Site;
use crate::{Code, Instant, Issue, Location, ModuleId, OfferingId};

/// One contact's enrollment in one offering, as tags and dates tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct InferredEnrollment<'a> {
    /// The contact, by its place in the table.
    pub contact: usize,
    /// The offering.
    pub offering: &'a OfferingId,
    /// By which tag.
    pub by: EnrolledBy,
    /// Since when.
    pub enrolled_at: EnrolledAt,
    /// The modules that are open by the tags, each since when, where that is known. The base module is among them.
    pub released: BTreeMap<&'a ModuleId, Option<Instant>>,
}

/// Who is enrolled in what: a row for each contact and offering they are enrolled in, in the orders of the table and of the site.
/// Memory does not grow with the rows.
///
/// Whoever holds the access tag, the instant-access tag or a module's tag is enrolled, unless the revoke tag is held too. The date is
/// that of the access tag, or else of the purchase tag; else that of the earliest order for the offering which was paid and kept; else
/// when the source first knew the contact; else now.
///
/// Of the options the instant, the stage and the evidence are minded: before the move tags are the source's, after it those that the tag
/// map makes.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, EnrolledAtEvidence, MembershipOptions, Site, TagName, infer_enrollments};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
///     {"id": "w", "name": "Watercolour", "accessTag": "Watercolour"}]}"#)?;
/// let mut ada = Contact::new(Email::new("ada@example.com")?);
/// ada.tags = vec![TagName::new("Watercolour")?];
/// let contacts: Contacts = [ada].into_iter().collect();
/// let mut inference = infer_enrollments(&site, &contacts, MembershipOptions::new("2024-05-01T00:00:00Z".parse()?));
/// assert_eq!(inference.next().unwrap().enrolled_at.evidence, EnrolledAtEvidence::Assumed);
/// assert_eq!(inference.issues()[0].code.name(), "enrolled-at-guessed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn infer_enrollments<'a>(
    site: &'a Site,
    contacts: &'a Contacts,
    options: MembershipOptions<'a>,
) -> Inference<'a> {
    let guesses = vec![Guesses::default(); site.offerings().len()];
    let roster = Roster::new(site, contacts, options);
    Inference { roster, contact: 0, offering: 0, person: Person::default(), modules: Vec::new(), guesses }
}

/// The rows of [`infer_enrollments`], with what was guessed so far.
#[derive(Debug)]
pub struct Inference<'a> {
    roster: Roster<'a>,
    /// Whose row comes next.
    contact: usize,
    offering: usize,
    /// That contact, from its first offering on.
    person: Person,
    modules: Vec<ModuleTag>,
    /// By offering.
    guesses: Vec<Guesses>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Guesses {
    guessed: u64,
    undated: u64,
}

impl Inference<'_> {
    /// What was guessed in the rows given so far: one issue for each offering, in the order of the site.
    pub fn issues(&self) -> Vec<Issue> {
        let offerings = self.roster.offerings.iter().zip(&self.guesses);
        let issue = |(offering, guesses): (&super::OfferingTags<'_>, &Guesses)| {
            guessed_dates(&offering.offering.id, guesses.guessed, guesses.undated)
        };
        offerings.filter_map(issue).collect()
    }
}

impl<'a> Iterator for Inference<'a> {
    type Item = InferredEnrollment<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let contact = self.roster.contacts.get(self.contact)?;
            if self.offering == 0 {
                self.roster.take(&mut self.person, &contact);
            }
            let Some(tags) = self.roster.offerings.get(self.offering) else {
                self.contact += 1;
                self.offering = 0;
                continue;
            };
            let guesses = self.guesses.get_mut(self.offering);
            self.offering += 1;
            let now = self.roster.options.now;
            let Some(inferred) = tags.infer(&self.person, now, &mut self.modules) else { continue };
            let evidence = inferred.enrolled_at.evidence;
            if let Some(guesses) = guesses {
                guesses.guessed += u64::from(evidence.is_guess());
                guesses.undated += u64::from(evidence == EnrolledAtEvidence::Assumed);
            }
            let offering = tags.offering;
            return Some(InferredEnrollment {
                contact: self.contact,
                offering: &offering.id,
                by: inferred.by,
                enrolled_at: inferred.enrolled_at,
                released: inferred.opened(offering).collect(),
            });
        }
    }
}

/// That the dates of some members of an offering are guesses; nothing where none is.
pub fn guessed_dates(offering: &OfferingId, guessed: u64, undated: u64) -> Option<Issue> {
    if guessed == 0 {
        return None;
    }
    let members = if guessed == 1 { "1 member".to_owned() } else { format!("{guessed} members") };
    let message = format!("the enrollment of {members} is dated by when the source first knew them");
    let message = if undated == 0 {
        message
    } else {
        format!("{message}, {undated} of them by now for want of a date")
    };
    let place = Location::default().with_field("enrolledAt");
    Some(Issue::new(Code::EnrolledAtGuessed).with_message(message).at(place).with_value(offering.as_str()))
}
