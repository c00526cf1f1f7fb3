//! Access rules as a tree of conditions. Does not know how they are decided, nor by whom they are asked.

use serde::{Deserialize, Serialize};

use crate::{Code, Instant, Issue, Location, ModuleId, OfferingId, TagName};

/// What must hold for access. On the wire tagged by `kind`.
///
/// The four tag tests are AccessAlly's member filters. `missing-any` is *not* the negation of `has-any`: a member
/// who holds one of two tags both has any and misses any. The negation of `has-any` is `missing-all`, that of `has-all` is
/// `missing-any`.
///
/// ```
/// use memberferry::Rule;
/// let rule: Rule = serde_json::from_str(
///     r#"{"kind": "and", "rules": [{"kind": "has-any", "tags": ["Gold", "Silver"]},
///                                  {"kind": "missing-all", "tags": ["Refunded"]}]}"#,
/// )?;
/// assert!(matches!(rule, Rule::And { ref rules } if rules.len() == 2));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "RuleFields")]
pub enum Rule {
    /// Holds for everybody, logged in or not.
    Public,
    /// Holds for everybody who is logged in.
    LoggedIn,
    /// Holds for a member who holds at least one of the tags.
    HasAny {
        /// The tags; at least one.
        tags: Vec<TagName>,
    },
    /// Holds for a member who holds every one of the tags.
    HasAll {
        /// The tags; at least one.
        tags: Vec<TagName>,
    },
    /// Holds for a member who lacks at least one of the tags.
    MissingAny {
        /// The tags; at least one.
        tags: Vec<TagName>,
    },
    /// Holds for a member who holds none of the tags.
    MissingAll {
        /// The tags; at least one.
        tags: Vec<TagName>,
    },
    /// Holds for a member enrolled in the offering.
    Enrolled {
        /// The offering.
        offering: OfferingId,
    },
    /// Holds for a member to whom the module has been released.
    Released {
        /// The offering.
        offering: OfferingId,
        /// The module of it.
        module: ModuleId,
    },
    /// Holds for a member with the role, spelt exactly so.
    Role {
        /// The role, as the target names it.
        role: String,
    },
    /// Holds where every one of the rules does.
    And {
        /// The rules; at least one.
        rules: Vec<Rule>,
    },
    /// Holds where at least one of the rules does.
    Or {
        /// The rules; at least one.
        rules: Vec<Rule>,
    },
    /// Holds where the rule does not. What is not known stays not known: nobody gets in by not being logged in, unless the
    /// rule asks for just that.
    Not {
        /// The rule.
        rule: Box<Rule>,
    },
    /// Holds from an instant (included) until another (not included); at least one of the two.
    During {
        /// The first instant it holds; always has, where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        /// The first instant it no longer holds; always will, where absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
    },
}

impl Rule {
    /// The most levels of rules within rules.
    pub const DEPTH: usize = 64;

    /// The tags a tag rule names.
    pub fn tags(&self) -> &[TagName] {
        match self {
            Rule::HasAny { tags }
            | Rule::HasAll { tags }
            | Rule::MissingAny { tags }
            | Rule::MissingAll { tags } => tags,
            _ => &[],
        }
    }

    /// The rules directly within this one.
    pub fn inner(&self) -> &[Rule] {
        match self {
            Rule::And { rules } | Rule::Or { rules } => rules,
            Rule::Not { rule } => std::slice::from_ref(rule),
            _ => &[],
        }
    }

    /// Whether it is a condition of its own that only a member can meet.
    pub(crate) fn asks_of_a_member(&self) -> bool {
        match self {
            Rule::Enrolled { .. } | Rule::Released { .. } | Rule::Role { .. } => true,
            rule => !rule.tags().is_empty(),
        }
    }

    /// The place of an inner rule, given the place of this one.
    pub(crate) fn inner_place(&self, place: &Location, index: usize) -> Location {
        match self {
            Rule::Not { .. } => place.clone().key("rule"),
            _ => place.clone().key("rules").index(index),
        }
    }

