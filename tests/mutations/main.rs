//! Slips of every kind planted into clean texts: how many does each rule find?
//!
//! `cargo test --test mutations -- --nocapture` prints the table; `XUSHI_MUTATIONS=rule` shows the slips of
//! one rule (or of `all`) that are missed, and `XUSHI_MUTATIONS_SEED=7` plants others.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

mod dates;
mod figures;
mod flood;
mod host;
mod language;
#[path = "../generated/random.rs"]
#[allow(dead_code)]
mod random;
mod structure;
mod wording;

use std::collections::BTreeMap;

use host::{Host, Mutation};
use random::Random;

/// Plants one slip, if the text has a place for it.
type Plant = fn(&Host, &mut Random) -> Option<Mutation>;

/// A kind of slip.
pub struct Kind {
    /// The rule that is to find it.
    rule: &'static str,
    /// What is done.
    name: &'static str,
    plant: Plant,
}

/// Slips of each kind.
const SLIPS: usize = 16;

/// What of the slips each rule finds at least, in percent; raised when a rule gets better, never
/// lowered.
const FLOOR: usize = 90;

#[derive(Default, Clone, Copy)]
struct Count {
    planted: usize,
    found: usize,
}

impl Count {
    fn percent(self) -> usize {
        self.found * 100 / self.planted.max(1)
    }
}

#[test]
fn planted_slips_are_found() {
    let hosts = host::hosts();
    let kinds: Vec<&Kind> = [
        structure::KINDS,
        wording::KINDS,
        figures::KINDS,
        dates::KINDS,
        language::KINDS,
    ]
    .into_iter()
    .flatten()
    .collect();
    let shown = std::env::var("XUSHI_MUTATIONS").ok();
    let seed = std::env::var("XUSHI_MUTATIONS_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1);
    let mut rules: BTreeMap<&str, Count> = BTreeMap::new();
    for (index, kind) in kinds.iter().enumerate() {
        if shown
            .as_deref()
            .is_some_and(|rule| rule != kind.rule && rule != "all")
        {
            continue;
        }
        let count = plant(kind, &hosts, seed * 1000 + index as u64, shown.is_some());
        println!(
            "{:24} {:38} {:4} {:4} {:4}%",
            kind.rule,
            kind.name,
            count.planted,
            count.found,
            count.percent()
        );
        let rule = rules.entry(kind.rule).or_default();
        rule.planted += count.planted;
        rule.found += count.found;
    }
    println!("\n{:24} planted found percent", "rule");
    for (rule, count) in &rules {
        println!(
            "{rule:24} {:7} {:5} {:6}%",
            count.planted,
            count.found,
            count.percent()
        );
    }
    for (rule, count) in &rules {
        assert!(count.planted >= 8, "{rule}: no place for slips");
        assert!(count.percent() >= FLOOR, "{rule}: {}%", count.percent());
    }
}

fn plant(kind: &Kind, hosts: &[Host], seed: u64, shown: bool) -> Count {
    let mut random = Random::new(seed);
    let mut count = Count::default();
    let order = random.some(hosts, hosts.len());
    // Hosts without a place are passed over; the others take a second slip before there are enough.
    for host in order.iter().cycle().take(4 * hosts.len()) {
        if count.planted == SLIPS {
            break;
        }
        let Some(mutation) = (kind.plant)(host, &mut random) else {
            continue;
        };
        count.planted += 1;
        if host.is_found(kind.rule, &mutation) {
            count.found += 1;
        } else if shown {
            println!("missed: {} {}: {}", kind.name, host.name, mutation.shown);
        }
    }
    count
}
