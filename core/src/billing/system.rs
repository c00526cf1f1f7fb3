//! The systems that charge, and what a move to AccessAlly's own order forms makes of what they charge for. Does not know subscriptions.

use serde::{Deserialize, Serialize};

use super::options::{BillingOptions, BillingTarget, ChargerHandling};

/// Where a subscription was taken out. On the wire the name of the profile that reads its exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BillingSystem {
    /// AccessAlly's own order forms, which charge by Stripe or PayPal.
    #[serde(rename = "accessally")]
    AccessAlly,
    /// Order forms of Keap, once Infusionsoft.
    Keap,
    /// Order forms of Ontraport.
    Ontraport,
    /// SamCart.
    #[serde(rename = "samcart")]
    SamCart,
    /// ThriveCart.
    #[serde(rename = "thrivecart")]
    ThriveCart,
    /// WooCommerce.
    #[serde(rename = "woocommerce")]
    WooCommerce,
    /// MemberPress.
    #[serde(rename = "memberpress")]
    MemberPress,
    /// Paid Memberships Pro.
    PaidMembershipsPro,
    /// Memberium.
    Memberium,
    /// Stripe itself: which form a subscription came by is not in its export.
    Stripe,
    /// PayPal itself: which form a subscription came by is not in its export.
    #[serde(rename = "paypal")]
    PayPal,
    /// Any other.
    Other,
}

/// What becomes of a running charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Treatment {
    /// It goes on where it is.
    Keep,
    /// It is stopped, and the customer takes it out anew.
    Replace,
    /// The same, because the new site cannot work with it.
    Incompatible,
    /// Nobody can tell from the export.
    Ask,
}

impl BillingSystem {
    /// Every system.
    pub const ALL: [BillingSystem; 12] = [
        BillingSystem::AccessAlly,
        BillingSystem::Keap,
        BillingSystem::Ontraport,
        BillingSystem::SamCart,
        BillingSystem::ThriveCart,
        BillingSystem::WooCommerce,
        BillingSystem::MemberPress,
        BillingSystem::PaidMembershipsPro,
        BillingSystem::Memberium,
        BillingSystem::Stripe,
        BillingSystem::PayPal,
        BillingSystem::Other,
    ];

    /// The system whose exports a profile reads; [`Other`](Self::Other) where it is none of these.
    ///
    /// ```
    /// use memberferry::BillingSystem;
    /// assert_eq!(BillingSystem::of_profile("samcart"), BillingSystem::SamCart);
    /// assert_eq!(BillingSystem::of_profile("generic"), BillingSystem::Other);
    /// ```
    pub fn of_profile(id: &str) -> BillingSystem {
        let named = Self::ALL.into_iter().find(|system| system.wire_name() == id);
        named.unwrap_or(BillingSystem::Other)
    }

    /// The name on the wire, for what is derived from it.
    pub(super) const fn wire_name(self) -> &'static str {
        match self {
            BillingSystem::AccessAlly => "accessally",
            BillingSystem::Keap => "keap",
            BillingSystem::Ontraport => "ontraport",
            BillingSystem::SamCart => "samcart",
            BillingSystem::ThriveCart => "thrivecart",
            BillingSystem::WooCommerce => "woocommerce",
            BillingSystem::MemberPress => "memberpress",
            BillingSystem::PaidMembershipsPro => "paid-memberships-pro",
            BillingSystem::Memberium => "memberium",
            BillingSystem::Stripe => "stripe",
            BillingSystem::PayPal => "paypal",
            BillingSystem::Other => "other",
        }
    }

    /// The name people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            BillingSystem::AccessAlly => "AccessAlly",
            BillingSystem::Keap => "Keap",
            BillingSystem::Ontraport => "Ontraport",
            BillingSystem::SamCart => "SamCart",
            BillingSystem::ThriveCart => "ThriveCart",
            BillingSystem::WooCommerce => "WooCommerce",
            BillingSystem::MemberPress => "MemberPress",
            BillingSystem::PaidMembershipsPro => "Paid Memberships Pro",
            BillingSystem::Memberium => "Memberium",
            BillingSystem::Stripe => "Stripe",
            BillingSystem::PayPal => "PayPal",
            BillingSystem::Other => "another system",
        }
    }

    /// Whether it charges cards itself, for whichever shop.
    pub(super) const fn is_processor(self) -> bool {
        matches!(self, BillingSystem::Stripe | BillingSystem::PayPal)
    }

    /// Whether it is an order form of a CRM or a cart that AccessAlly Managed does not work with.
    pub(crate) const fn is_foreign_to_managed(self) -> bool {
        matches!(
            self,
            BillingSystem::Keap
                | BillingSystem::Ontraport
                | BillingSystem::SamCart
                | BillingSystem::ThriveCart
                | BillingSystem::WooCommerce
        )
    }

    /// What a move makes of its running charges. What the owner says counts where the target can work with it.
    pub(super) fn treatment(self, options: &BillingOptions) -> Treatment {
        let said = options.handling.get(&self).copied();
        match (self, options.target, said) {
            (_, BillingTarget::Managed, _) if self.is_foreign_to_managed() => Treatment::Incompatible,
            (_, _, Some(ChargerHandling::Keep)) => Treatment::Keep,
            (_, _, Some(ChargerHandling::Replace)) => Treatment::Replace,
            (BillingSystem::AccessAlly, ..) => Treatment::Keep,
            _ if self.is_processor() => Treatment::Ask,
            _ if self.is_foreign_to_managed() => Treatment::Keep,
            _ => Treatment::Replace,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for system in BillingSystem::ALL {
            assert_eq!(serde_json::to_string(&system).unwrap(), format!("\"{}\"", system.wire_name()));
            assert_eq!(BillingSystem::of_profile(system.wire_name()), system);
        }
    }

    #[test]
    fn what_the_owner_says_counts_where_the_target_can_work_with_it() {
        use BillingSystem::{AccessAlly, Keap, MemberPress, Stripe, WooCommerce};
        let treated = |system: BillingSystem, target, said: Option<ChargerHandling>| {
            let handling = said.map(|said| (system, said)).into_iter().collect();
            system.treatment(&BillingOptions { handling, ..BillingOptions::new(target) })
        };
        use BillingTarget::{CrmIntegrated, Managed};
        use ChargerHandling::{Keep, Replace};
        for (system, target, said, expected) in [
            (AccessAlly, Managed, None, Treatment::Keep),
            (AccessAlly, Managed, Some(Replace), Treatment::Replace),
            (Keap, Managed, Some(Keep), Treatment::Incompatible),
            (Keap, CrmIntegrated, None, Treatment::Keep),
            (WooCommerce, CrmIntegrated, Some(Replace), Treatment::Replace),
            (Stripe, Managed, None, Treatment::Ask),
            (Stripe, Managed, Some(Keep), Treatment::Keep),
            (MemberPress, CrmIntegrated, None, Treatment::Replace),
        ] {
            assert_eq!(treated(system, target, said), expected, "{system:?} {target:?} {said:?}");
        }
    }
}