    /// Visits this rule and every rule within it, outer before inner, in the order written.
    pub(crate) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Rule)) {
        visit(self);
        self.inner().iter().for_each(|rule| rule.walk(visit));
    }

    /// The same walk, with the place of each rule.
    pub(crate) fn walk_placed<'a>(&'a self, place: &Location, visit: &mut dyn FnMut(&'a Rule, &Location)) {
        visit(self, place);
        for (index, rule) in self.inner().iter().enumerate() {
            rule.walk_placed(&self.inner_place(place, index), visit);
        }
    }

    /// What is wrong with the rule itself, whatever site it stands in: lists that are empty, windows that end before they
    /// begin, rules within rules deeper than [`DEPTH`](Self::DEPTH).
    pub fn issues(&self, place: &Location) -> Vec<Issue> {
        if self.is_deeper_than(Self::DEPTH) {
            let message = format!("rules stand within rules more than {} deep", Self::DEPTH);
            return vec![Issue::new(Code::DocumentInvalid).with_message(message).at(place.clone())];
        }
        let mut issues = Vec::new();
        self.walk_placed(place, &mut |rule, place| issues.extend(rule.own_issue(place)));
        issues
    }

    fn is_deeper_than(&self, levels: usize) -> bool {
        levels == 0 || self.inner().iter().any(|rule| rule.is_deeper_than(levels - 1))
    }

    fn own_issue(&self, place: &Location) -> Option<Issue> {
        let empty = |field: &str, message: &'static str| {
            Some(Issue::new(Code::RuleEmpty).with_message(message).at(place.clone().key(field)))
        };
        match self {
            Rule::HasAny { tags }
            | Rule::HasAll { tags }
            | Rule::MissingAny { tags }
            | Rule::MissingAll { tags }
                if tags.is_empty() =>
            {
                empty("tags", "the rule names no tag to decide by")
            }
            Rule::And { rules } | Rule::Or { rules } if rules.is_empty() => {
                empty("rules", "the rule holds no rule to decide by")
            }
            Rule::During { from: None, until: None } => Some(
                Issue::new(Code::RuleEmpty)
                    .with_message("the window has neither a beginning nor an end")
                    .at(place.clone()),
            ),
            Rule::During { from: Some(from), until: Some(until) } if from >= until => Some(
                Issue::new(Code::WindowEmpty)
                    .with_message(format!("the window begins at {from} and ends at {until}"))
                    .at(place.clone()),
            ),
            _ => None,
        }
    }
}

/// A rule as written: one flat object, so that a mistake deep inside is reported at its own place.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a rule object")]
struct RuleFields {
    kind: RuleKind,
    tags: Option<Vec<TagName>>,
    offering: Option<OfferingId>,
    module: Option<ModuleId>,
    role: Option<String>,
    rules: Option<Vec<Rule>>,
    rule: Option<Box<Rule>>,
    from: Option<Instant>,
    until: Option<Instant>,
}

#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum RuleKind {
    Public,
    LoggedIn,
    HasAny,
    HasAll,
    MissingAny,
    MissingAll,
    Enrolled,
    Released,
    Role,
    And,
    Or,
    Not,
    During,
}

