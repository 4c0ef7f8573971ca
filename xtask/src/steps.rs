//! Says what is being done, and how long it took.

use std::time::{Duration, Instant};

use crate::Result;

/// Does a step of work: prints its name first, and its time at the end.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let started = Instant::now();
    let done = work().map_err(|error| format!("{name}: {error}").into());
    let how = if done.is_ok() { "done in" } else { "failed in" };
    println!("  {how} {}", seconds(started.elapsed()));
    done
}

/// Says that something is as it should be already.
pub fn ready(what: &str) {
    println!("✓ {what}");
}

/// A time in seconds or minutes, to be read at a glance.
pub fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        whole => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}
