//! `slogan-slip`

use std::sync::OnceLock;

use super::scan::is_han;
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
const KEY: usize = 3;
/// A form that stands so often in one document is meant.
const MEANT: usize = 3;

/// The phrases by their first and by their last characters.
struct Phrases {
    phrases: Vec<Vec<char>>,
    by_first: FastMap<u64, Vec<usize>>,
    by_last: FastMap<u64, Vec<usize>>,
    /// A bit for every key, by its hash: most places of a text are told off by it.
    filter: Vec<u64>,
    words: [Matcher<2>; 2],
    fixed: [Matcher<1>; 1],
    stock: Matcher<5>,
    sayings: Matcher<1>,
    slogans: Matcher<3>,
    /// The numeric slogans too short to be told without their quotation marks.
    short: Vec<usize>,
}

const FILTER: usize = 1 << 17;

fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(Phrases::new)
}

impl Phrases {
    fn new() -> Self {
        let mut made = Self {
            phrases: Vec::new(),
            by_first: FastMap::default(),
            by_last: FastMap::default(),
            filter: vec![0; FILTER / 64],
            words: [Matcher::new(COMMON_WORDS), Matcher::new(FORMULA_WORDS)],
            fixed: [Matcher::new(SET_PHRASES)],
            stock: Matcher::new(STOCK_PHRASES),
            sayings: Matcher::new(STOCK_SAYINGS),
            slogans: Matcher::new(SLOGANS),
            short: Vec::new(),
        };
        let set = SET_PHRASES.iter().map(|row| row[0]);
        for phrase in set.chain(SLOGANS.iter().map(|row| row[0])) {
            let characters: Vec<char> = phrase.chars().collect();
            if characters.len() < SHORTEST {
                continue;
            }
            let index = made.phrases.len();
            let first = key(&characters[..KEY]);
            let last = key(&characters[characters.len() - KEY..]);
            made.by_first.entry(first).or_default().push(index);
            made.by_last.entry(last).or_default().push(index);
            for key in [first, last] {
                let bit = slot(key);
                made.filter[bit / 64] |= 1 << (bit % 64);
            }
            made.phrases.push(characters);
        }
        for row in SLOGANS.iter().filter(|row| !row[1].is_empty()) {
            let characters: Vec<char> = row[0].chars().collect();
            if (4..=LONGEST_SLOGAN).contains(&characters.len()) {
                made.short.push(made.phrases.len());
                made.phrases.push(characters);
            }
        }
        made
    }

    /// Whether words are a slogan or phrase of a table, or begin with one.
    fn knows(&self, words: &str) -> bool {
        self.slogans.longest(words).is_some()
            || self.fixed[0].longest(words).is_some()
            || self.stock.longest(words).is_some()
    }

    fn may_hold(&self, key: u64) -> bool {
        let bit = slot(key);
        self.filter[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// Whether the character of a phrase is part of a longer word there: one that stands alone (绘 in
    /// 绘到底) is freely changed for another (干到底).
    fn is_part_of_word(&self, phrase: &[char], at: usize) -> bool {
        (at.saturating_sub(3)..=at).any(|start| {
            let rest: String = phrase[start..phrase.len().min(at + 4)].iter().collect();
            self.words
                .iter()
                .filter_map(|words| words.longest(&rest))
                .map(|row| row[0].chars().count())
                .any(|length| length >= 2 && start + length > at)
        })
    }

    /// Whether a word or phrase of a table covers the character at `at` with one beside it.
    fn is_word(&self, characters: &[char], at: usize) -> bool {
        let from = at.saturating_sub(7);
        let until = characters.len().min(at + 8);
        (from..=at).any(|start| {
            let rest: String = characters[start..until].iter().collect();
            let longest = [
                self.words[0].longest(&rest).map(|row| row[0]),
                self.words[1].longest(&rest).map(|row| row[0]),
                self.fixed[0].longest(&rest).map(|row| row[0]),
                self.stock.longest(&rest).map(|row| row[0]),
                self.sayings.longest(&rest).map(|row| row[0]),
                self.slogans.longest(&rest).map(|row| row[0]),
            ];
            longest
                .into_iter()
                .flatten()
                .map(|word| word.chars().count())
                .any(|length| length >= 2 && start + length > at)
        })
    }
}

fn key(characters: &[char]) -> u64 {
    characters
        .iter()
        .fold(0, |key, &character| key << 21 | u64::from(character as u32))
}

fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % FILTER
}

/// A place where a phrase stands one character off.
struct Slip {
    span: Span,
    phrase: usize,
}

fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let phrases = phrases();
    let characters: Vec<char> = text.chars().collect();
    let mut slips: Vec<Slip> = Vec::new();
    // Byte offsets are counted along, for few places need them.
    let (mut byte, mut counted) = (0, 0);
    for end in KEY..=characters.len() {
        let key = key(&characters[end - KEY..end]);
        if !phrases.may_hold(key) {
            continue;
        }
        let begins = phrases.by_first.get(&key).into_iter().flatten();
        let ends = phrases.by_last.get(&key).into_iter().flatten();
        let places = begins
            .map(|&index| (index, Some(end - KEY)))
            .chain(ends.map(|&index| (index, end.checked_sub(phrases.phrases[index].len()))));
        for (index, start) in places {
            let phrase = &phrases.phrases[index];
            let Some(start) = start else { continue };
            let Some(window) = characters.get(start..start + phrase.len()) else {
                continue;
            };
            let Some((at, length)) = difference(window, phrase) else {
                continue;
            };
            if in_parallel(phrase, at)
                || !(at..at + length).all(|at| phrases.is_part_of_word(phrase, at))
                || !is_slip(phrases, &characters, start + at, length)
            {
                continue;
            }
            // Going back a little is cheaper than offsets for all characters.
            if start < counted {
                (byte, counted) = (0, 0);
            }
            byte += width(&characters[counted..start]);
            counted = start;
            slips.push(Slip {
                span: Span::new(byte, byte + width(window)),
                phrase: index,
            });
        }
        if slips.len() > 2 * MOST {
            break;
        }
    }
    quoted(text, phrases, &mut slips);
    report(text, phrases, slips, findings);
}

