// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::Analyzer;
use crate::model::{Bound, Measure};
use crate::reading::for_tests;

/// The ledger of a text of one document.
fn ledger(text: &str) -> Ledger {
    let (_, mut ledgers) = Analyzer::new(for_tests())
        .ledgers("case.txt", text.as_bytes(), &[], Vec::new())
        .unwrap();
    ledgers.remove(0)
}

const PLAN: &str = "青川县2026年就业工作方案
一、主要目标
全县现有人口21万人。要实现城镇新增就业0.55万人以上，失业率控制在5.5%以内。
二、重点任务
（一）办好招聘会。全年举办招聘会20场（县人力资源社会保障局牵头，县总工会、县妇联配合，6月底前完成）。开展送岗下乡活动。
（二）扩大以工代赈。要新建项目8个。（责任单位：县发展改革委；完成时限：9月底前）
（三）优化就业服务。一是要建设零工驿站6个；二是要建设服务站3个。（县人力资源社会保障局负责）
2026年1月15日";

#[test]
fn a_sentence_is_a_row_without_its_number_and_notes() {
    let rows = ledger(PLAN).sentences;
    let told: Vec<[&str; 2]> = rows
        .iter()
        .map(|row| [row.number.as_deref().unwrap_or(""), &row.content])
        .collect();
    let wanted = [
        [
            "一、",
            "要实现城镇新增就业0.55万人以上，失业率控制在5.5%以内",
        ],
        ["（一）", "全年举办招聘会20场"],
        ["（一）", "开展送岗下乡活动"],
        ["（二）", "要新建项目8个"],
        ["（三）", "要建设零工驿站6个"],
        ["（三）", "要建设服务站3个"],
    ];
    assert_eq!(told, wanted);
    let fair = &rows[1];
    assert_eq!(fair.section, ["二、重点任务", "（一）办好招聘会"]);
    assert_eq!(fair.lead, ["县人力资源社会保障局"]);
    assert_eq!(fair.support, ["县总工会", "县妇联"]);
    assert_eq!(fair.deadlines, ["2026-06"]);
    assert_eq!(fair.targets, ["招聘会 20场"]);
    assert_eq!(rows[0].missing, [Missing::Owner, Missing::Deadline]);
}

#[test]
fn an_item_is_its_whole_paragraph_where_it_has_a_number() {
    let rows = ledger(PLAN).items;
    let told: Vec<(&str, &[usize])> = rows
        .iter()
        .map(|row| (row.content.as_str(), row.tasks.as_slice()))
        .collect();
    let wanted: [(&str, &[usize]); 4] = [
        ("要实现城镇新增就业0.55万人以上，失业率控制在5.5%以内", &[0]),
        (
            "办好招聘会。全年举办招聘会20场。开展送岗下乡活动。",
            &[1, 2],
        ),
        ("扩大以工代赈。要新建项目8个。", &[3]),
        (
            "优化就业服务。一是要建设零工驿站6个；二是要建设服务站3个。",
            &[4, 5],
        ),
    ];
    assert_eq!(told, wanted);
    assert_eq!(rows[2].section, ["二、重点任务"]);
}

#[test]
fn a_row_of_a_table_is_its_task_with_what_the_other_columns_say() {
    let table = "青川县2026年工作要点
一、重点任务
各单位要抓好下列任务。
序号\t任务内容\t牵头单位\t配合单位\t完成时限
1\t新建学校12所\t县教育局\t县财政局、县住建局\t9月底前
2\t改造医院2家，新建卫生院3所\t县卫生健康局\t县财政局\t年底前
2026年1月5日";
    let rows = ledger(table).items;
    let school = rows.iter().find(|row| row.content == "新建学校12所");
    let school = school.unwrap_or_else(|| panic!("{rows:#?}"));
    assert_eq!(school.lead, ["县教育局"]);
    assert_eq!(school.support, ["县财政局", "县住建局"]);
    assert_eq!(school.deadlines, ["2026-09"]);
}

#[test]
fn a_number_counts_that_is_no_heading() {
    let text = "北川县防汛工作通知\n一、要在5月底前新建水库3座，由县水利局牵头。\n二、三产业要新建园区8个。";
    let rows = ledger(text).sentences;
    assert_eq!(rows[0].number.as_deref(), Some("一、"));
    assert_eq!(rows[0].content, "要在5月底前新建水库3座，由县水利局牵头");
    assert_eq!(rows[1].number, None);
    assert_eq!(rows[1].content, "二、三产业要新建园区8个");
}

#[test]
fn rows_stand_where_their_spans_say() {
    let text = "𠀀川县工作安排\n\n要新建养老院3所，9月底前完成。";
    let row = &ledger(text).sentences[0];
    let units: Vec<u16> = text.replace("\n\n", "\n").encode_utf16().collect();
    let words = String::from_utf16(&units[row.span.start..row.span.end]).unwrap();
    assert_eq!(words, "要新建养老院3所，9月底前完成。");
}

fn claim(indicator: &str, value: f64, unit: &str, bound: Bound, measure: Measure) -> Claim {
    Claim {
        bound,
        measure,
        ..Claim::target(indicator, value, unit)
    }
}

#[test]
fn a_claim_has_one_wording() {
    let cases = [
        (
            claim(
                "城镇新增就业",
                550_000.0,
                "人",
                Bound::AtLeast,
                Measure::Change,
            ),
            "城镇新增就业 ≥55万人",
        ),
        (
            claim("蓄水量", 3e7, "立方米", Bound::Exact, Measure::Change),
            "蓄水量 增加3000万立方米",
        ),
        (
            claim("地区生产总值", 5.5, "%", Bound::About, Measure::Growth),
            "地区生产总值 增长约5.5%",
        ),
        (
            claim("能耗", -3.0, "%", Bound::AtLeast, Measure::Growth),
            "能耗 下降≥3%",
        ),
        (
            claim("漏损率", 12.0, "%", Bound::AtMost, Measure::Level),
            "漏损率 ≤12%",
        ),
        (
            claim("占比", 2.0, "pp", Bound::Exact, Measure::Change),
            "占比 增加2个百分点",
        ),
        (
            claim("总产值", 1.25e12, "元", Bound::Exact, Measure::Level),
            "总产值 1.25万亿元",
        ),
        (
            claim("排名", 3.0, "位", Bound::AtMost, Measure::Rank),
            "排名 前3位",
        ),
        (
            claim("", 12_345.678_9, "户", Bound::Exact, Measure::Level),
            "12345.6789户",
        ),
    ];
    for (claim, wording) in cases {
        assert_eq!(target(&claim), wording);
    }
    let range = Claim {
        value_max: Some(170_000.0),
        period: Some("2026-Q3".to_owned()),
        ..claim("收入", 130_000.0, "元", Bound::Range, Measure::Level)
    };
    assert_eq!(target(&range), "收入 13万–17万元（2026年第3季度）");
}

#[test]
fn periods_are_written_as_people_write_them() {
    let cases = [
        ("2026", "2026年"),
        ("2026-06", "2026年6月"),
        ("2026-06-05", "2026年6月5日"),
        ("2026-H1", "2026年上半年"),
        ("2021/2025", "2021年—2025年"),
        ("年底前", "年底前"),
        ("2026-", "2026-"),
        ("2026-H9", "2026-H9"),
        ("", ""),
    ];
    for (value, words) in cases {
        assert_eq!(period(value), words);
    }
}
