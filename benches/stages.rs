//! The stages one by one, natively, on the sample documents repeated to 75,000 characters.

#[path = "../build/pack.rs"]
mod pack;

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use pack::pack;
use xushi::reading::{Dictionary, Markers, Reading, dictionary};
use xushi::{
    Analyzer, announcements, checks, claims, layout, outline, scores, source, tasks, terms,
    vocabulary,
};

/// Characters of the text that every stage is measured on.
const CHARACTERS: usize = 75_000;

/// The stages that lead to a text's documents.
fn first_stages(criterion: &mut Criterion) {
    let text = text();
    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Elements(text.chars().count() as u64));
    let bytes = text.as_bytes();
    group.bench_function("source", |bencher| {
        bencher.iter(|| source::decode("bench.txt", black_box(bytes)));
    });
    group.bench_function("layout", |bencher| {
        bencher.iter(|| layout::lay_out(black_box(&text)));
    });
    group.finish();
}

/// The stages of a document, on the largest of the text; what they take is made once.
fn stages(criterion: &mut Criterion) {
    let largest = layout::lay_out(&text())
        .documents
        .into_iter()
        .max_by_key(|layout| layout.text.len());
    let Some(layout) = largest else { return };
    let outline = outline::outline(&layout.text, &layout.blocks);
    let Ok(dictionary) = Dictionary::built_in() else {
        return;
    };
    let reading = Reading::new(&layout, &outline, &dictionary);
    let claims = claims::extract(&reading);
    let tasks = tasks::extract(&reading, &claims);
    let wording = terms::scan(reading.text);
    let terms = terms::extract(&reading, &wording);
    let markers = Markers::of(&reading);
    let announced = announcements::find(&reading, &markers);
    let ladder = scores::ladder(&reading, &claims, &tasks, &wording);

    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Elements(layout.text.chars().count() as u64));
    group.bench_function("outline", |bencher| {
        bencher.iter(|| outline::outline(black_box(&layout.text), &layout.blocks));
    });
    group.bench_function("reading", |bencher| {
        bencher.iter(|| Reading::new(black_box(&layout), &outline, &dictionary));
    });
    group.bench_function("words", |bencher| {
        bencher.iter(|| dictionary.words(black_box(&layout.text), &layout.blocks));
    });
    group.bench_function("claims", |bencher| {
        bencher.iter(|| claims::extract(black_box(&reading)));
    });
    group.bench_function("tasks", |bencher| {
        bencher.iter(|| tasks::extract(black_box(&reading), &claims));
    });
    group.bench_function("terms", |bencher| {
        bencher.iter(|| {
            let wording = terms::scan(black_box(reading.text));
            terms::extract(&reading, &wording)
        });
    });
    group.bench_function("announcements", |bencher| {
        bencher.iter(|| announcements::find(black_box(&reading), &markers));
    });
    group.bench_function("checks", |bencher| {
        bencher.iter(|| checks::run(black_box(&reading), &claims, &announced, &markers));
    });
    group.bench_function("scores", |bencher| {
        bencher.iter(|| {
            scores::ladder(black_box(&reading), &claims, &tasks, &wording);
            scores::score(&reading, &claims, &tasks, &terms, &ladder)
        });
    });
    group.bench_function("vocabulary", |bencher| {
        bencher.iter(|| vocabulary::of(black_box(&reading)));
    });
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let text = text();
    let packed = words();
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(20);
    group.bench_function("dictionary", |bencher| {
        bencher.iter(|| Dictionary::read(black_box(&packed)).is_ok());
    });
    group.throughput(Throughput::Elements(text.chars().count() as u64));
    if let Ok(dictionary) = Dictionary::built_in() {
        let analyzer = Analyzer::new(dictionary);
        group.bench_function("analysis", |bencher| {
            bencher.iter(|| analyzer.analyze("bench.txt", black_box(text.as_bytes())));
        });
    }
    group.finish();
}

/// The samples, one after the other and over again.
fn text() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    let samples: String = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .flat_map(|sample| [sample, "\n\n".to_owned()])
        .collect();
    let endless = samples.chars().cycle();
    endless.take(CHARACTERS).collect()
}

/// The page's dictionary where it was built, else a very small one.
fn words() -> Vec<u8> {
    let asset = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/generated/dictionary.gz");
    let mut unpacked = Vec::new();
    if let Ok(file) = fs::File::open(asset) {
        let mut reader = flate2::read::GzDecoder::new(file);
        if std::io::copy(&mut reader, &mut unpacked).is_ok() {
            return unpacked;
        }
    }
    pack("发展 3000 v\n工作 2000 vn\n经济 2000 n\n建设 2000 vn\n")
}

criterion_group!(benches, first_stages, stages, whole);
criterion_main!(benches);
