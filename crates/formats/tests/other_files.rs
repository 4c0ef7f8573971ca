//! Sheets, pages of the web, archives, fixed pages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use calamine::{DataType, Reader};
use made::books::{xls, xlsx};
use made::pages::{ofd, pdf};
use made::words::{docx, paragraph};
use made::{check, error_of, hinted, lines, packed, text_of};
use xushi_formats::{
    Content, HintKind, Kind, Language, Limits, OfficeError, SetAsideKind, WarningCode, kind_of,
    read_files,
};

#[test]
fn a_sheet_shows_what_its_formats_show() {
    let rows = "<row r='2'><c r='B2' t='inlineStr'><is><t>事项</t></is></c><c r='C2' t='inlineStr'><is><t>占比</t></is></c></row>\
<row r='4'><c r='B4' t='inlineStr'><is><t>修路</t></is></c><c r='C4' s='1'><v>0.125</v></c><c r='E4' s='2'><v>45473</v></c></row>";
    let text = text_of(&xlsx(rows));
    check(&text);
    assert_eq!(lines(&text), ["事项\t占比", "修路\t12.5%\t\t2024年6月"]);
    assert_eq!(text.sheets, ["台账"]);
    assert_eq!(text.warnings[0].code, WarningCode::HiddenSheets);
    assert_eq!(text.stretches[1].place.row, Some(4));
    // A cell at the far end costs nothing.
    let far = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>";
    assert_eq!(lines(&text_of(&xlsx(far))), ["1"]);
}

#[test]
fn a_book_of_the_old_kind_shows_what_its_formats_show() {
    let cell = |row: u16, column: u16, style: u16, value: &[u8]| {
        [&[row, column, style].map(u16::to_le_bytes).concat(), value].concat()
    };
    let whole = |number: i32| ((number << 2) as u32 | 2).to_le_bytes();
    // A hundredth, and a number's first half.
    let hundredth = ((1250 << 2) as u32 | 3).to_le_bytes();
    let half = ((0.5_f64.to_bits() >> 32) as u32).to_le_bytes();
    let numbers = [&[0, 0][..], &whole(12), &[1, 0], &half, &[3, 0]].concat();
    // A text as the result, and no formula.
    let text_of_formula = [&[0, 0, 0, 0, 0, 0, 0xFF, 0xFF][..], &[0; 8]].concat();
    let records = vec![
        (0xFD, cell(0, 1, 0, &[0, 0, 0, 0])),
        (0xFD, cell(0, 2, 0, &[1, 0, 0, 0])),
        (0x27E, cell(1, 1, 0, &hundredth)),
        (0xBD, [&[1, 0, 2, 0][..], &numbers].concat()),
        (0x203, cell(2, 1, 2, &45473_f64.to_le_bytes())),
        (0x06, cell(2, 2, 0, &text_of_formula)),
        (0x207, [&[2, 0, 1][..], &[0x1C, 0x8D, 0x0F, 0x5C]].concat()),
        (0x205, cell(3, 1, 0, &[0x07, 1])),
        (0x205, cell(3, 2, 0, &[1, 0])),
        (0x204, cell(3, 3, 0, &[2, 0, 0, b'o', b'k'])),
    ];
    let bytes = xls(["事项", "占比𠮷"], &records);
    let text = text_of(&bytes);
    check(&text);
    let wanted = [
        "事项\t占比𠮷",
        "12.5\t12\t50.0%",
        "2024年6月\t贜小",
        "#DIV/0!\tTRUE\tok",
    ];
    assert_eq!(lines(&text), wanted);
    assert_eq!(
        (text.sheets, text.warnings[0].code),
        (vec!["台账".to_owned()], WarningCode::HiddenSheets)
    );
    // Code of others sees the same strings.
    let mut book: calamine::Xls<_> = calamine::Xls::new(std::io::Cursor::new(&bytes)).unwrap();
    let range = book.worksheet_range("台账").unwrap();
    let strings: Vec<&str> = range
        .cells()
        .filter_map(|(.., cell)| cell.get_string())
        .collect();
    assert_eq!(strings, ["事项", "占比𠮷", "贜小", "ok"]);
    let locked = xls(["一", "二三"], &[(0x2F, vec![0; 6])]);
    assert_eq!(error_of(&locked), OfficeError::Encrypted);
}

