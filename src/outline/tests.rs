//! Outlines of texts as people write them.

use crate::layout::lay_out;
use crate::model::Heading;
use crate::outline::outline;

/// A line a heading: level, title, and how its section ends.
fn read(source: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for layout in lay_out(source).documents {
        collect(
            &outline(&layout.text, &layout.blocks),
            &layout.text,
            &mut lines,
        );
    }
    lines
}

fn collect(headings: &[Heading], text: &str, lines: &mut Vec<String>) {
    for heading in headings {
        let section = heading.section.of(text).trim_end();
        let last: String = section
            .chars()
            .skip(section.chars().count().saturating_sub(5))
            .collect();
        lines.push(format!("{} {} → {last}", heading.level, heading.title));
        collect(&heading.children, text, lines);
    }
}

#[test]
fn all_forms_nest_as_they_are_written() {
    let source = "一、总体要求\n坚持稳字当头。\n二、重点任务\n（一）修路架桥。全年新修公路三百公里。\n1.国道。改造国道六十公里。\n（1）桥梁\n新建桥梁十二座。\n2.省道。改造省道九十公里。\n（二）兴修水利。恢复灌溉面积八万亩。\n三、保障措施\n各级要抓好落实。";
    assert_eq!(
        read(source),
        [
            "1 一、总体要求 → 稳字当头。",
            "1 二、重点任务 → 积八万亩。",
            "2 （一）修路架桥 → 九十公里。",
            "3 1.国道 → 梁十二座。",
            "4 （1）桥梁 → 梁十二座。",
            "3 2.省道 → 九十公里。",
            "2 （二）兴修水利 → 积八万亩。",
            "1 三、保障措施 → 抓好落实。",
        ]
    );
}

#[test]
fn a_list_may_stand_under_a_section_of_a_form_that_usually_stands_below_it() {
    let source = "（一）经济形势\n经济稳中向好。\n（二）今后任务\n任务有两项。\n一、发展农业\n种好一千万亩田。\n二、发展工业\n办好五百家工厂。\n（三）发展前景\n前景十分广阔。";
    assert_eq!(
        read(source),
        [
            "1 （一）经济形势 → 稳中向好。",
            "1 （二）今后任务 → 百家工厂。",
            "2 一、发展农业 → 千万亩田。",
            "2 二、发展工业 → 百家工厂。",
            "1 （三）发展前景 → 十分广阔。",
        ]
    );
}

#[test]
fn items_inside_paragraphs_are_children_of_their_heading() {
    let source = "一、认清形势。一是产业偏重，高耗能行业占比达到四成。二是创新不足。三是要素趋紧。\n二、抓好落实\n一要领导带头。各级主要负责同志亲自抓。\n二要部门协同。建立联席会议制度。\n大家要马上行动起来。";
    assert_eq!(
        read(source),
        [
            "1 一、认清形势 → 要素趋紧。",
            "2 一是产业偏重，高耗能行业占比达到四成 → 达到四成。",
            "2 二是创新不足 → 创新不足。",
            "2 三是要素趋紧 → 要素趋紧。",
            "1 二、抓好落实 → 行动起来。",
            "2 一要领导带头 → 志亲自抓。",
            "2 二要部门协同 → 会议制度。",
        ]
    );
}

#[test]
fn a_lone_first_item_is_running_text() {
    assert_eq!(
        read("这件事一是难度大。首先要统一思想。第一，大家要重视。"),
        [""; 0]
    );
}

#[test]
fn a_heading_run_into_the_text_is_found_where_the_numbers_prove_it() {
    let source = "一、成绩来之不易。新建学校十七所。二、问题不容回避。缺编教师二百名。\n三、任务十分艰巨。三年补充教师五百名。";
    assert_eq!(
        read(source),
        [
            "1 一、成绩来之不易 → 校十七所。",
            "1 二、问题不容回避 → 师二百名。",
            "1 三、任务十分艰巨 → 师五百名。",
        ]
    );
    let running = "一、成绩来之不易。新建学校十七所。一、二产业比重下降。\n二、任务十分艰巨。三年补充教师五百名。";
    assert_eq!(read(running).len(), 2);
}

#[test]
fn short_lines_between_paragraphs_are_headings_and_rows_of_a_table_are_none() {
    let source = "守好一方水土\n张志远\n\n水是生命之源。\n\n把水管起来\n\n落实河长一千名。\n\n把水用起来\n\n恢复灌溉面积九万亩。\n\n甲镇 三万亩\n\n乙镇 四万亩\n\n丙镇 二万亩";
    assert_eq!(
        read(source),
        ["1 把水管起来 → 长一千名。", "1 把水用起来 → 镇 二万亩"]
    );
}

#[test]
fn numbering_without_end_nests_no_deeper_than_the_limit() {
    let source = "一、题\n（一）题\n1.题目\n（1）题\n①题目\n".repeat(20);
    let deepest = read(&source).iter().map(|line| line.chars().next()).max();
    assert!(deepest.flatten() <= Some('9'));
}

#[test]
fn a_list_that_starts_over_below_an_unnumbered_heading_stands_under_it() {
    let source = "过去五年\n五年来成绩显著。\n一、农业\n粮食丰收。\n二、工业\n工业壮大。\n今后五年\n今后要做好两件事。\n一、水利\n修好水库。\n二、交通\n修好公路。";
    assert_eq!(
        read(source)[2..],
        [
            "1 今后五年 → 修好公路。",
            "2 一、水利 → 修好水库。",
            "2 二、交通 → 修好公路。",
        ]
    );
}

#[test]
fn words_that_are_explained_are_no_headings() {
    let source = "一、回顾\n修好了水渠。\n二、打算\n再办一所夜校。\n名词解释\n1.两治：治水、治林。\n2.一校\n指乡镇夜校。";
    let read = read(source);
    let titles: Vec<&str> = read
        .iter()
        .map(|line| &line[..line.find(" →").unwrap_or(0)])
        .collect();
    assert_eq!(titles, ["1 一、回顾", "1 二、打算", "1 名词解释"]);
}
