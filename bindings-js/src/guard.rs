//! Keeps a mistake of the library from ending its host, and writes failures. Does not know what is done.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use memberferry::{Code, Failure, Issue, Location, Refusal, ops};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is done, or why it is not.
pub type Outcome<T> = Result<T, Box<Failure>>;

/// Does some work. A panic of it is the failure `internal`; where a panic ends everything, as in WebAssembly, the host finds out.
pub fn guarded<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(internal()))
}

/// A refusal of an area as a failure.
pub fn refused(refusal: impl Refusal) -> Box<Failure> {
    refusal.failure().into()
}

/// A handle of a kind that a call needs was not lent.
pub fn lacking(kind: &str) -> Box<Failure> {
    let message = format!("`{kind}` must be given here, and is not");
    Box::new(Issue::new(Code::ArgumentInvalid).with_message(message).at(Location::default().key(kind)).into())
}

/// A mistake of the library, or of whoever calls it by a wrong name.
pub fn internal() -> Box<Failure> {
    Failure::internal().into()
}

/// An argument that is JSON.
pub fn argument<T: DeserializeOwned>(json: &[u8]) -> Outcome<T> {
    ops::argument(json)
}

/// An answer as JSON.
pub fn written(answer: impl Serialize) -> Outcome<Vec<u8>> {
    serde_json::to_vec(&answer).map_err(|_| internal())
}

/// Takes a lock. A panic while it was held was reported when it happened.
pub fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A failure as JSON, which is how it is thrown.
pub fn failure_json(failure: &Failure) -> Vec<u8> {
    serde_json::to_vec(failure).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_failure_of_the_library() {
        let failure = guarded::<()>(|| panic!("a mistake")).unwrap_err();
        assert_eq!(failure, internal());
    }
}
