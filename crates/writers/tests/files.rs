//! Files as others read them: sheets by calamine, Word files by the project's own reader, and their parts as they stand.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use xushi_formats::Limits;
use xushi_writers::{Cell, Column, Kind, Table, WriteError, write};

fn column(head: &str, width: u32) -> Column {
    Column {
        head: head.to_owned(),
        width,
        ..Column::default()
    }
}

fn table() -> Table {
    let state = Column {
        choices: vec!["未启动".to_owned(), "已完成".to_owned()],
        centred: true,
        ..column("状态", 8)
    };
    Table {
        title: "青川县任务分解表".to_owned(),
        lines: vec!["来源：青川县2026年工作要点".to_owned()],
        columns: vec![column("任务内容", 40), column("牵头单位", 16), state],
        rows: vec![
            vec![
                Cell::of("新建学校12所 <二期> & \"扩建\""),
                Cell::of("县教育局\n县财政局"),
                Cell::of("未启动"),
            ],
            vec![
                Cell::of("=HYPERLINK(\"http://a.cn\",\"甲\")"),
                Cell {
                    text: String::new(),
                    mark: true,
                },
            ],
            vec![
                Cell::of("+5%，_x0041_ \u{1}控制字符"),
                Cell::of("-"),
                Cell::of("@甲"),
            ],
        ],
    }
}

fn bytes(kind: Kind) -> Vec<u8> {
    write(&table(), kind).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut part).unwrap();
    part
}

#[test]
fn a_sheet_has_title_head_and_rows_and_no_formula() {
    let bytes = bytes(Kind::Xlsx);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["青川县任务分解表"]);
    let cells = book.worksheet_range("青川县任务分解表").unwrap();
    let rows: Vec<Vec<String>> = cells
        .rows()
        .map(|row| row.iter().map(Data::to_string).collect())
        .collect();
    assert_eq!(rows[0], ["青川县任务分解表", "", ""]);
    assert_eq!(rows[1], ["来源：青川县2026年工作要点", "", ""]);
    assert_eq!(rows[2], ["任务内容", "牵头单位", "状态"]);
    assert_eq!(
        rows[3],
        [
            "新建学校12所 <二期> & \"扩建\"",
            "县教育局\n县财政局",
            "未启动"
        ]
    );
    assert_eq!(rows[4], ["=HYPERLINK(\"http://a.cn\",\"甲\")", "", ""]);
    assert_eq!(rows[5][1..], ["-", "@甲"]);
    let is_text = |cell: &Data| matches!(cell, Data::String(_) | Data::Empty);
    assert!(cells.rows().flatten().all(is_text));
    let formulas = book.worksheet_formula("青川县任务分解表").unwrap();
    assert!(formulas.is_empty());
}

