//! Operations, described as JSON Schema: an operation writes itself by hand, for its kind stands beside its change. Knows no plan.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    AddTags, CheckTarget, CreateUser, DeleteUser, Enroll, Operation, OperationKind, Phase, Reason,
    RemoveTags, RestoreEnrollment, RestoreUser, SetPassword, Subject, UpdateUser, VerifyTarget,
};

/// An operation by its kind, which says what its change is.
impl JsonSchema for Operation {
    fn schema_name() -> Cow<'static, str> {
        "Operation".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let kinds = [
            (OperationKind::CheckTarget, generator.subschema_for::<CheckTarget>()),
            (OperationKind::CreateUser, generator.subschema_for::<CreateUser>()),
            (OperationKind::UpdateUser, generator.subschema_for::<UpdateUser>()),
            (OperationKind::AddTags, generator.subschema_for::<AddTags>()),
            (OperationKind::Enroll, generator.subschema_for::<Enroll>()),
            (OperationKind::RestoreUser, generator.subschema_for::<RestoreUser>()),
            (OperationKind::DeleteUser, generator.subschema_for::<DeleteUser>()),
            (OperationKind::RemoveTags, generator.subschema_for::<RemoveTags>()),
            (OperationKind::RestoreEnrollment, generator.subschema_for::<RestoreEnrollment>()),
            (OperationKind::SetPassword, generator.subschema_for::<SetPassword>()),
            (OperationKind::VerifyTarget, generator.subschema_for::<VerifyTarget>()),
        ];
        let nothing = json_schema!({ "type": "object", "additionalProperties": false });
        let bare = [
            OperationKind::ConfirmBackup,
            OperationKind::EnableMaintenance,
            OperationKind::ResetPassword,
            OperationKind::SendCredentials,
            OperationKind::DisableMaintenance,
        ];
        let bare = bare.map(|kind| (kind, nothing.clone()));
        let shared = [
            ("id", generator.subschema_for::<uuid::Uuid>()),
            ("phase", generator.subschema_for::<Phase>()),
            ("subject", generator.subschema_for::<Subject>()),
            ("reason", generator.subschema_for::<Reason>()),
        ];
        let mut variants: Vec<(OperationKind, Schema)> = kinds.into_iter().chain(bare).collect();
        variants.sort_by_key(|(kind, _)| *kind);
        let variants = variants.into_iter().map(|(kind, change)| {
            let mut properties = serde_json::Map::new();
            for (name, schema) in &shared {
                properties.insert((*name).to_owned(), schema.clone().to_value());
            }
            properties.insert("kind".to_owned(), serde_json::json!({ "type": "string", "const": kind }));
            properties.insert("change".to_owned(), change.to_value());
            json_schema!({
                "type": "object",
                "properties": properties,
                "required": ["id", "phase", "kind", "subject", "reason", "change"],
            })
        });
        let variants: Vec<Schema> = variants.collect();
        json_schema!({ "description": "One change to the target.", "oneOf": variants })
    }
}
