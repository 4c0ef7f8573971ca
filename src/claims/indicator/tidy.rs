//! A subject without what does not belong to it.

use crate::claims::mention::UnitKind;
use crate::claims::scene::Scene;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates;
use crate::lexicon::units::Kind as Units;
use crate::lexicon::verb_nouns::{self, Place};
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Lexeme, leads};
use crate::model::Span;
use crate::reading::{Kind, Pos, Token};
use crate::text::numeral;

use super::clip::{MEASURES, clip};

/// Whether a text ends in a verb of doing that takes an object: 落实, 制定; not 争取到.
pub fn ends_in_act(text: &str) -> bool {
    verbs::TABLE.longest_at_end(text).is_some_and(|row| {
        row.word.len() >= 6 && row.verb == Verb::Make && !row.word.ends_with('到')
    })
}

/// A subject without what does not belong to it.
#[derive(Debug, Default)]
pub(super) struct Tidy<'a> {
    pub(super) subject: &'a str,
    /// What the verb that was taken off does.
    pub(super) verb: Option<Verb>,
    /// What stands before a verb that the number follows directly.
    pub(super) before_verb: &'a str,
    /// Whether there is nothing but a word that is no name alone: 总数.
    pub(super) alone: bool,
}

pub(super) fn tidy<'a>(scene: &Scene<'a>, span: Span, linked: bool, kind: UnitKind) -> Tidy<'a> {
    let (mut span, mut verb) = strip_front(scene, behind_adverb(scene, span), linked, kind);
    let mut kept = head_noun(scene, span);
    // 师生等召开座谈会: behind 等 a verb may stand again.
    if verb.is_none() && kept.start > span.start && !kept.is_empty() {
        (span, verb) = strip_front(scene, kept, linked, kind);
        kept = head_noun(scene, span);
    }
    let text = scene.text;
    // The mark that closes a name was passed on the way to it.
    if kept.of(text).rfind('“') > kept.of(text).rfind('”') && text[kept.end..].starts_with('”')
    {
        kept.end += '”'.len_utf8();
    }
    let alone = kept.is_empty() && span.len() >= 6 && leads::TABLE.has(span.of(text).trim());
    if verb.is_none()
        && !(linked && kept.of(text).chars().count() <= 12)
        && let Some(tidy) = around_verb(scene, kept, linked)
    {
        return tidy;
    }
    // 新建铁路投入运营: a verb at the end, where one at the head was taken off.
    let acts = |lexeme: &Lexeme| lexeme.verb == Some(Verb::Make) && lexeme.word.len() >= 6;
    if verb.is_some()
        && let Some(lexeme) = scene.ending(kept, acts)
        && !is_name_tail(lexeme.word)
        && kept.len() >= lexeme.word.len() + 6
    {
        kept.end -= lexeme.word.len();
    }
    Tidy {
        subject: kept.of(text),
        verb,
        before_verb: "",
        alone,
    }
}

