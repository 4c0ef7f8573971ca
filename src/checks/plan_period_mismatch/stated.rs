//! What a text says that a year is to a plan.

use super::plan::{Place, Plan};
use crate::checks::years::Year;
use crate::checks::{Context, Role};
use crate::lexicon::title_endings;
use crate::model::Span;
use crate::reading::time::calendar_year;
use crate::text::numeral::{range_mark, small_chinese};
use crate::text::{in_chinese, is_longer, is_plain, window_after};

/// The most bytes between a year and the plan that it is put in relation to.
const FARTHEST: usize = 90;

/// What ends a clause.
const ENDS: [char; 5] = ['，', '。', '；', '\n', ','];

/// The years that the text puts in relation to a plan.
pub(super) fn years(context: &Context, plan: &Plan) -> Vec<(Year, Place)> {
    let (text, years) = (context.reading.text, context.years());
    let stated = is_year_of(text, years, plan)
        .or_else(|| range_of(text, years, plan))
        .or_else(|| opening_year(text, years, plan))
        .or_else(|| fulfilled_by(text, years, plan))
        .or_else(|| year_after(text, years, plan));
    let mut all: Vec<(Year, Place)> = stated.into_iter().collect();
    if let Some((last, Place::Within)) = stated {
        all.extend(range_above(text, years, last).map(|first| (first, Place::Within)));
    }
    all.extend(range_behind(text, plan));
    all.extend(among(context, plan));
    all
}

/// The last year before a plan, with the words between them.
fn year_above<'a>(text: &'a str, years: &[Year], plan: &Plan) -> Option<(Year, &'a str)> {
    let (year, between) = any_above(text, years, plan)?;
    (between.len() <= FARTHEST).then_some((year, between))
}

/// As [`year_above`], however far.
fn any_above<'a>(text: &'a str, years: &[Year], plan: &Plan) -> Option<(Year, &'a str)> {
    let before = years.partition_point(|year| year.span.end <= plan.span.start);
    let year = years[before.checked_sub(1)?];
    Some((year, &text[year.span.end..plan.span.start]))
}

/// Whether all clauses go on to say what one year is: 是建县十周年，是关键之年.
fn are_said(clauses: &str) -> bool {
    let mut clauses = clauses.split(['，', ',']);
    clauses.all(|clause| {
        Role::Called
            .begins(Role::AlsoIs.behind_all(clause))
            .is_some()
    })
}

/// The first year of the range that a year ends: 2021年至2025年.
fn range_above(text: &str, years: &[Year], last: Year) -> Option<Year> {
    let before = years.partition_point(|year| year.span.start < last.span.start);
    let first = years[before.checked_sub(1)?];
    let mark = &text[first.span.end..last.span.start];
    (!mark.is_empty() && range_mark(mark) == mark.len()).then_some(first)
}

/// The clause that goes on behind a plan's name, up to one of `marks`.
fn clause_behind<'a>(text: &'a str, plan: &Plan, marks: &[char]) -> &'a str {
    let rest = window_after(text, plan.span.end, FARTHEST / 3);
    let rest = Role::PlanNoun.behind(rest).unwrap_or(rest);
    &rest[..rest.find(marks).unwrap_or(rest.len())]
}

/// 2024年是“十五”计划的收官之年; 2024年是建县十周年，也是“十五”计划的收官之年.
fn is_year_of(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let (year, between) = any_above(text, years, plan)?;
    let said = between.trim_start_matches(['，', ',', ' ']);
    // 2024年是建县十周年，是…的关键之年，是“十五”计划的收官之年: as many clauses as say what it is.
    if between.len() > FARTHEST && !(between.len() <= 3 * FARTHEST && are_said(said)) {
        return None;
    }
    let said = Role::Called.behind(said)?;
    let (also, said) = match said.rsplit_once('，') {
        Some((above, also)) if !above.contains(['。', '；', '\n']) => {
            (true, Role::Called.behind(Role::AlsoIs.behind_all(also))?)
        }
        // 2024年是全面脱贫和“十五”计划收官之年; 2001年是进入新世纪、实施“十五”计划的第一年.
        _ => {
            let said = said.strip_suffix('和').unwrap_or(said);
            (false, said.rsplit_once('、').map_or(said, |(_, last)| last))
        }
    };
    let clause = clause_behind(text, plan, &ENDS);
    // “十五”收官、“十一五”谋划之年.
    let (part, listed) = clause.split_once('、').unwrap_or((clause, ""));
    let plain = is_plain(said, 20, &['，', '。', '、', '“']) && !Role::TowardsPlan.stands_in(said);
    if Role::LastYear.is(part) && listed.ends_with('年') {
        return plain.then_some((year, Place::Last));
    }
    let plain = plain && !clause.contains('“') && !Role::BeforePlan.stands_in(clause);
    let place = place_in(clause).filter(|_| plain)?;
    // 也是“十一五”谋篇之年: the next plan has many names for the year that prepares it.
    let is_over = year.value > plan.row.last as i32;
    (!also || is_over || place != Place::Within).then_some((year, place))
}

