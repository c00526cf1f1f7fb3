//! Orders and subscriptions as read.

use std::sync::Arc;

use ext_php_rs::prelude::*;
use memberferry::{Order, Subscription};

use crate::boundary::{HANDLE, Text, written};

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident as $class:literal: $record:ident;)*) => {
        $(
            $(#[$doc])*
            #[php_class]
            #[php(name = $class, flags = HANDLE)]
            pub struct $name {
                pub inner: Arc<Vec<$record>>,
            }

            #[php_impl]
            impl $name {
                /// How many there are.
                pub fn length(&self) -> usize {
                    self.inner.len()
                }

                /// Some of them, from a place on.
                pub fn part(&self, first: usize, count: usize) -> PhpResult<Text> {
                    written(|| Ok(self.inner.iter().skip(first).take(count).collect::<Vec<_>>()))
                }
            }
        )*
    };
}

records! {
    /// Orders, refunds and disputes.
    Orders as "Memberferry\\Native\\Orders": Order;
    /// Subscriptions.
    Subscriptions as "Memberferry\\Native\\Subscriptions": Subscription;
}
