//! A billing plan, told as lines for people. Decides nothing.

use memberferry::{
    BilledSubscription, BillingAction, BillingError, BillingInterval, BillingPlan, BillingStep, BillingUnit,
    EndsWhy, Handover, Instant, Issue, Owed, Refusal as _, Severity, SubscriptionFate,
};

use super::sources::FileFindings;
use crate::findings;
use crate::printing::{Printer, counted, severity};

/// That nothing of the plan may be done here, and why.
pub fn refusal(printer: &mut Printer, refusal: &BillingError) {
    printer.line(format!("Nothing of this plan may be done from here: {refusal}"));
    printer.line(format!("remedy: {}\n", refusal.help()));
    printer.part("refused", refusal.code());
}

/// Every subscription with its fate, and everything that is to be done.
pub fn plan(printer: &mut Printer, name: &str, plan: &BillingPlan) {
    let environment = plan.environment();
    printer.line(format!(
        "{name}, {} ({}): {} at {}",
        environment.url,
        environment.kind.name(),
        counted(plan.subscriptions().len() as u64, "subscription", "subscriptions"),
        plan.at()
    ));
    printer.line("\nWho charges whom");
    for subscription in plan.subscriptions() {
        printer.line(format!("  {}", whom(subscription)));
        printer.line(format!("      {}", terms(subscription)));
        printer.line(format!("      {}", fate(subscription, plan.at())));
    }
    printer.line("\nWhat to do");
    if plan.proposed_actions().is_empty() {
        printer.line("  nothing");
    }
    for action in plan.proposed_actions() {
        printer.line(format!("  {}", told(action, plan)));
    }
    if !plan.unresolved().is_empty() {
        printer.line("\nUnresolved: nothing is done about these");
    }
    for unresolved in plan.unresolved() {
        let whom = plan.subscription(unresolved.subscription).map(whom).unwrap_or_default();
        printer.line(format!("  {whom}"));
        for reason in &unresolved.reasons {
            printer.line(format!("      {}: {}", reason.code, reason.message));
            printer.line(format!("      remedy: {}", reason.help()));
        }
    }
}

/// What is wrong, of the files, the site and the plan.
pub fn issues(printer: &Printer, files: &[FileFindings], setup: &[Issue], plan: &BillingPlan) {
    for file in files {
        let weighs = |issue: &&Issue| issue.severity() != Severity::Info;
        if file.set_aside > 0 || file.issues.iter().any(|issue| weighs(&issue)) {
            let records = counted(file.records, "record", "records");
            printer.line(format!("\n{}: {records}, {} set aside", file.name.display(), file.set_aside));
            list(printer, &mut file.issues.iter().filter(weighs));
        }
    }
    let of_plan = || setup.iter().chain(plan.issues());
    if of_plan().next().is_some() {
        printer.line("\nTo look at");
    }
    list(printer, &mut of_plan().filter(|issue| issue.severity() != Severity::Info));
}

fn list(printer: &Printer, issues: &mut dyn Iterator<Item = &Issue>) {
    for issue in issues {
        printer.line(format!("  {:<8}{}", severity(issue.severity()), issue.code));
        if issue.message == issue.code.meaning() {
            printer.line(format!("            {}", issue.message));
        }
        findings::example(printer, issue);
        printer.line(format!("            remedy: {}", issue.help()));
    }
}

fn whom(subscription: &BilledSubscription) -> String {
    let customer = Some(subscription.customer.shown()).filter(|shown| !shown.is_empty()).unwrap_or("nobody");
    let owed: Vec<&str> = subscription.owed.iter().map(Owed::shown).collect();
    let owed = if owed.is_empty() { "nothing that is named".to_owned() } else { owed.join(", ") };
    format!("{customer} for {owed}: {}", place(subscription))
}

/// Where it is charged, and its id there.
fn place(subscription: &BilledSubscription) -> String {
    let by = subscription.processor.as_deref().filter(|name| *name != subscription.system.name());
    let by = by.map(|name| format!(" by {name}")).unwrap_or_default();
    let id = subscription.subscription_id.as_deref().map(|id| format!(" {id}")).unwrap_or_default();
    format!("{}{id}{by}", subscription.system.name())
}

