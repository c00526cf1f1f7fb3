//! `site.check`. Does not know what can be wrong with a document.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reply::{Outcome, argument_invalid, failed};
use crate::{Issue, Refusal as _, Site};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Check {
    /// The document as part of the request: its issues have paths.
    #[serde(default)]
    site: Option<Value>,
    /// The document as the text of its file: mistakes in its JSON have a line and a column too.
    #[serde(default)]
    text: Option<String>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SiteCheckAnswer {
    /// Whether there is no error among the issues.
    usable: bool,
    /// In document order.
    issues: Vec<Issue>,
}

/// Checks a site document. What is wrong with it is the answer, not a failure.
pub fn check(request: Check) -> Outcome<SiteCheckAnswer> {
    let site = match (request.site, request.text) {
        (Some(site), None) => Site::from_value(&site),
        (None, Some(text)) => Site::from_json(text.as_bytes()),
        _ => {
            let issue = argument_invalid("the document has to come either as `site` or as `text`".to_owned());
            return Err(failed(issue.with_help("give one of the two")));
        }
    };
    Ok(match site {
        Ok(site) => SiteCheckAnswer { usable: true, issues: site.issues().to_vec() },
        Err(error) => SiteCheckAnswer { usable: false, issues: error.issues().to_vec() },
    })
}
