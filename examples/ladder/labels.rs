//! The labelled sentences with what is seen of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use xushi::lexicon::ladder_weights::Feature;
use xushi::model::Ladder;
use xushi::reading::{Dictionary, Reading};
use xushi::scores::{self, Eyes};
use xushi::{claims, layout, outline, source, tasks, terms};

use crate::Result;
use crate::company::Company;

/// A labelled sentence.
pub struct Sample {
    /// The file that it stands in.
    pub file: String,
    /// The set of labels.
    pub set: String,
    /// What readers say.
    pub label: Ladder,
    /// What the ladder says as it is built.
    pub step: Option<Ladder>,
    /// The features that it has.
    pub features: Vec<(Feature, usize)>,
    /// Its words.
    pub words: Vec<String>,
}

impl Sample {
    /// Whether it is one to learn from: of its set, and graded by the model.
    pub fn trains(&self) -> bool {
        let graded = !matches!(self.step, None | Some(Ladder::Measurable));
        !self.set.ends_with("kept") && graded && self.label != Ladder::Measurable
    }
}

/// A row of the labels: characters of the text without white space, and what they are.
struct Label {
    start: usize,
    end: usize,
    step: Ladder,
    set: String,
}

/// Every label whose text stands in the folder or below it, and which words stand together in the texts that nothing is kept out of.
pub fn read(folder: &Path) -> Result<(Vec<Sample>, Company)> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ladder-labels.tsv");
    let mut labels: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for line in fs::read_to_string(table)?
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let cells: Vec<&str> = line.split('\t').collect();
        let [file, start, end, step, set] = cells[..] else {
            return Err(format!("no label: {line}").into());
        };
        let label = Label {
            start: start.parse()?,
            end: end.parse()?,
            step: named(step).ok_or_else(|| format!("no step: {step}"))?,
            set: set.to_owned(),
        };
        labels.entry(file.to_owned()).or_default().push(label);
    }
    let dictionary = Dictionary::built_in()?;
    let mut paths = Vec::new();
    walk(folder, &mut paths)?;
    let mut samples = Vec::new();
    let mut company = Company::default();
    for path in paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let labels = labels.get(file.as_ref()).map_or(&[][..], Vec::as_slice);
        let decoded = source::decode(&file, &fs::read(&path)?)?;
        if !labels.iter().any(|label| label.set.ends_with("kept")) {
            for layout in layout::lay_out(&decoded.text).documents {
                let words = dictionary.words(&layout.text, &layout.blocks);
                let spans = words.iter().map(|word| (word.span.start, word.span.end));
                company.add(&layout.text, spans);
            }
        }
        if !labels.is_empty() {
            add(&dictionary, &decoded.text, &file, labels, &mut samples);
        }
    }
    for batch in ["first", "second", "third", "fourth"] {
        let file = format!("ladder-{batch}.tsv");
        let (text, labels) = written(&file)?;
        add(&dictionary, &text, &file, &labels, &mut samples);
    }
    Ok((samples, company))
}

/// A batch of sentences of `tests/fixtures/` as a speech, as `tests/ladder.rs` reads it.
fn written(file: &str) -> Result<(String, Vec<Label>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut text = String::from("在工作会议上的讲话\n同志们：\n");
    let mut labels = Vec::new();
    for line in fs::read_to_string(path.join(file))?
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let (step, sentence) = line.split_once('\t').ok_or("no label")?;
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let start = letters(&text);
        text += sentence;
        text.push('\n');
        labels.push(Label {
            start,
            end: letters(&text),
            step: named(step).ok_or("no step")?,
            set: "batch".to_owned(),
        });
    }
    Ok((text, labels))
}

/// A step by its name.
fn named(step: &str) -> Option<Ladder> {
    serde_json::from_value(serde_json::Value::String(step.to_owned())).ok()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> Result {
    let mut inside: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() {
            walk(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// Adds the labelled sentences of a text: to each label belongs the sentence that covers most of it.
fn add(
    dictionary: &Dictionary,
    text: &str,
    file: &str,
    labels: &[Label],
    samples: &mut Vec<Sample>,
) {
    let dense = dense(text);
    // For each label the letters shared, and the sample.
    let mut best: Vec<(usize, Option<Sample>)> = labels.iter().map(|_| (0, None)).collect();
    for layout in layout::lay_out(text).documents {
        let outline = outline::outline(&layout.text, &layout.blocks);
        let reading = Reading::new(&layout, &outline, dictionary);
        let claims = claims::extract(&reading);
        let tasks = tasks::extract(&reading, &claims);
        let wording = terms::scan(reading.text);
        let ladder = scores::ladder(&reading, &claims, &tasks, &wording);
        let eyes = Eyes::new(&reading, &tasks, &wording);
        let in_source = |at: usize| {
            let runs = &layout.source_map;
            let run = runs.partition_point(|run| run.0 <= at).saturating_sub(1);
            let (text_start, source_start, length) = runs[run];
            source_start + (at - text_start).min(length)
        };
        for (index, sentence) in reading.sentences.iter().enumerate() {
            let last = sentence.of(reading.text).char_indices().last();
            let last = sentence.start + last.map_or(0, |(at, _)| at);
            let (start, end) = (dense[in_source(sentence.start)], dense[in_source(last)] + 1);
            for (label, best) in labels.iter().zip(&mut best) {
                let shared = end.min(label.end).saturating_sub(start.max(label.start));
                if shared > best.0 {
                    let seen = eyes.see(index);
                    let word = |number: &u32| eyes.known(*number).word.to_owned();
                    let sample = Sample {
                        file: file.to_owned(),
                        set: label.set.clone(),
                        label: label.step,
                        step: ladder[index].as_ref().map(|step| step.ladder),
                        features: seen.features,
                        words: seen.words.iter().map(word).collect(),
                    };
                    *best = (shared, Some(sample));
                }
            }
        }
    }
    samples.extend(best.into_iter().filter_map(|(_, sample)| sample));
}

/// For each byte of a text the characters before it that are no white space.
fn dense(text: &str) -> Vec<usize> {
    let mut dense = vec![0; text.len() + 1];
    let mut count = 0;
    for (at, character) in text.char_indices() {
        dense[at] = count;
        count += usize::from(!character.is_whitespace());
    }
    dense[text.len()] = count;
    dense
}
