//! Which column holds which field. A mapping is data: suggested here with a score for every column, edited and saved by
//! whoever knows better, and given back to the reader. Knows no cells.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::error::IntakeError;
use crate::issue::Code;
use crate::source::{
    ACCOUNT_WORDS, CARD_WORDS, Confidence, Field, IDENTITY_WORDS, OPT_INS, Profile, RecordKind,
    SENSITIVE_NAMES, SENSITIVE_WORDS, Use, aliases, generic, profile as named_profile,
};
use crate::{Excerpt, json, text};

/// What one column is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ColumnUse {
    /// A field of the record. No field stands for two columns.
    Field {
        /// The field.
        field: Field,
    },
    /// Kept as a custom field.
    Custom {
        /// Its name; no name stands for two columns.
        name: String,
    },
    /// Left out: it holds secrets or identity numbers.
    Sensitive,
    /// Left out because the caller says so.
    Ignored,
}

impl ColumnUse {
    /// The field that the column holds.
    fn field(&self) -> Option<Field> {
        match self {
            ColumnUse::Field { field } => Some(*field),
            _ => None,
        }
    }
}

/// Why a column was taken for what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MatchReason {
    /// The source's profile names the column exactly so.
    Profile,
    /// The source's profile names it so but for case or spacing.
    ProfileFolded,
    /// It is one of the names the field is known by.
    Alias,
    /// It shares most of its words with such a name.
    Words,
    /// Its name has a word that means secrets.
    SensitiveWord,
    /// Nothing matched: it is kept under its own name.
    NoMatch,
    /// The caller chose.
    Chosen,
}

/// One column's place in a mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColumnMapping {
    /// The column's name as the file writes it, cleaned.
    pub header: String,
    /// What it is for.
    #[serde(rename = "use")]
    pub meaning: ColumnUse,
    /// How sure that is, 0 to 100.
    #[serde(default)]
    pub score: u8,
    /// Why.
    #[serde(default = "chosen")]
    pub reason: MatchReason,
}

fn chosen() -> MatchReason {
    MatchReason::Chosen
}

/// What every column of a file is for, in column order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    /// The format of a saved mapping: 1.
    pub format: u32,
    /// The columns, in the file's order.
    pub columns: Vec<ColumnMapping>,
}

impl Mapping {
    /// The format this version writes.
    pub const FORMAT: u32 = 1;