#[test]
fn an_article_is_told_from_its_page() {
    let page = "<html><head><title>青山县修路要点_青山县人民政府</title></head><body><div class='nav'><a href='/'>首页</a></div>\
<div id='main'><h1>青山县修路要点</h1><div class='article'><p>　　今年，全县修路30公里，架桥2座，投资3亿元。</p>\
<p>各乡镇要加强领导，明确责任，\n按时完成。</p><script>var a = 1;</script><p style='display: none'>不见</p>\
<ol><li>青山路</li><li>白河路</li></ol><table><tr><td rowspan=2>一季度</td><td>修路</td></tr><tr><td>架桥</td></tr></table></div></div>\
<div class='footer'>版权所有</div></body></html>";
    let text = text_of(page.as_bytes());
    check(&text);
    let wanted = [
        "青山县修路要点",
        "今年，全县修路30公里，架桥2座，投资3亿元。",
        "各乡镇要加强领导，明确责任，按时完成。",
        "1. 青山路",
        "2. 白河路",
        "一季度\t修路",
        "\t架桥",
    ];
    assert_eq!(lines(&text), wanted);
    assert_eq!(text.properties.title.as_deref(), Some("青山县修路要点"));
    let menus: Vec<_> = text
        .set_aside
        .iter()
        .filter(|it| it.kind == SetAsideKind::Menu)
        .collect();
    assert!(menus.iter().any(|it| it.text == "版权所有"));
}

#[test]
fn a_page_in_a_message_is_read() {
    let message = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"=b\"\r\n\r\n--=b\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C7=E0=C9=BD=\r\n</p>\r\n--=b--\r\n";
    let text = text_of(message.as_bytes());
    assert_eq!((text.kind, lines(&text)), (Kind::Mht, vec!["青山"]));
}

#[test]
fn files_of_an_archive_are_read_alone() {
    let inner = docx(&paragraph("青山县"), &[]);
    let nested = packed(&[("内.docx", &inner)]);
    let (gbk, ..) = encoding_rs::GBK.encode("云水");
    let archive = packed(&[
        ("a/说明.txt", "白河".as_bytes()),
        ("图.png", b"\x89PNG...."),
        ("坏.docx", b"PK\x03\x04xx"),
        ("包.zip", &nested),
        ("__MACOSX/._a", b"x"),
        ("旧.txt", &gbk),
    ]);
    let files = read_files("全部.zip", &archive, &Limits::default());
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "a/说明.txt",
            "图.png",
            "坏.docx",
            "包.zip/内.docx",
            "旧.txt"
        ]
    );
    assert!(matches!(&files[0].content, Content::Plain(bytes) if bytes == "白河".as_bytes()));
    assert!(matches!(files[1].content, Content::Skipped(_)));
    assert_eq!(files[2].content, Content::Refused(OfficeError::Damaged));
    assert!(matches!(&files[3].content, Content::Office(text) if lines(text) == ["青山县"]));
    assert_eq!(error_of(&archive), OfficeError::Archive);
}

#[test]
fn archives_in_archives_and_bombs_end() {
    let mut archive = packed(&[("x.txt", b"x")]);
    for _ in 0..6 {
        archive = packed(&[("x.zip", &archive)]);
    }
    let files = read_files("x.zip", &archive, &Limits::default());
    assert_eq!(files[0].content, Content::Refused(OfficeError::TooDeep));
    let bomb = packed(&[("x.txt", &vec![0; 40 << 20])]);
    let files = read_files("x.zip", &bomb, &Limits::default());
    assert_eq!(files[0].content, Content::Refused(OfficeError::Ratio));
}

#[test]
fn kinds_are_told_by_content() {
    let limits = Limits::default();
    let kind = |bytes: &[u8]| kind_of(bytes, &limits).unwrap();
    assert_eq!(kind(b"{\\rtf1 x}"), Kind::Rtf);
    assert_eq!(kind(b"  <!DOCTYPE html><p>x"), Kind::Html);
    assert_eq!(kind("青山县1<2".as_bytes()), Kind::Text);
    assert_eq!(kind(b"\xFF\xFE\x52\x97"), Kind::Text);
    assert_eq!(kind(b"%PDF-1.4"), Kind::Pdf);
    assert_eq!(kind(b"\x00\x01\x02\x00\x03\x00\x00"), Kind::Unknown);
    assert!(matches!(kind(b"Rar!\x1a"), Kind::Foreign(_)));
    assert_eq!(
        error_of(&"<div>".repeat(100_000).into_bytes()),
        OfficeError::TooDeep
    );
}

