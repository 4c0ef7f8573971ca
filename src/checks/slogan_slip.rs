//! `slogan-slip`

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::scan::{before, is_han, window_after, window_before};
use super::sought::Sought;
use super::{Context, Findings, Group, Rule, suggest};
use crate::lexicon::{
    COMMON_WORDS, FORMULA_WORDS, FastMap, Matcher, SET_PHRASES, SLOGANS, STOCK_PHRASES,
    STOCK_SAYINGS, VARIANT_CHARACTERS,
};
use crate::model::{Severity, Span};

/// Finds a slogan or set phrase that is one character off its fixed form: 以人民为中兴, two neighbouring characters turned round.
///
/// Why it matters: a wrong character in the wording of the centre is the gravest of slips.
///
/// Phrases of six characters and more, which nothing else resembles, and shorter numeric slogans
/// where they are quoted and keep their number (“两个维户”). Silent where the changed
/// character makes a word or a set or stock phrase of its own with those beside it (全面建成 for
/// 全面建设), where the right one is a word of one character (干到底 for 绘到底), where
/// the character is a traditional one or an accepted spelling (当家做主), and where the same other form
/// stands in the document three times.
///
/// Trips: 坚持以人民为中兴的发展思想; 中华民族伟大复星
/// Does not: 全面建成社会主义现代化强国; 坚持以企业为中心; a number, mark or particle that differs
///
/// Source: `data/set-phrases.tsv`, `data/slogans.tsv`; for spellings `data/variant-characters.tsv`.
pub(super) static RULE: Rule = Rule {
    id: "slogan-slip",
    group: Group::Language,
    severity: Severity::Warning,
    check,
};

/// The fewest characters of a phrase whose slips can be told from other words.
const SHORTEST: usize = 6;
/// The characters at either end of a phrase by which it is looked up.
const END: usize = 3;
/// A form that stands so often in one document is meant.
const MEANT: usize = 3;

/// The phrases, and the tables that tell whether a slip makes words of its own.
struct Phrases {
    /// The phrases by each of their [`ends`].
    by_end: Vec<ByEnd>,
    words: [Matcher<2>; 2],
    fixed: Matcher<1>,
    stock: Matcher<5>,
    sayings: Matcher<1>,
    slogans: Matcher<3>,
    /// The numeric slogans too short to be told without their quotation marks, by their [`shape`].
    short: FastMap<(usize, Option<char>), Vec<&'static str>>,
}

/// The phrases that begin, and those that end, with the same characters.
#[derive(Default)]
struct ByEnd {
    first: Vec<&'static str>,
    last: Vec<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// The phrases long enough to be told anywhere, with their first and their last characters.
fn long_phrases() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let set = SET_PHRASES.iter().map(|row| row[0]);
    let all = set.chain(SLOGANS.iter().map(|row| row[0]));
    all.filter(|phrase| phrase.chars().count() >= SHORTEST)
        .map(|phrase| {
            let first = window_after(phrase, 0, END);
            let last = window_before(phrase, phrase.len(), END);
            (phrase, first, last)
        })
}

/// The ends of phrases, by which their slips are looked for; sorted.
pub(super) fn ends() -> Vec<&'static str> {
    let mut ends: Vec<&str> = long_phrases()
        .flat_map(|(_, first, last)| [first, last])
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

impl Phrases {
    fn new() -> Self {
        let ends = ends();
        let mut by_end: Vec<ByEnd> = ends.iter().map(|_| ByEnd::default()).collect();
        for (phrase, first, last) in long_phrases() {
            if let Ok(at) = ends.binary_search(&first) {
                by_end[at].first.push(phrase);
            }
            if let Ok(at) = ends.binary_search(&last) {
                by_end[at].last.push(phrase);
            }
        }
        let mut short: FastMap<_, Vec<&str>> = FastMap::default();
        for row in SLOGANS.iter().filter(|row| !row[1].is_empty()) {
            short.entry(shape(row[0])).or_default().push(row[0]);
        }
        Self {
            by_end,
            words: [Matcher::new(COMMON_WORDS), Matcher::new(FORMULA_WORDS)],
            fixed: Matcher::new(SET_PHRASES),
            stock: Matcher::new(STOCK_PHRASES),
            sayings: Matcher::new(STOCK_SAYINGS),
            slogans: Matcher::new(SLOGANS),
            short,
        }
    }

    /// Whether words are a slogan or phrase of a table, or begin with one.
    fn knows(&self, words: &str) -> bool {
        self.slogans.longest(words).is_some()
            || self.fixed.longest(words).is_some()
            || self.stock.longest(words).is_some()
    }

