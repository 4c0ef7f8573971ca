//! Notes without brackets, tables, and what a note leaves of the subject.

use super::{read_tasks, told, told_of};
use crate::layout::lay_out;
use crate::outline::outline;

/// The tasks of the last document of a source, each with its owners and deadlines.
fn of_source(source: &str) -> Vec<String> {
    let layouts = lay_out(source);
    let Some(layout) = layouts.documents.last() else {
        return Vec::new();
    };
    let outline = outline(&layout.text, &layout.blocks);
    told_of(read_tasks(layout, &outline, &[]))
}

#[test]
fn a_sentence_that_only_says_who_is_a_note() {
    assert_eq!(
        told(
            "要加强水厂巡查，公布水质结果。此项工作由各级水务部门牵头会同卫生、环保等部门组织实施。"
        ),
        ["加强水厂巡查，公布水质结果: 各级水务部门 Lead, 卫生 Support, 环保 Support | "]
    );
    assert_eq!(
        told("要修复北河堤防。由县水利局牵头落实，县财政局和各乡镇配合。"),
        ["修复北河堤防: 县水利局 Lead, 县财政局 Support, 各乡镇 Support | "]
    );
    // What is to be done stands in it too.
    assert_eq!(
        told("要修复北河堤防。由县水利局制定修复方案。"),
        [
            "修复北河堤防:  | ",
            "由县水利局制定修复方案: 县水利局 Responsible | "
        ]
    );
}

#[test]
fn a_list_waits_for_what_is_said_of_all() {
    assert_eq!(
        told("要修建学校食堂（县教育局牵头，县财政局、县卫健局，各乡镇、开发区管委会配合）。"),
        [
            "修建学校食堂: 县教育局 Lead, 县财政局 Support, 县卫健局 Support, 各乡镇 Support, 开发区管委会 Support | "
        ]
    );
    assert_eq!(
        told("要修建学校食堂。〔责任单位：县教育局、各市、县〔区〕人民政府〕"),
        ["修建学校食堂: 县教育局 Responsible, 各市、县〔区〕人民政府 Responsible | "]
    );
}

#[test]
fn where_a_note_says_who_leads_the_subject_adds_nobody() {
    assert_eq!(
        told("收费单位要公示收费依据（县财政局牵头，县市场监管局配合）。"),
        ["公示收费依据: 县财政局 Lead, 县市场监管局 Support | "]
    );
    assert_eq!(
        told("供水企业要公示收费依据（县水务局负责）。"),
        ["公示收费依据: 供水企业 Responsible, 县水务局 Responsible | "]
    );
}

#[test]
fn a_point_in_time_behind_a_preposition_is_due_and_a_beginning_is_not() {
    assert_eq!(
        told("各乡镇必须于8月1日前报送名单。"),
        ["于8月1日前报送名单: 各乡镇 Responsible | 2024-08-01"]
    );
    assert_eq!(
        told("2026年起，各乡镇要公布水质结果。"),
        ["公布水质结果: 各乡镇 Responsible | "]
    );
}

#[test]
fn what_a_word_describes_as_there_already_is_still_to_be_done() {
    for sentence in ["推动已建成的水厂扩建。", "要整合现有水厂。"] {
        assert_eq!(
            told(&format!("要加快建设。{sentence}")).len(),
            2,
            "{sentence}"
        );
    }
}

#[test]
fn kinds_of_bodies_that_are_joined_are_one_name() {
    assert_eq!(
        told("要公布水质结果（县水利局、各有关部门和单位按职责分工负责）。"),
        ["公布水质结果: 县水利局 Responsible, 各有关部门和单位 Responsible | "]
    );
    assert_eq!(
        told("要公布水质结果（县卫健局和县水利局负责）。"),
        ["公布水质结果: 县卫健局 Responsible, 县水利局 Responsible | "]
    );
    assert_eq!(
        told("要公布水质结果（县卫健委员会和县政府办公室负责）。"),
        ["公布水质结果: 县卫健委员会 Responsible, 县政府办公室 Responsible | "]
    );
    assert_eq!(
        told("要修复北河堤防（各市〔州〕、各县〔市、区、特区〕人民政府负责）。"),
        ["修复北河堤防: 各市〔州〕 Responsible, 各县〔市、区、特区〕人民政府 Responsible | "]
    );
}

#[test]
fn a_time_that_says_of_whom_a_sentence_speaks_is_no_deadline() {
    assert_eq!(told("对6月底前报名的企业，要发放补助。"), ["发放补助:  | "]);
    assert_eq!(
        told("对去年报名的企业，要在6月底前发放补助。"),
        ["在6月底前发放补助:  | 2024-06"]
    );
    let due = told("对未达标的企业6月底前必须完成全部的治理任务，逾期关停。");
    assert!(due.iter().any(|task| task.ends_with("2024-06")), "{due:?}");
}

