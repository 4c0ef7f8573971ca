//! # deadline-passed
//!
//! ## zh: 期限已过
//!
//! 所定的期限早于本文的日期。只看提出要求的句子；本文没有日期时不报；没有写年份的，按本文的年份算，
//! 早半年以上的不算。
//!
//! Why: 没有人能办到；多半是整段沿用了去年的文件。
//!
//! Source: 《党政机关公文处理工作条例》（2012年）第十九条：提出的政策措施和办法切实可行
//!
//! ## en: Deadline passed
//!
//! A deadline lies before the document’s own date. Only sentences that demand count, and only
//! where the document bears a date; a day without its year is one of the document’s year, if it
//! lies no more than half a year back.
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
use super::{Context, Findings};
use crate::lexicon::cues::Role;
use crate::lexicon::{LEXICON, Set};
use crate::model::Span;
use crate::reading::Modality;
use crate::reading::time::{Time, parts_of_date};
use crate::text::{before, window_after, window_before};

/// Words that demand.
const DEMANDS: [Role; 4] = [Role::Commits, Role::Strives, Role::Modal, Role::Demands];
/// Words that look back, quote an older plan, or tell of what was done.
const LOOKS_BACK: [Role; 3] = [Role::Reports, Role::Stands, Role::Recalls];

/// What makes other words of 前: 前后, 前期, 前的, 前三季度.
const NO_DEADLINE: [char; 7] = ['后', '期', '的', '夕', '三', '两', '十'];

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
    // A date without its day or month is issued at the beginning of them.
    let known = (issued.0, issued.1.max(1), issued.2.max(1));
    let times = context.reading.times.iter();
    let with_year = times.filter_map(|(span, time)| deadline(text, *span, time));
    let days = context.days().iter();
    let of_this_year = days.filter_map(|day| {
        let after = &text[day.span.end..];
        let plain = day.year.is_none()
            && ends_deadline(after)
            && issued.1 > 0
            && (day.month, day.day) < (issued.1, issued.2)
            && issued.1.saturating_sub(day.month) <= 6
            && before(text, day.span.start).is_none_or(|c| c != '年');
        plain.then_some(Deadline {
            span: day.span,
            last: (issued.0, day.month, day.day),
        })
    });
    for deadline in with_year.chain(of_this_year) {
        if deadline.last < known && is_demanded(context, deadline.span) {
            findings.report(deadline.span, "", &[("date", date)]);
        }
    }
}

/// The deadline that a time with its year is: 2023年底前, 2023年6月底前, 到2023年.
fn deadline(text: &str, mut span: Span, time: &Time) -> Option<Deadline> {
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
    let period = time.period.as_ref().filter(|_| words.contains('年'))?;
    let last = period.last_day()?;
    Some(Deadline { span, last })
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
    let quoted = lead.matches('“').count() > lead.matches('”').count();
    let said = reading.modalities.of_stretch(near);
    let reports = said.has(Modality::Stands) || said.has(Modality::Reports);
    // 请于, 务必在 right before the day leaves no doubt, whatever is to be handed in.
    let head = lead.trim_end_matches(['于', '在', '到', '至']);
    let head = window_before(head, head.len(), 2);
    let ordered =
        head.len() < lead.len() && (head.ends_with('请') || LEXICON.ends_with(head, Role::Modal));
    let recalls = reading.hits.has(near, Set::of(LOOKS_BACK))
        || reading.hits.has(near, Role::Compares) && !ordered;
    let demands = || said.has(Modality::Wants) || reading.hits.has(near, Set::of(DEMANDS));
    !quoted && !reports && (ordered || !recalls && demands())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::Page;

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
        ] {
            assert_eq!(found("2024-05-10", text), 0, "{text}");
        }
        let undated = Page::new("各县要在2023年底前完成整改。");
        assert!(undated.check("deadline-passed").is_empty());
        assert_eq!(found("2023", "各县要在2023年底前完成整改。"), 0);
    }
}
