//! What can be made, by name. Does not know how.

use std::sync::Arc;

use crate::contacts;
use crate::guard::{Outcome, internal};
use crate::handle::{Handle, Lent};
use crate::pushed::Pushed;
#[cfg(feature = "whole")]
use crate::{plan, run, site};

pub fn make(name: &str, argument: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let pushed = |pushed: Pushed| Ok(Handle::Pushed(Arc::new(pushed)));
    match name {
        "contacts.reader" => pushed(Pushed::contacts(argument)?),
        "orders.reader" => pushed(Pushed::orders(argument)?),
        "subscriptions.reader" => pushed(Pushed::subscriptions(argument)?),
        "records.reader" => pushed(Pushed::records(argument)),
        #[cfg(feature = "whole")]
        "sheet.reader" => pushed(Pushed::sheet(argument)?),
        "contacts.lines" => pushed(Pushed::contact_lines()),
        "pushed.finish" => lent.pushed()?.finish(),
        "intake.records" => Ok(lent.intake()?.records()),
        "intake.issues" => Ok(lent.intake()?.issues()),
        "intake.tag-dates" => lent.intake()?.tag_dates(),
        "contacts.merge" => contacts::merge(argument, lent),
        "contacts.join" => contacts::join(argument, lent),
        "merged.contacts" => Ok(lent.merged()?.contacts()),
        "merged.issues" => Ok(lent.merged()?.issues()),
        #[cfg(feature = "whole")]
        "users.lines" => pushed(Pushed::user_lines()),
        #[cfg(feature = "whole")]
        "plan.bytes" => pushed(Pushed::plan()),
        #[cfg(feature = "whole")]
        "site" => site::site(argument),
        #[cfg(feature = "whole")]
        "site.decide-all" => site::decide_all(argument, lent),
        #[cfg(feature = "whole")]
        "plan.build" => plan::build(argument, lent),
        #[cfg(feature = "whole")]
        "run.start" => run::start(argument, lent),
        #[cfg(feature = "whole")]
        "run.resume" => run::resume(argument, lent),
        #[cfg(feature = "whole")]
        "run.next-batch" => Ok(run::next_batch(lent.run()?)),
        #[cfg(feature = "whole")]
        "run.rollback-plan" => run::rollback_plan(argument, lent),
        #[cfg(feature = "whole")]
        "run.passwords" => run::passwords(argument, lent),
        _ => Err(internal()),
    }
}
