//! The types that cross the boundary, as the emitters want them: records, words and unions. Read from JSON Schema, of which only what
//! the core's types make is understood; anything else is an error. Does not know any language.

use std::collections::BTreeMap;

use serde_json::Value;

/// Names with capitals within, of which both the core's types and words of the wire are made.
const CAPITALS: [(&str, &str); 1] = [("lifterlms", "LifterLms")];

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    Text,
    /// A text that is a point in time, RFC 3339.
    Instant,
    Integer,
    Boolean,
    /// One of the definitions.
    Named(String),
    List(Box<Type>),
    Map(Box<Type>),
    /// The value or `null`.
    Nullable(Box<Type>),
    /// An object without fields.
    Nothing,
    Any,
}

impl Type {
    /// Whether it holds any number of values.
    pub fn is_collection(&self) -> bool {
        matches!(self, Type::List(_) | Type::Map(_))
    }
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// As it is on the wire.
    pub name: String,
    pub value: Type,
    pub text: String,
    pub presence: Presence,
}

/// Whether a field stands in an object.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    Always,
    /// It may be left out, on the way in and out.
    Optional,
    /// It may be left out on the way in, and is then this.
    Defaulted(Value),
}

/// One kind of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    pub kind: String,
    pub text: String,
    pub fields: Vec<Field>,
}

/// What a name stands for.
#[derive(Clone, Debug)]
pub enum Shape {
    Record(Vec<Field>),
    /// A text that is one of these, each with what it means.
    Words(Vec<(String, String)>),
    /// An object with `kind`.
    Union(Vec<Variant>),
}

#[derive(Clone, Debug)]
pub struct Definition {
    pub name: String,
    pub text: String,
    pub shape: Shape,
}

/// What crosses the boundary.
pub struct Model {
    /// By name.
    pub definitions: Vec<Definition>,
    /// By name of the operation: the fields of its request, and its answer.
    pub operations: Vec<(String, Vec<Field>, Type)>,
}

impl Model {
    pub fn new(answers: &Value, requests: &Value) -> Result<Model, String> {
        let empty = serde_json::Map::new();
        let part =
            |side: &Value, name: &str| side.get(name).and_then(Value::as_object).unwrap_or(&empty).clone();
        let mut all = part(requests, "$defs");
        let read = all.clone();
        all.extend(part(answers, "$defs"));
        let reader = Reader { all: &all, read: &read };
        let mut definitions = Vec::new();
        for (name, schema) in &all {
            if let Some(shape) = reader.shape(name, schema).map_err(|why| format!("`{name}`: {why}"))? {
                definitions.push(Definition { name: name.clone(), text: description(schema), shape });
            }
        }
        let mut operations = Vec::new();
        let answers = part(answers, "operations");
        for (name, request) in &part(requests, "operations") {
            let fields = reader.fields(request, None).map_err(|why| format!("`{name}`: {why}"))?;
            let answer = answers.get(name).ok_or_else(|| format!("`{name}` has no answer"))?;
            operations.push((name.clone(), fields, reader.value(answer)?));
        }
        Ok(Model { definitions, operations })
    }
}

struct Reader<'a> {
    /// Every definition; that of the answers, where there are two.
    all: &'a serde_json::Map<String, Value>,
    /// The requests' definitions: they know what may be left out.
    read: &'a serde_json::Map<String, Value>,
}

