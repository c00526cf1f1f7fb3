//! What columns of orders and subscriptions are called where no profile knows them: names seen in exports, per field,
//! besides those of a person's own fields. Data only.

use super::Field;

/// What orders and subscriptions have in common.
pub(super) const PAYMENT_ALIASES: &[(Field, &[&str])] = &[
    (
        Field::Email,
        &["payer email", "buyer email", "billing email", "absender e mail adresse", "van e mailadres"],
    ),
    (Field::FullName, &["customer", "buyer", "buyer name", "payer name", "kunde", "billing name"]),
    (Field::CustomerId, &["customer id", "contact id", "user id", "buyer id", "member id", "kundennummer"]),
    (Field::ProductId, &["product id", "item id", "sku"]),
    (
        Field::Product,
        &["product", "product name", "item", "item name", "item title", "artikelbezeichnung", "produkt"],
    ),
    (Field::Quantity, &["quantity", "qty", "anzahl", "menge", "aantal"]),
    (
        Field::Currency,
        &["currency", "currency code", "order currency", "wahrung", "valuta", "devise", "moneda"],
    ),
    (Field::Tax, &["tax", "tax amount", "tax total", "sales tax", "vat", "umsatzsteuer", "mwst", "btw"]),
    (Field::Discount, &["discount", "discount amount", "discount total", "rabatt", "korting"]),
    (Field::Processor, &["processor", "payment processor", "gateway", "payment gateway", "payment method"]),
    (Field::Coupon, &["coupon", "coupon code", "promo code", "discount code", "gutscheincode"]),
];

/// What only orders have.
pub(super) const ORDER_ALIASES: &[(Field, &[&str])] = &[
    (
        Field::OrderId,
        &[
            "id",
            "order id",
            "order number",
            "order no",
            "order",
            "invoice number",
            "bestellnummer",
            "bestelnummer",
        ],
    ),
    (
        Field::TransactionId,
        &[
            "transaction id",
            "txn id",
            "payment id",
            "charge id",
            "payment intent id",
            "transaktionscode",
            "transactiereferentie",
        ],
    ),
    (
        Field::ReferenceId,
        &[
            "reference txn id",
            "reference id",
            "parent id",
            "original order id",
            "zugehoriger transaktionscode",
        ],
    ),
    (Field::SubscriptionId, &["subscription id", "subscription"]),
    (Field::EntryKind, &["type", "event", "transaction type", "typ"]),
    (Field::BalanceImpact, &["balance impact", "auswirkung auf guthaben", "effect op saldo"]),
    (
        Field::PaymentStatus,
        &["status", "order status", "payment status", "transaction status", "bestellstatus"],
    ),
    (Field::PayeeEmail, &["to email address", "empfanger e mail adresse", "naar e mailadres"]),
    (
        Field::Total,
        &[
            "total",
            "order total",
            "amount",
            "gross",
            "gross amount",
            "payment amount",
            "total amount",
            "grand total",
            "price",
            "betrag",
            "gesamtbetrag",
            "brutto",
            "bruto",
            "bedrag",
            "montant",
            "importe",
        ],
    ),
    (Field::Fee, &["fee", "fees", "processing fee", "gebuhr", "entgelt", "kosten"]),
    (
        Field::Refunded,
        &["refunded", "amount refunded", "refunded amount", "refund amount", "refunded total", "erstattet"],
    ),
    (
        Field::PlacedAt,
        &[
            "date",
            "order date",
            "created",
            "created at",
            "created utc",
            "created date utc",
            "date created",
            "purchase date",
            "transaction date",
            "payment date",
            "placed at",
            "datum",
            "bestelldatum",
            "besteldatum",
            "fecha",
        ],
    ),
    (Field::PlacedTime, &["time", "order time", "uhrzeit", "tijd", "heure", "hora"]),
    (Field::PlacedZone, &["time zone", "timezone", "zeitzone", "tijdzone"]),
    (Field::PaidAt, &["paid at", "date paid", "paid on", "bezahlt am"]),
];

/// What only subscriptions have.
pub(super) const SUBSCRIPTION_ALIASES: &[(Field, &[&str])] = &[
    (Field::SubscriptionId, &["id", "subscription id", "subscription number"]),
    (Field::PaymentStatus, &["status", "subscription status"]),
    (Field::Plan, &["plan", "plan name", "plan id", "price id"]),
    (
        Field::Price,
        &["price", "amount", "total", "recurring amount", "plan amount", "preis", "betrag", "prijs"],
    ),
    (
        Field::IntervalUnit,
        &[
            "interval",
            "billing interval",
            "billing period",
            "billing cycle",
            "period",
            "frequency",
            "intervall",
        ],
    ),
    (Field::IntervalCount, &["interval count", "billing interval count", "every"]),
    (
        Field::StartedAt,
        &[
            "start date",
            "started at",
            "start",
            "created",
            "created at",
            "created utc",
            "start date utc",
            "startdatum",
        ],
    ),
    (Field::TrialEndsAt, &["trial end", "trial end date", "trial ends at", "trial end utc"]),
    (Field::CurrentPeriodStart, &["current period start", "current period start utc"]),
    (Field::CurrentPeriodEnd, &["current period end", "current period end utc", "expires at", "expiry date"]),
    (
        Field::NextPaymentAt,
        &["next payment", "next payment date", "next billing date", "next charge date", "renewal date"],
    ),
    (Field::CancelAt, &["cancel at", "cancels at"]),
    (
        Field::CancelledAt,
        &["cancelled at", "canceled at", "canceled at utc", "cancelled date", "cancellation date"],
    ),
    (Field::EndedAt, &["ended at", "ended at utc", "end date", "enddatum"]),
    (Field::PaymentsMade, &["payments made", "payment count", "payments", "charges made"]),
    (Field::PaymentLimit, &["payment limit", "total payments", "number of payments"]),
];
