//! Who charges whom: whether a site is set up to take money, and what becomes of each subscription in a move. Charges nobody and stops
//! nothing; knows no processor's interface.
//!
//! - [`check_payment_setup`], [`check_shared_accounts`]: the processors and the CRM beside them.
//! - [`plan_billing`]: from what the systems exported ([`BillingSource`]) and what the owner decides ([`BillingOptions`]) to a
//!   [`BillingPlan`].
//! - [`BilledSubscription`], [`SubscriptionFate`]: each subscription, and what the move makes of it.
//! - [`Obligation`]: what a customer owes, and who charges for it over time.
//! - [`BillingAction`]: what has to be done, by when.
//!
//! A plan is made in steps: `charger` finds out which records are of one charger, and `customers` whose they are; `standing` says what
//! each is, by the dates of `due`; `fate` what becomes of it; `sweep` where several charge at once, or none does.

mod action;
mod build;
mod charger;
mod customers;
mod due;
mod error;
mod fate;
mod findings;
mod obligation;
mod options;
mod plan;
mod row;
mod setup;
mod standing;
mod sweep;
mod system;

pub use action::{BillingAction, BillingStep};
pub(crate) use build::fit_for_managed;
pub use build::plan_billing;
pub use charger::RecordPlace;
pub use customers::{BillingCustomer, CustomerId};
pub use error::BillingError;
pub use fate::{Handover, SubscriptionFate};
pub use obligation::{ChargerRole, DoubleCharge, Obligation, ObligationCharger, Owed};
pub use options::{BillingOptions, BillingSource, BillingTarget, ChargerHandling};
pub use plan::{BilledSubscription, BillingPlan, UnresolvedSubscription};
pub use setup::{check_payment_setup, check_shared_accounts};
pub use standing::{EndsWhy, NextCharge, NextChargeBy, PaymentCount};
pub use sweep::BillingSpan;
pub use system::BillingSystem;

use fate::Spans;
