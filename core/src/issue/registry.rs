//! The registry: every code, with its category, severity, meaning and remedy, in one table. Exception classes,
//! documents and the browser's texts are made from it.

use serde::Serialize;

use super::Severity;

/// The area a code belongs to; a host makes one exception class of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Reading an export.
    Intake,
    /// One contact's data.
    Contact,
    /// One order's or subscription's data, and whose it is.
    Payment,
    /// The site document.
    Site,
    /// An automation of a CRM.
    Automation,
    /// Building or reading a plan.
    Plan,
    /// Carrying a plan out: batches, outcomes, journal.
    Run,
    /// Comparing what was planned with what is there.
    Proof,
    /// Whether a site is ready to be moved.
    Readiness,
    /// A call made the wrong way.
    Usage,
    /// A mistake of this library.
    Internal,
}

macro_rules! codes {
    ($($variant:ident = $name:literal, $category:ident, $severity:ident, $meaning:literal, $remedy:literal;)*) => {
        /// A stable code for one kind of issue or failure. On the wire its kebab-case name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: ", $meaning, ". Remedy: ", $remedy, ".")] $variant,)*
        }

        impl Code {
            /// Every code, in the registry's order.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The area it belongs to.
            pub const fn category(self) -> Category {
                match self { $(Code::$variant => Category::$category,)* }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What it means: lower-case, no full stop.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }
            }

            /// What to do about it: lower-case, no full stop.
            pub const fn remedy(self) -> &'static str {
                match self { $(Code::$variant => $remedy,)* }
            }
        }
    };
}

