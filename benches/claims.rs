//! The claims stage natively beside Recognizers-Text, on one text in one run.
//!
//! `cargo bench --bench claims -- TEXT`; without TEXT on the samples.

use std::env;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use xushi::reading::{Dictionary, Reading};
use xushi::{claims, layout, outline};

/// Runs of the stage; the median counts.
const RUNS: usize = 101;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"))
        .map_or_else(
            || root.join("seeds/provincial-work-report.txt"),
            PathBuf::from,
        );
    let text = fs::read_to_string(&path)?;
    let (count, stage, with_language) = measure(&text)?;
    println!("{} characters, {count} claims", text.chars().count());
    println!(
        "xushi: claims {:>38.2} ms (the median of {RUNS} runs)",
        milliseconds(stage)
    );
    println!(
        "xushi: words, sentences and claims {:>17.2} ms",
        milliseconds(with_language)
    );
    // The peer cuts nothing into sentences, so the ratio is of the two together.
    let status = Command::new("node")
        .arg(root.join("benches/recognizers.mjs"))
        .arg(&path)
        .arg(milliseconds(with_language).to_string())
        .arg(count.to_string())
        .current_dir(root)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(
            "Recognizers-Text could not be run: is node there, and was `cargo xtask setup` run?"
                .into(),
        )
    }
}

/// How many claims a text makes, the time of their stage, and its time with the reading's.
fn measure(text: &str) -> Result<(usize, Duration, Duration), Box<dyn Error>> {
    let layouts = layout::lay_out(text).documents;
    let outlines: Vec<_> = layouts
        .iter()
        .map(|layout| outline::outline(&layout.text, &layout.blocks))
        .collect();
    let dictionary = Dictionary::built_in()?;
    let readings: Vec<_> = layouts
        .iter()
        .zip(&outlines)
        .map(|(layout, outline)| Reading::new(layout, outline, &dictionary))
        .collect();
    let counts = readings
        .iter()
        .map(|reading| claims::extract(reading).len());
    let stage = median(|| {
        for reading in &readings {
            black_box(claims::extract(black_box(reading)));
        }
    });
    let with_language = median(|| {
        for (layout, outline) in layouts.iter().zip(&outlines) {
            black_box(claims::extract(&Reading::new(
                black_box(layout),
                outline,
                &dictionary,
            )));
        }
    });
    Ok((counts.sum(), stage, with_language))
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
