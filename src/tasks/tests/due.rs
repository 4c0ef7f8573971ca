//! By when a task is due.

use super::*;

#[test]
fn goals_set_out_behind_a_time_are_due_by_it() {
    let due = |text: &str| {
        let tasks = tasks(text).into_iter();
        let told = tasks.map(|task| {
            let told: Vec<_> = task.deadlines.iter().map(Deadline::told).collect();
            told.join(" ")
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        due(
            "到2027年，全县水利设施全面完善。要新建水库3座。\n——灌溉。要修渠20公里。\n要办好夜校。"
        ),
        ["2027", "2027", ""]
    );
    // Within a paragraph, of what is to be reached; what is done goes on without it.
    assert_eq!(
        due("要扩建水厂。到2027年，灌溉体系基本建成。要办好夜校。"),
        ["", "2027", ""]
    );
    assert_eq!(due("要使能耗比“十三五”末下降。"), [""]);
}

#[test]
fn what_a_sentence_is_to_reach_by_a_day_is_said_of_all_its_parts() {
    let found = tasks("要到2026年，修建水库；铺设管道；6月底前拆除危房；安置住户。");
    let due = found.iter().map(|task| {
        let told: Vec<_> = task.deadlines.iter().map(Deadline::told).collect();
        told.join(" ")
    });
    assert_eq!(due.collect::<Vec<_>>(), ["2026", "2026", "2024-06", ""]);
}

#[test]
fn how_often_is_no_deadline() {
    let found = tasks("要修建水库，每月10日前报送进度，每季度末月20日前通报。");
    let often: Vec<_> = (found[0].recurrence.iter())
        .map(|often| often.text.as_str())
        .collect();
    assert_eq!(often, ["每月10日前", "每季度末月20日前"]);
    assert_eq!(found[0].deadlines, []);
    let monthly = (TaskKind::Act, "报送进度".to_owned());
    assert_eq!(of_plan("每月10日前报送进度。"), [monthly]);
}

#[test]
fn how_often_may_stand_between_who_acts_and_the_act() {
    let text = "县教育局、县市场监管局每季度对学校食堂开展检查。县水利局要每月对堤防开展检查。";
    let tasks = tasks_of_plan(text);
    let told = |task: &Task| (task.owners.len(), task.recurrence.len());
    let told: Vec<_> = tasks.iter().map(told).collect();
    assert_eq!(told, [(2, 1), (1, 1)]);
}

#[test]
fn years_counted_from_now_are_a_deadline_where_something_is_done_in_them() {
    let due = |text: &str| {
        let told = tasks(text).into_iter().next();
        told.map_or_else(Vec::new, |task| {
            let deadlines = task.deadlines.iter();
            deadlines.map(|one| one.told().to_owned()).collect()
        })
    };
    assert_eq!(due("要在三年内建成北河水库。"), ["三年内"]);
    assert_eq!(due("两年内新建水厂3座。"), ["两年内"]);
    assert_eq!(due("力争五年内，新建水厂9座。"), ["五年内"]);
    // What describes others is no term.
    assert!(due("要帮扶离校两年内未就业的毕业生。").is_empty());
    assert!(due("要奖励落户后3年内上市的企业。").is_empty());
    assert!(due("要对两年内新建的水厂开展检查。").is_empty());
    // What was done in them is over.
    assert!(due("要总结五年内完成了水厂改造的经验。").is_empty());
}

#[test]
fn a_phase_dates_what_its_paragraph_says() {
    for (text, wanted) in [
        ("第一阶段：动员（2024年3月）。要完成水厂摸底。", "2024-03"),
        // A stretch is how long it lasts, and a paragraph of its own is another.
        ("第一阶段：整治（2024年3月至9月）。要完成水厂摸底。", ""),
        ("第一阶段：动员（2024年3月）。\n要完成水厂摸底。", ""),
        ("全县到2027年，要完成水厂摸底。", "2027"),
        ("水厂运行到2027年，要完成水厂摸底。", ""),
    ] {
        let last = told(text).pop().unwrap_or_default();
        assert!(last.contains("完成水厂摸底"), "{text}: {last}");
        assert_eq!(last.rsplit("| ").next(), Some(wanted), "{text}");
    }
}

#[test]
fn a_day_a_month_or_a_half_of_a_year_is_a_deadline_where_something_is_wanted_in_it() {
    for (text, wanted) in [
        (
            "各乡镇要拟定方案，于2024年5月上旬报县水利局汇总。",
            "2024-05",
        ),
        ("确保3月5日水厂恢复供水。", "2024-03-05"),
        ("确保水利投资上半年完成2亿元，全年完成5亿元。", "2024-H1"),
        ("要学习贯彻2024年3月5日印发的通知。", ""),
        ("要按照上半年水利会议的部署修建水库。", ""),
        ("对6月底前未完工的项目，要通报批评。", ""),
        ("对年底前验收合格且正常供水的水厂，要给予奖励。", ""),
    ] {
        let told = told(text).pop().unwrap_or_default();
        assert_eq!(told.rsplit("| ").next(), Some(wanted), "{text}: {told}");
    }
}

#[test]
fn years_in_a_heading_end_what_was_to_be_reached_before() {
    let text = "到2035年，供水普及率达到100%，建成现代水网。\n“十四五”时期主要指标\n新建水厂3座。";
    let last = told_of(tasks_of_plan(text)).pop().unwrap_or_default();
    assert!(
        last.starts_with("新建水厂3座") && !last.contains("2035"),
        "{last}"
    );
}
