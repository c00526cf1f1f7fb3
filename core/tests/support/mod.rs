//! What the tests of plans and runs share: people drawn at random, and a target kept in memory.

mod model;
mod people;
mod tamper;

pub use model::{Model, Trouble};
pub use people::{Story, places, shuffled, story};
pub use tamper::tamper;
