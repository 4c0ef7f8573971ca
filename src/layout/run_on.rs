//! A whole text on one line, its paragraphs divided by wide spaces alone, and a head that is run together:
//! 新华社北京3月5日电在…的讲话（2031年3月5日，北京）市长　王大山各位来宾：

use super::byline::byline;
use super::date;
use super::dispatch;
use super::shape;
use crate::lexicon::salutations::{Stand, TABLE};
use crate::lexicon::title_endings::Kind;
use crate::text::window_after;

/// The fewest bytes of a line that may be several, and how many divisions it has at least.
const SHORTEST: usize = 600;
const DIVISIONS: usize = 3;

/// Two wide spaces, of either kind or of both.
const WIDE_PAIRS: [&str; 4] = [
    "\u{3000}\u{3000}",
    "\u{2003}\u{2003}",
    "\u{3000}\u{2003}",
    "\u{2003}\u{3000}",
];

/// The most characters of a title, of the bracket with date and place, of the speaker, of a salutation.
const TITLE: usize = 80;
const BRACKET: usize = 40;
const SPEAKER: usize = 40;
const SALUTATION: usize = 120;

/// Where in `line` a new line begins: bytes, ascending.
pub(super) fn breaks(line: &str) -> Vec<usize> {
    // Most long lines are told off by a search for what divides.
    let divided = || WIDE_PAIRS.iter().any(|pair| line.contains(pair));
    if line.len() < SHORTEST || !divided() {
        return Vec::new();
    }
    let mut places = divisions(line);
    if places.len() < DIVISIONS {
        return Vec::new();
    }
    let starts = std::iter::once(0).chain(places.clone());
    let ends = places.iter().copied().chain([line.len()]);
    let heads: Vec<usize> = starts
        .zip(ends)
        .flat_map(|(start, end)| {
            head(&line[start..end])
                .into_iter()
                .map(move |at| start + at)
        })
        .collect();
    places.extend(heads);
    places.sort_unstable();
    places.dedup();
    places
}

/// Where two wide spaces or more begin behind words.
fn divisions(line: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut run = 0;
    let mut words = false;
    for (at, character) in line.char_indices() {
        if matches!(character, '\u{3000}' | '\u{2003}') {
            run += 1;
            continue;
        }
        if run > 1 && words {
            places.push(at - run * '\u{3000}'.len_utf8());
        }
        run = 0;
        words |= !character.is_whitespace();
    }
    places
}

/// Where the parts of a head begin that is run together with its date in brackets: the title, the bracket, the
/// speaker, the salutation, the text.
fn head(piece: &str) -> Vec<usize> {
    let start = dispatch::wire_end(piece).unwrap_or(0);
    let rest = &piece[start..];
    let dated = |open: usize| {
        let inside = &rest[open + '（'.len_utf8()..];
        date::date_at(inside, 0)?;
        let close = window_after(inside, 0, BRACKET).find('）')?;
        Some(open + '（'.len_utf8() + close + '）'.len_utf8())
    };
    let brackets = window_after(rest, 0, TITLE + 1).match_indices('（');
    let Some((open, close)) = brackets
        .filter_map(|(open, _)| Some((open, dated(open)?)))
        .next()
    else {
        return Vec::new();
    };
    let title = rest[..open].trim();
    if title.contains('。') || shape::title_kind(title) != Some(Kind::Speech) {
        return Vec::new();
    }
    let mut places = vec![start, start + open, start + close];
    let behind = &rest[close..];
    if let Some((speaker, salutation)) = speaker(behind) {
        places.extend([speaker, salutation].map(|at| start + close + at));
    }
    places.retain(|at| (1..piece.len()).contains(at));
    places
}

/// Where the speaker's name ends, and the salutation behind it: bytes of `text`.
fn speaker(text: &str) -> Option<(usize, usize)> {
    let window = window_after(text, 0, SPEAKER);
    let ends = window
        .char_indices()
        .map(|(at, _)| at)
        .skip(2)
        .chain([window.len()]);
    let mut named = ends.filter(|&end| byline(text[..end].trim()).is_some_and(|name| name.sure));
    if window.len() == text.len() && byline(text.trim()).is_some() {
        return Some((text.len(), text.len()));
    }
    let end = named.find(|&end| TABLE.beginning(&text[end..], Stand::Begins).is_some())?;
    let salutation = window_after(&text[end..], 0, SALUTATION).find(['：', '！'])?;
    Some((end, end + salutation + '：'.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(line: &str) -> Vec<&str> {
        let places = breaks(line);
        let starts = std::iter::once(0).chain(places.clone());
        let ends = places.iter().copied().chain([line.len()]);
        starts
            .zip(ends)
            .map(|(start, end)| line[start..end].trim())
            .collect()
    }

    #[test]
    fn paragraphs_divided_by_wide_spaces_are_told() {
        let text = "我们要把果业做成富民产业，把村庄建成宜居家园。".repeat(8);
        let line = format!(
            "同志们：\u{3000}\u{3000}{text}\u{3000}\u{3000}一、抓好建园\u{3000}\u{3000}{text}"
        );
        assert_eq!(pieces(&line), ["同志们：", &text, "一、抓好建园", &text]);
    }

    #[test]
    fn a_head_that_is_run_together_is_taken_apart() {
        let text = "很高兴来到云溪，同大家共商果业发展大计。".repeat(12);
        let line = format!(
            "\u{2003}\u{2003}新华社云溪3月5日电携手兴果业\u{3000}共走富民路——在云溪果业大会上的致辞（2031年3月5日，云溪）\
             云溪市市长\u{3000}王大山各位来宾，女士们，先生们：\u{2003}\u{2003}{text}\u{2003}\u{2003}{text}\u{2003}\u{2003}{text}"
        );
        assert_eq!(
            pieces(&line)[..6],
            [
                "新华社云溪3月5日电",
                "携手兴果业\u{3000}共走富民路——在云溪果业大会上的致辞",
                "（2031年3月5日，云溪）",
                "云溪市市长\u{3000}王大山",
                "各位来宾，女士们，先生们：",
                &text,
            ]
        );
    }

    #[test]
    fn a_long_paragraph_and_a_name_set_wide_are_one_line() {
        let text = "市长李\u{3000}\u{3000}强在会上强调，要抓好春耕。".repeat(2)
            + &"各地要备足种子。".repeat(40);
        assert_eq!(breaks(&text), Vec::<usize>::new());
    }
}
