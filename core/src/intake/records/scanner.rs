//! Where each object of a text of JSON stands, however the text is cut into chunks: in a list, one to a line, by itself, or in
//! the list of an API's answer. Knows no more of JSON than its brackets and its quotes, and keeps no more than one object.

use super::super::error::IntakeError;
use crate::Excerpt;
use crate::source::LISTS;

/// What a piece of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// What stands where a record is to stand and is an object by its brackets.
    Object,
    /// An object that held a list of records, which is empty here.
    Around,
    /// What is not an object, or not a whole one.
    Broken,
}

/// Takes a piece with its text, and the line on which it starts.
pub(super) type Take<'t> = dyn FnMut(Piece, &[u8], u64) -> Result<(), IntakeError> + 't;

/// Finds the objects.
pub(super) struct Scanner {
    /// The most bytes of one object.
    bound: usize,
    state: State,
    /// Lists that are open around the objects.
    lists: usize,
    /// The object whose list of records is open: its text so far, its line, and how many lists are open around it.
    outer: Option<(Vec<u8>, u64, usize)>,
    /// The text of the piece at hand, and the line on which it starts.
    text: Vec<u8>,
    start_line: u64,
    line: u64,
    /// The closing brackets that are awaited.
    awaited: Vec<u8>,
    /// The last byte that is neither white space nor within a string.
    last: u8,
    /// Where the last string of the object's own level stands.
    key: (usize, usize),
    /// Whether the object at hand held a list of records.
    is_around: bool,
    bytes: u64,
    has_begun: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Between,
    Object,
    String,
    Escape,
    /// Something that is no object.
    Word,
    WordString,
    WordEscape,
}

impl Scanner {
    pub(super) fn new(bound: usize) -> Self {
        Scanner {
            bound,
            state: State::Between,
            lists: 0,
            outer: None,
            text: Vec::new(),
            start_line: 1,
            line: 1,
            awaited: Vec::new(),
            last: 0,
            key: (0, 0),
            is_around: false,
            bytes: 0,
            has_begun: false,
        }
    }

    /// The line at hand, 1-based.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Whether anything but white space was there.
    pub(super) fn has_begun(&self) -> bool {
        self.has_begun
    }

    /// Takes the next bytes.
    pub(super) fn scan(&mut self, chunk: &[u8], take: &mut Take<'_>) -> Result<(), IntakeError> {
        let mut rest = chunk;
        while let Some((&byte, behind)) = rest.split_first() {
            rest = behind;
            self.bytes += 1;
            self.step(byte, take)?;
            // Within a string, everything up to what may end it is taken at once.
            if self.state == State::String {
                let plain = memchr::memchr3(b'"', b'\\', b'\n', rest).unwrap_or(rest.len());
                let (run, behind) = rest.split_at_checked(plain).unwrap_or((rest, &[]));
                self.text.extend_from_slice(run);
                self.bytes += run.len() as u64;
                rest = behind;
            }
            if byte == b'\n' {
                self.line += 1;
            }
            if self.text.len() > self.bound {
                let bound = self.bound as u64;
                return Err(IntakeError::Limit { limit: "recordBytes", bound, line: self.start_line });
            }
        }
        Ok(())
    }

    /// Ends the text; says whether all its brackets were closed.
    pub(super) fn finish(&mut self, take: &mut Take<'_>) -> Result<bool, IntakeError> {
        let whole =
            self.lists == 0 && self.outer.is_none() && matches!(self.state, State::Between | State::Word);
        if self.state != State::Between {
            self.give(Piece::Broken, take)?;
        }
        if let Some((text, line, _)) = self.outer.take() {
            take(Piece::Broken, &text, line)?;
        }
        Ok(whole)
    }

    fn give(&mut self, piece: Piece, take: &mut Take<'_>) -> Result<(), IntakeError> {
        self.state = State::Between;
        self.awaited.clear();
        let text = std::mem::take(&mut self.text);
        take(piece, text.trim_ascii_end(), self.start_line)?;
        self.text = text;
        self.text.clear();
        Ok(())
    }

