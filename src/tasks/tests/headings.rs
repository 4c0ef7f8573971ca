//! What headings are, and what they say of the tasks below them.

use super::*;

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
fn what_a_heading_notes_is_said_of_all_below_it() {
    assert_eq!(
        told_below_headings(
            "一、建设水厂（县水利局牵头，6月底前完成）\n要新建水厂3座。\n要改造泵站2座。（县供水公司负责）\n\
             二、管护\n要修订管护制度。"
        ),
        [
            "建设水厂（县水利局牵头，6月底前完成） | 县水利局 | 2024-06",
            "新建水厂3座 | 县水利局 | 2024-06",
            "改造泵站2座 | 县供水公司 | 2024-06",
            "修订管护制度 |  | ",
        ]
    );
}

#[test]
fn principles_conditions_and_what_a_standard_holds_are_no_tasks() {
    for heading in [
        "基本原则",
        "供水工程建设原则",
        "申报条件",
        "典型场景：水厂巡检",
        "水质检测标准",
    ] {
        let text = format!("一、{heading}\n要加强水源保护，规范取水流程。\n二、任务\n要新建水厂。");
        assert_eq!(told_below_headings(&text).len(), 1, "{heading}");
    }
    // Who or by when makes one, and so does drafting under the name of a standard.
    for text in [
        "一、基本原则\n要在6月底前完成水源保护区划定。",
        "一、基本原则\n县水利局要开展水源保护。",
        "一、水质检测标准\n要加快研制小型水厂检测标准。",
        "一、完善水质检测标准\n要规范取水流程。",
    ] {
        assert_eq!(told_below_headings(text).len(), 1, "{text}");
    }
}

#[test]
fn the_first_sentence_of_a_paragraph_is_an_order_where_those_beside_it_are() {
    let orders = "一、水利\n1.扩建东河、西岭两座水厂并更新三十公里输水管道，延伸供水管网，保证供水。县水利局随时检查。\n\
         2.整修泵站。各乡镇要派人值守。\n\
         3.加固北沟水库大坝、南沟水库溢洪道，疏浚下游河道，配备报汛设备。各乡镇要派人值守。";
    let told = told_below_headings(orders);
    assert!(
        told.iter().any(|task| task.starts_with("整修泵站 ")),
        "{told:?}"
    );
    let topics =
        "一、水利\n1.加强供水。要扩建水厂。\n2.整修泵站。各乡镇要派人值守。\n3.防汛。要疏浚河道。";
    let told = told_below_headings(topics);
    assert!(
        !told.iter().any(|task| task.starts_with("整修泵站 ")),
        "{told:?}"
    );
}

#[test]
fn an_order_that_speaks_of_circumstances_turns_nothing_back() {
    let text = "一、水利\n1.在水质检测合格的情况下，组织东河、西岭两座水厂恢复供水，更换老化设备。培训工人。\n\
         2.扩建东河、西岭两座水厂并更新三十公里输水管道，延伸管网并更换水表。检修泵站。\n\
         3.加固北沟水库大坝、南沟水库溢洪道，疏浚下游河道，配备设备。检修泵站。";
    let mut layout = layout(text);
    layout.title = Some("柏河县水利行动方案".into());
    let outline = crate::outline::outline(&layout.text, &layout.blocks);
    let tasks = read_tasks(&layout, &outline, &[]);
    assert!(tasks.iter().any(|task| task.action == "培训工人"));
}