    /// The column that holds a field, 0-based.
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == ColumnUse::Field { field })
    }

    /// The columns' names, in the file's order.
    pub(crate) fn headers(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.header.clone()).collect()
    }

    /// Reads a mapping that was saved: JSON, as serde writes it.
    ///
    /// # Errors
    /// [`IntakeError::MappingVersion`] for the format of another version; [`IntakeError::Mapping`] for what is no mapping, or
    /// gives two columns to one field.
    ///
    /// ```
    /// use memberferry::{Mapping, match_columns};
    /// let mapping = match_columns(&["E-Mail", "Vorname"], None)?;
    /// let saved = serde_json::to_vec(&mapping)?;
    /// assert_eq!(Mapping::from_json(&saved)?, mapping);
    /// let error = Mapping::from_json(br#"{"format": 2, "columns": [], "rules": []}"#);
    /// assert_eq!(
    ///     error.map_err(|error| error.to_string()),
    ///     Err("the mapping was saved in format 2, and this version reads format 1".to_owned())
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<Mapping, IntakeError> {
        #[derive(Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        struct Format {
            format: u64,
        }
        // The format first: what else a newer one has would only be said to be unknown.
        if let Ok(Format { format }) = json::read(bytes)
            && format != u64::from(Self::FORMAT)
        {
            return Err(IntakeError::MappingVersion(format));
        }
        let mapping: Mapping = json::read_checked(bytes).map_err(|mistake| {
            let issue = mistake.issue_with_line(Code::MappingInvalid);
            IntakeError::Mapping(format!("{}: {}", issue.location, issue.message))
        })?;
        mapping.check()?;
        Ok(mapping)
    }

    /// Whether this mapping can be used at all.
    fn check(&self) -> Result<(), IntakeError> {
        if self.format != Self::FORMAT {
            return Err(IntakeError::MappingVersion(u64::from(self.format)));
        }
        let mut seen = IndexSet::new();
        for column in &self.columns {
            let target = match &column.meaning {
                ColumnUse::Field { field } => field.name(),
                ColumnUse::Custom { name } => name,
                ColumnUse::Sensitive | ColumnUse::Ignored => continue,
            };
            if !seen.insert(target) {
                return Err(IntakeError::Mapping(format!(
                    "two columns are mapped to `{}`",
                    Excerpt::new(target)
                )));
            }
        }
        Ok(())
    }

    /// Whether a record of this kind has all the fields of this mapping.
    fn check_kind(&self, kind: RecordKind) -> Result<(), IntakeError> {
        let mut fields = self.columns.iter().filter_map(|column| column.meaning.field());
        fields.find(|field| !field.is_of(kind)).map_or(Ok(()), |field| {
            Err(IntakeError::Mapping(format!("{} have no field `{}`", kind.name(), field.name())))
        })
    }

    /// This mapping for a file with these columns, which need not be quite those it was made for: each is found by its
    /// name, wherever it stands. What the mapping does not name is mapped as it would be without one, as far as its field is
    /// free. The mapping's columns that the file lacks are given too.
    pub(crate) fn fitted(
        &self,
        headers: &[String],
        profile: &Profile,
    ) -> Result<(Mapping, Vec<&ColumnMapping>), IntakeError> {
        self.check()?;
        self.check_kind(profile.kind)?;
        let mut left: Vec<&ColumnMapping> = self.columns.iter().collect();
        let mut find = |header: &String| {
            let at = left.iter().position(|column| column.header == *header)?;
            Some(left.remove(at).clone())
        };
        let found: Vec<Option<ColumnMapping>> = headers.iter().map(&mut find).collect();
        let missing = left;
        if missing.len() == self.columns.len() && !headers.is_empty() {
            return Err(IntakeError::Mapping("none of the mapping's columns is in the file".to_owned()));
        }
        let given: BTreeSet<Field> =
            found.iter().flatten().filter_map(|column| column.meaning.field()).collect();
        let names = found.iter().flatten().filter_map(|column| match &column.meaning {
            ColumnUse::Custom { name } => Some((name.clone(), 1)),
            _ => None,
        });
        let mut names: BTreeMap<String, u32> = crate::order::map(names);
        let suggested = suggest(headers, profile).columns;
        let columns = found.into_iter().zip(suggested).map(|(found, mut suggested)| {
            if let Some(found) = found {
                return found;
            }
            let is_taken = suggested.meaning.field().is_some_and(|field| given.contains(&field));
            if is_taken || matches!(suggested.meaning, ColumnUse::Custom { .. }) {
                suggested.meaning = ColumnUse::Custom { name: own_name(&suggested.header, &mut names) };
                suggested.reason = MatchReason::NoMatch;
                suggested.score = 0;
            }
            suggested
        });
        Ok((Mapping { format: Self::FORMAT, columns: columns.collect() }, missing))
    }
}

/// Fields whose columns people rename or translate, so that an alias counts even where a profile knows the column.
const RENAMED: [Field; 7] = [
    Field::Email,
    Field::FirstName,
    Field::LastName,
    Field::Phone,
    Field::Password,
    Field::PasswordHash,
    Field::Company,
];

/// One guess at what a column is.
struct Candidate {
    column: usize,
    field: Field,
    score: u8,
    reason: MatchReason,
}

