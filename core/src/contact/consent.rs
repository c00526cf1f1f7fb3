//! Marketing consent: what a person may be sent, the evidence for it, and the one way two statements are merged.
//! Knows nothing of mail or of sources.

use serde::{Deserialize, Serialize};

use crate::Instant;

/// Whether a person may be sent marketing mail, as the source states it.
///
/// Ordered from the loosest to the strictest: a later variant makes a person less mailable. Only `Subscribed` may be
/// mailed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MarketingStatus {
    /// Opted in.
    Subscribed,
    /// Asked to opt in and has not answered.
    Unconfirmed,
    /// The source says nothing, or nothing that is understood.
    #[default]
    Unknown,
    /// The source runs nothing for this person: no mail and no automation (ActiveCampaign and ConvertKit do this to
    /// people who unsubscribed).
    Inactive,
    /// Opted out.
    Unsubscribed,
    /// Mail came back for good.
    Bounced,
    /// Reported mail as spam.
    Complained,
}

impl MarketingStatus {
    /// Every status, from the loosest to the strictest.
    pub const ALL: [MarketingStatus; 7] = [
        MarketingStatus::Subscribed,
        MarketingStatus::Unconfirmed,
        MarketingStatus::Unknown,
        MarketingStatus::Inactive,
        MarketingStatus::Unsubscribed,
        MarketingStatus::Bounced,
        MarketingStatus::Complained,
    ];

    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            MarketingStatus::Subscribed => "subscribed",
            MarketingStatus::Unconfirmed => "unconfirmed",
            MarketingStatus::Unknown => "unknown",
            MarketingStatus::Inactive => "inactive",
            MarketingStatus::Unsubscribed => "unsubscribed",
            MarketingStatus::Bounced => "bounced",
            MarketingStatus::Complained => "complained",
        }
    }

    /// Its place among all of them.
    pub(crate) const fn number(self) -> usize {
        self as usize
    }

    /// Whether marketing mail may be sent.
    pub const fn is_mailable(self) -> bool {
        matches!(self, MarketingStatus::Subscribed)
    }
}

/// What a source knows about how a status came about. Everything may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ConsentEvidence {
    /// When the person opted in, or out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// Where it happened: a form, a campaign, a column of an export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The internet address it came from, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip: Option<String>,
    /// What the person agreed to, or the source's own word for the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
}

/// A status with its evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Marketing {
    /// The status.
    pub status: MarketingStatus,
    /// How it came about.
    #[serde(skip_serializing_if = "ConsentEvidence::is_empty")]
    pub evidence: ConsentEvidence,
}

impl ConsentEvidence {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == ConsentEvidence::default()
    }
}

impl Marketing {
    /// Whether anything was stated: a status, or a word for one that is not understood. A column that is not there,
    /// or a blank cell, states nothing.
    pub fn is_stated(&self) -> bool {
        self.status != MarketingStatus::Unknown || !self.evidence.is_empty()
    }

    /// The statement that holds where two stand for one person.
    ///
    /// The stricter one wins, unless the looser one is an opt-in with *later* evidence than the stricter one's; a
    /// stricter statement without a date is never overruled. Where nothing was stated on one side, the other holds.
    /// Of two that both stop mail the stricter one is taken, with the later of both dates, and with none where one of them has none: so an
    /// opt-in that comes later still has to be later than both, whichever are merged first.
    /// The order of the arguments makes no difference, except between two statements equal in status and date.
    ///
    /// ```
    /// use memberferry::{ConsentEvidence, Marketing, MarketingStatus};
    /// let at = |status, when: Option<&str>| Marketing {
    ///     status,
    ///     evidence: ConsentEvidence { at: when.and_then(|when| when.parse().ok()), ..Default::default() },
    /// };
    /// let left = at(MarketingStatus::Unsubscribed, Some("2024-05-01T00:00:00Z"));
    /// let undated = at(MarketingStatus::Subscribed, None);
    /// let came_back = at(MarketingStatus::Subscribed, Some("2024-06-01T00:00:00Z"));
    /// assert_eq!(left.clone().merge(undated).status, MarketingStatus::Unsubscribed);
    /// assert_eq!(left.merge(came_back).status, MarketingStatus::Subscribed);
    /// ```
    #[must_use]
    pub fn merge(self, other: Marketing) -> Marketing {
        match (self.is_stated(), other.is_stated()) {
            (false, _) => return other,
            (_, false) => return self,
            _ => {}
        }
        let dates = (self.evidence.at, other.evidence.at);
        // Of the same status the later one counts as the stricter.
        let is_looser = (self.status, dates.0) < (other.status, dates.1);
        let (looser, mut stricter) = if is_looser { (self, other) } else { (other, self) };
        match (looser.status.is_mailable(), stricter.status.is_mailable()) {
            (true, false) => {
                let came_back = matches!((looser.evidence.at, stricter.evidence.at), (Some(later), Some(earlier)) if later > earlier);
                if came_back { looser } else { stricter }
            }
            (true, true) => stricter,
            _ => {
                let at = last_stop([dates.0, dates.1].into_iter());
                stricter.evidence.at = at;
                // A date alone states something: without it, what the other one states is left.
                if stricter.is_stated() {
                    stricter
                } else {
                    Marketing { evidence: ConsentEvidence { at, ..looser.evidence }, ..looser }
                }
            }
        }
    }

