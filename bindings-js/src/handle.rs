//! What stays in Rust, and how a call finds what it was lent. Does not know what is done with it.

use std::sync::Arc;
#[cfg(feature = "whole")]
use std::sync::Mutex;

use memberferry::{Contacts, Issues, Order, Subscription, TagDates, ops};

use crate::guard::{Outcome, lacking};
use crate::intake::Taken;
use crate::pushed::Pushed;

macro_rules! handles {
    ($($(#[$attribute:meta])* $variant:ident($held:ty) $one:ident $if_any:ident $(-> $lent:ident)?,)*) => {
        /// Something that stays in Rust. A copy of a handle is a handle on the same thing.
        #[derive(Clone)]
        pub enum Handle {
            $($(#[$attribute])* #[doc = concat!("On `", stringify!($held), "`.")] $variant($held),)*
        }

        /// What a call was lent, each found by its kind.
        #[derive(Clone, Copy)]
        pub struct Lent<'a>(pub &'a [Handle]);

        impl<'a> Lent<'a> {
            $(
                $(#[$attribute])*
                /// The first of its kind.
                pub fn $if_any(self) -> Option<&'a $held> {
                    self.all().find_map(|handle| match handle {
                        Handle::$variant(held) => Some(held),
                        _ => None,
                    })
                }

                $(#[$attribute])*
                /// The first of its kind, which has to be there.
                pub fn $one(self) -> Outcome<&'a $held> {
                    self.$if_any().ok_or_else(|| lacking(stringify!($one)))
                }
            )*
        }
    };
}

handles! {
    Pushed(Arc<Pushed>) pushed pushed_if_any,
    Intake(Arc<Taken>) intake intake_if_any,
    Contacts(Arc<Contacts>) contacts contacts_if_any,
    TagDates(Arc<TagDates>) tag_dates tag_dates_if_any,
    Orders(Arc<Vec<Order>>) orders orders_if_any,
    Subscriptions(Arc<Vec<Subscription>>) subscriptions subscriptions_if_any,
    Issues(Arc<Issues>) issues issues_if_any,
    Merged(Arc<crate::contacts::Merged>) merged merged_if_any,
    #[cfg(feature = "whole")]
    Sheet(Arc<memberferry::Sheet>) sheet sheet_if_any,
    #[cfg(feature = "whole")]
    Site(Arc<memberferry::Site>) site site_if_any,
    #[cfg(feature = "whole")]
    Access(Arc<memberferry::AccessTable>) access access_if_any,
    #[cfg(feature = "whole")]
    Snapshot(Arc<memberferry::Snapshot>) snapshot snapshot_if_any,
    #[cfg(feature = "whole")]
    Plan(memberferry::Plan) plan plan_if_any,
    #[cfg(feature = "whole")]
    Run(Arc<Mutex<crate::run::Begun>>) run run_if_any,
    #[cfg(feature = "whole")]
    Batch(Arc<Option<memberferry::Batch>>) batch batch_if_any,
    #[cfg(feature = "whole")]
    Passwords(Arc<memberferry::Passwords<'static>>) passwords passwords_if_any,
}

impl<'a> Lent<'a> {
    fn all(self) -> std::slice::Iter<'a, Handle> {
        self.0.iter()
    }

    /// Every table of contacts, in order.
    pub fn lists(self) -> impl Iterator<Item = &'a Arc<Contacts>> {
        self.all().filter_map(|handle| match handle {
            Handle::Contacts(contacts) => Some(contacts),
            _ => None,
        })
    }

    /// Every plan, in order.
    #[cfg(feature = "whole")]
    pub fn plans(self) -> impl Iterator<Item = &'a memberferry::Plan> {
        self.all().filter_map(|handle| match handle {
            Handle::Plan(plan) => Some(plan),
            _ => None,
        })
    }

    /// As an operation is lent it.
    pub fn held(self) -> ops::Held<'a> {
        let contacts = self.contacts_if_any().map(|contacts| &**contacts);
        #[cfg(feature = "whole")]
        return ops::Held {
            site: self.site_if_any().map(|site| &**site),
            contacts,
            users: self.snapshot_if_any().map(|users| &**users),
            plan: self.plan_if_any(),
        };
        #[cfg(not(feature = "whole"))]
        return ops::Held { contacts, ..ops::Held::default() };
    }
}

impl Handle {
    /// About how many bytes are held by it that a host's own memory does not show.
    pub fn weight(&self) -> usize {
        match self {
            Handle::Contacts(contacts) => contacts.live_bytes(),
            _ => 0,
        }
    }
}
