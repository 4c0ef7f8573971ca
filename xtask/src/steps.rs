//! Says what is being done, and how long it took.

use std::fmt;
use std::time::{Duration, Instant};

use crate::Result;

/// Does a step of work: prints its name first, and its time at the end.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let started = Instant::now();
    let done = work();
    let how = ["failed after", "done in"][usize::from(done.is_ok())];
    println!("  {how} {}", Seconds(started.elapsed()));
    done.map_err(|error| format!("{name}: {error}").into())
}

/// A step that need not be done where `what` it brings `is_ready`.
pub fn unless(is_ready: bool, what: &str, name: &str, work: impl FnOnce() -> Result) -> Result {
    if is_ready {
        ready(what);
        return Ok(());
    }
    step(name, work)
}

/// Says that something is as it should be already.
pub fn ready(what: &str) {
    println!("✓ {what}");
}

/// A time in seconds or minutes, to be read at a glance.
pub struct Seconds(pub Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0.as_secs();
        let said = if whole < 60 {
            format!("{:.1} s", self.0.as_secs_f64())
        } else {
            format!("{} min {:02} s", whole / 60, whole % 60)
        };
        formatter.pad(&said)
    }
}
