//! The sample that `migrate` moves when it is given nothing else: an invented Keap export with the dirt a real one has, and
//! the numbers that went into it. Knows nothing of how it is read or moved.

mod clock;
mod export;
mod people;
mod random;
mod row;
mod words;

pub use export::{ADMINISTRATOR, Facts, MEMBERS, Sample, make};
