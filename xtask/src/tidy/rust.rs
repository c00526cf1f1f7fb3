//! Rust source as tokens: just enough to find paths, attributes and lines of code without being fooled by comments and
//! strings. Macro bodies are tokens like any others.

/// A token with the lines it stands on, counted from 1. `::` is one token, as is a whole literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub text: &'a str,
    pub line: usize,
    pub last_line: usize,
}

/// The tokens of a source text; comments and documentation are left out.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { rest: source, line: 1 };
    let mut tokens = Vec::new();
    while let Some(first) = lexer.rest.chars().next() {
        if first.is_whitespace() {
            lexer.take(first.len_utf8());
        } else if lexer.rest.starts_with("//") {
            lexer.take(lexer.rest.find('\n').unwrap_or(lexer.rest.len()));
        } else if lexer.rest.starts_with("/*") {
            lexer.take(block_comment(lexer.rest));
        } else {
            let line = lexer.line;
            let text = lexer.take(token_length(lexer.rest, first));
            tokens.push(Token { text, line, last_line: lexer.line });
        }
    }
    tokens
}

/// The tokens outside `#[cfg(test)] mod … { … }`.
pub fn without_tests<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    const ATTRIBUTE: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut rest = tokens;
    while let Some((first, tail)) = rest.split_first() {
        let is_test_module =
            rest.iter().map(|token| token.text).zip(ATTRIBUTE).filter(|(a, b)| a == b).count()
                == ATTRIBUTE.len()
                && rest.get(ATTRIBUTE.len()).is_some_and(|token| token.text == "mod")
                && rest.get(ATTRIBUTE.len() + 2).is_some_and(|token| token.text == "{");
        if is_test_module {
            rest = after_block(rest);
        } else {
            kept.push(*first);
            rest = tail;
        }
    }
    kept
}

/// What follows the first `{ … }`.
fn after_block<'s, 'a>(tokens: &'s [Token<'a>]) -> &'s [Token<'a>] {
    let mut depth = 0_usize;
    let mut rest = tokens;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match first.text {
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            _ => {}
        }
    }
    rest
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Lexer<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn word_length(text: &str) -> usize {
    text.find(|character| !is_word(character)).unwrap_or(text.len())
}

fn token_length(rest: &str, first: char) -> usize {
    if rest.starts_with("::") {
        return 2;
    }
    match first {
        '"' => quoted(rest, '"'),
        '\'' => char_or_lifetime(rest),
        _ if is_word(first) => {
            let word = word_length(rest);
            let (prefix, after) = rest.split_at_checked(word).unwrap_or((rest, ""));
            match prefix {
                "r" | "br" | "cr" if raw_string(after).is_some() => word + raw_string(after).unwrap_or(0),
                "r" if after.starts_with('#') => word + 1 + word_length(after.trim_start_matches('#')),
                "b" | "c" if after.starts_with('"') => word + quoted(after, '"'),
                "b" if after.starts_with('\'') => word + quoted(after, '\''),
                _ => word,
            }
        }
        _ => first.len_utf8(),
    }
}

/// The length of a literal that starts with its quote, escapes minded.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `"…"` or `#"…"#` and so on, where the text is one.
fn raw_string(text: &str) -> Option<usize> {
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let body = text.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(body.find(&end).map_or(text.len(), |at| hashes + 1 + at + end.len()))
}

fn char_or_lifetime(text: &str) -> usize {
    let mut inside = text.chars().skip(1);
    match (inside.next(), inside.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => quoted(text, '\''),
        _ => 1 + text.get(1..).map_or(0, word_length),
    }
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        let next = bytes.peek().map(|(_, byte)| *byte);
        match (byte, next) {
            (b'/', Some(b'*')) => {
                depth += 1;
                bytes.next();
            }
            (b'*', Some(b'/')) => {
                depth -= 1;
                bytes.next();
                if depth == 0 {
                    return at + 2;
                }
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<&str> {
        tokens(source).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_are_left_out_and_literals_are_whole() {
        assert_eq!(texts("a /* b /* c */ d */ e // f\n/// g\nh"), ["a", "e", "h"]);
        assert_eq!(texts(r##"x("a\"b", r#"c"d"#, b'"', '\'', '"', 'x')"##).len(), 14);
        assert_eq!(
            texts("fn f<'a>(x: &'a str) -> r#type"),
            ["fn", "f", "<", "'a", ">", "(", "x", ":", "&", "'a", "str", ")", "-", ">", "r#type"]
        );
        assert_eq!(texts("crate::a"), ["crate", "::", "a"]);
    }

    #[test]
    fn a_literal_stands_on_all_its_lines() {
        let found = tokens("\n\"a\nb\" c");
        assert_eq!((found[0].line, found[0].last_line), (2, 3));
        assert_eq!(found[1].line, 3);
    }

    #[test]
    fn test_modules_are_taken_out_and_nothing_else_is() {
        let all = tokens("a #[cfg(test)] mod tests { b { c } } d #[cfg(test)] fn e() {} #[cfg(test)] mod f;");
        let kept: Vec<_> = without_tests(&all).into_iter().map(|token| token.text).collect();
        assert_eq!(kept[..2], ["a", "d"]);
        assert!(kept.contains(&"e") && kept.contains(&"f"));
        assert!(!kept.contains(&"c"));
    }
}
