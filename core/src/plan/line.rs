//! An operation as a line of a plan, there and back. Does not know the plan around it.
//!
//! A line begins `{"id":"…","phase":"…","kind":"…",` with nothing else in between, so that the id and the kind of an operation
//! can be had without reading the rest.

use std::ops::Range;

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use sha1::{Digest as _, Sha1};
use uuid::Uuid;

use super::change::Nothing;
use super::lines::OperationLines;
use super::{Change, Operation, OperationKind, Phase, PlanError, Reason, Subject};
use crate::Location;
use crate::json::{self, Mistake, Tape};
use crate::site::Environment;

/// What all ids of this library descend from: the name `urn:memberferry:operation` in the URL namespace.
const NAMESPACE: Uuid = Uuid::from_u128(0xfe52553c_3a3b_593b_9dae_bdc4d8013965);

/// Writes operations as lines, for one environment.
pub struct LineWriter {
    /// What hashes an id, the environment's namespace taken in already.
    ids: Sha1,
}

impl LineWriter {
    pub fn new(environment: &Environment) -> Result<Self, PlanError> {
        let text = serde_json::to_vec(environment).map_err(|_| PlanError::Internal)?;
        let namespace = Uuid::new_v5(&NAMESPACE, &text);
        Ok(LineWriter { ids: Sha1::new_with_prefix(namespace) })
    }

    /// Adds an operation's line to those of its phase; `change` writes what changes.
    pub fn write(
        &self,
        lines: &mut OperationLines,
        kind: OperationKind,
        subject: &Subject,
        reason: Reason,
        change: impl FnOnce(&mut Vec<u8>) -> Result<(), PlanError>,
    ) -> Result<(), PlanError> {
        lines.phase_mut(kind.phase()).push(|text| {
            let line_start = text.len();
            text.extend_from_slice(b"{\"id\":\"");
            // The id follows from the rest.
            text.extend_from_slice(&[b'-'; ID_LENGTH]);
            text.extend_from_slice(b"\",\"phase\":\"");
            text.extend_from_slice(kind.phase().name().as_bytes());
            text.extend_from_slice(b"\",");
            let kind_start = text.len();
            text.extend_from_slice(b"\"kind\":\"");
            text.extend_from_slice(kind.name().as_bytes());
            text.extend_from_slice(b"\",\"subject\":");
            subject.write(text);
            let subject_end = text.len();
            text.extend_from_slice(b",\"reason\":\"");
            text.extend_from_slice(reason.name().as_bytes());
            text.extend_from_slice(b"\"");
            let change_start = text.len();
            text.extend_from_slice(b",\"change\":");
            change(text)?;
            // The reason is no part of the name: the same change has the same id, whyever it is made.
            let name = [text.get(kind_start..subject_end), text.get(change_start..)];
            let id = self.id(name.into_iter().flatten())?;
            text.push(b'}');
            let place = text.get_mut(line_start + ID.start..line_start + ID.end);
            let place = place.ok_or(PlanError::Internal)?;
            place.copy_from_slice(id.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()).as_bytes());
            Ok(())
        })
    }

    /// The UUID of a name, in parts; as `Uuid::new_v5` gives it, whose hasher does not use what processors have for it.
    fn id<'n>(&self, name: impl Iterator<Item = &'n [u8]>) -> Result<Uuid, PlanError> {
        let mut hasher = self.ids.clone();
        name.for_each(|part| hasher.update(part));
        let hash = hasher.finalize();
        let hash = hash.first_chunk().ok_or(PlanError::Internal)?;
        Ok(uuid::Builder::from_sha1_bytes(*hash).into_uuid())
    }

    /// Adds a line that was read, and says whether it is exactly what this writer makes of the operation it holds.
    pub fn write_read(
        &self,
        lines: &mut OperationLines,
        line: &[u8],
        operation: &Operation,
    ) -> Result<bool, PlanError> {
        let Operation { subject, reason, change, .. } = operation;
        self.write(lines, operation.kind(), subject, *reason, |text| write_json(text, change))?;
        Ok(lines.phase_mut(operation.phase()).last() == Some(line))
    }
}

/// Writes a value as JSON.
pub fn write_json(text: &mut Vec<u8>, value: &impl Serialize) -> Result<(), PlanError> {
    serde_json::to_writer(text, value).map_err(|_| PlanError::Internal)
}

/// Where the id begins in a line.
const ID_START: usize = b"{\"id\":\"".len();
const ID_LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;
/// Where the id stands in a line.
const ID: Range<usize> = ID_START..ID_START + ID_LENGTH;
/// Where the phase begins in a line.
const PHASE_START: usize = ID.end + b"\",\"phase\":\"".len();

/// The id of the operation on a line.
pub fn id(line: &[u8]) -> Option<Uuid> {
    Uuid::try_parse_ascii(line.get(ID)?).ok()
}

/// The kind of the operation on a line.
pub fn kind(line: &[u8]) -> Option<OperationKind> {
    let rest = line.get(PHASE_START..)?;
    let phase = rest.get(..memchr::memchr(b'"', rest)?)?;
    let rest = rest.get(phase.len()..)?.strip_prefix(b"\",\"kind\":\"")?;
    let name = rest.get(..memchr::memchr(b'"', rest)?)?;
    OperationKind::ALL.into_iter().find(|kind| kind.name().as_bytes() == name)
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an operation object")]
struct Fields<C> {
    id: Uuid,
    phase: Phase,
    kind: OperationKind,
    subject: Subject,
    reason: Reason,
    change: C,
}

/// An operation by itself, whatever the order of its fields.
impl<'de> Deserialize<'de> for Operation {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Fields::<serde_json::Value>::deserialize(deserializer)?;
        let line = serde_json::to_vec(&fields).map_err(serde::de::Error::custom)?;
        read(&line).map_err(|error| serde::de::Error::custom(json::in_plain_words(&error.to_string())))
    }
}

