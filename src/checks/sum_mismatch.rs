//! # sum-mismatch
//!
//! ## zh: 分项与合计不符
//!
//! 各分项加起来不等于后面的合计；“其中”的一项比总数还大，或者各项之和超过总数；并列的几项互不重叠
//! （男、女，新建、改建），加起来却与前面的总数不等。每个数都按四舍五入留出余地；分项可能重叠、口径不一的不报。
//!
//! Why: 改了分项没有改合计，或者改了合计没有改分项。
//!
//! Source: 算术；互不重叠的分项见 data/partitions.tsv
//!
//! ## en: Sum mismatch
//!
//! The parts do not sum to the total stated behind them; a part (其中) is more than its whole, or the parts
//! together are; parts that exclude one another (男 and 女, 新建 and 改建) do not sum to the whole before them.
//! Every number may be off by half its last place; parts that may overlap or differ in kind are left alone.
//!
//! Why: A part was changed and the total was not, or the other way round.
//!
//! Source: Arithmetic; data/partitions.tsv has the parts that exclude one another
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.sum-mismatch | {parts} ≠ {stated}（合计应为 {right}）。请核对分项与合计。 | {parts} ≠ {stated} (the sum is {right}). Check the parts and the total. |
//! | check.sum-mismatch.total | 文中所说的合计 | The total as the text states it |
//! | check.sum-mismatch.part | 其中的一项“{part}”大于总数“{whole}”。请核对。 | One part, “{part}”, is more than the whole, “{whole}”. Check them. |
//!
//! ## Trips
//!
//! ```text
//! 设施农业用地东片120亩、西片30亩，合计160亩。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 设施农业用地东片120亩、西片30亩，合计150亩。
//! ```
//!
//! ## Notes
//!
//! A total behind its parts must be called one, and all amounts before it in the sentence must be of its unit
//! and exact. Behind a whole, a list of its unit is summed up: one that exceeds it where its parts exclude one another
//! or are three and more, little more than the whole together; one that falls short only where they exclude one another
//! and nothing says that there are others. Those are warnings, for a part may stand in two.

use super::precision::{Interval, shown_like, unit_of_amount};
use super::{Context, Findings, Role};
use crate::lexicon::partitions;
use crate::model::{Claim, Measure, Severity, Span};
use crate::text::{after, is_han, is_plain, window_before};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for at in 1..context.claims.len() {
        let (before, claim) = (&context.claims[at - 1], &context.claims[at]);
        // A total, a whole or a part has its unit before it, with the count of the parts, or a growth or two, between at most.
        let same_unit = |above: usize| {
            let above = at.checked_sub(above).map(|above| &context.claims[above]);
            above.is_some_and(|above| above.unit == claim.unit)
        };
        if claim.unit.is_none() || ![1, 2, 3].into_iter().any(same_unit) {
            continue;
        }
        let Some(words) = context.between(before, claim) else {
            continue;
        };
        let among = Role::Among.stands_in(words);
        if let Some(parts) = is_total(words).then(|| parts(text, context, at)).flatten() {
            compare(text, parts, claim, findings);
        } else if among && let Some(whole) = exceeded(context, at, words) {
            let span = Span::new(whole.span.start, claim.span.end);
            let values = [("whole", &*whole.text), ("part", &claim.text)];
            findings.report(span, ".part", &values);
        } else if let Some(parts) = listed(context, at, words)
            && misses(text, before, parts, words)
        {
            compare(text, parts, before, findings);
        }
    }
}

/// Whether the words between an amount and the next one call that a total: 合计, 三项合计, 共.
fn is_total(words: &str) -> bool {
    // Only a mark and 三项 may stand before the word, 为 and 达 behind it.
    let plain = words.trim_start_matches(['，', ',', '、', '；', '（', '(']);
    let plain = Role::TotalLink.before_all(Role::TotalLead.behind_all(plain));
    Role::Total.is(without_count(plain)) || words == "，共"
}

