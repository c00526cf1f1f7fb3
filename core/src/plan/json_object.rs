//! JSON objects written field by field, for the few shapes of which a plan holds millions: the same text as `serde_json` makes, in less
//! than half the time. Does not know what it writes.

use std::io::Write as _;

use crate::Instant;

/// An object that is being written, at the end of a text.
pub struct JsonObject<'t> {
    text: &'t mut Vec<u8>,
    is_empty: bool,
}

/// What is written as an object.
pub trait WriteFields {
    /// Writes its fields.
    fn write_fields(&self, object: &mut JsonObject<'_>);
}

/// Writes an object.
pub fn write_object(text: &mut Vec<u8>, fields: impl FnOnce(&mut JsonObject<'_>)) {
    text.push(b'{');
    fields(&mut JsonObject { text, is_empty: true });
    text.push(b'}');
}

impl JsonObject<'_> {
    #[inline]
    pub fn text(&mut self, name: &'static str, value: &str) {
        write_text(self.name(name), value);
    }

    #[inline]
    pub fn text_if_any(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    /// A field whose name comes from outside.
    pub fn named_text(&mut self, name: &str, value: &str) {
        write_text(self.name_from_outside(name), value);
    }

    #[inline]
    pub fn instant(&mut self, name: &'static str, value: Instant) {
        write_instant(self.name(name), value);
    }

    #[inline]
    pub fn instant_if_any(&mut self, name: &'static str, value: Option<Instant>) {
        if let Some(value) = value {
            self.instant(name, value);
        }
    }

    /// A field whose name comes from outside, and whose value may not be known.
    pub fn named_instant(&mut self, name: &str, value: Option<Instant>) {
        let text = self.name_from_outside(name);
        match value {
            Some(value) => write_instant(text, value),
            None => text.extend_from_slice(b"null"),
        }
    }

    pub fn texts<'v>(&mut self, name: &'static str, values: impl IntoIterator<Item = &'v str>) {
        let text = self.name(name);
        text.push(b'[');
        for (index, value) in values.into_iter().enumerate() {
            if index > 0 {
                text.push(b',');
            }
            write_text(text, value);
        }
        text.push(b']');
    }

    pub fn texts_if_any<'v>(&mut self, name: &'static str, values: impl IntoIterator<Item = &'v str>) {
        let mut values = values.into_iter().peekable();
        if values.peek().is_some() {
            self.texts(name, values);
        }
    }

    /// A list of objects, unless it is empty.
    pub fn objects_if_any<V>(
        &mut self,
        name: &'static str,
        values: impl ExactSizeIterator<Item = V>,
        fields: impl Fn(&mut JsonObject<'_>, V),
    ) {
        if values.len() == 0 {
            return;
        }
        let text = self.name(name);
        text.push(b'[');
        for (index, value) in values.enumerate() {
            if index > 0 {
                text.push(b',');
            }
            write_object(text, |object| fields(object, value));
        }
        text.push(b']');
    }

    #[inline]
    pub fn object(&mut self, name: &'static str, fields: impl FnOnce(&mut JsonObject<'_>)) {
        write_object(self.name(name), fields);
    }

    /// An object, unless no field is written to it.
    pub fn object_if_any(&mut self, name: &'static str, fields: impl FnOnce(&mut JsonObject<'_>)) {
        let (start, was_empty) = (self.text.len(), self.is_empty);
        self.object(name, fields);
        if self.text.ends_with(b"{}") {
            self.text.truncate(start);
            self.is_empty = was_empty;
        }
    }

    // Copying a name whose length is known takes no call.
    #[inline(always)]
    fn name(&mut self, name: &'static str) -> &mut Vec<u8> {
        self.comma();
        self.text.push(b'"');
        self.text.extend_from_slice(name.as_bytes());
        self.text.extend_from_slice(b"\":");
        self.text
    }

    fn name_from_outside(&mut self, name: &str) -> &mut Vec<u8> {
        self.comma();
        write_text(self.text, name);
        self.text.push(b':');
        self.text
    }

    fn comma(&mut self) {
        if !self.is_empty {
            self.text.push(b',');
        }
        self.is_empty = false;
    }
}

fn write_instant(text: &mut Vec<u8>, value: Instant) {
    // Nothing that is written to a `Vec` fails.
    let _ = write!(text, "\"{value}\"");
}

fn write_text(text: &mut Vec<u8>, value: &str) {
    // All bytes are looked at, whatever the first ones are: so many are looked at at once.
    let is_plain =
        value.bytes().fold(true, |plain, byte| plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\'));
    if is_plain {
        text.push(b'"');
        text.extend_from_slice(value.as_bytes());
        text.push(b'"');
    } else {
        text.extend_from_slice(serde_json::Value::from(value).to_string().as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(fields: impl FnOnce(&mut JsonObject<'_>)) -> String {
        let mut text = Vec::new();
        write_object(&mut text, fields);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn a_text_is_written_as_serde_json_writes_it() {
        for code in (0..0x300).chain([0x2028, 0xFEFF, 0x1F600]) {
            let value = format!("a{}b", char::from_u32(code).unwrap());
            let object = written(|object| object.named_text(&value, &value));
            assert_eq!(object, serde_json::json!({&value: &value}).to_string());
        }
    }

    #[test]
    fn what_is_empty_is_left_out_and_leaves_no_comma() {
        assert_eq!(written(|_| {}), "{}");
        let object = written(|object| {
            object.object_if_any("a", |object| object.text_if_any("b", None));
            object.texts_if_any("c", []);
            object.texts("d", []);
            object.object_if_any("e", |object| object.instant_if_any("f", Some(Instant::MIN)));
            object.object_if_any("g", |object| object.object_if_any("h", |_| {}));
            object.texts_if_any("i", ["j", "k"]);
        });
        assert_eq!(object, r#"{"d":[],"e":{"f":"0001-01-01T00:00:00Z"},"i":["j","k"]}"#);
    }
}