/// The operation on a line, or why it is none.
pub fn read(line: &[u8]) -> Result<Operation, Mistake> {
    let mistake = |message: &str| Mistake::new(Location::default(), message.to_owned(), None);
    let tape = Tape::read(line)?;
    // All but the change is the same for every kind, so that it is not made for each.
    let fields: Fields<IgnoredAny> = tape.to()?;
    let Fields { id, phase, kind, subject, reason, change: IgnoredAny } = fields;
    let change = read_change(&tape, self::kind(line).ok_or_else(|| mistake("its kind is not known"))?)?;
    if kind != change.kind() || phase != kind.phase() {
        return Err(mistake("kind and phase do not belong together"));
    }
    Ok(Operation { id, subject, reason, change })
}

fn read_change(tape: &Tape<'_>, kind: OperationKind) -> Result<Change, Mistake> {
    fn fields<C: DeserializeOwned>(
        tape: &Tape<'_>,
        change: impl FnOnce(C) -> Change,
    ) -> Result<Change, Mistake> {
        // It is there: the fields were read.
        let fields = tape.part(tape.field("change").unwrap_or_default());
        fields.map(change).map_err(|mistake| mistake.within(Location::default().key("change")))
    }
    let plain = |change: Change| fields::<Nothing>(tape, |_| change);
    match kind {
        OperationKind::CheckTarget => fields(tape, Change::CheckTarget),
        OperationKind::CreateUser => fields(tape, |change| Change::CreateUser(Box::new(change))),
        OperationKind::UpdateUser => fields(tape, |change| Change::UpdateUser(Box::new(change))),
        OperationKind::RestoreUser => fields(tape, |change| Change::RestoreUser(Box::new(change))),
        OperationKind::DeleteUser => fields(tape, |change| Change::DeleteUser(Box::new(change))),
        OperationKind::AddTags => fields(tape, Change::AddTags),
        OperationKind::RemoveTags => fields(tape, Change::RemoveTags),
        OperationKind::RestoreEnrollment => {
            fields(tape, |change| Change::RestoreEnrollment(Box::new(change)))
        }
        OperationKind::Enroll => fields(tape, |enroll| Change::Enroll(Box::new(enroll))),
        OperationKind::SetPassword => fields(tape, Change::SetPassword),
        OperationKind::VerifyTarget => fields(tape, Change::VerifyTarget),
        OperationKind::ConfirmBackup => plain(Change::ConfirmBackup),
        OperationKind::EnableMaintenance => plain(Change::EnableMaintenance),
        OperationKind::ResetPassword => plain(Change::ResetPassword),
        OperationKind::SendCredentials => plain(Change::SendCredentials),
        OperationKind::DisableMaintenance => plain(Change::DisableMaintenance),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::AddTags;
    use crate::{Email, EnvironmentKind, TagName};

    fn environment(url: &str) -> Environment {
        Environment { kind: EnvironmentKind::Staging, url: url.to_owned() }
    }

    fn tags(names: &[&str]) -> AddTags {
        AddTags { before: [].into(), added: names.iter().map(|name| TagName::new(name).unwrap()).collect() }
    }

    fn line(url: &str, change: &AddTags) -> Vec<u8> {
        let subject = Subject::User { email: Email::new("ada@example.com").unwrap().key(), id: None };
        let mut lines = OperationLines::default();
        let writer = LineWriter::new(&environment(url)).unwrap();
        let change = |text: &mut Vec<u8>| write_json(text, change);
        writer.write(&mut lines, OperationKind::AddTags, &subject, Reason::TagsHeld, change).unwrap();
        lines.get(0).unwrap().to_vec()
    }

    #[test]
    fn a_line_is_the_operation_as_json_and_comes_back() {
        let change = tags(&["Gold"]);
        let text = line("https://staging.example", &change);
        let operation = read(&text).unwrap();
        assert_eq!(operation.change, Change::AddTags(change));
        assert_eq!(serde_json::to_vec(&operation).unwrap(), text);
        assert_eq!((id(&text), kind(&text)), (Some(operation.id), Some(OperationKind::AddTags)));
        let writer = LineWriter::new(&environment("https://staging.example")).unwrap();
        let mut lines = OperationLines::default();
        assert!(writer.write_read(&mut lines, &text, &operation).unwrap());
        assert!(!writer.write_read(&mut lines, b"{}", &operation).unwrap());
    }

    #[test]
    fn all_ids_descend_from_one_name() {
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:memberferry:operation"));
    }

    #[test]
    fn an_id_follows_the_change_and_the_place_and_nothing_else() {
        let first = id(&line("https://a.example", &tags(&["Gold"])));
        assert_eq!(first, id(&line("https://a.example", &tags(&["Gold"]))));
        assert_ne!(first, id(&line("https://b.example", &tags(&["Gold"]))));
        assert_ne!(first, id(&line("https://a.example", &tags(&["Silver"]))));
    }

    #[test]
    fn an_id_is_a_uuid_of_version_5_as_the_standard_has_it() {
        let place = Uuid::new_v5(&NAMESPACE, br#"{"kind":"staging","url":"https://a.example"}"#);
        let name = br#""kind":"add-tags","subject":{"kind":"user","email":"ada@example.com"},"change":{"before":[],"added":["Gold"]}"#;
        assert_eq!(id(&line("https://a.example", &tags(&["Gold"]))), Some(Uuid::new_v5(&place, name)));
    }
}
