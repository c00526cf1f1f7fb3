//! What the records of an export are: people, orders or subscriptions. Knows no system.

use serde::{Deserialize, Serialize};

/// What the records of an export are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// People.
    Contacts,
    /// Orders, payments and refunds.
    Orders,
    /// Subscriptions.
    Subscriptions,
}

impl RecordKind {
    /// Every kind.
    pub const ALL: [RecordKind; 3] = [RecordKind::Contacts, RecordKind::Orders, RecordKind::Subscriptions];

    /// The name used on the wire, which is also the plural that messages use.
    pub const fn name(self) -> &'static str {
        match self {
            RecordKind::Contacts => "contacts",
            RecordKind::Orders => "orders",
            RecordKind::Subscriptions => "subscriptions",
        }
    }

    /// The function that reads such an export.
    pub const fn reader(self) -> &'static str {
        match self {
            RecordKind::Contacts => "read_contacts",
            RecordKind::Orders => "read_orders",
            RecordKind::Subscriptions => "read_subscriptions",
        }
    }
}
