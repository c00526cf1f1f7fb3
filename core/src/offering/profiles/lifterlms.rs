//! LifterLMS, lessons: days on the site's wall clock since enrollment, the course's start or a prerequisite. Does not know how the
//! settings are stored.

use super::local_time::days_on_the_wall;
use super::{Grammar, Oddity, System};
use crate::offering::{Anchor, Completion};

const SOURCE: &str = "model.llms.lesson.php, get_available_date and is_available";

pub(super) const SYSTEM: System = System {
    name: "lifterlms",
    grammar: Some(Grammar {
        anchors: |anchor| {
            matches!(
                anchor,
                Anchor::Enrollment
                    | Anchor::CourseStart
                    | Anchor::Completion(Completion::Module(_))
                    | Anchor::Instant { .. }
            )
        },
        ..Grammar::DAYS
    }),
    oddities: &[
        Oddity {
            name: "wall-clock-timestamps",
            text: "days are 24 hours of the site's wall clock, so a change of clocks keeps the time of day",
            source: SOURCE,
        },
        Oddity {
            name: "no-start-opens",
            text: "a lesson that counts from the start of a course that has none is open from its publication",
            source: SOURCE,
        },
        Oddity {
            name: "course-beats-lesson",
            text: "where the course drips by a method of its own, those of its lessons are passed over",
            source: SOURCE,
        },
    ],
    opens_at: |timer, anchors, zone| {
        let Some(from) = anchors.instant(&timer.anchor) else {
            let open = matches!(timer.anchor, Anchor::CourseStart);
            return Ok(anchors.publication.or(anchors.enrollment).filter(|_| open));
        };
        if matches!(timer.anchor, Anchor::Instant { .. }) {
            return Ok(Some(from));
        }
        days_on_the_wall(from, timer, zone).map(Some)
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offering::{Anchors, DripProfile, Offset, Timer, Unit};

    #[test]
    fn days_keep_the_time_of_day_and_a_course_without_a_start_opens() {
        let opens = |anchor: Anchor| {
            let timer = Timer::new(anchor, Offset { amount: 1, unit: Unit::Days });
            let anchors = Anchors { enrollment: "2024-03-30T12:00:00Z".parse().ok(), ..Anchors::default() };
            let at = DripProfile::LifterLms.opens_at(&timer, &anchors, "Europe/Amsterdam".parse().unwrap());
            at.unwrap().unwrap().to_string()
        };
        assert_eq!(opens(Anchor::Enrollment), "2024-03-31T11:00:00Z");
        assert_eq!(opens(Anchor::CourseStart), "2024-03-30T12:00:00Z");
    }
}
