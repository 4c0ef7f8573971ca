//! For when a figure is where its sentence does not say: by the paragraph that opens a part of a review, by a plan's
//! first year in a heading.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use xushi::Analyzer;
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
