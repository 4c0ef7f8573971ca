//! # slogan-slip
//!
//! ## zh: 提法有误
//!
//! 固定提法错了一个字，或者相邻两个字颠倒。只看六个字以上、没有别的相近说法的提法；
//! 改动后自成一词、全文多次这样写的不报。
//!
//! Why: 固定提法错一个字，是最严重的差错。
//!
//! Source: 固定提法见 data/set-phrases.tsv、data/slogans.tsv
//!
//! ## en: Slogan slip
//!
//! A set phrase is one character off its fixed form, or two neighbouring characters are turned
//! round. Only phrases of six characters and more that nothing else resembles; silent where the
//! changed characters make words of their own, or the document writes them so throughout.
//!
//! Why: A wrong character in the wording of the centre is the gravest of slips.
//!
//! Source: The phrases are those of data/set-phrases.tsv and data/slogans.tsv
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.slogan-slip | “{words}”与固定提法“{form}”差一个字。请核对。 | “{words}” is a character off the set phrase “{form}”. Check it. |
//!
//! ## Trips
//!
//! ```text
//! 我们要坚持以人民为中兴的发展思想，办好民生实事。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 我们要坚持以人民为中心的发展思想，办好民生实事。
//! ```
//!
//! ## Notes
//!
//! Shorter numeric slogans too, where they are quoted and keep their number (“两个维户”). Silent where the
//! changed character makes a word or phrase with those beside it (全面建成 for 全面建设), where the right
//! one is a word of one character (干到底 for 绘到底), and where the character is a traditional one or an
//! accepted spelling (当家做主). The same other form three times in a document is meant.

mod difference;
mod phrases;

use std::ops::RangeInclusive;

use super::{Context, Findings};
use crate::model::Span;
use crate::text::before;
use difference::{difference, single_difference};
use phrases::{PHRASES, Phrases, is_part_of_word, is_word, knows, shape};

/// A form that stands so often in one document is meant.
const MEANT: usize = 3;

/// A place where a phrase stands one character off.
struct Slip {
    span: Span,
    phrase: &'static str,
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let phrases = &*PHRASES;
    let mut slips: Vec<Slip> = Vec::new();
    phrases.ends.any(text, |start, end, number| {
        let by_end = &phrases.by_end[number as usize];
        let begins = by_end.first.iter().map(|&phrase| (phrase, Some(start)));
        let ends = by_end.last.iter();
        let ends = ends.map(|&phrase| (phrase, end.checked_sub(phrase.len())));
        for (phrase, start) in begins.chain(ends) {
            // Chinese characters are of one width, so that a slip is as long as its phrase.
            let Some(span) = start.map(|start| Span::new(start, start + phrase.len())) else {
                continue;
            };
            let Some(off) = difference(span.of(text), phrase) else {
                continue;
            };
            // Nobody means to write two characters in each other's place.
            let is_turned = each(phrase, off).nth(1).is_some();
            let is_fixed = is_turned || is_part_of_word(phrase, off.start);
            if is_fixed && !in_parallel(phrase, off.start) && is_slip(text, off.moved(span.start)) {
                slips.push(Slip { span, phrase });
            }
        }
        slips.len() > 2 * MOST
    });
    quoted(context, phrases, &mut slips);
    report(text, slips, findings);
}

/// How many characters a quoted slogan has.
const QUOTED: RangeInclusive<usize> = 4..=8;

