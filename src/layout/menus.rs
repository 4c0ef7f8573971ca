//! The menu of a site between the title that a page bears and the same title above its text.

use std::ops::Range;

use super::labels;
use super::paragraph::Paragraph;
use super::shape;
use crate::numbering::marker;
use crate::text::is_longer;

/// Within how many paragraphs the page's own title begins, and the text's stands.
const FIRST: usize = 3;
const LAST: usize = 120;

/// The fewest characters of such a title, and the most of a line of a menu.
const TITLE: usize = 6;
const ITEM: usize = 60;
/// The fewest characters of a title that only a part of another need be.
const LIKE: usize = 12;

/// The paragraphs from a page's title up to the text's own, where nothing but a menu and rows of data stands between;
/// where there is no menu, the second title.
pub(super) fn menu(paragraphs: &[Paragraph]) -> Range<usize> {
    let first = |at: usize| Some((at, last_again(paragraphs, at)?));
    let mut places = 0..paragraphs.len().min(FIRST);
    let Some((at, again)) = places.find_map(first) else {
        return 0..0;
    };
    let between = &paragraphs[at + 1..again];
    match between.iter().all(|line| is_data(&line.text)) {
        true => again..again + 1,
        false => at..again,
    }
}

/// Whether the line at `at` of a menu is set aside: rows of data are not.
pub(super) fn is_item(paragraphs: &[Paragraph], menu: &Range<usize>, at: usize) -> bool {
    menu.contains(&at) && !is_data(&paragraphs[at].text)
}

/// Where the title at `at` stands for the last time before any text.
fn last_again(paragraphs: &[Paragraph], at: usize) -> Option<usize> {
    let title = core(&paragraphs[at].text)?;
    let rest = &paragraphs[at + 1..paragraphs.len().min(LAST)];
    let heads = rest.iter().take_while(|line| may_stand_between(&line.text));
    let again = heads
        .enumerate()
        .filter(|(_, line)| core(&line.text).is_some_and(|again| is_same(&title, &again)))
        .last()?
        .0;
    (again > 0).then_some(at + 1 + again)
}

/// Whether two titles are one, or one is the other with a little before it: （云溪省）2031年统计公报.
fn is_same(title: &str, again: &str) -> bool {
    let (longer, shorter) = match title.len() > again.len() {
        true => (title, again),
        false => (again, title),
    };
    // 云溪县人民政府文件 is no 云溪县人民政府.
    let is_part = longer.contains(shorter) && shorter.len() * 4 >= longer.len() * 3;
    longer == shorter || is_part && is_longer(shorter, LIKE - 1)
}

/// A title's letters, without the site's name that a browser shows behind it and without the sign of a note: …公报-云溪县人民政府,
/// …公报[1].
fn core(line: &str) -> Option<String> {
    // 标题 | …的通知: a row that states the title is none.
    if is_data(line) || line.trim().contains('\t') {
        return None;
    }
    let title = shape::without_sign(line.trim().split(['-', '_', '|']).next()?);
    is_longer(title, TITLE - 1).then(|| shape::dense(title))
}

/// Whether a line is no sentence, no item of a text and not long, or a row of data.
fn may_stand_between(line: &str) -> bool {
    is_data(line)
        || !is_longer(&shape::dense(line), ITEM)
            && !line.contains(['。', '；', ';', '！', '!', '？', '?'])
            && marker(line.trim_start()).is_none()
}

fn is_data(line: &str) -> bool {
    labels::label(line).is_some() || labels::is_cells(line) || labels::first_cell(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::lay_out;

    #[test]
    fn the_menu_of_a_site_stands_between_two_titles() {
        let text = "初步核算，全年地区生产总值完成326.8亿元，比上年增长5.4%。";
        let page = format!(
            "2031年云溪县统计公报-云溪县人民政府门户网站\n规章\n其他文件\n政策解读\n机关简介\n统计信息\n\
             发布日期：2032-03-06\n2031年云溪县统计公报[1]\n云溪县统计局\n一、综合\n{text}\n"
        );
        let documents = lay_out(&page).documents;
        assert_eq!(documents.len(), 1);
        assert_eq!(documents[0].title.as_deref(), Some("2031年云溪县统计公报"));
        assert!(!documents[0].text.contains("机关简介"));
        let date = documents[0].metadata.date.as_ref();
        assert_eq!(date.map(|date| &*date.value), Some("2032-03-06"));
    }

    #[test]
    fn a_title_that_is_said_again_in_the_text_is_no_menu() {
        let page =
            "关于抓好春耕的讲话\n各位同志：\n今天讲三点。\n关于抓好春耕的讲话\n要备足种子。\n";
        let documents = lay_out(page).documents;
        assert_eq!(documents[0].title.as_deref(), Some("关于抓好春耕的讲话"));
        assert!(documents[0].text.contains("今天讲三点"));
    }
}
