//! The stages one by one, natively, on the sample documents repeated to 75,000 characters.

#[path = "../build/pack.rs"]
mod pack;

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use pack::pack;
use xushi::layout::Layout;
use xushi::model::{Claim, Heading, Task};
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

/// What the stages of a document make of it, one after the other.
struct Made<'a> {
    layout: &'a Layout,
    outline: &'a [Heading],
    reading: Reading<'a>,
    claims: Vec<Claim>,
    tasks: Vec<Task>,
}

/// The stages of a document, on all that the text is divided into; what they take is made once.
fn stages(criterion: &mut Criterion) {
    let layouts = layout::lay_out(&text()).documents;
    let outlined = layouts.iter();
    let outlined = outlined.map(|layout| (layout, outline::outline(&layout.text, &layout.blocks)));
    let outlined: Vec<(&Layout, Vec<Heading>)> = outlined.collect();
    let Ok(dictionary) = Dictionary::built_in() else {
        return;
    };
    let made = outlined.iter().map(|(layout, outline)| {
        let reading = Reading::new(layout, outline, &dictionary);
        let claims = claims::extract(&reading);
        let tasks = tasks::extract(&reading, &claims);
        Made {
            layout,
            outline,
            reading,
            claims,
            tasks,
        }
    });
    let made: Vec<Made> = made.collect();
    let characters = made
        .iter()
        .map(|one| one.layout.text.chars().count())
        .sum::<usize>();

    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Elements(characters as u64));
    let mut stage = |name: &str, work: &dyn Fn(&Made)| {
        group.bench_function(name, |bencher| {
            bencher.iter(|| made.iter().for_each(|one| work(black_box(one))));
        });
    };
    stage("outline", &|one| {
        black_box(outline::outline(&one.layout.text, &one.layout.blocks));
    });
    stage("reading", &|one| {
        black_box(Reading::new(one.layout, one.outline, &dictionary));
    });
    stage("words", &|one| {
        black_box(dictionary.words(&one.layout.text, &one.layout.blocks));
    });
    stage("claims", &|one| {
        black_box(claims::extract(&one.reading));
    });
    stage("tasks", &|one| {
        black_box(tasks::extract(&one.reading, &one.claims));
    });
    stage("terms", &|one| {
        black_box(terms::extract(&one.reading, &terms::scan(one.reading.text)));
    });
    stage("markers and announcements", &|one| {
        black_box(announcements::find(
            &one.reading,
            &Markers::of(&one.reading),
        ));
    });
    stage("announcements and checks", &|one| {
        let markers = Markers::of(&one.reading);
        let announced = announcements::find(&one.reading, &markers);
        black_box(checks::run(&one.reading, &one.claims, &announced, &markers));
    });
    stage("terms and scores", &|one| {
        let wording = terms::scan(one.reading.text);
        let terms = terms::extract(&one.reading, &wording);
        let ladder = scores::ladder(&one.reading, &one.claims, &one.tasks, &wording);
        black_box(scores::score(
            &one.reading,
            &one.claims,
            &one.tasks,
            &terms,
            &ladder,
        ));
    });
    stage("vocabulary", &|one| {
        black_box(vocabulary::of(&one.reading));
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
