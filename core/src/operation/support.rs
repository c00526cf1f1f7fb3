//! Where a custom operation can be done, and what may set it off. Does not know what it is done to.

use serde::{Deserialize, Serialize};

use super::{CustomOperation, CustomOperationKind};

/// Where a site keeps its contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ContactHome {
    /// In a CRM that the site is integrated with.
    CrmIntegrated,
    /// In the site itself: AccessAlly Managed.
    Managed,
}

/// Whether an operation can be done. On the wire tagged by `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Support {
    /// It can.
    Supported,
    /// It cannot.
    NotSupported {
        /// Why: a clause, lower-case, no full stop.
        reason: &'static str,
        /// Who says so.
        source: &'static str,
    },
}

/// What may set an operation off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OperationTrigger {
    /// The site's own screens: an order form or an opt-in form that is submitted.
    Form,
    /// A button on a page that a member presses.
    MemberButton,
    /// A webhook that the CRM runs.
    Webhook,
    /// The Members tab's `Run action`, for many members at once.
    BulkAction,
}

const MIGRATION_GUIDE: &str = "AccessAlly's guide to migrating to AccessAlly Managed";
const OPERATION_GUIDE: &str = "AccessAlly's guide to custom operations";

impl CustomOperationKind {
    /// Whether a site can do it that keeps its contacts there.
    pub fn support(self, home: ContactHome) -> Support {
        match (home, self) {
            (ContactHome::CrmIntegrated, _) => Support::Supported,
            (ContactHome::Managed, CustomOperationKind::CreateLogin) => Support::NotSupported {
                reason: "logins are made by order forms and opt-in forms, not on demand",
                source: OPERATION_GUIDE,
            },
            (ContactHome::Managed, CustomOperationKind::CrmCouponCode) => Support::NotSupported {
                reason: "there is no CRM to activate a coupon code",
                source: MIGRATION_GUIDE,
            },
            (ContactHome::Managed, CustomOperationKind::UpdateUser) => Support::NotSupported {
                reason: "tags and fields are kept on the site, so there is no CRM to take them over from",
                source: MIGRATION_GUIDE,
            },
            (ContactHome::Managed, _) => Support::Supported,
        }
    }

    /// What may set it off on a site that keeps its contacts there, in the order of [`OperationTrigger`].
    ///
    /// AccessAlly says that some operations do not permit every trigger, and not which. What is left out here follows from what the operation
    /// is: showing something needs a page that somebody looks at, a coupon of the CRM's needs the CRM, and a login or an update comes
    /// of a webhook alone. On a Managed site no webhook sets anything off.
    pub fn triggers(self, home: ContactHome) -> &'static [OperationTrigger] {
        use OperationTrigger::{BulkAction, Form, MemberButton, Webhook};
        let managed = home == ContactHome::Managed;
        match self {
            _ if self.support(home) != Support::Supported => &[],
            CustomOperationKind::ShowField => &[MemberButton],
            CustomOperationKind::CreateLogin
            | CustomOperationKind::UpdateUser
            | CustomOperationKind::CrmCouponCode => &[Webhook],
            CustomOperationKind::RunTeamInteraction if managed => &[MemberButton],
            CustomOperationKind::RunTeamInteraction => &[MemberButton, Webhook],
            CustomOperationKind::ReleaseOffering | CustomOperationKind::RevokeOffering if managed => {
                &[Form, MemberButton, BulkAction]
            }
            CustomOperationKind::ReleaseOffering | CustomOperationKind::RevokeOffering => {
                &[Form, MemberButton, Webhook, BulkAction]
            }
            _ if managed => &[Form, MemberButton],
            _ => &[Form, MemberButton, Webhook],
        }
    }
}

impl CustomOperation {
    /// Whether a site can do it that keeps its contacts there.
    pub fn support(&self, home: ContactHome) -> Support {
        self.kind().support(home)
    }

    /// What may set it off; as [`CustomOperationKind::triggers`].
    pub fn triggers(&self, home: ContactHome) -> &'static [OperationTrigger] {
        self.kind().triggers(home)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_a_crm_is_not_in_managed() {
        let lacking: Vec<_> = CustomOperationKind::ALL
            .iter()
            .filter(|kind| kind.support(ContactHome::Managed) != Support::Supported)
            .collect();
        assert_eq!(
            lacking,
            [
                &CustomOperationKind::CreateLogin,
                &CustomOperationKind::UpdateUser,
                &CustomOperationKind::CrmCouponCode
            ]
        );
    }

    #[test]
    fn no_webhook_sets_anything_off_in_managed_and_every_supported_operation_has_a_trigger() {
        for kind in CustomOperationKind::ALL {
            let managed = kind.triggers(ContactHome::Managed);
            assert!(!managed.contains(&OperationTrigger::Webhook), "{kind}");
            assert_eq!(
                managed.is_empty(),
                kind.support(ContactHome::Managed) != Support::Supported,
                "{kind}"
            );
            assert!(!kind.triggers(ContactHome::CrmIntegrated).is_empty(), "{kind}");
        }
    }
}
