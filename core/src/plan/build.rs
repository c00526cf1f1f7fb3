//! From contacts, site and snapshot to a plan: one walk over contacts and users side by side, by the key of their address.
//! Does not know how lines are written, nor how a single decision is taken.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::line::LineWriter;
use super::members::{Membership, OnTarget};
use super::notes::Notes;
use super::operation::Nothing;
use super::snapshot::Packed;
use super::usernames::Usernames;
use super::{
    AddTags, CheckTarget, CreateUser, Enroll, ExistingUsers, Expected, Notify, OperationKind, PasswordPolicy,
    Phase, Plan, PlanDigest, PlanError, PlanHeader, PlanOptions, PlanSummary, Reason, Snapshot, Subject,
    TargetUser, UpdateUser, UserProfile, VerifyTarget,
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
fn ordered_keys(contacts: &Contacts) -> Vec<(EmailKey, usize)> {
    let mut keys: Vec<_> = contacts.iter().map(|contact| (contact.email_key(), contact.index())).collect();
    keys.sort_unstable();
    keys
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
    notes: Notes,
    summary: PlanSummary,
    writer: LineWriter,
    /// The lines of each phase.
    lines: [Vec<u8>; Phase::ALL.len()],
    untouched: Sha256,
    updated: Sha256,
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
            site.offerings().iter().map(|offering| (&offering.id, offering)).collect();
        Ok(Builder {
            carrier: Carrier { site, now: options.now, source_clock: options.source_clock },
            evidence,
            memberships: offerings
                .into_values()
                .map(|offering| Membership::new(OfferingTags::new(offering, &tags)))
                .collect(),
            tags,
            usernames: Usernames::new(snapshot, keys),
            notes: Notes::default(),
            summary: PlanSummary::default(),
            writer: LineWriter::new(environment)?,
            lines: Default::default(),
            untouched: Sha256::new(),
            updated: Sha256::new(),
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
                self.untouched.update(user.line());
            }
            let user = users.take(key);
            if let Some(contact) = contacts.get(*place) {
                self.contact(&contact, key, user)?;
            }
        }
        while let Some(user) = users.next_any() {
            self.untouched.update(user.line());
        }
        self.note_site();
        self.note_offerings(contacts);
        self.note_totals();
        self.finish()
    }

    fn contact(
        &mut self,
        contact: &ContactRef<'_>,
        key: &EmailKey,
        packed: Option<Packed<'a>>,
    ) -> Result<(), PlanError> {
        self.summary.contacts += 1;
        let mut person = std::mem::take(&mut self.person);
        self.tags.count(contact);
        person.take(contact, &self.tags, self.site.offerings(), self.evidence);
        let changed = match packed {
            Some(packed) => self.existing_user(contact, key, &person, packed)?,
            None => {
                self.new_user(contact, key, &person)?;
                true
            }
        };
        if let Some(user) = packed.filter(|_| !changed || !self.options.migrate_all_records) {
            self.untouched.update(user.line());
        }
        self.person = person;
        Ok(())
    }

    /// Plans for a contact who is a user already; whether anything changes.
    fn existing_user(
        &mut self,
        contact: &ContactRef<'_>,
        key: &EmailKey,
        person: &Person,
        packed: Packed<'_>,
    ) -> Result<bool, PlanError> {
        let mut user = packed.user().ok_or(PlanError::Internal)?;
        if self.is_operator(contact, key) {
            return Ok(false);
        }
        if self.options.protects(user.roles.iter().map(String::as_str)) {
            self.notes.contact(Code::AdministratorProtected, contact.email(), "email", None);
            self.summary.protected += 1;
            return Ok(false);
        }
        if self.options.existing_users == ExistingUsers::Skip {
            self.summary.skipped += 1;
            return Ok(false);
        }
        self.count_references(contact);
        let subject = Subject::User { email: key.clone(), id: Some(user.id.clone()) };
        let mut changed = false;
        let mut profile = user.profile();
        if let Some((before, after)) = profile.changed_by(UserProfile::of_contact(contact)) {
            profile.apply(&after);
            user.set_profile(profile);
            self.push(
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
            self.summary.to_update += 1;
            let mut line = serde_json::to_vec(&user).map_err(|_| PlanError::Internal)?;
            line.push(b'\n');
            if self.options.migrate_all_records {
                self.updated.update(&line);
            }
        } else {
            self.summary.unchanged += 1;
        }
        Ok(changed)
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
            self.summary.left_out += 1;
            return Ok(());
        }
        if self.options.protects(contact.roles()) {
            let message = "the contact is an administrator of the source, so no user is made".to_owned();
            self.notes.contact(Code::AdministratorProtected, contact.email(), "email", Some(message));
            self.summary.protected += 1;
            return Ok(());
        }
        self.summary.to_create += 1;
        self.count_references(contact);
        let username = self.usernames.give(contact, key);
        let wanted = contact.username().unwrap_or(contact.email());
        if username != wanted {
            let (taken, given) = (Excerpt::new(wanted), Excerpt::new(&username));
            let message = format!("the username `{taken}` is taken, so the member gets `{given}`");
            self.notes.contact(Code::UsernameCollision, contact.email(), "username", Some(message));
        }
        let subject = Subject::User { email: key.clone(), id: None };
        let create = CreateUser {
            email: crate::Email::new(contact.email()).map_err(|_| PlanError::Internal)?,
            username,
            role: self.options.default_role.clone(),
            profile: UserProfile::of_contact(contact),
        };
        self.push(OperationKind::CreateUser, &subject, Reason::NotOnTarget, &create)?;
        self.add_tags(&subject, person, None)?;
        self.enrollments(&subject, person, None)?;
        self.push(OperationKind::ResetPassword, &subject, Reason::NewUser, &Nothing {})?;
        if self.options.password_policy == PasswordPolicy::ResetAndNotify {
            let may_mail =
                self.options.notify == Notify::Mailable && self.environment.kind == EnvironmentKind::Live;
            if may_mail && contact.marketing_status().is_mailable() {
                self.push(OperationKind::SendCredentials, &subject, Reason::NewUser, &Nothing {})?;
            } else {
                self.withheld += 1;
            }
        }
        Ok(())
    }

    fn is_operator(&mut self, contact: &ContactRef<'_>, key: &EmailKey) -> bool {
        let is_operator = self.options.operator_email.as_ref() == Some(key);
        if is_operator {
            self.notes.contact(Code::OperatorProtected, contact.email(), "email", None);
            self.summary.protected += 1;
        }
        is_operator
    }

    fn count_references(&mut self, contact: &ContactRef<'_>) {
        self.summary.order_references += contact.order_ids().count() as u64;
        self.summary.subscription_references += contact.subscription_ids().count() as u64;
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
        let added: BTreeSet<_> = names.filter(|name| !before.contains(*name)).cloned().collect();
        if added.is_empty() {
            return Ok(false);
        }
        self.summary.tags_to_add += added.len() as u64;
        let change = AddTags { before: before.clone(), added };
        self.push(OperationKind::AddTags, subject, Reason::TagsHeld, &change)?;
        if let Some(user) = user {
            user.tags.extend(change.added);
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
            let before = user.as_ref().and_then(|user| user.enrollments.get(offering)).cloned();
            let target = OnTarget { held: user.as_ref().map(|user| &user.tags), enrollment: before.as_ref() };
            let policy = self.options.drip_continuity;
            let Some((reason, after)) = membership.enrollment(person, target, &self.carrier, policy)? else {
                continue;
            };
            let change = Enroll { offering: offering.clone(), before, after };
            self.push(OperationKind::Enroll, subject, reason, &change)?;
            if let Some(user) = &mut user {
                user.enrollments.insert(change.offering, change.after);
            }
            changed = true;
        }
        self.memberships = memberships;
        Ok(changed)
    }

    /// Counts an operation and, unless the plan is for verification only, writes it.
    fn push(
        &mut self,
        kind: OperationKind,
        subject: &Subject,
        reason: Reason,
        change: &impl Serialize,
    ) -> Result<(), PlanError> {
        let phase = kind.phase();
        *self.summary.operations.entry(phase).or_default().entry(kind).or_default() += 1;
        let place = Phase::ALL.iter().zip(&mut self.lines).find(|(other, _)| **other == phase);
        match place {
            Some((_, lines)) if self.options.migrate_all_records => {
                self.writer.write(lines, kind, subject, reason, change)
            }
            _ => Ok(()),
        }
    }

    /// Of merged contacts only the counts: where each stood in its file would make a plan depend on the order of rows.
    fn note_merging(&mut self, issues: &Issues) {
        let counts: BTreeMap<Code, u64> =
            issues.counts().iter().map(|(code, count)| (*code, *count)).collect();
        for (code, count) in counts {
            let message =
                format!("while contacts of one address were merged: {}, {count} in all", code.meaning());
            self.notes.total(Issue::new(code).with_message(message));
        }
    }

    fn note_site(&mut self) {
        let known = |tag: &str| self.tags.is_held(tag) || self.snapshot.tags().contains(tag);
        for issue in self.site.undeclared_tags(known) {
            self.notes.site(issue);
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
            near.sort_unstable();
            near.truncate(3);
            let hint =
                if near.is_empty() { String::new() } else { format!("; the list has {}", near.join(", ")) };
            let id = Excerpt::new(offering.id.as_str());
            let message = format!("nobody holds a tag of the offering `{id}`{hint}");
            let place = Location::default().key("offerings").index(place);
            self.notes.total(Issue::new(Code::OfferingWithoutMembers).with_message(message).at(place));
        }
    }

    fn note_totals(&mut self) {
        for (tag, reason, count) in self.tags.left_behind() {
            self.summary.tags_dropped += count;
            let reason = Excerpt::new(reason);
            let message = format!("the tag of {} is left behind: {reason}", people(count, "contact"));
            self.notes.total(Issue::new(Code::TagDropped).with_message(message).with_value(tag.as_str()));
        }
        for membership in &self.memberships {
            let id = &membership.tags.offering.id;
            if let Some(issue) = guessed_dates(id, membership.guessed, membership.undated) {
                self.notes.total(issue);
            }
            if self.options.drip_continuity == DripContinuity::Restart && membership.restarted > 0 {
                let members = people(membership.restarted, "member");
                let message = format!("the timers start again for {members}, whatever was open to them");
                self.notes
                    .total(Issue::new(Code::ClockRestarted).with_message(message).with_value(id.as_str()));
            }
        }
        let subscriptions = self.summary.subscription_references;
        if subscriptions > 0 {
            let message = format!(
                "{subscriptions} subscriptions are carried as references only, their charges are not moved"
            );
            self.notes.total(Issue::new(Code::PaymentNotMoved).with_message(message));
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
            self.notes.total(Issue::new(Code::CredentialsWithheld).with_message(message));
        }
    }

    fn finish(mut self) -> Result<Plan, PlanError> {
        let migrates = self.options.migrate_all_records;
        let users_before = self.snapshot.len() as u64;
        let users_after = users_before + self.summary.to_create;
        let untouched_digest = PlanDigest::of(std::mem::take(&mut self.untouched));
        if !self.summary.operations.is_empty() {
            self.safeguards(users_before, users_after, untouched_digest.clone())?;
        }
        let expected = Expected {
            users_before,
            users_after: if migrates { users_after } else { users_before },
            tags_added: if migrates { self.summary.tags_to_add } else { 0 },
            enrollments: if migrates { self.summary.of_kind(OperationKind::Enroll) } else { 0 },
            untouched_digest,
            updated_digest: PlanDigest::of(self.updated),
        };
        let (issues, counts) = self.notes.finish();
        self.summary.issues = counts;
        let header = PlanHeader {
            format: PlanHeader::FORMAT,
            site: self.site.name().to_owned(),
            environment: self.environment.clone(),
            options: PlanOptions {
                environment: None,
                batch_size: PlanOptions::BATCH_SIZE,
                ..self.options.clone()
            },
            summary: self.summary,
            expected,
            issues,
        };
        Plan::from_parts(header, self.lines, self.options.batch_size.max(1))
    }

    /// What every run that changes anything does besides.
    fn safeguards(&mut self, before: u64, after: u64, untouched: PlanDigest) -> Result<(), PlanError> {
        let environment = self.environment.clone();
        let check = CheckTarget { environment, users: before, snapshot: self.snapshot.digest() };
        self.push(OperationKind::CheckTarget, &Subject::Site, Reason::Safeguard, &check)?;
        let verify = VerifyTarget { users: after, untouched };
        self.push(OperationKind::VerifyTarget, &Subject::Site, Reason::Safeguard, &verify)?;
        let mut plain = vec![OperationKind::ConfirmBackup, OperationKind::EnableMaintenance];
        if !self.options.keep_maintenance_mode {
            plain.push(OperationKind::DisableMaintenance);
        }
        for kind in plain {
            self.push(kind, &Subject::Site, Reason::Safeguard, &Nothing {})?;
        }
        Ok(())
    }
}

/// `1 member`, `2 members`.
fn people(count: u64, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