    /// The statement that holds where any number of them stand for one person, whatever their order: the strictest, unless an
    /// opt-in is later than every stricter statement, each of which then has a date.
    ///
    /// Merging them two by two would not do: an opt-in that an undated statement overruled would be forgotten, and so would what it
    /// overruled itself.
    pub(crate) fn of_several(statements: impl Iterator<Item = Marketing>) -> Marketing {
        let stated = statements.filter(Marketing::is_stated);
        let (opt_ins, stops): (Vec<_>, Vec<_>) = stated.partition(|marketing| marketing.status.is_mailable());
        let one = |statements: Vec<Marketing>| statements.into_iter().reduce(Marketing::merge);
        match (one(opt_ins), one(stops)) {
            (Some(opt_in), Some(stop)) => opt_in.merge(stop),
            (one, other) => one.or(other).unwrap_or_default(),
        }
    }
}

/// When mail was stopped for the last time: what an opt-in has to be later than. Unknown where one of the stops has no date.
pub(crate) fn last_stop(dates: impl Iterator<Item = Option<Instant>>) -> Option<Instant> {
    dates.reduce(|one, other| Some(one?.max(other?))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(status: MarketingStatus, at: &str) -> Marketing {
        Marketing { status, evidence: ConsentEvidence { at: at.parse().ok(), ..ConsentEvidence::default() } }
    }

    #[test]
    fn a_blank_statement_neither_loosens_nor_tightens() {
        let blank = Marketing::default();
        for status in MarketingStatus::ALL {
            let stated = dated(status, "2024-01-01T00:00:00Z");
            assert_eq!(blank.clone().merge(stated.clone()), stated);
            assert_eq!(stated.clone().merge(blank.clone()), stated);
        }
    }

    #[test]
    fn a_word_that_is_not_understood_is_stricter_than_an_opt_in() {
        let odd = Marketing {
            status: MarketingStatus::Unknown,
            evidence: ConsentEvidence { wording: Some("Lapsed?".into()), ..ConsentEvidence::default() },
        };
        let undated = Marketing { status: MarketingStatus::Subscribed, ..Marketing::default() };
        assert_eq!(undated.merge(odd).status, MarketingStatus::Unknown);
    }

    #[test]
    fn what_was_merged_before_still_has_to_be_overruled_whole() {
        let bounced = dated(MarketingStatus::Bounced, "2020-01-01T00:00:00Z");
        let left = dated(MarketingStatus::Unsubscribed, "2023-01-01T00:00:00Z");
        let between = dated(MarketingStatus::Subscribed, "2021-06-01T00:00:00Z");
        let after = dated(MarketingStatus::Subscribed, "2024-06-01T00:00:00Z");
        let stopped = bounced.merge(left.clone());
        assert_eq!(stopped, dated(MarketingStatus::Bounced, "2023-01-01T00:00:00Z"));
        assert_eq!(stopped.clone().merge(between).status, MarketingStatus::Bounced);
        assert_eq!(stopped.merge(after.clone()).status, MarketingStatus::Subscribed);
        let undated = Marketing { status: MarketingStatus::Unsubscribed, ..Marketing::default() };
        assert_eq!(left.merge(undated).merge(after).status, MarketingStatus::Unsubscribed);
    }

    #[test]
    fn later_evidence_loosens_only_when_it_is_an_opt_in() {
        let left = dated(MarketingStatus::Unsubscribed, "2024-01-01T00:00:00Z");
        let asked = dated(MarketingStatus::Unconfirmed, "2025-01-01T00:00:00Z");
        assert_eq!(left.merge(asked).status, MarketingStatus::Unsubscribed);
    }
}