/// The claims of the sentence before a total, if nothing but parts of its sum stands there.
fn parts<'a>(text: &str, context: &Context<'a>, at: usize) -> Option<&'a [Claim]> {
    let (claims, total) = (&context.claims[..at], &context.claims[at]);
    let unit = unit_of_amount(total)?;
    let mut sentences = claims.rsplit(|claim| claim.sentence != total.sentence);
    let claims = sentences.next()?;
    let own = |claim: &Claim| claim.unit == total.unit;
    let amounts = claims.iter().filter(|claim| own(claim)).count() as f64;
    // 三项合计, 三家企业: the count of the parts is none of them.
    let counts = |claim: &Claim| !own(claim) && claim.value == amounts;
    let parts = match claims {
        [parts @ .., last] if counts(last) => parts,
        parts => parts,
    };
    let parts = match parts {
        // 总投资120亿元，…合计120亿元: the total stands before its parts as well.
        [first, parts @ ..] if counts(first) || own(first) && first.value == total.value => parts,
        parts => parts,
    };
    let sentence = context.reading.sentences.get(total.sentence)?;
    let words = text.get(sentence.start..total.span.start)?;
    let sure = (2..=8).contains(&parts.len())
        && parts
            .iter()
            .all(|part| unit_of_amount(part) == Some(unit) && part.value < total.value)
        && !words.contains(['（', '(', '；'])
        && !Role::NoPart.stands_in(words);
    sure.then_some(parts)
}

/// 三项合计, 两片共计: without the count of the parts.
fn without_count(words: &str) -> &str {
    words
        .strip_prefix(['两', '二', '三', '四', '五', '六', '七', '八'])
        .and_then(|rest| rest.strip_prefix(['项', '个', '片', '者', '处', '地', '家', '类', '部']))
        .map_or(words, |rest| rest.trim_start_matches('分'))
}

/// The amounts that follow the one before `at` as a list of its unit, with `words` between them.
fn listed<'a>(context: &Context<'a>, at: usize, words: &str) -> Option<&'a [Claim]> {
    let claims = &context.claims[at - 1..];
    let (whole, claims) = claims.split_first()?;
    let unit = unit_of_amount(whole).filter(|_| is_whole(context.reading.text, whole))?;
    // 300亿元，其中工业…; 300亿元（工业…; 300亿元：工业…
    let named = words.trim_start_matches(['，', ',', '（', '(', '：', ':']);
    let name = Role::Among.behind(named).unwrap_or(named);
    let opens = named.len() < words.len() && is_name(name);
    let text = context.reading.text;
    let closes = |claim: &Claim| !after(text, claim.span.end).is_some_and(is_han);
    // 其中省级12项、市级30项，已开工18项: a list has marks of one kind.
    let mark = claims.windows(2).next().and_then(|pair| {
        let between = context.between(&pair[0], &pair[1])?;
        between.chars().next().filter(|mark| *mark == '、')
    });
    let goes_on = |pair: &[Claim]| {
        // 初中5所，分布在3个|街道: it counts something else.
        let counts_alike = closes(&pair[1]) || !closes(whole);
        let between = context.between(&pair[0], &pair[1]);
        let between = between.filter(|words| mark.is_none() || !words.starts_with(['，', ',']));
        let name = between.and_then(|words| words.strip_prefix(['、', '，', ',', '和']));
        name.is_some_and(is_name) && counts_alike && unit_of_amount(&pair[1]) == Some(unit)
    };
    let more = claims.windows(2).take_while(|pair| goes_on(pair)).count();
    let parts = claims.get(..more + 1)?;
    let first = unit_of_amount(&parts[0]) == Some(unit);
    (opens && first && more > 0).then_some(parts)
}

/// Whether words between two amounts do nothing but name the second.
fn is_name(words: &str) -> bool {
    const MARKS: [char; 9] = ['，', '；', '：', '。', '、', '（', '）', '(', ')'];
    is_plain(words, 14, &MARKS)
        && !words.is_empty()
        && Role::NoPart.begins(words).is_none()
        && (Role::NoLevelPart.begins(words).is_none() || partitions::TABLE.longest(words).is_some())
        && !Role::Total.stands_in(words)
}

/// Whether the parts behind a whole, with `words` between, miss it.
fn misses(text: &str, whole: &Claim, parts: &[Claim], words: &str) -> bool {
    let sum = sum_of(parts);
    let total = Interval::rounded(whole);
    let among = Role::Among.stands_in(words);
    let exclude = exclude_one_another(text, whole, parts);
    let smaller = parts.iter().all(|part| part.value < whole.value);
    if sum.low > total.high {
        // Nearly all that overlap come to much more. After a mere comma the whole may be a part itself.
        let divided = among || words.starts_with(['（', '(', '：', ':']);
        let little = divided && parts.len() > 2 && sum.low < total.high * 1.15;
        return smaller && (exclude || little);
    }
    let end = parts.last().map_or(0, |part| part.span.end);
    let closed = text[end..].starts_with(['。', '；', '）', ')']);
    sum.high < total.low && sum.high > total.low * 0.6 && exclude && closed && !among
}

