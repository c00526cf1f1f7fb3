//! What serde reads types from: the values of a [`Tape`]. One type of reader for everything, so that what is made for each type that
//! is read is small. Does not know JSON's grammar.

use std::borrow::Cow;
use std::fmt::{self, Display};

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

use super::tape::{Content, Tape};

/// Why a type does not take a value. Boxed, because every result holds one.
#[derive(Debug)]
pub struct Error(Box<Reason>);

#[derive(Debug)]
struct Reason {
    message: String,
    /// The node at which it was found, and where the text was read to.
    place: Option<(usize, Spot)>,
}

/// Where a text was read to: to or behind a node.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    Start(usize),
    End(usize),
    /// Behind what follows an element or a value of a list or an object.
    Next {
        after: usize,
        parent: usize,
    },
}

impl Error {
    pub fn into_parts(self) -> (String, Option<(usize, Spot)>) {
        (self.0.message, self.0.place)
    }

    /// The error with its place, unless it has one that is more exact.
    #[cold]
    #[inline(never)]
    pub fn at(mut self, node: usize, spot: Spot) -> Self {
        self.0.place = self.0.place.or(Some((node, spot)));
        self
    }
}

impl Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    #[cold]
    fn custom<T: Display>(message: T) -> Self {
        Error(Box::new(Reason { message: message.to_string(), place: None }))
    }
}

/// A value, to be read as some type.
#[derive(Clone, Copy)]
pub struct Reader<'a, 't> {
    tape: &'a Tape<'t>,
    node: usize,
}

impl<'a, 't> Reader<'a, 't> {
    pub fn new(tape: &'a Tape<'t>, node: usize) -> Self {
        Reader { tape, node }
    }

    fn content(self) -> &'a Content<'t> {
        self.tape.content(self.node).unwrap_or(&Content::Null)
    }

    /// An error of the value as a whole.
    #[cold]
    #[inline(never)]
    pub fn placed(self, error: Error) -> Error {
        error.at(self.node, Spot::End(self.node))
    }

    #[cold]
    #[inline(never)]
    pub fn unexpected(self, expected: &dyn Expected) -> Error {
        let unexpected = match self.content() {
            Content::Null => Unexpected::Unit,
            Content::Bool(value) => Unexpected::Bool(*value),
            Content::Unsigned(number) => Unexpected::Unsigned(*number),
            Content::Signed(number) => Unexpected::Signed(*number),
            Content::Float(number) => Unexpected::Float(*number),
            Content::Text(text) => Unexpected::Str(text),
            Content::List => Unexpected::Seq,
            Content::Object => Unexpected::Map,
        };
        let error = <Error as serde::de::Error>::invalid_type(unexpected, expected);
        match self.content() {
            // What is wrong with these is seen before they are read.
            Content::List | Content::Object => error.at(self.node, Spot::Start(self.node)),
            _ => self.placed(error),
        }
    }

    fn parts(self) -> Parts<'a, 't> {
        let end = self.tape.node(self.node).map_or(0, |node| node.next);
        Parts { tape: self.tape, parent: self.node, next: self.node + 1, end, last: None }
    }

    fn visit_list<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut parts = self.parts();
        let made = visitor.visit_seq(&mut parts);
        made.and_then(|made| parts.finished().map(|()| made)).map_err(|error| parts.placed(error))
    }

    fn visit_object<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut parts = self.parts();
        visitor.visit_map(&mut parts).map_err(|error| parts.placed(error))
    }
}

/// Numbers of every kind are the visitor's to refuse.
macro_rules! numbers {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.content() {
                Content::Unsigned(number) => visitor.visit_u64(*number),
                Content::Signed(number) => visitor.visit_i64(*number),
                Content::Float(number) => visitor.visit_f64(*number),
                _ => return Err(self.unexpected(&visitor)),
            }
            .map_err(|error| self.placed(error))
        }
    )+};
}

/// Text of every kind is read alike.
macro_rules! texts {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.content() {
                Content::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
                Content::Text(Cow::Owned(text)) => visitor.visit_str(text),
                _ => return Err(self.unexpected(&visitor)),
            }
            .map_err(|error| self.placed(error))
        }
    )+};
}

