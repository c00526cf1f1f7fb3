//! PayPal: the activity of an account. Among its records are transfers, conversions and holds, which are no orders.

use super::payment_rules::{EntryKind, Negative, PLAIN, PaymentRules};
use super::profile::{
    BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, sensitive, telling,
};
use super::{Field, RecordKind};
use crate::payment::OrderStatus;

const HEADERS: &[Header] = &[
    common("Date", Field::PlacedAt),
    common("Time", Field::PlacedTime),
    common("TimeZone", Field::PlacedZone),
    common("Time Zone", Field::PlacedZone),
    common("Name", Field::FullName),
    common("Type", Field::EntryKind),
    // The personal statement has the type under this name.
    common("Description", Field::EntryKind),
    common("Status", Field::PaymentStatus),
    common("Currency", Field::Currency),
    common("Gross", Field::Total),
    common("Fee", Field::Fee),
    kept("Net"),
    telling("From Email Address", Field::Email),
    telling("To Email Address", Field::PayeeEmail),
    common("Transaction ID", Field::TransactionId),
    kept("Shipping Address"),
    kept("Address Status"),
    common("Item Title", Field::Product),
    common("Item ID", Field::ProductId),
    kept("Shipping and Handling Amount"),
    kept("Postage and Packaging Amount"),
    kept("Insurance Amount"),
    common("Sales Tax", Field::Tax),
    common("VAT", Field::Tax),
    kept("Option 1 Name"),
    kept("Option 1 Value"),
    kept("Option 2 Name"),
    kept("Option 2 Value"),
    telling("Reference Txn ID", Field::ReferenceId),
    kept("Invoice Number"),
    kept("Invoice Id"),
    kept("Custom Number"),
    common("Quantity", Field::Quantity),
    kept("Receipt ID"),
    kept("Balance"),
    common("Address Line 1", Field::AddressLine1),
    common("Address Line 2/District/Neighborhood", Field::AddressLine2),
    common("Address Line 2/District/Neighbourhood", Field::AddressLine2),
    common("Town/City", Field::City),
    common("State/Province/Region/County/Territory/Prefecture/Republic", Field::Region),
    common("County", Field::Region),
    common("Zip/Postal Code", Field::PostalCode),
    common("Postcode", Field::PostalCode),
    common("Country", Field::Country),
    common("Contact Phone Number", Field::Phone),
    kept("Subject"),
    kept("Note"),
    kept("Country Code"),
    telling("Balance Impact", Field::BalanceImpact),
    // The newest files, and those before 2016.
    kept_telling("Counterparty Status"),
    kept_telling("Buyer Wallet"),
    kept("Auction Site"),
    kept("Buyer ID"),
    kept("Item URL"),
    kept("Closing Date"),
    kept_telling("Escrow Id"),
    // The personal statement.
    kept("Bank Name"),
    sensitive("Bank Account"),
    // The Dutch business activity.
    common("Datum", Field::PlacedAt).with_confidence(Confidence::Medium),
    common("Tijd", Field::PlacedTime).with_confidence(Confidence::Medium),
    common("Tijdzone", Field::PlacedZone).with_confidence(Confidence::Medium),
    common("Naam", Field::FullName).with_confidence(Confidence::Medium),
    common("Valuta", Field::Currency).with_confidence(Confidence::Medium),
    common("Bruto", Field::Total).with_confidence(Confidence::Medium),
    common("Kosten", Field::Fee).with_confidence(Confidence::Medium),
    telling("Van e-mailadres", Field::Email).with_confidence(Confidence::Medium),
    telling("Naar e-mailadres", Field::PayeeEmail).with_confidence(Confidence::Medium),
    telling("Transactiereferentie", Field::TransactionId).with_confidence(Confidence::Medium),
    kept("Factuurnummer").with_confidence(Confidence::Medium),
    kept("Saldo").with_confidence(Confidence::Medium),
    kept("Onderwerp").with_confidence(Confidence::Medium),
    telling("Effect op saldo", Field::BalanceImpact).with_confidence(Confidence::Medium),
];

/// The words of `Type`. Two are evidenced in files: `Subscription Payment` and `Payment Refund`. The others are those of
/// PayPal's own list of transaction codes.
const ENTRY_KINDS: &[(&str, EntryKind)] = &[
    ("currency conversion", EntryKind::NotAnOrder),
    ("hold", EntryKind::NotAnOrder),
    ("authorization", EntryKind::NotAnOrder),
    ("authorisation", EntryKind::NotAnOrder),
    ("withdrawal", EntryKind::NotAnOrder),
    ("transfer", EntryKind::NotAnOrder),
    ("deposit", EntryKind::NotAnOrder),
    ("fee", EntryKind::NotAnOrder),
    ("request", EntryKind::NotAnOrder),
    ("refund", EntryKind::Refund),
    ("chargeback", EntryKind::Dispute),
    ("reversal", EntryKind::Dispute),
    ("payment", EntryKind::Sale),
    ("purchase", EntryKind::Sale),
    ("donation", EntryKind::Sale),
];

/// What is known of PayPal's downloads of activity.
pub const PROFILE: Profile = Profile {
    id: "paypal",
    kind: RecordKind::Orders,
    name: "PayPal",
    // English headers are certain; those of other languages are found by alias.
    confidence: Confidence::Medium,
    evidence: &[
        "header rows of activity downloads: English of the United States and of the United Kingdom, the newest additions, \
         the one before 2016 with the address in one cell, and a personal statement",
        "a test that names the columns of a Dutch business activity",
    ],
    not_evidenced: &[
        "the header rows of other languages than English and Dutch: their columns are found by alias",
        "the words of `Type` in other languages than English: such a record's kind is unknown",
        "the words of `Status` in other languages than English: but for the plain ones for what is completed, it is unknown",
        "the words of `Type` in files but for `Subscription Payment` and `Payment Refund`",
        "the words of `Status` in files but for `Completed`, `Pending` and `Denied`",
        "the whole newest header, and a report of recurring payments",
    ],
    headers: HEADERS,
    variants: &[
        Variant { file_names: &["download"], ..Variant::named("activity") },
        Variant::settled_by("activity-newest", &["Buyer Wallet"]),
        Variant::settled_by("activity-uk", &["Postage and Packaging Amount"]),
        Variant::settled_by("activity-old", &["Escrow Id"]),
        Variant::settled_by("statement", &["Bank Account"]),
        Variant::settled_by("activity-dutch", &["Transactiereferentie"]),
    ],
    payments: PaymentRules {
        processor: Some("paypal"),
        negative: Negative::Outgoing,
        agreement_prefixes: &["B-", "I-"],
        entry_kinds: ENTRY_KINDS,
        balance_memos: &["Memo"],
        order_statuses: &[
            ("completed", OrderStatus::Paid),
            ("pending", OrderStatus::Pending),
            ("denied", OrderStatus::Failed),
            ("failed", OrderStatus::Failed),
            ("expired", OrderStatus::Cancelled),
            ("canceled", OrderStatus::Cancelled),
            ("cancelled", OrderStatus::Cancelled),
            ("voided", OrderStatus::Cancelled),
            ("refunded", OrderStatus::Refunded),
            ("partially refunded", OrderStatus::PartiallyRefunded),
            ("reversed", OrderStatus::Disputed),
            ("voltooid", OrderStatus::Paid),
            ("abgeschlossen", OrderStatus::Paid),
            ("terminé", OrderStatus::Paid),
            ("completado", OrderStatus::Paid),
        ],
        ..PLAIN
    },
    ..BLANK
};