/// The words without what may stand before a subject: times, leads, verbs; and what the verb does.
fn strip_front(
    scene: &Scene,
    mut span: Span,
    linked: bool,
    kind: UnitKind,
) -> (Span, Option<Verb>) {
    let mut verb = None;
    loop {
        let kept = span.of(scene.text);
        let trimmed = kept.trim_start_matches(|c: char| {
            !c.is_alphanumeric() && c != '“' && c != '《' || c == '的'
        });
        span.start += kept.len() - trimmed.len();
        let tokens = scene.reading.tokens_in(span);
        // A stretch may begin inside a token, behind what was read of it: nothing more is told there.
        let Some(first) = tokens
            .first()
            .filter(|first| first.span.start == span.start)
        else {
            break;
        };
        let second = tokens.get(1);
        if first.kind == Kind::Time {
            span.start = first.span.end;
            continue;
        }
        if first.kind == Kind::Number && trimmed[first.span.len()..].starts_with('年') {
            span.start = first.span.end + '年'.len_utf8();
            continue;
        }
        let length = first.span.len();
        let acts_next = second.is_some_and(|second| second.pos == Pos::Verb);
        let grammar = match first.pos {
            Pos::Preposition | Pos::Conjunction => true,
            Pos::Adverb => acts_next,
            _ => false,
        };
        // （1）新增: the mark before the number is trimmed.
        if first.kind == Kind::Number && trimmed[length..].starts_with(['）', ')']) {
            span.start += length;
            continue;
        }
        // 新引育, 新投产: a verb with 新 before it.
        if first.span.of(scene.text) == "新"
            && let Some(second) = second
            && matches!(second.pos, Pos::Verb | Pos::VerbNoun)
            && span.end >= second.span.end + 6
        {
            verb = verb.or(Some(Verb::Make));
            span.start = (scene.reading.tokens_in(span).iter().skip(1))
                .take_while(|token| matches!(token.pos, Pos::Verb | Pos::VerbNoun))
                .take_while(|token| token.span.end + 6 <= span.end)
                .last()
                .map_or(second.span.end, |token| token.span.end);
            continue;
        }
        let lead = scene
            .starting(span, |lexeme| lexeme.leads)
            .map(|lead| lead.word.len());
        if let Some(length) = lead.or(grammar.then_some(length))
            && (length > 3 || trimmed.len() > length + 3)
            && !ends_as_measure(&trimmed[length..])
        {
            span.start += length;
            continue;
        }
        let acts = |lexeme: &Lexeme| lexeme.verb.is_some_and(|verb| verb != Verb::Be);
        if let Some(lexeme) = scene.starting(span, acts)
            && !is_noun_head(scene, span, lexeme.word)
            // 救助金: what is left must still name something, but for 新打井.
            && (verb.is_none() || trimmed.len() >= lexeme.word.len() + 6)
            && !ends_as_measure(&trimmed[lexeme.word.len()..])
            && !(trimmed == lexeme.word && is_name_tail(lexeme.word))
            // 出口贡献度42%, 运营成本20%: no verb that makes things has a rate as its object.
            && !(is_rate(kind) && lexeme.verb == Some(Verb::Make))
        {
            // 新增和恢复灌溉面积: the increase decides.
            verb = match verb {
                Some(Verb::Up | Verb::Down) => verb,
                _ => lexeme.verb,
            };
            span.start += lexeme.word.len();
            span.start += complement(&trimmed[lexeme.word.len()..]);
            continue;
        }
        // 招引项目5个: a verb that no table knows takes the noun behind it.
        if first.pos == Pos::Verb
            && !linked
            && verb.is_none()
            && counts(kind)
            && length >= 6
            && trimmed.len() >= length + 6
            && second.is_some_and(|second| {
                second.pos.is_nominal()
                    || second.pos == Pos::Adjective
                    || second.span.of(scene.text) == "“"
            })
            && !trimmed.ends_with(MEASURES)
        {
            verb = Some(Verb::Make);
            span.start += length;
            continue;
        }
        break;
    }
    (span, verb)
}

/// Whether a unit counts things or people.
fn counts(kind: UnitKind) -> bool {
    matches!(
        kind,
        UnitKind::Of(Units::Classifier | Units::People | Units::Household)
    )
}

/// Whether a unit is of a rate.
fn is_rate(kind: UnitKind) -> bool {
    matches!(
        kind,
        UnitKind::Of(Units::Percent | Units::Point | Units::Multiple)
    )
}

/// 国税 in 水泥公司共上缴国税, with its verb: behind the last adverb, where a verb follows it.
fn behind_adverb(scene: &Scene, mut span: Span) -> Span {
    let tokens = scene.reading.tokens_in(span);
    let is_adverb = |token: &Token| {
        token.pos == Pos::Adverb
            && scene.reading.entry(token.span, |entry| {
                entry.leads
                    || matches!(
                        entry.predicate,
                        Some(
                            predicates::Role::Adverb
                                | predicates::Role::Respectively
                                | predicates::Role::Each
                        )
                    )
            })
    };
    // 已整改销号36项: the verb has no object before the number.
    let acts = scene
        .ending(span, |lexeme| lexeme.verb.is_some())
        .map_or(0, |verb| verb.word.len());
    let found = tokens.windows(2).rfind(|pair| {
        let is_verb = matches!(pair[1].pos, Pos::Verb | Pos::VerbNoun);
        let has_object = pair[1].span.end < span.end && pair[1].span.start < span.end - acts;
        is_adverb(&pair[0]) && is_verb && has_object
    });
    if let Some(pair) = found {
        span.start = pair[0].span.end;
    }
    span
}

