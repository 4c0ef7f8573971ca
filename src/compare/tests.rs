//! Planted differences, told back.
// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use super::Asked;
use crate::model::{
    ComparisonKind, ComparisonOrder, Outcome, SentenceChange, TargetChange, TextComparison, Uptake,
};
use crate::reading::Dictionary;
use crate::{Analyzer, Opened};

fn compare(one: &str, other: &str, asked: Asked) -> TextComparison {
    let analyzer = Analyzer::new(Dictionary::built_in().unwrap());
    let opened = |text: &'static str, name| Opened {
        name,
        bytes: text.as_bytes(),
        kept: &[],
        stated: Vec::new(),
        document: 0,
    };
    let [one, other] = [one, other].map(|text| &*Box::leak(text.to_owned().into_boxed_str()));
    analyzer
        .compare(opened(one, "甲.txt"), opened(other, "乙.txt"), asked)
        .unwrap()
}

const EARLIER: &str = "白浪市政府工作报告\n2025年1月12日\n一、2024年工作回顾\n过去一年，全市地区生产总值增长6%。\n\
二、2025年工作安排\n今年的主要目标是：地区生产总值增长6.5%以上，城镇新增就业3.2万人，居民消费价格涨幅控制在2%以内，\
粮食产量达到12亿斤，单位能耗下降3%。新建公园4座。到2027年，森林覆盖率达到41%。";

const LATER: &str = "白浪市政府工作报告\n2026年1月10日\n一、2025年工作回顾\n过去一年，全市地区生产总值增长6.8%，城镇新增就业2.9万人。\
粮食产量61万吨。居民消费价格总体平稳。森林覆盖率达到39.5%。\n\
二、2026年工作安排\n今年的主要目标是：地区生产总值增长6%左右，城镇新增就业3.5万人，居民消费价格涨幅控制在2%以内。";

fn outcome<'c>(comparison: &'c TextComparison, indicator: &str) -> &'c crate::model::ResultRow {
    let mut rows = comparison.results.iter();
    rows.find(|row| row.indicator.contains(indicator)).unwrap()
}

#[test]
fn each_target_is_looked_for_in_the_later_text() {
    let comparison = compare(LATER, EARLIER, Asked::default());
    assert_eq!(comparison.kind, ComparisonKind::Promise);
    assert_eq!(comparison.order, ComparisonOrder::Dates);
    assert!(comparison.swapped);
    let told = [
        "生产总值",
        "新增就业",
        "消费价格",
        "粮食",
        "能耗",
        "公园",
        "森林",
    ];
    let outcomes = told.map(|name| outcome(&comparison, name).outcome);
    assert_eq!(
        outcomes,
        [
            Outcome::Met,
            Outcome::Missed,
            Outcome::Reported,
            // 61万吨 are 12.2亿斤.
            Outcome::Met,
            Outcome::Unmentioned,
            Outcome::Unmentioned,
            Outcome::Due,
        ]
    );
    let text = outcome(&comparison, "森林").result.as_ref().unwrap();
    assert_eq!(text.figure.as_deref(), Some("39.5%"));
}

/// What becomes of the targets of 2025 in a report of 2026, by what is measured.
fn told(targets: &str, results: &str, indicator: &str) -> (Outcome, Option<String>) {
    let earlier = format!("白浪市政府工作报告\n2025年1月12日\n二、2025年工作安排\n{targets}");
    let later = format!("白浪市政府工作报告\n2026年1月10日\n一、2025年工作回顾\n{results}");
    let comparison = compare(&earlier, &later, Asked::default());
    let row = outcome(&comparison, indicator);
    let result = row.result.as_ref();
    (row.outcome, result.and_then(|one| one.figure.clone()))
}

#[test]
fn one_matter_is_found_under_two_names() {
    let figure = |words: &str| Some(words.to_owned());
    let paid = told(
        "居民基本医保财政补助标准由每人每年640元提高到670元。",
        "过去一年，城乡居民基本医疗保险财政补助标准提高到670元。",
        "补助",
    );
    assert_eq!(paid, (Outcome::Met, figure("670元")));
    let built = told(
        "今年保障性住房基本建成1200套，新开工800套。",
        "过去一年，新开工保障性安居工程760套，基本建成1310套。",
        "保障性住房",
    );
    assert_eq!(built, (Outcome::Met, figure("1310套")));
    let less = told(
        "今年能源消耗强度降低3%以上。",
        "过去一年，单位地区生产总值能耗下降3.4%。",
        "能源消耗强度",
    );
    assert_eq!(less.0, Outcome::Met);
}

