//! From the text of JSON to the list of its values, by the grammar of RFC 8259. Does not say what is wrong with text that is not JSON:
//! only where.

use std::borrow::Cow;

use super::tape::{Content, Node};

/// The most levels of lists and objects within one another.
const DEPTH: usize = 127;

/// The value in which the text goes wrong, if it is known.
pub type Fault = Option<usize>;

/// Reads a text from its beginning to its end.
pub struct Scanner<'s, 't> {
    text: &'t str,
    /// The byte that is next.
    at: usize,
    nodes: &'s mut Vec<Node<'t>>,
}

impl<'s, 't> Scanner<'s, 't> {
    /// Adds the one value of a text; where it goes wrong, those that were begun before are there, too.
    pub fn scan(text: &'t str, nodes: &'s mut Vec<Node<'t>>) -> Result<(), Fault> {
        let mut scanner = Scanner { text, at: 0, nodes };
        scanner.value(0)?;
        scanner.blank();
        if scanner.at == text.len() { Ok(()) } else { Err(None) }
    }

    fn value(&mut self, depth: usize) -> Result<(), Fault> {
        self.blank();
        let node = self.open();
        let content = match self.peek() {
            Some(b'{') if depth < DEPTH => {
                self.set(node, Content::Object);
                self.object(node, depth + 1)?;
                return self.close(node);
            }
            Some(b'[') if depth < DEPTH => {
                self.set(node, Content::List);
                self.list(node, depth + 1)?;
                return self.close(node);
            }
            Some(b'"') => self.text().map(Content::Text),
            Some(b't') => self.word("true", Content::Bool(true)),
            Some(b'f') => self.word("false", Content::Bool(false)),
            Some(b'n') => self.word("null", Content::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => None,
        };
        self.set(node, content.ok_or(Some(node))?);
        self.close(node)
    }

    fn list(&mut self, node: usize, depth: usize) -> Result<(), Fault> {
        self.at += 1;
        self.blank();
        if self.take(b']') {
            return Ok(());
        }
        loop {
            self.value(depth)?;
            self.blank();
            if !self.take(b',') {
                return if self.take(b']') { Ok(()) } else { Err(Some(node)) };
            }
        }
    }

    fn object(&mut self, node: usize, depth: usize) -> Result<(), Fault> {
        self.at += 1;
        self.blank();
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            self.blank();
            if self.peek() != Some(b'"') {
                return Err(Some(node));
            }
            let key = self.open();
            let text = self.text().ok_or(Some(node))?;
            self.set(key, Content::Text(text));
            self.close(key)?;
            self.blank();
            if !self.take(b':') {
                return Err(Some(key));
            }
            self.value(depth)?;
            self.blank();
            if !self.take(b',') {
                return if self.take(b'}') { Ok(()) } else { Err(Some(node)) };
            }
        }
    }

    /// A text with its quotes.
    fn text(&mut self) -> Option<Cow<'t, str>> {
        self.at += 1;
        let mut plain = self.plain()?;
        if self.take(b'"') {
            return Some(Cow::Borrowed(plain));
        }
        let mut text = String::new();
        loop {
            text.push_str(plain);
            if self.take(b'"') {
                return Some(Cow::Owned(text));
            }
            self.at += 1;
            text.push(self.escaped()?);
            plain = self.plain()?;
        }
    }

    /// What is up to a quote or an escape.
    fn plain(&mut self) -> Option<&'t str> {
        let rest = self.text.get(self.at..)?;
        let length = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20))?;
        self.at += length;
        // No other character of these may stand in a text.
        (self.peek()? >= 0x20).then(|| rest.get(..length))?
    }

    fn escaped(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let second = if matches!(first, 0xD800..0xDC00) {
                    self.text.get(self.at..)?.strip_prefix("\\u")?;
                    self.at += 2;
                    Some(self.unit()?)
                } else {
                    None
                };
                let mut units = char::decode_utf16([first].into_iter().chain(second));
                units.next()?.ok()?
            }
            _ => return None,
        })
    }

    /// Four digits.
    fn unit(&mut self) -> Option<u16> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        // A sign is no digit, other than the standard library has it.
        if digits.starts_with('+') { None } else { u16::from_str_radix(digits, 16).ok() }
    }

    fn number(&mut self) -> Option<Content<'t>> {
        let start = self.at;
        let is_negative = self.take(b'-');
        let first = self.peek();
        if self.digits() == 0 || (first == Some(b'0') && self.at > start + usize::from(is_negative) + 1) {
            return None;
        }
        let mut is_whole = true;
        if self.take(b'.') {
            is_whole = false;
            if self.digits() == 0 {
                return None;
            }
        }
        if self.take(b'e') || self.take(b'E') {
            is_whole = false;
            let _sign = self.take(b'+') || self.take(b'-');
            if self.digits() == 0 {
                return None;
            }
        }
        let text = self.text.get(start..self.at)?;
        let whole = match (is_whole, is_negative) {
            (true, false) => text.parse().ok().map(Content::Unsigned),
            // Minus zero is no integer.
            (true, true) => text.parse().ok().filter(|number| *number != 0).map(Content::Signed),
            (false, _) => None,
        };
        // Not by the standard library, whose tables for it are 10 kB that nothing compresses.
        whole.or_else(|| serde_json::from_str(text).ok().map(Content::Float))
    }

    fn digits(&mut self) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn word(&mut self, word: &str, content: Content<'t>) -> Option<Content<'t>> {
        self.text.get(self.at..)?.strip_prefix(word)?;
        self.at += word.len();
        Some(content)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn blank(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn open(&mut self) -> usize {
        self.nodes.push(Node { content: Content::Null, start: self.at, end: 0, next: 0 });
        self.nodes.len() - 1
    }

    fn set(&mut self, node: usize, content: Content<'t>) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.content = content;
        }
    }

    fn close(&mut self, node: usize) -> Result<(), Fault> {
        let next = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(node) {
            (node.end, node.next) = (self.at, next);
        }
        Ok(())
    }
}
