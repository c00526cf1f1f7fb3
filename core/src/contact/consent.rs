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
        let (looser, stricter) = if self.status <= other.status { (self, other) } else { (other, self) };
        if looser.status == stricter.status {
            return if looser.evidence.at >= stricter.evidence.at { looser } else { stricter };
        }
        let came_back = looser.status == MarketingStatus::Subscribed
            && matches!((looser.evidence.at, stricter.evidence.at), (Some(later), Some(earlier)) if later > earlier);
        if came_back { looser } else { stricter }
    }

    /// The statement that holds where any number of them stand for one person, whatever their order: the strictest, unless an
    /// opt-in is later than every stricter statement, each of which then has a date.
    ///
    /// Merging them two by two would not do: what an opt-in overruled would be forgotten when a third one is looked at.
    pub(crate) fn of_several(statements: impl Iterator<Item = Marketing>) -> Marketing {
        let stated: Vec<Marketing> = statements.filter(Marketing::is_stated).collect();
        let (opt_ins, stricter): (Vec<_>, Vec<_>) =
            stated.into_iter().partition(|marketing| marketing.status.is_mailable());
        let later = |one: Marketing, other: Marketing| one.merge(other);
        let Some(strictest) = stricter.iter().cloned().reduce(later) else {
            return opt_ins.into_iter().reduce(later).unwrap_or_default();
        };
        let Some(opt_in) = opt_ins.into_iter().reduce(later) else { return strictest };
        let holds = stricter.iter().all(|other| opt_in.clone().merge(other.clone()) == opt_in);
        if holds { opt_in } else { strictest }
    }
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
    fn later_evidence_loosens_only_when_it_is_an_opt_in() {
        let left = dated(MarketingStatus::Unsubscribed, "2024-01-01T00:00:00Z");
        let asked = dated(MarketingStatus::Unconfirmed, "2025-01-01T00:00:00Z");
        assert_eq!(left.merge(asked).status, MarketingStatus::Unsubscribed);
    }
}
