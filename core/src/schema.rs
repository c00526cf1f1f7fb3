//! How a type is described as JSON Schema that is written by way of another. Behind the feature `schema`. Knows no type.

/// Describes a type as the one that it is written as.
macro_rules! written_as {
    ($($type:ty => $wire:ty),+ $(,)?) => {$(
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$wire as schemars::JsonSchema>::schema_name()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$wire as schemars::JsonSchema>::json_schema(generator)
            }
        }
    )+};
}
pub(crate) use written_as;
