#![allow(clippy::unwrap_used)]

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int32Type};
use arrow_array::{Array as _, RecordBatch};
use xushi::model::Analysis;
use xushi::reading::Dictionary;
use xushi::strings::say;
use xushi::{Analyzer, offsets};

use crate::{Table, Tables};

fn analysis(name: &str, text: &str) -> Analysis {
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    analyzer.analyze(name, text.as_bytes()).unwrap()
}

fn sample() -> Analysis {
    let text = include_str!("../../../seeds/provincial-work-report.txt");
    analysis("provincial-work-report.txt", text)
}

/// The one batch of each table.
fn filled(analyses: Vec<Analysis>) -> Vec<(Table, RecordBatch)> {
    let mut tables = Tables::new(&Table::ALL);
    for analysis in analyses {
        let name = analysis.source.name.clone();
        tables.add(&name, analysis).unwrap();
    }
    let one = |(table, mut batches): (Table, Vec<RecordBatch>)| {
        let batch = batches.pop();
        (
            table,
            batch.unwrap_or_else(|| RecordBatch::new_empty(table.schema())),
        )
    };
    tables.finish().unwrap().into_iter().map(one).collect()
}

fn of(tables: &[(Table, RecordBatch)], table: Table) -> &RecordBatch {
    &tables.iter().find(|(known, _)| *known == table).unwrap().1
}

#[test]
fn every_thing_of_a_document_is_a_row_with_the_schema_that_is_told() {
    let analysis = sample();
    let document = analysis.documents[0].clone();
    let tables = filled(vec![analysis]);
    for (table, batch) in &tables {
        assert_eq!(batch.schema(), table.schema(), "{}", table.name());
        assert_eq!(Table::named(table.name()), Some(*table));
    }
    let rows = |table| of(&tables, table).num_rows();
    assert_eq!(rows(Table::Documents), 1);
    assert_eq!(rows(Table::Claims), document.claims.len());
    assert_eq!(rows(Table::Tasks), document.tasks.len());
    assert_eq!(rows(Table::Sentences), document.sentences.len());
    let claims = of(&tables, Table::Claims);
    let values = claims.column_by_name("value").unwrap();
    let values = values.as_primitive::<Float64Type>();
    let wanted: Vec<f64> = document.claims.iter().map(|claim| claim.value).collect();
    assert_eq!(values.values(), wanted.as_slice());
}

#[test]
fn rows_have_the_words_at_their_place_though_places_count_in_utf_16() {
    // A character of four bytes and two units before each place.
    let analysis = analysis(
        "a",
        "𠮷河县今年工作安排\n一、𠮷河县新建水库3座。由县水利局牵头，6月底前完成。\n",
    );
    let document = analysis.documents[0].clone();
    let tables = filled(vec![analysis]);
    let sentences = of(&tables, Table::Sentences);
    let words = sentences.column_by_name("text").unwrap().as_string::<i32>();
    let spans: Vec<_> = document
        .sentences
        .iter()
        .map(|sentence| sentence.span)
        .collect();
    for (row, span) in offsets::to_bytes(&spans, &document.text)
        .into_iter()
        .enumerate()
    {
        assert_eq!(words.value(row), span.of(&document.text));
        assert!(!words.value(row).is_empty());
    }
}

#[test]
fn scores_come_for_the_document_with_their_counts_and_for_each_section() {
    let analysis = sample();
    let scores = analysis.documents[0].scores.clone();
    let tables = filled(vec![analysis]);
    let rows = of(&tables, Table::Scores);
    let text = |name: &str| {
        rows.column_by_name(name)
            .unwrap()
            .as_string::<i32>()
            .clone()
    };
    let (names, parts, sections) = (text("score"), text("part"), text("section"));
    let of_score = (0..rows.num_rows()).filter(|&row| names.value(row) == "specificity");
    let (whole, inner): (Vec<_>, Vec<_>) = of_score.partition(|&row| sections.is_null(row));
    let told: Vec<_> = whole
        .iter()
        .filter_map(|&row| parts.iter().nth(row).flatten())
        .collect();
    let wanted: Vec<_> = scores.document.specificity.parts.keys().collect();
    assert_eq!(told, wanted);
    let valued = scores
        .sections
        .iter()
        .filter(|section| section.scores.specificity.value.is_some());
    assert_eq!(inner.len(), valued.count());
    assert!(!inner.is_empty());
    assert!(
        inner
            .iter()
            .all(|&row| parts.is_null(row) && !sections.value(row).is_empty())
    );
}

#[test]
fn what_is_empty_or_cannot_be_read_is_a_row_of_documents() {
    let mut tables = Tables::new(&[Table::Documents, Table::Claims]);
    tables.add("empty", analysis("empty", "")).unwrap();
    tables.refuse("broken", say("tables.no-text", &[])).unwrap();
    let finished = tables.finish().unwrap();
    assert_eq!(finished.len(), 2);
    let documents = &finished[0].1[0];
    assert_eq!(documents.num_rows(), 2);
    assert!(finished[1].1.is_empty(), "no claim, no batch");
    let text = |name: &str| {
        documents
            .column_by_name(name)
            .unwrap()
            .as_string::<i32>()
            .clone()
    };
    assert_eq!(text("source").value(1), "broken");
    assert_eq!(text("error").iter().flatten().count(), 1);
    let numbers = documents.column_by_name("document").unwrap();
    assert!(
        numbers
            .as_primitive::<Int32Type>()
            .iter()
            .nth(1)
            .unwrap()
            .is_none()
    );
    assert!(
        tables.finish().unwrap()[0].1.is_empty(),
        "rows are given once"
    );
}