    fn step(&mut self, byte: u8, take: &mut Take<'_>) -> Result<(), IntakeError> {
        match self.state {
            State::Between => self.step_between(byte),
            State::Object => self.step_object(byte, take),
            State::String => {
                if byte == b'\n' {
                    // No string of JSON goes over a line end: the object is broken, and the next line may hold another.
                    return self.give(Piece::Broken, take);
                }
                self.text.push(byte);
                match byte {
                    b'\\' => self.state = State::Escape,
                    b'"' => {
                        self.state = State::Object;
                        self.last = b'"';
                        if self.awaited.len() == 1 {
                            self.key.1 = self.text.len().saturating_sub(1);
                        }
                    }
                    _ => {}
                }
                Ok(())
            }
            State::Escape => {
                self.text.push(byte);
                self.state = State::String;
                Ok(())
            }
            State::Word => match byte {
                b',' | b']' | b'{' | b'[' | b'\n' | b'\r' => {
                    self.give(Piece::Broken, take)?;
                    self.step_between(byte)
                }
                b'"' => {
                    self.text.push(byte);
                    self.state = State::WordString;
                    Ok(())
                }
                _ => {
                    self.text.push(byte);
                    Ok(())
                }
            },
            State::WordString | State::WordEscape => {
                if byte == b'\n' {
                    return self.give(Piece::Broken, take);
                }
                self.text.push(byte);
                self.state = match (self.state, byte) {
                    (State::WordEscape, _) => State::WordString,
                    (_, b'\\') => State::WordEscape,
                    (_, b'"') => State::Word,
                    _ => State::WordString,
                };
                Ok(())
            }
        }
    }

