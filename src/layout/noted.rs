//! A note of who is to act with the next item run into it: …（责任单位：县教育局）|（三）抓好招生。…

use crate::lexicon::body_endings::Count;
use crate::lexicon::duty_words::{Role, TABLE};
use crate::numbering::{Form, marker};
use crate::text::numeral::is_digit;
use crate::text::window_after;

/// The most characters of a note, and of the heading of an item.
const NOTE: usize = 200;
const HEADING: usize = 30;
/// The most characters of a body's name.
const NAME: usize = 20;

/// Where in `line` an item begins behind a note: bytes, ascending.
pub(super) fn breaks(line: &str) -> Vec<usize> {
    let mut places = Vec::new();
    for (colon, mark) in line.match_indices(['：', ':']) {
        if TABLE
            .ending(line[..colon].trim_end(), Role::Label)
            .is_none()
        {
            continue;
        }
        let start = colon + mark.len();
        let Some(at) = behind(&line[start..]).map(|at| start + at) else {
            continue;
        };
        places.push(at);
        // （三）抓好招生 1.公布计划。: the heading has the item below it on its line, too.
        places.extend(below(&line[at..]).map(|below| at + below));
    }
    places.dedup();
    places
}

/// Where the item begins behind the names of a note.
fn behind(note: &str) -> Option<usize> {
    // 责任单位：1.县教育局 2.县财政局: the bodies themselves are numbered.
    if marker(note.trim_start()).is_some() {
        return None;
    }
    let near = window_after(note, 0, NOTE + HEADING);
    let near = &near[..near
        .find(['。', '；', ';', '：', ':'])
        .unwrap_or(near.len())];
    let mut places = near.char_indices().map(|(at, _)| at).skip(1);
    places.find(|&at| {
        let before = near[..at].trim_end_matches([' ', '\u{3000}', '）', ')', '〕', '】']);
        let ends = || Count::Owner.ends(before) || before.ends_with('等');
        ends() && begins_item(&near[at..])
    })
}

/// Whether words begin with the number of an item and what is to be done, and not with that of a body.
fn begins_item(words: &str) -> bool {
    let Some(number) = marker(words).filter(|number| number.form.heads()) else {
        return false;
    };
    let rest = words[number.length..].trim_start();
    let name = window_after(rest, 0, NAME);
    let name = &name[..name
        .find(['、', '，', '。', '；', ';', ' ', '）'])
        .unwrap_or(name.len())];
    rest.starts_with(|first: char| first.is_alphabetic() || first == '“')
        && (!Count::Owner.ends(name) || name.contains(is_digit))
}

/// Where the first item begins behind the heading that words begin with.
fn below(words: &str) -> Option<usize> {
    let heads = marker(words).filter(|number| number.form != Form::Article)?;
    let near = window_after(words, heads.length, HEADING);
    let gap = near.find([' ', '\u{3000}'])?;
    let marked = near[..gap].contains(['。', '，', '；', ';', '：']);
    let at = heads.length + gap;
    let at = at + words[at..].len() - words[at..].trim_start().len();
    (!marked && begins_item(&words[at..])).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::breaks;
    use crate::layout::lines;

    fn pieces(line: &str) -> Vec<&str> {
        lines::pieces(line, &breaks(line))
    }

    #[test]
    fn the_next_item_begins_a_line() {
        assert_eq!(
            pieces(
                "责任单位：县教育局、县财政局 2.改造校舍12所。责任单位：县住建局（三）抓好招生 1.公布计划。"
            ),
            [
                "责任单位：县教育局、县财政局",
                "2.改造校舍12所。责任单位：县住建局",
                "（三）抓好招生",
                "1.公布计划。"
            ]
        );
        assert_eq!(
            pieces("完善预案。（责任单位：县应急局，各乡镇政府）（四）加强演练。"),
            [
                "完善预案。（责任单位：县应急局，各乡镇政府）",
                "（四）加强演练。"
            ]
        );
    }

    #[test]
    fn a_list_of_bodies_is_one_line() {
        for line in [
            "责任单位：1.县教育局 2.县财政局 3.县住建局",
            "责任单位：县教育局、县财政局（2）",
            "牵头单位：县水利局　完成时限：2.5个月",
        ] {
            assert_eq!(pieces(line), [line], "{line}");
        }
    }
}
