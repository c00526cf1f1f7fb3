//! From the bytes of a request to its type, or to a failure that says where they go wrong. Does not know any operation.

use serde::de::DeserializeOwned;

use super::reply::{Outcome, argument_invalid, failed};
use crate::{Code, Failure, Horizon, Instant, Location, json};

/// Reads a request. What parsers let pass is refused first, so that no type has to.
pub fn read<Request: DeserializeOwned>(bytes: &[u8]) -> Outcome<Request> {
    json::read_checked(bytes).map_err(refused)
}

// Apart from what is made for every type of request, because it is the same for all.
#[cold]
fn refused(mistake: json::Mistake) -> Box<Failure> {
    failed(mistake.issue_with_line(Code::ArgumentInvalid))
}

/// The span between two instants of a request, given as `from` and `until`.
pub fn horizon(from: Instant, until: Instant) -> Outcome<Horizon> {
    Horizon::new(from, until)
        .map_err(|error| failed(argument_invalid(error.to_string()).at(Location::default().key("until"))))
}
