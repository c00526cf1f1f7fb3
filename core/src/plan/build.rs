//! From contacts, site and snapshot to a plan: one walk over contacts and users side by side, by the key of their address.
//! Does not know how lines are written, nor how a single decision is taken.

use std::collections::{BTreeMap, BTreeSet};

use super::contact_profile::ContactProfile;
use super::draft::Draft;
use super::fit::Fit;
use super::members::{Membership, OnTarget};
use super::near_tags::near_tags;
use super::new_password::PasswordChoice;
use super::snapshot::Packed;
use super::usernames::Usernames;
use super::written::{AddTags, CreateUser, Enroll};
use super::{
    ExistingUsers, Notify, OperationKind, PasswordPolicy, Plan, PlanError, PlanOptions, Reason, SetPassword,
    Snapshot, Subject, TargetUser, UpdateUser, UserProfile,
};
use crate::contact::merge_contacts;
use crate::membership::{
    Carrier, DripContinuity, EnrollmentEvidence, OfferingTags, Person, TagTranslation, guessed_dates,
};
use crate::site::{Environment, EnvironmentKind, Site};
use crate::text::fold;
use crate::{Code, ContactRef, Contacts, EmailKey, Excerpt, Issue, Issues, Location, OfferingId, TagName};

/// Makes a plan.
pub fn plan(
    site: &Site,
    contacts: &Contacts,
    evidence: EnrollmentEvidence<'_>,
    snapshot: &Snapshot,
    options: &PlanOptions,
) -> Result<Plan, PlanError> {
    let environment =
        options.environment.as_ref().or(site.environment()).ok_or(PlanError::EnvironmentMissing)?;
    let keys = ordered_keys(contacts);
    let is_merged = keys.iter().zip(keys.iter().skip(1)).all(|((left, _), (right, _))| left != right);
    if is_merged {
        let builder = Builder::new(site, contacts, &keys, evidence, snapshot, options, environment)?;
        return builder.build(contacts, &keys);
    }
    let merged = merge_contacts(std::slice::from_ref(contacts), options.duplicates);
    let keys = ordered_keys(&merged.contacts);
    let row = |row: usize| row_after(contacts, row, &keys);
    let tag = |tag| {
        let name = contacts.tag_book().name(tag)?;
        merged.contacts.tag_book().find(name.as_str())
    };
    let tag_dates = evidence.tag_dates.map(|dates| dates.moved(row, tag));
    let purchases = evidence.purchases.map(|purchases| purchases.moved(row));
    let evidence = EnrollmentEvidence { tag_dates: tag_dates.as_ref(), purchases: purchases.as_ref() };
    let mut builder = Builder::new(site, &merged.contacts, &keys, evidence, snapshot, options, environment)?;
    builder.note_merging(&merged.issues);
    builder.build(&merged.contacts, &keys)
}

/// Where a contact stands once contacts of one address are one, found by its address.
fn row_after(contacts: &Contacts, row: usize, keys: &[(EmailKey, usize)]) -> Option<usize> {
    let key = contacts.get(row)?.email_key();
    let place = keys.binary_search_by(|(other, _)| other.cmp(&key)).ok()?;
    keys.get(place).map(|(_, row)| *row)
}

/// The keys of all contacts, ascending, each with its contact's place.
pub fn ordered_keys(contacts: &Contacts) -> Vec<(EmailKey, usize)> {
    let mut keys: Vec<_> = contacts
        .iter()
        .map(|contact| {
            let key = contact.email_key();
            (first_bytes(key.as_str()), key, contact.index())
        })
        .collect();
    // Most keys differ in what stands beside them, so that few are followed to where they stand.
    keys.sort_unstable();
    keys.into_iter().map(|(_, key, place)| (key, place)).collect()
}

/// The first bytes of a text as a number: numbers are in the order of their texts, and equal where the texts go on alike.
fn first_bytes(text: &str) -> u128 {
    let mut first = [0; size_of::<u128>()];
    first.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
    u128::from_be_bytes(first)
}

struct Builder<'a> {
    site: &'a Site,
    snapshot: &'a Snapshot,
    options: &'a PlanOptions,
    environment: &'a Environment,
    carrier: Carrier<'a>,
    evidence: EnrollmentEvidence<'a>,
    tags: TagTranslation<'a>,
    /// By the id of the offering.
    memberships: Vec<Membership<'a>>,
    usernames: Usernames<'a>,
    fit: Fit,
    passwords: PasswordChoice<'a>,
    draft: Draft<'a>,
    /// New users who are not told of their password.
    withheld: u64,
    /// Reused from contact to contact.
    person: Person,
}

