//! # former-place
//!
//! ## zh: 地名已经更名、改制
//!
//! 文章写作时，县、市、区已经更名、撤县设市、撤市设区，文中仍用旧名：2024年写“襄樊市”（2010年更名襄阳市）、“密云县”（2015年设区）。
//! 按文章自己的日期判断，没有日期的不报；同一句写了更名以前的年份，前面有“原”“旧”“时任”一类字样的不报。只收别处没有同名的。
//!
//! Why: 旧稿照抄，或者数据没有更新；当地单位名称已变，公文会寄错。
//!
//! Source: 民政部《全国县级以上行政区划变更情况》，见 data/renamed-places.tsv
//!
//! ## en: Former place
//!
//! A county, city or district bears a name or rank that it no longer had when the text was written: 襄樊市 in 2024
//! (襄阳市 since 2010), 密云县 (a district since 2015). A text is judged by its own date, and not at all without one;
//! silent where the sentence has a year before the change, or 原, 旧, 时任 stand before the name.
//!
//! Why: The text was copied from an old one.
//!
//! Source: The ministry’s list of changes, in data/renamed-places.tsv
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.former-place | “{words}”{since}年起为{present}。请核对地名。 | “{words}” has been {present} since {since}. Check the name. |
//!
//! ## Trips
//!
//! ```text
//! 关于做好2024年防汛工作的通知
//! 云溪县、襄樊市人民政府：
//! 请立即排查水库隐患。2024年要与襄樊市、十堰市共同做好防汛工作。
//! 云溪县水务局
//! 2024年5月6日
//! ```
//!
//! ## Silent
//!
//! ```text
//! 关于做好2024年防汛工作的通知
//! 各乡镇人民政府：
//! 请立即排查水库隐患。2024年要与襄阳市、十堰市共同做好防汛工作。
//! 云溪县水务局
//! 2024年5月6日
//! ```

use std::sync::LazyLock;

use super::{Context, Findings, Role};
use crate::lexicon::Trie;
use crate::lexicon::renamed_places::ROWS;
use crate::lexicon::{body_endings, common_words};
use crate::model::Span;
use crate::reading::{Pos, Reading, Token};
use crate::text::{after, is_han, window_before};

/// The former names.
static FORMER: LazyLock<Trie> =
    LazyLock::new(|| Trie::new(ROWS.iter().map(|row| row.former).zip(0..)));

/// How far before a name a word may stand that makes it one of the past, in characters.
const REACH: usize = 8;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let Some(own) = reading.clock.year else {
        return;
    };
    let mut from = 0;
    while let Some((start, length, number)) = FORMER.find(reading.text, from) {
        let (span, row) = (Span::new(start, start + length), &ROWS[number as usize]);
        from = span.end;
        // 新增|城市 is no 增城市, however the words are cut.
        let first = start + row.former.chars().next().map_or(0, char::len_utf8);
        if !stands_whole(reading, span)
            || common_words::TABLE.has(window_before(reading.text, first, 2))
            || ends_body(reading, Span::new(start, first))
            || !is_meant(reading, span)
        {
            continue;
        }
        let since = row.since as i32;
        let head = window_before(reading.text, start, REACH);
        let sentence = reading.sentences.get(reading.sentence_at(start));
        let mut years = context
            .years()
            .iter()
            .filter(|year| sentence.is_some_and(|sentence| sentence.contains(year.span.start)));
        // 《云溪县志》 keeps its name.
        let titled = sentence.is_some_and(|sentence| {
            let head = &reading.text[sentence.start.min(start)..start];
            head.rfind('《') > head.rfind('》')
        });
        let past =
            titled || Role::Formerly.stands_in(head) || years.any(|year| year.value <= since);
        if own > since && !past {
            let since = since.to_string();
            let values = [("since", &*since), ("present", row.present)];
            findings.report(span, "", &values);
        }
    }
}

/// Whether a word begins where a name does, and none but a body of the place or its head goes on at its end: 富阳|市委,
/// but 富阳|市民.
fn stands_whole(reading: &Reading, name: Span) -> bool {
    let tokens = reading.tokens_in(Span::new(name.start, reading.text.len()));
    let begins = tokens
        .first()
        .is_some_and(|token| token.span.start == name.start);
    let last = tokens.iter().find(|token| token.span.end >= name.end);
    begins
        && last.is_some_and(|last| {
            last.span.end == name.end || is_of_place(last.span.of(reading.text))
        })
}

/// Whether a word ends as a body of a place or its head does.
fn is_of_place(word: &str) -> bool {
    let body = Role::BodyLevel.ends(word);
    body.or(Role::LeaderTitle.ends(word)).is_some()
}

