//! Releases on local time: so many days after enrollment at a time of day, one by one, in a zone with daylight-saving time.

use std::hint::black_box;
use std::process::Command;

use chrono::{Days, NaiveTime, TimeZone as _};
use memberferry::{Anchors, Instant, ReleaseRule, Zone, ZoneClock, release_at};

use crate::{Failure, cpu_seconds};

/// The works, by name and title. The last is ours, and what the peers are compared with.
const WORKS: &[(&str, &str)] = &[
    ("chrono-tz", "`chrono-tz`, one by one"),
    ("jiff", "`jiff`, one by one"),
    ("releases-zone", "memberferry: `release_at` with a `Zone`"),
    ("releases", "memberferry: `release_at` with a `ZoneClock`"),
];

/// How many releases one work computes.
const RELEASES: u64 = 10_000_000;
const RUNS: usize = 5;

const ZONE: &str = "America/New_York";
const FIRST: i64 = 1_420_070_400; // 2015-01-01
const SPAN: u64 = 347_000_000; // eleven years

/// The enrollments, in seconds since 1970, and after how many days something opens: the same for every work.
fn enrollments() -> impl Iterator<Item = (i64, u8)> {
    (0..RELEASES).map(|index| {
        let scattered = index.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16;
        let seconds = i64::try_from(scattered % SPAN).unwrap_or_default();
        let days = u8::try_from(index % 180).unwrap_or_default();
        (FIRST + seconds, days)
    })
}

/// Measures every work in processes of their own, several times by turns; prints the best of each.
pub fn run_all() -> Result<(), Failure> {
    println!(
        "{RELEASES} releases in {ZONE}, the best of {RUNS} processes each, CPU seconds (user and system)\n"
    );
    let mut best: Vec<(f64, String)> = vec![(f64::INFINITY, String::new()); WORKS.len()];
    for _ in 0..RUNS {
        for ((name, _), best) in WORKS.iter().zip(&mut best) {
            let output =
                Command::new(std::env::current_exe()?).args(["--measure-releases", name]).output()?;
            if !output.status.success() {
                return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
            }
            let text = String::from_utf8(output.stdout)?;
            let (seconds, found) = text.trim().split_once(' ').ok_or("no measurement")?;
            let seconds: f64 = seconds.parse()?;
            if seconds < best.0 {
                *best = (seconds, found.to_owned());
            }
        }
    }
    println!("| work | CPU s | million a CPU s | × ours | sum of what it found |");
    println!("|---|---|---|---|---|");
    let ours = best.last().map_or(f64::NAN, |(seconds, _)| *seconds);
    for ((_, title), (seconds, found)) in WORKS.iter().zip(&best) {
        let million = RELEASES as f64 / seconds / 1e6;
        println!("| {title} | {seconds:.3} | {million:.1} | {:.2} | {found} |", seconds / ours);
    }
    Ok(())
}

/// Does one work in this process and prints its CPU seconds and the sum of what it found.
pub fn measure_here(name: &str) -> Result<(), Failure> {
    let found = run(name)?;
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_SELF)?;
    println!("{} {found}", cpu_seconds(&usage));
    Ok(())
}

/// Does one work; gives the sum of what it found, so that the ways can be seen to agree.
fn run(name: &str) -> Result<i64, Failure> {
    match name {
        "chrono-tz" => with_chrono_tz(),
        "jiff" => with_jiff(),
        "releases-zone" => with_clock(ZONE.parse::<Zone>()?),
        "releases" => {
            let (first, last) = (Instant::from_seconds(FIRST), Instant::from_seconds(1_893_456_000));
            let (Some(first), Some(last)) = (first, last) else { return Err("no such span".into()) };
            with_clock(ZoneClock::new(ZONE.parse()?, first..=last))
        }
        other => Err(format!("there is no work called {other}").into()),
    }
}

fn with_clock(clock: impl memberferry::WallClock) -> Result<i64, Failure> {
    let rules: Result<Vec<ReleaseRule>, _> = (0..180)
        .map(|days| {
            serde_json::from_str(&format!(
                r#"{{"kind": "timer", "anchor": {{"kind": "enrollment"}}, "mode": "calendar", "at": "09:00",
                    "offset": {{"amount": {days}, "unit": "days"}}}}"#
            ))
        })
        .collect();
    let rules = rules?;
    let mut sum = 0_i64;
    for (seconds, days) in enrollments() {
        let Some(rule) = rules.get(usize::from(days)) else { return Err("no such rule".into()) };
        let anchors = Anchors { enrollment: Instant::from_seconds(seconds), ..Anchors::default() };
        let Some(opens_at) = release_at(black_box(rule), &anchors, &clock)? else {
            return Err("never".into());
        };
        sum = sum.wrapping_add(opens_at.seconds());
    }
    Ok(sum)
}

fn with_chrono_tz() -> Result<i64, Failure> {
    let zone: chrono_tz::Tz = ZONE.parse()?;
    let nine = NaiveTime::from_hms_opt(9, 0, 0).ok_or("no such time")?;
    let mut sum = 0_i64;
    for (seconds, days) in enrollments() {
        let local = zone.timestamp_opt(seconds, 0).single().ok_or("no such instant")?;
        let day =
            local.date_naive().checked_add_days(Days::new(black_box(days).into())).ok_or("no such day")?;
        // Nine in the morning is in no gap of this zone.
        let opens_at = zone.from_local_datetime(&day.and_time(nine)).earliest().ok_or("no such time")?;
        sum = sum.wrapping_add(opens_at.timestamp());
    }
    Ok(sum)
}

fn with_jiff() -> Result<i64, Failure> {
    let zone = jiff::tz::TimeZone::get(ZONE)?;
    let nine = jiff::civil::time(9, 0, 0, 0);
    let mut sum = 0_i64;
    for (seconds, days) in enrollments() {
        let day = zone.to_datetime(jiff::Timestamp::from_second(seconds)?).date();
        let day = day.checked_add(jiff::Span::new().days(i64::from(black_box(days))))?;
        let opens_at = zone.to_ambiguous_timestamp(day.to_datetime(nine)).compatible()?;
        sum = sum.wrapping_add(opens_at.as_second());
    }
    Ok(sum)
}