#[test]
fn what_years_came_to_answers_no_year_unless_it_holds_at_their_end() {
    let summed = told(
        "今年新建改建农村公路90公里。",
        "五年来，新建改建农村公路430公里。",
        "农村公路",
    );
    assert_eq!(summed, (Outcome::Reported, Some("430公里".to_owned())));
    let held = told(
        "今年高中阶段毛入学率达到95%。",
        "五年来，高中阶段毛入学率由91%提高到95.5%。",
        "入学率",
    );
    assert_eq!(held.0, Outcome::Met);
}

#[test]
fn what_a_yearly_rate_comes_to_is_no_rate_of_the_last_year() {
    let growth = told(
        "今年地区生产总值增长6%左右。",
        "2025年与2020年相比，地区生产总值增长38%，“十四五”时期年均增长6.7%。",
        "生产总值",
    );
    assert_eq!(growth.0, Outcome::Reported);
}

#[test]
fn a_purpose_a_payer_and_another_measure_are_not_what_was_promised() {
    let purpose = told(
        "今年安排农村电网改造经费300万元。",
        "过去一年，农村电网改造扎实推进。",
        "农村电网",
    );
    assert_eq!(purpose.0, Outcome::Unmentioned);
    let measure = told(
        "今年财政赤字控制在2亿元以内。",
        "过去一年，财政赤字率保持稳定。",
        "财政赤字",
    );
    assert_eq!(measure.0, Outcome::Unmentioned);
}

#[test]
fn a_result_without_a_figure_is_told_by_the_end_of_a_name() {
    let fell = told(
        "今年城镇调查失业率控制在5.5%以内。",
        "过去一年，全市地区生产总值增长6.8%，失业率为多年来最低。",
        "失业率",
    );
    assert_eq!(fell.0, Outcome::Reported);
}

#[test]
fn where_a_name_does_not_tell_the_clause_before_it_does() {
    let clause = told(
        "继续推进水库除险加固工程，市财政拟投入2600万元。",
        "过去一年，全市地区生产总值增长6.8%。水库除险加固工程进展顺利。",
        "市财政",
    );
    assert_eq!(clause, (Outcome::Reported, None));
    let one_change = told(
        "大规模增加公共投入，市财政拟安排2600万元。",
        "过去一年，全市地区生产总值增长6.8%。大规模增加就业岗位。",
        "市财政",
    );
    assert_eq!(one_change.0, Outcome::Unmentioned);
}

#[test]
fn one_figure_in_sentences_that_are_alike_is_one_matter() {
    let vaccines = told(
        "扩大全市儿童免疫接种范围，将水痘、流感等12种可以预防的疾病纳入免疫接种。",
        "过去一年，全市儿童免疫接种的病种由9种扩大到12种。",
        "",
    );
    assert_eq!(vaccines, (Outcome::Met, Some("12种".to_owned())));
}

#[test]
fn a_rate_is_the_share_that_it_stands_for_and_prices_have_two_names() {
    let deficit = told(
        "今年财政赤字率控制在2%左右。",
        "过去一年，财政赤字占全市生产总值的2%。",
        "赤字率",
    );
    assert_eq!(deficit.0, Outcome::Met);
    let prices = told(
        "今年居民消费价格涨幅控制在2%以内。",
        "过去一年，全市地区生产总值增长6.8%，物价总水平基本稳定。",
        "消费价格",
    );
    assert_eq!(prices.0, Outcome::Reported);
}

#[test]
fn how_much_more_than_the_year_before_is_no_target_of_its_own() {
    let earlier = "白浪市政府工作报告\n2025年1月12日\n二、2025年工作安排\n今年安排水利建设资金4亿元，比上年增加3000万元。";
    let comparison = compare(earlier, LATER, Asked::default());
    let figures: Vec<_> = (comparison.results.iter())
        .map(|row| row.target.figure.clone().unwrap_or_default())
        .collect();
    assert_eq!(figures, ["4亿元"]);
}

#[test]
fn places_are_code_units_of_the_text_that_they_stand_in() {
    let comparison = compare(EARLIER, LATER, Asked::default());
    let result = outcome(&comparison, "粮食").result.as_ref().unwrap();
    let units: Vec<u16> = LATER.encode_utf16().collect();
    let words = String::from_utf16(&units[result.span.start..result.span.end]).unwrap();
    assert_eq!(words, "61万吨");
}