/// The most characters of a quoted slogan.
const LONGEST_SLOGAN: usize = 8;

/// Quoted slogans of three to five characters with another one in the place of a right one.
fn quoted(text: &str, phrases: &Phrases, slips: &mut Vec<Slip>) {
    for (at, mark) in text.match_indices('“') {
        let start = at + mark.len();
        let near = super::scan::window_after(text, start, LONGEST_SLOGAN + 1);
        let Some(length) = near.find('”') else {
            continue;
        };
        let words: Vec<char> = near[..length].chars().collect();
        if !(4..=LONGEST_SLOGAN).contains(&words.len()) || phrases.knows(&near[..length]) {
            continue;
        }
        let mut like = phrases.short.iter().filter_map(|&index| {
            let slogan = &phrases.phrases[index];
            let same_number = slogan.len() == words.len() && slogan.first() == words.first();
            let (at, length) = same_number
                .then(|| single_difference(&words, slogan))
                .flatten()?;
            is_slip(phrases, &words, at, length).then_some(index)
        });
        if let Some(phrase) = like.next() {
            slips.push(Slip {
                span: Span::new(start, start + length),
                phrase,
            });
        }
        if slips.len() > 2 * MOST {
            break;
        }
    }
}

/// Where two slogans differ by one character that is no number and no classifier.
fn single_difference(words: &[char], slogan: &[char]) -> Option<(usize, usize)> {
    const CLASSIFIERS: &str = "个大种项条级位类点";
    let (at, length) = difference(words, slogan).or_else(|| {
        let at = words.iter().zip(slogan).position(|(a, b)| a != b)?;
        (words[at + 1..] == slogan[at + 1..] && is_han(words[at]) && is_han(slogan[at]))
            .then_some((at, 1))
    })?;
    let counts = |c: char| CLASSIFIERS.contains(c) || "一二三四五六七八九十百两双".contains(c);
    let free = (at..at + length).all(|at| !counts(words[at]));
    (at > 0 && free).then_some((at, length))
}

/// No document has so many; a longer list is one of other forms.
const MOST: usize = 100;

fn width(characters: &[char]) -> usize {
    characters.iter().map(|c| c.len_utf8()).sum()
}

fn report(text: &str, phrases: &Phrases, mut slips: Vec<Slip>, findings: &mut Findings) {
    // Of phrases inside one another the longest is told.
    slips.sort_by_key(|slip| (slip.span.start, std::cmp::Reverse(slip.span.end)));
    slips.dedup_by(|next, kept| next.span.start < kept.span.end);
    for slip in &slips {
        let words = slip.span.of(text);
        let often = slips.iter().filter(|other| other.span.of(text) == words);
        if often.count() >= MEANT || findings.is_full(slip.span) {
            continue;
        }
        let form: String = phrases.phrases[slip.phrase].iter().collect();
        let values = [("words", words), ("form", &form)];
        let mut finding = RULE.finding(slip.span, "check.slogan-slip", &values);
        finding.suggestion = suggest(slip.span, form);
        findings.push(finding);
    }
}

/// Where the only difference of two runs of one length lies, and how many characters it takes: one,
/// or two neighbours turned round.
fn difference(window: &[char], phrase: &[char]) -> Option<(usize, usize)> {
    let first = window.iter().zip(phrase).position(|(a, b)| a != b)?;
    if window[first + 1..] == phrase[first + 1..] {
        return content_differs(window[first], phrase[first]).then_some((first, 1));
    }
    let turned = first + 1 < window.len()
        && window[first] == phrase[first + 1]
        && window[first + 1] == phrase[first]
        && window[first + 2..] == phrase[first + 2..];
    let content = is_content(window[first]) && is_content(*window.get(first + 1)?);
    (turned && content).then_some((first, 2))
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
fn in_parallel(phrase: &[char], at: usize) -> bool {
    at.checked_sub(1)
        .map(|before| phrase[before])
        .is_some_and(|before| phrase.iter().filter(|&&c| c == before).count() >= 3)
}

/// Neither mark, number nor particle: those differ between documents.
fn is_content(character: char) -> bool {
    is_han(character)
        && !"的地得之和与及同跟或了着过是在以新大我本全这那各一二三四五六七八九十百千万亿两几多个"
            .contains(character)
}

/// Whether the other characters make no word of their own with those around them.
fn is_slip(phrases: &Phrases, characters: &[char], at: usize, length: usize) -> bool {
    (at..at + length).all(|at| !phrases.is_word(characters, at))
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
