//! The dates of one record, and what they and the kind of file say of the person's consent. Knows no cells.

use super::steps::DateUse;
use crate::Instant;
use crate::contact::{MarketingStatus, RowFacts};
use crate::source::NO_WORDS;

/// What a word in the place of a date of opting out, or of a bounce, means: whatever does not plainly say no stops the mail.
pub(super) fn stop(date: DateUse, word: &str) -> Option<MarketingStatus> {
    let says_no = NO_WORDS.iter().any(|no| no.eq_ignore_ascii_case(word));
    (!says_no).then_some(match date {
        DateUse::Bounced => MarketingStatus::Bounced,
        _ => MarketingStatus::Unsubscribed,
    })
}

/// The dates of one record.
#[derive(Default)]
pub(super) struct RowDates {
    pub(super) created: Option<Instant>,
    pub(super) updated: Option<Instant>,
    pub(super) consent: Option<Instant>,
    pub(super) status: Option<Instant>,
    pub(super) unsubscribed: Option<Instant>,
    pub(super) bounced: Option<Instant>,
    /// The record says that the person opted out, or that mail came back, and not when.
    pub(super) stopped: Option<MarketingStatus>,
}

impl RowDates {
    pub(super) fn of(&mut self, date: DateUse) -> &mut Option<Instant> {
        match date {
            DateUse::Created => &mut self.created,
            DateUse::Updated => &mut self.updated,
            DateUse::Consent => &mut self.consent,
            DateUse::Status => &mut self.status,
            DateUse::Unsubscribed => &mut self.unsubscribed,
            DateUse::Bounced => &mut self.bounced,
        }
    }

    /// Puts the dates, and the status that follows from them, into the facts of the row. `file` is the status of everybody
    /// in the file, where the kind of file says it; `has_status` says that a column of
    /// the record states a status of its own.
    pub(super) fn decide(&self, facts: &mut RowFacts, file: Option<MarketingStatus>, has_status: bool) {
        facts.created_at = self.created.or(self.consent);
        facts.updated_at = self.updated;
        if !has_status && let Some(status) = file {
            facts.status = status;
        }
        if let Some(stopped) = self.stopped {
            facts.status = facts.status.max(stopped);
        }
        if self.unsubscribed.is_some() {
            facts.status = facts.status.max(MarketingStatus::Unsubscribed);
        }
        if self.bounced.is_some() {
            facts.status = facts.status.max(MarketingStatus::Bounced);
        }
        // The date that counts is that of the status that holds: an old opt-in is no evidence for an opt-out.
        let of_status = match facts.status {
            MarketingStatus::Subscribed => self.consent.or(file.and(self.created)),
            MarketingStatus::Bounced => self.bounced,
            MarketingStatus::Unsubscribed => self.unsubscribed,
            _ => None,
        };
        facts.consent_at = of_status.or(self.status);
    }
}