impl Reader<'_> {
    /// What a definition is, where it is more than another name of a text or a number.
    fn shape(&self, name: &str, schema: &Value) -> Result<Option<Shape>, String> {
        if let Some(words) = words(schema) {
            return Ok(Some(Shape::Words(words)));
        }
        if let Some(variants) = schema.get("oneOf").and_then(Value::as_array) {
            let variants: Result<_, _> = variants.iter().map(|variant| self.variant(variant)).collect();
            return Ok(Some(Shape::Union(variants?)));
        }
        if schema.get("properties").is_some() {
            let on_the_way_in = self.read.get(name).filter(|read| read.get("properties").is_some());
            return Ok(Some(Shape::Record(self.fields(schema, on_the_way_in)?)));
        }
        self.value(schema).map(|_| None)
    }

    fn variant(&self, schema: &Value) -> Result<Variant, String> {
        let kind = schema.pointer("/properties/kind/const").and_then(Value::as_str);
        let kind = kind.ok_or("a variant has no `kind`")?.to_owned();
        let mut fields = match reference(schema) {
            Some(name) => {
                let named = self.all.get(name).ok_or_else(|| format!("there is no `{name}`"))?;
                self.fields(named, self.read.get(name))?
            }
            None => Vec::new(),
        };
        fields.extend(self.fields(schema, None)?.into_iter().filter(|field| field.name != "kind"));
        Ok(Variant { kind, text: description(schema), fields })
    }

    /// First those that always stand, in their order, then the others by name.
    fn fields(&self, schema: &Value, on_the_way_in: Option<&Value>) -> Result<Vec<Field>, String> {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return Ok(Vec::new());
        };
        let always = required(schema);
        let always_in = required(on_the_way_in.unwrap_or(schema));
        let default = |name: &str| {
            let described = on_the_way_in.unwrap_or(schema).pointer(&format!("/properties/{name}/default"));
            described.cloned().filter(|default| !default.is_null())
        };
        let mut fields: BTreeMap<(usize, &str), Field> = BTreeMap::new();
        for (name, property) in properties {
            let place = always.iter().position(|always| always == name);
            let presence = match (place, always_in.contains(name), default(name)) {
                (Some(_), true, _) => Presence::Always,
                (Some(_), false, Some(default)) | (None, _, Some(default)) => Presence::Defaulted(default),
                (Some(_), false, None) | (None, _, None) => Presence::Optional,
            };
            let value = self.value(property).map_err(|why| format!("`{name}`: {why}"))?;
            let value = match (&presence, value) {
                // What is absent is a missing key, never `null`. Of a list, absent and empty are two things where it may be `null`.
                (Presence::Optional, Type::Nullable(value)) if !value.is_collection() => *value,
                (Presence::Defaulted(_), Type::Nullable(value)) => *value,
                (_, value) => value,
            };
            let field = Field { name: name.clone(), value, text: description(property), presence };
            fields.insert((place.unwrap_or(usize::MAX), name), field);
        }
        Ok(fields.into_values().collect())
    }

    fn value(&self, schema: &Value) -> Result<Type, String> {
        if let Some(name) = reference(schema) {
            return self.named(name);
        }
        if let Some(either) = schema.get("anyOf").and_then(Value::as_array) {
            let is_null = |part: &&Value| part.get("type").is_some_and(|name| name == "null");
            let values: Vec<&Value> = either.iter().filter(|part| !is_null(part)).collect();
            return match values.as_slice() {
                [value] if values.len() < either.len() => Ok(Type::Nullable(Box::new(self.value(value)?))),
                _ => Err(format!("neither this nor that is understood: {schema}")),
            };
        }
        match schema.get("type") {
            Some(Value::String(name)) => self.of_type(name, schema),
            Some(Value::Array(names)) => match names.as_slice() {
                [Value::String(name), Value::String(null)] if null == "null" => {
                    Ok(Type::Nullable(Box::new(self.of_type(name, schema)?)))
                }
                _ => Err(format!("this is not understood: {schema}")),
            },
            _ => Ok(Type::Any),
        }
    }

    fn of_type(&self, name: &str, schema: &Value) -> Result<Type, String> {
        match name {
            "string" => Ok(Type::Text),
            "integer" => Ok(Type::Integer),
            "boolean" => Ok(Type::Boolean),
            "array" => {
                let items = schema.get("items").ok_or("a list does not say of what")?;
                Ok(Type::List(Box::new(self.value(items)?)))
            }
            "object" => match schema.get("additionalProperties") {
                Some(Value::Object(_)) => {
                    let values = schema.get("additionalProperties").unwrap_or(&Value::Null);
                    Ok(Type::Map(Box::new(self.value(values)?)))
                }
                Some(Value::Bool(true)) => Ok(Type::Map(Box::new(Type::Any))),
                _ if schema.get("properties").is_none() => Ok(Type::Nothing),
                _ => Err("an object inside another has no name".to_owned()),
            },
            _ => Err(format!("this is not understood: {schema}")),
        }
    }

    /// What a name stands for: itself, where it is a record, words or a union.
    fn named(&self, name: &str) -> Result<Type, String> {
        if name == "Instant" {
            return Ok(Type::Instant);
        }
        let schema = self.all.get(name).ok_or_else(|| format!("there is no `{name}`"))?;
        let is_more = ["properties", "oneOf", "enum"].iter().any(|key| schema.get(key).is_some());
        if is_more { Ok(Type::Named(name.to_owned())) } else { self.value(schema) }
    }
}

