//! Slips of every kind planted into clean texts: how many does each rule find?
//!
//! `cargo test --release --test mutations -- --ignored --nocapture` prints the table of the long run,
//! over the repository's own samples and the texts in the folder `XUSHI_TEXTS`. `XUSHI_SLIPS=rule`
//! shows the slips of one rule (or of `all`) that are missed, `XUSHI_SEED=7` plants others.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

mod copies;
mod edits;
mod flood;
mod host;
mod sentences;
mod structure;
#[path = "../support/mod.rs"]
#[allow(dead_code)] // Two tests share it, and neither uses all.
mod support;

use std::collections::{BTreeMap, BTreeSet};

use host::{Host, Mutation};
use support::{Draw, setting};

/// Plants one slip, if the text has a place for it.
type Plant = Box<dyn Fn(&Host, &mut Draw) -> Option<Mutation>>;

/// A way to make a slip of a kind; a kind may have several.
pub struct Way {
    /// The rule that is to find it.
    rule: String,
    /// What is done.
    slip: String,
    plant: Plant,
}

impl Way {
    fn new(
        rule: &str,
        slip: &str,
        plant: impl Fn(&Host, &mut Draw) -> Option<Mutation> + 'static,
    ) -> Self {
        Self {
            rule: rule.to_owned(),
            slip: slip.to_owned(),
            plant: Box::new(plant),
        }
    }
}

/// What of the slips each rule finds at least, in percent; raised when a rule gets better, never
/// lowered.
const FLOOR: usize = 96;

/// The rules that find less.
const FLOORS: [(&str, usize); 8] = [
    ("conflicting-values", 90),
    ("numbering-repeat", 90),
    ("percent-point", 90),
    ("placeholder", 93),
    ("plan-period-mismatch", 93),
    ("slogan-slip", 90),
    ("spliced-text", 93),
    ("weekday-mismatch", 90),
];

/// The least in few texts: they have few places for slips, and these count for more.
const FLOOR_OF_FEW: usize = 75;

/// Fewer texts than these are few.
const FEW_HOSTS: usize = 12;

fn floor(rule: &str, hosts: usize) -> usize {
    let known = FLOORS.iter().find(|(name, _)| *name == rule);
    let floor = known.map_or(FLOOR, |(_, floor)| *floor);
    if hosts < FEW_HOSTS {
        floor.min(FLOOR_OF_FEW)
    } else {
        floor
    }
}

#[derive(Default, Clone, Copy)]
struct Count {
    planted: usize,
    found: usize,
}

/// The share of slips found, in percent; each kind counts alike, however many places it had.
fn percent(kinds: &[Count]) -> usize {
    let shares = kinds
        .iter()
        .map(|kind| kind.found * 100_000 / kind.planted.max(1));
    shares.sum::<usize>() / kinds.len() / 1000
}

/// A line of the report.
fn line(what: &str, kinds: &[Count]) -> String {
    let planted: usize = kinds.iter().map(|kind| kind.planted).sum();
    let found: usize = kinds.iter().map(|kind| kind.found).sum();
    format!("{what:64} {planted:5} {found:5} {:4}%", percent(kinds))
}

#[test]
fn planted_slips_are_found() {
    run(&host::hosts(&[]), 16);
}

#[test]
#[ignore = "long: many slips, in all texts at hand"]
fn planted_slips_are_found_in_many_texts() {
    run(&host::hosts(&support::texts()), 256);
}

/// Plants `slips` of each kind and holds what is found against the floors.
fn run(hosts: &[Host], slips: usize) {
    let mut kinds: BTreeMap<(String, String), Vec<Plant>> = BTreeMap::new();
    for way in [
        structure::ways(),
        copies::ways(),
        edits::ways(),
        sentences::ways(),
    ]
    .into_iter()
    .flatten()
    {
        let kind = kinds.entry((way.rule, way.slip)).or_default();
        kind.push(way.plant);
    }
    let shown: Option<String> = setting("XUSHI_SLIPS");
    let seed = setting("XUSHI_SEED").unwrap_or(1);
    let mut rules: BTreeMap<&str, Vec<Count>> = BTreeMap::new();
    for (index, ((rule, slip), ways)) in (0_u64..).zip(&kinds) {
        let is_shown = shown
            .as_ref()
            .is_some_and(|own| own == rule || own == "all");
        if shown.is_some() && !is_shown {
            continue;
        }
        let mut draw = Draw::new(seed * 1000 + index);
        let mut count = Count::default();
        let mut known = BTreeSet::new();
        let order = draw.some(hosts, hosts.len());
        // Texts without a place are passed over; the others take more slips before there are enough.
        for host in order.iter().cycle().take(slips / 2 * hosts.len()) {
            if count.planted == slips {
                break;
            }
            let mut ways = draw.some(ways, ways.len()).into_iter();
            let Some(mutation) = ways.find_map(|plant| plant(host, &mut draw)) else {
                continue;
            };
            if !known.insert(mutation.text.clone()) {
                continue;
            }
            count.planted += 1;
            if host.is_found(rule, &mutation) {
                count.found += 1;
            } else if is_shown {
                println!("missed: {slip} {}: {}", host.name, mutation.shown);
            }
        }
        println!("{}", line(&format!("{rule:24} {slip}"), &[count]));
        assert!(count.planted > 0, "no text has a place for {rule}: {slip}");
        rules.entry(rule).or_default().push(count);
    }
    println!("\n{:64} planted found percent", "rule");
    for (rule, kinds) in &rules {
        println!("{}", line(rule, kinds));
    }
    for (rule, kinds) in &rules {
        let floor = floor(rule, hosts.len());
        assert!(percent(kinds) >= floor, "{}", line(rule, kinds));
    }
}
