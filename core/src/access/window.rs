//! A span of time in which something is open. Does not know what, nor for whom.

use crate::Instant;

/// A span from an instant (included) until another (not included); either end may be missing. Ends are kept as microseconds, with
/// the least and the greatest number for "always has" and "always will": no [`Instant`] is either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenWindow {
    from: i64,
    until: i64,
}

impl OpenWindow {
    /// The window that holds every instant.
    pub const ALWAYS: OpenWindow = OpenWindow { from: i64::MIN, until: i64::MAX };
    /// The window that holds none.
    pub(crate) const NEVER: OpenWindow = OpenWindow { from: i64::MAX, until: i64::MIN };

    /// The window from one instant (included; always has been open, where absent) until another (not included; never closes, where
    /// absent). One that ends no later than it begins holds no instant.
    ///
    /// ```
    /// use memberferry::OpenWindow;
    /// let noon = "2024-05-01T12:00:00Z".parse()?;
    /// assert!(OpenWindow::new(Some(noon), None).holds(noon));
    /// assert!(!OpenWindow::new(None, Some(noon)).holds(noon));
    /// # Ok::<(), memberferry::TimeError>(())
    /// ```
    pub fn new(from: Option<Instant>, until: Option<Instant>) -> Self {
        OpenWindow {
            from: from.map_or(i64::MIN, Instant::microseconds),
            until: until.map_or(i64::MAX, Instant::microseconds),
        }
    }

    /// Whether an instant lies in it.
    pub fn holds(self, at: Instant) -> bool {
        (self.from <= at.microseconds()) & (at.microseconds() < self.until)
    }

    /// Its first instant, if it has one.
    pub fn opens_at(self) -> Option<Instant> {
        Instant::from_microseconds(self.from)
    }

    /// The first instant after it, if it ends.
    pub fn closes_at(self) -> Option<Instant> {
        Instant::from_microseconds(self.until)
    }

    /// The instants at which it begins and ends.
    pub(crate) fn ends(self) -> impl Iterator<Item = Instant> {
        self.opens_at().into_iter().chain(self.closes_at())
    }

    /// The same instants in as few windows as can be: in order, none touching the next.
    pub(crate) fn united(windows: impl IntoIterator<Item = OpenWindow>) -> Vec<OpenWindow> {
        let mut sorted: Vec<_> = windows.into_iter().filter(|window| window.from < window.until).collect();
        crate::order::sort(&mut sorted);
        let mut united: Vec<OpenWindow> = Vec::new();
        for window in sorted {
            match united.last_mut() {
                Some(last) if window.from <= last.until => last.until = last.until.max(window.until),
                _ => united.push(window),
            }
        }
        united
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from: i64, until: i64) -> OpenWindow {
        OpenWindow { from, until }
    }

    #[test]
    fn windows_that_touch_are_one_and_empty_ones_are_none() {
        let united =
            OpenWindow::united([window(5, 7), window(1, 3), window(3, 4), window(9, 9), window(8, 2)]);
        assert_eq!(united, [window(1, 4), window(5, 7)]);
        assert_eq!(OpenWindow::united([OpenWindow::ALWAYS, window(1, 2)]), [OpenWindow::ALWAYS]);
        assert_eq!(OpenWindow::united([OpenWindow::NEVER]), []);
    }

    #[test]
    fn a_window_without_ends_has_no_instants_to_name() {
        assert_eq!(OpenWindow::ALWAYS.ends().count(), 0);
        assert_eq!(OpenWindow::NEVER.ends().count(), 0);
    }
}
