//! Where a value stands in the text of JSON. Only a mistake asks for that, so it is found by reading the text once more. Does not know
//! what is wrong with the value.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::tape::Tape;

/// The bytes of a value or a key, its number being that in the tape of the same text; none, where the tape has no text.
pub fn span(tape: &Tape<'_>, text: &[u8], wanted: usize) -> Range<usize> {
    find(tape, text, wanted).map_or(0..0, |found| {
        let start = found.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        start..start + found.len()
    })
}

/// Goes down to what is wanted, and reads of what stands beside the way no more than where it ends.
fn find<'t>(tape: &Tape<'_>, text: &'t [u8], wanted: usize) -> Option<&'t str> {
    let mut raw: &RawValue = serde_json::from_slice(text).ok()?;
    let mut node = 0;
    while node < wanted {
        let Parts(parts) = serde_json::from_str(raw.get()).ok()?;
        let mut inside = node + 1;
        let mut parts = parts.into_iter();
        raw = loop {
            let (part, next) = (parts.next()?, tape.node(inside)?.next);
            if wanted < next {
                break part;
            }
            inside = next;
        };
        node = inside;
    }
    Some(raw.get())
}

/// What stands directly in a list or an object; of an object, keys and values by turns.
struct Parts<'t>(Vec<&'t RawValue>);

impl<'t> Deserialize<'t> for Parts<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PartsVisitor)
    }
}

struct PartsVisitor;

impl<'t> Visitor<'t> for PartsVisitor {
    type Value = Parts<'t>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut elements: A) -> Result<Parts<'t>, A::Error> {
        let mut parts = Vec::new();
        while let Some(element) = elements.next_element()? {
            parts.push(element);
        }
        Ok(Parts(parts))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut fields: A) -> Result<Parts<'t>, A::Error> {
        let mut parts: Vec<&RawValue> = Vec::new();
        while let Some((key, value)) = fields.next_entry()? {
            parts.push(key);
            parts.push(value);
        }
        Ok(Parts(parts))
    }
}
