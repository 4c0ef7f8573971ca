//! What tells a finding from others, wherever it stands and however often the text is analysed anew: a
//! hash of its rule, its words and the words around them. The words themselves cannot be had from it.
//! A page that keeps it knows again what its reader dismissed, so what it is made of stays as it is.

use crate::lexicon::FastMap;
use crate::model::Finding;

/// So many UTF-16 code units on either side, within the paragraph, are words around a finding.
const AROUND: usize = 8;
/// Of a long finding so many code units at either end.
const LONGEST: usize = 60;
/// Divides paragraphs.
const LINE_END: u16 = b'\n' as u16;

/// Gives each finding of one rule its identity. The same words in the same surroundings are told apart by their order.
pub(super) fn identify(findings: &mut [Finding], text: &str) {
    let mut counts: FastMap<u64, usize> = FastMap::default();
    for finding in findings {
        let units = units(finding, text);
        let hash = hash(&units);
        let count = counts.entry(hash).or_default();
        *count += 1;
        finding.identity = match count {
            1 => format!("{hash:016x}"),
            _ => format!("{hash:016x}.{count}"),
        };
    }
}

/// What is hashed, in UTF-16 code units: rule, words before, words and words after, with 0 between.
fn units(finding: &Finding, text: &str) -> Vec<u16> {
    let span = finding.span;
    let before = last(&text[..span.start], AROUND);
    let before = before.rsplit(|&unit| unit == LINE_END).next();
    let after = text[span.end..].encode_utf16().take(AROUND);
    let words: Vec<u16> = span.of(text).encode_utf16().collect();
    let mut units: Vec<u16> = finding.rule.encode_utf16().collect();
    units.push(0);
    units.extend(before.unwrap_or_default());
    units.push(0);
    if words.len() > 2 * LONGEST {
        units.extend(&words[..LONGEST]);
        units.extend(&words[words.len() - LONGEST..]);
    } else {
        units.extend(words);
    }
    units.push(0);
    units.extend(after.take_while(|&unit| unit != LINE_END));
    units
}

/// The last `count` code units of a stretch.
fn last(text: &str, count: usize) -> Vec<u16> {
    let from = text.char_indices().rev().take(count).last();
    let mut units: Vec<u16> = text[from.map_or(0, |(at, _)| at)..]
        .encode_utf16()
        .collect();
    units.drain(..units.len().saturating_sub(count));
    units
}

/// FNV-1a and another mixture, 32 bits each: the same on every machine and in every version.
fn hash(units: &[u16]) -> u64 {
    let (mut high, mut low) = (0x811C_9DC5_u32, 0x0100_0193_u32);
    for unit in units.iter().map(|&unit| u32::from(unit)) {
        high = (high ^ unit).wrapping_mul(0x0100_0193);
        low = (low ^ unit).wrapping_mul(0x85EB_CA6B) ^ (low >> 13);
    }
    u64::from(high) << 32 | u64::from(low)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing;

    /// The identities of what the check `repeated-mark` finds.
    fn identities(text: &str) -> Vec<String> {
        let found = testing::of_rule("repeated-mark", text);
        found.into_iter().map(|finding| finding.identity).collect()
    }

    #[test]
    fn it_stays_what_it_was_when_it_was_first_kept() {
        assert_eq!(identities("任务完成。。群众满意。"), ["4b6e760a3c08f9d2"]);
        assert_eq!(
            identities("\u{20000}\u{20001}很\u{20002}很很很很。。\n群众满意。"),
            ["fcc53c1a32ce4c07"]
        );
    }

    #[test]
    fn what_changes_elsewhere_leaves_it_alone() {
        let before = identities("各项任务都已经完成。。群众都已比较满意。");
        let after = identities("各单位：\n今年各项任务都已经完成。。群众都已比较满意，真好。");
        assert_eq!(before, after);
    }

    #[test]
    fn other_words_around_it_make_another_one() {
        assert_ne!(identities("任务完成。。"), identities("工程完成。。"));
    }

    #[test]
    fn the_same_words_twice_are_two() {
        let found = identities("任务完成。。\n任务完成。。\n");
        assert_eq!(found.len(), 2);
        assert_eq!(found[1], format!("{}.2", found[0]));
    }
}
