//! For when a figure is where its sentence does not say: by the paragraph that opens a part of a review, by a plan's
//! first year in a heading.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use xushi::Analyzer;
use xushi::model::{Claim, Status};
use xushi::reading::Dictionary;

/// The figures of a work report of January 2026 with this body, each with its period.
fn periods(body: &str) -> Vec<(String, String)> {
    let text = format!(
        "云汀市政府工作报告\n——2026年1月20日在云汀市第八届人民代表大会第五次会议上\n各位代表：\n{body}\n"
    );
    let analysis =
        Analyzer::new(Dictionary::built_in().unwrap()).analyze("text.txt", text.as_bytes());
    let claims = analysis.unwrap().documents.remove(0).claims;
    claims
        .into_iter()
        .map(|claim| (claim.text, claim.period.unwrap_or_default()))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(text, period): &(&str, &str)| ((*text).to_owned(), (*period).to_owned());
    expected.iter().map(own).collect()
}

#[test]
fn a_paragraph_opens_a_part_of_a_review_of_two_times() {
    let body = "一、“十四五”时期和2025年工作回顾\n\
        过去五年极不平凡。我们砥砺前行。\n\
        水利建设迈上台阶。新建水库12座，整治河道300公里。\n\
        各位代表！刚刚过去的2025年，是规划收官之年。\n\
        （一）经济稳中向好。\n\
        规上工业增加值增长6.2%，新增经营主体1.3万户。\n\
        （二）民生持续改善。\n\
        新建学校8所。";
    assert_eq!(
        periods(body),
        pairs(&[
            ("12座", "2021/2025"),
            ("300公里", "2021/2025"),
            ("6.2%", "2025"),
            ("1.3万户", "2025"),
            ("8所", "2025"),
        ])
    );
}

#[test]
fn the_other_way_round_too() {
    let body = "一、2025年工作和“十四五”发展成就\n\
        一年来，我们真抓实干。\n\
        新建水库2座。\n\
        五年来，全市上下接续奋斗，综合实力显著增强。\n\
        ——产业更强。培育规上企业120家。";
    assert_eq!(
        periods(body),
        pairs(&[("2座", "2025"), ("120家", "2021/2025")])
    );
}

#[test]
fn a_plan_that_begins_in_a_heading_is_its_first_year() {
    let body = "一、开拓奋进，努力实现“十五五”良好开局\n\
        （一）壮大实体经济\n\
        实施重点技改项目150个以上，全社会研发投入增长10%左右。";
    assert_eq!(periods(body), pairs(&[("150个", "2026"), ("10%", "2026")]));
}

#[test]
fn a_year_since_which_a_record_stands_dates_nothing() {
    let body = "一、2025年工作回顾\n\
        粮食总产量创2006年以来新高，单产创历史新高。\n\
        建成渔港6个，农业科技进步贡献率达到64%。";
    assert_eq!(periods(body), pairs(&[("6个", "2025"), ("64%", "2025")]));
}

/// The claims of a notice of March 2026 with this body: figure, status and period.
fn of_notice(title: &str, body: &str) -> Vec<(String, String, String)> {
    let text = format!(
        "云汀市人民政府办公室关于{title}的通知\n各县（区）人民政府，市政府各部门：\n{body}\n云汀市人民政府办公室\n2026年3月10日\n"
    );
    let analysis =
        Analyzer::new(Dictionary::built_in().unwrap()).analyze("text.txt", text.as_bytes());
    let claims = analysis.unwrap().documents.remove(0).claims;
    let told = claims.into_iter().map(|claim| {
        let status = serde_json::to_value(claim.status).unwrap();
        let status = status.as_str().unwrap().to_owned();
        (claim.text, status, claim.period.unwrap_or_default())
    });
    told.collect()
}

#[test]
fn the_goals_of_a_plan_go_on_below_the_year_that_opens_them() {
    let body = "一、总体要求\n\
        到2029年，规模以上纺织企业基本完成数字化改造，转型取得明显成效。\n\
        普及水平显著提升。关键工序数控化率达到78%。\n\
        服务能力明显增强。建设12个公共服务平台。\n\
        二、重点任务\n\
        （一）推进技术改造。每年组织对接活动6场。";
    let told = of_notice("印发纺织业数字化转型实施方案", body);
    let own = |text: &str| told.iter().find(|told| told.0 == text).unwrap();
    assert_eq!(own("78%").2, "2029");
    assert_eq!(own("12个").2, "2029");
    assert_ne!(own("6场").2, "2029");
}