    fn step_between(&mut self, byte: u8) -> Result<(), IntakeError> {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' | 0x1E => return Ok(()),
            0xEF | 0xBB | 0xBF if self.bytes <= 3 => return Ok(()),
            b'{' | b'[' => {}
            _ if !self.has_begun => {
                let shown = String::from_utf8_lossy(&[byte]).into_owned();
                return Err(IntakeError::NotJson(Excerpt::new(&shown)));
            }
            _ => {}
        }
        self.has_begun = true;
        match byte {
            b'[' => self.lists += 1,
            b']' if self.outer.as_ref().is_some_and(|(.., lists)| *lists == self.lists) => {
                if let Some((text, line, _)) = self.outer.take() {
                    (self.text, self.start_line) = (text, line);
                    self.awaited.push(b'}');
                    (self.state, self.last) = (State::Object, b']');
                    self.key = (0, 0);
                    self.is_around = true;
                }
            }
            b']' if self.lists > 0 => self.lists -= 1,
            b'{' => {
                self.start_line = self.line;
                self.text.push(byte);
                self.awaited.push(b'}');
                (self.state, self.last) = (State::Object, byte);
                self.key = (0, 0);
                self.is_around = false;
            }
            _ => {
                self.start_line = self.line;
                self.text.push(byte);
                self.state = if byte == b'"' { State::WordString } else { State::Word };
            }
        }
        Ok(())
    }

    fn step_object(&mut self, byte: u8, take: &mut Take<'_>) -> Result<(), IntakeError> {
        let is_value = matches!(self.last, b':' | b',' | b'[');
        match byte {
            b'"' => {
                self.text.push(byte);
                self.state = State::String;
                if self.awaited.len() == 1 {
                    self.key.0 = self.text.len();
                }
                return Ok(());
            }
            b'{' | b'[' if !is_value => {
                // No value may begin here: the object before was never closed.
                self.give(Piece::Broken, take)?;
                return self.step_between(byte);
            }
            b'[' if self.awaited.len() == 1 && self.outer.is_none() && self.key_is_list() => {
                self.text.extend_from_slice(b"[]");
                self.outer = Some((std::mem::take(&mut self.text), self.start_line, self.lists));
                self.awaited.clear();
                self.state = State::Between;
                return Ok(());
            }
            b'{' => self.awaited.push(b'}'),
            b'[' => self.awaited.push(b']'),
            b'}' | b']' => {
                self.text.push(byte);
                self.last = byte;
                if self.awaited.pop() != Some(byte) {
                    return self.give(Piece::Broken, take);
                }
                if self.awaited.is_empty() {
                    return if self.is_around {
                        self.give(Piece::Around, take)
                    } else {
                        self.give(Piece::Object, take)
                    };
                }
                return Ok(());
            }
            _ => {}
        }
        self.text.push(byte);
        if !byte.is_ascii_whitespace() {
            self.last = byte;
        }
        Ok(())
    }

    /// Whether the value that begins now is the list of records of an API's answer.
    fn key_is_list(&self) -> bool {
        let key = self.text.get(self.key.0..self.key.1).unwrap_or_default();
        self.last == b':' && LISTS.iter().any(|list| list.as_bytes() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces, one to a line, with their kind and their line.
    fn pieces(text: &str, size: usize) -> String {
        let mut scanner = Scanner::new(100);
        let mut found = String::new();
        let mut take = |piece: Piece, text: &[u8], line: u64| {
            let kind = format!("{piece:?}").to_lowercase();
            found += &format!("{line} {kind} {}\n", String::from_utf8_lossy(text));
            Ok(())
        };
        for chunk in text.as_bytes().chunks(size) {
            scanner.scan(chunk, &mut take).unwrap();
        }
        let whole = scanner.finish(&mut take).unwrap();
        found + if whole { "whole" } else { "cut off" }
    }

    fn found(text: &str) -> String {
        let found = pieces(text, usize::MAX);
        assert_eq!(pieces(text, 1), found);
        found
    }

    #[test]
    fn lists_lines_and_single_objects_give_the_same_objects() {
        let objects = "1 object {\"a\":\"}\\\"\"}\n1 object {\"b\":[{}]}\nwhole";
        assert_eq!(found("[{\"a\":\"}\\\"\"}, {\"b\":[{}]}]"), objects);
        assert_eq!(found("\u{FEFF}{\"a\":\"}\\\"\"} {\"b\":[{}]}"), objects);
        assert_eq!(found("{\"a\":1}\r\n\n{\"b\":2}\n"), "1 object {\"a\":1}\n3 object {\"b\":2}\nwhole");
    }

    #[test]
    fn the_list_of_an_answer_is_taken_apart() {
        assert_eq!(
            found("{\"page\":1,\"subscribers\":[{\"a\":1},{\"a\":2}],\"total\":2}\n{\"data\": [ ]}"),
            "1 object {\"a\":1}\n1 object {\"a\":2}\n1 around {\"page\":1,\"subscribers\":[],\"total\":2}\n2 around {\"data\": []}\nwhole"
        );
        assert_eq!(found("{\"a\":{\"data\":[1]}}"), "1 object {\"a\":{\"data\":[1]}}\nwhole");
    }

    #[test]
    fn what_is_broken_spoils_no_more_than_itself() {
        assert_eq!(
            found("{\"a\":\"x\n{\"b\":2}\n{\"c\":3\n{\"d\":4}"),
            "1 broken {\"a\":\"x\n2 object {\"b\":2}\n3 broken {\"c\":3\n4 object {\"d\":4}\nwhole"
        );
        assert_eq!(
            found("[null, \"a,b\", 7, {\"a\":1]]"),
            "1 broken null\n1 broken \"a,b\"\n1 broken 7\n1 broken {\"a\":1]\nwhole"
        );
    }

    #[test]
    fn a_text_that_was_cut_off_says_so() {
        assert_eq!(found("[{\"a\":1}"), "1 object {\"a\":1}\ncut off");
        assert_eq!(found("{\"a\":1"), "1 broken {\"a\":1\ncut off");
        assert_eq!(found("{\"data\":[{\"a\":1}"), "1 object {\"a\":1}\n1 broken {\"data\":[]\ncut off");
    }

    #[test]
    fn what_is_no_json_and_what_is_too_long_is_refused() {
        let scan = |text: &str| Scanner::new(100).scan(text.as_bytes(), &mut |_, _, _| Ok(())).unwrap_err();
        assert!(matches!(scan("Email,Name\n"), IntakeError::NotJson(_)));
        let long = format!("\n{{\"a\":\"{}\"}}", "x".repeat(100));
        assert_eq!(scan(&long), IntakeError::Limit { limit: "recordBytes", bound: 100, line: 2 });
    }
}
