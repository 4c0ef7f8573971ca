//! # deadline-passed
//!
//! ## zh: 期限已过
//!
//! 所定的期限早于本文的日期。只看提出要求的句子；本文没有日期时不报；没有写年份的，按本文的年份算，
//! 早半年以上的不算；每年的期限不算；只有网页发布日期的不报。
//!
//! Why: 没有人能办到；多半是整段沿用了去年的文件。
//!
//! Source: 《党政机关公文处理工作条例》（2012年）第十九条：提出的政策措施和办法切实可行
//!
//! ## en: Deadline passed
//!
//! A deadline lies before the document’s own date. Only sentences that demand count, and only
//! where the document bears a date; a day without its year is one of the document’s year, if it
//! lies no more than half a year back. Deadlines of every year are left alone, and texts of which only the day on
//! which a page was put up is known.
//!
//! Why: Nobody can keep it; mostly the passage stood in last year’s document.
//!
//! Source: Regulations on official documents (2012), article 19: what a document demands is
//! practicable
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.deadline-passed | 期限“{words}”早于本文日期 {date}。请核对。 | The deadline “{words}” lies before the document's own date, {date}. Check it. |
//!
//! ## Trips
//!
//! ```text
//! 关于开展安全生产检查的通知
//! 各乡镇人民政府：
//! 请各乡镇组织开展安全生产检查。各乡镇要在2023年底前完成整改。
//! 云岭县人民政府办公室
//! 2024年5月10日
//! ```
//!
//! ## Silent
//!
//! ```text
//! 关于开展安全生产检查的通知
//! 各乡镇人民政府：
//! 请各乡镇组织开展安全生产检查。各乡镇要在2024年底前完成整改。
//! 云岭县人民政府办公室
//! 2024年5月10日
//! ```

use super::words::Role as Words;
use super::{Context, Findings, official};
use crate::lexicon::cues::Role;
use crate::lexicon::{LEXICON, Set, page_labels};
use crate::model::Span;
use crate::reading::time::{Time, parts_of_date};
use crate::reading::{Hit, Modality, Reading};
use crate::text::{before, is_digit, window_after, window_before};

/// Words that demand.
const DEMANDS: [Role; 4] = [Role::Commits, Role::Strives, Role::Modal, Role::Demands];
/// Words that look back, quote an older plan, or tell of what was done.
const LOOKS_BACK: [Role; 3] = [Role::Reports, Role::Stands, Role::Recalls];

/// What makes other words of 前: 前后, 前期, 前的, 前三季度.
const NO_DEADLINE: [char; 7] = ['后', '期', '的', '夕', '三', '两', '十'];

/// What stands right before the day on which something is due.
const AT: [char; 4] = ['于', '在', '到', '至'];

/// The most characters between a time and the 的 that makes an attribute of both.
const ATTRIBUTE: usize = 6;

/// A deadline: where it stands and its last day as year, month, day.
struct Deadline {
    span: Span,
    last: (i32, u32, u32),
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let dated = context.reading.metadata.date.as_ref();
    let dated = dated.and_then(|dated| Some((&*dated.value, parts_of_date(&dated.value)?)));
    let Some((date, issued)) = dated else { return };
    if is_posted(context) {
        return;
    }
    // A date without its day or month is issued at the beginning of them.
    let known = (issued.0, issued.1.max(1), issued.2.max(1));
    let times = context.reading.times.iter();
    let of_times = times.filter_map(|(span, time)| deadline(text, *span, time, issued));
    let of_days = context.days().iter().filter_map(|day| {
        let hour = behind_hour(&text[day.span.end..]);
        let bare = hour.len() + day.span.end == text.len();
        let until = Words::UntilThen.ends(&text[..day.span.start]).is_some();
        // A day with its year that 前 follows at once is a time.
        let ends = until || (day.year.is_none() || !bare) && ends_deadline(hour);
        let last = (day.year.unwrap_or(issued.0), day.month, day.day);
        let plain = day.year.is_some() || is_of_this_year(last, issued);
        let named = day.year.is_none() && before(text, day.span.start) == Some('年');
        (ends && plain && !named).then_some(Deadline {
            span: day.span,
            last,
        })
    });
    for deadline in of_times.chain(of_days) {
        if deadline.last < known && is_demanded(context, deadline.span) {
            findings.report(deadline.span, "", &[("date", date)]);
        }
    }
}

