//! What a subscription is at an instant, from what its records say: whether it charges again, when, how much, and how often yet. What
//! cannot be told is a reason and never a guess. Does not know what a move makes of it.

use serde::Serialize;

use super::charger::Charger;
use super::due::{Charges, DueDates, Every};
use crate::payment::{BillingInterval, Money, SubscriptionStatus};
use crate::{Code, Instant, Issue};

/// How many payments were made, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PaymentCount {
    /// How many, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<u64>,
    /// After how many it ends; absent where it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// How many orders of it were given back as a whole. They are not counted as made.
    #[serde(skip_serializing_if = "is_none")]
    pub refunded: u64,
}

fn is_none(count: &u64) -> bool {
    *count == 0
}

/// The next charge of a subscription as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextCharge {
    /// When.
    pub at: Instant,
    /// How that is known.
    pub by: NextChargeBy,
}

/// How the date of a next charge is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NextChargeBy {
    /// The export has it.
    Stated,
    /// The trial ends then.
    TrialEnd,
    /// The period that is paid for ends then.
    PeriodEnd,
    /// Counted from when it began.
    Reckoned,
}

/// Why a subscription never charges again, whoever does what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EndsWhy {
    /// All of its payments were made.
    AllPaymentsMade,
    /// The payments that are left fall due before it could be handed over.
    LastPaymentsDue,
    /// It was paid once, and is not charged again.
    PaidOnce,
    /// Somebody cancelled it.
    Cancelled,
    /// Its time ran out.
    Expired,
    /// Its payments failed until the processor gave up.
    GivenUp,
    /// Its first payment was never made.
    NeverBegun,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It never charges again; what was paid lasts until an instant, where one is known.
    Ended { why: EndsWhy, until: Option<Instant> },
    /// It charges nothing until somebody lets it go on.
    Paused { left: Option<u64> },
    /// It charges.
    Charging(Charging),
}

/// A subscription that charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Charging {
    /// From the next regular one on.
    pub charges: Charges,
    /// How many are left; without end, where absent.
    pub left: Option<u64>,
    /// Since when it pays for something, or the instant of looking if that is later.
    pub since: Instant,
    /// From when on it may charge: from the end of a trial.
    pub charges_from: Instant,
    /// Whether it is paid up.
    pub arrears: Arrears,
}

/// Whether a subscription is paid up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrears {
    None,
    /// A payment failed and is tried again, nobody knows when.
    Late,
}

impl Charging {
    /// The end of the last period it pays for; absent where it goes on.
    pub fn end(&self) -> Option<Instant> {
        self.left.and_then(|left| self.charges.at(left))
    }
}

/// What is known of a subscription, and what is not.
pub(super) struct Assessment {
    /// Absent where there are reasons.
    pub standing: Option<Standing>,
    pub count: PaymentCount,
    pub next: Option<NextCharge>,
    /// Why it cannot be told.
    pub reasons: Vec<Issue>,
    /// What is worth knowing besides.
    pub notes: Vec<Issue>,
}

/// Looks at a charger.
pub(super) fn assess(charger: &Charger<'_>, at: Instant) -> Assessment {
    let mut assessor = Assessor { charger, at, reasons: Vec::new(), notes: Vec::new() };
    assessor.compare_views();
    let count = assessor.count();
    let (standing, next) = assessor.standing(count);
    let Assessor { reasons, notes, .. } = assessor;
    Assessment { standing: standing.filter(|_| reasons.is_empty()), count, next, reasons, notes }
}

struct Assessor<'a> {
    charger: &'a Charger<'a>,
    at: Instant,
    reasons: Vec<Issue>,
    notes: Vec<Issue>,
}