/// A word of the wire as a name of a class, `has-any` as `HasAny`; a name that has capitals within has them where the core's types have them.
pub fn pascal(word: &str) -> String {
    let part = |part: &str| {
        if let Some((_, name)) = CAPITALS.iter().find(|(plain, _)| *plain == part) {
            return (*name).to_owned();
        }
        let mut letters = part.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
    };
    word.split('-').map(part).collect()
}

/// The words that a text may be, with what they mean.
fn words(schema: &Value) -> Option<Vec<(String, String)>> {
    let word = |value: &Value| value.as_str().map(str::to_owned);
    if let Some(plain) = schema.get("enum").and_then(Value::as_array) {
        return plain.iter().map(|value| Some((word(value)?, String::new()))).collect();
    }
    let mut words = Vec::new();
    for part in schema.get("oneOf")?.as_array()? {
        match (part.get("const"), part.get("enum").and_then(Value::as_array)) {
            (Some(value), None) => words.push((word(value)?, description(part))),
            (None, Some(values)) => {
                for value in values {
                    words.push((word(value)?, String::new()));
                }
            }
            _ => return None,
        }
    }
    Some(words)
}

fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

fn required(schema: &Value) -> Vec<String> {
    let names = schema.get("required").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// The description without what only Rust's readers can use: examples, and where links lead.
fn description(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let before_examples = text.split("```").next().unwrap_or_default();
    without_links(before_examples.trim())
}

/// `[text](place)` and `` [`name`] `` without brackets and place.
fn without_links(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        written.push_str(before);
        match after.split_once(']') {
            Some((label, after)) if after.starts_with('(') => {
                written.push_str(label);
                rest = after.split_once(')').map_or("", |(_, after)| after);
            }
            Some((label, after)) if label.starts_with('`') => {
                written.push_str(label);
                rest = after;
            }
            _ => {
                written.push('[');
                rest = after;
            }
        }
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn model(answers: &Value, requests: &Value) -> Model {
        let side = |defs: &Value| json!({ "$defs": defs, "operations": {} });
        Model::new(&side(answers), &side(requests)).unwrap()
    }

    #[test]
    fn a_word_becomes_the_name_that_the_types_have() {
        assert_eq!(pascal("has-any"), "HasAny");
        assert_eq!(pascal("lifterlms-course"), "LifterLmsCourse");
    }

    #[test]
    fn a_field_that_may_be_left_out_on_the_way_in_has_its_default() {
        let answer = json!({ "Offering": { "properties": { "price": { "type": "string" }, "id": { "type": "string" } },
            "required": ["id", "price"] } });
        let request = json!({ "Offering": { "properties": {
            "price": { "type": "string", "default": "paid" }, "id": { "type": "string" } }, "required": ["id"] } });
        let model = model(&answer, &request);
        let Shape::Record(fields) = &model.definitions[0].shape else { panic!("no record") };
        let fields: Vec<_> =
            fields.iter().map(|field| (field.name.as_str(), field.presence.clone())).collect();
        assert_eq!(fields, [("id", Presence::Always), ("price", Presence::Defaulted(json!("paid")))]);
    }

    #[test]
    fn a_variant_has_the_fields_of_the_type_it_holds() {
        let answer = json!({
            "Timer": { "description": "A timer.", "properties": { "days": { "type": "integer" } }, "required": ["days"] },
            "Rule": { "oneOf": [{ "$ref": "#/$defs/Timer", "properties": { "kind": { "const": "timer" } },
                "required": ["kind"] }] },
        });
        let model = model(&answer, &json!({}));
        let Shape::Union(variants) = &model.definitions[0].shape else { panic!("no union") };
        assert_eq!((variants[0].kind.as_str(), variants[0].fields[0].name.as_str()), ("timer", "days"));
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        let odd = json!({ "Odd": { "properties": { "both": { "anyOf": [{ "type": "string" }, { "type": "integer" }] } } } });
        let side = json!({ "$defs": odd, "operations": {} });
        assert!(Model::new(&side, &json!({})).is_err());
    }

    #[test]
    fn descriptions_keep_their_words_and_lose_their_links() {
        let schema = json!({ "description": "As [`Email::key`] and [the page](crate::x) say, [1].\n\n```\nlet x;\n```" });
        assert_eq!(description(&schema), "As `Email::key` and the page say, [1].");
    }
}
