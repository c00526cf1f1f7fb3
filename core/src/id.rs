//! Identifiers, one type each, so that none is taken for another. Knows nothing of what they identify.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Excerpt;

/// Why a text cannot be an identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Nothing but white space.
    #[error("an identifier cannot be empty")]
    Empty,
    /// More than 200 bytes.
    #[error("the identifier `{0}` is longer than 200 bytes")]
    TooLong(Excerpt),
    /// Control characters, or white space at an end.
    #[error("the identifier `{0}` holds control characters or white space at an end")]
    NotPlain(Excerpt),
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(try_from = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks and takes an identifier as written.
            ///
            /// # Errors
            /// [`IdError`] where the text is empty, longer than 200 bytes, holds control characters or has white
            /// space at an end.
            pub fn new(text: &str) -> Result<Self, IdError> {
                if text.trim().is_empty() {
                    Err(IdError::Empty)
                } else if text.len() > 200 {
                    Err(IdError::TooLong(Excerpt::new(text)))
                } else if text.trim() != text || text.chars().any(char::is_control) {
                    Err(IdError::NotPlain(Excerpt::new(text)))
                } else {
                    Ok($name(text.into()))
                }
            }

            /// The identifier as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.into_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, formatter)
            }
        }
    };
}

text_id! {
    /// An offering of the site, as its document names it.
    OfferingId
}
text_id! {
    /// A module of an offering; unique within the offering.
    ModuleId
}
text_id! {
    /// A page of the site, as its document names it.
    PageId
}
text_id! {
    /// A user of the target, as the target names it (a WordPress user id, a database key).
    UserId
}
text_id! {
    /// A webhook of the site, as its document names it.
    WebhookId
}
text_id! {
    /// An order form or opt-in form of the site, as its document names it.
    FormId
}
text_id! {
    /// An automation of a CRM, as the site's document names it.
    AutomationId
}
text_id! {
    /// A custom field of a contact, by the name that the CRM has it under: `accessally_password`.
    FieldName
}
text_id! {
    /// Something that a screen of the site or the CRM lists by its name: an email, a sequence, a timer, a coupon.
    ItemName
}
