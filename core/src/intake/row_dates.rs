//! The dates of one record, and what they and the kind of file say of the person's consent. Knows no cells.

use super::steps::DateUse;
use crate::Instant;
use crate::contact::{MarketingStatus, RowFacts, last_stop};
use crate::source::NO_WORDS;

/// What a word in the place of a date of opting out, or of a bounce, means: whatever does not plainly say no stops the mail.
pub(super) fn stop(date: DateUse, word: &str) -> Option<MarketingStatus> {
    let says_no = NO_WORDS.iter().any(|no| no.eq_ignore_ascii_case(word));
    (!says_no).then_some(match date {
        DateUse::Bounced => MarketingStatus::Bounced,
        _ => MarketingStatus::Unsubscribed,
    })
}

/// The dates of one record, and what else it says of consent.
#[derive(Clone, Debug, Default)]
pub(super) struct RowDates {
    pub(super) created: Option<Instant>,
    pub(super) updated: Option<Instant>,
    pub(super) consent: Option<Instant>,
    pub(super) status: Option<Instant>,
    pub(super) unsubscribed: Option<Instant>,
    pub(super) bounced: Option<Instant>,
    /// The record says that the person opted out, or that mail came back, and not when.
    pub(super) stopped: Option<MarketingStatus>,
    /// The status that a column of the record states.
    pub(super) stated: Option<MarketingStatus>,
    /// The status of everybody in the file, where the kind of file says it.
    pub(super) file: Option<MarketingStatus>,
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

    /// Puts the dates, and the status that follows from them, into the facts of the row.
    pub(super) fn decide(&self, facts: &mut RowFacts) {
        facts.created_at = self.created.or(self.consent);
        facts.updated_at = self.updated;
        let stated = self.stated.or(self.file).unwrap_or_default();
        facts.status = stated.max(self.stopped.unwrap_or(stated));
        if self.unsubscribed.is_some() {
            facts.status = facts.status.max(MarketingStatus::Unsubscribed);
        }
        if self.bounced.is_some() {
            facts.status = facts.status.max(MarketingStatus::Bounced);
        }
        // The date that counts is that of the status that holds: an old opt-in is no evidence for an opt-out.
        facts.consent_at = match facts.status {
            MarketingStatus::Subscribed => self.consent.or(self.file.and(self.created)).or(self.status),
            MarketingStatus::Unsubscribed | MarketingStatus::Bounced | MarketingStatus::Complained => {
                self.last_stop(stated)
            }
            _ => self.status,
        };
    }

    /// When the mail was stopped for the last time, of all that the record says of it. An opt-in elsewhere has to be later than that.
    fn last_stop(&self, stated: MarketingStatus) -> Option<Instant> {
        let says = |status| stated == status || self.stopped == Some(status);
        let stops = [
            (MarketingStatus::Unsubscribed, self.unsubscribed),
            (MarketingStatus::Bounced, self.bounced),
            (MarketingStatus::Complained, None),
        ];
        let stops = stops.into_iter().filter(|(status, at)| at.is_some() || says(*status));
        last_stop(stops.map(|(_, at)| at.or(self.status)))
    }

    /// Puts another reading of a date. An opt-out whose date is not known is one all the same.
    fn read_again(&mut self, date: DateUse, instant: Option<Instant>) {
        if instant.is_none() && self.of(date).is_some() {
            self.stopped = self.stopped.max(match date {
                DateUse::Unsubscribed => Some(MarketingStatus::Unsubscribed),
                DateUse::Bounced => Some(MarketingStatus::Bounced),
                _ => None,
            });
        }
        *self.of(date) = instant;
    }
}

/// The rows of which a date waits for the other dates of its column, with all their dates: one may follow from another. In row order.
#[derive(Debug, Default)]
pub(super) struct WaitingRows(Vec<(usize, RowDates)>);

impl WaitingRows {
    pub(super) fn push(&mut self, row: usize, dates: RowDates) {
        self.0.push((row, dates));
    }

    /// Takes in those of later rows, which count from `rows` on.
    #[cfg(feature = "threads")]
    pub(super) fn append(&mut self, later: &mut WaitingRows, rows: usize) {
        self.0.extend(later.0.drain(..).map(|(row, dates)| (rows + row, dates)));
    }

    /// Puts what the column decided for a row.
    pub(super) fn read_again(&mut self, row: usize, date: DateUse, instant: Option<Instant>) {
        let place = self.0.binary_search_by_key(&row, |(waiting, _)| *waiting);
        if let Some((_, dates)) = place.ok().and_then(|place| self.0.get_mut(place)) {
            dates.read_again(date, instant);
        }
    }

    /// What follows from the dates, once all columns have decided, for each row.
    pub(super) fn decided(self) -> impl Iterator<Item = (usize, RowFacts)> {
        self.0.into_iter().map(|(row, dates)| {
            let mut facts = RowFacts::default();
            dates.decide(&mut facts);
            (row, facts)
        })
    }
}