#[test]
fn pages_become_paragraphs() {
    let size = 5.0;
    let page = |number: &'static str, first: &'static str, second: &'static str| {
        vec![
            (30.0, 15.0, 4.0, "青山县修路简报"),
            (40.0, 50.0, size, first),
            (30.0, 60.0, size, second),
            (100.0, 280.0, 4.0, number),
        ]
    };
    let one = "今年以来全县坚持把修路架桥放在首位，共修路三";
    let two = "十公里，架桥两座，投资三亿元，惠及群众一万余人，成";
    let three = "效良好。";
    let mut second = page("— 2 —", "各乡镇要抓紧。", "x");
    second.splice(
        1..3,
        [
            (30.0, 50.0, size, three),
            (40.0, 60.0, size, "各乡镇要抓紧。"),
        ],
    );
    let text = text_of(&ofd(&[page("— 1 —", one, two), second]));
    check(&text);
    let whole = format!("{one}{two}{three}");
    assert_eq!(lines(&text), [whole.as_str(), "各乡镇要抓紧。"]);
    let kinds: Vec<_> = text.set_aside.iter().map(|it| it.kind).collect();
    assert!(kinds.contains(&SetAsideKind::Head) && kinds.contains(&SetAsideKind::PageNumber));
    let place = text.stretches[3].place;
    assert_eq!((place.page, place.line), (Some(2), Some(2)));
    let third = text.locate(one.len() + two.len()).unwrap();
    assert_eq!(third.message(Language::Chinese), "第2页第1行第1字");
    assert_eq!(error_of(&ofd(&[vec![]])), OfficeError::Scan);
}

#[test]
fn an_empty_line_ends_a_paragraph_whose_last_line_is_full() {
    let full = "革命曙光伟大历程初心传承星火燎原红色足迹";
    let heads = [50.0, 58.0, 66.0, 90.0].map(|y| (30.0, y, 5.0, full));
    let mut page = heads.to_vec();
    page.push((30.0, 98.0, 5.0, "常用句式"));
    let text = text_of(&ofd(&[page]));
    assert_eq!(lines(&text), [full.repeat(3), format!("{full}常用句式")]);
    let begun = text.paragraphs().into_iter().map(|(span, _)| span.start);
    assert!(begun.into_iter().any(|start| start == full.len() * 3 + 1));
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut lines_of_page = vec![(60.0, 30.0, 6.0, "两栏的文章标题居中")];
    let left = [
        "左栏第一行文字满满的一",
        "左栏第二行文字满满的二",
        "左栏第三行文字满满的三",
        "左栏第四行文字满满的四",
        "左栏第五行文字满满的五",
    ];
    let right = [
        "右栏第一行文字满满的一",
        "右栏第二行文字满满的二",
        "右栏第三行文字满满的三",
        "右栏第四行文字满满的四",
        "右栏第五行文字满满的五",
    ];
    for (row, (one, other)) in left.iter().zip(right).enumerate() {
        let y = 50.0 + 8.0 * row as f32;
        lines_of_page.push((30.0, y, 5.0, one));
        lines_of_page.push((100.0, y, 5.0, other));
    }
    let text = text_of(&ofd(&[lines_of_page]));
    let whole = format!("{}{}", left.concat(), right.concat());
    assert_eq!(lines(&text), ["两栏的文章标题居中", whole.as_str()]);
}

#[test]
fn a_pdf_with_a_font_of_gbk_and_a_form_that_holds_itself() {
    let text = text_of(&pdf(&[
        (100.0, 700.0, "云水市投资12亿元。"),
        (100.0, 600.0, "完"),
    ]));
    check(&text);
    assert_eq!(lines(&text), ["云水市投资12亿元。", "完"]);
    assert_eq!(
        hinted(&text, |kind| matches!(kind, HintKind::Row { .. })).len(),
        0
    );
    assert_eq!(error_of(&pdf(&[])), OfficeError::Scan);
}
