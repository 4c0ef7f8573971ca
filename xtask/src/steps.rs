//! Says what is being done, and how long it took.

use std::fmt;
use std::time::{Duration, Instant};

use crate::Result;

/// Does a step of work: prints its name first, and its time at the end.
///
/// # Errors
///
/// Those of the work, with the step's name.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let started = Instant::now();
    let done = work();
    let time = Seconds(started.elapsed());
    match &done {
        Ok(_) => println!("  done in {time}"),
        Err(_) => println!("  failed after {time}"),
    }
    done.map_err(|error| format!("{name}: {error}").into())
}

/// Says that something is as it should be already.
pub fn ready(what: &str) {
    println!("✓ {what}");
}

/// A time in seconds or minutes, to be read at a glance.
pub struct Seconds(pub Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs_f64();
        if seconds < 60.0 {
            write!(formatter, "{seconds:.1} s")
        } else {
            let whole = self.0.as_secs();
            write!(formatter, "{} min {:02} s", whole / 60, whole % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_seconds_and_then_in_minutes() {
        let written = |milliseconds| Seconds(Duration::from_millis(milliseconds)).to_string();
        assert_eq!(written(40), "0.0 s");
        assert_eq!(written(59_900), "59.9 s");
        assert_eq!(written(125_000), "2 min 05 s");
    }

    #[test]
    fn a_failing_step_is_named_in_its_error() {
        let failed: Result<()> = step("Baking", || Err("no flour".into()));
        let said = failed.map_err(|error| error.to_string());
        assert_eq!(said, Err("Baking: no flour".to_owned()));
    }
}
