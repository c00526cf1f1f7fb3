//! Laws of access over time, for every site and member: comparison of two sites, and what changes between two instants.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "support/access.rs"]
mod drawn;

use std::collections::BTreeSet;

use drawn::{anybody, instant, large_site};
use memberferry::{
    AccessComparer, ComparedMember, ComparedPage, ComparisonOptions, CompiledMember, Horizon, Instant,
    Member, MemberTable, PageMatching, Site, Turn, Verdict, compare_access,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

const DAY: i64 = 86_400_000_000;

/// A span that may begin on one of the instants at which something changes, or between two.
fn horizon() -> impl Strategy<Value = Horizon> {
    (instant(), 0..2_i64, 1..25_i64).prop_map(|(from, half, days)| {
        let from = from.microseconds() + half * DAY / 2;
        let at = |microseconds| Instant::from_microseconds(microseconds).unwrap();
        Horizon::new(at(from), at(from + days * DAY)).unwrap()
    })
}

fn person() -> impl Strategy<Value = ComparedMember> {
    (anybody(), proptest::option::of(anybody())).prop_map(|(before, after)| ComparedMember { before, after })
}

/// What is found, by member and page.
type Found = BTreeSet<(u64, ComparedPage, Verdict, Instant)>;

fn compared(before: &Site, after: &Site, people: &[ComparedMember], horizon: Horizon) -> Found {
    let comparer = AccessComparer::new(before, after, ComparisonOptions::new(horizon));
    let changes = comparer.changes(people.iter().cloned());
    changes.map(|change| (change.member, change.page.clone(), change.verdict, change.at)).collect()
}

/// The instants at which anything can change: everything that is drawn lies on whole days.
fn instants(horizon: Horizon) -> Vec<Instant> {
    let first: i64 = 1_700_000_000_000_000;
    let days = (0..60).map(|day| Instant::from_microseconds(first + day * DAY).unwrap());
    std::iter::once(horizon.from())
        .chain(days.filter(|at| *at > horizon.from() && horizon.holds(*at)))
        .collect()
}

/// The same, asking each site at every instant, by the words that define a verdict.
fn naively(before: &Site, after: &Site, people: &[ComparedMember], horizon: Horizon) -> Found {
    let mut found = Found::new();
    let ids: BTreeSet<_> = before.pages().iter().chain(after.pages()).map(|page| &page.id).collect();
    for (row, person) in people.iter().enumerate() {
        for id in &ids {
            let asked = |site: &Site, member: &Member| -> Vec<bool> {
                let allows = |at| site.decide(member, id, at).is_ok_and(|decision| decision.allowed);
                instants(horizon).into_iter().map(allows).collect()
            };
            let (was, is) = (asked(before, &person.before), asked(after, person.after()));
            let Some(first) = (0..was.len()).find(|at| was[*at] != is[*at]) else { continue };
            let mut only_before = (0..was.len()).filter(|at| was[*at] && !is[*at]);
            let comes = |then: usize| is[then..].iter().any(|is| *is);
            let verdict = match only_before.next() {
                Some(then) if then > 0 && comes(then) && only_before.all(comes) => Verdict::Later,
                Some(_) => Verdict::Lost,
                None if was[first..].iter().any(|was| *was) => Verdict::Earlier,
                None => Verdict::Gained,
            };
            let on = |site: &Site| site.page(id).map(|page| page.id.clone());
            let page = ComparedPage { before: on(before), after: on(after) };
            found.insert((row as u64, page, verdict, instants(horizon)[first]));
        }
    }
    found
}

/// Whom a table's events let in and shut out.
fn applied(events: impl Iterator<Item = (usize, usize, Turn)>, open: &mut BTreeSet<(usize, usize)>) {
    for (member, page, turn) in events {
        let is_news = match turn {
            Turn::Opens => open.insert((member, page)),
            Turn::Closes => open.remove(&(member, page)),
        };
        assert!(is_news, "member {member} and page {page} were so already");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn comparison_agrees_with_asking_at_every_instant(
        before in large_site(), after in large_site(), people in vec(person(), 1..5), horizon in horizon()
    ) {
        prop_assert_eq!(compared(&before, &after, &people, horizon), naively(&before, &after, &people, horizon));
    }

    #[test]
    fn each_change_says_what_the_sites_say_at_its_first_instant(
        before in large_site(), after in large_site(), people in vec(person(), 1..4), horizon in horizon()
    ) {
        let comparer = AccessComparer::new(&before, &after, ComparisonOptions::new(horizon));
        for change in comparer.changes(people.iter().cloned()) {
            let person = &people[usize::try_from(change.member).unwrap()];
            let sides = [
                (&before, &person.before, &change.page.before, change.before),
                (&after, person.after(), &change.page.after, change.after),
            ];
            for (site, member, page, side) in sides {
                let decision = page.as_ref().map(|page| site.decide(member, page, change.at).unwrap());
                prop_assert_eq!(side.reason, decision.as_ref().map(|decision| decision.reason));
                prop_assert_eq!(side.opens_at, decision.as_ref().and_then(|decision| decision.opens_at));
                prop_assert_eq!(side.closes_at, decision.as_ref().and_then(|decision| decision.closes_at));
            }
            prop_assert!(change.before.is_allowed() != change.after.is_allowed());
        }
    }

    #[test]
    fn a_site_compared_with_itself_is_unchanged(
        site in large_site(), people in vec(anybody(), 0..5), horizon in horizon(), by_url in any::<bool>()
    ) {
        let matching = if by_url { PageMatching::ByUrl } else { PageMatching::ById };
        let options = ComparisonOptions { matching, ..ComparisonOptions::new(horizon) };
        let count = (people.len() * site.pages().len()) as u64;
        let comparison = compare_access(&site, &site, people.into_iter().map(Into::into), options);
        prop_assert_eq!(comparison.counts.unchanged, count);
        prop_assert!(comparison.causes.is_empty() && comparison.is_ready());
    }

    #[test]
    fn turned_round_the_same_changes_are_found_the_other_way(
        before in large_site(), after in large_site(), people in vec(person(), 1..4), horizon in horizon()
    ) {
        let turned: Vec<_> = people.iter()
            .map(|person| ComparedMember { before: person.after().clone(), after: Some(person.before.clone()) })
            .collect();
        let one = compared(&before, &after, &people, horizon);
        let other: BTreeSet<_> = compared(&after, &before, &turned, horizon).into_iter()
            .map(|(member, page, verdict, at)| {
                let page = ComparedPage { before: page.after, after: page.before };
                ((member, page, at), verdict)
            })
            .collect();
        prop_assert_eq!(one.len(), other.len());
        for (member, page, verdict, at) in one {
            let found = other.iter().find(|(key, _)| *key == (member, page.clone(), at));
            let mirrored = found.unwrap().1;
            match verdict {
                Verdict::Gained => prop_assert_eq!(mirrored, Verdict::Lost),
                // From the first instant on, what one side has earlier the other takes away.
                Verdict::Earlier if at == horizon.from() => prop_assert_eq!(mirrored, Verdict::Lost),
                // What opens earlier on one side may stay longer there, too.
                Verdict::Earlier => prop_assert!(matches!(mirrored, Verdict::Later | Verdict::Lost)),
                // Where each side has instants of its own, a loss outweighs on both ways.
                _ => prop_assert_ne!(mirrored, Verdict::Unchanged),
            }
        }
    }

    #[test]
    fn the_counts_add_up_to_members_times_pages(
        before in large_site(), after in large_site(), people in vec(person(), 1..4),
        times in prop_oneof![12 => 1..9_usize, 1 => 500..900_usize],
        horizon in horizon()
    ) {
        // At times more than are compared at once.
        let everybody: Vec<_> = people.iter().cycle().take(people.len() * times).cloned().collect();
        let comparer = AccessComparer::new(&before, &after, ComparisonOptions::new(horizon));
        let found = comparer.changes(people.iter().cloned()).finish();
        let comparison = comparer.changes(everybody.iter().cloned()).finish();
        prop_assert_eq!(comparison.members, everybody.len() as u64);
        let mut total = 0;
        for verdict in Verdict::ALL {
            prop_assert_eq!(comparison.counts.of(verdict), found.counts.of(verdict) * times as u64);
            let of_pages = comparison.pages.iter().map(|page| page.counts.of(verdict));
            prop_assert_eq!(of_pages.sum::<u64>(), comparison.counts.of(verdict));
            let of_causes = comparison.causes.iter().filter(|cause| cause.verdict == verdict);
            if verdict != Verdict::Unchanged {
                prop_assert_eq!(of_causes.map(|cause| cause.count).sum::<u64>(), comparison.counts.of(verdict));
            }
            total += comparison.counts.of(verdict);
        }
        prop_assert_eq!(total, (everybody.len() * comparer.pages().len()) as u64);
        prop_assert_eq!(comparison.unexplained_losses, comparison.counts.lost);
    }

    #[test]
    fn what_a_timeline_tells_turns_one_table_into_the_next(
        site in large_site(), some in vec(anybody(), 1..6), picks in vec(any::<Index>(), 0..70),
        filler in prop_oneof![4 => Just(0), 1 => 2_000..2_200_usize], horizon in horizon()
    ) {
        let compiled = site.compile();
        let some: Vec<CompiledMember> = some.iter().map(|member| compiled.member(member)).collect();
        let first = std::iter::repeat_n(&some[0], filler);
        let mut members: MemberTable = compiled.members();
        first.chain(picks.iter().map(|pick| pick.get(&some))).for_each(|member| members.push_member(member));
        let open_at = |at| compiled.decide_all(&members, at).iter().collect::<BTreeSet<_>>();
        let timeline = compiled.timeline(&members);
        let mut open = open_at(horizon.from());
        let events: Vec<_> = timeline.changes(horizon.from(), horizon.until()).collect();
        prop_assert!(events.is_sorted());
        for at in instants(horizon).into_iter().skip(1).chain([horizon.until()]) {
            let now = events.iter().filter(|event| event.at == at);
            applied(now.map(|event| (event.member, event.page, event.turn)), &mut open);
            prop_assert_eq!(&open, &open_at(at));
        }
        prop_assert!(events.iter().all(|event| horizon.from() < event.at && event.at <= horizon.until()));
    }
}