/// The words as far as they name something, the head noun alone where that is told.
fn head_noun(scene: &Scene, mut kept: Span) -> Span {
    let text = scene.text;
    let nothing = Span::new(kept.end, kept.end);
    let joint = |lexeme: &Lexeme| lexeme.grammar == Some(Role::Joins);
    let words = loop {
        let words = kept.of(text).trim_end_matches(['、', ' ', '“', '的']);
        kept.end = kept.start + words.len();
        match scene.ending(kept, joint) {
            Some(joint) => kept.end -= joint.word.len(),
            None => break words,
        }
    };
    // 两 in 两年平均, 总数: what names nothing alone.
    let is_number = numeral::read(words)
        .is_some_and(|read| read.length == words.len() || &words[read.length..] == "年");
    if is_number || leads::TABLE.has(words) {
        return nothing;
    }
    // 煤炭、石油等矿产: the word behind 等 holds them all; 就业人员中女性: what is a part of them.
    let role_at = |role: Role| {
        (scene.reading.hits.within(kept))
            .filter(|hit| hit.lexeme.grammar == Some(role))
            .map(|hit| hit.span)
            .next_back()
    };
    let is_list = |at: usize| Span::new(kept.start, at).of(text).contains('、');
    let names = |end: usize| Span::new(end, kept.end).of(text).chars().count() >= 2;
    let others = role_at(Role::Others).filter(|others| is_list(others.start) && names(others.end));
    let within =
        role_at(Role::Within).filter(|within| within.start > kept.start && names(within.end));
    if let Some(before) = others.max(within) {
        kept.start = before.end;
    }
    // 围绕…的目标，…: only what follows the last 的 names a thing, where that is long enough.
    let words = kept.of(text);
    if words.chars().count() > 12
        && let Some(at) = words.rfind('的')
    {
        let tail = &words[at + '的'.len_utf8()..];
        if tail.chars().count() >= 3 {
            kept.start = kept.end - tail.len();
        }
    }
    kept
}

/// The subject of words with a verb inside them, its object or what stands before it; `None` where no
/// verb divides them.
fn around_verb<'a>(scene: &Scene<'a>, kept: Span, linked: bool) -> Option<Tidy<'a>> {
    let text = scene.text;
    let found = scene.verbs(kept);
    let long = |(span, _): &(Span, Verb)| span.len() >= 6;
    let (at, kind) = *found
        .iter()
        .rfind(|found| found.0.start > kept.start && long(found) && found.1 != Verb::Be)?;
    let word = at.of(text);
    if is_noun_head(scene, Span::new(at.start, kept.end), word) {
        return None;
    }
    let head = Span::new(kept.start, at.start);
    let mut tail = Span::new(at.end, kept.end);
    tail.start += complement(tail.of(text));
    let whole = |verb| Tidy {
        subject: kept.of(text),
        verb,
        before_verb: "",
        alone: false,
    };
    // 参加合作组织的人数: the verb belongs to what describes the noun; 外汇储备超过: a verb before another is
    // a noun here.
    if tail.of(text).starts_with('的') || tail.is_empty() && linked {
        return Some(whole(None));
    }
    // 安排“三农”投入: the object of the verb before it.
    if tail.is_empty()
        && let Some((first, other)) = found
            .iter()
            .rfind(|found| found.0.end <= head.end && long(found) && found.1 == Verb::Make)
        && kept.end >= first.end + at.len() + 6
    {
        return Some(Tidy {
            subject: Span::new(first.end, kept.end).of(text),
            verb: Some(*other),
            before_verb: "",
            alone: false,
        });
    }
    if tail.is_empty() && !is_name_tail(word) {
        return Some(Tidy {
            subject: "",
            verb: Some(kind),
            before_verb: if names_something(head.of(text)) {
                head.of(text)
            } else {
                ""
            },
            alone: false,
        });
    }
    let characters = |span: Span| span.of(text).chars().count();
    // 城镇新增就业 is the indicator's usual name.
    if kind == Verb::Up && characters(head) <= 8 && !tail.is_empty() {
        return Some(whole(Some(kind)));
    }
    // 北部地区新打井: the object names what is counted, not who did it.
    let enough = if word.starts_with('新') { 1 } else { 2 };
    (characters(tail) >= enough && characters(head) >= 2 && !is_name_tail(word)).then(|| Tidy {
        subject: tail.of(text),
        verb: Some(kind),
        before_verb: "",
        alone: false,
    })
}

