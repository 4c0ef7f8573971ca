//! Sheets that are task ledgers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use made::books::xlsx;
use xushi_formats::{Content, LedgerSheet, Limits, WarningCode, read_files};

/// The ledgers of a workbook of one sheet.
fn ledgers(bytes: &[u8]) -> Vec<LedgerSheet> {
    let files = read_files("台账.xlsx", bytes, &Limits::default());
    let [file] = files.as_slice() else {
        panic!("several texts");
    };
    match &file.content {
        Content::Office(text) => text.ledgers.clone(),
        other => panic!("not read: {other:?}"),
    }
}

/// Rows of cells, an empty one where nothing stands, from row 1; a cell that begins with < is XML of its own.
fn rows(rows: &[&[&str]]) -> String {
    let rows = (1..).zip(rows).map(|(row, cells)| {
        let cells = ('A'..).zip(*cells).filter(|(_, text)| !text.is_empty());
        let cells: String = cells
            .map(|(column, text)| match text.strip_prefix('<') {
                Some(xml) => format!("<c r='{column}{row}' {xml}</c>"),
                None => format!("<c r='{column}{row}' t='inlineStr'><is><t xml:space='preserve'>{text}</t></is></c>"),
            })
            .collect();
        format!("<row r='{row}'>{cells}</row>")
    });
    rows.collect()
}

/// A workbook of rows and merged regions.
fn merged(cells: &[&[&str]], regions: &[&str]) -> Vec<u8> {
    let regions: String = regions
        .iter()
        .map(|region| format!("<mergeCell ref='{region}'/>"))
        .collect();
    let rows = rows(cells);
    xlsx(&format!(
        "{rows}</sheetData><mergeCells>{regions}</mergeCells><sheetData>"
    ))
}

#[test]
fn a_plain_ledger_is_read_by_its_heads() {
    let bytes = xlsx(&rows(&[
        &["青川县重点工作台账"],
        &[
            "序号",
            "重点任务",
            "牵头单位",
            "配合单位",
            "完成时限",
            "进展情况",
            "状态",
            "备注",
        ],
        &[
            "1",
            "新建学校12所",
            "县教育局",
            "县财政局、县住建局",
            "2027年9月",
            "已开工6所",
            "进行中",
            "缺资金",
        ],
        &[
            "2",
            "修路30公里",
            "县交通局\n县公路站",
            "",
            "<t='n'><v>46203</v>",
            "",
            "",
            "",
        ],
        &["3", "", "县水利局"],
    ]));
    let ledger = &ledgers(&bytes)[0];
    assert_eq!(ledger.rows.len(), 2);
    let school = &ledger.rows[0];
    assert_eq!((school.row, school.content.as_str()), (3, "新建学校12所"));
    assert_eq!(school.lead, ["县教育局"]);
    assert_eq!(school.support, ["县财政局", "县住建局"]);
    assert_eq!(school.deadlines, ["2027年9月"]);
    let told = [&school.progress, &school.state, &school.note];
    assert_eq!(told, ["已开工6所", "进行中", "缺资金"]);
    let road = &ledger.rows[1];
    assert_eq!(road.lead, ["县交通局", "县公路站"]);
    assert_eq!(road.deadlines, ["2026年6月30日"]);
    assert_eq!(ledger.skipped, [5]);
}

#[test]
fn merged_heads_and_cells_say_the_same_of_all_that_they_cover() {
    let bytes = merged(
        &[
            &["2027年目标任务分解表"],
            &[
                "序号",
                "类别",
                "任务内容",
                "责任单位",
                "",
                "完成时限",
                "进展情况",
            ],
            &["", "", "", "牵头单位", "配合单位", "", "一季度", "二季度"],
            &[
                "1",
                "民生",
                "新建学校12所",
                "县教育局",
                "县财政局",
                "9月底前",
                "选址",
                "开工",
            ],
            &["2", "", "改造医院2家", "县卫健局", "", "年底前"],
            &["二、产业"],
            &["3", "", "引进企业5家", "县商务局"],
        ],
        &[
            "A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:H2", "B4:B5", "A6:H6",
        ],
    );
    let ledger = &ledgers(&bytes)[0];
    let told: Vec<[&str; 3]> = ledger
        .rows
        .iter()
        .map(|row| [row.source.as_str(), &row.content, &row.progress])
        .collect();
    assert_eq!(
        told,
        [
            ["民生", "新建学校12所", "一季度：选址\n二季度：开工"],
            ["民生", "改造医院2家", ""],
            ["二、产业", "引进企业5家", ""],
        ]
    );
    assert_eq!(ledger.rows[0].lead, ["县教育局"]);
    assert_eq!(ledger.rows[0].support, ["县财政局"]);
    assert!(ledger.skipped.is_empty());
}

#[test]
fn formulas_are_read_by_their_results() {
    let bytes = xlsx(&rows(&[
        &["任务内容", "责任单位", "目标值", "完成情况"],
        &[
            "种树",
            "县林业局",
            "<t='n'><f>B9*2</f><v>500</v>",
            "<t='str'><f>IF(1,A1)</f><v>已种300亩</v>",
        ],
        &["<t='str'><f>A2&amp;A2</f>", "县林业局"],
    ]));
    let ledger = &ledgers(&bytes)[0];
    assert_eq!(ledger.rows[0].targets, ["500"]);
    assert_eq!(ledger.rows[0].progress, "已种300亩");
    assert_eq!(ledger.skipped, [3]);
    assert_eq!(ledger.unknown, [3]);
}