/// A plan of two sections with two items each, a note behind the last item of each and, where there is one, behind the first.
fn of_sections(behind_first: &str) -> Vec<String> {
    of_source(&format!(
        "云溪县抓好供水行动方案\n\n一、修好水厂\n（一）修复北河水厂。要更换水泵。\n{behind_first}（二）扩建南山水厂。要建设南山泵站。\n\
         牵头单位：县水利局，责任单位：各乡镇\n二、管好水质\n（三）公布水质结果。要公布检测结果。\n（四）查处污染。要整治排污口。\n\
         牵头单位：县卫健局，责任单位：各乡镇\n"
    ))
}

#[test]
fn notes_that_close_all_sections_are_said_of_all_their_items() {
    let found = of_sections("");
    let named = |owner: &str| found.iter().filter(|task| task.contains(owner)).count();
    assert_eq!(
        found.len(),
        named("县水利局 Lead") + named("县卫健局 Lead"),
        "{found:#?}"
    );
    assert!(
        named("县水利局 Lead") >= 2 && named("县卫健局 Lead") >= 2,
        "{found:#?}"
    );
    // Where another item has a note, each is its own item's.
    for note in [
        "责任单位：县财政局\n",
        "责任单位：县财政局。配合单位：县审计局。\n",
    ] {
        apart(&of_sections(note));
    }
}

/// What stands above items whose owners are their own has none of theirs.
fn apart(found: &[String]) {
    let named = |owner: &str| found.iter().filter(|task| task.contains(owner)).count();
    assert!(named("县财政局") > 0, "{found:#?}");
    assert!(
        (found.iter()).all(|task| !task.contains("更换水泵") || !task.contains("县水利局")),
        "{found:#?}"
    );
    assert!(
        (found.iter()).all(|task| !task.contains("公布检测") || !task.contains("县卫健局")),
        "{found:#?}"
    );
}

#[test]
fn rows_that_spaces_divide_are_tasks_with_their_owners() {
    let found = of_source(
        "云溪县抓好供水行动方案\n\n任务分工\n序号 工作任务 负责部门 时间进度\n\
         1 修复北河水厂 县水利局、县财政局 2027年底前完成\n\
         山区\n\
         2 铺设山区管网 县住建局 2026-2028年实施\n\
         3 公布水质结果 县卫健局 2027年起实施\n",
    );
    assert_eq!(
        found,
        [
            "修复北河水厂: 县水利局 Responsible, 县财政局 Responsible | 2027",
            "铺设山区管网: 县住建局 Responsible | 2028",
            "公布水质结果: 县卫健局 Responsible | ",
        ]
    );
}

#[test]
fn rows_whose_cells_have_a_line_each_begin_with_the_body() {
    let found = of_source(
        "云溪县抓好健康行动方案\n\n部门\n重点任务\n健康因素\n县教育局\n办好学校食堂，改善学校卫生环境。\n健康环境\n\
         县工信局\n加强企业节能降耗。\n健康资源\n县交通运输局\n发展公共交通。\n健康环境\n",
    );
    assert_eq!(
        found,
        [
            "办好学校食堂，改善学校卫生环境: 县教育局 Responsible | ",
            "加强企业节能降耗: 县工信局 Responsible | ",
            "发展公共交通: 县交通运输局 Responsible | ",
        ]
    );
}

#[test]
fn owners_named_once_stand_for_all_that_follows() {
    let each = "县财政局 Responsible, 各乡镇人民政府 Responsible, 开发区管委会 Responsible";
    assert_eq!(
        told(
            "要修复水厂（县水利局负责。以下均需各乡镇人民政府、开发区管委会落实，不再列出）。\n要公布水质结果（县财政局负责）。"
        ),
        [
            "修复水厂: 县水利局 Responsible | ".to_owned(),
            format!("公布水质结果: {each} | ")
        ]
    );
    assert_eq!(
        told("要修复水厂（县水利局负责。各乡镇人民政府均为责任单位，以下不再列出）。"),
        ["修复水厂: 县水利局 Responsible, 各乡镇人民政府 Responsible | "]
    );
    // Said of no owners.
    assert_eq!(
        told("要修复水厂（县水利局负责）。此前项目，不再列出。"),
        ["修复水厂: 县水利局 Responsible | "]
    );
}

#[test]
fn what_a_note_assigns_is_to_be_done() {
    let text = "柏河县水利服务措施\n一、措施\n1.县水务平台增加水费查询功能。（负责部门：县水利局）\n2.用水大户可分期缴纳水费。（负责部门：县供水公司）\n3.平台运行平稳。";
    assert_eq!(
        of_source(text),
        [
            "1.县水务平台增加水费查询功能: 县水利局 Responsible | ",
            "2.用水大户可分期缴纳水费: 县供水公司 Responsible | ",
        ]
    );
}
