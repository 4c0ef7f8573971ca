//! Figures of tables: named by their rows, with unit and time by the heads of their columns or the lines above; none where a
//! table does not say what its figures are.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use xushi::Analyzer;
use xushi::reading::Dictionary;

/// `indicator value unit measure status period` of each claim that a table makes.
fn told(lines: &str) -> Vec<String> {
    let text = format!(
        "云汀市2025年国民经济和社会发展统计公报\n（2026年3月20日）\n\n一、综合\n\n{lines}\n\n全年经济平稳运行。\n"
    );
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let analysis = analyzer.analyze("text.txt", text.as_bytes()).unwrap();
    let claims = analysis
        .documents
        .into_iter()
        .flat_map(|document| document.claims);
    let name = |value: serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let tell = |claim: xushi::model::Claim| {
        let [measure, status] = [
            serde_json::to_value(claim.measure),
            serde_json::to_value(claim.status),
        ]
        .map(|value| name(value.unwrap()));
        let unit = claim.unit.unwrap_or_default();
        let period = claim.period.unwrap_or_default();
        format!(
            "{} {} {unit} {measure} {status} {period}",
            claim.indicator, claim.value
        )
    };
    claims.map(tell).collect()
}

#[test]
fn rows_name_and_heads_date() {
    let table = "表1 主要指标（单位：亿元）\n指标\t2024年\t2025年\t增长（%）\n生产总值\t1,200\t1300.5\t5.2\n粮食产量（万吨）\t80\t82\t-2.1";
    assert_eq!(
        told(table),
        [
            "生产总值 120000000000 元 level actual 2024",
            "生产总值 130050000000 元 level actual 2025",
            "生产总值 5.2 % growth actual ",
            "粮食产量 800000 吨 level actual 2024",
            "粮食产量 820000 吨 level actual 2025",
            "粮食产量 -2.1 % growth actual ",
        ]
    );
    let years = "单位：万户\n年份\t经营主体\t个体户\n2023年\t9\t6\n2024年\t10\t7";
    assert_eq!(told(years)[2], "经营主体 100000 户 level actual 2024");
    let plan = "指标\t单位\t2025年完成\t2030年目标\n森林覆盖率（%）\t%\t60\t62";
    assert_eq!(
        told(plan),
        [
            "森林覆盖率 60 % level actual 2025",
            "森林覆盖率 62 % level target 2030",
        ]
    );
}

#[test]
fn what_a_table_does_not_say_is_not_told() {
    // No heads; no unit; letters for digits; numbers that ran together.
    for table in [
        "生产总值\t1200\t1300\n财政收入\t90\t95",
        "指标\t2024年\t2025年\n生产总值\t1200\t1300",
        "指标（亿元）\t2024年（亿元）\t备注\n生产总值\tl200\t1 200 300",
        "指标\t2024年（亿元）\t备注\n生产总值\t12001300—1400\t无",
    ] {
        assert_eq!(told(table), Vec::<String>::new(), "{table}");
    }
}

#[test]
fn parts_of_a_whole_are_named_by_themselves() {
    let table =
        "表2 户籍人口\n指标\t年末数（人）\n户籍总人口\t832955\n其中：城镇\t217319\n乡村\t615636";
    let named = told(table);
    assert!(named[1].starts_with("城镇 217319"), "{named:?}");
}