    /// Whether the character of a phrase is part of a longer word there: one that stands alone (绘 in
    /// 绘到底) is freely changed for another (干到底).
    fn is_part_of_word(&self, phrase: &str, at: usize) -> bool {
        covered(phrase, at, 3, |rest| {
            let [common, formula] = &self.words;
            [common, formula].map(|words| words.longest(rest).map(|row| row[0]))
        })
    }

    /// Whether a word or phrase of a table covers the character at `at` with one beside it.
    fn is_word(&self, text: &str, at: usize) -> bool {
        covered(text, at, 7, |rest| {
            [
                self.words[0].longest(rest).map(|row| row[0]),
                self.words[1].longest(rest).map(|row| row[0]),
                self.fixed.longest(rest).map(|row| row[0]),
                self.stock.longest(rest).map(|row| row[0]),
                self.sayings.longest(rest).map(|row| row[0]),
                self.slogans.longest(rest).map(|row| row[0]),
            ]
        })
    }
}

/// Whether a word of two characters and more, among those that `longest` gives for the words from a
/// place on, covers the character at `at`; it may reach over `reach` characters to either side.
fn covered<const TABLES: usize>(
    text: &str,
    at: usize,
    reach: usize,
    longest: impl Fn(&str) -> [Option<&'static str>; TABLES],
) -> bool {
    let from = at - window_before(text, at, reach).len();
    let until = at + window_after(text, at, reach + 1).len();
    let near = &text[from..until];
    near.char_indices()
        .take_while(|(start, _)| from + start <= at)
        .any(|(start, first)| {
            longest(&near[start..])
                .into_iter()
                .flatten()
                .any(|word| word.len() > first.len_utf8() && from + start + word.len() > at)
        })
}

/// A place where a phrase stands one character off.
struct Slip {
    span: Span,
    phrase: &'static str,
}

fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let phrases = &*PHRASES;
    let mut slips: Vec<Slip> = Vec::new();
    for hit in context.hits(Sought::PhraseEnd) {
        let by_end = &phrases.by_end[hit.number];
        let begins = by_end.first.iter();
        let begins = begins.map(|&phrase| (phrase, Some(hit.span.start)));
        let ends = by_end.last.iter();
        let ends = ends.map(|&phrase| (phrase, hit.span.end.checked_sub(phrase.len())));
        for (phrase, start) in begins.chain(ends) {
            // Chinese characters are of one width, so that a slip is as long as its phrase.
            let Some(span) = start.map(|start| Span::new(start, start + phrase.len())) else {
                continue;
            };
            let Some(off) = text
                .get(span.start..span.end)
                .and_then(|words| difference(words, phrase))
            else {
                continue;
            };
            let in_text = Span::new(span.start + off.start, span.start + off.end);
            if !in_parallel(phrase, off.start)
                && each(phrase, off).all(|at| phrases.is_part_of_word(phrase, at))
                && is_slip(phrases, text, in_text)
            {
                slips.push(Slip { span, phrase });
            }
        }
        if slips.len() > 2 * MOST {
            break;
        }
    }
    quoted(context, phrases, &mut slips);
    report(text, slips, findings);
}

/// What a numeric slogan and its slip have in common: the count of their characters, and the first.
fn shape(slogan: &str) -> (usize, Option<char>) {
    (slogan.chars().count(), slogan.chars().next())
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
        let inside = signs[index + 1..].iter().take(QUOTED.end() + 1);
        let Some(&(end, _)) = inside.clone().find(|(_, sign)| *sign == '”') else {
            continue;
        };
        let words = &text[start..end];
        // No character takes more than four bytes.
        if words.len() > 4 * QUOTED.end() || !QUOTED.contains(&words.chars().count()) {
            continue;
        }
        let slogans = phrases.short.get(&shape(words)).into_iter().flatten();
        let mut like = slogans.filter(|slogan| {
            single_difference(words, slogan).is_some_and(|off| is_slip(phrases, words, off))
        });
        if let Some(phrase) = like.next().filter(|_| !phrases.knows(words)) {
            slips.push(Slip {
                span: Span::new(start, end),
                phrase,
            });
        }
        if slips.len() > 2 * MOST {
            break;
        }
    }
}

