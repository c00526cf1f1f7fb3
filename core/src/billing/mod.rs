//! Who charges whom: whether a site is set up to take money, and what becomes of each subscription in a move. Charges nobody and stops
//! nothing; knows no processor's interface.
//!
//! - [`check_payment_setup`], [`check_shared_accounts`]: the processors and the CRM beside them.

mod setup;

pub use setup::{check_payment_setup, check_shared_accounts};
