//! What can be asked of handles, by name. Does not know the answers.

use memberferry::TagName;

use crate::contacts;
use crate::guard::{Outcome, internal, written};
use crate::handle::Lent;
use crate::payments;
#[cfg(feature = "whole")]
use crate::{plan, run, sheet, site};

pub fn ask(name: &str, argument: &[u8], lent: Lent<'_>) -> Outcome<Vec<u8>> {
    match name {
        "pushed.push" => written(lent.pushed()?.push(argument)?),
        "pushed.begin" => written(lent.pushed()?.begin()?),
        "pushed.drop" => {
            lent.pushed()?.drop_all();
            written(())
        }
        "intake.about" => lent.intake()?.about(),
        "intake.set-aside-csv" => Ok(lent.intake()?.set_aside_csv()),
        "intake.set-aside" => lent.intake()?.set_aside(argument),
        "contacts.length" => written(lent.contacts()?.len()),
        "contacts.frame" => contacts::frame(argument, lent.contacts()?),
        "contacts.records" => contacts::records(argument, lent.contacts()?),
        "contacts.csv" => contacts::csv(argument, lent.contacts()?),
        "contacts.tags" => contacts::names(lent.contacts()?.tag_book().names().map(TagName::as_str)),
        "contacts.custom-fields" => contacts::names(lent.contacts()?.custom_fields()),
        "orders.length" => written(lent.orders()?.len()),
        "orders.frame" => payments::order_frame(argument, lent.orders()?),
        "orders.records" => payments::records(argument, lent.orders()?),
        "subscriptions.length" => written(lent.subscriptions()?.len()),
        "subscriptions.frame" => payments::subscription_frame(argument, lent.subscriptions()?),
        "subscriptions.records" => payments::records(argument, lent.subscriptions()?),
        "issues.length" => written(lent.issues()?.len()),
        "issues.records" => contacts::issues(argument, lent.issues()?),
        "issues.counts" => written(lent.issues()?.counts()),
        "issues.frame" => contacts::issue_frame(argument, lent.issues()?),
        #[cfg(feature = "whole")]
        "sheet.about" => sheet::about(lent.sheet()?),
        #[cfg(feature = "whole")]
        "sheet.rows" => sheet::rows(argument, lent.sheet()?),
        #[cfg(feature = "whole")]
        "sheet.find" => sheet::find(argument, lent.sheet()?),
        "tag-dates.length" => written(lent.tag_dates()?.len()),
        #[cfg(feature = "whole")]
        "site.document" => written(lent.site()?.document()),
        #[cfg(feature = "whole")]
        "site.issues" => written(lent.site()?.issues()),
        #[cfg(feature = "whole")]
        "access.size" => site::size(lent.access()?),
        #[cfg(feature = "whole")]
        "access.bitmap" => site::bitmap(argument, lent.access()?),
        #[cfg(feature = "whole")]
        "snapshot.length" => written(lent.snapshot()?.len()),
        #[cfg(feature = "whole")]
        "snapshot.digest" => written(lent.snapshot()?.digest()),
        #[cfg(feature = "whole")]
        "snapshot.lines" => Ok(lent.snapshot()?.to_json_lines()),
        #[cfg(feature = "whole")]
        "plan.about" => plan::about(lent.plan()?),
        #[cfg(feature = "whole")]
        "plan.issues" => written(lent.plan()?.issues()),
        #[cfg(feature = "whole")]
        "plan.blockers" => written(lent.plan()?.blockers().collect::<Vec<_>>()),
        #[cfg(feature = "whole")]
        "plan.operations" => plan::operations(argument, lent.plan()?),
        #[cfg(feature = "whole")]
        "plan.chunk" => plan::chunk(argument, lent.plan()?),
        #[cfg(feature = "whole")]
        "plan.diff" => plan::diff(lent),
        #[cfg(feature = "whole")]
        "run.beginning" => Ok(run::beginning(lent.run()?)),
        #[cfg(feature = "whole")]
        "run.record" => run::record(argument, lent),
        #[cfg(feature = "whole")]
        "run.abort" => run::abort(argument, lent.run()?),
        #[cfg(feature = "whole")]
        "run.standing" => run::standing(lent.run()?),
        #[cfg(feature = "whole")]
        "run.password" => run::password(argument, lent),
        #[cfg(feature = "whole")]
        "batch.document" => written(&**lent.batch()?),
        _ => Err(internal()),
    }
}
