//! An operation as a line of a plan, there and back. Does not know the plan around it.
//!
//! A line begins `{"id":"…","phase":"…","kind":"…",` with nothing else in between, so that the id and the kind of an operation
//! can be had without reading the rest.

use serde::{Deserialize, Serialize};
use sha1::{Digest as _, Sha1};
use uuid::Uuid;

use super::change::Nothing;
use super::lines::OperationLines;
use super::{Change, Operation, OperationKind, Phase, PlanError, Reason, Subject};
use crate::site::Environment;

/// What all ids of this library descend from: the name `urn:memberferry:operation` in the URL namespace.
const NAMESPACE: Uuid = Uuid::from_u128(0xfe52553c_3a3b_593b_9dae_bdc4d8013965);

/// Writes operations as lines, for one environment.
pub struct LineWriter {
    /// What hashes an id, the environment's namespace taken in already.
    ids: Sha1,
    scratch: Vec<u8>,
}

impl LineWriter {
    pub fn new(environment: &Environment) -> Result<Self, PlanError> {
        let text = serde_json::to_vec(environment).map_err(|_| PlanError::Internal)?;
        let namespace = Uuid::new_v5(&NAMESPACE, &text);
        Ok(LineWriter { ids: Sha1::new_with_prefix(namespace), scratch: Vec::new() })
    }

    /// Adds an operation's line to those of its phase.
    pub fn write(
        &mut self,
        lines: &mut OperationLines,
        kind: OperationKind,
        subject: &Subject,
        reason: Reason,
        change: &impl Serialize,
    ) -> Result<(), PlanError> {
        let scratch = &mut self.scratch;
        scratch.clear();
        scratch.extend_from_slice(b"\"kind\":\"");
        scratch.extend_from_slice(kind.name().as_bytes());
        scratch.extend_from_slice(b"\",\"subject\":");
        serde_json::to_writer(&mut *scratch, subject).map_err(|_| PlanError::Internal)?;
        let subject_end = scratch.len();
        scratch.extend_from_slice(b",\"change\":");
        serde_json::to_writer(&mut *scratch, change).map_err(|_| PlanError::Internal)?;
        // The same as `Uuid::new_v5`, whose hasher does not use what processors have for it.
        let hash = self.ids.clone().chain_update(&scratch).finalize();
        let hash = hash.first_chunk().ok_or(PlanError::Internal)?;
        let id = uuid::Builder::from_sha1_bytes(*hash).into_uuid();
        let (subject, change) = scratch.split_at_checked(subject_end).unwrap_or_default();
        lines.phase_mut(kind.phase()).push(&[
            b"{\"id\":\"",
            id.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()).as_bytes(),
            b"\",\"phase\":\"",
            kind.phase().name().as_bytes(),
            b"\",",
            subject,
            b",\"reason\":\"",
            reason.name().as_bytes(),
            b"\"",
            change,
            b"}",
        ]);
        Ok(())
    }

    /// Adds a line that was read, and says whether it is exactly what this writer makes of the operation it holds.
    pub fn write_read(
        &mut self,
        lines: &mut OperationLines,
        line: &[u8],
        operation: &Operation,
    ) -> Result<bool, PlanError> {
        self.write(lines, operation.kind(), &operation.subject, operation.reason, &operation.change)?;
        Ok(lines.phase_mut(operation.phase()).last() == Some(line))
    }
}

/// Where the id begins in a line.
const ID_START: usize = b"{\"id\":\"".len();
/// Where the phase begins in a line.
const PHASE_START: usize = ID_START + 36 + b"\",\"phase\":\"".len();

/// The id of the operation on a line.
pub fn id(line: &[u8]) -> Option<Uuid> {
    Uuid::try_parse_ascii(line.get(ID_START..ID_START + 36)?).ok()
}

/// The kind of the operation on a line.
pub fn kind(line: &[u8]) -> Option<OperationKind> {
    let rest = line.get(PHASE_START..)?;
    let phase = rest.get(..memchr::memchr(b'"', rest)?)?;
    let rest = rest.get(phase.len()..)?.strip_prefix(b"\",\"kind\":\"")?;
    let name = rest.get(..memchr::memchr(b'"', rest)?)?;
    OperationKind::ALL.into_iter().find(|kind| kind.name().as_bytes() == name)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an operation object")]
struct Fields<C> {
    id: Uuid,
    phase: Phase,
    kind: OperationKind,
    subject: Subject,
    reason: Reason,
    change: C,
}

/// The operation on a line, or why it is none.
pub fn read(line: &[u8]) -> Result<Operation, serde_json::Error> {
    fn fields<'de, C: Deserialize<'de>>(
        line: &'de [u8],
        change: impl FnOnce(C) -> Change,
    ) -> Result<Operation, serde_json::Error> {
        let fields: Fields<C> = serde_json::from_slice(line)?;
        let Fields { id, phase, kind, subject, reason, change: content } = fields;
        let change = change(content);
        if kind != change.kind() || phase != kind.phase() {
            return Err(serde::de::Error::custom("kind and phase do not belong together"));
        }
        Ok(Operation { id, subject, reason, change })
    }
    let plain = |change: Change| fields::<Nothing>(line, |_| change);
    match kind(line) {
        Some(OperationKind::CheckTarget) => fields(line, Change::CheckTarget),
        Some(OperationKind::CreateUser) => fields(line, |change| Change::CreateUser(Box::new(change))),
        Some(OperationKind::UpdateUser) => fields(line, |change| Change::UpdateUser(Box::new(change))),
        Some(OperationKind::RestoreUser) => fields(line, |change| Change::RestoreUser(Box::new(change))),
        Some(OperationKind::DeleteUser) => fields(line, |change| Change::DeleteUser(Box::new(change))),
        Some(OperationKind::AddTags) => fields(line, Change::AddTags),
        Some(OperationKind::RemoveTags) => fields(line, Change::RemoveTags),
        Some(OperationKind::RestoreEnrollment) => {
            fields(line, |change| Change::RestoreEnrollment(Box::new(change)))
        }
        Some(OperationKind::Enroll) => fields(line, |enroll| Change::Enroll(Box::new(enroll))),
        Some(OperationKind::SetPassword) => fields(line, Change::SetPassword),
        Some(OperationKind::VerifyTarget) => fields(line, Change::VerifyTarget),
        Some(OperationKind::ConfirmBackup) => plain(Change::ConfirmBackup),
        Some(OperationKind::EnableMaintenance) => plain(Change::EnableMaintenance),
        Some(OperationKind::ResetPassword) => plain(Change::ResetPassword),
        Some(OperationKind::SendCredentials) => plain(Change::SendCredentials),
        Some(OperationKind::DisableMaintenance) => plain(Change::DisableMaintenance),
        None => Err(serde::de::Error::custom("its kind is not known")),
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
        let mut writer = LineWriter::new(&environment(url)).unwrap();
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
        let mut writer = LineWriter::new(&environment("https://staging.example")).unwrap();
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
