//! Orders and subscriptions: each record becomes one, or is set aside; no amount is made of nothing.

use memberferry::{ReadOptions, read_orders, read_subscriptions};

/// Reads the bytes as both.
pub fn check(bytes: &[u8]) {
    let options = ReadOptions::default();
    if let Ok(intake) = read_orders(bytes, &options) {
        let kept = intake.orders.len() as u64 + intake.set_aside.len() as u64;
        assert!(kept <= intake.stats.records, "{:?}", intake.stats);
    }
    if let Ok(intake) = read_subscriptions(bytes, &options) {
        let kept = intake.subscriptions.len() as u64 + intake.set_aside.len() as u64;
        assert!(kept <= intake.stats.records, "{:?}", intake.stats);
    }
}
