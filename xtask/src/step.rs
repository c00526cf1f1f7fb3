//! Steps of a chore: named, timed, summed up. A failed step does not stop the next one, so that one run shows
//! everything.

use std::time::Instant;

struct Done {
    name: String,
    seconds: f32,
    failure: Option<String>,
}

/// The steps done so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<Done>,
}

impl Steps {
    /// Does one step and notes its time and outcome.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<(), String>) {
        println!("\n==> {name}");
        let start = Instant::now();
        let failure = work().err();
        let seconds = start.elapsed().as_secs_f32();
        match &failure {
            None => println!("    {name}: ok, {seconds:.1} s"),
            Some(why) => println!("    {name}: FAILED, {seconds:.1} s: {why}"),
        }
        self.done.push(Done { name: name.to_owned(), seconds, failure });
    }

    /// Prints all steps with their times.
    ///
    /// # Errors
    /// The names of the failed steps, where there are any.
    pub fn finish(self) -> Result<(), String> {
        println!("\nsummary");
        for step in &self.done {
            let mark = if step.failure.is_some() { "FAILED" } else { "ok" };
            println!("  {mark:<6} {:>7.1} s  {}", step.seconds, step.name);
        }
        let total: f32 = self.done.iter().map(|step| step.seconds).sum();
        println!("  {:<6} {total:>7.1} s  in all", "");
        let failed: Vec<&str> =
            self.done.iter().filter(|step| step.failure.is_some()).map(|step| step.name.as_str()).collect();
        if failed.is_empty() {
            Ok(())
        } else {
            Err(format!("{} of {} steps failed: {}", failed.len(), self.done.len(), failed.join(", ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_does_not_stop_the_next_and_is_named_at_the_end() {
        let mut steps = Steps::default();
        let mut ran = Vec::new();
        steps.step("first", || {
            ran.push(1);
            Err("broken".to_owned())
        });
        steps.step("second", || {
            ran.push(2);
            Ok(())
        });
        assert_eq!(ran, [1, 2]);
        assert_eq!(steps.finish(), Err("1 of 2 steps failed: first".to_owned()));
        assert_eq!(Steps::default().finish(), Ok(()));
    }
}
