//! docx, doc, odt and rtf: what a reader of the file sees is in the text, once, with its numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use made::words::{NUMBERING, doc, docx, gbk, item, odt, ole, paragraph, rtf};
use made::{check, error_of, hinted, lines, text_of};
use xushi_formats::{HintKind, OfficeError, SetAsideKind, WarningCode};

fn warned(text: &xushi_formats::OfficeText, code: WarningCode) -> usize {
    let found = text.warnings.iter().find(|warning| warning.code == code);
    found.map_or(0, |warning| warning.count)
}

#[test]
fn automatic_numbers_are_counted_as_word_counts() {
    let second = item(0, "再议").replace("numId w:val='1'", "numId w:val='2'");
    let styled =
        "<w:p><w:pPr><w:pStyle w:val='Two'/></w:pPr><w:r><w:t>按样式编号</w:t></w:r></w:p>";
    let body = [
        item(0, "夯实基础"),
        item(1, "修路"),
        item(2, "青山路"),
        item(2, "2025年开工"),
        item(1, "架桥"),
        item(2, "白河桥"),
        item(0, "改善民生"),
        item(3, "细则"),
        styled.to_owned(),
        second,
        item(0, "收尾"),
    ];
    let styles = "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='Two'><w:name w:val='条目'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>";
    let parts = [
        ("numbering.xml", "numbering", NUMBERING),
        ("styles.xml", "styles", styles),
    ];
    let text = text_of(&docx(&body.concat(), &parts));
    check(&text);
    let wanted = [
        "一、夯实基础",
        "（一）修路",
        "1.青山路",
        "2. 2025年开工",
        "（二）架桥",
        "1.白河桥",
        "二、改善民生",
        "2.1 细则",
        "（一）按样式编号",
        "三、再议",
        "四、收尾",
    ];
    assert_eq!(lines(&text), wanted);
    assert_eq!(
        hinted(&text, |kind| kind == HintKind::Number(1)),
        ["一、", "二、", "三、", "四、"]
    );
}

#[test]
fn revisions_fields_boxes_and_notes() {
    let body = "<w:p><w:r><w:t>全县</w:t></w:r><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>减少</w:delText></w:r></w:del>\
<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>就业</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>\
<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>300人。</w:t></w:r></w:p>\
<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t><w:br/><w:t>下行</w:t></w:r></w:p>\
<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框中一次</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框中一次</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    let notes = "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'/><w:footnote w:id='2'><w:p><w:r><w:t>含返乡人员。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let head = "<w:hdr xmlns:w='w'><w:p><w:r><w:t>内部</w:t></w:r></w:p></w:hdr>";
    let parts = [
        ("footnotes.xml", "footnotes", notes),
        ("header1.xml", "header", head),
    ];
    let text = text_of(&docx(body, &parts));
    check(&text);
    assert_eq!(
        lines(&text),
        [
            "全县新增就业300人。",
            "前半后半",
            "下行",
            "框中一次",
            "含返乡人员。"
        ]
    );
    assert_eq!(
        hinted(&text, |kind| kind == HintKind::Note(1)),
        ["含返乡人员。"]
    );
    assert_eq!(
        hinted(&text, |kind| kind == HintKind::TextBox),
        ["框中一次"]
    );
    assert_eq!(warned(&text, WarningCode::Deleted), 1);
    assert_eq!(warned(&text, WarningCode::Inserted), 1);
    assert_eq!(warned(&text, WarningCode::Hidden), 1);
    assert_eq!(text.set_aside[0].kind, SetAsideKind::Head);
}

