//! Where a section looks, seen in the status of the figures that stand in it.
#![allow(clippy::unwrap_used, clippy::panic)]

use xushi::Analyzer;
use xushi::model::{Claim, Status};
use xushi::reading::Dictionary;

/// The claims of a text, in order.
fn claims(text: &str) -> Vec<Claim> {
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("report.txt", text.as_bytes())
        .unwrap();
    let documents = analysis.documents.into_iter();
    documents.flat_map(|document| document.claims).collect()
}

/// Their statuses.
fn statuses(text: &str) -> Vec<Status> {
    claims(text).iter().map(|claim| claim.status).collect()
}

#[test]
fn a_plans_heading_that_orders_results_is_no_review() {
    for heading in [
        "更大力度推动园区提质取得新成效",
        "下更大功夫推进茶旅融合取得新成绩",
    ] {
        let text = format!(
            "云溪市2031年政府工作报告\n\n一、2030年工作回顾\n\n全年新建茶园3万亩。\n\n\
             二、2031年工作安排\n\n（一）{heading}\n\n新签约项目80个，开工30个。\n"
        );
        assert_eq!(
            statuses(&text),
            [Status::Actual, Status::Target, Status::Target],
            "{heading}"
        );
    }
}

#[test]
fn a_plans_heading_that_names_results_is_a_review() {
    for heading in ["取得的成效", "茶业发展现状", "主要成绩"] {
        let text = format!(
            "云溪市茶业发展规划（2031—2035年）\n\n一、{heading}\n\n茶园面积达到30万亩。\n\n\
             二、主要任务\n\n新建加工厂20家。\n"
        );
        assert_eq!(
            statuses(&text),
            [Status::Actual, Status::Target],
            "{heading}"
        );
    }
}

#[test]
fn what_comes_next_is_a_plan_and_not_of_the_year_that_a_summary_names() {
    for heading in ["下一步工作打算", "下步打算", "今后安排"] {
        let text = format!(
            "云溪市茶业局2030年工作总结\n\n现将有关情况报告如下：\n\n一、抓好茶园建设\n\n\
             新建茶园3万亩。\n\n二、{heading}\n\n新建加工厂20家。\n"
        );
        let found = claims(&text);
        let [done, planned] = &found[..] else {
            panic!("{heading}: {} claims", found.len());
        };
        assert_eq!(done.status, Status::Actual, "{heading}");
        assert_eq!(done.period.as_deref(), Some("2030"), "{heading}");
        assert_eq!(planned.status, Status::Target, "{heading}");
        assert_eq!(planned.period, None, "{heading}");
    }
}
