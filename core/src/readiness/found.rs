//! What the site, its contacts and the evidence say of an item of the checklist. Does not know what people answered, nor the verdict.

use std::collections::BTreeSet;

use super::{Answer, ChecklistItem, ReadinessEvidence, fit, setup};
use crate::access::Member;
use crate::contact::Contacts;
use crate::site::{EnvironmentKind, Site};
use crate::{Code, EmailKey, Instant, Issue, Location};

/// What is looked at.
pub struct Subject<'a> {
    pub site: &'a Site,
    pub contacts: &'a Contacts,
    pub evidence: &'a ReadinessEvidence<'a>,
    pub at: Instant,
}

/// What was found of an item.
#[derive(Debug)]
pub struct Found {
    pub state: State,
    /// What is wrong, or worth knowing, in document order.
    pub issues: Vec<Issue>,
    /// What was found, in words; absent where there was nothing to look at.
    pub words: Option<String>,
}

/// What a finding comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is as it should be.
    Holds,
    /// It is not; unless a person gave this answer, who knows better.
    Fails(Option<Answer>),
    /// It does not concern this site.
    DoesNotApply,
    /// Only a person can say.
    Ask,
}

impl Found {
    pub fn holds(words: String) -> Self {
        Found { state: State::Holds, issues: Vec::new(), words: Some(words) }
    }

    pub fn does_not_apply(words: &str) -> Self {
        Found { state: State::DoesNotApply, issues: Vec::new(), words: Some(words.to_owned()) }
    }

    pub fn ask() -> Self {
        Found { state: State::Ask, issues: Vec::new(), words: None }
    }

    /// It fails where there are issues.
    pub fn of_issues(issues: Vec<Issue>, fine: &str, wrong: impl FnOnce(usize) -> String) -> Self {
        match issues.len() {
            0 => Found::holds(fine.to_owned()),
            count => Found { state: State::Fails(None), words: Some(wrong(count)), issues },
        }
    }

    /// It fails where there are issues; else nobody but a person can say.
    pub fn of_issues_or_ask(issues: Vec<Issue>, wrong: impl FnOnce(usize) -> String) -> Self {
        if issues.is_empty() { Found::ask() } else { Found::of_issues(issues, "", wrong) }
    }
}

/// One thing, or several.
pub fn counted(count: impl TryInto<u64>, one: &str, many: &str) -> String {
    match count.try_into() {
        Ok(1) => format!("1 {one}"),
        Ok(count) => format!("{count} {many}"),
        Err(_) => many.to_owned(),
    }
}

/// The place of an item that stands nowhere in the document.
pub fn nowhere(item: ChecklistItem) -> Location {
    Location::default().with_field(item.id())
}

impl Subject<'_> {
    /// What is found of an item.
    pub fn find(&self, item: ChecklistItem) -> Found {
        match item {
            ChecklistItem::CrmOrderForms => fit::order_forms(self),
            ChecklistItem::SubscriptionsDetected => fit::subscriptions(self),
            ChecklistItem::CrmAutomations => fit::automations(self),
            ChecklistItem::Teams => fit::teams(self),
            ChecklistItem::CrmCouponCodes => fit::coupon_codes(self),
            ChecklistItem::BackupAdministrator => self.backup_administrator(),
            ChecklistItem::StagingSite => self.staging_site(),
            ChecklistItem::StagingRehearsed => match self.environment() {
                Some(EnvironmentKind::Staging | EnvironmentKind::Local) => {
                    Found::does_not_apply("it is on this copy that the migration is tried")
                }
                _ => Found::ask(),
            },
            ChecklistItem::ReleaseTimers => setup::release_timers(self.site),
            ChecklistItem::OrderForms => setup::order_forms(self.site),
            ChecklistItem::OptInForms => setup::opt_in_forms(self.site),
            ChecklistItem::Processor => setup::processor(self.site),
            ChecklistItem::WebhookLog => setup::webhooks(self.site, self.at),
            ChecklistItem::CountsDocumented => match self.contacts.len() {
                0 => Found::ask(),
                count => {
                    Found::holds(format!("{} counted here", counted(count, "contact is", "contacts are")))
                }
            },
            ChecklistItem::EmailProvider
            | ChecklistItem::BackupAdministratorTested
            | ChecklistItem::DatabaseAccess
            | ChecklistItem::FtpAccess
            | ChecklistItem::BackupVerified
            | ChecklistItem::StagingOwnDatabase
            | ChecklistItem::StagingNotIndexed
            | ChecklistItem::StagingLicence
            | ChecklistItem::EmailsOn
            | ChecklistItem::DeliveryService
            | ChecklistItem::TestContact
            | ChecklistItem::TenContacts => Found::ask(),
        }
    }

    fn environment(&self) -> Option<EnvironmentKind> {
        self.site.environment().map(|environment| environment.kind)
    }

    fn staging_site(&self) -> Found {
        match self.environment() {
            None => {
                let place = Location::default().key("environment");
                let issue = Issue::new(Code::EnvironmentMissing).at(place);
                Found::of_issues(vec![issue], "", |_| {
                    "the document does not say which copy of the site it describes".into()
                })
            }
            Some(EnvironmentKind::Live) => Found::ask(),
            Some(kind) => Found::holds(format!("the document describes a {} copy", kind.name())),
        }
    }

    /// An administrator of the target whom the migration does not know as a contact.
    fn backup_administrator(&self) -> Found {
        let Some(users) = self.evidence.users else { return Found::ask() };
        let is_administrator = |role: &String| role.eq_ignore_ascii_case(Member::ADMINISTRATOR);
        let administrators: Vec<_> =
            users.users().filter(|user| user.roles.iter().any(is_administrator)).collect();
        let keys: BTreeSet<EmailKey> = crate::order::set(administrators.iter().map(|user| user.email.key()));
        let contacts = self.contacts.iter().map(|contact| contact.email_key());
        let known: BTreeSet<EmailKey> = crate::order::set(contacts.filter(|key| keys.contains(key)));
        let outside = administrators.iter().filter(|user| !known.contains(&user.email.key())).count();
        if outside > 0 {
            let words = counted(outside, "administrator is", "administrators are");
            return Found::holds(format!("{words} not in the contact list"));
        }
        let message = match administrators.len() {
            0 => "the target has no administrator".to_owned(),
            1 => "the only administrator of the target is in the contact list".to_owned(),
            count => format!("all {count} administrators of the target are in the contact list"),
        };
        let mut issue = Issue::new(Code::BackupAdministratorMissing).with_message(message.clone());
        if let Some(first) = administrators.first() {
            issue = issue.with_value(first.email.as_str());
        }
        Found::of_issues(vec![issue.at(nowhere(ChecklistItem::BackupAdministrator))], "", |_| message)
    }
}
