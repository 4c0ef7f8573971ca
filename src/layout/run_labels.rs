//! The data of a page run into one line with the title before and the text behind: …的通知|发文机构：云溪县人民政府|发布时间：
//! 2031-03-05|发文字号：云政发〔2031〕7号|云政发〔2031〕7号|各乡镇人民政府：|…

use super::address;
use crate::lexicon::page_labels::{States, TABLE};
use crate::text::{open_bracket, window_after};

/// The most characters of a title with the data behind it, and of what stands between the data and the text.
const HEAD: usize = 420;
const BEHIND: usize = 400;

/// The most words that may begin those whom a text addresses.
const FEW: usize = 4;

/// The fewest labels that tell such a line.
const LEAST: usize = 3;

/// Where in `line` a new line begins: bytes, ascending.
pub(super) fn breaks(line: &str) -> Vec<usize> {
    let near = window_after(line, 0, HEAD);
    let labels: Vec<(usize, usize, States)> = near
        .match_indices('：')
        .filter_map(|(colon, mark)| {
            let row = TABLE.longest_at_end(&near[..colon])?;
            Some((colon - row.label.len(), colon + mark.len(), row.states))
        })
        .collect();
    // （联系人：…，联系电话：…）: what marks divide is a sentence.
    let is_run = |label: &(usize, usize, States)| {
        let marks = |c: char| matches!(c, '，' | '、' | '；' | ';' | '。' | '（' | '(' | ',');
        near[..label.0].ends_with(|c: char| !c.is_whitespace() && !marks(c))
    };
    let run = labels.iter().filter(|label| is_run(label)).count();
    let states = [States::DocumentNumber, States::Issuer, States::Posted];
    let is_data = labels.iter().any(|(.., own)| states.contains(own));
    let (Some(first), Some(last)) = (labels.first(), labels.last()) else {
        return Vec::new();
    };
    let title = near[..first.0].trim();
    let is_title = !title.is_empty() && !title.contains('。') && open_bracket(title).is_none();
    if labels.len() < LEAST || run < labels.len() || !is_data || !is_title {
        return Vec::new();
    }
    let mut places: Vec<usize> = labels.iter().map(|(start, ..)| *start).collect();
    let number = labels
        .windows(2)
        .find(|pair| pair[0].2 == States::DocumentNumber);
    let number = number.map(|pair| line[pair[0].1..pair[1].0].trim());
    behind(line, &line[..first.0], last.1, number, &mut places);
    places.retain(|at| (1..line.len()).contains(at));
    places
}

/// Adds where the text begins behind the last label's value: with its title again, its number, or those whom it addresses.
fn behind(line: &str, title: &str, from: usize, number: Option<&str>, places: &mut Vec<usize>) {
    let near = window_after(&line[from..], 0, BEHIND);
    let title = title.trim();
    let mut at = from;
    for part in [Some(title), number] {
        let part = part.filter(|part| !part.is_empty());
        let rest = window_after(&line[at..], 0, BEHIND);
        if let Some((part, start)) = part.and_then(|part| Some((part, rest.find(part)?))) {
            places.extend([at + start, at + start + part.len()]);
            at += start + part.len();
        }
    }
    let colon = near.find('：').map(|colon| from + colon + '：'.len_utf8());
    let Some(colon) = colon.filter(|&colon| colon > at) else {
        return;
    };
    let named = line[at..colon]
        .match_indices('各')
        .take(FEW)
        .map(|(each, _)| at + each);
    let mut starts = std::iter::once(at)
        .filter(|&start| start > from)
        .chain(named);
    if let Some(start) = starts.find(|&start| address::is_addressees(&line[start..colon])) {
        places.extend([start, colon]);
    }
    places.dedup();
}

#[cfg(test)]
mod tests {
    use super::breaks;
    use crate::layout::lines;

    fn pieces(line: &str) -> Vec<&str> {
        lines::pieces(line, &breaks(line))
    }

    #[test]
    fn the_data_of_a_page_is_told_from_its_title_and_text() {
        let data = "发文机构：云溪县人民政府发布时间：2031-03-06发文字号：云政发〔2031〕7号来源：http://云溪.示例/7.html";
        let line = format!(
            "关于印发果业规划的通知{data}关键字：果业;合作社云政发〔2031〕7号各乡镇人民政府，县直各部门：现将规划印发给你们。"
        );
        assert_eq!(
            pieces(&line),
            [
                "关于印发果业规划的通知",
                "发文机构：云溪县人民政府",
                "发布时间：2031-03-06",
                "发文字号：云政发〔2031〕7号",
                "来源：http://云溪.示例/7.html",
                "关键字：果业;合作社",
                "云政发〔2031〕7号",
                "各乡镇人民政府，县直各部门：",
                "现将规划印发给你们。",
            ]
        );
        let line = format!("关于抓好建园的通知{data}关键字：果业;建园各乡镇：要抓好建园。");
        assert_eq!(
            pieces(&line)[5..],
            ["关键字：果业;建园", "各乡镇：", "要抓好建园。"]
        );
    }

    #[test]
    fn labels_in_a_sentence_are_words() {
        for line in [
            "请按以下格式报送。标题：果业规划，作者：王大山，日期：3月5日。",
            "联系人：王大山　电话：1234567　日期：3月5日",
        ] {
            assert_eq!(pieces(line), [line]);
        }
    }
}
