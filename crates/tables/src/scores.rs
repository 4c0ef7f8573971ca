//! `scores`: a row a score; for those of a document one for each of the counts behind it as well.

use xushi::model::{Heading, ScoreSet, Scores, Span};

use crate::column::Column;
use crate::column::Values::{Number, Text, Whole};

/// A score, or a count behind it.
pub struct Figure {
    /// The section that it is of; absent where it is of the whole document.
    section: Option<(Span, String)>,
    score: &'static str,
    /// The count's name; absent for the score itself.
    part: Option<String>,
    value: Option<f64>,
    percentile: Option<f64>,
}

/// The columns of its own.
pub const COLUMNS: &[Column<Figure>] = &[
    (
        "start",
        Whole(|row| Some(row.item.section.as_ref()?.0.start)),
    ),
    ("end", Whole(|row| Some(row.item.section.as_ref()?.0.end))),
    ("section", Text(|row| Some(&row.item.section.as_ref()?.1))),
    ("score", Text(|row| Some(row.item.score))),
    ("part", Text(|row| row.item.part.as_deref())),
    ("value", Number(|row| row.item.value)),
    ("percentile", Number(|row| row.item.percentile)),
];

/// The figures of a document and of its sections.
pub fn figures(scores: &mut Scores, outline: &[Heading]) -> Vec<Figure> {
    let mut figures = Vec::new();
    add(&mut figures, None, &mut scores.document);
    let mut headings = Vec::new();
    flatten(outline, &mut headings);
    // Both are in the order of the outline.
    let mut headings = headings.into_iter();
    for of_section in &mut scores.sections {
        let heading = headings.find(|heading| heading.section == of_section.section);
        let title = heading.map_or_else(String::new, |heading| heading.title.clone());
        let section = (of_section.section, title);
        add(&mut figures, Some(section), &mut of_section.scores);
    }
    figures
}

fn flatten<'a>(outline: &'a [Heading], headings: &mut Vec<&'a Heading>) {
    for heading in outline {
        headings.push(heading);
        flatten(&heading.children, headings);
    }
}

/// The scores of a document with their counts; of a section those that have a value, alone: with their counts they
/// would be four rows of five of everything.
fn add(figures: &mut Vec<Figure>, section: Option<(Span, String)>, set: &mut ScoreSet) {
    for (name, score) in set.each_mut() {
        let figure = |part: Option<String>, value, percentile| Figure {
            section: section.clone(),
            score: name,
            part,
            value,
            percentile,
        };
        if section.is_none() || score.value.is_some() {
            figures.push(figure(None, score.value, score.percentile));
        }
        for (part, &value) in score.parts.iter().filter(|_| section.is_none()) {
            let percentile = score.part_percentiles.get(part).copied();
            figures.push(figure(Some(part.to_string()), Some(value), percentile));
        }
    }
}