/// Whether no two parts have anything in common: each is named by another word of one set.
fn exclude_one_another(text: &str, whole: &Claim, parts: &[Claim]) -> bool {
    let mut from = whole.span.end;
    let mut named: Vec<&partitions::Row> = Vec::new();
    for part in parts {
        let words = text.get(from..part.span.start).unwrap_or_default();
        from = part.span.end;
        let mut rows = partitions::TABLE.inside(words);
        let Some(row) = rows.find(|row| {
            named
                .first()
                .is_none_or(|first| first.divides == row.divides)
        }) else {
            return false;
        };
        let overlap = |one: &partitions::Row, other: &partitions::Row| {
            one.word == other.word || one.overlaps.contains(&other.word)
        };
        if named
            .iter()
            .any(|other| overlap(other, row) || overlap(row, other))
        {
            return false;
        }
        named.push(row);
    }
    // 省级工厂17家，国家级3家，省级12家: what is one of such parts itself is not divided so.
    let head = window_before(text, whole.span.start, 16);
    let head = head
        .rsplit(['，', '。', '；', '、', '\n'])
        .next()
        .unwrap_or(head);
    let mut rows = partitions::TABLE.inside(head);
    named
        .first()
        .is_some_and(|first| rows.all(|row| row.divides != first.divides))
}

fn sum_of(parts: &[Claim]) -> Interval {
    let intervals = parts.iter().map(Interval::rounded);
    intervals.fold(Interval::new(0.0, 0.0), |sum, part| {
        Interval::new(sum.low + part.low, sum.high + part.high)
    })
}

/// Tells of parts that do not come out at their total, which stands before or behind them.
fn compare(text: &str, parts: &[Claim], total: &Claim, findings: &mut Findings) {
    if sum_of(parts).meets(&Interval::rounded(total)) {
        return;
    }
    let amount: f64 = parts.iter().map(|part| part.value).sum();
    let right = shown_like(amount, total, total.unit.as_deref().unwrap_or_default());
    let listed: Vec<&str> = parts.iter().map(|part| part.span.of(text)).collect();
    let values = [
        ("parts", &*listed.join("+")),
        ("right", &right),
        ("stated", &total.text),
    ];
    let (first, last) = (&parts[0], &parts[parts.len() - 1]);
    let span = Span::new(
        first.span.start.min(total.span.start),
        last.span.end.max(total.span.end),
    );
    let mut finding = findings.report(span, "", &values);
    finding.relate(total.span, ".total", &[]);
    if total.span.start < first.span.start {
        finding.set(Severity::Warning);
    }
}

/// Whether an amount may have parts: a level, or all that is new. A net increase may be less than one of its
/// parts, and an average less than one of its years.
fn is_whole(text: &str, whole: &Claim) -> bool {
    let head = window_before(text, whole.span.start, 12);
    let gross =
        whole.measure == Measure::Change && Role::Gross.stands_in(head) && !head.contains('净');
    (whole.measure == Measure::Level || gross) && !Role::Yearly.stands_in(head)
}