#[test]
fn a_row_in_which_a_formula_has_no_result_is_named_and_an_empty_result_is_one() {
    let bytes = xlsx(&rows(&[
        &["任务内容", "责任单位", "完成时限", "状态", "合计"],
        &[
            "种树",
            "<t='str'><f>C9</f>",
            "年底前",
            "<t='str'><f>IF(1,\"\")</f><v></v>",
        ],
        // Nothing is read of this column.
        &["修路", "县交通局", "年底前", "", "<><f>SUM(B1)</f>"],
    ]));
    assert_eq!(ledgers(&bytes)[0].unknown, [2]);
}

#[test]
fn cells_that_look_like_formulas_are_words() {
    let cells = ["=1+1", "+86", "-3%", "@县林业局"];
    let bytes = xlsx(&rows(&[
        &["任务内容", "责任单位", "完成时限", "进展"],
        &cells,
    ]));
    let row = &ledgers(&bytes)[0].rows[0];
    let told = [
        &row.content,
        &row.responsible[0],
        &row.deadlines[0],
        &row.progress,
    ];
    assert_eq!(told, cells.each_ref());
}

#[test]
fn a_sheet_without_heads_is_told_with_its_row() {
    let warned = |cells: &[&[&str]]| {
        let files = read_files("台账.xlsx", &xlsx(&rows(cells)), &Limits::default());
        let Content::Office(text) = &files[0].content else {
            panic!("not read");
        };
        assert!(text.ledgers.is_empty());
        let warnings = text.warnings.iter();
        let mut warnings = warnings.filter(|warning| warning.code == WarningCode::NoHead);
        warnings.next().map(|warning| warning.count)
    };
    let school = ["1", "新建学校12所", "县教育局", "9月底前"];
    let road = ["2", "修路30公里", "县交通局、县公路中心", "年底前"];
    assert_eq!(warned(&[&[], &school, &road]), Some(2));
    // One row is no table, and figures, names alone or days alone are no ledger.
    assert_eq!(warned(&[&school]), None);
    assert_eq!(
        warned(&[&["粮食", "万吨", "12"], &["棉花", "万吨", "3"]]),
        None
    );
    assert_eq!(warned(&[&["县教育局", "12"], &["县交通局", "3"]]), None);
    assert_eq!(
        warned(&[&["水库清淤工程", "9月底前"], &["渠道维修工程", "年底前"]]),
        None
    );
}

#[test]
fn other_sheets_are_no_ledgers() {
    for cells in [
        // No head.
        &[
            &["1", "新建学校12所", "县教育局", "9月底前"][..],
            &["2", "修路", "县交通局", "年底前"],
        ][..],
        // Figures.
        &[
            &["指标", "单位", "目标值", "完成情况"],
            &["粮食产量", "万吨", "12", "11"],
        ],
        // A list of projects.
        &[&["序号", "项目名称", "备注"], &["1", "学校", ""]],
        // A text that names the words.
        &[&["请各责任单位按完成时限报送任务内容。"]],
    ] {
        let bytes = xlsx(&rows(cells));
        assert!(ledgers(&bytes).is_empty(), "{cells:?}");
    }
}

#[test]
fn fifty_thousand_rows_are_read_in_one_go() {
    let mut all = rows(&[&["序号", "任务内容", "责任单位", "完成时限"]]);
    for row in 2..50_002 {
        let cells = ['A', 'B', 'C', 'D'].map(|column| {
            format!("<c r='{column}{row}' t='inlineStr'><is><t>第{row}件</t></is></c>")
        });
        all.push_str(&format!("<row r='{row}'>{}</row>", cells.concat()));
    }
    let ledger = &ledgers(&xlsx(&all))[0];
    assert_eq!(ledger.rows.len(), 50_000);
    assert_eq!(ledger.rows[49_999].content, "第50001件");
}

#[test]
fn long_tasks_make_no_collection_of_texts() {
    let long = "推进水厂建设。".repeat(40);
    let bytes = xlsx(&rows(&[
        &["任务内容", "责任单位", "完成时限"],
        &[&long, "县水利局", "年底前"],
        &[&long, "县林业局", "年底前"],
    ]));
    assert_eq!(ledgers(&bytes)[0].rows.len(), 2);
}

#[test]
fn a_cell_over_very_many_rows_takes_no_more_than_its_limit() {
    let task = "修路".repeat(10_000);
    let mut all = rows(&[&["任务内容", "责任单位", "完成时限"], &[&task, "县交通局"]]);
    for row in 3..20_000 {
        all.push_str(&format!(
            "<row r='{row}'><c r='B{row}' t='inlineStr'><is><t>县交通局</t></is></c></row>"
        ));
    }
    let bytes = xlsx(&format!(
        "{all}</sheetData><mergeCells><mergeCell ref='A2:A19999'/></mergeCells><sheetData>"
    ));
    let files = read_files("台账.xlsx", &bytes, &Limits::default());
    let Content::Office(text) = &files[0].content else {
        panic!("not read");
    };
    let taken: usize = text.ledgers[0]
        .rows
        .iter()
        .map(|row| row.content.len())
        .sum();
    assert!(taken <= Limits::default().text_bytes);
    assert!(
        text.warnings
            .iter()
            .any(|warning| warning.code == WarningCode::Cut)
    );
}
