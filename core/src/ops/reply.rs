//! The reply of an operation: its answer or its failure, as bytes. Does not know any operation.

use serde::Serialize;

use crate::{Code, Failure, Issue, Refusal};

/// What an operation gives.
pub type Outcome<Answer> = Result<Answer, Box<Failure>>;

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
enum Reply<'a, Answer> {
    Ok(&'a Answer),
    Failure(&'a Failure),
}

/// The bytes of a reply.
pub fn bytes<Answer: Serialize>(outcome: &Outcome<Answer>) -> Vec<u8> {
    match outcome {
        // No answer holds what JSON cannot: maps have text for keys, and numbers are integers.
        Ok(answer) => serde_json::to_vec(&Reply::Ok(answer))
            .unwrap_or_else(|_| of_failure(&failed(Issue::new(Code::Internal)))),
        Err(failure) => of_failure(failure),
    }
}

fn of_failure(failure: &Failure) -> Vec<u8> {
    serde_json::to_vec(&Reply::<()>::Failure(failure)).unwrap_or_default()
}

/// A failure that stands for one issue.
pub fn failed(issue: Issue) -> Box<Failure> {
    Box::new(issue.into())
}

/// A failure from the refusal of an area.
pub fn refused(refusal: impl Refusal) -> Box<Failure> {
    Box::new(refusal.failure())
}

/// An issue with an argument, at no place yet.
pub fn argument_invalid(message: String) -> Issue {
    Issue::new(Code::ArgumentInvalid).with_message(message)
}
