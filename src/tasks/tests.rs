mod due;
mod headings;
mod notes;

use super::*;
use crate::layout::Layout;
use crate::model::{Deadline, Heading, HeadingStyle, Owner};
use crate::reading::Reading;

fn layout(text: &str) -> Layout {
    Layout::of_lines(text).dated("2024-02-10")
}

fn read_tasks(layout: &Layout, outline: &[Heading], claims: &[Claim]) -> Vec<Task> {
    let reading = Reading::new(layout, outline, &crate::reading::for_tests());
    extract(&reading, claims)
}

fn tasks(text: &str) -> Vec<Task> {
    let layout = layout(text);
    read_tasks(&layout, &[], &[])
}

/// Each task of a text as it is told.
fn told(text: &str) -> Vec<String> {
    told_of(tasks(text))
}

/// Each task as it is told: its action, its owners with their roles, its deadlines.
fn told_of(tasks: Vec<Task>) -> Vec<String> {
    let words = tasks.into_iter().map(|task| {
        let owner = |owner: &Owner| format!("{} {:?}", owner.name, owner.role);
        let owners: Vec<_> = task.owners.iter().map(owner).collect();
        let deadlines: Vec<_> = task.deadlines.iter().map(Deadline::told).collect();
        format!(
            "{}: {} | {}",
            task.action,
            owners.join(", "),
            deadlines.join(", ")
        )
    });
    words.collect()
}

/// What is told of the tasks of a text whose outline is found.
fn told_below_headings(text: &str) -> Vec<String> {
    let layout = layout(text);
    let outline = crate::outline::outline(&layout.text, &layout.blocks);
    let tasks = read_tasks(&layout, &outline, &[]).into_iter();
    let words = tasks.map(|task| {
        let owners: Vec<&str> = task
            .owners
            .iter()
            .map(|owner| owner.name.as_str())
            .collect();
        let due: Vec<&str> = task.deadlines.iter().map(Deadline::told).collect();
        format!(
            "{} | {} | {}",
            task.action,
            owners.join("、"),
            due.join("、")
        )
    });
    words.collect()
}

#[test]
fn a_task_has_its_owners_with_their_roles_and_its_deadlines() {
    assert_eq!(
        told("要加快改造城北供热管网（住建局牵头，财政局配合，9月底前完成）。"),
        ["加快改造城北供热管网: 住建局 Lead, 财政局 Support | 2024-09"]
    );
    assert_eq!(
        told("要修建北河大桥，4月底前开工，10月底前通车。"),
        ["修建北河大桥，4月底前开工，10月底前通车:  | 2024-04, 2024-10"]
    );
    assert_eq!(
        told("要整治城南排水管网（市水务局会同市城管局、市住建局负责）。"),
        ["整治城南排水管网: 市水务局 Responsible, 市城管局 Support, 市住建局 Support | "]
    );
    // Everybody is nobody.
    assert_eq!(
        told("各级各部门要整治城南排水管网。"),
        ["整治城南排水管网:  | "]
    );
}

#[test]
fn a_note_after_the_sentence_belongs_to_it() {
    assert_eq!(
        told("要修建北河大桥。\n责任单位：交通局\n完成时限：2025年6月底前"),
        ["修建北河大桥: 交通局 Responsible | 2025-06"]
    );
    assert_eq!(
        told("要修建北河大桥。\n牵头领导：高山\n完成时限：12月"),
        ["修建北河大桥:  | 2024-12"]
    );
}

#[test]
fn a_list_behind_a_label_may_tell_the_roles_itself() {
    assert_eq!(
        told(
            "要修建北河大桥。\n责任单位：交通局牵头，财政局、住建局等参与，各县、区人民政府负责落实"
        ),
        [
            "修建北河大桥: 交通局 Lead, 财政局 Support, 住建局 Support, 各县、区人民政府 Responsible | "
        ]
    );
}

#[test]
fn a_label_may_be_set_with_spaces() {
    assert_eq!(
        told("要修建北河大桥 。 (牵头部门 :交通局 ,配合部门 :财政局、住建局 )"),
        ["修建北河大桥: 交通局 Lead, 财政局 Support, 住建局 Support | "]
    );
}

