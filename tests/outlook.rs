//! Where a section looks, seen in the status of the figures that stand in it.
#![allow(clippy::unwrap_used)]

use xushi::Analyzer;
use xushi::model::Status;
use xushi::reading::Dictionary;

/// The statuses of a text's claims, in order.
fn statuses(text: &str) -> Vec<Status> {
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("report.txt", text.as_bytes())
        .unwrap();
    let claims = analysis
        .documents
        .into_iter()
        .flat_map(|document| document.claims);
    claims.map(|claim| claim.status).collect()
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