impl<'a> Builder<'a> {
    fn new(
        site: &'a Site,
        contacts: &'a Contacts,
        keys: &'a [(EmailKey, usize)],
        evidence: EnrollmentEvidence<'a>,
        snapshot: &'a Snapshot,
        options: &'a PlanOptions,
        environment: &'a Environment,
    ) -> Result<Self, PlanError> {
        let tags = TagTranslation::new(site.tag_map(), contacts.tag_book());
        let offerings: BTreeMap<&OfferingId, _> =
            crate::order::map(site.offerings().iter().map(|offering| (&offering.id, offering)));
        Ok(Builder {
            carrier: Carrier { site, now: options.now, source_clock: options.source_clock },
            evidence,
            memberships: offerings
                .into_values()
                .map(|offering| Membership::new(OfferingTags::new(offering, &tags)))
                .collect(),
            tags,
            usernames: Usernames::new(snapshot, keys, options.target),
            fit: Fit::new(options.target),
            passwords: PasswordChoice::new(options),
            draft: Draft::new(snapshot, options, environment)?,
            withheld: 0,
            person: Person::default(),
            site,
            snapshot,
            options,
            environment,
        })
    }

    fn build(mut self, contacts: &Contacts, keys: &[(EmailKey, usize)]) -> Result<Plan, PlanError> {
        let mut users = self.snapshot.walk();
        for (key, place) in keys {
            while let Some(user) = users.next_before(key) {
                self.draft.leave(user);
            }
            let user = users.take(key);
            if let Some(contact) = contacts.get(*place) {
                self.contact(&contact, key, user)?;
            }
        }
        while let Some(user) = users.next_any() {
            self.draft.leave(user);
        }
        self.note_site();
        self.note_offerings(contacts);
        self.note_totals();
        self.draft.finish(self.site.name(), None)
    }

    fn contact(
        &mut self,
        contact: &ContactRef<'_>,
        key: &EmailKey,
        packed: Option<Packed<'a>>,
    ) -> Result<(), PlanError> {
        self.draft.summary.contacts += 1;
        let mut person = std::mem::take(&mut self.person);
        self.tags.count(contact);
        person.take(contact, &self.tags, self.site.offerings(), self.evidence);
        match packed {
            Some(packed) => match self.existing_user(contact, key, &mut person, packed)? {
                Some(after) => self.draft.leave_changed(packed, &after)?,
                None => self.draft.leave(packed),
            },
            None => self.new_user(contact, key, &person)?,
        }
        self.person = person;
        Ok(())
    }

    /// Plans for a contact who is a user already: the user as they will be, where anything changes.
    fn existing_user(
        &mut self,
        contact: &ContactRef<'_>,
        key: &EmailKey,
        person: &mut Person,
        packed: Packed<'_>,
    ) -> Result<Option<TargetUser>, PlanError> {
        let mut user = packed.user().ok_or(PlanError::Internal)?;
        if self.is_operator(contact, key) {
            return Ok(None);
        }
        if self.options.protects(user.roles.iter().map(String::as_str)) {
            self.draft.notes.contact(Code::AdministratorProtected, contact.email(), "email", None);
            self.draft.summary.protected += 1;
            return Ok(None);
        }
        if self.options.existing_users == ExistingUsers::Skip {
            self.draft.summary.skipped += 1;
            return Ok(None);
        }
        let mut profile = user.profile();
        let update = profile.changed_by(UserProfile::of_contact(contact));
        let names = update.iter().flat_map(|(_, after)| after.custom.keys());
        if let Some(issue) = self.fit.fields(contact, names.map(String::as_str)) {
            self.draft.notes.person(issue);
            self.draft.summary.left_out += 1;
            return Ok(None);
        }
        self.count_references(contact.order_ids(), contact.subscription_ids());
        person.take_completions(user.completed(), |offering| self.site.offering(offering));
        let subject = Subject::User { email: key.clone(), id: Some(user.id.clone()) };
        let mut changed = false;
        if let Some((before, after)) = update {
            profile.apply(&after);
            user.set_profile(profile);
            self.draft.push(
                OperationKind::UpdateUser,
                &subject,
                Reason::SourceDiffers,
                &UpdateUser { before, after },
            )?;
            changed = true;
        }
        changed |= self.enrollments(&subject, person, Some(&mut user))?;
        changed |= self.add_tags(&subject, person, Some(&mut user))?;
        if changed {
            self.draft.summary.to_update += 1;
        } else {
            self.draft.summary.unchanged += 1;
        }
        Ok(changed.then_some(user))
    }

