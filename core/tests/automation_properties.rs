//! Laws of automations: what is made of an offering is right, gives the offering's schedule back, and whatever steps somebody writes, nothing
//! panics and nothing goes on for ever.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "support/releases.rs"]
#[expect(dead_code, reason = "the laws of releases use the rest")]
mod releases;

use memberferry::{
    Actor, Anchor, Automation, AutomationEvent, AutomationState, Blueprint, BlueprintOptions,
    ContactCondition, ContactEvent, ContactHistory, ContactStanding, Crm, DripBy, DripProfile, EmailPurpose,
    Enrollment, Happening, Instant, ItemName, Module, Offering, OfferingId, Offset, Price, ReleaseRule,
    ScheduleOptions, Sequence, SequenceEmail, SequenceStatus, Severity, Site, SiteDocument, Step, TagList,
    TagName, Timeline, Timer, Unit, Wait, Zone, blueprint, lint, release_schedule, simulate, translate,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn tag(name: &str) -> TagName {
    TagName::new(name).unwrap()
}

fn crm() -> impl Strategy<Value = Crm> {
    select(Crm::ALL.to_vec())
}

/// Timers of every kind whose anchor a site without other offerings has.
fn timer() -> impl Strategy<Value = Timer> {
    let anchors =
        [Anchor::PreviousRelease, Anchor::PreviousRelease, Anchor::Enrollment, Anchor::Registration];
    (releases::timer(), select(anchors.to_vec())).prop_map(|(timer, anchor)| Timer { anchor, ..timer })
}

/// Timers that a delay can say.
fn delay_timer() -> impl Strategy<Value = Timer> {
    let units = [Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks];
    let anchors = [Anchor::PreviousRelease, Anchor::PreviousRelease, Anchor::Enrollment];
    (0..100_u32, select(units.to_vec()), select(anchors.to_vec()))
        .prop_map(|(amount, unit, anchor)| Timer::new(anchor, Offset { amount, unit }))
}

/// An offering as people have them: with or without each of its tags, with names of all kinds.
fn offering() -> impl Strategy<Value = Offering> {
    let timers = prop_oneof![timer().boxed(), delay_timer().boxed()];
    let tags = (any::<bool>(), any::<bool>(), any::<bool>(), vec(any::<bool>(), 6));
    (releases::offering_of(timers), tags, ".{0,60}", any::<bool>(), option::of(".{0,60}")).prop_map(
        |(offering, (access, revoke, purchase, modules), name, is_free, form)| Offering {
            name,
            price: if is_free { Price::Free } else { Price::Paid },
            access_tag: access.then(|| tag("Access")),
            revoke_tag: revoke.then(|| tag("Revoked")),
            purchase_tag: purchase.then(|| tag("Bought")),
            opt_in_form: form.clone(),
            welcome_email: form,
            modules: offering
                .modules
                .into_iter()
                .zip(modules)
                .map(|(module, has_tag)| Module {
                    access_tag: has_tag.then(|| tag(&format!("Module {}", module.id))),
                    ..module
                })
                .collect(),
            ..offering
        },
    )
}

fn site(offering: &Offering, zone: Zone) -> Site {
    let text = format!(
        r#"{{"format": 1, "name": "Harbour", "timezone": "{zone}", "passwordField": "accessally_password"}}"#
    );
    let empty: SiteDocument = serde_json::from_str(&text).unwrap();
    Site::from_document(SiteDocument { offerings: vec![offering.clone()], ..empty }).unwrap()
}

/// The blueprint of an offering, and the site that has it.
fn built(offering: &Offering, options: BlueprintOptions, zone: Zone) -> (Blueprint, Site) {
    let site = site(offering, zone);
    let blueprint = blueprint(&site, &offering.id, options).unwrap();
    let site = Site::from_document(blueprint.apply_to(site.document())).unwrap();
    (blueprint, site)
}

fn options() -> impl Strategy<Value = BlueprintOptions> {
    (crm(), select(vec![DripBy::Site, DripBy::Crm])).prop_map(|(crm, drip)| BlueprintOptions { crm, drip })
}

fn openings(offering: &Offering, at: Instant, zone: Zone, profile: DripProfile) -> Vec<Option<Instant>> {
    let enrollment = Enrollment::new(offering.id.clone(), at);
    let options = ScheduleOptions { profile, ..ScheduleOptions::new(zone, at) };
    let schedule = release_schedule(offering, &enrollment, &options).unwrap();
    schedule.into_iter().map(|release| release.opens_at).collect()
}

/// The timeline of a contact to whom the automation's first event happens.
fn played(automation: &Automation, site: &Site, standing: ContactStanding, at: Instant) -> Timeline {
    let happened = automation.events[0].clone().into();
    let contact =
        ContactHistory { standing, events: vec![ContactEvent { at, happened }], ..ContactHistory::default() };
    simulate(automation, site, &contact, site.zone())
}

fn condition() -> impl Strategy<Value = ContactCondition> {
    any::<bool>().prop_map(|held| {
        let tag = tag("A");
        if held { ContactCondition::HasTag { tag } } else { ContactCondition::LacksTag { tag } }
    })
}

/// Any steps at all, right or wrong.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    let names = select(vec!["A", "B", "Run", "Module"]);
    let units = select(vec![Unit::Minutes, Unit::Days, Unit::Months, Unit::Years]);
    let amounts = prop_oneof![0..10_u32, Just(u32::MAX)];
    let email =
        SequenceEmail { subject: "Hello".to_owned(), purpose: EmailPurpose::Login, mentions: Vec::new() };
    let sequence = Sequence {
        name: ItemName::new("S").unwrap(),
        status: SequenceStatus::Published,
        emails: vec![email],
    };
    let leaf = prop_oneof![
        names.clone().prop_map(|name| Step::AddTags { tags: TagList::one(tag(name)) }),
        names.clone().prop_map(|name| Step::RemoveTags { tags: TagList::one(tag(name)) }),
        (amounts, units).prop_map(|(amount, unit)| Step::Delay { length: Offset { amount, unit } }),
        condition().prop_map(|when| Step::WaitUntil { until: Wait::Condition { when } }),
        releases::instant().prop_map(|at| Step::WaitUntil { until: Wait::Instant { at } }),
        Just(Step::SendSequence { sequence }),
        names.prop_map(|name| Step::Event { event: AutomationEvent::TagAdded { tag: tag(name) } }),
        (0..8_u32).prop_map(|step| Step::GoTo { step }),
        Just(Step::End {}),
    ];
    let step = leaf.prop_recursive(3, 20, 4, |inner| {
        (condition(), vec(inner.clone(), 0..4), vec(inner, 0..4))
            .prop_map(|(when, then, otherwise)| Step::Condition { when, then, otherwise })
    });
    vec(step, 0..8)
}

