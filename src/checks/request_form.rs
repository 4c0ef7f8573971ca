//! # request-form
//!
//! ## zh: 请示不合规范
//!
//! 标题以“关于……的请示”结尾的公文：主送了几个机关（原则上只主送一个），主送给领导者个人，标题写成“请示报告”，
//! 正文末尾没有请求（“妥否，请批示”），一文请示几件事（各级标题“关于……”有两个以上，只作提示）。
//!
//! Why: 多头请示、一文数事，上级无法批复；没有请求就不成其为请示。
//!
//! Source: 《党政机关公文处理工作条例》第十五条：原则上主送一个上级机关；请示应当一文一事；不得在报告等非请示性公文中夹带请示事项；
//! 不得以本机关名义向上级机关负责人报送公文
//!
//! ## en: Form of a request
//!
//! A document whose title ends with 关于…的请示: it is sent to several bodies, or to a person; its title says 请示报告; its
//! text does not end with what it asks for (妥否，请批示); it asks for several things (two headings 关于…, only pointed out).
//!
//! Why: Nobody can decide on a request that was sent to many or that asks for many things.
//!
//! Source: 党政机关公文处理工作条例, article 15
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.request-form.addressees | 请示原则上只主送一个上级机关，这里主送了{count}个。 | A request goes to one superior body; this one goes to {count}. |
//! | check.request-form.person | 请示不报送领导者个人：“{words}”。请改为主送机关。 | A request goes to no person: “{words}”. Address the body. |
//! | check.request-form.report | “请示报告”不是文种。请示与报告请分开行文。 | 请示报告 (“request-report”) is no kind of document: a request and a report are two. |
//! | check.request-form.closing | 请示末尾没有提出请求，如“妥否，请批示”。 | The request does not end with what it asks for, such as 妥否，请批示 (“please decide whether this will do”). |
//! | check.request-form.matters | 请示应当一文一事，这里有{count}个事项。请核对。 | A request is for one matter; there are {count} here. Check them. |
//!
//! ## Trips
//!
//! ```text
//! 云溪县水务局关于拨付防汛资金的请示
//! 云溪县人民政府、云溪县财政局、云溪县应急管理局：
//! 我县水库年久失修，需加固资金200万元。
//! 妥否，请批示。
//! 云溪县水务局
//! 2031年5月6日
//! ```
//!
//! ## Silent
//!
//! ```text
//! 云溪县水务局关于拨付防汛资金的请示
//! 云溪县人民政府：
//! 我县水库年久失修，需加固资金200万元。
//! 妥否，请批示。
//! 云溪县水务局
//! 2031年5月6日
//! ```

use super::official::{kind_of, last_paragraphs, signature};
use super::{Context, Findings, Role};
use crate::model::{Severity, Span};
use crate::reading::Reading;

/// What is asked for stands in one of so many paragraphs at the end.
const LAST: usize = 3;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let title = reading.title.unwrap_or_default().trim();
    if !title.contains("关于") {
        return;
    }
    let mixed = Role::RequestAndReport.ends(title);
    let place = title_place(reading);
    if let Some((place, words)) = place.zip(mixed) {
        let span = Span::new(place.end - words.len(), place.end);
        findings.report(span, ".report", &[]);
    }
    let request = kind_of(reading).is_some_and(|kind| Role::Request.is(kind));
    if !request && mixed.is_none() {
        return;
    }
    addressee(reading, findings);
    let mut last = last_paragraphs(reading, LAST);
    let signed = signature(reading).next().is_some();
    if let Some(end) = last_paragraphs(reading, 1).next()
        && signed
        && !last.any(|span| span.of(reading.text).contains('请'))
    {
        findings.report(end, ".closing", &[]);
    }
    let headings = reading.outline.iter();
    let matters = headings.filter(|heading| {
        let name = heading.title.split(['、', '）', '.']).next_back();
        name.is_some_and(|name| Role::Concerning.begins(name.trim()).is_some())
    });
    let matters: Vec<Span> = matters.map(|heading| heading.span).collect();
    if let [_, second, ..] = matters[..] {
        let count = matters.len().to_string();
        findings
            .report(second, ".matters", &[("count", &count)])
            .set(Severity::Info);
    }
}