#[test]
fn targets_of_both_are_raised_lowered_softened_and_dropped() {
    let comparison = compare(EARLIER, LATER, Asked::default());
    let changes = |name: &str| {
        let mut rows = comparison.targets.iter();
        let row = rows.find(|row| row.indicator.contains(name)).unwrap();
        row.changes.clone()
    };
    assert_eq!(
        changes("生产总值"),
        [TargetChange::Lowered, TargetChange::Softened]
    );
    assert_eq!(changes("新增就业"), [TargetChange::Raised]);
    assert_eq!(changes("消费价格"), [TargetChange::Same]);
    assert_eq!(changes("粮食"), [TargetChange::Dropped]);
}

#[test]
fn a_lower_text_copies_makes_concrete_waters_down_and_leaves_out() {
    let upper = "云岭省人民政府关于加快养老服务发展的通知\n各市人民政府：\n一、主要任务\n\
        必须建立居家老年人探访关爱制度。\n推进社区食堂建设。\n完善养老护理员培训补贴政策。\n开展养老机构消防安全整治。\n\
        2026年2月3日";
    let lower = "云岭省白浪市人民政府关于加快养老服务发展的通知\n各县人民政府：\n一、主要任务\n\
        鼓励建立居家老年人探访关爱制度。\n推进社区食堂建设，年底前新建社区食堂12家。（市民政局负责）\n\
        完善养老护理员培训补贴政策。\n2026年4月9日";
    let asked = Asked {
        kind: Some(ComparisonKind::Level),
        as_given: true,
    };
    let comparison = compare(upper, lower, asked);
    let uptakes = |words: &str| {
        let mut rows = comparison.tasks.iter();
        let row = rows.find(|row| {
            row.first
                .as_ref()
                .is_some_and(|first| first.words.contains(words))
        });
        row.map(|row| row.uptakes.clone()).unwrap()
    };
    assert!(uptakes("探访").contains(&Uptake::Weaker));
    assert!(uptakes("食堂").contains(&Uptake::Figure));
    assert!(uptakes("食堂").contains(&Uptake::Deadline));
    assert_eq!(uptakes("补贴"), [Uptake::Copied]);
    assert_eq!(uptakes("消防"), [Uptake::Absent]);
}

#[test]
fn a_draft_tells_what_moved_changed_came_and_went() {
    let before = "甲项工作要抓紧推进。乙村道路年内修通。丙厂必须完成搬迁改造。丁校操场已经翻新。";
    let after =
        "乙村道路年内修通。戊桥加固工程已经开工。丙厂鼓励完成搬迁改造。甲项工作要抓紧推进。";
    let asked = Asked {
        kind: Some(ComparisonKind::Wording),
        as_given: true,
    };
    let comparison = compare(before, after, asked);
    let told: Vec<(SentenceChange, bool, i32)> = (comparison.sentences.iter())
        .map(|row| (row.change, row.moved, row.firmness))
        .collect();
    assert_eq!(
        told,
        [
            (SentenceChange::Same, false, 0),
            (SentenceChange::New, false, 0),
            (SentenceChange::Changed, false, -1),
            (SentenceChange::Dropped, false, 0),
            (SentenceChange::Moved, true, 0),
        ]
    );
}

#[test]
fn one_text_beside_itself_says_so() {
    let comparison = compare(EARLIER, EARLIER, Asked::default());
    assert_eq!(comparison.kind, ComparisonKind::Wording);
    let codes: Vec<&str> = comparison.notes.iter().map(|note| &*note.code).collect();
    assert_eq!(codes, ["compare.note.same"]);
    assert!(
        comparison
            .sentences
            .iter()
            .all(|row| row.change == SentenceChange::Same)
    );
    let is_same = |row: &crate::model::TargetRow| row.changes == [TargetChange::Same];
    assert!(comparison.targets.iter().all(is_same));
}

#[test]
fn texts_without_date_or_figure_are_told_of() {
    let comparison = compare(
        "会议在友好的气氛中结束。",
        "大家表示满意。",
        Asked::default(),
    );
    let codes: Vec<&str> = comparison.notes.iter().map(|note| &*note.code).collect();
    assert_eq!(codes, ["compare.note.undated", "compare.note.targets"]);
    assert!(comparison.results.is_empty());
}