fn automation() -> impl Strategy<Value = Automation> {
    (steps(), crm(), select(vec![AutomationState::Live, AutomationState::Paused])).prop_map(
        |(steps, crm, state)| Automation {
            events: vec![AutomationEvent::TagAdded { tag: tag("A") }],
            steps,
            crm,
            state,
            ..Automation::from_json(
                br#"{"id":"a","name":"A","crm":"kit","state":"live","offering":"o","events":[],"steps":[]}"#,
            )
            .unwrap()
        },
    )
}

fn any_site() -> Site {
    Site::from_json(
        br#"{"format": 1, "name": "Harbour", "timezone": "Europe/Amsterdam", "tags": ["A", "B"],
            "offerings": [{"id": "o", "name": "O", "revokeTag": "B", "modules": [
                {"id": "a", "name": "A"}, {"id": "m", "name": "M", "accessTag": "Module"}]}],
            "webhooks": [{"id": "run", "tag": "Run", "operation": {"kind": "release-offering", "offering": "o"}}]}"#,
    )
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_wrong_with_a_blueprint(offering in offering(), options in options(), zone in releases::zone()) {
        let (blueprint, site) = built(&offering, options, zone);
        let issues = lint(&blueprint.automation, &site);
        prop_assert!(issues.iter().all(|issue| issue.severity() == Severity::Info), "{issues:?}");
        let text = serde_json::to_vec(&blueprint.automation).unwrap();
        prop_assert_eq!(Automation::from_json(&text).unwrap(), blueprint.automation);
    }

    #[test]
    fn a_blueprint_translated_gives_the_schedule_back_and_is_proved(
        offering in offering(), options in options(), zone in releases::zone(), at in releases::instant()
    ) {
        let (blueprint, site) = built(&offering, options, zone);
        let translation = translate(&blueprint.automation, &site).unwrap();
        let translated = translation.apply_to(&blueprint.offering);
        let own = DripProfile::AccessAlly;
        prop_assert_eq!(openings(&translated, at, zone, own), openings(&offering, at, zone, own));
        let proof = translation.proof(&blueprint.automation, &site, at, zone).unwrap();
        // Of an offering without timers nothing is translated, and nothing is proved.
        prop_assert_eq!(proof.agrees, !proof.lines.is_empty(), "{:?}", proof);
        let tagged = blueprint.automation.steps.iter().filter(|step| matches!(step, Step::Delay { .. })).count();
        prop_assert!(proof.lines.len() + 1 >= tagged);
    }

    #[test]
    fn kit_opens_modules_when_its_drip_profile_says(
        timers in vec((1..50_u32, select(vec![Unit::Hours, Unit::Days])), 1..6), at in releases::instant()
    ) {
        let mut modules = vec![Module::new(releases::id(0), "Base")];
        modules.extend(timers.into_iter().enumerate().map(|(index, (amount, unit))| Module {
            release: Some(ReleaseRule::Timer(Timer::new(Anchor::PreviousRelease, Offset { amount, unit }))),
            ..Module::new(releases::id(index + 1), "M")
        }));
        let offering = Offering::new(OfferingId::new("o").unwrap(), "O", modules);
        let options = BlueprintOptions { drip: DripBy::Crm, ..BlueprintOptions::new(Crm::Kit) };
        let (blueprint, site) = built(&offering, options, Zone::UTC);
        let timeline = played(&blueprint.automation, &site, ContactStanding::Subscribed, at);
        let added = |module: &Module| {
            let mut lines = timeline.lines.iter();
            let line = lines.find(|line| matches!(&line.what,
                Happening::TagAdded { tag, by: Actor::Automation } if Some(tag) == module.access_tag.as_ref()));
            line.map(|line| line.at)
        };
        let tags: Vec<_> = blueprint.offering.modules[1..].iter().map(added).collect();
        let schedule = openings(&offering, at, Zone::UTC, DripProfile::ConvertKitAutomation);
        prop_assert_eq!(tags, schedule[1..].to_vec());
    }

    #[test]
    fn nothing_is_done_for_the_unsubscribed_where_nothing_runs_for_them(
        offering in offering(), drip in select(vec![DripBy::Site, DripBy::Crm]), crm in select(vec![Crm::Kit, Crm::ActiveCampaign]),
        standing in select(vec![ContactStanding::Unsubscribed, ContactStanding::Inactive]), at in releases::instant()
    ) {
        let (blueprint, site) = built(&offering, BlueprintOptions { crm, drip }, Zone::UTC);
        let timeline = played(&blueprint.automation, &site, standing, at);
        let acts = |what: &Happening| !matches!(what,
            Happening::NotRun { .. } | Happening::Contact { .. } | Happening::TagAdded { by: Actor::Outside, .. });
        prop_assert!(!timeline.lines.iter().any(|line| acts(&line.what)), "{timeline:?}");
    }

    #[test]
    fn whatever_is_written_is_judged_and_comes_to_an_end(automation in automation(), at in releases::instant()) {
        let site = any_site();
        let issues = lint(&automation, &site);
        let timeline = played(&automation, &site, ContactStanding::Subscribed, at);
        prop_assert!(timeline.lines.len() < 60_000);
        prop_assert!(timeline.lines.is_sorted_by_key(|line| line.at));
        if !issues.iter().any(|issue| issue.code.name() == "automation-cycle") {
            prop_assert!(timeline.issues.iter().all(|issue| issue.code.name() != "automation-cycle"));
        }
        let translation = translate(&automation, &site).unwrap();
        let _ = translation.proof(&automation, &site, at, site.zone()).unwrap();
        prop_assert!(!memberferry::automation_diagram(&automation).is_empty());
        let text = serde_json::to_vec(&automation).unwrap();
        prop_assert_eq!(Automation::from_json(&text).unwrap(), automation);
    }
}
