//! JSON as a flat list of its values in the order of the text: read once, and the same for every type that is then made of it. Does not know what the JSON is about.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::mistake::{Mistake, Position};
use super::parse::parse;
use super::reader::{Error, Reader, Spot};
use super::spans::span;
use crate::Location;

/// What a value is.
pub enum Content<'t> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Cow<'t, str>),
    /// Its elements follow.
    List,
    /// Its keys and values follow, by turns.
    Object,
}

/// A value or a key.
pub struct Node<'t> {
    pub content: Content<'t>,
    /// The number of the node after it and all within it; 0 while it is read.
    pub next: usize,
}

/// JSON that was read.
pub struct Tape<'t> {
    text: &'t [u8],
    nodes: Vec<Node<'t>>,
}

impl<'t> Tape<'t> {
    /// Reads the one value that takes up the whole of the bytes.
    ///
    /// # Errors
    /// The first mistake, with its path.
    pub fn read(text: &'t [u8]) -> Result<Self, Mistake> {
        let mut tape = Tape { text, nodes: Vec::with_capacity(text.len() / 32 + 1) };
        match parse(text, &mut tape.nodes) {
            Ok(()) => Ok(tape),
            Err(error) => Err(Mistake::malformed(tape.broken(), &error)),
        }
    }

    /// A value that was parsed before; its places have no lines.
    pub fn of(value: &'t Value) -> Self {
        fn push<'t>(nodes: &mut Vec<Node<'t>>, value: &'t Value) {
            let content = match value {
                Value::Null => Content::Null,
                Value::Bool(value) => Content::Bool(*value),
                Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                    (Some(number), _) => Content::Unsigned(number),
                    (None, Some(number)) => Content::Signed(number),
                    (None, None) => Content::Float(number.as_f64().unwrap_or_default()),
                },
                Value::String(text) => Content::Text(Cow::Borrowed(text)),
                Value::Array(_) => Content::List,
                Value::Object(_) => Content::Object,
            };
            let node = nodes.len();
            nodes.push(Node { content, next: node + 1 });
            match value {
                Value::Array(list) => list.iter().for_each(|value| push(nodes, value)),
                Value::Object(fields) => {
                    for (key, value) in fields {
                        let next = nodes.len() + 1;
                        nodes.push(Node { content: Content::Text(Cow::Borrowed(key)), next });
                        push(nodes, value);
                    }
                }
                _ => {}
            }
            let next = nodes.len();
            if let Some(node) = nodes.get_mut(node) {
                node.next = next;
            }
        }
        let mut nodes = Vec::new();
        push(&mut nodes, value);
        Tape { text: b"", nodes }
    }

    /// The whole of it as a type.
    ///
    /// # Errors
    /// The first mistake, with its path.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T, Mistake> {
        T::deserialize(Reader::new(self, 0)).map_err(|error| self.mistake(0, error))
    }

    /// A value of it as a type.
    ///
    /// # Errors
    /// The first mistake, with its path from the value on. It has no line: many values may be wrong, and each line costs a reading.
    pub fn part<T: DeserializeOwned>(&self, node: usize) -> Result<T, Mistake> {
        T::deserialize(Reader::new(self, node)).map_err(|error| {
            let (message, place) = error.into_parts();
            Mistake::new(self.path(node, place.map_or(node, |(found, _)| found)), message, None)
        })
    }

    /// The value of a field of the outermost object.
    pub fn field(&self, name: &str) -> Option<usize> {
        self.keys(0).find(|(_, key)| *key == name).map(|(key, _)| key + 1)
    }

    /// The keys of an object; the value of each is the node after it.
    pub(super) fn keys(&self, node: usize) -> impl Iterator<Item = (usize, &str)> {
        // Keys and values stand there by turns.
        let keys = Children::of(self, node, Content::is_object).step_by(2);
        keys.filter_map(|key| Some((key, self.content(key)?.as_text()?)))
    }

    /// The elements of a list.
    pub fn elements(&self, node: usize) -> impl Iterator<Item = usize> {
        Children::of(self, node, Content::is_list)
    }

    pub(super) fn node(&self, node: usize) -> Option<&Node<'t>> {
        self.nodes.get(node)
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn content(&self, node: usize) -> Option<&Content<'t>> {
        self.nodes.get(node).map(|node| &node.content)
    }

    /// How deep lists and objects stand within one another.
    pub fn depth(&self) -> usize {
        let mut ends: Vec<usize> = Vec::new();
        let mut depth = 0;
        for (index, node) in self.nodes.iter().enumerate() {
            while ends.last().is_some_and(|end| *end <= index) {
                ends.pop();
            }
            if matches!(node.content, Content::List | Content::Object) {
                ends.push(node.next);
                depth = depth.max(ends.len());
            }
        }
        depth
    }

    /// The path from one value to another within it, or to a key as if it were its value.
    #[cold]
    fn path(&self, from: usize, node: usize) -> Location {
        let mut place = Location::default();
        let mut inside = from;
        while inside < node {
            let of_object = self.content(inside).is_some_and(Content::is_object);
            let mut count = 0;
            let mut child = inside + 1;
            // The last that is not behind it holds it; what is still being read holds all that follows.
            let holder = loop {
                let next = self.nodes.get(child).map_or(0, |node| node.next);
                if next == 0 || next > node {
                    break child;
                }
                (child, count) = (next, count + 1);
            };
            inside = holder;
            if !of_object {
                place = place.index(count);
            } else {
                // Keys and values follow each other by turns.
                let key = if count % 2 == 0 { holder } else { holder - 1 };
                if let Some(key) = self.content(key).and_then(Content::as_text) {
                    place = place.key(key);
                }
            }
        }
        place
    }

    /// The path of the value at which the text goes wrong, all before it being read: the innermost that was not read to its end.
    #[cold]
    fn broken(&self) -> Location {
        let open = self.nodes.iter().rposition(|node| node.next == 0);
        open.map_or_else(Location::default, |node| self.path(0, node))
    }

    /// A mistake in what was made of the value.
    #[cold]
    pub(super) fn mistake(&self, node: usize, error: Error) -> Mistake {
        let (message, place) = error.into_parts();
        let (node, spot) = place.map_or((node, None), |(node, spot)| (node, Some(spot)));
        let position = spot.filter(|_| !self.text.is_empty()).map(|spot| self.position(spot));
        Mistake::new(self.path(0, node), message, position)
    }

    fn position(&self, spot: Spot) -> Position {
        let span = |node| span(self, self.text, node);
        let offset = match spot {
            Spot::Start(node) => span(node).start,
            Spot::End(node) => span(node).end,
            Spot::Next { after, parent } => self.behind(span(after).end, parent),
        };
        Position::of(self.text, offset)
    }

    /// Where the text goes on behind a value: its closing is passed over, and in a list the comma.
    fn behind(&self, offset: usize, parent: usize) -> usize {
        let blank = |offset: usize| {
            let rest = self.text.get(offset..).unwrap_or_default();
            offset + rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count()
        };
        let offset = blank(offset);
        match (self.text.get(offset), self.content(parent)) {
            (Some(b'}'), Some(Content::Object)) | (Some(b']'), Some(Content::List)) => offset + 1,
            (Some(b','), Some(Content::List)) => blank(offset + 1),
            _ => offset,
        }
    }
}

impl<'t> Content<'t> {
    pub fn is_object(&self) -> bool {
        matches!(self, Content::Object)
    }

    pub fn is_list(&self) -> bool {
        matches!(self, Content::List)
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// What stands directly in a list or an object.
struct Children<'a, 't> {
    tape: &'a Tape<'t>,
    at: usize,
    end: usize,
}

impl<'a, 't> Children<'a, 't> {
    /// None, where the value is not what it should be.
    fn of(tape: &'a Tape<'t>, node: usize, is: impl FnOnce(&Content<'t>) -> bool) -> Self {
        let end = tape.node(node).filter(|node| is(&node.content)).map_or(0, |node| node.next);
        Children { tape, at: node + 1, end }
    }
}

impl Iterator for Children<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let child = (self.at < self.end).then_some(self.at)?;
        self.at = self.tape.node(child)?.next;
        Some(child)
    }
}