/// Where the title stands.
fn title_place(reading: &Reading) -> Option<Span> {
    let mut blocks = reading.blocks.iter();
    let title = blocks.rfind(|block| block.kind == crate::model::BlockKind::Title)?;
    let words = title.span.of(reading.text);
    Some(Span::new(
        title.span.start,
        title.span.start + words.trim_end().len(),
    ))
}

/// 赵副县长：: the first line behind the title, where it calls a person.
fn person(reading: &Reading) -> Option<Span> {
    /// The most characters of a name with its office.
    const LONGEST: usize = 10;
    let title = title_place(reading)?;
    let next = reading
        .blocks
        .iter()
        .find(|block| block.span.start >= title.end)?;
    let words = next
        .span
        .of(reading.text)
        .trim_end()
        .strip_suffix(['：', ':'])?;
    let short = words.chars().nth(LONGEST).is_none();
    let place = Span::new(next.span.start, next.span.start + words.len());
    (short && Role::LeaderTitle.ends(words).is_some()).then_some(place)
}

/// To whom it is sent: one body, and no person.
fn addressee(reading: &Reading, findings: &mut Findings) {
    let stated = reading.metadata.addressee.as_ref();
    let Some(span) = stated
        .and_then(|stated| stated.span)
        .or_else(|| person(reading))
    else {
        return;
    };
    let words = span.of(reading.text).trim_end_matches(['：', ':']);
    let bodies = words.split(['、', '，', ',', '；', '并']).count();
    if Role::LeaderTitle.ends(words).is_some() {
        findings.report(span, ".person", &[]);
    } else if bodies > 1 {
        let count = bodies.to_string();
        let mut reported = findings.report(span, ".addressees", &[("count", &count)]);
        // 县委、县政府: often sent to both.
        if bodies == 2 {
            reported.set(Severity::Info);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::in_file;

    const BODY: &str = "我县水库年久失修，需加固资金200万元。";

    fn found(title: &str, to: &str, body: &str) -> usize {
        let text = format!("{title}\n{to}：\n{body}\n云溪县水务局\n2031年5月6日\n");
        in_file("request-form", &text).len()
    }

    #[test]
    fn finds_requests_that_are_none() {
        let title = "云溪县水务局关于拨付防汛资金的请示";
        let asks = format!("{BODY}\n妥否，请批示。");
        assert_eq!(found(title, "云溪县人民政府、县财政局、县应急局", &asks), 1);
        assert_eq!(found(title, "云溪县人民政府、县财政局", &asks), 1);
        assert_eq!(found(title, "云溪县人民政府", BODY), 1);
        assert_eq!(found(title, "赵副县长", &asks), 1);
        assert_eq!(found(title, "尊敬的钱局长", &asks), 1);
        let mixed = "云溪县水务局关于拨付防汛资金的请示报告";
        assert_eq!(found(mixed, "云溪县人民政府", &asks), 1);
        let two = "一、关于水库加固\n需资金200万元。\n二、关于增加编制\n需编制5个。\n以上请示妥否，请批示。";
        assert_eq!(found(title, "云溪县人民政府", two), 1);
    }

    #[test]
    fn keeps_silent_on_requests_in_form_and_on_other_kinds() {
        let asks = format!("{BODY}\n妥否，请批示。");
        let title = "云溪县水务局关于拨付防汛资金的请示";
        assert_eq!(found(title, "云溪县人民政府", &asks), 0);
        let notice = "云溪县水务局关于做好防汛工作的通知";
        assert_eq!(found(notice, "各乡镇人民政府、县直各部门、各企业", BODY), 0);
        let reply = "云溪县水务局关于拨付防汛资金请示的批复";
        assert_eq!(found(reply, "城关镇、南山镇、北河镇人民政府", BODY), 0);
    }
}