#[test]
fn the_first_of_a_note_leads_where_the_text_says_so() {
    let plain = "要修建大桥。（市交通局、市财政局负责）要办好夜校。（市教育局负责）要整治河道。（市水利局牵头，市财政局负责）";
    let ordered = plain.replacen("负责）", "负责，列第一位的为牵头单位，下同）", 1);
    let first = |text: &str| told(text)[0].clone();
    assert_eq!(
        first(plain),
        "修建大桥: 市交通局 Responsible, 市财政局 Responsible | "
    );
    assert_eq!(
        told(&ordered),
        [
            "修建大桥: 市交通局 Lead, 市财政局 Responsible | ",
            "办好夜校: 市教育局 Responsible | ",
            "整治河道: 市水利局 Lead, 市财政局 Responsible | ",
        ]
    );
    let other = plain.replacen("要修建", "要把修路放在第一位，修建", 1);
    assert_eq!(told(&other)[1], "办好夜校: 市教育局 Responsible | ");
    assert!(!first(&other).contains("Lead"), "{}", first(&other));
}

#[test]
fn a_note_reaches_back_to_the_one_before_it_and_never_forward() {
    assert_eq!(
        told(
            "要建设数据中心。要推广电子证照。（市大数据局牵头）要修建智慧港口。（市交通局、\
             市港务集团按职责分工负责）要培育示范社区。"
        ),
        [
            "建设数据中心: 市大数据局 Lead | ",
            "推广电子证照: 市大数据局 Lead | ",
            "修建智慧港口: 市交通局 Responsible, 市港务集团 Responsible | ",
            "培育示范社区:  | ",
        ]
    );
    // The paragraph before is another.
    assert_eq!(
        told("要建设数据中心。\n要修建智慧港口。（市交通局负责）"),
        ["建设数据中心:  | ", "修建智慧港口: 市交通局 Responsible | ",]
    );
}

#[test]
fn a_list_of_bodies_is_taken_whole() {
    assert_eq!(
        told("要改造入户管线。（市财政局、市档案馆、各县（市、区）人民政府等和各有关镇负责）"),
        [
            "改造入户管线: 市财政局 Responsible, 市档案馆 Responsible, 各县（市、区）人民政府 Responsible, \
             各有关镇 Responsible | "
        ]
    );
}

#[test]
fn semicolons_divide_tasks_and_verbs_do_not() {
    let found = tasks("要新建水库，铺设管道，培训村医；要拆除危房，安置住户。");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].action, "新建水库，铺设管道，培训村医");
}

#[test]
fn reviews_background_and_stances_are_no_tasks() {
    assert!(tasks("一年来，我们修建了水库，培训了村医。").is_empty());
    assert!(tasks("水利是农业的命脉。").is_empty());
    assert!(tasks("要坚持实事求是。").is_empty());
    assert!(tasks("").is_empty());
}

#[test]
fn the_claims_inside_measure_a_task() {
    let text = "要新建水库3座。";
    let start = text.find('3').unwrap_or_default();
    let claim = Claim {
        span: Span::new(start, start + 4),
        ..Claim::target("水库", 3.0, "座")
    };
    let layout = layout(text);
    let found = read_tasks(&layout, &[], &[claim]);
    assert_eq!(found[0].claims, [0]);
    assert_eq!(found[0].missing, [Missing::Owner, Missing::Deadline]);
}

/// The tasks of a plan.
fn tasks_of_plan(text: &str) -> Vec<Task> {
    let mut layout = layout(text);
    layout.title = Some("柏河县水利行动方案".into());
    read_tasks(&layout, &[], &[])
}

/// The kinds of the tasks of a plan, with what is to be done or reached.
fn of_plan(text: &str) -> Vec<(TaskKind, String)> {
    let tasks = tasks_of_plan(text).into_iter();
    tasks.map(|task| (task.kind, task.action)).collect()
}

#[test]
fn a_goal_without_an_act_is_a_task() {
    let goal = |text: &str| (TaskKind::Goal, text.to_owned());
    let act = |text: &str| (TaskKind::Act, text.to_owned());
    assert_eq!(
        of_plan("到2026年，灌溉体系基本建成；修建水库3座。"),
        [goal("到2026年，灌溉体系基本建成"), act("修建水库3座")]
    );
    assert_eq!(of_plan("到2026年，建成的水库是命脉。"), []);
}

