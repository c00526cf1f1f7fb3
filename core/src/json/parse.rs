//! From the text of JSON to the list of its values: `serde_json` reads it, once for all types. Does not know what is made of the list.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::tape::{Content, Node};

/// Adds the one value that takes up the whole of a text; where it goes wrong, those that were begun before are there, too.
pub fn parse<'t>(text: &'t [u8], nodes: &mut Vec<Node<'t>>) -> Result<(), serde_json::Error> {
    let mut parser = serde_json::Deserializer::from_slice(text);
    Next(nodes).deserialize(&mut parser)?;
    parser.end()
}

/// The next value, or the next key.
struct Next<'s, 't>(&'s mut Vec<Node<'t>>);

impl<'t> DeserializeSeed<'t> for Next<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        let node = self.0.len();
        self.0.push(Node { content: Content::Null, next: 0 });
        deserializer.deserialize_any(Opened { nodes: self.0, node })
    }
}

/// A value that is being read.
struct Opened<'s, 't> {
    nodes: &'s mut Vec<Node<'t>>,
    node: usize,
}

impl<'t> Opened<'_, 't> {
    fn set(&mut self, content: Content<'t>) {
        if let Some(node) = self.nodes.get_mut(self.node) {
            node.content = content;
        }
    }

    fn close(&mut self) {
        let next = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(self.node) {
            node.next = next;
        }
    }

    fn is<E>(mut self, content: Content<'t>) -> Result<(), E> {
        self.set(content);
        self.close();
        Ok(())
    }
}

impl<'t> Visitor<'t> for Opened<'_, 't> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.is(Content::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.is(Content::Bool(value))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.is(Content::Unsigned(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.is(Content::Signed(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.is(Content::Float(number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'t str) -> Result<(), E> {
        self.is(Content::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.is(Content::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'t>>(mut self, mut elements: A) -> Result<(), A::Error> {
        self.set(Content::List);
        while elements.next_element_seed(Next(self.nodes))?.is_some() {}
        self.close();
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut fields: A) -> Result<(), A::Error> {
        self.set(Content::Object);
        while fields.next_key_seed(Next(self.nodes))?.is_some() {
            fields.next_value_seed(Next(self.nodes))?;
        }
        self.close();
        Ok(())
    }
}
