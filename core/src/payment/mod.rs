//! Payments as records: amounts of money, orders, subscriptions, and whose they are. What is charged where, and by whom
//! after a move, is not decided here.
//!
//! Knows neither files nor payment processors.

mod currency;
mod frame;
mod money;
mod order;
mod paid;
mod settings;
mod subscription;
mod tie;

pub use currency::{Currency, CurrencyError};
pub use money::{Money, MoneyError};
pub use order::{Order, OrderItem, OrderKind, OrderStatus};
pub use settings::{
    CommerceSync, CrmSettings, FormUse, OptIn, OptInForm, PaymentSettings, ProcessorAccount, ProcessorMode,
    Processors, TrackingScript,
};
pub use subscription::{BillingInterval, BillingUnit, Subscription, SubscriptionStatus};
pub use tie::{CustomerIds, Ties, tie_orders, tie_subscriptions};

pub(crate) use paid::PaidOrders;
