//! Whose amount a claim tells, the common form of its name, of which whole it is a part and what it is compared with.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use xushi::Analyzer;
use xushi::model::{Claim, Status};
use xushi::reading::Dictionary;

/// The claims of a sentence in the review of a work report.
fn claims(sentence: &str) -> Vec<Claim> {
    let text = format!(
        "云汀市政府工作报告\n（2026年1月20日）\n各位代表：\n一、2025年工作回顾\n{sentence}\n"
    );
    let analysis =
        Analyzer::new(Dictionary::built_in().unwrap()).analyze("text.txt", text.as_bytes());
    let documents = analysis.unwrap().documents;
    documents
        .into_iter()
        .flat_map(|document| document.claims)
        .collect()
}

/// `name · scope · of · compared with (basis, period)` of each claim.
fn told(sentence: &str) -> Vec<String> {
    let basis = |claim: &Claim| {
        let base = claim.compared_with.as_ref()?;
        let kind = serde_json::to_value(base.basis).unwrap();
        let period = base.period.as_deref().unwrap_or("-");
        Some(format!(
            "{} ({} {period})",
            base.text,
            kind.as_str().unwrap()
        ))
    };
    let of = |claim: &Claim| Some(claim.of.as_ref()?.value.clone());
    let or_dash = |words: Option<String>| words.unwrap_or_else(|| "-".to_owned());
    let tell = |claim: &Claim| {
        let scope = claim.scope.join(" ");
        format!(
            "{} · {scope} · {} · {}",
            claim.name,
            or_dash(of(claim)),
            or_dash(basis(claim))
        )
    };
    claims(sentence).iter().map(tell).collect()
}

#[test]
fn names_that_mean_the_same_have_one_form() {
    for (sentence, name) in [
        ("规上工业增加值增长6%。", "规模以上工业增加值"),
        ("规模以上工业增加值增长6%。", "规模以上工业增加值"),
        ("规上服务业营业收入增长6%。", "规模以上服务业营业收入"),
        ("限上批发业销售额增长6%。", "限额以上批发业销售额"),
        ("GDP增长6%。", "生产总值"),
        ("地区生产总值增长6%。", "生产总值"),
        ("全市生产总值增长6%。", "生产总值"),
        ("外贸进出口总额增长6%。", "进出口总额"),
        ("“四上”企业达到60家。", "四上企业"),
        ("城镇化率达到60%。", "常住人口城镇化率"),
        ("茶叶产量增长6%。", "茶叶产量"),
    ] {
        let names: Vec<String> = claims(sentence)
            .into_iter()
            .map(|claim| claim.name)
            .collect();
        assert_eq!(names, [name], "{sentence}");
    }
}

#[test]
fn scope_stands_before_a_name_or_at_its_head() {
    for (sentence, wanted) in [
        ("全市完成茶叶产量8万吨。", "茶叶产量 · 全市 · - · -"),
        (
            "全县规上工业企业达到80家。",
            "规模以上工业企业 · 全县 规上 · - · -",
        ),
        ("城镇新增就业5万人。", "城镇新增就业 · 城镇 · - · -"),
        (
            "农村公路总里程达到800公里。",
            "农村公路总里程 · 农村 · - · -",
        ),
        ("城镇化率达到60%。", "常住人口城镇化率 ·  · - · -"),
        ("茶园面积8万亩。", "茶园面积 ·  · - · -"),
    ] {
        assert_eq!(told(sentence), [wanted], "{sentence}");
    }
}

#[test]
fn a_share_has_its_whole() {
    for (sentence, wanted) in [
        (
            "茶业产值占全县农业总产值的40%。",
            "茶业产值 ·  · 全县农业总产值 · -",
        ),
        (
            "服务业占生产总值的比重达到52%。",
            "服务业 ·  · 生产总值 · -",
        ),
        ("茶园面积居全省第三位。", "茶园面积 ·  · 全省 · -"),
        ("绿茶占比达到52%。", "绿茶 ·  · - · -"),
    ] {
        assert_eq!(told(sentence), [wanted], "{sentence}");
    }
}

#[test]
fn a_comparison_has_its_base() {
    for (sentence, wanted) in [
        (
            "茶叶产量比上年增长6%。",
            "茶叶产量 ·  · - · 上年 (period 2024)",
        ),
        (
            "茶叶产量较2020年增长60%。",
            "茶叶产量 ·  · - · 2020年 (period 2020)",
        ),
        (
            "茶叶产量同比增长6%。",
            "茶叶产量 ·  · - · 同比 (period 2024)",
        ),
        ("茶叶产量比预算增长6%。", "茶叶产量 ·  · - · 预算 (plan -)"),
        ("茶叶产量增长6%。", "茶叶产量 ·  · - · -"),
    ] {
        assert_eq!(told(sentence), [wanted], "{sentence}");
    }
    let other = told("茶业增速达到9.4%，高于全省平均水平2.1个百分点。");
    assert_eq!(other[1], "茶业 ·  · - · 全省平均水平 (place -)");
    let other = told("茶业增速达到9.4%，高于工业增速2.1个百分点。");
    assert_eq!(other[1], "茶业 ·  · - · 工业增速 (other -)");
}

#[test]
fn what_things_must_be_like_is_no_goal() {
    let status = |sentence: &str| claims(sentence)[0].status;
    for sentence in [
        "对时速160公里以上线路实行封闭管理。",
        "年用电量5000万度以上的企业全部参与交易。",
        "日处理能力2万吨以上污水处理厂联网监测。",
        "年收入3万元以下农户优先入股。",
        "海拔800米以上村庄全部搬迁。",
    ] {
        assert_eq!(status(sentence), Status::Other, "{sentence}");
    }
    for sentence in [
        "供水能力达到5万吨以上。",
        "新建绿道5公里以上。",
        "总投资50亿元的光伏项目开工。",
        "日处理能力新增2万吨。",
    ] {
        assert_eq!(status(sentence), Status::Actual, "{sentence}");
    }
}

#[test]
fn what_a_review_expects_of_its_own_year_is_done() {
    let status = |sentence: &str| claims(sentence)[0].status;
    assert_eq!(status("全市生产总值有望突破3000亿元。"), Status::Actual);
    assert_eq!(status("预计全市生产总值突破3000亿元。"), Status::Actual);
    assert_eq!(
        status("到2030年，全市生产总值有望突破5000亿元。"),
        Status::Target
    );
}

#[test]
fn groups_of_ages_are_no_figures_and_prices_are_compared() {
    let told: Vec<(String, String)> = claims(
        "0—17岁、18—34岁和60岁及以上人口分别为1.9万人、2.1万人和2.6万人，居民消费价格比上年上涨0.8%，人口自然增长率比上年下降2.4个千分点。",
    )
    .into_iter()
    .filter(|claim| claim.status != Status::Other)
    .map(|claim| (claim.indicator, claim.text))
    .collect();
    let figures: Vec<&str> = told.iter().map(|one| &*one.1).collect();
    assert_eq!(
        figures,
        ["1.9万人", "2.1万人", "2.6万人", "0.8%", "2.4个千分点"]
    );
    assert_eq!(told[3].0, "居民消费价格");
}