/// 慈善会|理县: whether the first character of a name ends a body.
fn ends_body(reading: &Reading, first: Span) -> bool {
    let before = window_before(reading.text, first.start, 1);
    let tokens = &reading.tokens;
    let next = tokens.partition_point(|token| token.span.start < first.start);
    let last = next.checked_sub(1).map(|last| &tokens[last]);
    let noun = |last: &Token| {
        last.span.end == first.start && matches!(last.pos, Pos::Noun | Pos::Adjective)
    };
    before.contains(is_han)
        && body_endings::TABLE.has(first.of(reading.text))
        && last.is_some_and(noun)
}

/// The characters of a name that lives on in others: 郫县豆瓣, 蓟县系.
const SHORT: usize = 2;

/// Whether the place as it is governed is meant: a short name goes on in others, and a prefecture's (地区) is that of its
/// country too, so that a body of it must follow; behind a short one a mark or what begins no name may.
fn is_meant(reading: &Reading, name: Span) -> bool {
    let text = reading.text;
    let level = Role::AreaLevel.ends(name.of(text));
    let area = level.is_some_and(|level| level.chars().nth(1).is_some());
    let short = name.of(text).chars().count() <= SHORT;
    let rest = &text[name.end..];
    let next = reading.tokens_in(Span::new(name.end, (name.end + 60).min(text.len())));
    let next = next.first().filter(|next| next.span.start == name.end);
    let word = next.map_or("", |next| next.span.of(text));
    let single = word.chars().nth(1).is_none();
    if !area && !short {
        // 南海市|域 is no body of a city.
        let noun = single && next.is_some_and(|next| next.pos.is_nominal());
        return !noun || is_of_place(word);
    }
    let governs = Role::BodyLevel
        .begins(rest)
        .is_some_and(|body| body.chars().nth(1).is_some());
    let free = |next: &Token| {
        // 系 of 蓟县|系 is a verb as well.
        let verb = matches!(next.pos, Pos::Verb | Pos::VerbNoun) && !single;
        let leads = matches!(next.pos, Pos::Adverb | Pos::Preposition | Pos::Conjunction);
        verb || leads || Role::And.is(word)
    };
    governs
        || is_of_place(word)
        || short && (!after(text, name.end).is_some_and(is_han) || next.is_some_and(free))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::Page;

    fn found(date: &str, text: &str) -> usize {
        Page::dated(date, text).check("former-place").len()
    }

    #[test]
    fn finds_names_that_a_later_text_has() {
        for text in [
            "要与襄樊市、十堰市共同做好防汛工作。",
            "到密云县调研。",
            "云南省思茅市的做法。",
            "富阳市、临安市的经验值得学习。",
            "毕节地区行署印发通知。",
            "与哈密地区公安局签订协议。",
            "与荔浦县、祁阳县签订协议。",
            "米林县委书记带队来访。",
            "学习射洪县、会理县的做法。",
            "请江干区、下城区文化馆参加。",
            "天津市蓟县、陕县的经验。",
            "到郫县人民政府、鄞县县委衔接。",
            "与盘县和横县签订协议。",
            "到四川会理县调研。",
        ] {
            assert!(found("2024-05-06", text) > 0, "{text}");
        }
    }

    #[test]
    fn keeps_silent_on_the_past_and_on_names_in_use() {
        for text in [
            "1998年在襄樊市工作。",
            "原密云县委书记出席。",
            "襄阳市、普洱市、密云区的做法。",
            "到哈密市、吐鲁番市考察。",
            "荔浦市、祁阳市、米林市的做法。",
            "建设富阳市民中心、吴江市场监管所。",
            "改造江干区域供水管网。",
            "推动南海市域社会治理。",
            "“郧县人”头骨在展厅展出，郫县豆瓣、彬县大佛寺、鄞县大道各有来历。",
            "蓟县系地层和陕县地坑院都很有名。",
            "看望县慈善会理县援建项目的工人。",
            "唐代长安县治所、北宋大同县窑址。",
            "《延庆县志》整理出版。",
            "吐鲁番地区有雨，哈密地区出土一批文物。",
            "新增城市绿地15公顷，新增城市停车位100个。",
            "打造口袋公园6个，新增城市绿地1500余亩；打通断头路10条，新增城市道路21公里。",
        ] {
            assert_eq!(found("2024-05-06", text), 0, "{text}");
        }
        assert_eq!(found("2006-05-06", "到襄樊市、密云县考察。"), 0);
    }
}