/// Quoted slogans of four to eight characters with another one in the place of a right one.
fn quoted(context: &Context, phrases: &Phrases, slips: &mut Vec<Slip>) {
    let text = context.reading.text;
    let signs = context.signs();
    for (index, &(at, mark)) in signs.iter().enumerate() {
        if mark != '“' {
            continue;
        }
        let start = at + mark.len_utf8();
        let mut inside = signs[index + 1..].iter().take(QUOTED.end() + 1);
        let Some(&(end, _)) = inside.find(|(_, sign)| *sign == '”') else {
            continue;
        };
        let words = &text[start..end];
        // No character takes more than four bytes.
        if words.len() > 4 * QUOTED.end() || !QUOTED.contains(&words.chars().count()) {
            continue;
        }
        let Some(slogans) = phrases.short.get(&shape(words)).filter(|_| !knows(words)) else {
            continue;
        };
        let mut like = slogans.iter().filter(|slogan| {
            single_difference(words, slogan).is_some_and(|off| is_slip(words, off))
        });
        let span = Span::new(start, end);
        slips.extend(like.next().map(|phrase| Slip { span, phrase }));
        if slips.len() > 2 * MOST {
            break;
        }
    }
}

/// No document has so many; a longer list is one of other forms.
const MOST: usize = 100;

fn report(text: &str, mut slips: Vec<Slip>, findings: &mut Findings) {
    // Of phrases inside one another the longest is told.
    slips.sort_by_key(|slip| (slip.span.start, std::cmp::Reverse(slip.span.end)));
    slips.dedup_by(|next, kept| next.span.start < kept.span.end);
    for slip in &slips {
        let words = slip.span.of(text);
        let often = slips.iter().filter(|other| other.span.of(text) == words);
        if often.count() >= MEANT {
            continue;
        }
        findings.correct(slip.span, "", slip.phrase, &[]);
    }
}

/// Where the characters of a stretch begin.
fn each(text: &str, stretch: Span) -> impl Iterator<Item = usize> {
    let characters = stretch.of(text).char_indices();
    characters.map(move |(at, _)| stretch.start + at)
}

/// Whether the character stands in a chain that anyone may vary: 共建共治共享, 共建共管共享.
fn in_parallel(phrase: &str, at: usize) -> bool {
    before(phrase, at).is_some_and(|before| phrase.matches(before).count() >= 3)
}

/// Whether the other characters make no word of their own with those around them.
fn is_slip(text: &str, off: Span) -> bool {
    each(text, off).all(|at| !is_word(text, at))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_phrases_one_character_off() {
        trips(
            "slogan-slip",
            &[
                "坚持⟦以人民为中兴⟧的发展思想。",
                "推动⟦中华民族伟大复星⟧进程。",
                "推进⟦新时代党的建设新的伟大工呈⟧。",
                "坚持⟦一张蓝图绘到抵⟧。",
                "坚持⟦一蓝张图绘到底⟧。",
                "走⟦中国现式代化⟧道路。",
                "坚持⟦绿色碳低发展⟧。",
                "落实⟦近习平总书记⟧的要求。",
                "推动⟦黄河流域生态保护和高质量发站⟧。",
                "教育党员树立⟦世界观、人生观、价直观⟧。",
                "打好⟦污染防治公坚战⟧。",
                "坚决做到“⟦两个维户⟧”。",
                "增强“⟦四个意织⟧”。",
                "统筹推进“⟦五位一梯⟧”总体布局。",
                "落实“⟦三会一稞⟧”制度。",
                "坚决做到⟦不忘初心、牢记史命⟧。",
                "学习⟦习近平新时代中国特色社会义主思想⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_right_and_other_wording() {
        silent(
            "slogan-slip",
            &[
                "坚持以人民为中心的发展思想。",
                "坚持以企业为中心。",
                "推动中华民族伟大复兴。",
                "全面建成社会主义现代化强国。",
                "不忘初心，牢记使命。",
                "世界观人生观价值观教育。",
                "黄河流域生态保护与高质量发展。",
                "坚持一张蓝图干到底。",
                "绿水青山就是金山银山的理念。",
                "保障人民当家做主的权利。",
                "形成共建共管共享的格局。",
                "實行民族區域自治制度。",
                "做到“四个坚持”“六个维护”“四种意识”。",
                "抓好“三个重点”“两个关键”。",
                "“四个融入”“四个延伸”深入人心。",
            ],
        );
    }
}
