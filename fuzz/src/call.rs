//! `ops::call`: whatever the request, a reply that is JSON, has an answer or a failure, and is the same when asked again.

use memberferry::ops;

use crate::bytes::Bytes;

/// The first byte chooses the operation; `name` and a line end before the request do as well.
pub fn check(bytes: &[u8]) {
    let names: Vec<&str> = ops::names().collect();
    let (name, request) = match bytes.iter().position(|byte| *byte == b'\n') {
        Some(end) if names.iter().any(|name| name.as_bytes() == &bytes[..end]) => {
            (std::str::from_utf8(&bytes[..end]).expect("a name of ours"), &bytes[end + 1..])
        }
        _ => {
            let mut bytes = Bytes(bytes);
            (bytes.one_of(&names), bytes.0)
        }
    };
    let reply = ops::call(name, request);
    let value: serde_json::Value = serde_json::from_slice(&reply).expect("a reply is JSON");
    let object = value.as_object().expect("a reply is an object");
    let words: Vec<&str> = object.keys().map(String::as_str).collect();
    assert!(words == ["ok"] || words == ["failure"], "{words:?}");
    assert_eq!(reply, ops::call(name, request), "the same request, answered otherwise");
}