fn terms(subscription: &BilledSubscription) -> String {
    let mut terms = vec![subscription.status.name().to_owned()];
    terms.extend(subscription.amount.map(|amount| {
        let interval =
            subscription.interval.map(|interval| format!(" {}", often(interval))).unwrap_or_default();
        format!("{amount}{interval}")
    }));
    match (subscription.payments.made, subscription.payments.of) {
        (Some(made), Some(of)) => terms.push(format!("{made} of {of} paid")),
        (Some(made), None) => terms.push(format!("{made} paid")),
        (None, Some(of)) => terms.push(format!("{of} payments in all")),
        (None, None) => {}
    }
    if subscription.payments.refunded > 0 {
        terms.push(format!("{} refunded, not counted", subscription.payments.refunded));
    }
    terms.extend(subscription.next_charge.map(|next| format!("next {}", next.at)));
    terms.join(", ")
}

fn often(interval: BillingInterval) -> String {
    let BillingInterval::Every { count, unit } = interval else { return "once".to_owned() };
    let unit = match unit {
        BillingUnit::Day => "day",
        BillingUnit::Week => "week",
        BillingUnit::Month => "month",
        BillingUnit::Year => "year",
    };
    match count.get() {
        1 => format!("every {unit}"),
        count => format!("every {count} {unit}s"),
    }
}

fn fate(subscription: &BilledSubscription, now: Instant) -> String {
    match &subscription.fate {
        SubscriptionFate::Continues => "goes on as it is".to_owned(),
        SubscriptionFate::MustBeStopped(handover) => handed_over(handover, now),
        SubscriptionFate::Incompatible(handover) => {
            format!("does not work with AccessAlly Managed: {}", handed_over(handover, now))
        }
        SubscriptionFate::EndsByItself { why, until } => {
            let until = until.map(|until| format!(", what is paid lasts until {until}")).unwrap_or_default();
            format!("ends by itself: {}{until}", why_it_ends(*why))
        }
        SubscriptionFate::Unknown => "unresolved, see below".to_owned(),
    }
}

fn handed_over(handover: &Handover, now: Instant) -> String {
    let before = match handover.charges_before {
        0 => String::new(),
        1 => "charges once more, ".to_owned(),
        count => format!("charges {} more, ", counted(count, "time", "times")),
    };
    let left = match handover.charges_left {
        Some(left) => format!(", {}", counted(left, "payment", "payments")),
        None => String::new(),
    };
    match handover.restarts_from {
        Some(from) if handover.stop_by <= now => {
            format!("{before}stops now, and is taken out anew from {from}{left}")
        }
        Some(from) => {
            format!("{before}stops before {}, and is taken out anew from {from}{left}", handover.stop_by)
        }
        None => format!("is paused: stops now, and is taken out anew when the customer wants to go on{left}"),
    }
}

fn why_it_ends(why: EndsWhy) -> &'static str {
    match why {
        EndsWhy::AllPaymentsMade => "all payments are made",
        EndsWhy::LastPaymentsDue => "its last payments fall due before it could be handed over",
        EndsWhy::PaidOnce => "it was paid once",
        EndsWhy::Cancelled => "it is cancelled",
        EndsWhy::Expired => "its time ran out",
        EndsWhy::GivenUp => "payments failed until the processor gave up",
        EndsWhy::NeverBegun => "its first payment was never made",
    }
}

fn told(action: &BillingAction, plan: &BillingPlan) -> String {
    let customer = action.customer.shown();
    match &action.step {
        BillingStep::Invite { by, order_forms, .. } => {
            let forms: Vec<String> = order_forms.iter().map(|form| format!("`{form}`")).collect();
            let on = if forms.is_empty() { String::new() } else { format!(" {}", forms.join(", ")) };
            format!("before {by}  {customer} enters their card on the order form{on}")
        }
        BillingStep::Stop { by, .. } => {
            let where_ = plan.subscription(action.subscription).map(place).unwrap_or_default();
            if *by <= plan.at() {
                format!("now    {where_}, of {customer}, is stopped")
            } else {
                format!("before {by}  {where_}, of {customer}, is stopped")
            }
        }
        BillingStep::Start { not_before, amount, interval, charges } => {
            let times = charges.map(|charges| format!(", {}", counted(charges, "time", "times")));
            let times = times.unwrap_or_default();
            format!("from   {not_before}  {customer} is charged {amount} {}{times}", often(*interval))
        }
    }
}
