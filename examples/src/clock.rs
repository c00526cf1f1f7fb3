//! The time, as the system tells it. Does not know what is done with it.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use memberferry::Instant;

use crate::stop::Stop;

/// The time. The library never asks for it; it is told.
pub fn now() -> Result<Instant, Stop> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).ok().and_then(Instant::from_seconds).ok_or_else(|| {
        let message = "the clock shows no time that a calendar has";
        Stop::failed(Path::new("the system's clock"), message, "set the clock, or give --now")
    })
}
