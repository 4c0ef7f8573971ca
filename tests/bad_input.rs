//! Input that is broken, huge, hostile or no text: a result with a warning, or an error that says
//! what to do. Speed is the bench's affair; here a quadratic stage would show as a test that hangs.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use xushi::Analyzer;
use xushi::model::{Analysis, Document, WarningCode};
use xushi::reading::Dictionary;

fn analyze(bytes: &[u8]) -> Analysis {
    Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("bad.txt", bytes)
        .unwrap()
}

/// What is counted of each document, summed.
fn total(analysis: &Analysis, count: impl Fn(&Document) -> usize) -> usize {
    analysis.documents.iter().map(count).sum()
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
    let error = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("picture.png", png)
        .unwrap_err();
    assert!(error.to_string().contains("PNG"), "{error}");
    assert!(
        Analyzer::new(Dictionary::built_in().unwrap())
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
    assert_eq!(analysis.documents[0].text, line);
    assert_eq!(total(&analysis, |document| document.claims.len()), 50_000);
    assert!(warns(&analysis, WarningCode::TooMany));
}

#[test]
fn a_row_of_figures_that_nobody_divides_is_cut_and_it_is_said() {
    let row = |count| analyze(format!("全市{}。", "增长5%、".repeat(count)).as_bytes());
    let (usual, long) = (row(199), row(201));
    assert_eq!(total(&usual, |document| document.claims.len()), 199);
    assert!(!warns(&usual, WarningCode::TooMany));
    assert_eq!(total(&long, |document| document.claims.len()), 200);
    assert!(warns(&long, WarningCode::TooMany));
}

#[test]
fn numbers_of_a_thousand_parts_are_survived() {
    for unit in [
        "1.", "一.", "（1）", "第1", "万", "零", "〇", "①", "I.", "#", "一点", "分之",
    ] {
        for count in [254, 255, 256, 70_000] {
            let text = format!("{}总则\n各村抓好落实。\n", unit.repeat(count));
            assert!(!analyze(text.as_bytes()).documents.is_empty(), "{unit}");
        }
    }
}

#[test]
fn numbers_come_back_from_json_as_they_were() {
    let text = "失业率下降万分之1.1，投资2.3亿元，产量一点一万吨，占百分之二十点九，增加2.3—4.1万人，死亡率为千分之0.7。";
    let analysis = analyze(text.as_bytes());
    let values: Vec<f64> = (analysis.documents[0].claims.iter())
        .map(|claim| claim.value.abs())
        .collect();
    assert_eq!(
        values,
        [0.011, 230_000_000.0, 11_000.0, 20.9, 23_000.0, 0.7]
    );
    let json = serde_json::to_string(&analysis).unwrap();
    let again: Analysis = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), json);
}

#[test]
fn ten_megabytes_are_read_whole() {
    let paragraph = "一、今年任务\n全市生产总值增长6%左右，新增城镇就业3.5万人，新建改建农村公路200公里。要久久为功，抓好落实。\n";
    let text = paragraph.repeat(10_000_000 / paragraph.len());
    let analysis = analyze(text.as_bytes());
    let kept = total(&analysis, |document| document.text.len());
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

#[test]
fn ten_thousand_headings_are_all_in_the_outline() {
    let text: String = (0..10_000)
        .map(|number| {
            let place = number % 9 + 1;
            format!(
                "（{place}）办好第{number}件实事\n第{number}件实事投资{place}亿元，按期完工。\n"
            )
        })
        .collect();
    let analysis = analyze(format!("云汀市为民办实事清单\n{text}").as_bytes());
    let headings: usize = analysis
        .documents
        .iter()
        .map(|document| document.statistics.headings)
        .sum();
    let told = warns(&analysis, WarningCode::TooMany);
    assert!(
        headings >= 10_000 || told,
        "{headings} headings and no word"
    );
}

#[test]
fn a_file_of_titles_alone_is_read_and_said() {
    let text: String = (0..20_000)
        .map(|number| format!("云汀市第{number}号河道整治工作的通知\n"))
        .collect();
    let analysis = analyze(text.as_bytes());
    let kept = total(&analysis, |document| document.text.len());
    assert!(kept * 10 > text.len() * 9, "only {kept} bytes kept");
    let numbered: String = (1..10_000)
        .map(|number| format!("{number}. 整治第{number}号河道\n"))
        .collect();
    let analysis = analyze(numbered.as_bytes());
    assert!(
        warns(&analysis, WarningCode::TitlesOnly) || warns(&analysis, WarningCode::TooMany),
        "{:?}",
        analysis.source.warnings
    );
}

#[test]
fn a_text_pasted_twice_is_said_once() {
    let text: String = "云汀市关于做好冬春农田水利建设的通知\n\n各县（市、区）人民政府：\n\n\
        今冬明春计划清淤渠道一千二百公里，改造泵站三十六座，总投资九亿四千万元，现通知如下。\n\
        一、摸清底数\n各县十一月十日以前逐条渠道、逐座泵站登记造册，报市水利局汇总后统一编号。\n\
        二、抓紧开工\n十一月底以前全部开工，次年三月底以前完成主体工程，四月上旬组织竣工验收。\n\
        三、管好资金\n资金由市、县按六比四分担，实行专账管理，审计部门在工程竣工后全面审计。\n\
        四、严格考核\n每月通报一次进度，连续两月排在末位的县，由分管负责人向市政府作书面说明。\n\
        云汀市人民政府\n2023年10月25日\n"
        .into();
    assert!(!warns(&analyze(text.as_bytes()), WarningCode::Duplicate));
    let twice = analyze(format!("{text}\n{text}").as_bytes());
    let warnings = twice.source.warnings.iter();
    let copies: Vec<_> = warnings
        .filter(|warning| warning.code == WarningCode::Duplicate)
        .collect();
    assert_eq!(copies.len(), 1);
    assert!(copies[0].span.is_some());
    assert_eq!(twice.documents.len(), 2);
}
