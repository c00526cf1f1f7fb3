//! A release rule as written: one flat object, so that a mistake in it is reported at its own place. Does not know what a
//! rule means.

use serde::Deserialize;

use super::{Anchor, FixedDate, Mode, Offset, ReleaseRule, Snap, TimeOfDay, Timer, TimerZone};
use crate::Instant;

/// Every field that some kind of rule takes.
#[derive(Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a release rule object")]
pub(super) struct ReleaseFields {
    kind: ReleaseKind,
    anchor: Option<Anchor>,
    offset: Option<Offset>,
    mode: Option<Mode>,
    at: Option<TimeOfDay>,
    timezone: Option<TimerZone>,
    snap: Option<Snap>,
    not_before: Option<Instant>,
    not_after: Option<Instant>,
    fixed: Option<FixedDate>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum ReleaseKind {
    AtOnce,
    Manual,
    #[default]
    Timer,
}

impl TryFrom<ReleaseFields> for ReleaseRule {
    type Error = &'static str;
    fn try_from(fields: ReleaseFields) -> Result<Self, &'static str> {
        let bare = ReleaseFields { kind: fields.kind, ..ReleaseFields::default() };
        match fields.kind {
            ReleaseKind::Timer => Ok(ReleaseRule::Timer(Timer {
                anchor: fields.anchor.unwrap_or_default(),
                offset: fields.offset.ok_or("a `timer` release needs an `offset`")?,
                mode: fields.mode.unwrap_or_default(),
                at: fields.at,
                timezone: fields.timezone.unwrap_or_default(),
                snap: fields.snap,
                not_before: fields.not_before,
                not_after: fields.not_after,
                fixed: fields.fixed,
            })),
            ReleaseKind::AtOnce if fields == bare => Ok(ReleaseRule::AtOnce),
            ReleaseKind::Manual if fields == bare => Ok(ReleaseRule::Manual),
            _ => Err("only a `timer` release takes anything but its `kind`"),
        }
    }
}
