//! Hand-worked access: what everybody could see at the source, against what the target lets them see.

use super::*;
use crate::access::AcceptedLoss;
use crate::{Contacts, Horizon, MembershipOptions, PlanOptions, ReadOptions, Stage, read_contacts};

const NOW: &str = "2024-06-01T00:00:00Z";

/// A club with a lounge, a course whose second lesson opens after a week, and a page for a tag of its own.
const SITE: &str = r#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    "environment": {"kind": "live", "url": "https://harbour.example"},
    "tags": ["Alumni"],
    "offerings": [{"id": "club", "name": "Club", "accessTag": "Club"},
        {"id": "course", "name": "Course", "accessTag": "Course", "modules": [
            {"id": "one", "name": "One", "accessTag": "One", "release": {"kind": "at-once"}},
            {"id": "two", "name": "Two", "accessTag": "Two",
                "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]}],
    "pages": [{"id": "account", "title": "Account", "rule": {"kind": "logged-in"}},
        {"id": "lounge", "title": "Lounge", "offering": "club"},
        {"id": "one", "title": "One", "offering": "course", "module": "one"},
        {"id": "two", "title": "Two", "offering": "course", "module": "two"},
        {"id": "reunion", "title": "Reunion", "rule": {"kind": "has-any", "tags": ["Alumni"]}}]}"#;

struct Case {
    site: Site,
    contacts: Contacts,
    plan: Plan,
    target: Snapshot,
}

impl Case {
    fn new(list: &str, target: &str, decide: impl FnOnce(&mut PlanOptions)) -> Self {
        Case::of(SITE, list, target, decide)
    }

    fn of(site: &str, list: &str, target: &str, decide: impl FnOnce(&mut PlanOptions)) -> Self {
        let site = Site::from_json(site.as_bytes()).unwrap();
        let contacts = read_contacts(list.as_bytes(), &ReadOptions::default()).unwrap().contacts;
        let target = Snapshot::from_json_lines(target.as_bytes()).unwrap();
        let mut options = PlanOptions::new(NOW.parse().unwrap());
        decide(&mut options);
        let plan = Plan::build(&site, &contacts, &target, &options).unwrap();
        assert_eq!(plan.blockers().count(), 0);
        Case { site, contacts, plan, target }
    }

    fn foreseen(&self) -> Snapshot {
        self.plan.foreseen(&self.target).unwrap()
    }

    fn proof(&self, after: &Snapshot, decide: impl FnOnce(&mut AccessProofOptions)) -> AccessProof {
        let now: Instant = NOW.parse().unwrap();
        let was = MembershipOptions { stage: Stage::BeforeRenamed, ..MembershipOptions::new(now) };
        let was = Roster::new(&self.site, &self.contacts, was);
        let horizon = Horizon::new(now, "2024-08-01T00:00:00Z".parse().unwrap()).unwrap();
        let mut options = AccessProofOptions::new(ComparisonOptions::new(horizon));
        decide(&mut options);
        prove_access(&was, &self.site, &self.plan, after, &options).unwrap()
    }
}

fn unasked(proof: &AccessProof) -> Vec<String> {
    assert_eq!(proof.ok, proof.unasked.is_empty());
    let said = |change: &UnaskedChange| format!("{}: {}", change.subject, change.issue.message);
    proof.unasked.iter().map(said).collect()
}

/// The users of a snapshot as lines, changed.
fn edited(users: &Snapshot, from: &str, to: &str) -> Snapshot {
    let text = String::from_utf8(users.to_json_lines()).unwrap();
    assert!(text.contains(from), "{text}");
    Snapshot::from_json_lines(text.replace(from, to).as_bytes()).unwrap()
}

#[test]
fn a_move_as_planned_gives_and_takes_nothing_unasked() {
    let list = "Email,Tags\nada@example.com,\"Course,One\"\nbo@example.com,Club\nzoe@example.com,\n";
    let case = Case::new(list, "", |_| ());
    let proof = case.proof(&case.foreseen(), |_| ());
    assert_eq!(unasked(&proof), [""; 0]);
    // Zoe is neither member nor buyer and loses the login; the second lesson opens to Ada in a week, which no clock did at the source.
    assert_eq!((proof.asked.left_out, proof.asked.released), (1, 1));
}

#[test]
fn whoever_lacks_a_tag_or_is_missing_on_the_target_has_lost_what_it_opens() {
    let list = "Email,Tags\nada@example.com,\"Club,Alumni\"\nbo@example.com,Club\n";
    let case = Case::new(list, "", |_| ());
    let without = edited(&case.foreseen(), r#""Alumni","#, "");
    let proof = case.proof(&without, |_| ());
    assert_eq!(
        unasked(&proof),
        ["ada@example.com: `reunion` closes to them: rule-met before, tag-missing after"]
    );
    assert_eq!(proof.unasked[0].issue.code, Code::AccessLost);
    let nobody = case.proof(&Snapshot::default(), |_| ());
    assert_eq!(nobody.unasked_found, 5);
    assert!(unasked(&nobody)[0].starts_with("ada@example.com: `account` closes"));
}

#[test]
fn who_is_left_out_loses_what_the_owner_decided_and_is_counted_apart() {
    let case = Case::new("Email,Tags\nada@example.com,Club\nold@example.com,Alumni\n", "", |_| ());
    let proof = case.proof(&case.foreseen(), |_| ());
    assert!(proof.ok);
    assert_eq!((proof.asked.left_out, proof.asked.left_out_guarded), (1, 1));
}

#[test]
fn what_the_target_took_back_from_a_user_before_the_move_is_told_as_lost() {
    let there = r#"{"id": "1", "email": "ada@example.com", "enrollments": {"course":
        {"enrolledAt": "2024-01-01T00:00:00Z", "revokedAt": "2024-02-01T00:00:00Z"}}}"#;
    let untagged = SITE.replace(r#" "accessTag": "One","#, "");
    let list = "Email,Tags\nada@example.com,\"Course,Two\"\n";
    let case = Case::of(&untagged, list, &there.replace("\n        ", " "), |_| ());
    // The plan leaves what was taken back as it is: the owner has to know of it, or accept it by name.
    let proof = case.proof(&case.foreseen(), |_| ());
    assert_eq!(
        unasked(&proof),
        ["ada@example.com: `one` closes to them: rule-met before, not-released after"]
    );
}

#[test]
fn a_loss_that_is_accepted_by_name_is_no_fault() {
    let case = Case::new("Email,Tags\nada@example.com,\"Club,Alumni\"\n", "", |_| ());
    let without = edited(&case.foreseen(), r#""Alumni","#, "");
    assert_eq!(case.proof(&without, |_| ()).unasked_found, 1);
    let why = "the reunion was in spring".to_owned();
    let page = PageId::new("reunion").unwrap();
    let accepted = case.proof(&without, |options| {
        options.comparison.accepted = vec![AcceptedLoss::Page { page, why }];
    });
    assert!(accepted.ok && accepted.comparison.accepted[0].count == 1);
}

#[test]
fn a_gain_at_the_move_is_unasked_unless_it_is_accepted() {
    let case = Case::new("Email,Tags\nada@example.com,Club\n", "", |_| ());
    let more = edited(&case.foreseen(), r#""tags":["#, r#""tags":["Alumni","#);
    let proof = case.proof(&more, |_| ());
    assert_eq!(
        unasked(&proof),
        ["ada@example.com: `reunion` opens to them: tag-missing before, rule-met after"]
    );
    assert_eq!(proof.unasked[0].issue.code, Code::AccessGained);
    let why = "members come too".to_owned();
    let (before, after) = (AccessReason::TagMissing, AccessReason::RuleMet);
    let accepted = case.proof(&more, |options| {
        options.accepted_gains = vec![AcceptedGain::Cause { before, after, why }];
    });
    assert!(accepted.ok && accepted.accepted_gains[0].count == 1);
}

#[test]
fn what_the_target_gave_a_user_before_the_move_is_no_gain_by_it() {
    let there = r#"{"id": "1", "email": "ada@example.com", "tags": ["Alumni"]}
        {"id": "2", "email": "root@example.com", "roles": ["administrator"]}"#;
    let there = there.replace("\n        ", "\n");
    let list = "Email,Tags\nada@example.com,Club\nroot@example.com,Club\n";
    let case = Case::new(list, &there, |_| ());
    let proof = case.proof(&case.foreseen(), |_| ());
    assert_eq!(unasked(&proof), [""; 0]);
    // Ada's page for alumni; what an administrator sees.
    assert_eq!(proof.asked.had_before, 1);
    assert!(proof.asked.left_alone > 0);
}

#[test]
fn what_a_continuity_opens_or_closes_is_asked_for_and_only_by_the_one_that_was_chosen() {
    let list = "Email,Tags\nada@example.com,\"Course,One\"\n";
    let open = Case::new(list, "", |options| options.drip_continuity = DripContinuity::OpenAll);
    let proof = open.proof(&open.foreseen(), |_| ());
    assert_eq!((unasked(&proof).len(), proof.asked.released), (0, 1));
    // With a tag of a module that the source had opened gone, only who begins again has asked for that.
    let list = "Email,Tags\nada@example.com,\"Course,One,Two\"\n";
    for (policy, lost) in [(DripContinuity::ContinueFromLastReleased, 1), (DripContinuity::Restart, 0)] {
        let case = Case::new(list, "", |options| options.drip_continuity = policy);
        let mut users: Vec<_> = case.foreseen().users().collect();
        for user in &mut users {
            user.tags.retain(|tag| tag.as_str() != "Two");
            for enrollment in user.enrollments.values_mut() {
                enrollment.released.retain(|module, _| module.as_str() != "two");
                enrollment.clock_from = Some(NOW.parse().unwrap());
            }
        }
        let proof = case.proof(&Snapshot::from_users(users).unwrap(), |_| ());
        assert_eq!(proof.unasked_found, lost, "{policy:?}");
    }
}
