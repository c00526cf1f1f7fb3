//! The items of the checklist as data: what is asked, why, which answer is wanted, and who says so. Does not know any site.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Code;

/// One thing that has to be known or true before a migration is started. On the wire its kebab-case name. The order of the variants is that
/// of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChecklistItem {
    /// Where orders are placed.
    CrmOrderForms,
    /// Whether there are subscriptions.
    SubscriptionsDetected,
    /// Whether the CRM's automations do anything.
    CrmAutomations,
    /// Whether there are teams that no offering knows.
    Teams,
    /// Whether the CRM activates coupon codes.
    CrmCouponCodes,
    /// Who sends newsletters and sequences.
    EmailProvider,
    /// Somebody who can log in whatever becomes of passwords.
    BackupAdministrator,
    /// Whether they really can.
    BackupAdministratorTested,
    /// A way to the database besides the site.
    DatabaseAccess,
    /// A way to the files besides the site.
    FtpAccess,
    /// A backup that can be restored.
    BackupVerified,
    /// A copy to try on.
    StagingSite,
    /// That the copy cannot write to the live site.
    StagingOwnDatabase,
    /// That nobody finds the copy.
    StagingNotIndexed,
    /// That the copy may run.
    StagingLicence,
    /// That all of it went well once.
    StagingRehearsed,
    /// That modules open by themselves.
    ReleaseTimers,
    /// That the site sends the emails of its offerings.
    EmailsOn,
    /// That they arrive.
    DeliveryService,
    /// That what is paid for can be bought.
    OrderForms,
    /// That what is free can be had.
    OptInForms,
    /// That money can be taken.
    Processor,
    /// What the CRM has set off so far.
    WebhookLog,
    /// What was there before.
    CountsDocumented,
    /// Somebody to try with.
    TestContact,
    /// Whom to look at afterwards.
    TenContacts,
}

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChecklistArea {
    /// Whether the move suits the business: the quiz.
    Fit,
    /// What to fall back on.
    Recovery,
    /// The copy to try on.
    Staging,
    /// What the site needs once there is no CRM.
    Setup,
    /// What was noted, to be compared afterwards.
    Records,
}

/// Which answer lets an item pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Whether an item may be set aside as not applicable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MayNotApply {
    /// It may.
    Possibly,
    /// It concerns every site.
    Never,
}

/// What is known of an item.
struct Facts {
    id: &'static str,
    area: ChecklistArea,
    question: &'static str,
    why: &'static str,
    /// The part of the guide that asks for it.
    section: &'static str,
    wanted: Wanted,
    may_not_apply: MayNotApply,
    code: Code,
}

use ChecklistArea::{Fit, Records, Recovery, Setup, Staging};
use MayNotApply::{Never, Possibly};
use Wanted::{No, Yes};

impl ChecklistItem {
    /// Every item, in the order of the checklist.
    pub const ALL: [ChecklistItem; 26] = [
        ChecklistItem::CrmOrderForms,
        ChecklistItem::SubscriptionsDetected,
        ChecklistItem::CrmAutomations,
        ChecklistItem::Teams,
        ChecklistItem::CrmCouponCodes,
        ChecklistItem::EmailProvider,
        ChecklistItem::BackupAdministrator,
        ChecklistItem::BackupAdministratorTested,
        ChecklistItem::DatabaseAccess,
        ChecklistItem::FtpAccess,
        ChecklistItem::BackupVerified,
        ChecklistItem::StagingSite,
        ChecklistItem::StagingOwnDatabase,
        ChecklistItem::StagingNotIndexed,
        ChecklistItem::StagingLicence,
        ChecklistItem::StagingRehearsed,
        ChecklistItem::ReleaseTimers,
        ChecklistItem::EmailsOn,
        ChecklistItem::DeliveryService,
        ChecklistItem::OrderForms,
        ChecklistItem::OptInForms,
        ChecklistItem::Processor,
        ChecklistItem::WebhookLog,
        ChecklistItem::CountsDocumented,
        ChecklistItem::TestContact,
        ChecklistItem::TenContacts,
    ];

    /// The name used on the wire.
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// What it is about.
    pub const fn area(self) -> ChecklistArea {
        self.facts().area
    }

