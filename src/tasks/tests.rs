use super::*;
use crate::layout::Layout;
use crate::model::{Bound, Heading, HeadingStyle, Measure};
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

#[test]
fn a_task_has_its_owner_and_deadline() {
    let found = tasks("要加快改造城北供热管网（住建局牵头，财政局配合，9月底前完成）。");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].action, "加快改造城北供热管网");
    assert_eq!(found[0].owners, ["住建局", "财政局"]);
    assert_eq!(found[0].deadline.as_deref(), Some("2024-09"));
    assert_eq!(found[0].missing, [Missing::Measure]);
}

#[test]
fn a_note_after_the_sentence_belongs_to_it() {
    let found = tasks("要修建北河大桥。\n责任单位：交通局\n完成时限：2025年6月底前");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].owners, ["交通局"]);
    assert_eq!(found[0].deadline.as_deref(), Some("2025-06"));
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
fn a_heading_gives_its_direction() {
    let text = "工作回顾\n修建水库。\n今年任务\n修建大桥。";
    let heading = |title: &str, end: usize| {
        let start = text.find(title).unwrap_or_default();
        Heading {
            level: 1,
            style: HeadingStyle::Plain,
            number: None,
            title: title.into(),
            span: Span::new(start, start + title.len()),
            section: Span::new(start, end),
            children: Vec::new(),
        }
    };
    let second = text.find("今年").unwrap_or_default();
    let outline = [heading("工作回顾", second), heading("今年任务", text.len())];
    let layout = layout(text);
    let found = read_tasks(&layout, &outline, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].action, "修建大桥");
    assert_eq!(found[0].section, ["今年任务"]);
}

#[test]
fn the_claims_inside_measure_a_task() {
    let text = "要新建水库3座。";
    let start = text.find('3').unwrap_or_default();
    let claim = Claim {
        span: Span::new(start, start + 4),
        text: "3座".into(),
        value: 3.0,
        value_max: None,
        unit: Some("座".into()),
        bound: Bound::Exact,
        measure: Measure::Level,
        indicator: "水库".into(),
        status: Status::Target,
        period: None,
        owner: None,
        commitment: None,
        sentence: 0,
        section: Vec::new(),
        because: Vec::new(),
    };
    let layout = layout(text);
    let found = read_tasks(&layout, &[], &[claim]);
    assert_eq!(found[0].claims, [0]);
    assert_eq!(found[0].missing, [Missing::Owner, Missing::Deadline]);
}