    fn new_user(
        &mut self,
        contact: &ContactRef<'_>,
        key: &EmailKey,
        person: &Person,
    ) -> Result<(), PlanError> {
        if self.is_operator(contact, key) {
            return Ok(());
        }
        let is_wanted = self.options.import_all_contacts
            || self.memberships.iter().any(|membership| membership.tags.is_member_or_buyer(person))
            || contact.order_ids().chain(contact.subscription_ids()).next().is_some();
        if !is_wanted {
            self.draft.summary.left_out += 1;
            return Ok(());
        }
        let profile = ContactProfile::of(contact);
        if self.options.protects(profile.roles()) {
            let message = "the contact is an administrator of the source, so no user is made".to_owned();
            self.draft.notes.contact(Code::AdministratorProtected, contact.email(), "email", Some(message));
            self.draft.summary.protected += 1;
            return Ok(());
        }
        let fitting = match self.fit.new_user(contact, &profile, &self.usernames) {
            Ok(fitting) => fitting,
            Err(issue) => {
                self.draft.notes.person(*issue);
                self.draft.summary.left_out += 1;
                return Ok(());
            }
        };
        self.draft.summary.to_create += 1;
        self.count_references(profile.order_ids(), profile.subscription_ids());
        // The name that the contact has, else its address as it is stored.
        let wanted = profile.username.unwrap_or(&fitting.email);
        let given = self.usernames.give(wanted, key);
        for issue in self.fit.login(contact, wanted, &given).into_iter().chain(fitting.issue) {
            self.draft.notes.person(issue);
        }
        let subject = Subject::User { email: key.clone(), id: None };
        let create = CreateUser {
            email: &fitting.email,
            username: given.name(),
            role: &self.options.default_role,
            profile: &profile,
        };
        self.draft.push_written(OperationKind::CreateUser, &subject, Reason::NotOnTarget, &create)?;
        self.add_tags(&subject, person, None)?;
        self.enrollments(&subject, person, None)?;
        match self.passwords.choose(contact.password()) {
            Some(from) => {
                let set = SetPassword { from };
                self.draft.push(OperationKind::SetPassword, &subject, Reason::NewUser, &set)?;
            }
            None => self.draft.push_plain(OperationKind::ResetPassword, &subject, Reason::NewUser)?,
        }
        if self.options.password_policy == PasswordPolicy::ResetAndNotify {
            let may_mail =
                self.options.notify == Notify::Mailable && self.environment.kind == EnvironmentKind::Live;
            if may_mail && contact.marketing_status().is_mailable() {
                self.draft.push_plain(OperationKind::SendCredentials, &subject, Reason::NewUser)?;
            } else {
                self.withheld += 1;
            }
        }
        Ok(())
    }

    fn is_operator(&mut self, contact: &ContactRef<'_>, key: &EmailKey) -> bool {
        let is_operator = self.options.operator_email.as_ref() == Some(key);
        if is_operator {
            self.draft.notes.contact(Code::OperatorProtected, contact.email(), "email", None);
            self.draft.summary.protected += 1;
        }
        is_operator
    }

