//! Texts whose truth is known: files put together of articles and page furniture (are their documents
//! told apart, and is every character there?), and clean texts with a slip (does its rule find it?).
//! What they are made of lies in `tests/data/`.
//!
//! `cargo test --release --test made -- --ignored --nocapture` is the long run, with pieces of the texts
//! in the folder `XUSHI_TEXTS`. `XUSHI_SEED=12` draws others, `XUSHI_FILE=12` shows one file and its
//! faults, `XUSHI_SLIPS=rule` the slips of a rule (or of `all`) that are missed.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

mod clean;
mod draw;
mod facts;
mod files;
mod flood;
mod host;
mod places;
mod printer;
mod report;
mod rows;
mod score;
mod setting;
mod slips;
mod words;

use std::ops::Range;
use std::str::FromStr;

use report::Report;

/// What the environment says, such as `XUSHI_SEED`.
fn told<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn documents_and_characters_of_made_files_are_recovered() {
    recover(0..1000);
}

#[test]
#[ignore = "long: thousands of files"]
fn documents_and_characters_of_many_files_are_recovered() {
    recover(1000..9000);
}

fn recover(seeds: Range<u64>) {
    let makings = files::Makings::new();
    let shown = told("XUSHI_FILE");
    let first = told("XUSHI_SEED").unwrap_or(0) * 10_000;
    let seeds = shown.map_or(seeds, |seed| seed..seed + 1);
    let mut report = Report::default();
    for seed in seeds {
        let file = files::file(first + seed, &makings);
        if shown.is_some() {
            println!("{}", file.source);
        }
        score::score(&file, &mut report);
        for fault in report.faults.drain(..) {
            println!("file {seed} ({}): {fault}", file.recipe);
        }
    }
    if shown.is_none() {
        report.hold(false);
    }
}

#[test]
fn planted_slips_are_found() {
    // With fewer of a kind chance decides.
    slips::find(&host::hosts(&[]), 48).hold(true);
}

#[test]
#[ignore = "long: many slips, in all texts at hand"]
fn planted_slips_are_found_in_many_texts() {
    let texts = clean::texts();
    slips::find(&host::hosts(&texts), 256).hold(texts.is_empty());
}