/// Suggests what each column is for: by the profile's own names, then by known names of each field, then by words in
/// common with one. No field is given to two columns; the surer one gets it.
pub(crate) fn suggest(headers: &[String], profile: &Profile) -> Mapping {
    let mut candidates = Vec::new();
    let mut fixed: Vec<Option<(ColumnUse, MatchReason)>> = vec![None; headers.len()];
    let mut known = vec![(0, MatchReason::NoMatch); headers.len()];
    let mut custom: Vec<&str> = headers.iter().map(String::as_str).collect();
    for (column, header) in headers.iter().enumerate() {
        let words = words(header);
        if words.first().is_some_and(|word| word == super::set_aside::COLUMN_PREFIX) {
            if let Some(place) = fixed.get_mut(column) {
                *place = Some((ColumnUse::Ignored, MatchReason::Profile));
            }
            continue;
        }
        let is_secret = is_sensitive(&words, profile.kind);
        if let Some(name) = profile.custom_prefix.and_then(|prefix| header.strip_prefix(prefix))
            && !is_secret
        {
            if let Some(place) = custom.get_mut(column) {
                *place = name;
            }
            if let Some(place) = known.get_mut(column) {
                *place = (100, MatchReason::Profile);
            }
            continue;
        }
        match named_by(profile, header) {
            Some((Use::Field(_), score, reason)) if is_past(profile, header, headers) => {
                if let Some(place) = known.get_mut(column) {
                    *place = (score, reason);
                }
            }
            Some((Use::Field(field), score, reason)) => {
                candidates.push(Candidate { column, field, score, reason })
            }
            Some((Use::Sensitive, _, reason)) => {
                if let Some(place) = fixed.get_mut(column) {
                    *place = Some((ColumnUse::Sensitive, reason));
                }
            }
            Some((Use::Custom, score, reason)) => {
                if let Some(place) = known.get_mut(column) {
                    *place = (score, reason);
                }
            }
            None => match known_name(&words, header, profile) {
                Some((field, score, reason)) => candidates.push(Candidate { column, field, score, reason }),
                None if is_secret => {
                    if let Some(place) = fixed.get_mut(column) {
                        *place = Some((ColumnUse::Sensitive, MatchReason::SensitiveWord));
                    }
                }
                None if is_own_field(profile, header) => {
                    if let Some(place) = known.get_mut(column) {
                        *place = (100, MatchReason::Profile);
                    }
                }
                None => {}
            },
        }
    }
    crate::order::sort_by_key(&mut candidates, |candidate| {
        (std::cmp::Reverse(candidate.score), candidate.column)
    });
    let mut given: BTreeSet<Field> = BTreeSet::new();
    let mut fields: Vec<Option<Candidate>> = headers.iter().map(|_| None).collect();
    for candidate in candidates {
        let free = fields.get_mut(candidate.column).filter(|place| place.is_none());
        if let Some(place) = free
            && given.insert(candidate.field)
        {
            *place = Some(candidate);
        }
    }
    if profile.kind == RecordKind::Contacts
        && !given.contains(&Field::Email)
        && let Some(candidate) = only_address_column(headers, &fixed)
        && let Some(place) = fields.get_mut(candidate.column).filter(|place| place.is_none())
    {
        given.insert(Field::Email);
        *place = Some(candidate);
    }
    if profile.roles_are_tags
        && !given.contains(&Field::Tags)
        && let Some(roles) = fields.iter_mut().flatten().find(|found| found.field == Field::Roles)
    {
        roles.field = Field::Tags;
    }
    let mut custom_names = BTreeMap::new();
    let columns = headers.iter().zip(custom).zip(fields).zip(fixed).zip(known).map(
        |((((header, own), field), fixed), known)| {
            let (meaning, score, reason) = match (field, fixed) {
                (Some(found), _) => (ColumnUse::Field { field: found.field }, found.score, found.reason),
                (None, Some((meaning, reason))) => (meaning, 100, reason),
                (None, None) => {
                    (ColumnUse::Custom { name: own_name(own, &mut custom_names) }, known.0, known.1)
                }
            };
            ColumnMapping { header: header.clone(), meaning, score, reason }
        },
    );
    Mapping { format: Mapping::FORMAT, columns: columns.collect() }
}

/// The one column whose name ends as that of a column of addresses does: `Billing Email` where there is no other. Of two,
/// such as `Parent Email` and `Student Email`, somebody has to choose.
fn only_address_column(headers: &[String], fixed: &[Option<(ColumnUse, MatchReason)>]) -> Option<Candidate> {
    const ENDINGS: [&[&str]; 4] = [&["email"], &["e", "mail"], &["email", "address"], &["mail", "address"]];
    let ends = |header: &String| {
        let words = words(header);
        words.len() <= 4
            && ENDINGS.iter().any(|ending| {
                words.len() >= ending.len()
                    && words.iter().rev().zip(ending.iter().rev()).all(|(word, end)| word == end)
            })
    };
    let mut found =
        headers.iter().zip(fixed).enumerate().filter(|(_, (header, fixed))| fixed.is_none() && ends(header));
    let (column, _) = found.next()?;
    let candidate = Candidate { column, field: Field::Email, score: 60, reason: MatchReason::Words };
    found.next().is_none().then_some(candidate)
}

/// A custom field's name: the column's own, told apart from its namesakes by a number.
///
/// `taken` holds each name that is given, with the highest number that was tried for its namesakes.
pub(super) fn own_name(header: &str, taken: &mut BTreeMap<String, u32>) -> String {
    let plain = if header.is_empty() { "column" } else { header };
    let Some(tried) = taken.get(plain).copied() else {
        taken.insert(plain.to_owned(), 1);
        return plain.to_owned();
    };
    let numbered = (tried + 1..).map(|number| (number, format!("{plain} ({number})")));
    let (number, name) = numbered.into_iter().find(|(_, name)| !taken.contains_key(name)).unwrap_or_default();
    taken.insert(plain.to_owned(), number);
    taken.insert(name.clone(), 1);
    name
}