    /// What is asked, in words.
    pub const fn question(self) -> &'static str {
        self.facts().question
    }

    /// Why it matters.
    pub const fn why(self) -> &'static str {
        self.facts().why
    }

    /// The part of AccessAlly's guide to migrating to AccessAlly Managed that asks for it.
    pub const fn section(self) -> &'static str {
        self.facts().section
    }

    /// The code of the issue where it fails.
    pub const fn code(self) -> Code {
        self.facts().code
    }

    pub(super) const fn wanted(self) -> Wanted {
        self.facts().wanted
    }

    pub(super) const fn may_not_apply(self) -> MayNotApply {
        self.facts().may_not_apply
    }

    #[expect(clippy::too_many_lines, reason = "one row of a table for each item")]
    const fn facts(self) -> Facts {
        match self {
            ChecklistItem::CrmOrderForms => Facts {
                id: "crm-order-forms",
                area: Fit,
                question: "Are orders placed on order forms of the CRM or in a third-party cart?",
                why: "AccessAlly Managed does not work with them: it gives access by orders on AccessAlly's own forms.",
                section: "Order Form Information",
                wanted: No,
                may_not_apply: Possibly,
                code: Code::OrderFormIncompatible,
            },
            ChecklistItem::SubscriptionsDetected => Facts {
                id: "subscriptions-detected",
                area: Fit,
                question: "Does the site's verification step detect subscriptions?",
                why: "Where it says 0/0, the guide recommends to keep the CRM: what people pay would not be known to the site.",
                section: "Step 1: Start Verification",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::BillingNoSubscriptions,
            },
            ChecklistItem::CrmAutomations => Facts {
                id: "crm-automations",
                area: Fit,
                question: "Are automations of the CRM in use?",
                why: "They end with the CRM. Email sequences and workflows have to be made anew, or done without.",
                section: "What Requires Manual Work",
                wanted: No,
                may_not_apply: Possibly,
                code: Code::CrmAutomationsInUse,
            },
            ChecklistItem::Teams => Facts {
                id: "teams",
                area: Fit,
                question: "Are there teams that were made outside of a Team Center offering?",
                why: "They can be added to a Team Center offering only as long as the CRM is connected.",
                section: "FAQs",
                wanted: No,
                may_not_apply: Possibly,
                code: Code::TeamsOutsideOffering,
            },
            ChecklistItem::CrmCouponCodes => Facts {
                id: "crm-coupon-codes",
                area: Fit,
                question: "Are there coupon codes that the CRM activates?",
                why: "That operation is not available without a CRM.",
                section: "FAQs",
                wanted: No,
                may_not_apply: Possibly,
                code: Code::CrmCouponsInUse,
            },
            ChecklistItem::EmailProvider => Facts {
                id: "email-provider",
                area: Fit,
                question: "Is there an email service, apart from the CRM, for newsletters and sequences?",
                why: "AccessAlly Managed sends the emails of offerings, and no marketing.",
                section: "What Requires Manual Work",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::EmailProviderMissing,
            },
            ChecklistItem::BackupAdministrator => Facts {
                id: "backup-administrator",
                area: Recovery,
                question: "Is there an administrator whose email address is not in the contact list?",
                why: "The migration resets the passwords of all contacts; who is none of them can still log in.",
                section: "Critical: Backup Admin Access Before Starting",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::BackupAdministratorMissing,
            },
            ChecklistItem::BackupAdministratorTested => Facts {
                id: "backup-administrator-tested",
                area: Recovery,
                question: "Has the backup administrator logged in, in another browser or on another device?",
                why: "An account that nobody has tried is no way back in.",
                section: "Critical: Backup Admin Access Before Starting",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::RecoveryUnconfirmed,
            },
            ChecklistItem::DatabaseAccess => Facts {
                id: "database-access",
                area: Recovery,
                question: "Can you open the site's database at the hosting provider, such as with phpMyAdmin?",
                why: "Whoever is locked out can reset a password there.",
                section: "Critical: Backup Admin Access Before Starting",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::RecoveryUnconfirmed,
            },
            ChecklistItem::FtpAccess => Facts {
                id: "ftp-access",
                area: Recovery,
                question: "Do you have what is needed to reach the site's files by FTP or SFTP?",
                why: "Whoever is locked out can reset a password by way of the files.",
                section: "Critical: Backup Admin Access Before Starting",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::RecoveryUnconfirmed,
            },
            ChecklistItem::BackupVerified => Facts {
                id: "backup-verified",
                area: Recovery,
                question: "Is there a full backup of this copy of the site, and has it been restored once to see that it can be?",
                why: "A backup that cannot be restored is none.",
                section: "Backup Your Site",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::BackupUnverified,
            },
            ChecklistItem::StagingSite => Facts {
                id: "staging-site",
                area: Staging,
                question: "Is there a staging copy of the site on which the migration is tried first?",
                why: "What goes wrong there harms nobody.",
                section: "Set Up Proper Staging Environment",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::StagingMissing,
            },
            ChecklistItem::StagingOwnDatabase => Facts {
                id: "staging-own-database",
                area: Staging,
                question: "Does the staging site have a database of its own?",
                why: "With a shared one, a trial changes the live site's members.",
                section: "Set Up Proper Staging Environment",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::StagingUnsafe,
            },
            ChecklistItem::StagingNotIndexed => Facts {
                id: "staging-not-indexed",
                area: Staging,
                question: "Is the staging site kept out of search engines?",
                why: "Visitors who find it would sign up on, or buy from, a copy.",
                section: "Set Up Proper Staging Environment",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::StagingUnsafe,
            },
            ChecklistItem::StagingLicence => Facts {
                id: "staging-licence",
                area: Staging,
                question: "Has AccessAlly made the licence exception for two sites?",
                why: "Without it the plugin does not run on the copy.",
                section: "Set Up Proper Staging Environment",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::StagingUnsafe,
            },
            ChecklistItem::StagingRehearsed => Facts {
                id: "staging-rehearsed",
                area: Staging,
                question: "Has the migration run on the staging site, and have logins, tags, access, progress, a purchase and emails been \
                           tested there?",
                why: "Two or three trials are usual before a migration goes well.",
                section: "Post-Migration Testing Checklist",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::StagingMissing,
            },
            ChecklistItem::ReleaseTimers => Facts {
                id: "release-timers",
                area: Setup,
                question: "Does every module after the first say when it opens?",
                why: "No automation adds module tags any longer; a module without a timer never opens to new members.",
                section: "Staging Site Review Items",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::ReleaseTimerMissing,
            },
            ChecklistItem::EmailsOn => Facts {
                id: "emails-on",
                area: Setup,
                question: "Are AccessAlly Emails switched on and set up?",
                why: "They send logins and the emails of offerings once the CRM sends nothing.",
                section: "Staging Site Review Items",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::EmailsOff,
            },
            ChecklistItem::DeliveryService => Facts {
                id: "delivery-service",
                area: Setup,
                question: "Does the site send by an SMTP plugin and an email delivery service?",
                why: "What WordPress sends by itself is often taken for spam, and logins do not arrive.",
                section: "Recommendations",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::EmailDeliveryMissing,
            },
            ChecklistItem::OrderForms => Facts {
                id: "order-forms",
                area: Setup,
                question: "Does every paid offering have an AccessAlly order form that releases it?",
                why: "The release operation of the form is what gives access and starts the timers.",
                section: "Staging Site Review Items",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::ReleaseFormMissing,
            },
            ChecklistItem::OptInForms => Facts {
                id: "opt-in-forms",
                area: Setup,
                question: "Does every free offering have an AccessAlly opt-in form?",
                why: "Without the CRM's forms there is no other way to it.",
                section: "Staging Site Review Items",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::ReleaseFormMissing,
            },
            ChecklistItem::Processor => Facts {
                id: "processor",
                area: Setup,
                question: "Is a payment processor connected in AccessAlly?",
                why: "AccessAlly's order forms charge by Stripe or PayPal, whatever the CRM charged by.",
                section: "What Requires Manual Work",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::ProcessorMissing,
            },
            ChecklistItem::WebhookLog => Facts {
                id: "webhook-log",
                area: Setup,
                question: "Has the log of webhooks been gone through?",
                why: "No webhook that the CRM runs works afterwards; the log shows which are in use.",
                section: "Staging Site Review Items",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::WebhookLogUnreviewed,
            },
            ChecklistItem::CountsDocumented => Facts {
                id: "counts-documented",
                area: Records,
                question: "Are the numbers of members, subscriptions and tags written down?",
                why: "They are what is compared afterwards.",
                section: "Pre-Migration Testing",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::RecordsUnprepared,
            },
            ChecklistItem::TestContact => Facts {
                id: "test-contact",
                area: Records,
                question: "Is there a test contact in the CRM with all important tags?",
                why: "By it every tag can be followed through the migration.",
                section: "Pre-Migration Testing",
                wanted: Yes,
                may_not_apply: Possibly,
                code: Code::RecordsUnprepared,
            },
            ChecklistItem::TenContacts => Facts {
                id: "ten-contacts",
                area: Records,
                question: "Are ten contacts noted with first and last name, contact id, email address, tags, referring affiliate, order ids and \
                           subscription ids?",
                why: "They are looked at by hand after the migration.",
                section: "Staging Site Review Items",
                wanted: Yes,
                may_not_apply: Never,
                code: Code::RecordsUnprepared,
            },
        }
    }
}

impl fmt::Display for ChecklistItem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_stands_once_in_its_order_by_the_name_of_the_wire() {
        assert!(ChecklistItem::ALL.is_sorted_by(|left, right| left < right));
        assert!(ChecklistItem::ALL.is_sorted_by_key(|item| item.area()));
        for item in ChecklistItem::ALL {
            assert_eq!(serde_json::to_string(&item).unwrap(), format!("\"{item}\""));
            assert!(item.question().ends_with('?') && item.why().ends_with('.'), "{item}");
        }
    }
}
