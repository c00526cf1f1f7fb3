//! A site of 200 pages and its members: any, all and none of 200 tags, and modules that open by and by. The same for the same
//! seed. Common tags have low numbers.

use std::fmt::Write as _;

use memberferry::{Instant, Member, Site};

use crate::Failure;
use crate::random::Random;

pub const PAGES: usize = 200;
const TAGS: u64 = 200;
const OFFERINGS: u64 = 40;
const MODULES: u64 = 12;
const DAY: i64 = 86_400;
/// 2025-07-01T00:00:00Z, in the midst of the drips.
const NOW: i64 = 1_751_328_000;

/// What one page asks.
#[derive(Clone, Debug)]
pub struct PageRule {
    pub any: Vec<u64>,
    pub all: Vec<u64>,
    pub none: Vec<u64>,
    /// The offering and the module that has to be open.
    pub module: Option<(u64, u64)>,
}

/// One member: tags, and for each offering they are enrolled in when each module opens, in seconds since 1970.
#[derive(Clone, Debug)]
pub struct Person {
    pub tags: Vec<u64>,
    pub modules: Vec<((u64, u64), i64)>,
}

/// Everything that is asked about.
pub struct World {
    pub rules: Vec<PageRule>,
    pub people: Vec<Person>,
}

pub fn now() -> Result<Instant, Failure> {
    Instant::from_seconds(NOW).ok_or_else(|| "the instant lies outside the calendar".into())
}

#[cfg(feature = "peers")]
pub const NOW_SECONDS: i64 = NOW;

impl World {
    /// The 200 pages, and so many members: six tags each on average, up to six enrollments.
    pub fn new(people: usize) -> World {
        let (mut world, drawn) = World::streamed(people);
        world.people = drawn.collect();
        world
    }

    /// The 200 pages, and so many members as they are asked for, none of them kept.
    pub fn streamed(people: usize) -> (World, impl Iterator<Item = Person>) {
        let mut random = Random(7);
        let steps: Vec<(i64, i64)> =
            (0..OFFERINGS).map(|_| (small(1 + random.below(10)), small(6 + random.below(14)))).collect();
        let rules = (0..PAGES).map(|_| PageRule::draw(&mut random)).collect();
        let mut random = Random(9);
        let drawn = (0..people).map(move |_| Person::draw(&mut random, &steps));
        (World { rules, people: Vec::new() }, drawn)
    }

    /// The same site after a change: every twentieth page asks for other tags.
    pub fn changed(&self) -> World {
        let mut random = Random(13);
        let mut rules = self.rules.clone();
        rules.iter_mut().step_by(20).for_each(|rule| rule.any = vec![tag(&mut random), tag(&mut random)]);
        World { rules, people: Vec::new() }
    }

    /// The site of these pages.
    pub fn site(&self) -> Result<Site, Failure> {
        let list = |parts: Vec<String>| parts.join(",");
        let offerings = (0..OFFERINGS).map(|offering| {
            let modules = (0..MODULES).map(|module| format!(r#"{{"id":"m{module}","name":"M"}}"#));
            format!(r#"{{"id":"o{offering}","name":"O","modules":[{}]}}"#, list(modules.collect()))
        });
        let pages = self.rules.iter().enumerate();
        let pages =
            pages.map(|(page, rule)| format!(r#"{{"id":"p{page}","title":"P","rule":{}}}"#, rule.json()));
        let document = format!(
            r#"{{"format":1,"name":"S","timezone":"UTC","offerings":[{}],"pages":[{}]}}"#,
            list(offerings.collect()),
            list(pages.collect())
        );
        Ok(Site::from_json(document.as_bytes())?)
    }
}

impl PageRule {
    fn draw(random: &mut Random) -> PageRule {
        let mut tags = |most: u64| -> Vec<u64> { (0..random.below(most + 1)).map(|_| tag(random)).collect() };
        let (any, all, none) = (tags(6), tags(2), tags(2));
        let module = (random.below(1_000) < 400).then(|| (random.below(OFFERINGS), random.below(MODULES)));
        PageRule { any, all, none, module }
    }

    fn json(&self) -> String {
        let mut rule = r#"{"kind":"and","rules":[{"kind":"logged-in"}"#.to_owned();
        for (kind, tags) in [("has-any", &self.any), ("has-all", &self.all), ("missing-all", &self.none)] {
            if !tags.is_empty() {
                let tags: Vec<String> = tags.iter().map(|tag| format!(r#""T{tag}""#)).collect();
                let _ = write!(rule, r#",{{"kind":"{kind}","tags":[{}]}}"#, tags.join(","));
            }
        }
        if let Some((offering, module)) = self.module {
            let _ = write!(rule, r#",{{"kind":"released","offering":"o{offering}","module":"m{module}"}}"#);
        }
        rule + "]}"
    }
}

impl Person {
    fn draw(random: &mut Random, steps: &[(i64, i64)]) -> Person {
        let count = random.below(5) + random.below(5) + random.below(5);
        let mut tags: Vec<u64> = (0..count).map(|_| tag(random)).collect();
        tags.sort_unstable();
        tags.dedup();
        let mut enrolled: Vec<u64> = (0..random.below(7)).map(|_| random.below(OFFERINGS)).collect();
        enrolled.sort_unstable();
        enrolled.dedup();
        let mut modules = Vec::new();
        for offering in enrolled {
            // Some day of the 700 before now.
            let day = NOW - small(random.below(700)) * DAY;
            let (step, hour) = usize::try_from(offering)
                .ok()
                .and_then(|index| steps.get(index))
                .copied()
                .unwrap_or_default();
            let opens = |module: u64| ((offering, module), day + small(module) * step * DAY + hour * 3_600);
            modules.extend((0..MODULES).map(opens));
        }
        Person { tags, modules }
    }

    /// The same person after a move that lets timers begin anew: what is to open opens a week later.
    pub fn moved(&self) -> Person {
        let later = |opens_at: i64| if opens_at > NOW { opens_at + 7 * DAY } else { opens_at };
        let modules = self.modules.iter().map(|(module, opens_at)| (*module, later(*opens_at)));
        Person { tags: self.tags.clone(), modules: modules.collect() }
    }

    /// As the library takes facts about a person.
    pub fn member(&self) -> Result<Member, Failure> {
        let mut member = Member { logged_in: true, ..Member::default() };
        for tag in &self.tags {
            member.tags.insert(memberferry::TagName::new(&format!("T{tag}"))?);
        }
        for ((offering, module), opens_at) in &self.modules {
            let offering = memberferry::OfferingId::new(&format!("o{offering}"))?;
            if member.enrollments.last().is_none_or(|last| last.offering != offering) {
                member.enrollments.push(memberferry::MemberEnrollment {
                    offering,
                    released: Default::default(),
                    releases: Vec::new(),
                    closes_at: None,
                });
            }
            let opening = memberferry::ModuleOpening {
                module: memberferry::ModuleId::new(&format!("m{module}"))?,
                opens_at: Instant::from_seconds(*opens_at).ok_or("an opening lies outside the calendar")?,
                closes_at: None,
            };
            if let Some(enrollment) = member.enrollments.last_mut() {
                enrollment.releases.push(opening);
            }
        }
        Ok(member)
    }
}

/// A tag; one with a low number is likelier.
fn tag(random: &mut Random) -> u64 {
    random.below(TAGS).min(random.below(TAGS))
}

fn small(number: u64) -> i64 {
    i64::try_from(number).unwrap_or_default()
}
