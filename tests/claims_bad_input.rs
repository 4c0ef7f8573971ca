//! Numbers that are broken, endless or none: no panic, no overflow, no invented value. Where the value
//! cannot be told there is no claim.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use xushi::Analyzer;
use xushi::model::{Claim, Status};
use xushi::reading::Dictionary;

fn claims(text: &str) -> Vec<Claim> {
    let report = format!("云汀市政府工作报告\n（2026年1月20日）\n一、2025年工作回顾\n{text}\n");
    Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("report.txt", report.as_bytes())
        .unwrap()
        .documents
        .into_iter()
        .flat_map(|document| document.claims)
        .collect()
}

/// The targets and results: value, upper end, unit.
fn values(text: &str) -> Vec<(f64, Option<f64>, String)> {
    claims(text)
        .into_iter()
        .filter(|claim| claim.status != Status::Other)
        .map(|claim| (claim.value, claim.value_max, claim.unit.unwrap_or_default()))
        .collect()
}

#[test]
fn what_has_no_value_is_no_claim() {
    for text in [
        format!("投资达到{}亿元。", "9".repeat(400)),
        format!("投资达到{}亿元。", "九".repeat(400)),
        format!("增长{}%。", "1.".repeat(200)),
        "投资达到亿亿亿元，超过万万万万万万元。".to_owned(),
        "投资达到一亿亿亿亿亿元。".to_owned(),
        "产量达到万吨，收入达亿元，新建个、项、家。".to_owned(),
        "新增就业　人，增长　%，完成　　亿元。".to_owned(),
        "增长百分之，下降百分之％，占分之一。".to_owned(),
        "完成投资×××亿元，增长××%，惠及○○○户。".to_owned(),
        "完成投资____亿元，增长…%。".to_owned(),
        "比例为1/0，占0/0。".to_owned(),
        "编号2025-0031-7788，账号6222021234567890123，电话0470-8216650。".to_owned(),
        "网址http://www.yt.gov.cn/2026/01/20/12345.html。".to_owned(),
        "三番五次、七上八下、百分百努力、万无一失、一五一十。".to_owned(),
    ] {
        assert_eq!(values(&text), [], "{text}");
    }
}

#[test]
fn what_has_a_value_keeps_it() {
    for (text, value, max, unit) in [
        ("生产安全事故死亡人数为0人。", 0.0, None, "人"),
        ("零就业家庭保持0户。", 0.0, None, "户"),
        ("人口自然增长率为-3.2‰。", -3.2, None, "‰"),
        ("人口自然增长率为－3.2‰。", -3.2, None, "‰"),
        ("财政收入增速为负4.5%。", -4.5, None, "%"),
        ("工业投资下降4.5%。", -4.5, None, "%"),
        ("完成投资１２.５億元。", 1.25e9, None, "元"),
        ("完成投资１2．5亿元。", 1.25e9, None, "元"),
        ("完成投资 1,286.4 亿元。", 1.2864e11, None, "元"),
        ("完成投资1，286，400万元。", 1.2864e10, None, "元"),
        ("成本下降3%—5%。", -3.0, Some(-5.0), "%"),
        ("成本下降3—5%。", -3.0, Some(-5.0), "%"),
        ("面积达到0.000001平方公里。", 0.000_001, None, "平方公里"),
        ("总额达到9999999999999元。", 9_999_999_999_999.0, None, "元"),
        ("总产值达到二十万亿元。", 2e13, None, "元"),
    ] {
        assert_eq!(values(text), [(value, max, unit.to_owned())], "{text}");
    }
}

#[test]
fn a_number_broken_across_lines_is_whole_or_no_claim() {
    for text in [
        "全市完成固定资产投资1286.\n4亿元。",
        "全市完成固定资产投资12\n86.4亿元。",
        "全市固定资产投资增长8.\n6%。",
        "全市固定资产投资增长8.6\n%。",
        "全市固定资产投资增长百分\n之八点六。",
    ] {
        for (value, _, _) in values(text) {
            let is_whole = [1286.4e8, 8.6]
                .iter()
                .any(|whole| (value - whole).abs() < 1e-3);
            assert!(is_whole, "{value} in {text}");
        }
    }
}

#[test]
fn a_table_flattened_into_text_gives_no_value_that_it_does_not_hold() {
    let table = "指标名称 单位 2024年 2025年 增长（%）\n地区生产总值 亿元 812.4 860.1 5.8\n\
                 粮食产量 万吨 86.2 88.9 3.1\n常住人口 万人 141.6 140.9 -0.5\n";
    let held = [812.4, 860.1, 5.8, 86.2, 88.9, 3.1, 141.6, 140.9, -0.5];
    for (value, _, _) in values(table) {
        let is_held = held.iter().any(|held| {
            [1.0, 1e4, 1e8]
                .iter()
                .any(|scale| (value - held * scale).abs() < 1e-3)
        });
        assert!(is_held, "{value}");
    }
}

#[test]
fn endless_lists_and_nesting_are_survived() {
    for text in [
        "增长5%、".repeat(20_000),
        "由5%提高到".repeat(20_000),
        "（1.2亿元（".repeat(20_000),
        "百分之".repeat(20_000),
        "三分之".repeat(20_000),
        "第".repeat(20_000),
        "翻".repeat(20_000) + "番",
        "1/".repeat(20_000),
        "-1".repeat(20_000),
        "占全市的".repeat(20_000) + "5%",
        "比上年".repeat(20_000) + "增长5%",
        "责任单位：市教育局；".repeat(5_000),
    ] {
        assert!(claims(&text).len() <= 25_000);
    }
}