/// What a clause calls the year: 收官之年, 开局之年, 第三年, 关键之年.
fn place_in(clause: &str) -> Option<Place> {
    let nth = || clause.find('第').and_then(|at| nth_year(&clause[at..]));
    if !clause.contains('年') {
        None
    } else if Role::FirstYear.stands_in(clause) {
        Some(Place::First)
    } else if Role::LastYear.stands_in(clause) {
        Some(Place::Last)
    } else if let Some((number, _)) = nth() {
        Some(Place::Nth(number))
    } else {
        Role::SomeYear.stands_in(clause).then_some(Place::Within)
    }
}

/// 第二年 at the beginning of a text: the number, and what stands behind.
fn nth_year(text: &str) -> Option<(i32, &str)> {
    let rest = text.strip_prefix('第')?;
    let (number, length) = small_chinese(rest)?;
    Some((number as i32, rest[length..].strip_prefix('年')?))
}

/// “十四五”开局之年的2021年; “十五”末的2005年; “十五”期间的2003年.
fn year_after(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let index = years.partition_point(|year| year.span.start < plan.span.end);
    let year = *years.get(index)?;
    let between = &text[plan.span.end..year.span.start];
    if between.len() > FARTHEST || between.ends_with(['，', ',']) {
        return None;
    }
    let words = between.trim_end_matches(['的', '（', '(', ' ', '—', '，', ',', '即']);
    let word = Role::PlanNoun.begins(words).unwrap_or_default();
    let stem = words[word.len()..].trim_start_matches('的');
    let place = match stem {
        _ if Role::PlanEnd.is(stem) => Place::Last,
        _ if Role::PlanStart.is(stem) => Place::First,
        "" if Role::PlanTime.is(word) => Place::Within,
        _ => Place::Nth(nth_year(stem).filter(|(_, behind)| behind.is_empty())?.0),
    };
    // “十五”期间的2001—2003年 has its first year without 年.
    Some((year, place))
}

/// 2001年到2005年的第十个五年计划: the last year of those that the plan is called by.
fn range_of(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let (year, between) = year_above(text, years, plan)?;
    let is_named = between == "的" && range_above(text, years, year).is_some();
    is_named.then_some((year, Place::Within))
}

/// “十四五”开局之年，2021年 is not looked at; 2021年，“十四五”开局之年 is, 2025年，“十四五”圆满收官 and
/// 2025年“十四五”末 too.
fn opening_year(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let (year, between) = year_above(text, years, plan)?;
    let at_once = between.is_empty() || Role::YearEnd.is(between);
    if !at_once && !matches!(between, "，" | "（" | "(" | ",") {
        return None;
    }
    let clause = clause_behind(text, plan, &['，', '。', '；', '\n', ',', '）', ')']);
    let bare = clause.trim_start_matches('的');
    let end = Role::PlanEnd.is(bare) && !matches!(between, "，" | ",");
    let within = || {
        let time = window_after(text, plan.span.end, FARTHEST / 3);
        Role::PlanTime.begins(time).is_some() && bare.is_empty()
    };
    let place = if end {
        Place::Last
    } else if at_once {
        within().then_some(Place::Within)?
    } else if is_longer(bare, 5) {
        closes(text, year, bare)?
    } else {
        place_in(bare).or_else(|| closes(text, year, bare))?
    };
    Some((year, place))
}

/// 2025年，“十四五”规划圆满收官: a sentence that opens with the year and ends so.
fn closes(text: &str, year: Year, clause: &str) -> Option<Place> {
    let opens = text[..year.span.start].ends_with(['\n', '。']) || year.span.start == 0;
    let ends = Role::LastYear.ends(clause).is_some() && !is_longer(clause, 8);
    (opens && ends).then_some(Place::Last)
}