#[test]
fn a_sheet_is_ready_to_filter_and_to_print() {
    let bytes = bytes(Kind::Xlsx);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for setting in [
        r#"<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>"#,
        r#"<autoFilter ref="A3:C6"/>"#,
        r#"<mergeCell ref="A2:C2"/>"#,
        r#"sqref="C4:C1048576"><formula1>&quot;未启动,已完成&quot;</formula1>"#,
        r#"paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0""#,
        "_x005F_x0041_ 控制字符",
        r#"<c r="B5" s="6"/>"#,
        // Two lines of the second cell, one of each other; and rows are as high as they need be.
        r#"<row r="4" ht="34">"#,
        r#"<row r="5" ht="19">"#,
    ] {
        assert!(sheet.contains(setting), "{setting}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("'青川县任务分解表'!$3:$3</definedName>"));
}

#[test]
fn a_word_file_has_title_line_and_table() {
    let bytes = bytes(Kind::Docx);
    let text = xushi_formats::read(&bytes, &Limits::default()).unwrap();
    let lines: Vec<&str> = text.text.lines().collect();
    assert_eq!(
        lines[..2],
        ["青川县任务分解表", "来源：青川县2026年工作要点"]
    );
    assert!(lines[2].contains("任务内容") && lines[2].contains("状态"));
    assert!(lines[3].contains("新建学校12所 <二期> & \"扩建\""));
    assert!(lines[3].contains("县教育局") && lines[3].contains("县财政局"));
    assert!(lines[4].contains("=HYPERLINK"));
    assert!(text.warnings.is_empty());
    let body = part(&bytes, "word/document.xml");
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(body.matches("<w:cantSplit/>").count(), 4);
    assert!(body.contains(r#"w:w="16838" w:h="11906" w:orient="landscape""#));
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains(r#"w:eastAsia="仿宋""#) && styles.contains(r#"w:eastAsia="黑体""#));
    assert!(!styles.contains("Theme") && !body.contains("Theme"));
}

#[test]
fn values_begin_with_their_mark_and_hold_no_formula() {
    let written = String::from_utf8(bytes(Kind::Csv)).unwrap();
    let wanted = "\u{feff}任务内容,牵头单位,状态\r
\"新建学校12所 <二期> & \"\"扩建\"\"\",\"县教育局\n县财政局\",未启动\r
\"'=HYPERLINK(\"\"http://a.cn\"\",\"\"甲\"\")\",,\r
'+5%，_x0041_ \u{1}控制字符,'-,'@甲\r\n";
    assert_eq!(written, wanted);
}

#[test]
fn markdown_has_a_table_whose_cells_are_no_markup() {
    let written = String::from_utf8(bytes(Kind::Markdown)).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines[0], "# 青川县任务分解表");
    assert_eq!(
        lines[4..6],
        ["| 任务内容 | 牵头单位 | 状态 |", "|---|---|:-:|"]
    );
    assert_eq!(
        lines[6],
        "| 新建学校12所 \\<二期\\> \\& \"扩建\" | 县教育局<br>县财政局 | 未启动 |"
    );
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    for kind in [Kind::Xlsx, Kind::Docx, Kind::Csv, Kind::Markdown] {
        assert_eq!(bytes(kind), bytes(kind));
    }
}

#[test]
fn a_table_may_be_empty_and_no_longer_than_a_sheet() {
    for kind in [Kind::Xlsx, Kind::Docx, Kind::Csv, Kind::Markdown] {
        assert!(write(&Table::default(), kind).is_ok());
    }
    let long = Table {
        rows: vec![Vec::new(); 1_048_577],
        ..table()
    };
    assert_eq!(write(&long, Kind::Xlsx), Err(WriteError::TooManyRows));
}

#[test]
fn names_of_sheets_are_such_as_can_be_named() {
    let named = |title: &str| {
        let table = Table {
            title: title.to_owned(),
            ..table()
        };
        let bytes = write(&table, Kind::Xlsx).unwrap();
        let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        book.sheet_names()[0].clone()
    };
    assert_eq!(named("关于[甲]/乙:的'通知'"), "关于甲乙的'通知");
    assert_eq!(named("长".repeat(40).as_str()), "长".repeat(31));
    assert_eq!(named("：/?*"), "：");
    assert_eq!(named("/?*"), "Sheet1");
}

#[test]
fn a_workbook_has_a_sheet_a_table_by_its_title_with_head_and_rows() {
    let of = |title: &str, words: &str| Table {
        title: title.to_owned(),
        columns: vec![column("文稿", 20), column("内容", 40)],
        rows: vec![vec![Cell::of("讲话"), Cell::of(words)]],
        ..Table::default()
    };
    let tables = [
        of("目标", "8%以上"),
        of("任务", "抓好项目"),
        of("问题", "=1"),
    ];
    let bytes = xushi_writers::write_workbook(&tables).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["目标", "任务", "问题"]);
    for table in &tables {
        let sheet = book.worksheet_range(&table.title).unwrap();
        let words = |row, column| sheet.get((row, column)).map(ToString::to_string);
        assert_eq!(words(1, 1).as_deref(), Some("内容"));
        assert_eq!(words(2, 1).as_deref(), Some(&*table.rows[0][1].text));
    }
}
