//! One object of JSON as a tree: numbers as they are written, every key once, no deeper than a bound. Does not know what its
//! members mean.

use std::borrow::Cow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::issue::Code;
use crate::text;

/// What stands deeper than this is kept as the text of its JSON.
const DEPTH: usize = 24;

/// A value.
#[derive(Debug)]
pub(super) enum Tree<'a> {
    Null,
    /// A number, `true` or `false`, as written.
    Word(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    Object(Vec<(String, Tree<'a>)>),
    /// A list or an object that stands too deep, as written.
    Deep(&'a str),
}

/// Why a text is not an object, in plain words.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) code: Code,
    /// Where in the object; blank where that is not known.
    pub(super) path: String,
    pub(super) message: String,
}

impl<'a> Tree<'a> {
    /// Reads one object.
    pub(super) fn read(text: &'a str) -> Result<Tree<'a>, Fault> {
        let invalid = |error: serde_json::Error| fault(Code::RecordInvalid, "", plain(&error));
        let raw: &RawValue = serde_json::from_str(text).map_err(invalid)?;
        let mut path = String::new();
        match build(raw.get(), 0, &mut path)? {
            object @ Tree::Object(_) => Ok(object),
            _ => Err(fault(Code::RecordInvalid, "", Code::RecordInvalid.meaning().to_owned())),
        }
    }

    /// The value of a member.
    pub(super) fn get(&self, key: &str) -> Option<&Tree<'a>> {
        self.members().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The value at a path of keys.
    pub(super) fn at(&self, path: &str) -> Option<&Tree<'a>> {
        path.split('.').try_fold(self, |tree, key| tree.get(key))
    }

    /// The members of an object; none of anything else.
    pub(super) fn members(&self) -> &[(String, Tree<'a>)] {
        match self {
            Tree::Object(members) => members,
            _ => &[],
        }
    }

    /// The text of a value that is a single one: text, a number, `true` or `false`.
    pub(super) fn scalar(&self) -> Option<&str> {
        match self {
            Tree::Word(word) => Some(word),
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether there is nothing: null, blank text, an empty list or object.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Tree::Null => true,
            Tree::Word(_) | Tree::Deep(_) => false,
            Tree::Text(text) => text::trim(text).is_empty(),
            Tree::List(list) => list.is_empty(),
            Tree::Object(members) => members.is_empty(),
        }
    }

    /// The value as JSON, without the values that `is_secret` says are, by the path of keys down to them, which begins with `path`, and by
    /// their own key; those are blank.
    pub(super) fn write(
        &self,
        json: &mut String,
        path: &mut String,
        is_secret: &mut dyn FnMut(&str, &str, &Tree<'_>) -> bool,
    ) {
        match self {
            Tree::Null => json.push_str("null"),
            Tree::Word(word) => json.push_str(word),
            Tree::Deep(deep) => json.push_str(deep),
            Tree::Text(text) => push_text(json, text),
            Tree::List(list) => {
                json.push('[');
                for (number, element) in list.iter().enumerate() {
                    if number > 0 {
                        json.push(',');
                    }
                    element.write(json, path, is_secret);
                }
                json.push(']');
            }
            Tree::Object(members) => {
                json.push('{');
                for (number, (key, value)) in members.iter().enumerate() {
                    if number > 0 {
                        json.push(',');
                    }
                    push_text(json, key);
                    json.push(':');
                    within(path, &format!(".{key}"), |path| {
                        if is_secret(path, key, value) {
                            json.push_str("\"\"");
                        } else {
                            value.write(json, path, is_secret);
                        }
                    });
                }
                json.push('}');
            }
        }
    }
}

fn push_text(json: &mut String, text: &str) {
    // Text always has a form in JSON.
    json.push_str(&serde_json::to_string(text).unwrap_or_default());
}

fn fault(code: Code, path: &str, message: String) -> Fault {
    Fault { code, path: path.to_owned(), message }
}

fn plain(error: &serde_json::Error) -> String {
    crate::json::in_plain_words(&error.to_string())
}

/// Adds a key to a path, and takes it off again.
fn within<T>(path: &mut String, step: &str, build: impl FnOnce(&mut String) -> T) -> T {
    let length = path.len();
    path.push_str(step);
    let built = build(path);
    path.truncate(length);
    built
}

fn build<'a>(raw: &'a str, depth: usize, path: &mut String) -> Result<Tree<'a>, Fault> {
    let invalid = |path: &str, error: serde_json::Error| fault(Code::RecordInvalid, path, plain(&error));
    Ok(match raw.as_bytes().first() {
        Some(b'n') => Tree::Null,
        Some(b'"') => {
            let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or_default();
            Tree::Text(if inner.contains('\\') {
                Cow::Owned(serde_json::from_str(raw).map_err(|error| invalid(path, error))?)
            } else {
                Cow::Borrowed(inner)
            })
        }
        Some(b'{' | b'[') if depth >= DEPTH => Tree::Deep(raw),
        Some(b'{') => {
            let members: Members<'_> = serde_json::from_str(raw).map_err(|error| invalid(path, error))?;
            let mut built: Vec<(String, Tree<'_>)> = Vec::with_capacity(members.0.len());
            let mut keys: Vec<&str> = members.0.iter().map(|(key, _)| key.as_str()).collect();
            keys.sort_unstable();
            if let Some(key) =
                keys.windows(2).find_map(|pair| (pair.first() == pair.last()).then_some(pair.first()?))
            {
                let message = format!("the key `{}` stands twice in one object", crate::Excerpt::new(key));
                return Err(fault(Code::KeyDuplicate, &step_to(path, key), message));
            }
            for (key, value) in members.0 {
                let step = if path.is_empty() { key.clone() } else { format!(".{key}") };
                let value = within(path, &step, |path| build(value.get(), depth + 1, path))?;
                built.push((key, value));
            }
            Tree::Object(built)
        }
        Some(b'[') => {
            let list: Vec<&RawValue> = serde_json::from_str(raw).map_err(|error| invalid(path, error))?;
            let mut built = Vec::with_capacity(list.len());
            for (index, value) in list.into_iter().enumerate() {
                built.push(within(path, &format!("[{index}]"), |path| build(value.get(), depth + 1, path))?);
            }
            Tree::List(built)
        }
        _ => Tree::Word(raw),
    })
}

fn step_to(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The members of an object in their order, however often a key stands in it.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Members<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(All)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        match Tree::read(text) {
            Ok(tree) => {
                let mut json = String::new();
                tree.write(&mut json, &mut String::new(), &mut |_, key, _| key == "secret");
                json
            }
            Err(fault) => format!("{} {}: {}", fault.code, fault.path, fault.message),
        }
    }

    #[test]
    fn numbers_and_texts_stay_as_they_are() {
        let text = r#"{"id":90071992547409931234567890,"a":[1.50,true,null,"\u00e9\n"],"secret":{"b":1}}"#;
        assert_eq!(
            written(text),
            r#"{"id":90071992547409931234567890,"a":[1.50,true,null,"é\n"],"secret":""}"#
        );
    }

    #[test]
    fn a_key_that_stands_twice_is_found_at_its_place() {
        assert_eq!(
            written(r#"{"a":[{"b":1,"\u0062":2}]}"#),
            "key-duplicate a[0].b: the key `b` stands twice in one object"
        );
    }

    #[test]
    fn what_is_no_json_is_said_in_plain_words() {
        assert!(written("{\"a\":1,}").starts_with("record-invalid : "));
        assert!(written(r#"{"a":{"b":"\ud800"}}"#).starts_with("record-invalid a.b: "));
    }

    #[test]
    fn no_depth_is_too_deep() {
        let text = format!("{}1{}", "{\"a\":".repeat(50_000), "}".repeat(50_000));
        assert_eq!(written(&text), text);
    }
}