codes! {
    // --- Intake: the file as a whole ---------------------------------------------------------------------------
    InputEmpty = "input-empty", Intake, Error, "the input holds no bytes",
        "export the file again and check that it was saved";
    InputBinary = "input-binary", Intake, Error, "the input is not text",
        "give the CSV export itself, unpacked; a spreadsheet is saved as CSV first";
    HeaderMissing = "header-missing", Intake, Error, "the input has no header row",
        "add a first row with the column names, or name the line that they stand on";
    PreamblePassedOver = "preamble-passed-over", Intake, Info, "lines before the header are no part of the table",
        "check that the header is the right line; if it is not, name its line";
    EmailColumnMissing = "email-column-missing", Intake, Error, "no column holds email addresses",
        "rename the address column to `Email`, or map it by hand";
    InputNotJson = "input-not-json", Intake, Error, "the input is no JSON list of records",
        "give the API's answer as JSON in UTF-8: a list of objects, one object a line, or one object";
    InputTruncated = "input-truncated", Intake, Warning, "the input ends before its lists and objects are closed",
        "check that the answer was saved whole";
    RecordsMissing = "records-missing", Intake, Error, "the input has a header and no records",
        "export again with at least one contact selected";
    LimitExceeded = "limit-exceeded", Intake, Error, "a bound on the input was passed",
        "raise the named limit if the input is right";
    EncodingReplaced = "encoding-replaced", Intake, Warning, "bytes that the encoding cannot hold were replaced",
        "name the file's encoding, or save it as UTF-8";
    EncodingMixed = "encoding-mixed", Intake, Warning, "bytes that are not UTF-8 were read as Windows-1252",
        "check the name; the list was put together from two encodings";
    EncodingGuessed = "encoding-guessed", Intake, Info, "the encoding was guessed from the text",
        "check a name with an accent, or name the encoding";
    NulRemoved = "nul-removed", Intake, Warning, "NUL bytes, which are no text, were left out",
        "check that the file was copied whole; if it was, there is nothing to do";
    SourceUncertain = "source-uncertain", Intake, Info, "the export's source was not recognised with certainty",
        "name the source if you know it";
    HeaderBlank = "header-blank", Intake, Warning, "a column has no name",
        "name the column, or leave it out";
    HeaderDuplicate = "header-duplicate", Intake, Warning, "two columns have the same name",
        "rename one of them, so that a mapping can tell them apart";
    ColumnDropped = "column-dropped", Intake, Info, "a column is left out because it holds secrets or identity numbers",
        "nothing: it is never copied on";
    MappingInvalid = "mapping-invalid", Intake, Error, "the column mapping does not fit the file",
        "map each field to one column that the file has";
    MappingVersion = "mapping-version", Intake, Error, "the column mapping was saved by another version of the format",
        "use a version of the library that knows the format, or map the columns anew";
    MappingColumnMissing = "mapping-column-missing", Intake, Warning, "the mapping names a column that the file does not have",
        "check that the file is of the kind that the mapping was saved for, or map the column's new name";
    MappingColumnNew = "mapping-column-new", Intake, Info, "the file has a column that the mapping does not name",
        "look at what it was taken for, then save the mapping again";
    // --- Intake: one record ------------------------------------------------------------------------------------
    RowRagged = "row-ragged", Intake, Error, "the record has more cells than the header has columns",
        "quote the cell that holds the delimiter, then read the row again";
    RowShort = "row-short", Intake, Info, "the record has fewer cells than the header has columns",
        "check that the row was not cut off; missing cells are read as blank";
    QuoteUnclosed = "quote-unclosed", Intake, Error, "a quoted cell is not closed before the end of the input",
        "close the quote, or double the quotes inside the cell";
    QuoteStray = "quote-stray", Intake, Warning, "text follows a closing quote within the cell",
        "double the quotes inside the cell";
    RecordInvalid = "record-invalid", Intake, Error, "the record is not a JSON object",
        "correct the JSON, then read the record again";
    KeyDuplicate = "key-duplicate", Intake, Error, "a key stands twice in one object of the record",
        "keep one of the two, then read the record again";
    ValueType = "value-type", Intake, Warning, "a value is not of the kind that stands here",
        "correct the value; until then it is kept as a custom field";
    RelatedUnmatched = "related-unmatched", Intake, Warning, "related records belong to nobody in the list",
        "read the contacts and what belongs to them from the same account, at the same time";
    // --- Contacts ----------------------------------------------------------------------------------------------
    EmailMissing = "email-missing", Contact, Error, "the record has no email address",
        "add the address, or leave the record out";
    EmailInvalid = "email-invalid", Contact, Error, "the email address cannot be delivered to",
        "correct the address, then read the row again";
    EmailDisplayName = "email-display-name", Contact, Error, "the address stands with a display name",
        "keep only the address between `<` and `>`";
    EmailComment = "email-comment", Contact, Error, "the address holds a comment",
        "take out the part in parentheses";
    EmailQuotedLocal = "email-quoted-local", Contact, Error, "the part before the `@` is quoted",
        "ask the person for another address: few systems deliver to a quoted one";
    EmailAddressLiteral = "email-address-literal", Contact, Error, "the domain is an internet address in brackets",
        "ask the person for an address at a named domain";
    EmailTypo = "email-typo", Contact, Warning, "the address looks mistyped",
        "correct the address if it is wrong; it is kept as written";
    EmailScriptsMixed = "email-scripts-mixed", Contact, Warning, "the address mixes letters of scripts that are not written together",
        "find out whose address it is, as a letter may look like another one; it is kept as written";
    EmailDuplicate = "email-duplicate", Contact, Info, "several records hold the same address and were merged",
        "nothing, if they are the same person";
    ValueOverruled = "value-overruled", Contact, Warning, "two records of one contact differ, and one value was kept",
        "check which value is right";
    ExternalIdConflict = "external-id-conflict", Contact, Warning, "one contact id stands with two addresses",
        "find out which address is the person's; the two are kept apart";
    ExternalIdAlias = "external-id-alias", Contact, Info, "one address stands with two contact ids",
        "nothing: the first is kept as the id, the others as aliases";
    JoinConflict = "join-conflict", Contact, Warning, "contact id and address do not lead to the same person of the two lists",
        "correct the contact id or the address in one of the two lists";
    JoinUnmatched = "join-unmatched", Contact, Info, "a user of the second list is nobody of the first",
        "check that the export of contacts is whole; the user is kept";
    Mojibake = "mojibake", Contact, Warning, "the text looks like UTF-8 that was read as Windows-1252 before it was exported",
        "export again as UTF-8, or read again with `repairMojibake`";
    MojibakeRepaired = "mojibake-repaired", Contact, Info, "text that had been read as Windows-1252 was taken back to UTF-8, as asked",
        "look at a few of the repaired names";
    HtmlDecoded = "html-decoded", Contact, Info, "HTML in cells was made plain text",
        "look at the first of them; nothing, if it is right";
    HtmlInTags = "html-in-tags", Contact, Info, "tags hold HTML and are kept as written",
        "nothing, if the site writes its tags so; else map them in the tag map";
    DateInvalid = "date-invalid", Contact, Warning, "the cell is not a date",
        "correct the date, or leave it blank";
    DateAmbiguous = "date-ambiguous", Contact, Warning, "day and month cannot be told apart in this column",
        "say whether the day or the month comes first";
    PhoneInvalid = "phone-invalid", Contact, Warning, "the cell is not a telephone number of any country",
        "correct the number; it is kept as written";
    PhoneUnclear = "phone-unclear", Contact, Info, "telephone numbers have no country code, and the country is not known",
        "name the country in `defaultRegion`; the numbers are kept as written";
    PhoneLabel = "phone-label", Contact, Info, "a word beside the telephone number is left out",
        "nothing, unless the word matters";
    CountryUnknown = "country-unknown", Contact, Info, "the cell names no country that is known",
        "write the country's two letters; it is kept as written";
    StatusUnknown = "status-unknown", Contact, Warning, "the marketing status is not one this source is known to use",
        "map the value to a status; until then the person is not mailed";
    StatusStrictest = "status-strictest", Contact, Info, "the source states different marketing statuses of one person, the strictest holds",
        "nothing: nobody is mailed on one list for having stayed on another";
    OptOutUndated = "opt-out-undated", Contact, Warning, "a column of opt-outs or bounces holds a word and no date",
        "nothing, if the person is not to be mailed; else write `no`, or leave the cell blank";
    StatusUnstated = "status-unstated", Contact, Warning, "the file does not say whether its people are subscribed",
        "give the name the file was exported under; until then nobody in it is mailed";
    StatusFromFile = "status-from-file", Contact, Info, "the marketing status was taken from the kind of file",
        "check that the file is the one its name says";
    TagInvalid = "tag-invalid", Contact, Warning, "a tag's name is too long to be one",
        "check the separator of the tag column";
    TagUnnamed = "tag-unnamed", Contact, Warning, "a tag is known by its id alone, which is kept as its name",
        "give the source's list of tags as related records, or map the id in the tag map";
    SerialisedInvalid = "serialised-invalid", Contact, Warning, "the cell holds a list that PHP serialised and that cannot be read",
        "export the list again, or separate the names by commas";
    TagCaseCollision = "tag-case-collision", Contact, Warning, "tags differ only by case and are kept apart",
        "merge them in the tag map if they are one tag";
    ZoneUnknown = "zone-unknown", Contact, Info, "the time zone is not in the IANA database",
        "correct the zone's name, or leave it blank";
    // --- Payments ----------------------------------------------------------------------------------------------
    RecordsOfAnotherKind = "records-of-another-kind", Intake, Warning, "the columns are those of an export of other records",
        "read the file with the function that the message names";
    PaymentColumnsMissing = "payment-columns-missing", Intake, Error, "no column holds what makes an order or a subscription",
        "map the column of the ids, or of the amounts, by hand";
    MoneyInvalid = "money-invalid", Payment, Warning, "the cell is not an amount of money",
        "correct the amount; until then its text is kept under the column's name";
    MoneyAmbiguous = "money-ambiguous", Payment, Warning,
        "whether a comma or a point parts the decimals cannot be told in this column",
        "say which of the two parts the decimals";
    CurrencyMissing = "currency-missing", Payment, Warning, "amounts have no currency",
        "name the currency of amounts without one";
    CurrencyUnknown = "currency-unknown", Payment, Warning, "the currency is not one of ISO 4217",
        "write its code, such as `EUR`";
    NumberInvalid = "number-invalid", Payment, Warning, "the cell is not a whole number",
        "correct the number; until then its text is kept under the column's name";
    IntervalUnknown = "interval-unknown", Payment, Warning, "how often the subscription is charged is not understood",
        "write a number and day, week, month or year";
    PaymentStatusUnknown = "payment-status-unknown", Payment, Warning,
        "the status of the order or the subscription is not one this source is known to use",
        "map the value to a status; until then it counts as unknown";
    OrderKindUnknown = "order-kind-unknown", Payment, Warning,
        "whether the record is a sale, a refund or neither is not known",
        "find out what the source means by the word";
    NotAnOrder = "not-an-order", Payment, Info, "the record is no order and no refund, and is set aside",
        "nothing, if the message is right";
    ItemsInvalid = "items-invalid", Payment, Warning, "the cell of the items cannot be taken apart",
        "nothing: its text is kept under the column's name";
    PayerEmailInvalid = "payer-email-invalid", Payment, Warning, "the address of an order or a subscription is not valid",
        "correct the address, so that the record can be tied to a contact";
    PaymentRepeated = "payment-repeated", Payment, Info, "a record stands twice, the same in every cell, and is read once",
        "nothing, if one export was appended to another";
    PaymentIdShared = "payment-id-shared", Payment, Warning, "two different records have the same id, and both are kept",
        "find out which of the two holds";
    PaymentUntied = "payment-untied", Payment, Warning, "an order or a subscription belongs to no contact",
        "read the contacts whose orders these are, or correct the address";
    PaymentTieConflict = "payment-tie-conflict", Payment, Warning, "an order or a subscription belongs to several contacts",
        "find out whose it is; it is tied to nobody until then";
    // --- Taking money ------------------------------------------------------------------------------------------
    ProcessorMissing = "processor-missing", Payment, Error, "something is sold, and no payment processor is connected",
        "connect Stripe or PayPal: AccessAlly > Get Started asks for what each needs";
    ProcessorTestMode = "processor-test-mode", Payment, Warning, "the live site's processor takes test cards alone",
        "connect the processor with the keys of its live mode";
    ProcessorLiveOnCopy = "processor-live-on-copy", Payment, Warning, "a copy of the site can charge real cards",
        "connect the copy with the keys of the processor's test mode, so that nobody is charged twice";
    ProcessorAccountShared = "processor-account-shared", Payment, Warning,
        "two sites charge real cards with one account of a processor",
        "make sure that only one of them has the subscriptions, or give the other the keys of the test mode";
    CrmUnstated = "crm-unstated", Payment, Warning, "nobody said which CRM is told of purchases",
        "give `crm` in the site's `payments`, so that what it needs can be checked";
    TrackingScriptOff = "tracking-script-off", Payment, Warning, "the CRM's tracking script is on no page of the site",
        "turn it on again, unless visitors are not to be tracked";
    TrackingScriptTwice = "tracking-script-twice", Payment, Warning, "the CRM's tracking script is on every page twice",
        "take out the one that was added by hand";
    CommerceSyncOn = "commerce-sync-on", Payment, Info, "orders are written to the CRM's own commerce too, which is not necessary",
        "nothing, if that is meant; count each order once";
    OptInFormMissing = "opt-in-form-missing", Payment, Error, "no form takes back whoever unsubscribed and buys",
        "make a form without double opt-in in the CRM, and link it in the payment settings";
    OptInFormDouble = "opt-in-form-double", Payment, Error, "the form that buyers go through asks them to confirm first",
        "turn double opt-in off for this form, or link another";
    OptInFormShared = "opt-in-form-shared", Payment, Warning, "the form that buyers go through is used for other leads too",
        "make a form of its own for orders, and use it for nothing else";
    // --- Who charges whom --------------------------------------------------------------------------------------
    BillingNoSubscriptions = "billing-no-subscriptions", Payment, Warning, "0/0 subscriptions have been detected",
        "keep the existing CRM integration, unless nothing is sold by subscription; else give the exports that are missing";
    OrderFormIncompatible = "order-form-incompatible", Payment, Error,
        "an offering is sold on order forms that AccessAlly Managed does not work with",
        "sell it on an AccessAlly order form and have its customers take their subscriptions out anew there, or keep the CRM integration";
    OrderFormMissing = "order-form-missing", Payment, Warning, "customers are to take a subscription out anew, and no order form is named",
        "make an AccessAlly order form for the offering, and give its name in `orderForm`";
    BillingProductUnknown = "billing-product-unknown", Payment, Warning, "no offering says that the product sells it",
        "list the product's id or name in `products` of the offering that it sells";
    BillingViewsDiffer = "billing-views-differ", Payment, Warning, "a shop and its processor say different things of one subscription",
        "find out which holds before the move; export both at the same time";
    BillingCountDiffers = "billing-count-differs", Payment, Warning, "two counts of a subscription's payments differ",
        "check how many payments were made; the higher count is taken, so that nobody pays too often";
    BillingInArrears = "billing-in-arrears", Payment, Warning, "a payment is late, and when it is tried again is not known",
        "settle it, or let it fail for good, before the subscription is stopped; what was missed is charged by hand";
    BillingDayChanges = "billing-day-changes", Payment, Warning, "taken out anew, a subscription falls due on another day of the month",
        "tell the customer, or let the new one begin on the day that it is to keep";
    BillingDoubleCharger = "billing-double-charger", Payment, Error, "a customer is charged for one thing by several at once",
        "stop all but one of the subscriptions, then export and plan again";
    BillingGap = "billing-gap", Payment, Warning, "for a time nothing pays for what was paid for before and is paid for again",
        "decide whether access goes on meanwhile, or have the new subscription begin sooner";
    BillingCustomerMissing = "billing-customer-missing", Payment, Error, "a subscription names no customer, and no order for it does",
        "give the customer's address or id in the export";
    BillingProductMissing = "billing-product-missing", Payment, Error, "a subscription does not say what it is for",
        "give the product's id or name in the export";
    BillingStatusUnknown = "billing-status-unknown", Payment, Error, "whether a subscription charges again is not known",
        "map its status, or look it up where it is charged";
    BillingAmountMissing = "billing-amount-missing", Payment, Error, "what is charged each time, or in which currency, is not known",
        "give the amount with its currency in the export, or name the currency when it is read";
    BillingAmountNegative = "billing-amount-negative", Payment, Error, "the amount of a charge is negative",
        "correct the amount";
    BillingIntervalMissing = "billing-interval-missing", Payment, Error, "how often a subscription is charged is not known",
        "give the interval in the export: a number above 0, and day, week, month or year";
    BillingDateMissing = "billing-date-missing", Payment, Error, "when a subscription is charged next is not known",
        "give the date of the next payment in the export, or when the subscription began";
    BillingDatePast = "billing-date-past", Payment, Error, "the next payment is dated before the instant of the plan",
        "export again, and plan for the instant of the export";
    BillingDatesConflict = "billing-dates-conflict", Payment, Error, "the dates of a subscription contradict one another",
        "look the subscription up where it is charged";
    BillingCountConflict = "billing-count-conflict", Payment, Error, "more payments were made than there are to be",
        "look the subscription up where it is charged: it may have charged too often";
    BillingCountUnknown = "billing-count-unknown", Payment, Error, "how many of its payments were made is not known",
        "give the number in the export, or the orders that were paid";
    BillingChargerUnknown = "billing-charger-unknown", Payment, Error, "the processor's export does not say by which form a subscription came",
        "give the export of the shop that it came by too, or decide in `handling` whether the processor's subscriptions are kept";
    BillingNotLive = "billing-not-live", Payment, Error, "the copy of the site is not the live one, so nothing may be charged or stopped from it",
        "carry the plan out on the live site, with a plan that was made for it";
    // --- The site document -------------------------------------------------------------------------------------
    DocumentInvalid = "document-invalid", Site, Error, "the document is not valid JSON of the expected shape",
        "correct the document at the place named";
    DocumentVersion = "document-version", Site, Error, "the document's format is not one this version reads",
        "use a version of the library that knows the format";
    IdDuplicate = "id-duplicate", Site, Error, "two things of one kind have the same id", "give each its own id";
    ReferenceUnknown = "reference-unknown", Site, Error, "a reference names something that is not there",
        "correct the name, or add what it names";
    RuleEmpty = "rule-empty", Site, Error, "a rule lists nothing to decide by", "list at least one, or use another rule";
    WindowEmpty = "window-empty", Site, Error, "a time window ends before it begins", "correct the two instants";
    RuleIgnored = "rule-ignored", Site, Warning, "a rule is written and never asked",
        "remove the rule, or let the page ask it";
    RedirectUnused = "redirect-unused", Site, Warning, "a redirect can never be taken", "remove it, or name another reason";
    TagMapConflict = "tag-map-conflict", Site, Error, "the tag map says two things of one source tag",
        "keep one of the two";
    AccessTagShared = "access-tag-shared", Site, Warning, "two offerings have the same access tag",
        "give each its own, unless whoever has the one is meant to have the other";
    ReleaseRuleInvalid = "release-rule-invalid", Site, Error, "a release rule cannot be carried out",
        "correct the rule at the place named";
    WrapUpModule = "wrap-up-module", Site, Info, "a last module ends access to the others when it opens",
        "nothing, if that is meant; an `expiry` of the offering says the same without a module";
    ExpiryWithoutEffect = "expiry-without-effect", Site, Warning, "an expiry takes no tag, and this asks for the offering's",
        "guard the page by a module or by the enrollment, with `module` or a rule `released` or `enrolled`";
    ExpiryTwice = "expiry-twice", Site, Warning, "access ends by an expiry rule and by a wrap-up module, whichever is earlier",
        "keep one of the two";
    PositionConflict = "position-conflict", Site, Error, "the positions of modules contradict their order",
        "give each module a position above that of the one before it";
    ReferenceCycle = "reference-cycle", Site, Error, "things depend on one another in a circle", "break the circle";
    WebhookTagShared = "webhook-tag-shared", Site, Warning, "two webhooks are set off by the same tag",
        "give each webhook a tag of its own that is used for nothing else";
    // --- Automations -------------------------------------------------------------------------------------------
    AutomationInvalid = "automation-invalid", Automation, Error, "the text is not an automation",
        "correct the automation at the place named";
    AutomationPaused = "automation-paused", Automation, Warning, "the automation is paused, so nothing in it runs",
        "switch it from paused to live when it is finished";
    AutomationCycle = "automation-cycle", Automation, Error, "the automation goes round in a circle",
        "let the step lead on to an end, or to a step after it";
    StepUnreachable = "step-unreachable", Automation, Warning, "no contact ever comes to the step",
        "remove the step, or move it before the end";
    StepUnsupported = "step-unsupported", Automation, Error, "the CRM has no such step",
        "use the step that the CRM has for it";
    DelayTooShort = "delay-too-short", Automation, Error, "the delay is shorter than the CRM takes",
        "choose the shortest delay that the CRM offers";
    DelayInvalid = "delay-invalid", Automation, Error, "the delay ends beyond the calendar",
        "choose a shorter delay";
    LoginEmailTooEarly = "login-email-too-early", Automation, Warning,
        "the email with the login can go out before the site has made the password",
        "add a short delay between the webhook and the email";
    LoginEmailIncomplete = "login-email-incomplete", Automation, Warning,
        "the email about logging in does not show everything that is needed to log in",
        "add the login page's address, the email address and the password's field";
    PasswordFieldDiffers = "password-field-differs", Automation, Error,
        "the email shows another field than the one that holds passwords",
        "put the exact name of the field that passwords are stored in";
    WebhookTagKept = "webhook-tag-kept", Automation, Warning, "the webhook's tag is added and not removed again",
        "remove the tag in a later step, so that it can be added again";
    WebhookMissing = "webhook-missing", Automation, Error, "nothing tells the site what the automation is for",
        "make the webhook in AccessAlly's Webhook Generator, and set it off in a step";
    ModuleStepMissing = "module-step-missing", Automation, Error, "a module of the offering is never given",
        "repeat delay, module tag, update-user webhook and email for the module";
    ModuleOpenedTwice = "module-opened-twice", Automation, Warning,
        "the automation and the site's own timer open the same module",
        "take the release timer away, or the steps that open the module";
    OfferingReleasedTwice = "offering-released-twice", Automation, Warning, "the same event releases an offering twice",
        "let one webhook release it, in one step of one automation";
    FormUnknown = "form-unknown", Automation, Warning, "the automation waits for a form that the site does not know of",
        "correct the form's name, or name it in the site's `forms` or as the offering's `optInForm` or `orderForm`; a form of the CRM's own \
         needs nothing";
    ModulesUndelivered = "modules-undelivered", Automation, Warning,
        "the offering has modules that neither a step nor a release timer opens",
        "add steps for them, or give them release timers";
    TagChangeUnsynced = "tag-change-unsynced", Automation, Error, "the site is not told of a tag that changes access",
        "run the update-user webhook after the tag";
    RevokePathMissing = "revoke-path-missing", Automation, Warning, "nothing happens when access is revoked",
        "add the event of the revoke tag at the end, and run the update-user webhook after it";
    SequenceUnpublished = "sequence-unpublished", Automation, Warning, "the sequence is not published, so its emails do not go out",
        "publish the sequence, and switch its emails to published";
    UnsubscribedNeverRun = "unsubscribed-never-run", Automation, Info,
        "automations do not run for people who have unsubscribed",
        "give people a way to stay subscribed to what they bought";
    // --- Plans -------------------------------------------------------------------------------------------------
    OfferingWithoutMembers = "offering-without-members", Plan, Warning, "nobody holds a tag of the offering",
        "check which column holds the tags and what parts them; map the list's tags to the site's in the tag map";
    TagNearlyKnown = "tag-nearly-known", Plan, Warning, "a tag of the list is nearly one that the site goes by",
        "map it to the site's in the tag map, or correct how the list's tags are separated";
    TagDangling = "tag-dangling", Plan, Error, "a tag is named by the site and exists nowhere else",
        "correct the tag's name, map a source tag to it, or declare it in the site's `tags`";
    AdministratorProtected = "administrator-protected", Plan, Warning,
        "the contact is an administrator and is left as it is", "change administrators by hand";
    OperatorProtected = "operator-protected", Plan, Warning,
        "the contact is the person running the migration and is left as it is", "change your own account by hand";
    UsernameCollision = "username-collision", Plan, Warning, "the username is taken on the target, another is given",
        "tell the member the new username";
    UsernameRewritten = "username-rewritten", Plan, Warning,
        "the target would store another username than the wanted one, so a new one is given", "tell the member the new username";
    EmailRewritten = "email-rewritten", Plan, Warning, "the address is stored with its domain in Punycode, the same mailbox",
        "nothing, if the member can log in with that spelling; else ask for another address";
    EmailNotStorable = "email-not-storable", Plan, Error, "the target would store another address, or none",
        "ask the member for another address, or waive the code to leave these people out";
    NameNotStorable = "name-not-storable", Plan, Error, "the name is longer than the target can show",
        "shorten the name, or waive the code to leave these people out";
    FieldNotStorable = "field-not-storable", Plan, Error, "the target cannot keep a custom field under this name",
        "rename the column or leave it out, or waive the code to leave these people out";
    RoleUnknown = "role-unknown", Plan, Warning, "the target does not define the role by itself, and would store it unquestioned",
        "make sure that a plugin of the target defines the role, or choose `subscriber`";
    NicenameClash = "nicename-clash", Plan, Info, "the address of a member's author page gets a number behind it",
        "nothing, if author pages are not used";
    TargetSendsMail = "target-sends-mail", Plan, Info, "some calls of the target send mail by themselves",
        "carry operations out by calls that send none, or switch that mail off while the run lasts";
    PasswordHashRefused = "password-hash-refused", Plan, Warning,
        "the target cannot check hashes of this kind, so a new password is made",
        "tell the members to ask for a new password on the login page";
    PasswordMissing = "password-missing", Plan, Warning, "the source holds no password to keep, so a new one is made",
        "tell the members to ask for a new password on the login page";
    PasswordWeak = "password-weak", Plan, Warning, "a kept password breaks the stated rules, so a new one is made",
        "tell the members to ask for a new password on the login page, or state other rules";
    PasswordSeedShort = "password-seed-short", Plan, Error, "the seed of generated passwords is too short to be secret",
        "give at least 16 random bytes";
    PasswordUnavailable = "password-unavailable", Plan, Error, "the contacts do not hold the password that the plan counts on",
        "read the list again that the plan was made from";
    EnrolledAtGuessed = "enrolled-at-guessed", Plan, Info, "when the member enrolled is a guess",
        "give the order dates, or check the schedule of a few members";
    ClockRestarted = "clock-restarted", Plan, Warning, "release timers start again, so members may lose modules that were open",
        "use another drip continuity, unless losing them is meant";
    TagDropped = "tag-dropped", Plan, Info, "a tag is left behind because the tag map says so",
        "nothing, if nobody needs it; else map it to a tag";
    PaymentNotMoved = "payment-not-moved", Plan, Warning, "subscriptions are carried as references only, their charges are not moved",
        "leave the charges where they are, or move them with the payment processor; never run both";
    CredentialsWithheld = "credentials-withheld", Plan, Warning, "new users are not told of their new password",
        "tell them to ask for a new password on the login page, or allow the mail in the options";
    EnvironmentMissing = "environment-missing", Plan, Error, "nobody said which copy of the site the plan is for",
        "give `environment` in the site document or in the plan's options";
    PlanInvalid = "plan-invalid", Plan, Error, "the text is not a plan, or was altered",
        "build the plan again and review it again";
    PlanVersion = "plan-version", Plan, Error, "the plan was written by another version of the format",
        "build the plan again with this version";
    SnapshotInvalid = "snapshot-invalid", Plan, Error, "the snapshot of the target cannot be read",
        "take the snapshot again";
    PlanBlocked = "plan-blocked", Plan, Error, "the plan has blockers and may not be run",
        "resolve each blocker, or waive it by name with a reason";
    // --- Runs --------------------------------------------------------------------------------------------------
    JournalForeign = "journal-foreign", Run, Error, "the journal belongs to another plan",
        "use the journal that was started with this plan, or start a new one";
    JournalAltered = "journal-altered", Run, Error, "a line of the journal does not match its checksum",
        "restore the journal from a copy; do not go on with this one";
    JournalVersion = "journal-version", Run, Error, "the journal was written by another version of the format",
        "finish the run with the version that started it";
    JournalTorn = "journal-torn", Run, Info, "the last line of the journal was cut off and is dropped",
        "nothing: what it held is done again, and found done";
    JournalEmpty = "journal-empty", Run, Error, "the journal holds no whole line, so nothing was done yet",
        "start a new run";
    PlanNotApproved = "plan-not-approved", Run, Error, "another plan was approved than the one at hand",
        "run the approved one, or look over and approve this one";
    EnvironmentMismatch = "environment-mismatch", Run, Error, "the plan was made for another copy of the site",
        "build the plan for this copy of the site";
    OutcomesMismatch = "outcomes-mismatch", Run, Error, "the outcomes do not match the operations of the batch",
        "report one outcome for each operation of the batch that was handed out";
    ChangedSince = "changed-since", Run, Warning, "what the run wrote is not taken back",
        "look at it, and undo it by hand if it should go";
    RunAborted = "run-aborted", Run, Error, "the run was aborted and goes no further",
        "take it back, or build a new plan for what is left";
    RollbackRefused = "rollback-refused", Run, Error, "a run that takes another one back is not taken back itself",
        "build a new plan for what shall be there";
    // --- Proof -------------------------------------------------------------------------------------------------
    UserMissing = "user-missing", Proof, Error, "a planned user is not on the target", "run the plan again";
    ValueDiffers = "value-differs", Proof, Error, "a value on the target is not the planned one",
        "find out who changed it, then run again or accept it";
    CountDiffers = "count-differs", Proof, Error, "a count on the target is not the planned one",
        "look at the differences listed with it";
    UntouchedChanged = "untouched-changed", Proof, Error,
        "a user that the plan does not touch is no longer as it was", "find out who changed it";
    AccessLost = "access-lost", Proof, Error, "somebody no longer sees what they saw before the move, and nobody asked for that",
        "give them what opens the page, mend the tag map or the page's rule and plan again, or accept the loss by name";
    AccessGained = "access-gained", Proof, Error, "somebody sees what they did not see before the move, and nobody asked for that",
        "take from them what opens the page, mend the tag map or the page's rule and plan again, or accept the gain by name";
    // --- Readiness ---------------------------------------------------------------------------------------------
    AnswersInvalid = "answers-invalid", Readiness, Error, "the text is no answers to the checklist",
        "correct the answers at the place named";
    AnswerOld = "answer-old", Readiness, Warning, "an answer to the checklist no longer counts",
        "answer the question again, for the site as it is now";
    CrmAutomationsInUse = "crm-automations-in-use", Readiness, Warning, "automations of the CRM are in use, and end with it",
        "make what they do anew, as the list of manual work says, or do without";
    TeamsOutsideOffering = "teams-outside-offering", Readiness, Error, "there are teams that no Team Center offering knows",
        "add the teams to a Team Center offering while the CRM is still connected";
    CrmCouponsInUse = "crm-coupons-in-use", Readiness, Warning, "a coupon code is activated by the CRM, which ends with it",
        "make a coupon in AccessAlly, or do without the code";
    EmailProviderMissing = "email-provider-missing", Readiness, Warning, "nobody sends newsletters and sequences once the CRM is gone",
        "set up an email service, if anything is sent besides the emails of offerings";
    BackupAdministratorMissing = "backup-administrator-missing", Readiness, Error,
        "no administrator is outside of the contact list", "make an administrator with an address that no contact has";
    RecoveryUnconfirmed = "recovery-unconfirmed", Readiness, Error, "a way back into the site is missing",
        "make sure of it before anything is moved";
    BackupUnverified = "backup-unverified", Readiness, Error, "there is no backup that is known to work",
        "make a full backup, and restore it once somewhere else";
    StagingMissing = "staging-missing", Readiness, Error, "the migration has not been tried on a copy of the site",
        "clone the site, and try the migration there until it goes well";
    StagingUnsafe = "staging-unsafe", Readiness, Error, "the staging site is not set up as it should be",
        "give it its own database, keep it out of search engines, and ask AccessAlly for the exception for two sites";
    ReleaseTimerMissing = "release-timer-missing", Readiness, Error, "the module does not say when it opens",
        "give it a release timer, or say that it opens by hand";
    EmailsOff = "emails-off", Readiness, Error, "AccessAlly Emails are not switched on",
        "switch them on and set them up, so that logins are sent";
    EmailDeliveryMissing = "email-delivery-missing", Readiness, Warning, "the site sends without an email delivery service",
        "install an SMTP plugin, and connect it to a delivery service";
    ReleaseFormMissing = "release-form-missing", Readiness, Error, "no form of the site's own releases the offering",
        "make an order form or opt-in form that releases it";
    WebhookLogUnreviewed = "webhook-log-unreviewed", Readiness, Error, "nobody has gone through the log of webhooks",
        "go through it, and see to each webhook that is in use";
    WebhookUnreplaced = "webhook-unreplaced", Readiness, Warning, "nothing does the work of the webhook yet",
        "see to what the inventory of webhooks says of it";
    RecordsUnprepared = "records-unprepared", Readiness, Error, "what is compared after the migration has not been noted",
        "note it before the migration starts";
    // --- Everything else ---------------------------------------------------------------------------------------
    ArgumentInvalid = "argument-invalid", Usage, Error, "an argument is not valid", "correct the argument named";
    Internal = "internal", Internal, Error, "the library made a mistake",
        "report it with the input that caused it; nothing was changed";
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_kebab_case_unique_and_explained() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
            for text in [code.meaning(), code.remedy()] {
                assert!(!text.is_empty() && !text.ends_with('.'), "{code}: {text}");
            }
        }
    }
}
