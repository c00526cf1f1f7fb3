//! Whether the target can hold a person, found before anything is written, and what to say where it cannot. Does not know how a person is
//! planned for.

use std::borrow::Cow;

use foldhash::fast::FixedState;
use indexmap::IndexSet;

use super::contact_profile::ContactProfile;
use super::target::StoredAddress;
use super::usernames::{Given, Usernames};
use super::{PlanOptions, TargetProfile, wordpress};
use crate::{Code, ContactRef, Email, Excerpt, Issue, Location};

/// What of a plan has to fit the target.
pub struct Fit {
    target: TargetProfile,
    /// The names of author pages that the plan's users get.
    nicenames: IndexSet<Box<str>, FixedState>,
    /// How many of them were taken.
    clashes: u64,
}

/// A person whom the target can hold.
pub struct Fitting<'a> {
    /// The address as it is stored.
    pub email: Cow<'a, str>,
    /// What is worth knowing about it.
    pub issue: Option<Issue>,
}

impl Fit {
    pub fn new(target: TargetProfile) -> Self {
        Fit { target, nicenames: IndexSet::default(), clashes: 0 }
    }

    /// Looks at a contact who becomes a user. Either what is stored, or the first thing that cannot be.
    pub fn new_user<'a>(
        &self,
        contact: &ContactRef<'a>,
        profile: &ContactProfile<'_>,
        usernames: &Usernames<'_>,
    ) -> Result<Fitting<'a>, Box<Issue>> {
        let target = self.target;
        let as_it_is = Fitting { email: Cow::Borrowed(contact.email()), issue: None };
        if target.is_generic() {
            return Ok(as_it_is);
        }
        let fitting = match target.on_address(&Email::of_valid(contact.email())) {
            StoredAddress::AsItIs => as_it_is,
            StoredAddress::InPunycode(ascii) => {
                let message = format!("the address is stored as `{}`", Excerpt::new(ascii.as_str()));
                let issue = about(contact, Code::EmailRewritten, "email", message);
                Fitting {
                    issue: Some(issue.with_suggestion(ascii.as_str())),
                    email: String::from(ascii).into(),
                }
            }
            StoredAddress::NotAtAll(why) => {
                return Err(Box::new(about(contact, Code::EmailNotStorable, "email", why)));
            }
        };
        if usernames.is_address_alike(&fitting.email) {
            let message = format!("{target} takes it for the address of another of its users");
            return Err(Box::new(about(contact, Code::EmailNotStorable, "email", message)));
        }
        let shown = wordpress::display_name(profile.first_name, profile.last_name);
        let (length, longest) = (shown.chars().count(), wordpress::LONGEST_DISPLAY_NAME);
        if length > longest {
            let message = format!(
                "{target} shows {longest} characters of a name, and `{}` has {length}",
                Excerpt::new(&shown)
            );
            return Err(Box::new(about(contact, Code::NameNotStorable, "firstName", message)));
        }
        self.fields(contact, profile.custom.keys().copied()).map_or(Ok(fitting), |issue| Err(Box::new(issue)))
    }

    /// Looks at the names of the custom fields that are written; absent where all of them can be kept.
    pub fn fields<'n>(
        &self,
        contact: &ContactRef<'_>,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<Issue> {
        if self.target.is_generic() {
            return None;
        }
        let mut faults = names.into_iter().filter_map(|name| Some((name, wordpress::meta_key_fault(name)?)));
        let (name, fault) = faults.next()?;
        let message = format!("the field `{}`: {} {fault}", Excerpt::new(name), self.target);
        Some(about(contact, Code::FieldNotStorable, "custom", message))
    }

    /// Takes note of a login name that was given, and says where it is not the wanted one.
    pub fn login(&mut self, contact: &ContactRef<'_>, wanted: &str, given: &Given<'_>) -> Option<Issue> {
        if !self.target.is_generic()
            && !self.nicenames.insert(wordpress::wordpress_nicename(given.name()).into())
        {
            self.clashes += 1;
        }
        let shown = Excerpt::new;
        let (code, message) = match given {
            Given::Wanted(_) => return None,
            Given::Numbered(name) => (
                Code::UsernameCollision,
                format!("the username `{}` is taken, so the member gets `{}`", shown(wanted), shown(name)),
            ),
            Given::Rewritten(name) => (
                Code::UsernameRewritten,
                format!(
                    "the username would be `{}`, and {}; the member gets `{}`",
                    shown(wanted),
                    self.target.on_login(wanted),
                    shown(name)
                ),
            ),
        };
        Some(about(contact, code, "username", message))
    }

    /// What is worth knowing about the target where new users are made.
    pub fn totals(&self, options: &PlanOptions) -> Vec<Issue> {
        let target = self.target;
        if target.is_generic() {
            return Vec::new();
        }
        let mut issues = Vec::new();
        let role = options.default_role.as_str();
        if !wordpress::ROLES.contains(&role) {
            let message = format!("{target} itself has no role `{role}`, and would store it unquestioned");
            issues.push(Issue::new(Code::RoleUnknown).with_message(message).with_value(role));
        }
        if self.clashes > 0 {
            let message = format!(
                "{target} puts a number behind the author page's address of {} new users",
                self.clashes
            );
            issues.push(Issue::new(Code::NicenameClash).with_message(message));
        }
        let sends = wordpress::WORDPRESS_MAILS.iter().filter(|mail| mail.to_user + mail.to_administrator > 0);
        let calls: Vec<String> = sends.map(|mail| format!("`{}`", mail.call)).collect();
        let message = format!("{target} sends mail by itself on {}", calls.join(", "));
        issues.push(Issue::new(Code::TargetSendsMail).with_message(message));
        issues
    }
}

/// Something about one contact.
fn about(contact: &ContactRef<'_>, code: Code, field: &str, message: String) -> Issue {
    Issue::new(code)
        .at(Location::default().with_field(field))
        .with_value(contact.email())
        .with_message(message)
}