#[test]
fn tables_are_rows_of_cells() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let wide = format!(
        "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc>",
        paragraph("合计")
    );
    let two = format!("<w:tc>{}{}</w:tc>", paragraph("修路"), paragraph("架桥。"));
    let rows = [
        format!(
            "<w:tr>{}{}{}</w:tr>",
            cell("事项"),
            cell("单位"),
            cell("时限")
        ),
        format!("<w:tr>{}{}{}</w:tr>", two, cell("交通局"), cell("6月底")),
        format!("<w:tr>{wide}{}</w:tr>", cell("2项")),
    ];
    let frame = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        paragraph("框里第一段。"),
        paragraph("框里第二段。")
    );
    let text = text_of(&docx(
        &format!("<w:tbl>{}</w:tbl>{frame}", rows.concat()),
        &[],
    ));
    check(&text);
    let wanted = [
        "事项\t单位\t时限",
        "修路 架桥。\t交通局\t6月底",
        "合计\t\t2项",
        "框里第一段。",
        "框里第二段。",
    ];
    assert_eq!(lines(&text), wanted);
    assert_eq!(
        hinted(&text, |kind| kind
            == HintKind::Cell {
                table: 1,
                row: 3,
                column: 3
            }),
        ["2项"]
    );
}

#[test]
fn pieces_of_a_doc_stand_in_the_order_of_the_text() {
    let text = text_of(&doc(&[
        ("云水市工作要点\r全年", false),
        ("完成投资12亿元。\r", true),
        ("单位\u{7}时限\u{7}\u{7}", false),
    ]));
    check(&text);
    assert_eq!(
        lines(&text),
        ["云水市工作要点", "全年完成投资12亿元。", "单位\t时限"]
    );
}

#[test]
fn lists_of_opendocument_count() {
    let body = "<t:h t:outline-level='1'>总则</t:h><t:list t:style-name='L1'><t:list-item><t:p>修路</t:p><t:list><t:list-item><t:p>青山路</t:p></t:list-item></t:list></t:list-item><t:list-item><t:p>架桥<t:s t:c='2'/>两座<t:note><t:note-body><t:p>含便桥</t:p></t:note-body></t:note></t:p></t:list-item></t:list>\
<t:table><t:table-row><t:table-cell><t:p>甲</t:p></t:table-cell><t:table-cell><t:p>乙</t:p></t:table-cell></t:table-row></t:table>";
    let text = text_of(&odt(body));
    check(&text);
    assert_eq!(
        lines(&text),
        [
            "总则",
            "一、修路",
            "一.1. 青山路".replace("一.1. ", "一.1.").as_str(),
            "二、架桥  两座",
            "甲\t乙",
            "含便桥"
        ]
    );
    assert_eq!(hinted(&text, |kind| kind == HintKind::Heading(1)), ["总则"]);
}

#[test]
fn rtf_has_bytes_of_its_fonts_and_numbers_as_shown() {
    let body = format!(
        "{{\\info{{\\title {}}}}}{{\\header {}\\par}}\\pard{{\\listtext\\f1 {}\\tab}}\\f1 {}\\par\\pard\\u26032?\\u22686?{{\\deleted {}}}\\par\
\\trowd\\intbl\\f1 {}\\cell {}\\cell\\row\\pard{{\\*\\unknown {}}}{{\\field{{\\*\\fldinst PAGE}}{{\\fldrslt 3}}}}\\par",
        gbk("要点"),
        gbk("内部"),
        gbk("一、"),
        gbk("修路"),
        gbk("减少"),
        gbk("单位"),
        gbk("时限"),
        gbk("不见")
    );
    let text = text_of(&rtf(&body));
    check(&text);
    assert_eq!(lines(&text), ["一、修路", "新增", "单位\t时限", "3"]);
    assert_eq!(text.properties.title.as_deref(), Some("要点"));
    assert_eq!(warned(&text, WarningCode::Deleted), 1);
}

#[test]
fn what_cannot_be_read_says_why() {
    assert_eq!(
        error_of(&ole(&[("/EncryptedPackage", b"x")])),
        OfficeError::Encrypted
    );
    assert_eq!(error_of(b"PK\x03\x04"), OfficeError::Damaged);
    let deep = format!("<w:p>{}", "<w:r>".repeat(100_000));
    assert_eq!(error_of(&docx(&deep, &[])), OfficeError::TooDeep);
    let bomb = docx(
        &format!(
            "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
            "零".repeat(20 << 20 >> 1)
        ),
        &[],
    );
    assert_eq!(error_of(&bomb), OfficeError::Ratio);
}