/// The column of tags, 0-based, where its cells are the roles on the site.
pub(super) fn roles_among_tags(mapping: &Mapping, profile: &Profile) -> Option<usize> {
    let column = mapping.column_of(Field::Tags)?;
    let header = &mapping.columns.get(column)?.header;
    let has_roles = mapping.column_of(Field::Roles).is_some();
    let are_roles = matches!(named_by(profile, header), Some((Use::Field(Field::Roles), ..)));
    (profile.roles_are_tags && are_roles && !has_roles).then_some(column)
}

fn named_by(profile: &Profile, header: &str) -> Option<(Use, u8, MatchReason)> {
    let header = unwrapped(profile, header);
    if let Some(exact) = profile.headers.iter().find(|known| known.name == header) {
        return Some((exact.meaning, 100, MatchReason::Profile));
    }
    let folded = text::fold(&text::collapse(header));
    let near = profile.headers.iter().find(|known| text::fold(known.name) == folded)?;
    Some((near.meaning, 95, MatchReason::ProfileFolded))
}

/// Whether a column says what somebody had, by another column of the file.
fn is_past(profile: &Profile, header: &str, headers: &[String]) -> bool {
    let is = |header: &str, name: &str| text::fold(&text::collapse(header)) == name;
    let mut past = profile.past.iter().filter(|(_, column)| is(header, column));
    past.any(|(by, _)| headers.iter().any(|other| is(other, by)))
}

/// A column's name without what the system's tools put before it.
pub(super) fn unwrapped<'a>(profile: &Profile, header: &'a str) -> &'a str {
    profile.wrappings.iter().find_map(|wrapping| header.strip_prefix(wrapping)).unwrap_or(header)
}

/// Whether a column is one of the system's custom fields, by how its name begins or ends.
fn is_own_field(profile: &Profile, header: &str) -> bool {
    let name = unwrapped(profile, header);
    name != header
        || profile.prefixes.iter().any(|prefix| name.starts_with(prefix))
        || profile.endings.iter().any(|ending| header.ends_with(ending))
}

/// Whether a column, a member or a custom field of a list of people means a secret by its name.
pub(crate) fn is_secret_name(name: &str) -> bool {
    is_sensitive(&words(name), RecordKind::Contacts)
}

/// Whether a member of an object means a secret: by its own name, or by the path of all names down to it, as `number` below `card`.
pub(crate) fn is_secret_member(path: &str, name: &str) -> bool {
    is_secret_name(name) || is_secret_name(path)
}

/// Whether a column's name means secrets: passwords, tokens, and what is left of a card or a bank account; of payments, the
/// number of any account.
fn is_sensitive(words: &[String], kind: RecordKind) -> bool {
    let stands = |word: &&str| words.iter().any(|known| known == word);
    let account = if kind == RecordKind::Contacts { &[] } else { ACCOUNT_WORDS };
    let mut pairs = CARD_WORDS.iter().chain(account);
    SENSITIVE_WORDS.iter().any(&stands)
        || matches!(words, [only] if SENSITIVE_NAMES.contains(&only.as_str()))
        || IDENTITY_WORDS.iter().any(|together| together.iter().all(&stands))
        || pairs.any(|(whose, what)| whose.iter().any(&stands) && what.iter().any(&stands))
}

/// The field a name is known for, by all its words or by most of them.
///
/// A field that the profile knows by its own name is found by another only where people rename columns or the profile's
/// names are not sure. A marketing status never is, nor where the system has no words for one: what another column says
/// there is no consent.
fn known_name(words: &[String], header: &str, profile: &Profile) -> Option<(Field, u8, MatchReason)> {
    let is_own = is_own_field(profile, header);
    let allowed = |field: Field| {
        let is_known = profile.headers.iter().any(|header| header.meaning == Use::Field(field));
        match field {
            Field::MarketingStatus => !is_known && !profile.statuses.is_empty(),
            field if RENAMED.contains(&field) => true,
            _ => !is_known || profile.is_translated || profile.confidence < Confidence::High,
        }
    };
    let joined = words.join(" ");
    let mut best: Option<(Field, u8, MatchReason)> = None;
    for (field, names) in aliases(profile.kind).filter(|(field, _)| allowed(*field)) {
        if names.contains(&joined.as_str()) {
            return Some((*field, 90, MatchReason::Alias));
        }
        if is_own {
            continue;
        }
        if *field == Field::MarketingStatus && OPT_INS.contains(&joined.as_str()) {
            best = Some((*field, 75, MatchReason::Alias));
            continue;
        }
        for name in *names {
            let score = shared_words(words, name);
            let is_nearer =
                best.is_none_or(|(_, known, _)| score > known || (score == known && ends_with(words, name)));
            if score >= 60 && is_nearer {
                best = Some((*field, score, MatchReason::Words));
            }
        }
    }
    // A column of secrets is never taken for a field by a likeness, nor one that holds both names in an order of its own.
    let has_both = ["first", "last"].iter().all(|name| words.iter().any(|word| word == name));
    best.filter(|_| !has_both && !is_sensitive(words, profile.kind))
}

