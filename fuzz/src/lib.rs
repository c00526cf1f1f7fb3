//! What must hold of any bytes, one module for each entrance. Each has one function, `check`, which panics where the law is broken:
//! the fuzzer calls it with bytes of its own, and the tests with the committed seeds. Knows nothing of the fuzzer.
#![forbid(unsafe_code)]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a broken law is told by a panic"
)]

pub mod access_differential;
pub mod bytes;
pub mod call;
pub mod csv_differential;
pub mod journal;
pub mod moves;
pub mod plan;
pub mod read_contacts;
pub mod read_payments;
pub mod read_records;
pub mod site;