impl Assessor<'_> {
    fn issue(&self, code: Code, message: impl Into<String>) -> Issue {
        let issue = Issue::new(code).with_message(message.into());
        let place = self.charger.places().first().map(|place| place.location()).unwrap_or_default();
        match self.charger.subscription_id() {
            Some(id) => issue.at(place).with_value(id),
            None => issue.at(place),
        }
    }

    fn reason(&mut self, code: Code, message: impl Into<String>) {
        let issue = self.issue(code, message);
        self.reasons.push(issue);
    }

    /// A shop and its processor may say different things of one subscription.
    fn compare_views(&mut self) {
        if let [processors, shops] = self.charger.claims.as_slice() {
            let (here, there) = (processors.subscription.status, shops.subscription.status);
            if here.charges_again() != there.charges_again() && there != SubscriptionStatus::Unknown {
                let message = format!(
                    "{} says `{}` of it and {} `{}`; whoever charges is believed",
                    processors.system.name(),
                    here.name(),
                    shops.system.name(),
                    there.name()
                );
                self.notes.push(self.issue(Code::BillingViewsDiffer, message));
            }
        }
    }

    /// How many payments were made: the more of what the record says and what its orders tell, so that none is asked for twice.
    fn count(&mut self) -> PaymentCount {
        let stated = self.charger.fact(|subscription| subscription.payments_made);
        let counted = self.charger.counted();
        let of = self.charger.fact(|subscription| subscription.payment_limit);
        if let (Some(stated), Some(counted)) = (stated, counted)
            && counted > stated
        {
            let message = format!("it counts {stated} payments, and {counted} of its orders are paid");
            self.notes.push(self.issue(Code::BillingCountDiffers, message));
        }
        let made = stated.max(counted);
        match (made, of) {
            (_, Some(0)) => self.reason(Code::BillingCountConflict, "it is to end after no payment at all"),
            (Some(made), Some(of)) if made > of => {
                self.reason(Code::BillingCountConflict, format!("{made} of {of} payments were made"));
            }
            _ => {}
        }
        PaymentCount { made, of, refunded: self.charger.refunded() }
    }

    fn standing(&mut self, count: PaymentCount) -> (Option<Standing>, Option<NextCharge>) {
        let ended = |why, until| (Some(Standing::Ended { why, until }), None);
        let until = self.charger.fact(|subscription| {
            subscription.ended_at.or(subscription.cancel_at).or(subscription.current_period_end)
        });
        let interval = self.charger.fact(|subscription| subscription.interval);
        let status = self.charger.status();
        match status {
            SubscriptionStatus::Unknown => {
                self.reason(Code::BillingStatusUnknown, Code::BillingStatusUnknown.meaning());
                (None, None)
            }
            SubscriptionStatus::PendingCancel => {
                self.check_cancelled(until);
                ended(EndsWhy::Cancelled, until)
            }
            SubscriptionStatus::Cancelled => ended(EndsWhy::Cancelled, until),
            SubscriptionStatus::Expired if count.made.is_some() && count.made == count.of => {
                ended(EndsWhy::AllPaymentsMade, until)
            }
            SubscriptionStatus::Expired => ended(EndsWhy::Expired, until),
            SubscriptionStatus::Unpaid => ended(EndsWhy::GivenUp, until),
            SubscriptionStatus::Incomplete => ended(EndsWhy::NeverBegun, until),
            _ if matches!(interval, Some(BillingInterval::Once | BillingInterval::Lifetime)) => {
                ended(EndsWhy::PaidOnce, None)
            }
            _ if count.made.is_some() && count.made == count.of => {
                if let Some(next) = self.charger.fact(|subscription| subscription.next_payment_at) {
                    let message = format!("all of its payments were made, and another is dated {next}");
                    self.notes.push(self.issue(Code::BillingCountDiffers, message));
                }
                ended(EndsWhy::AllPaymentsMade, until)
            }
            SubscriptionStatus::Paused => (Some(Standing::Paused { left: self.left(count) }), None),
            SubscriptionStatus::Trialing | SubscriptionStatus::Active | SubscriptionStatus::PastDue => {
                self.charging(status, interval, count)
            }
        }
    }

    /// A cancelled subscription whose next payment is before its end may charge once more, or not: nobody can tell.
    fn check_cancelled(&mut self, until: Option<Instant>) {
        let next = self.charger.fact(|subscription| subscription.next_payment_at);
        if let (Some(next), Some(until)) = (next, until)
            && self.at < next
            && next < until
        {
            let message = format!("it is cancelled to {until}, and a payment is dated {next}");
            self.reason(Code::BillingDatesConflict, message);
        }
    }

    /// How many payments are left, where it ends after a number of them; a reason where that cannot be told.
    fn left(&mut self, count: PaymentCount) -> Option<u64> {
        let of = count.of?;
        let Some(made) = count.made.or_else(|| self.has_paid_nothing().then_some(0)) else {
            let message = "it ends after a number of payments, and how many were made is not known";
            self.reason(Code::BillingCountUnknown, message);
            return None;
        };
        of.checked_sub(made)
    }

    /// Whether it cannot have charged yet: it has not begun, or its trial is not over.
    fn has_paid_nothing(&self) -> bool {
        let in_future = |date: Option<Instant>| date.is_some_and(|date| date > self.at);
        self.charger.status() == SubscriptionStatus::Trialing
            || in_future(self.charger.fact(|subscription| subscription.started_at))
    }

    fn charging(
        &mut self,
        status: SubscriptionStatus,
        interval: Option<BillingInterval>,
        count: PaymentCount,
    ) -> (Option<Standing>, Option<NextCharge>) {
        self.check_amount(self.charger.fact(|subscription| subscription.price));
        let left = self.left(count);
        let ended = self.charger.fact(|subscription| subscription.ended_at);
        if let Some(ended) = ended.filter(|ended| *ended <= self.at) {
            let message = format!("it is said to run, and to be over since {ended}");
            self.reason(Code::BillingDatesConflict, message);
        }
        let Some(every) = interval.and_then(Every::of) else {
            self.reason(Code::BillingIntervalMissing, Code::BillingIntervalMissing.meaning());
            return (None, None);
        };
        let Some(next) = self.next(status, every) else { return (None, None) };
        let [started, trial] = self.anchors();
        let trial_end = trial.filter(|end| *end > self.at);
        if let Some(end) = trial_end.filter(|end| next.at < *end) {
            let message = format!("its next payment is dated {}, before its trial ends at {end}", next.at);
            self.reason(Code::BillingDatesConflict, message);
        }
        if let Some(started) = started.filter(|started| next.at < *started) {
            let message = format!("its next payment is dated {}, before it begins at {started}", next.at);
            self.reason(Code::BillingDatesConflict, message);
        }
        let since = started.map_or(self.at, |started| started.max(self.at));
        let arrears = match status {
            SubscriptionStatus::PastDue => Arrears::Late,
            _ => Arrears::None,
        };
        let charges =
            Charges::from(next.at, [trial, started].into_iter().flatten(), every, self.charger.zone());
        // Of one that runs until a date, those before it are left.
        let left = left.or_else(|| charges.before(ended?));
        let charging = Charging {
            charges,
            left,
            since,
            // Of a trial whose end is not given, the first payment is it.
            charges_from: match status {
                SubscriptionStatus::Trialing => next.at,
                _ => trial_end.map_or(since, |end| end.max(since)),
            },
            arrears,
        };
        // When a failed payment is tried again is the processor's secret.
        let known = Some(next).filter(|_| arrears == Arrears::None);
        (Some(Standing::Charging(charging)), known)
    }

    fn check_amount(&mut self, amount: Option<Money>) {
        match amount {
            None => self.reason(Code::BillingAmountMissing, Code::BillingAmountMissing.meaning()),
            Some(amount) if amount.minor_units() < 0 => {
                self.reason(Code::BillingAmountNegative, format!("each charge is {amount}"));
            }
            Some(_) => {}
        }
    }

    /// When it began, and when its trial ends or ended.
    fn anchors(&self) -> [Option<Instant>; 2] {
        [
            self.charger.fact(|subscription| subscription.started_at),
            self.charger.fact(|subscription| subscription.trial_ends_at),
        ]
    }

    /// The next regular charge; a reason where it cannot be told.
    fn next(&mut self, status: SubscriptionStatus, every: Every) -> Option<NextCharge> {
        let stated = self.charger.fact(|subscription| subscription.next_payment_at);
        let period_end = self.charger.fact(|subscription| subscription.current_period_end);
        let [started, trial] = self.anchors();
        if let (Some(next), Some(last)) = (stated, self.charger.last_paid())
            && next < last
        {
            let message =
                format!("its next payment is dated {next}, before the last one that was paid, {last}");
            self.reason(Code::BillingDatesConflict, message);
            return None;
        }
        let known = [
            (stated, NextChargeBy::Stated),
            (trial, NextChargeBy::TrialEnd),
            (period_end, NextChargeBy::PeriodEnd),
            (started.filter(|_| trial.is_none()), NextChargeBy::Reckoned),
        ];
        let to_come = known
            .into_iter()
            .find_map(|(date, by)| Some(NextCharge { at: date.filter(|date| *date > self.at)?, by }));
        let is_late = status == SubscriptionStatus::PastDue;
        // A date that has passed is that of a payment which failed, or else the export is older than the plan.
        if !is_late && let Some(past) = stated.or(period_end).filter(|date| *date <= self.at) {
            let message = format!("its next payment is dated {past}, which has passed at {}", self.at);
            self.reason(Code::BillingDatePast, message);
            return None;
        }
        if to_come.is_some() {
            return to_come;
        }
        let anchor = stated.or(period_end).or(trial).or(started).or_else(|| self.charger.last_paid());
        let reckoned = anchor
            .filter(|_| status != SubscriptionStatus::Trialing)
            .and_then(|anchor| DueDates::from(anchor, every, self.charger.zone()).first_after(self.at));
        match reckoned {
            Some(at) => Some(NextCharge { at, by: NextChargeBy::Reckoned }),
            None => {
                self.reason(Code::BillingDateMissing, Code::BillingDateMissing.meaning());
                None
            }
        }
    }
}