/// How many words two names share, as a score: 80 where they share all, in any order; 64 where one of five is not
/// shared. Every word counts once, so `Last Name` is no nearer to `First Name` than one word in two.
fn shared_words(words: &[String], name: &str) -> u8 {
    let mut left: Vec<&str> = name.split(' ').collect();
    let total = words.len() + left.len();
    let is_shared = |word: &&String| {
        let at = left.iter().position(|other| other == word);
        at.map(|at| left.swap_remove(at)).is_some()
    };
    let shared = words.iter().filter(is_shared).count();
    u8::try_from((160 * shared).checked_div(total).unwrap_or_default()).unwrap_or_default()
}

/// Whether a name ends with another: `Contact First Name` is a first name before it is a `contact name`.
fn ends_with(words: &[String], name: &str) -> bool {
    words.iter().rev().map(String::as_str).zip(name.rsplit(' ')).all(|(word, other)| word == other)
}

/// The words of a column's name: folded, without accents and punctuation, with `camelCase` taken apart.
pub(crate) fn words(header: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut previous_lower = false;
    for character in header.nfkd() {
        if unicode_normalization::char::is_combining_mark(character) {
            continue;
        }
        let ends_word = !character.is_alphanumeric() || (character.is_uppercase() && previous_lower);
        if ends_word && !word.is_empty() {
            words.push(text::fold(&std::mem::take(&mut word)));
        }
        if character.is_alphanumeric() {
            word.push(character);
        }
        previous_lower = character.is_lowercase();
    }
    if !word.is_empty() {
        words.push(text::fold(&word));
    }
    words
}