/// 公开日期：2024年5月10日: whether the only date is that on which a page was put up, which may be long after its text was issued.
fn is_posted(context: &Context) -> bool {
    let reading = context.reading;
    let span = reading.metadata.date.as_ref().and_then(|date| date.span);
    span.is_some_and(|span| {
        let lead = window_before(reading.text, span.start, 12);
        let lead = lead.trim_end_matches(['：', ':', '|', ' ', '\n', '\t']);
        let label = page_labels::TABLE.longest_at_end(lead);
        label.is_some_and(|row| row.states == page_labels::States::Posted)
    })
}

/// Whether a day without its year is one of the year in which the text was issued, no more than half a year back.
fn is_of_this_year(day: (i32, u32, u32), issued: (i32, u32, u32)) -> bool {
    issued.1 > 0 && (day.1, day.2) < (issued.1, issued.2) && issued.1.saturating_sub(day.1) <= 6
}

/// What stands behind a day's weekday and hour: （星期五）17:00.
fn behind_hour(rest: &str) -> &str {
    let weekday = rest.strip_prefix(['（', '(']).and_then(|inside| {
        let near = window_after(inside, 0, 5);
        let close = Words::Week.begins(near).and(near.find(['）', ')']))?;
        inside[close..].get(inside[close..].chars().next()?.len_utf8()..)
    });
    let mut rest = weekday.unwrap_or(rest);
    loop {
        let behind = Words::Hour.behind_all(rest.trim_start_matches(is_digit));
        if behind.len() == rest.len() {
            return rest;
        }
        rest = behind;
    }
}

/// The deadline that a time is: 2023年底前, 2023年6月底前, 到2023年; 4月底前 of the year in which the text was issued.
fn deadline(text: &str, mut span: Span, time: &Time, issued: (i32, u32, u32)) -> Option<Deadline> {
    let words = span.of(text);
    let by = Words::ByThen.before(words).filter(|_| time.deadline);
    // 从2020年到2023年 and 2020至2023年 are spans of time.
    let opens = || {
        let head = window_before(text, span.start, 10).strip_suffix(['到', '至'])?;
        let begins = head.is_empty() || head.ends_with(['，', '。', '；', '\n', '：']);
        let ends = words.ends_with(['底', '末']) || text[span.end..].starts_with('，');
        (begins && ends && time.deadline).then_some(words)
    };
    if by.is_some() && text[span.end..].starts_with(NO_DEADLINE) {
        return None;
    }
    // 2004年底前投运的电厂: which ones, and not by when.
    let behind = window_after(text, span.end, ATTRIBUTE);
    let clause = behind.split(['，', '。', '；', '、', '：']).next();
    if clause.is_some_and(|clause| clause.contains('的')) {
        return None;
    }
    span.end = span.start + by.or_else(opens)?.len();
    let mut last = time.period.as_ref()?.last_day()?;
    // 4月底, said in May, is taken for the next year's.
    if !words.contains('年') && last.0 == issued.0 + 1 {
        last.0 = issued.0;
    }
    let day = words.contains(['日', '号']);
    let told = words.contains('年')
        || words.contains('月') && !day && last.0 == issued.0 && is_of_this_year(last, issued);
    told.then_some(Deadline { span, last })
}

/// Whether 前 follows and opens no other word.
fn ends_deadline(rest: &str) -> bool {
    let tail = Words::ByThen.behind(rest);
    tail.is_some_and(|tail| !tail.starts_with(NO_DEADLINE))
}