/// 到2025年，全面完成“十四五”规划目标; 2025年，圆满完成“十四五”规划最后一年的任务.
fn fulfilled_by(text: &str, years: &[Year], plan: &Plan) -> Option<(Year, Place)> {
    let (year, between) = year_above(text, years, plan)?;
    let clause = clause_behind(text, plan, &ENDS);
    // 到2025年全面完成“十四五”规划; 1975年完成第四个五年计划。
    let at_once = Role::Fulfils.begins(between).is_some() && clause.is_empty();
    let act = between.trim_start_matches(['，', ',']);
    // 2025年，我们将全面完成“十四五”规划
    let by = text[..year.span.start].ends_with(['到', '至']) || at_once || act.contains('将');
    if act.len() == between.len() && !by {
        return None;
    }
    let lead = Role::Fulfils.before(act)?;
    // 在全面完成…的基础上 is a condition.
    let plain = is_plain(lead, 8, &ENDS) && !Role::Aftermath.stands_in(act);
    if !plain || Role::Aftermath.stands_in(clause) {
        return None;
    }
    let named = Role::LastYear.stands_in(clause).then_some(Place::Last);
    Some((year, named.or(by.then_some(Place::By))?))
}

/// “十四五”时期（2021—2025年）, “十四五”规划期为2021年至2025年: both ends.
fn range_behind(text: &str, plan: &Plan) -> Vec<(Year, Place)> {
    let near = window_after(text, plan.span.end, FARTHEST / 3);
    let rest = Role::PlanNoun.behind(near).unwrap_or(near);
    // 时期的五年, 前三年.
    let rest =
        rest.trim_start_matches(|c| in_chinese(c) || matches!(c, '的' | '前' | '后' | '年' | '期'));
    let rest = behind_document(rest);
    let Some(rest) = rest.strip_prefix(['（', '(', '为', '是', '即']) else {
        return Vec::new();
    };
    let start = plan.span.end + near.len() - rest.len();
    let read = |at: usize| {
        let (value, length) = calendar_year(text.get(at..)?)?;
        let span = Span::new(at, at + length);
        Some(Year {
            span,
            value,
            written: true,
        })
    };
    let range = || {
        let first = read(start)?;
        let behind = &text[first.span.end..];
        let mark = behind.strip_prefix('年').unwrap_or(behind);
        let last = read(first.span.end + behind.len() - mark.len() + range_mark(mark))?;
        (range_mark(mark) > 0).then_some([first, last])
    };
    let ends = range().into_iter().flatten();
    ends.map(|year| (year, Place::Within)).collect()
}

/// 能源发展规划（2021—2025年）: from the bracket behind the name of a plan of one trade on, which is of no other years.
fn behind_document(rest: &str) -> &str {
    let Some((name, _)) = rest.split_once(['（', '(']) else {
        return rest;
    };
    let is_own = is_plain(name, 24, &ENDS) && !name.contains(['及', '和', '与', '、', '“']);
    match title_endings::TABLE.longest_at_end(name) {
        Some(_) if is_own => &rest[name.len()..],
        _ => rest,
    }
}

/// “十四五”以来，…，其中2021年18亿元: a part of what the plan's time brought.
fn among(context: &Context, plan: &Plan) -> Option<(Year, Place)> {
    let reading = context.reading;
    let rest = &reading.text[plan.span.end..];
    let time = Role::PlanTime.behind(rest)?;
    let sentence = reading
        .sentences
        .get(reading.sentence_at(plan.span.start))?;
    let clause = time.starts_with(['，', ',']);
    let stretch = Span::new(plan.span.end, sentence.end.max(plan.span.end));
    let years = context.years();
    let first = years.partition_point(|year| year.span.start < stretch.start);
    let mut years = years[first..]
        .iter()
        .take(5)
        .take_while(|year| stretch.covers(year.span));
    let part = |year: &&Year| {
        Role::Among
            .before(&reading.text[stretch.start..year.span.start])
            .is_some()
    };
    let year = *years.find(part)?;
    // “十一五”时期投资100亿元，其中2007年30亿元: in the clause right behind the plan's time, which names no other year.
    let lead = &reading.text[plan.span.end..year.span.start];
    let at_once = lead.matches(['，', ',']).count() == 1 && !lead.contains(['；', '“']);
    (clause || at_once).then_some((year, Place::Within))
}
