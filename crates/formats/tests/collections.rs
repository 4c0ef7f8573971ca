//! Sheets that hold a text a row.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use made::books::xlsx;
use made::{lines, text_of};
use xushi_formats::{Content, Limits, OfficeText, SetAsideKind, WarningCode, read_files};

/// A speech of its own about a place that does not exist; with ends of lines as a cell has them.
fn speech(place: &str) -> String {
    let sentence = "要抓好春耕备耕，完成高标准农田建设任务，确保粮食播种面积稳定在二十万亩以上。";
    format!("同志们：\n{place}{}\n谢谢大家。", sentence.repeat(8))
}

/// Rows of cells as a sheet's XML.
fn rows(rows: &[&[&str]]) -> String {
    let cell =
        |text: &&str| format!("<c t='inlineStr'><is><t xml:space='preserve'>{text}</t></is></c>");
    let rows = rows.iter().map(|cells| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<row>{cells}</row>")
    });
    rows.collect()
}

#[test]
fn a_text_a_row_is_a_file_each_with_its_title() {
    let (first, second) = (speech("云岭县"), speech("海棠县"));
    let bytes = xlsx(&rows(&[
        &["序号", "标题", "日期", "正文"],
        &["1", "在云岭县农村工作会议上的讲话", "2027-02-03", &first],
        &["2", "在海棠县春耕现场会上的讲话", "2027-03-01", &second],
    ]));
    let files = read_files("讲话汇编.xlsx", &bytes, &Limits::default());
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "讲话汇编.xlsx/在云岭县农村工作会议上的讲话",
            "讲话汇编.xlsx/在海棠县春耕现场会上的讲话"
        ]
    );
    let [Content::Office(first), Content::Office(text)] = [&files[0].content, &files[1].content]
    else {
        panic!("not read");
    };
    let told = |text: &OfficeText| text.warnings.iter().map(|warning| warning.code).collect();
    let (first, none): (Vec<_>, Vec<_>) = (told(first), told(text));
    assert_eq!(first, [WarningCode::HiddenSheets]);
    assert!(none.is_empty());
    let read = lines(text);
    assert_eq!(
        read[..3],
        ["在海棠县春耕现场会上的讲话", "2027-03-01", "同志们："]
    );
    assert!(read[3].starts_with("海棠县要抓好") && read[4] == "谢谢大家。");
    let aside: Vec<(SetAsideKind, &str)> = text
        .set_aside
        .iter()
        .map(|left| (left.kind, left.text.as_str()))
        .collect();
    assert_eq!(aside, [(SetAsideKind::Cell, "2")]);
    assert_eq!(text.stretches[0].place.row, Some(3));
}

#[test]
fn a_table_with_one_long_remark_or_two_long_columns_is_a_table() {
    let long = speech("云岭县");
    for cells in [
        &[
            &["任务", "说明"][..],
            &["修路", &long][..],
            &["架桥", "按期完成"][..],
            &["植树", "按期完成"][..],
        ][..],
        &[&[&*long, &*long][..], &[&*long, &*long][..]][..],
    ] {
        let bytes = xlsx(&rows(cells));
        let files = read_files("台账.xlsx", &bytes, &Limits::default());
        assert_eq!(files.len(), 1);
        assert_eq!(lines(&text_of(&bytes)).len(), cells.len());
    }
}
