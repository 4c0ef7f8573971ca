//! Input that is broken, huge, hostile or no text: a result with a warning, or an error that says
//! what to do. Speed is the bench's affair; here a quadratic stage would show as a test that hangs.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use xushi::Analyzer;
use xushi::model::{Analysis, WarningCode};

fn analyze(bytes: &[u8]) -> Analysis {
    Analyzer::new().analyze("bad.txt", bytes).unwrap()
}

fn warns(analysis: &Analysis, code: WarningCode) -> bool {
    analysis.source.warnings.iter().any(|warning| {
        warning.code == code && !warning.message.is_empty() && !warning.message_en.is_empty()
    })
}

#[test]
fn empty_and_white_space_say_that_there_is_no_text() {
    for bytes in [
        &b""[..],
        b" \n\t\r\n  ",
        "\u{feff}".as_bytes(),
        "　　\n".as_bytes(),
    ] {
        assert!(warns(&analyze(bytes), WarningCode::Empty), "{bytes:?}");
    }
}

#[test]
fn text_in_another_language_is_shown_with_a_warning() {
    let analysis = analyze(b"Growth reached 5% last year, and we will build 30 schools.");
    assert!(warns(&analysis, WarningCode::NotChinese));
    assert!(analysis.documents[0].text.contains("30 schools"));
}

#[test]
fn files_that_are_no_text_are_refused_by_name() {
    let png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01";
    let error = Analyzer::new().analyze("picture.png", png).unwrap_err();
    assert!(error.to_string().contains("PNG"), "{error}");
    assert!(
        Analyzer::new()
            .analyze("noise.bin", &[0, 1, 2, 3, 0, 255, 0, 7].repeat(64))
            .is_err()
    );
}

#[test]
fn a_file_cut_in_the_middle_of_a_character_keeps_all_others() {
    let text = "全市粮食总产量达到120万吨。".repeat(3);
    let analysis = analyze(&text.as_bytes()[..text.len() - 1]);
    assert!(warns(&analysis, WarningCode::CutOff));
    assert_eq!(analysis.documents[0].claims.len(), 3);
}

#[test]
fn markup_stays_text() {
    let text = "全市新建学校12所。<script>alert('实')</script>新增学位3600个。";
    let analysis = analyze(text.as_bytes());
    assert!(warns(&analysis, WarningCode::Markup));
    assert_eq!(analysis.documents[0].claims.len(), 2);
}

#[test]
fn other_encodings_give_the_same_text() {
    let text = "云汀市政府工作报告\n全市粮食总产量达到120万吨。\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let little: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let big: Vec<u8> = [0xFE, 0xFF]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    let marked = format!("\u{feff}{text}");
    let plain = analyze(text.as_bytes());
    for bytes in [&gb[..], &little, &big, marked.as_bytes()] {
        assert_eq!(analyze(bytes).documents, plain.documents);
    }
}

#[test]
fn one_line_of_two_million_characters_is_read_whole() {
    let line = "加快建设120个项目，完成投资35亿元，".repeat(100_000);
    let analysis = analyze(line.as_bytes());
    let claims: usize = analysis
        .documents
        .iter()
        .map(|document| document.claims.len())
        .sum();
    assert_eq!(claims, 200_000);
}

#[test]
fn ten_megabytes_are_read_whole() {
    let paragraph = "一、今年任务\n全市生产总值增长6%左右，新增城镇就业3.5万人，新建改建农村公路200公里。要久久为功，抓好落实。\n";
    let text = paragraph.repeat(10_000_000 / paragraph.len());
    let analysis = analyze(text.as_bytes());
    let kept: usize = analysis
        .documents
        .iter()
        .map(|document| document.text.len())
        .sum();
    assert!(kept > 9_000_000, "only {kept} bytes kept");
}

#[test]
fn endless_numbering_and_deep_nesting_are_survived() {
    let numbering: String = (1..10_000)
        .map(|number| format!("{number}. 做好第{number}项工作\n抓好落实，见到成效。\n"))
        .collect();
    assert!(!analyze(numbering.as_bytes()).documents.is_empty());
    let marks = "（".repeat(50_000) + "一是" + &"“".repeat(50_000);
    assert!(!analyze(marks.as_bytes()).documents.is_empty());
}

#[test]
fn numbers_that_mean_nothing_give_no_claim() {
    for text in [
        "共有亿亿亿亿元。",
        &format!("总额{}元。", "9".repeat(400)),
        "万元。",
        "亩。",
    ] {
        let analysis = analyze(format!("云汀市的情况说明是这样的。{text}").as_bytes());
        assert!(analysis.documents[0].claims.is_empty(), "{text}");
    }
}