impl RuleKind {
    /// The name on the wire, and the fields a rule of this kind takes.
    fn shape(self) -> (&'static str, &'static [&'static str]) {
        match self {
            RuleKind::Public => ("public", &[]),
            RuleKind::LoggedIn => ("logged-in", &[]),
            RuleKind::HasAny => ("has-any", &["tags"]),
            RuleKind::HasAll => ("has-all", &["tags"]),
            RuleKind::MissingAny => ("missing-any", &["tags"]),
            RuleKind::MissingAll => ("missing-all", &["tags"]),
            RuleKind::Enrolled => ("enrolled", &["offering"]),
            RuleKind::Released => ("released", &["offering", "module"]),
            RuleKind::Role => ("role", &["role"]),
            RuleKind::And => ("and", &["rules"]),
            RuleKind::Or => ("or", &["rules"]),
            RuleKind::Not => ("not", &["rule"]),
            RuleKind::During => ("during", &["from", "until"]),
        }
    }
}

impl TryFrom<RuleFields> for Rule {
    type Error = String;
    fn try_from(fields: RuleFields) -> Result<Self, String> {
        let (name, takes) = fields.kind.shape();
        let given = [
            ("tags", fields.tags.is_some()),
            ("offering", fields.offering.is_some()),
            ("module", fields.module.is_some()),
            ("role", fields.role.is_some()),
            ("rules", fields.rules.is_some()),
            ("rule", fields.rule.is_some()),
            ("from", fields.from.is_some()),
            ("until", fields.until.is_some()),
        ];
        if let Some((field, _)) = given.iter().find(|(field, is_given)| *is_given && !takes.contains(field)) {
            return Err(match takes {
                [] => format!("a `{name}` rule takes no `{field}`; it takes nothing"),
                takes => format!("a `{name}` rule takes no `{field}`; it takes `{}`", takes.join("` and `")),
            });
        }
        let missing = |field: &str| format!("a `{name}` rule needs `{field}`");
        let tags = fields.tags.ok_or_else(|| missing("tags"));
        let offering = fields.offering.ok_or_else(|| missing("offering"));
        let rules = fields.rules.ok_or_else(|| missing("rules"));
        Ok(match fields.kind {
            RuleKind::Public => Rule::Public,
            RuleKind::LoggedIn => Rule::LoggedIn,
            RuleKind::HasAny => Rule::HasAny { tags: tags? },
            RuleKind::HasAll => Rule::HasAll { tags: tags? },
            RuleKind::MissingAny => Rule::MissingAny { tags: tags? },
            RuleKind::MissingAll => Rule::MissingAll { tags: tags? },
            RuleKind::Enrolled => Rule::Enrolled { offering: offering? },
            RuleKind::Released => Rule::Released {
                offering: offering?,
                module: fields.module.ok_or_else(|| missing("module"))?,
            },
            RuleKind::Role => Rule::Role { role: fields.role.ok_or_else(|| missing("role"))? },
            RuleKind::And => Rule::And { rules: rules? },
            RuleKind::Or => Rule::Or { rules: rules? },
            RuleKind::Not => Rule::Not { rule: fields.rule.ok_or_else(|| missing("rule"))? },
            RuleKind::During => Rule::During { from: fields.from, until: fields.until },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(json: &str) -> Rule {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn rules_are_written_as_they_were_read() {
        for text in [
            r#"{"kind":"public"}"#,
            r#"{"kind":"missing-any","tags":["A","B"]}"#,
            r#"{"kind":"released","offering":"o","module":"m"}"#,
            r#"{"kind":"not","rule":{"kind":"or","rules":[{"kind":"role","role":"editor"},{"kind":"logged-in"}]}}"#,
            r#"{"kind":"during","from":"2024-05-01T00:00:00Z"}"#,
        ] {
            assert_eq!(serde_json::to_string(&rule(text)).unwrap(), text);
        }
    }

    #[test]
    fn a_field_of_another_kind_is_refused_in_words() {
        let refused = |json: &str| serde_json::from_str::<Rule>(json).unwrap_err().to_string();
        assert!(
            refused(r#"{"kind":"released","tags":["A"]}"#)
                .starts_with("a `released` rule takes no `tags`; it takes `offering` and `module`")
        );
        assert!(refused(r#"{"kind":"has-any"}"#).starts_with("a `has-any` rule needs `tags`"));
        assert!(refused(r#"{"kind":"public","kind":"public"}"#).starts_with("duplicate field `kind`"));
        assert!(refused(r#"{"kind":"has-some","tags":[]}"#).starts_with("unknown variant `has-some`"));
    }

    #[test]
    fn empty_lists_and_windows_are_issues_at_their_place() {
        let rule = rule(
            r#"{"kind":"and","rules":[{"kind":"has-any","tags":[]},{"kind":"not","rule":{"kind":"or","rules":[]}},
                {"kind":"during"},{"kind":"during","from":"2024-05-02T00:00:00Z","until":"2024-05-01T00:00:00Z"}]}"#,
        );
        let issues = rule.issues(&Location::default().key("rule"));
        let found: Vec<_> =
            issues.iter().map(|issue| (issue.code.name(), issue.location.to_string())).collect();
        assert_eq!(
            found,
            [
                ("rule-empty", "rule.rules[0].tags".to_owned()),
                ("rule-empty", "rule.rules[1].rule.rules".to_owned()),
                ("rule-empty", "rule.rules[2]".to_owned()),
                ("window-empty", "rule.rules[3]".to_owned()),
            ]
        );
    }

    #[test]
    fn rules_deeper_than_the_bound_are_an_issue() {
        let nested =
            |levels: usize| (1..levels).fold(Rule::Public, |rule, _| Rule::Not { rule: rule.into() });
        assert!(nested(Rule::DEPTH - 1).issues(&Location::default()).is_empty());
        let issues = nested(Rule::DEPTH + 1).issues(&Location::default());
        assert_eq!(issues[0].code, Code::DocumentInvalid);
    }
}