/// Suggests what each column of a header of contacts is for.
///
/// `profile` names the source; without it the columns are found by their names alone.
///
/// # Errors
/// [`IntakeError::UnknownSource`] where there is no such profile.
///
/// ```
/// use memberferry::{Field, match_columns};
/// let mapping = match_columns(&["EMAIL", "Last Name", "Vorname", "age"], None)?;
/// assert_eq!(mapping.column_of(Field::Email), Some(0));
/// assert_eq!(mapping.column_of(Field::LastName), Some(1));
/// assert_eq!(mapping.column_of(Field::FirstName), Some(2));
/// assert_eq!(mapping.column_of(Field::Tags), None);
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub fn match_columns(headers: &[&str], profile: Option<&str>) -> Result<Mapping, IntakeError> {
    let profile = match profile {
        Some(id) => named_profile(RecordKind::Contacts, id).ok_or_else(|| IntakeError::UnknownSource {
            name: Excerpt::new(id),
            kind: RecordKind::Contacts,
        })?,
        None => generic(RecordKind::Contacts),
    };
    let headers: Vec<String> = headers.iter().map(|header| text::collapse(header).into_owned()).collect();
    Ok(suggest(&headers, profile))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(headers: &[&str], profile: &str) -> Vec<String> {
        let mapping = match_columns(headers, Some(profile)).unwrap();
        let name = |column: ColumnMapping| match column.meaning {
            ColumnUse::Field { field } => field.name().to_owned(),
            ColumnUse::Custom { name } => format!("custom {name}"),
            ColumnUse::Sensitive => "sensitive".to_owned(),
            ColumnUse::Ignored => "ignored".to_owned(),
        };
        mapping.columns.into_iter().map(name).collect()
    }

    #[test]
    fn names_are_matched_by_all_their_words() {
        assert_eq!(
            fields(
                &[
                    "Last Name",
                    "EMAIL",
                    "age",
                    "Spouse Name",
                    "createdAt",
                    "Password",
                    "Instagram",
                    "Instagram"
                ],
                "generic"
            ),
            [
                "last-name",
                "email",
                "custom age",
                "custom Spouse Name",
                "created-at",
                "sensitive",
                "custom Instagram",
                "custom Instagram (2)"
            ]
        );
    }

    #[test]
    fn a_name_within_a_longer_one_is_found_and_a_column_of_both_is_neither() {
        for prefix in ["Contact", "Customer", "Billing", "Your"] {
            let names = [format!("{prefix} Last Name"), format!("{prefix} First Name"), "Email".to_owned()];
            assert_eq!(
                fields(&names.each_ref().map(String::as_str), "generic"),
                ["last-name", "first-name", "email"]
            );
        }
        assert_eq!(
            fields(&["Last Name First Name", "Email"], "generic"),
            ["custom Last Name First Name", "email"]
        );
        assert_eq!(fields(&["First & Last Name", "Email"], "generic"), ["full-name", "email"]);
        assert_eq!(
            fields(&["last", "first", "Last Login"], "generic"),
            ["last-name", "first-name", "custom Last Login"]
        );
    }

    #[test]
    fn the_only_column_that_ends_like_one_holds_the_addresses() {
        assert_eq!(fields(&["billing_email", "Email Sent"], "generic"), ["email", "custom Email Sent"]);
        assert_eq!(fields(&["Work E-Mail", "Name"], "generic"), ["email", "full-name"]);
        assert_eq!(
            fields(&["Parent Email", "Student Email"], "generic"),
            ["custom Parent Email", "custom Student Email"]
        );
        assert_eq!(
            fields(&["Billing Email", "E-mail 1 - Value"], "generic"),
            ["custom Billing Email", "email"]
        );
        assert_eq!(
            fields(&["When did we last send an email", "Note"], "generic"),
            ["custom When did we last send an email", "custom Note"]
        );
    }

    #[test]
    fn a_status_stands_before_an_opt_in_and_every_opt_out_is_seen() {
        assert_eq!(fields(&["Email Opt-In", "Email"], "generic"), ["marketing-status", "email"]);
        assert_eq!(
            fields(&["Newsletter", "Status", "Email"], "generic"),
            ["custom Newsletter", "marketing-status", "email"]
        );
        for name in ["Global Unsubscribe", "Do Not Mail", "Has Opted Out of Email", "Marketing Opt-Out"] {
            assert_eq!(fields(&[name], "generic"), ["unsubscribed-at"]);
        }
        assert_eq!(fields(&["Hard Bounce"], "generic"), ["bounced-at"]);
    }

    #[test]
    fn what_proves_who_somebody_is_is_left_out() {
        for name in
            ["Social Security Number", "Passport No", "National ID", "Driver's License", "API Key", "BSN"]
        {
            assert_eq!(fields(&[name], "generic"), ["sensitive"], "{name}");
        }
        assert_eq!(
            fields(&["License Number", "Social Media"], "generic"),
            ["custom License Number", "custom Social Media"]
        );
    }

    #[test]
    fn cards_and_bank_accounts_are_left_out_of_any_list() {
        assert_eq!(
            fields(
                &["Email", "Card Number", "CC Exp", "Bank Account", "Account Number", "Gift Card"],
                "generic"
            ),
            ["email", "sensitive", "sensitive", "sensitive", "custom Account Number", "custom Gift Card"]
        );
    }

    #[test]
    fn the_surer_column_gets_the_field() {
        assert_eq!(
            fields(&["Billing Email Address", "Email"], "generic"),
            ["custom Billing Email Address", "email"]
        );
        assert_eq!(fields(&["Billing Email Address", "Note"], "generic"), ["email", "custom Note"]);
    }

    #[test]
    fn a_profile_knows_its_columns_and_their_dangers() {
        assert_eq!(
            fields(
                &["Id", "Email", "Status", "Email Status", "Password", "SSN", "accessally_password"],
                "keap"
            ),
            [
                "external-id",
                "email",
                "custom Status",
                "marketing-status",
                "sensitive",
                "sensitive",
                "password"
            ]
        );
        assert_eq!(
            fields(&["Emailadresse", "Vorname", "EUID"], "mailchimp"),
            ["email", "first-name", "external-id"]
        );
    }

    #[test]
    fn the_level_of_a_former_member_is_no_tag() {
        let list = ["username", "email", "membership", "joined"];
        let of = |last: &str| fields(&[&list[..], &[last]].concat(), "paid-memberships-pro");
        assert_eq!(of("expires")[2], "tags");
        assert_eq!(of("ended")[2], "custom membership");
    }
}