/// 80套，其中95套; 80套，增长5%，其中95套: the whole right before the part at `at`, or before its own growth, where the part is
/// more, and no amount before that may be its whole: 新建学校12个，竣工3个，其中小学7个.
fn exceeded<'a>(context: &Context<'a>, at: usize, between: &str) -> Option<&'a Claim> {
    let (above, part) = (&context.claims[..at], &context.claims[at]);
    let grows = |claim: &Claim| claim.measure == Measure::Growth && claim.sentence == part.sentence;
    let growth = above.iter().rev().take_while(|claim| grows(claim)).count();
    let (whole, above) = above[..at - growth].split_last()?;
    let of_whole = context.claims[at - growth..at]
        .iter()
        .all(|claim| claim.indicator == whole.indicator);
    let behind = between.trim_start_matches(['，', ',', '（', '(', '；']);
    let unit = unit_of_amount(whole);
    let same = unit.is_some() && unit == unit_of_amount(part) && whole.sentence == part.sentence;
    let plain = Role::Among.behind(behind).is_some_and(|name| {
        is_plain(name, 12, &['，', ',', '；', '：', '。']) && !Role::NoLevelPart.stands_in(name)
    });
    let sentence = above
        .iter()
        .rev()
        .take_while(|other| other.sentence == part.sentence);
    let mut wholes = sentence.filter(|other| other.unit == part.unit);
    let exceeds = part.measure == Measure::Level
        && same
        && of_whole
        && plain
        && Interval::rounded(part).low > Interval::rounded(whole).high
        && is_whole(context.reading.text, whole)
        && !wholes.any(|other| other.value >= part.value);
    exceeds.then_some(whole)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_sums_that_do_not_come_out() {
        trips(
            "sum-mismatch",
            &[
                "东片用地⟦120亩、西片用地30亩，合计160亩⟧。",
                "东区安置⟦35户，西区安置42户，共计87户⟧。",
                "中央资金⟦1.2亿元、省级资金0.8亿元，总计2.5亿元⟧。",
                "城区学校⟦12所、乡镇学校23所、村小8所，合计45所⟧。",
                "甲队⟦三十二人，乙队二十一人，共计六十三人⟧。",
                "北线⟦15.5公里、南线14.2公里，合计为31.7公里⟧。",
                "建成保障房⟦80套，其中廉租房95套⟧。",
                "选派干部⟦60人，其中女干部72人⟧。",
                "税收收入完成⟦8.8亿元，比上年增长5%，其中地方税收9.2亿元⟧，增长6%。",
                "东线⟦15公里、中线14公里、西线12公里，三项合计45公里⟧。",
                "新增贷款⟦60亿元，其中涉农贷款72亿元⟧。",
                "全年完成投资⟦300亿元，其中工业120亿元、房地产100亿元、基建90亿元⟧。",
                "全县干部⟦1500人，其中男900人、女700人⟧。",
                "现有学校⟦45所（小学20所、初中15所、高中13所）⟧。"
                    .replace("）⟧", "⟧）")
                    .as_str(),
                "安排资金⟦3000万元：中央1500万元、省级1000万元、市级400万元⟧。",
                "整修公路⟦300公里，其中新建120公里、改建210公里⟧。",
                "种植粮食⟦80万亩（水稻45万亩、小麦40万亩⟧）。",
                "今年实施项目⟦62项，其中省级以上21项、市级32项、县级17项⟧，已开工44项。",
                "在建重点项目⟦36个，其中新开工18个、续建24个⟧，用地有保障。",
                "接待游客⟦480万人次，其中境内游客452万人次，境外游客46万人次⟧，收入26亿元。",
                "上半年补贴⟦200户，下半年补贴150户，共380户⟧。",
                "三家企业分别缴税⟦1200万元、900万元、700万元，三项合计2900万元⟧。",
                "总投资150亿元，中央⟦50亿元、省级70亿元，合计150亿元⟧。",
                "引进人才⟦300人，其中博士80人、硕士180人、本科120人⟧。",
                "施工项目⟦158个，其中农田水利基础设施建设项目是85个，交通运输项目是46个，商业项目是44个⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_sums_that_do_and_on_no_sums() {
        silent(
            "sum-mismatch",
            &[
                "东片用地120亩、西片用地30亩，合计150亩。",
                "中央资金1.2亿元、省级资金0.8亿元，总计2亿元。",
                "北线15.5公里、南线14.2公里，合计约30公里。",
                "其中东区35户，西区42户，共计187户。",
                "在校学生131.6 万人，其中小学116.0 万人，初中12.9 万人，高中2.8 万人。",
                "东区安置35户，比上年多5户，共计87户。",
                "东区安置35户，投资42万元，共计87户。",
                "选派干部60人，其中女干部22人。",
                "税收收入完成8.8亿元，非税收入增长5%，其中罚没收入9.2亿元。",
                "税收收入完成8.8亿元，比上年增长5%，其中地方税收6.2亿元。",
                "新增贷款60亿元，其中累计涉农贷款72亿元。",
                "东区安置35户，西区42户，全市安置87户。",
                "工业投资净增60亿元，其中制造业投资72亿元。",
                "东线15公里、中线14公里，两段合计29公里。",
                "城区学校12所、乡镇学校20多所，合计45所。",
                "年均产量4.47万吨，其中2031年4.55万吨。",
                "实施学校项目12个，计划竣工3个，其中幼儿园7个、小学4个、初中1个。",
                "总投资120亿元，中央50亿元、省级70亿元，合计120亿元。",
                "全县干部1500人，其中女干部700人、党员900人。",
                "全县干部1500人，其中男900人、女600人。",
                "现有学校45所，其中小学20所、初中15所。",
                "完成投资300亿元，其中工业220亿元、制造业200亿元、技改190亿元。",
                "安排资金3000万元（中央1500万元、省级1000万元等）。",
                "新增省级示范社17家，国家级合作社7家，省级12家。",
                "修建公路300公里，铁路120公里，航道210公里。",
                "引进人才300人，其中研究生200人、硕士180人、博士20人。",
                "新建学校30所：中学15所、高中12所、小学8所。",
                "落实资金20亿元：中央5亿元、地方15亿元、省级6亿元、市县9亿元。",
                "新开工项目120个，其中新开工80个、新建70个、续建40个。",
                "整修公路300公里，新建120公里，改建180公里。",
                "全区提供学位900个，其中一年级600个，七年级300个，分布在25个街道的学校。",
            ],
        );
    }
}