impl<'t> Deserializer<'t> for Reader<'_, 't> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.content() {
            Content::Null => visitor.visit_unit(),
            Content::Bool(value) => visitor.visit_bool(*value),
            Content::Unsigned(number) => visitor.visit_u64(*number),
            Content::Signed(number) => visitor.visit_i64(*number),
            Content::Float(number) => visitor.visit_f64(*number),
            Content::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Content::Text(Cow::Owned(text)) => visitor.visit_str(text),
            Content::List => return self.visit_list(visitor),
            Content::Object => return self.visit_object(visitor),
        }
        .map_err(|error| self.placed(error))
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f32 deserialize_f64
    }

    texts! { deserialize_char deserialize_str deserialize_string deserialize_identifier }

    forward_to_deserialize_any! { <V: Visitor<'t>> bytes byte_buf i128 u128 }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.content() {
            Content::Bool(value) => visitor.visit_bool(*value).map_err(|error| self.placed(error)),
            _ => Err(self.unexpected(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.content() {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.content() {
            Content::Null => visitor.visit_unit().map_err(|error| self.placed(error)),
            _ => Err(self.unexpected(&visitor)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'t>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.content() {
            Content::List => self.visit_list(visitor),
            _ => Err(self.unexpected(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'t>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.content() {
            Content::Object => self.visit_object(visitor),
            _ => Err(self.unexpected(&visitor)),
        }
    }

    // A list of a struct's fields without their names is not taken, other than by most parsers.
    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.content() {
            Content::Text(_) => visitor.visit_enum(self).map_err(|error| self.placed(error)),
            _ => Err(self.unexpected(&"a word")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}

/// A word is a variant without content; those with content are tagged by a field, and never come here.
impl<'t> EnumAccess<'t> for Reader<'_, 't> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'t>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        seed.deserialize(self).map(|variant| (variant, self))
    }
}

impl<'t> VariantAccess<'t> for Reader<'_, 't> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'t>>(self, _: S) -> Result<S::Value, Error> {
        Err(self.unexpected(&"an object"))
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(self.unexpected(&"an object"))
    }

    fn struct_variant<V: Visitor<'t>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        Err(self.unexpected(&"an object"))
    }
}

/// What stands in a list or an object, one after the other.
struct Parts<'a, 't> {
    tape: &'a Tape<'t>,
    parent: usize,
    next: usize,
    end: usize,
    /// The one that was given out last.
    last: Option<usize>,
}

impl<'a, 't> Parts<'a, 't> {
    fn take(&mut self) -> Option<Reader<'a, 't>> {
        let node = (self.next < self.end).then_some(self.next)?;
        (self.next, self.last) = (self.tape.node(node)?.next, Some(node));
        Some(Reader::new(self.tape, node))
    }

    fn spot(&self) -> Spot {
        self.last.map_or(Spot::End(self.parent), |after| Spot::Next { after, parent: self.parent })
    }

    fn finished(&self) -> Result<(), Error> {
        if self.next < self.end { Err(serde::de::Error::custom("the list is too long")) } else { Ok(()) }
    }

    /// An error of the list or object itself.
    #[cold]
    #[inline(never)]
    fn placed(&self, error: Error) -> Error {
        error.at(self.parent, self.spot())
    }

    /// An error of what was given out last.
    #[cold]
    #[inline(never)]
    fn placed_inside(&self, error: Error) -> Error {
        error.at(self.last.unwrap_or(self.parent), self.spot())
    }

    #[inline]
    fn seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        match self.take() {
            Some(reader) => seed.deserialize(reader).map(Some).map_err(|error| self.placed_inside(error)),
            None => Ok(None),
        }
    }
}

impl<'t> SeqAccess<'t> for &mut Parts<'_, 't> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        None
    }
}

impl<'t> MapAccess<'t> for &mut Parts<'_, 't> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.take() {
            Some(reader) => seed.deserialize(reader).map_err(|error| self.placed_inside(error)),
            // Behind every key stands a value.
            None => Err(serde::de::Error::custom("a key without a value")),
        }
    }
}