/// Where two slogans of as many characters differ by one that is no number and no classifier.
fn single_difference(words: &str, slogan: &str) -> Option<Span> {
    const COUNTING: &str = "个大种项条级位类点一二三四五六七八九十百两双";
    let off = difference(words, slogan).or_else(|| {
        let (at, written, right) = first_difference(words, slogan)?;
        let alike = words[at + written.len_utf8()..] == slogan[at + right.len_utf8()..];
        (alike && is_han(written) && is_han(right)).then(|| Span::new(at, at + written.len_utf8()))
    })?;
    let free = !off.of(words).contains(|c| COUNTING.contains(c));
    (off.start > 0 && free).then_some(off)
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
        if often.count() >= MEANT || findings.is_full(slip.span) {
            continue;
        }
        let values = [("words", words), ("form", slip.phrase)];
        let mut finding = RULE.finding(slip.span, "check.slogan-slip", &values);
        finding.suggestion = suggest(slip.span, slip.phrase);
        findings.push(finding);
    }
}

/// Where two runs begin to differ, and the two characters there.
fn first_difference(words: &str, phrase: &str) -> Option<(usize, char, char)> {
    let mut pairs = words.char_indices().zip(phrase.chars());
    let ((at, written), right) = pairs.find(|((_, written), right)| written != right)?;
    Some((at, written, right))
}

/// Where the only difference of two runs of one length lies: one character, or two neighbours turned
/// round.
fn difference(words: &str, phrase: &str) -> Option<Span> {
    if !may_differ_once(words.as_bytes(), phrase.as_bytes()) {
        return None;
    }
    let (at, written, right) = first_difference(words, phrase)?;
    let rest = &words[at + written.len_utf8()..];
    let right_rest = &phrase[at + right.len_utf8()..];
    if rest == right_rest {
        let off = Span::new(at, at + written.len_utf8());
        return content_differs(written, right).then_some(off);
    }
    let turned = rest.strip_prefix(right)? == right_rest.strip_prefix(written)?;
    let off = Span::new(at, at + written.len_utf8() + right.len_utf8());
    (turned && is_content(written) && is_content(right)).then_some(off)
}

/// Whether no more than two characters lie between what two runs begin and end with alike: nearly
/// all are told off by the bytes at their ends.
fn may_differ_once(words: &[u8], phrase: &[u8]) -> bool {
    const TWO_CHARACTERS: usize = 8;
    let alike = |(a, b): &(&u8, &u8)| a == b;
    let head = words.iter().zip(phrase).take_while(alike).count();
    let tail = words.iter().rev().zip(phrase.iter().rev());
    head < words.len() && head + tail.take_while(alike).count() + TWO_CHARACTERS >= words.len()
}

/// Where the characters of a stretch begin.
fn each(text: &str, stretch: Span) -> impl Iterator<Item = usize> {
    let characters = stretch.of(text).char_indices();
    characters.map(move |(at, _)| stretch.start + at)
}

fn content_differs(written: char, right: char) -> bool {
    is_content(written)
        && is_content(right)
        && !is_variant(written, right)
        && is_simplified(written)
}

/// Whether two characters stand for one another in accepted spellings.
fn is_variant(a: char, b: char) -> bool {
    VARIANT_CHARACTERS.iter().any(|row| {
        let (one, other) = (row[0].starts_with(a), row[1].starts_with(b));
        one && other || row[0].starts_with(b) && row[1].starts_with(a)
    })
}

/// Whether a character is one of GB/T 2312, which has simplified forms only: another one shows that
/// the text is written in traditional or old characters, and is no slip.
fn is_simplified(character: char) -> bool {
    let mut bytes = [0; 4];
    let (encoded, _, lost) = encoding_rs::GBK.encode(character.encode_utf8(&mut bytes));
    !lost && matches!(encoded[..], [0xB0..=0xF7, 0xA1..=0xFE])
}

/// Whether the character stands in a chain that anyone may vary: 共建共治共享, 共建共管共享.
fn in_parallel(phrase: &str, at: usize) -> bool {
    before(phrase, at).is_some_and(|before| phrase.matches(before).count() >= 3)
}

/// Neither mark, number nor particle: those differ between documents.
fn is_content(character: char) -> bool {
    is_han(character)
        && !"的地得之和与及同跟或了着过是在以新大我本全这那各一二三四五六七八九十百千万亿两几多个"
            .contains(character)
}

/// Whether the other characters make no word of their own with those around them.
fn is_slip(phrases: &Phrases, text: &str, off: Span) -> bool {
    each(text, off).all(|at| !phrases.is_word(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_phrases_one_character_off() {
        trips(
            &RULE,
            &[
                "坚持⟦以人民为中兴⟧的发展思想。",
                "推动⟦中华民族伟大复星⟧进程。",
                "推进⟦新时代党的建设新的伟大工呈⟧。",
                "坚持⟦一张蓝图绘到抵⟧。",
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
            &RULE,
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