/// Whether the sentence demands, and neither it nor the words before the deadline look back.
fn is_demanded(context: &Context, deadline: Span) -> bool {
    let reading = context.reading;
    let text = reading.text;
    let index = reading.sentence_at(deadline.start);
    let sentence = reading.sentences.get(index);
    let Some(sentence) = sentence.filter(|sentence| sentence.covers(deadline)) else {
        return false;
    };
    // From the clause of the deadline to the end of the next one, and all that leads up to it.
    let clauses = reading.clauses_of(index);
    let mut places = clauses.iter();
    let own = places.position(|clause| clause.span.end > deadline.start);
    let own = own.unwrap_or_default();
    let last = clauses.get(own + 1).or(clauses.get(own));
    let first = clauses.get(own.saturating_sub(1));
    let near = Span::new(
        first.map_or(sentence.start, |clause| clause.span.start),
        last.map_or(sentence.end, |clause| clause.span.end),
    );
    if deadline.end > near.end {
        return false;
    }
    let lead = &text[sentence.start..deadline.start];
    // 每年3月底前, 各年度1月底前: a deadline of every year.
    if Words::EachYear.ends(lead).is_some() {
        return false;
    }
    let quoted = lead.matches('“').count() > lead.matches('”').count();
    let said = reading.modalities.of_stretch(near);
    let reports = said.has(Modality::Stands) || said.has(Modality::Reports);
    let at = lead.len() - lead.trim_end_matches(AT).len();
    let ordered = is_ordered(lead);
    // 请…，并于3月1日前报我部: 请 opens a clause before it; 各镇于3月1日前上报, in a notice.
    let asks = clauses.iter().take(own + 1);
    let asked = asks
        .map(|clause| clause.span.of(text))
        .any(|clause| clause.starts_with('请'))
        || lead.ends_with('于')
            && official::kind_of(reading).is_some()
            && hands_in(&text[deadline.end..near.end]);
    // 逾期不予受理 behind it tells of no past; the 于 before it compares nothing.
    let told = if asked { clauses.get(own) } else { last };
    let behind = Span::new(
        deadline.start,
        told.map_or(near.end, |clause| clause.span.end),
    );
    let before = Span::new(near.start, (deadline.start - at).max(near.start));
    let clause = clauses.get(own).map_or(near, |clause| clause.span);
    let mut around = reading.hits.within(Span::new(near.start, behind.end));
    let recalls = around.any(|hit| looks_back(reading, hit, clause, deadline))
        || !ordered
            && [before, behind]
                .into_iter()
                .any(|stretch| reading.hits.has(stretch, Role::Compares));
    let demands = || said.has(Modality::Wants) || reading.hits.has(near, Set::of(DEMANDS)) || asked;
    !quoted && !reports && (ordered || !recalls && demands())
}

/// 请于, 务必在: whether what stands right before the day leaves no doubt, whatever is to be handed in.
fn is_ordered(lead: &str) -> bool {
    let head = lead.trim_end_matches(AT);
    let near = window_before(head, head.len(), 2);
    head.len() < lead.len() && (near.ends_with('请') || LEXICON.ends_with(near, Role::Modal))
        || Words::UntilThen.ends(lead).is_some()
}

/// Whether a word near a deadline looks back. A plan that is named does where the deadline is its own: 规划要求2023年底前完成; not 确保列入
/// 计划的项目在2023年底前开工, 务必于3月1日前报送方案.
fn looks_back(reading: &Reading, hit: &Hit, clause: Span, deadline: Span) -> bool {
    let lexeme = hit.lexeme;
    if !LOOKS_BACK.iter().any(|role| lexeme.is(*role)) {
        return false;
    }
    let is_plan = lexeme.is(Role::TitleAhead) || lexeme.is(Role::TitleRules);
    let head = Span::new(clause.start, hit.span.start.max(clause.start));
    let is_object = || reading.hits.has(head, Set::of(DEMANDS));
    !is_plan || hit.span.end <= deadline.start && !is_object()
}

