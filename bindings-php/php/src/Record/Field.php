<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A field of a record that a column can hold. On the wire its kebab-case name. */
enum Field: string
{
    /** The address. */
    case Email = 'email';
    /** The source's own id. */
    case ExternalId = 'external-id';
    /** Further ids of the source under the same address. */
    case ExternalIdAliases = 'external-id-aliases';
    /** The login name. */
    case Username = 'username';
    /** Given and family name in one cell: `Ada Lovelace` or `Lovelace, Ada`. */
    case FullName = 'full-name';
    /** Given name. */
    case FirstName = 'first-name';
    /** Family name. */
    case LastName = 'last-name';
    /** Telephone number. */
    case Phone = 'phone';
    /** Company. */
    case Company = 'company';
    /** Street and number. */
    case AddressLine1 = 'address-line1';
    /** Anything after the street. */
    case AddressLine2 = 'address-line2';
    /** Town or city. */
    case City = 'city';
    /** State, province or county. */
    case Region = 'region';
    /** Postal code. */
    case PostalCode = 'postal-code';
    /** Country. */
    case Country = 'country';
    /** Language. */
    case Locale = 'locale';
    /** IANA time zone. */
    case TimeZone = 'time-zone';
    /** When the source first knew the person. */
    case CreatedAt = 'created-at';
    /** When the source last changed the record. */
    case UpdatedAt = 'updated-at';
    /** Marketing status, in the source's words. */
    case MarketingStatus = 'marketing-status';
    /** When the marketing status came about, whichever it is. */
    case StatusAt = 'status-at';
    /** When the person opted in. */
    case ConsentAt = 'consent-at';
    /** The internet address the opt-in came from. */
    case ConsentIp = 'consent-ip';
    /** Where the opt-in happened. */
    case ConsentSource = 'consent-source';
    /** What the person agreed to. */
    case ConsentWording = 'consent-wording';
    /** When the person opted out, or that they did: anything here but a plain no means unsubscribed. */
    case UnsubscribedAt = 'unsubscribed-at';
    /** When mail came back for good, or that it did: anything here but a plain no means bounced. */
    case BouncedAt = 'bounced-at';
    /** Tags, in one cell. */
    case Tags = 'tags';
    /** Who referred the person. */
    case ReferringAffiliate = 'referring-affiliate';
    /** Order ids. */
    case OrderIds = 'order-ids';
    /** Subscription ids. */
    case SubscriptionIds = 'subscription-ids';
    /** The roles on the source site, in one cell. */
    case Roles = 'roles';
    /** The password itself: held as a secret, never shown. */
    case Password = 'password';
    /** A hash of the password: held as a secret, never shown. */
    case PasswordHash = 'password-hash';
    /** The source's id of the order. */
    case OrderId = 'order-id';
    /** The source's id of the subscription; of an order, of the one it was charged for. */
    case SubscriptionId = 'subscription-id';
    /** The processor's id of the subscription, where the source has one of its own too. */
    case ProcessorId = 'processor-id';
    /** The source's id of the person who pays. */
    case CustomerId = 'customer-id';
    /** The processor's id of the payment. */
    case TransactionId = 'transaction-id';
    /** The order, payment or agreement that a record is about. */
    case ReferenceId = 'reference-id';
    /** What the record is: a sale, a refund, or something else. */
    case EntryKind = 'entry-kind';
    /** What the record does to the balance of an account. */
    case BalanceImpact = 'balance-impact';
    /** The status of an order or a subscription, in the source's words. */
    case PaymentStatus = 'payment-status';
    /** The address that money went to. */
    case PayeeEmail = 'payee-email';
    /** The source's id of the product. */
    case ProductId = 'product-id';
    /** The product's name. */
    case Product = 'product';
    /** The plan's or the price's name or id. */
    case Plan = 'plan';
    /** Whole number of the product. */
    case Quantity = 'quantity';
    /** Several things that were ordered, in one cell. */
    case Items = 'items';
    /** The currency of the record's amounts. */
    case Currency = 'currency';
    /** What was charged. */
    case Total = 'total';
    /** What each charge of a subscription is. */
    case Price = 'price';
    /** The tax within it. */
    case Tax = 'tax';
    /** What a coupon took off. */
    case Discount = 'discount';
    /** What the processor kept. */
    case Fee = 'fee';
    /** What was given back. */
    case Refunded = 'refunded';
    /** When an order was placed. */
    case PlacedAt = 'placed-at';
    /** The time of day of `placed-at`, where it has a column of its own. */
    case PlacedTime = 'placed-time';
    /** The zone of `placed-at`, in a column of its own. */
    case PlacedZone = 'placed-zone';
    /** When an order was paid. */
    case PaidAt = 'paid-at';
    /** Who takes the money. */
    case Processor = 'processor';
    /** The coupon. */
    case Coupon = 'coupon';
    /** How often a subscription is charged: day, week, month, year, or words for all of it. */
    case IntervalUnit = 'interval-unit';
    /** How many of that unit. */
    case IntervalCount = 'interval-count';
    /** When a subscription began. */
    case StartedAt = 'started-at';
    /** When its trial ends. */
    case TrialEndsAt = 'trial-ends-at';
    /** When the period that is paid for began. */
    case CurrentPeriodStart = 'current-period-start';
    /** When that period ends. */
    case CurrentPeriodEnd = 'current-period-end';
    /** When it is charged next. */
    case NextPaymentAt = 'next-payment-at';
    /** When it is to end. */
    case CancelAt = 'cancel-at';
    /** When it was cancelled. */
    case CancelledAt = 'cancelled-at';
    /** When it was over. */
    case EndedAt = 'ended-at';
    /** How many payments were made. */
    case PaymentsMade = 'payments-made';
    /** After how many payments it ends. */
    case PaymentLimit = 'payment-limit';
    /** Whether that number counts. */
    case HasPaymentLimit = 'has-payment-limit';
}
