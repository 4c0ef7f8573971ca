//! A numbered line that is one sentence: a heading where it heads something, a statement where it
//! stands for itself.

use super::class::Class;
use super::paragraph::{Paragraph, class_at};
use crate::numbering::{Form, Marker};
use crate::text::is_longer;

/// The most characters of a topic that stands as the first sentence of its paragraph, its number among them: the medians of real
/// texts were up to 29 where topics stand, and 31 to 42 where orders do.
pub(crate) const LONGEST_TOPIC: usize = 30;

/// The most bytes of a sentence that heads something.
const LONGEST_HEADING: usize = 240;

/// Tells headings that end as sentences do (（一）坚持稳字当头。) from numbered statements
/// (（一）新增就业55万人以上。): a statement has nothing under it. Below the last one of a list
/// stands what follows the list, so that it is what the one before it is.
pub(super) fn tell_apart(paragraphs: &mut [Paragraph]) {
    let goes_on = lists_going_on(paragraphs);
    // The number above, and whether its paragraph is one sentence.
    let mut before: Option<(Marker, bool)> = None;
    for at in 0..paragraphs.len() {
        let Some(number) = own_number(paragraphs, at) else {
            before = None;
            continue;
        };
        let words = paragraphs[at].text[number.length..].trim_end();
        let sentence = ends_once(words);
        let above = before.filter(|(last, _)| number.follows(*last));
        if !sentence {
            // （一）加强领导。各县要… goes on in its own paragraph, and so does what stands right below it.
            before = matches!(paragraphs[at].class, Class::Numbered(_)).then_some((number, false));
            continue;
        }
        let follows =
            above.is_some_and(|(_, is_whole)| is_whole || is_longer(words, LONGEST_TOPIC));
        let heads = has_text_under(paragraphs, at, number) && (goes_on[at] || !follows);
        before = (!heads).then_some((number, true));
        if !heads {
            paragraphs[at].class = Class::Numbered(number);
        } else if words.ends_with('。') && words.len() < LONGEST_HEADING {
            paragraphs[at].class = Class::Heading(number);
        }
    }
    rows(paragraphs);
}

/// Numbers with nothing but a space behind them (1 车辆定位) that stand one below the other, three or more, are
/// rows of a table, not headings.
fn rows(paragraphs: &mut [Paragraph]) {
    let mut at = 0;
    while at < paragraphs.len() {
        let number =
            |at: usize| own_number(paragraphs, at).filter(|own| own.form == Form::Decimal(1));
        let mut end = at + 1;
        while let (Some(last), Some(next)) = (number(end - 1), number(end))
            && next.follows(last)
        {
            end += 1;
        }
        if end - at > 2 {
            for line in &mut paragraphs[at..end] {
                if let Class::Heading(number) = line.class {
                    line.class = Class::Numbered(number);
                }
            }
        }
        at = end;
    }
}

/// The number of a heading or a numbered paragraph that may head something.
fn own_number(paragraphs: &[Paragraph], at: usize) -> Option<Marker> {
    let number = class_at(paragraphs, at)?.number()?;
    (number.form.heads() && paragraphs[at].mark == 0).then_some(number)
}

/// Whether a sentence or an item of a list ends where `words` end, and nothing before: no sentence,
/// and no heading by a colon (目标：…).
pub(crate) fn ends_once(words: &str) -> bool {
    let marks = ['。', '；', ';'];
    let words = words.trim_end();
    // An item of a list may have parts of its own: 属国产的，应当…；属进口的，应当…；
    let inside: &[char] = if words.ends_with('。') {
        &marks
    } else {
        &['。']
    };
    words
        .strip_suffix(marks)
        .is_some_and(|bare| !bare.contains(inside) && !bare.contains(['：', ':']))
}

/// Whether text, or a number of a lower form, stands below the paragraph.
fn has_text_under(paragraphs: &[Paragraph], at: usize, number: Marker) -> bool {
    match class_at(paragraphs, at + 1) {
        None | Some(Class::Trailer | Class::Date | Class::Attachment) => false,
        Some(below) => below
            .number()
            .is_none_or(|next| next.form != number.form && next.form.rank() > number.form.rank()),
    }
}

/// For each paragraph whether the next one of its list stands below it.
fn lists_going_on(paragraphs: &[Paragraph]) -> Vec<bool> {
    let mut ahead: Vec<(Form, u32)> = Vec::new();
    let mut goes_on = vec![false; paragraphs.len()];
    for at in (0..paragraphs.len()).rev() {
        let Some(number) = own_number(paragraphs, at) else {
            continue;
        };
        goes_on[at] = ahead.contains(&(number.form, number.number + 1));
        ahead.retain(|(form, _)| form.rank() <= number.form.rank() && *form != number.form);
        ahead.push((number.form, number.number));
    }
    goes_on
}

#[cfg(test)]
mod tests {
    use super::super::neighbours;
    use super::*;

    /// Which of the lines are headings.
    fn headings(lines: &[&'static str]) -> Vec<bool> {
        let classes = neighbours::of(lines).into_iter();
        classes
            .map(|class| matches!(class, Class::Heading(_)))
            .collect()
    }

    #[test]
    fn a_sentence_that_heads_nothing_is_a_statement() {
        for lines in [
            [
                "（一）新增就业55万人以上。",
                "（二）改造老旧小区120个。",
                "（三）新建公园8处。",
            ],
            ["1.修复河堤12公里。", "2.植树3万株。", "3.清淤水库5座。"],
            [
                "（1）每月调度一次；",
                "（2）每季度通报一次；",
                "（3）年底考核。",
            ],
        ] {
            assert_eq!(headings(&lines), [false; 3], "{lines:?}");
        }
    }

    #[test]
    fn one_with_text_under_it_is_a_heading() {
        let lines = [
            "（一）坚持稳字当头。",
            "今年要做好三件事。",
            "（二）坚持民生为本。",
            "全年办好十件实事。",
        ];
        assert_eq!(headings(&lines), [true, false, true, false]);
        assert_eq!(
            headings(&["（一）抓好春耕。", "1.备足种子", "各乡镇要备足种子。"]),
            [true, true, false]
        );
    }

    #[test]
    fn what_follows_a_list_is_not_under_its_last_one() {
        let lines = [
            "（一）新建粮库3座。",
            "（二）改造粮库8座。",
            "各有关部门要抓好落实，确保按期完成。",
        ];
        assert_eq!(headings(&lines), [false; 3]);
    }
}