/// 前上报总结: whether something is to be handed in, and is not told to have been.
fn hands_in(behind: &str) -> bool {
    let act = Words::ByThen.behind(behind).unwrap_or(behind);
    Words::HandsIn.begins(act).is_some() && !act.contains('了')
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, in_file};

    fn found(date: &str, text: &str) -> usize {
        Page::dated(date, text).check("deadline-passed").len()
    }

    #[test]
    fn finds_deadlines_before_the_document_s_date() {
        for text in [
            "各县要在2023年底前完成整改。",
            "请各单位务必于4月30日前报送材料。",
            "2023年12月31日前，必须全部拆除。",
            "到2022年底，确保实现全覆盖。",
            "2024年3月底前，各镇要全面清零。",
            "二〇二三年底前要完成清理。",
            "应于2024年2月前办结手续。",
            "力争2023年10月底之前开工。",
            "请于2023年3月15日前将方案报市政府。",
            "各单位要加快进度，2023年6月底前出台办法。",
            "镇村两级要行动起来，2022年底前建成投用。",
            "请有关单位填写申报表，并于2024年4月20日前报我局备案。",
            "请各单位汇总材料后于4月6日前报县水利局。",
            "请于2024年4月30日（星期二）下班前反馈意见。",
            "请于4月30日17时前报送书面意见。",
            "请将报名表于2024年4月20日17:00前发至邮箱。",
            "申报截止日期为2024年3月31日，逾期不予受理。",
            "整改完成时间最迟不得超过2023年12月31日。",
            "请各单位于4月底前完成自查。",
            "各镇要压实责任，确保列入今年计划的项目在2023年10月底前全部开工。",
            "请各部门认真研究，确保各项目标任务在2023年11月底前全面完成。",
            "请各牵头单位严格对照分工，明确责任人，于4月15日前将细化方案报县政府督查室。",
        ] {
            assert_eq!(found("2024-05-10", text), 1, "{text}");
        }
    }

    #[test]
    fn keeps_silent_on_what_is_to_come_or_was() {
        for text in [
            "各县要在2024年底前完成整改。",
            "该项目原定2023年底前完成，现要抓紧。",
            "2023年底前已全部拆除，务必防止反弹。",
            "请各单位务必于5月30日前报送材料。",
            "请于1月20日后报送，12月31日前完成。",
            "规划提出2023年底前要实现全覆盖。",
            "到2030年，确保实现全覆盖。",
            "2020年前后要在全市推开的做法不同。",
            "2023年前出生的职工必须登记。",
            "2023年底前投产的砖厂，应当在2025年底前安装除尘设施。",
            "从2020年到2023年，必须坚持。",
            "主要指标2023年底前居全市第三。",
            "需要说明的是，2023年底前的数据口径不同。",
            "请于2024年5月30日（星期四）下班前反馈意见。",
            "申报截止日期为2024年6月30日，逾期不予受理。",
            "请各单位于12月底前完成自查。",
            "各镇应当于每年2月底前报送总结。",
            "次年1月底前必须完成清算。",
            "上年度报名截止时间为2023年3月，今年另行通知。",
            "请各单位于4月30日17时前后的值班人员留意。",
        ] {
            assert_eq!(found("2024-05-10", text), 0, "{text}");
        }
        let undated = Page::new("各县要在2023年底前完成整改。");
        assert!(undated.check("deadline-passed").is_empty());
        assert_eq!(found("2023", "各县要在2023年底前完成整改。"), 0);
    }

    #[test]
    fn a_notice_demands_what_is_to_be_handed_in() {
        let notice = |task: &str| {
            let text = format!(
                "关于开展防汛检查的通知\n各镇人民政府：\n检查分三步进行。{task}\n云岭县水利局\n2024年5月10日\n"
            );
            in_file("deadline-passed", &text).len()
        };
        assert_eq!(notice("各镇于2024年4月10日前上报工作总结。"), 1);
        assert_eq!(notice("各镇于2024年4月10日前上报了工作总结。"), 0);
        assert_eq!(notice("各镇于2024年6月10日前上报工作总结。"), 0);
    }
}