/// Whether the words before a verb may be its subject: 棚户区改造, not 实际 or 基本.
fn names_something(head: &str) -> bool {
    head.chars().count() >= 2 && !leads::TABLE.has(head)
}

/// 1.4万亿斤新台阶、亩产: behind another number, a short tail up to 、 is that number's.
pub(super) fn behind_list_mark(scene: &Scene, rest: Span) -> Span {
    let text = rest.of(scene.text);
    match text.find('、') {
        Some(at) if text[..at].chars().count() <= 6 => {
            Span::new(rest.start + at + '、'.len_utf8(), rest.end)
        }
        _ => rest,
    }
}

/// 率 in 办结率, 量 in 销售量: the one character left makes a noun of the verb before it.
fn ends_as_measure(rest: &str) -> bool {
    let mut characters = rest.chars();
    let measure = [
        '率', '量', '额', '数', '度', '值', '费', '款', '金', '比', '面', '点', '期',
    ];
    characters
        .next()
        .is_some_and(|first| measure.contains(&first))
        && characters.next().is_none()
}

/// 了, 出, 成 behind a verb: its length in bytes.
pub(super) fn complement(tail: &str) -> usize {
    ["了", "出", "成", "好", "起", "到"]
        .iter()
        .find(|word| tail == **word || tail.starts_with("了") && **word == "了")
        .map_or(0, |word| word.len())
}

/// The last verb of a stretch with what stands before it taken off.
pub(super) fn last_verb(scene: &Scene, span: Span) -> String {
    let words = match scene.verbs(span).last() {
        Some((verb, _)) => Span::new(verb.start, span.end).of(scene.text),
        None => return clip(span.of(scene.text)),
    };
    words.trim_end_matches(['了', ' ']).to_owned()
}

/// Whether a stretch that begins with the verb `word` begins with a name: 生产总值, 建设用地, 处理能力.
fn is_noun_head(scene: &Scene, span: Span, word: &str) -> bool {
    const MEASURED: [&str; 13] = [
        "能力", "面积", "强度", "设施", "规模", "人员", "价格", "标准", "费用", "成本", "时限",
        "率", "量",
    ];
    let is_result = [
        "新", "完成", "实现", "达到", "取得", "增", "减", "降", "提高", "扩大", "压",
    ]
    .iter()
    .any(|start| word.starts_with(start));
    let rest = span.of(scene.text).get(word.len()..).unwrap_or_default();
    let heads = |lexeme: &Lexeme| {
        lexeme.noun.is_some_and(|place| place != Place::Tail) && lexeme.word.len() >= word.len()
    };
    word.len() >= 6 && !is_result && MEASURED.iter().any(|noun| rest.starts_with(noun))
        || scene.starting(span, heads).is_some()
}

/// Whether a verb may end a name: 固定资产投资, 社会融资.
fn is_name_tail(word: &str) -> bool {
    verb_nouns::TABLE
        .get(word)
        .is_some_and(|row| row.place != Place::Head)
}

/// The words of a clause without those that may stand before its subject.
pub(super) fn without_leads(scene: &Scene, mut clause: Span) -> Span {
    while let Some(lead) = scene.starting(clause, |lexeme| lexeme.leads) {
        clause.start += lead.word.len();
    }
    clause
}
