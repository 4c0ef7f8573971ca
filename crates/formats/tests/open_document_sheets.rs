//! Sheets of OpenDocument, as LibreOffice and Kingsoft write them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use made::books::ods;
use xushi_formats::{Content, Limits, OfficeText, WarningCode, read_files};

fn read(bytes: &[u8]) -> OfficeText {
    let files = read_files("台账.ods", bytes, &Limits::default());
    match &files[0].content {
        Content::Office(text) => (**text).clone(),
        other => panic!("not read: {other:?}"),
    }
}

/// Rows of cells; one that begins with < is XML of its own, and an empty one is covered or holds nothing.
fn rows(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| match text {
        text if text.starts_with('<') => (*text).to_owned(),
        &"" => "<table:table-cell/>".to_owned(),
        text => {
            let lines: String = text
                .lines()
                .map(|line| format!("<text:p>{line}</text:p>"))
                .collect();
            format!("<table:table-cell office:value-type='string'>{lines}</table:table-cell>")
        }
    };
    let row = |cells: &&[&str]| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    rows.iter().map(row).collect()
}

const HEADS: &[&str] = &["任务内容", "责任单位", "完成时限", "进展"];

#[test]
fn a_ledger_is_read_as_from_any_other_sheet() {
    let title = "<table:table-cell table:number-columns-spanned='4'><text:p>青川县重点工作台账</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated='3'/>";
    // A day is shown as the writer's country has it.
    let day = "<table:table-cell office:value-type='date' office:date-value='2026-06-30'><text:p>06/30/26</text:p></table:table-cell>";
    let spaced = "<table:table-cell><text:p>新建<text:s text:c='2'/>学校<text:span>12</text:span>所</text:p></table:table-cell>";
    let cells = [
        rows(&[&[title], HEADS]),
        rows(&[&[spaced, "县教育局\n县财政局", day, "=1+1"]]),
        "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='4'/></table:table-row>".to_owned(),
        rows(&[&["修路", "县交通局", "年底前", "-3公里"], &["", "县水利局"]]),
    ];
    let text = read(&ods(&format!(
        "<table:table table:name='台账'>{}<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table>",
        cells.concat()
    )));
    let ledger = &text.ledgers[0];
    assert_eq!(ledger.sheet, "台账");
    assert_eq!(ledger.skipped, [7]);
    let school = &ledger.rows[0];
    assert_eq!((school.row, school.content.as_str()), (3, "新建  学校12所"));
    assert_eq!(school.responsible, ["县教育局", "县财政局"]);
    assert_eq!(school.deadlines, ["2026年6月30日"]);
    assert_eq!(
        (school.progress.as_str(), ledger.rows[1].progress.as_str()),
        ("=1+1", "-3公里")
    );
    assert_eq!(ledger.rows[1].row, 6);
}

#[test]
fn merged_and_repeated_cells_say_the_same_of_all_that_they_cover() {
    let body = "<table:table-cell table:number-rows-spanned='3'><text:p>县水利局</text:p></table:table-cell>";
    let cells = rows(&[
        HEADS,
        &["修渠", body, "9月底前", ""],
        &[
            "修坝",
            "<table:covered-table-cell><text:p>旧名</text:p></table:covered-table-cell>",
            "年底前",
            "",
        ],
        &["修井", "<table:covered-table-cell/>", "年底前", ""],
    ]);
    let twice = rows(&[&["巡堤", "县应急局", "每月", ""]]).replacen(
        "<table:table-row>",
        "<table:table-row table:number-rows-repeated='2'>",
        1,
    );
    let text = read(&ods(&format!(
        "<table:table table:name='台账'>{cells}{twice}</table:table>"
    )));
    let told: Vec<String> = text.ledgers[0]
        .rows
        .iter()
        .map(|row| format!("{} {} {}", row.row, row.content, row.responsible.join("、")))
        .collect();
    assert_eq!(
        told,
        [
            "2 修渠 县水利局",
            "3 修坝 县水利局",
            "4 修井 县水利局",
            "5 巡堤 县应急局",
            "6 巡堤 县应急局"
        ]
    );
}

#[test]
fn hidden_sheets_and_formulas_without_a_result_are_told() {
    let unknown = "<table:table-cell table:formula='of:=[.B9]'/>";
    let empty = "<table:table-cell table:formula='of:=\"\"' office:value-type='string' office:string-value=''/>";
    let cells = rows(&[HEADS, &["修渠", "县水利局", unknown, empty]]);
    let text = read(&ods(&format!(
        "<table:table table:name='台账'>{cells}</table:table><table:table table:name='旧表' table:style-name='ta2'>{cells}</table:table>"
    )));
    assert_eq!(text.sheets, ["台账"]);
    assert_eq!(text.ledgers[0].unknown, [2]);
    let warned: Vec<WarningCode> = text.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(warned, [WarningCode::NoValue, WarningCode::HiddenSheets]);
}

#[test]
fn fifty_thousand_rows_are_read_and_cells_by_the_million_are_not() {
    let mut cells = rows(&[HEADS]);
    for row in 2..50_002 {
        let task = format!("第{row}件");
        cells.push_str(&rows(&[&[&task, "县水利局", "年底前", ""]]));
    }
    let text = read(&ods(&format!(
        "<table:table table:name='台账'>{cells}</table:table>"
    )));
    assert_eq!(text.ledgers[0].rows.len(), 50_000);
    assert_eq!(text.ledgers[0].rows[49_999].content, "第50001件");

    let long = "修路".repeat(10_000);
    let many = rows(&[&[&long]]).replacen(
        "<table:table-row>",
        "<table:table-row table:number-rows-repeated='900000'>",
        1,
    );
    let text = read(&ods(&format!("<table:table>{many}</table:table>")));
    assert!(text.text.len() <= Limits::default().text_bytes);
    assert!(
        text.warnings
            .iter()
            .any(|warning| warning.code == WarningCode::Cut)
    );
}