#[test]
fn an_act_may_stand_behind_what_is_acted_on() {
    for text in [
        "对病险水库逐一进行除险加固。",
        "将灌区管护纳入乡镇考核。",
        "灌区领域积极探索节水新模式。",
    ] {
        assert_eq!(of_plan(text).len(), 1, "{text}");
    }
    for text in [
        "在推进灌区改造中。",
        "按照县委部署要求。",
        "把渠道的事办好了。",
    ] {
        assert_eq!(of_plan(text), [], "{text}");
    }
}

#[test]
fn who_is_in_charge_of_leading_leads() {
    assert_eq!(
        told_of(tasks_of_plan("县教育局负责牵头组织食堂检查。")),
        ["县教育局负责牵头组织食堂检查: 县教育局 Lead | "]
    );
    assert_eq!(
        told("县教育局要会同有关部门指导监督各校食堂改造。"),
        ["会同有关部门指导监督各校食堂改造: 县教育局 Responsible | "]
    );
}

#[test]
fn rules_and_definitions_are_no_tasks() {
    let mut rules = layout("乡镇应当修建水库。");
    for (title, count) in [("柏河县水库管理办法（试行）", 0), ("柏河县水库建设方案", 1)]
    {
        rules.title = Some(title.into());
        assert_eq!(read_tasks(&rules, &[], &[]).len(), count, "{title}");
    }
    assert_eq!(of_plan("加快修建水库，是农业的前提。"), []);
}

#[test]
fn a_label_holds_behind_a_comma_and_a_role_in_brackets_is_one_bodys() {
    assert_eq!(
        told("要改造渠道。（责任单位：市水务局，市财政局、市农业局）"),
        ["改造渠道: 市水务局 Responsible, 市财政局 Responsible, 市农业局 Responsible | "]
    );
    assert_eq!(
        told("要改造渠道。（市水务局（牵头）、市财政局负责）"),
        ["改造渠道: 市水务局 Lead, 市财政局 Responsible | "]
    );
    assert_eq!(
        told("要改造渠道。（市水务局牵头，各区（市）配合）"),
        ["改造渠道: 市水务局 Lead, 各区（市） Support | "]
    );
    assert_eq!(
        told("要改造渠道。（市水务局牵头，各乡镇按职能分工负责）"),
        ["改造渠道: 市水务局 Lead, 各乡镇 Responsible | "]
    );
}

#[test]
fn what_a_text_is_made_for_and_what_may_be_done_are_no_tasks() {
    for text in [
        "为加快建设节水城市，推动用水总量下降，结合本县实际，制定本方案。",
        "为规范市场秩序、加强监督管理，提出以下工作意见：",
        "今年有条件的乡镇可利用闲置校舍开办老年食堂。",
        "今年企业还可以建设自己的检测中心。",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
    for text in [
        "要推广可复制的节水经验，建设节水型小区。",
        "要提高再生水可利用水平。",
        "要扎实推进可降解材料试点，建设示范工厂。",
    ] {
        assert_ne!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn bodies_alone_in_brackets_behind_a_full_stop_are_a_note() {
    assert_eq!(
        told("要修建北河大桥，改造城南管网。（县住建局、各街道）"),
        ["修建北河大桥，改造城南管网: 县住建局 Responsible, 各街道 Responsible | "]
    );
    assert_eq!(
        told("要修建北河大桥（城南段），改造城南管网。（全长三公里）"),
        ["修建北河大桥（城南段），改造城南管网:  | "]
    );
}

#[test]
fn what_a_standard_or_a_guide_demands_of_everybody_is_no_task() {
    let text =
        "一、主要任务\n规范水厂巡检设备的通信接口等技术要求，提升巡检效率。\n规范水厂巡检流程。";
    assert_eq!(told_below_headings(text), ["规范水厂巡检流程 |  | "]);
    let norm = "水厂应建立巡检台账。取水口不得堆放杂物。";
    assert!(tasks(&norm.repeat(4)).is_empty());
    // Among many others one norm is an order.
    assert!(!tasks(&format!("{norm}{}", "要新建水厂3座。".repeat(12))).is_empty());
}