    fn count_references<'n>(
        &mut self,
        orders: impl Iterator<Item = &'n str>,
        subscriptions: impl Iterator<Item = &'n str>,
    ) {
        self.draft.summary.order_references += orders.count() as u64;
        self.draft.summary.subscription_references += subscriptions.count() as u64;
    }

    fn add_tags(
        &mut self,
        subject: &Subject,
        person: &Person,
        user: Option<&mut TargetUser>,
    ) -> Result<bool, PlanError> {
        let names = person.tags().iter().filter_map(|tag| self.tags.name(*tag));
        let nothing = BTreeSet::new();
        let before = user.as_ref().map_or(&nothing, |user| &user.tags);
        let mut added = Vec::with_capacity(person.tags().len());
        added.extend(names.filter(|name| !before.contains(*name)));
        if added.is_empty() {
            return Ok(false);
        }
        self.draft.summary.tags_to_add += added.len() as u64;
        let change = AddTags { before, added: &added };
        self.draft.push_written(OperationKind::AddTags, subject, Reason::TagsHeld, &change)?;
        if let Some(user) = user {
            user.tags.extend(added.into_iter().cloned());
        }
        Ok(true)
    }

    fn enrollments(
        &mut self,
        subject: &Subject,
        person: &Person,
        mut user: Option<&mut TargetUser>,
    ) -> Result<bool, PlanError> {
        let mut changed = false;
        let mut memberships = std::mem::take(&mut self.memberships);
        for membership in &mut memberships {
            let offering = &membership.tags.offering.id;
            let before = user.as_ref().and_then(|user| user.enrollments.get(offering));
            let target = OnTarget { held: user.as_ref().map(|user| &user.tags), enrollment: before };
            let policy = self.options.drip_continuity;
            let Some((reason, after)) = membership.enrollment(person, target, &self.carrier, policy)? else {
                continue;
            };
            let change = Enroll { offering, before, after: &after };
            self.draft.push_written(OperationKind::Enroll, subject, reason, &change)?;
            if let Some(user) = &mut user {
                user.enrollments.insert(offering.clone(), after);
            }
            changed = true;
        }
        self.memberships = memberships;
        Ok(changed)
    }

    /// Of merged contacts only the counts: where each stood in its file would make a plan depend on the order of rows.
    fn note_merging(&mut self, issues: &Issues) {
        let counts: BTreeMap<Code, u64> =
            crate::order::map(issues.counts().iter().map(|(code, count)| (*code, *count)));
        for (code, count) in counts {
            let message =
                format!("while contacts of one address were merged: {}, {count} in all", code.meaning());
            self.draft.notes.total(Issue::new(code).with_message(message));
        }
    }

    fn note_site(&mut self) {
        let known = |tag: &str| self.tags.is_held(tag) || self.snapshot.tags().contains(tag);
        for issue in self.site.undeclared_tags(known) {
            self.draft.notes.site(issue);
        }
        let named = self.site.tag_references().into_iter().map(|reference| reference.tag).collect();
        for issue in near_tags(self.tags.held(), &named) {
            self.draft.notes.total(issue);
        }
    }

    /// An offering of whose tags nobody holds one is a mistake more often than not: tags read from the wrong column, parted
    /// by another sign, or written in another case.
    fn note_offerings(&mut self, contacts: &Contacts) {
        for (place, offering) in self.site.offerings().iter().enumerate() {
            let modules = offering.modules.iter().filter_map(|module| module.access_tag.as_ref());
            let own: Vec<&TagName> =
                offering.access_tag.iter().chain(&offering.instant_access_tag).chain(modules).collect();
            let held =
                |tag: &&TagName| self.tags.is_held(tag.as_str()) || self.snapshot.tags().contains(*tag);
            if contacts.is_empty() || own.is_empty() || own.iter().any(held) {
                continue;
            }
            let mut near: Vec<String> = contacts
                .tag_book()
                .names()
                .filter(|name| own.iter().any(|tag| fold(name.as_str()).contains(&fold(tag.as_str()))))
                .map(|name| format!("`{}`", Excerpt::new(name.as_str())))
                .collect();
            crate::order::sort(&mut near);
            near.truncate(3);
            let hint =
                if near.is_empty() { String::new() } else { format!("; the list has {}", near.join(", ")) };
            let id = Excerpt::new(offering.id.as_str());
            let message = format!("nobody holds a tag of the offering `{id}`{hint}");
            let place = Location::default().key("offerings").index(place);
            self.draft.notes.total(Issue::new(Code::OfferingWithoutMembers).with_message(message).at(place));
        }
    }

    fn note_totals(&mut self) {
        for (tag, reason, count) in self.tags.left_behind() {
            self.draft.summary.tags_dropped += count;
            let reason = Excerpt::new(reason);
            let message = format!("the tag of {} is left behind: {reason}", people(count, "contact"));
            self.draft
                .notes
                .total(Issue::new(Code::TagDropped).with_message(message).with_value(tag.as_str()));
        }
        for membership in &self.memberships {
            let id = &membership.tags.offering.id;
            if let Some(issue) = guessed_dates(id, membership.guessed, membership.undated) {
                self.draft.notes.total(issue);
            }
            if self.options.drip_continuity == DripContinuity::Restart && membership.restarted > 0 {
                let members = people(membership.restarted, "member");
                let message = format!("the timers start again for {members}, whatever was open to them");
                self.draft
                    .notes
                    .total(Issue::new(Code::ClockRestarted).with_message(message).with_value(id.as_str()));
            }
        }
        let subscriptions = self.draft.summary.subscription_references;
        if subscriptions > 0 {
            let message = format!(
                "{subscriptions} subscriptions are carried as references only, their charges are not moved"
            );
            self.draft.notes.total(Issue::new(Code::PaymentNotMoved).with_message(message));
        }
        if self.draft.summary.to_create > 0 {
            for issue in self.fit.totals(self.options).into_iter().chain(self.passwords.issues()) {
                self.draft.notes.total(issue);
            }
        }
        if self.withheld > 0 {
            let why = if self.environment.kind != EnvironmentKind::Live {
                "this copy of the site is not live"
            } else if self.options.notify == Notify::Nobody {
                "the options let nobody be mailed"
            } else {
                "they may not be sent mail"
            };
            let message =
                format!("the new password is not sent to {}: {why}", people(self.withheld, "new user"));
            self.draft.notes.total(Issue::new(Code::CredentialsWithheld).with_message(message));
        }
    }
}

/// `1 member`, `2 members`.
fn people(count: u64, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
