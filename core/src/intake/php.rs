//! Lists that WordPress keeps in one cell, as PHP serialises them: `a:1:{s:13:"administrator";b:1;}`. Only lists, text,
//! whole numbers, truth values and nothing are read; an object is refused, and nothing is ever made of one. Does not know
//! what the lists mean.

use std::borrow::Cow;

use crate::text;

/// How deep a list may stand within lists.
const DEPTH: usize = 8;

/// A serialised value.
enum Value<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(&'a str),
    List,
}

/// A cell that begins as a serialised list and is none that can be read: cut off, with wrong lengths, with objects or too
/// deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unreadable;

/// Whether a cell begins as a serialised list does.
#[inline]
pub(super) fn is_list(cell: &str) -> bool {
    cell.starts_with("a:") && begins_as_list(cell)
}

fn begins_as_list(cell: &str) -> bool {
    let Some((count, _)) = cell.get(2..).and_then(|rest| rest.split_once(":{")) else { return false };
    !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit())
}

/// The values of a cell that holds several: a serialised list, or values parted by commas, semicolons or bars.
pub(super) fn values(cell: &str) -> Result<Vec<Cow<'_, str>>, Unreadable> {
    if is_list(cell) {
        return names(cell);
    }
    let parts = cell.split([',', ';', '|']).map(text::trim).filter(|value| !value.is_empty());
    Ok(parts.map(Cow::Borrowed).collect())
}

/// The names that a serialised list holds, in order: its texts and numbers, the keys of what is `true`, and those of the
/// lists within it. So roles (`{administrator: true}`), tags (`[91, 105]`) and tags under a key (`{ids: [91, 105]}`) all
/// read alike.
pub(super) fn names(cell: &str) -> Result<Vec<Cow<'_, str>>, Unreadable> {
    let mut names = Vec::new();
    let mut reader = Reader(cell.trim());
    reader.value(&mut names, 0)?;
    if reader.0.is_empty() { Ok(names) } else { Err(Unreadable) }
}

/// The rest of the cell.
struct Reader<'a>(&'a str);

impl<'a> Reader<'a> {
    fn take(&mut self, wanted: &str) -> Result<(), Unreadable> {
        self.0 = self.0.strip_prefix(wanted).ok_or(Unreadable)?;
        Ok(())
    }

    /// What stands before the next `end`, which is taken too.
    fn until(&mut self, end: char) -> Result<&'a str, Unreadable> {
        let (before, rest) = self.0.split_once(end).ok_or(Unreadable)?;
        self.0 = rest;
        Ok(before)
    }

    fn length(&mut self) -> Result<usize, Unreadable> {
        let digits = self.until(':')?;
        let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| are_digits).ok_or(Unreadable)
    }

    /// Reads one value; what a list holds goes to `names`.
    fn value(&mut self, names: &mut Vec<Cow<'a, str>>, depth: usize) -> Result<Value<'a>, Unreadable> {
        let (kind, rest) = self.0.split_at_checked(2).ok_or(Unreadable)?;
        self.0 = rest;
        match kind {
            "N;" => Ok(Value::Null),
            "b:" => match self.until(';')? {
                "0" => Ok(Value::Bool(false)),
                "1" => Ok(Value::Bool(true)),
                _ => Err(Unreadable),
            },
            "i:" => {
                let number = self.until(';')?;
                number.parse::<i64>().map_err(|_| Unreadable)?;
                Ok(Value::Number(number))
            }
            "s:" => {
                let length = self.length()?;
                self.take("\"")?;
                let (text, rest) = self.0.split_at_checked(length).ok_or(Unreadable)?;
                self.0 = rest;
                self.take("\";")?;
                Ok(Value::Text(text))
            }
            "a:" if depth < DEPTH => {
                self.list(names, depth)?;
                Ok(Value::List)
            }
            _ => Err(Unreadable),
        }
    }

    fn list(&mut self, names: &mut Vec<Cow<'a, str>>, depth: usize) -> Result<(), Unreadable> {
        let count = self.length()?;
        self.take("{")?;
        for _ in 0..count {
            let key = match self.value(&mut Vec::new(), DEPTH)? {
                Value::Number(key) | Value::Text(key) => key,
                _ => return Err(Unreadable),
            };
            match self.value(names, depth + 1)? {
                Value::Null | Value::Bool(false) | Value::List => {}
                Value::Bool(true) => names.push(Cow::Borrowed(key)),
                Value::Number(name) | Value::Text(name) => names.push(Cow::Borrowed(name)),
            }
        }
        self.take("}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(cell: &str) -> Option<Vec<String>> {
        is_list(cell).then(|| names(cell).ok())?.map(|names| names.into_iter().map(Cow::into_owned).collect())
    }

    #[test]
    fn roles_tags_and_tags_under_a_key_read_alike() {
        for (cell, expected) in [
            (r#"a:1:{s:13:"administrator";b:1;}"#, &["administrator"][..]),
            (r#"a:2:{s:10:"subscriber";b:1;s:6:"editor";b:0;}"#, &["subscriber"]),
            (r#"a:2:{i:0;s:2:"91";i:1;i:105;}"#, &["91", "105"]),
            (r#"a:2:{s:3:"ids";a:2:{i:0;i:12;i:1;i:15;}s:4:"none";N;}"#, &["12", "15"]),
            (r#"a:1:{i:0;s:12:"Gold, "é";}";}"#, &[r#"Gold, "é";}"#]),
            ("a:0:{}", &[]),
        ] {
            assert_eq!(read(cell).unwrap(), expected, "{cell}");
        }
    }

    #[test]
    fn what_is_no_list_of_names_is_refused() {
        for cell in [
            r#"a:1:{i:0;O:8:"stdClass":0:{}}"#,
            r#"a:1:{i:0;C:1:"X":0:{}}"#,
            r#"a:1:{i:0;s:99:"cut off"#,
            r#"a:2:{i:0;s:2:"91";}"#,
            r#"a:1:{i:0;s:1:"é";}"#,
            r#"a:1:{i:0;i:1e9;}"#,
            r#"a:1:{i:0;d:0.5;}"#,
            r#"a:1:{i:0;R:1;}"#,
            r#"a:1:{a:0:{}i:1;}"#,
            r#"a:1:{i:0;i:1;}s:1:"x";"#,
            "a:18446744073709551616:{}",
            "a:99999999:{",
        ] {
            assert_eq!(names(cell), Err(Unreadable), "{cell}");
        }
        let deep = format!("{}{}", "a:1:{i:0;".repeat(9), "}".repeat(9));
        assert_eq!(names(&deep), Err(Unreadable));
        for cell in ["a:b", "a: gold", "a:1", "a::{}", "s:1:\"x\";", ""] {
            assert!(!is_list(cell), "{cell}");
        }
    }

    proptest! {
        #[test]
        fn what_php_writes_comes_back(names_in in proptest::collection::vec("\\PC{0,12}", 0..8)) {
            let items: String = names_in
                .iter()
                .enumerate()
                .map(|(key, name)| format!("i:{key};s:{}:\"{name}\";", name.len()))
                .collect();
            let cell = format!("a:{}:{{{items}}}", names_in.len());
            prop_assert_eq!(read(&cell).unwrap(), names_in);
        }

        #[test]
        fn nothing_makes_it_panic(rest in "[aisbNOd:0-9{};\"é]{0,40}") {
            let _read = names(&format!("a:{rest}"));
        }
    }
}