#[test]
fn what_a_notice_asks_of_those_who_apply_is_no_goal() {
    let body = "为做好今年的申报工作，现将有关事项通知如下。\n\
        一、申报范围\n申报单位应在本市注册。联合申报的单位不超过3家。\n\
        二、推荐名额\n各县（区）推荐项目2个，市直部门推荐项目1个。\n\
        三、申报程序\n申报单位填写申请书一式4份。市级部门组织评审。评审结果公示5天。\n\
        四、其他事项\n到2028年，全市累计建成示范项目60个。逾期不予受理。";
    let told = of_notice("组织申报智能水务示范项目", body);
    let targets: Vec<&str> = (told.iter().filter(|told| told.1 == "target"))
        .map(|told| &*told.0)
        .collect();
    assert_eq!(targets, ["60个"]);
}

#[test]
fn what_is_told_of_today_is_not_of_the_year_named_before() {
    let speech = "云汀市市长在投资推介会上的讲话\n（2026年4月20日）\n各位来宾：\n\
        2011年，云汀设立了第一个开发区。目前，全市已有外资企业860家。\n";
    let analysis =
        Analyzer::new(Dictionary::built_in().unwrap()).analyze("text.txt", speech.as_bytes());
    let claims = analysis.unwrap().documents.remove(0).claims;
    let firms = claims.iter().find(|claim| claim.text == "860家").unwrap();
    assert_eq!(firms.period, None);
}

#[test]
fn a_year_and_what_came_since_are_a_stretch() {
    let body = "一、2025年工作回顾\n\
        2021年以来，全市累计改造管网820公里。\n\
        自2019年以来，发放助学金3600万元。\n\
        今年以来，引进项目23个。";
    assert_eq!(
        periods(body),
        pairs(&[
            ("820公里", "2021/2025"),
            ("3600万元", "2019/2025"),
            ("23个", "2026"),
        ])
    );
}

#[test]
fn an_amount_that_is_compared_with_has_its_own_time() {
    let body = "一、2025年工作回顾\n\
        1—6月，组织财政收入15.2亿元，比上年同期14.5亿元增长4.8%。\n\
        接待游客320万人次，较2019年的280万人次增长14.3%。";
    let told = periods(body);
    let of = |text: &str| told.iter().find(|one| one.0 == text).unwrap().1.clone();
    assert_eq!(of("14.5亿元"), "2024");
    assert_eq!(of("280万人次"), "2019");
    assert_eq!(of("4.8%"), "2025-01/2025-06");
    assert_eq!(of("14.3%"), "2025");
}

/// The figures of a text without title and date.
fn untitled(text: &str) -> Vec<(String, String, Status)> {
    let analysis =
        Analyzer::new(Dictionary::built_in().unwrap()).analyze("text.txt", text.as_bytes());
    let claims = analysis.unwrap().documents.remove(0).claims;
    let told = |claim: Claim| (claim.text, claim.period.unwrap_or_default(), claim.status);
    claims.into_iter().map(told).collect()
}

#[test]
fn a_bulletin_without_its_title_tells_of_the_year_that_it_opens_with() {
    let text = "2024年，面对复杂形势，全县上下奋力拼搏，经济稳中有进。\n\
        一、综合\n\
        全县实现地区生产总值212.4亿元，比上年增长5.1%。其中，第一产业增加值31.2亿元，增长3.9%。\n\
        二、农业\n\
        全年粮食产量42.6万吨，下降1.8%，其中：夏粮8.1万吨，增长0.6%。稻谷产量19.3万吨，增长0.4%。\n\
        年末生猪存栏26万头。";
    for (figure, period, status) in untitled(text) {
        assert_eq!((&*period, status), ("2024", Status::Actual), "{figure}");
    }
    let plan = "2024年，全县上下要抢抓机遇，力争各项指标好于上年。\n\
        抓好项目建设，开工重点项目30个。\n\
        加快园区建设，引进企业12家。\n\
        提升农业水平，建设高标准农田5万亩。\n\
        推进城镇更新，改造老旧小区20个。\n\
        办好民生实事，新增学位3000个。";
    for (figure, _, status) in untitled(plan) {
        assert_eq!(status, Status::Target, "{figure}");
    }
}

#[test]
fn the_prices_of_a_year_date_no_figure() {
    let body = "一、2025年工作回顾\n\
        按2024年平均汇率计算，人均生产总值达到12300美元。";
    assert_eq!(periods(body), pairs(&[("12300美元", "2025")]));
}

#[test]
fn what_dates_a_name_dates_what_is_said_of_it_later() {
    let body = "一、2025年工作回顾\n\
        经最终核实2023年全市生产总值现价总量为1280亿元，比上年增长6.4%。\n\
        入选2024年百强榜单，工业产值增长7%。";
    assert_eq!(
        periods(body),
        pairs(&[("1280亿元", "2023"), ("6.4%", "2023"), ("7%", "2025")])
    );
}
