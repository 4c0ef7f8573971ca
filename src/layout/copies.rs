//! A text that stands more than once in a source.

use super::article::Article;
use super::paragraph::Paragraph;
use crate::lexicon::FastMap;
use crate::model::Span;

/// The fewest bytes of a paragraph that is compared: headings and closing words are alike anyway.
const LEAST_PARAGRAPH: usize = 60;

/// The fewest bytes of a text that is called a copy.
const LEAST_TEXT: usize = 450;

/// The first stretch of the source that says again what stands before it: an article whose
/// paragraphs stand earlier, or the second half of a text that was pasted twice and not told apart.
pub(super) fn copy(paragraphs: &[Paragraph], articles: &[Article]) -> Option<Span> {
    // Where the words of each paragraph stand first.
    let mut firsts: FastMap<&str, usize> = FastMap::default();
    let mut first_of: Vec<Option<usize>> = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let words = paragraph.text.trim();
        let first = (words.len() >= LEAST_PARAGRAPH).then(|| *firsts.entry(words).or_insert(at));
        first_of.push(first);
    }
    let article = articles
        .iter()
        .find(|article| says_again(paragraphs, &first_of, article))
        .map(|article| (article.start, article.end));
    let (start, end) = article.or_else(|| pasted_twice(paragraphs, &first_of))?;
    let stretch = &paragraphs[start..end];
    let from = stretch.first()?.spans.first()?.start;
    let to = stretch.last()?.spans.last()?.end;
    Some(Span::new(from, to))
}

/// Whether nine tenths of an article stand before it.
fn says_again(paragraphs: &[Paragraph], first_of: &[Option<usize>], article: &Article) -> bool {
    let mut own = 0;
    let mut again = 0;
    for at in article.start..article.end {
        let Some(first) = first_of[at] else { continue };
        let length = paragraphs[at].text.len();
        own += length;
        if first < article.start {
            again += length;
        }
    }
    own >= LEAST_TEXT && again * 10 >= own * 9
}

/// The paragraphs that repeat, in order and to the last, all that stands between their first
/// place and themselves.
fn pasted_twice(paragraphs: &[Paragraph], first_of: &[Option<usize>]) -> Option<(usize, usize)> {
    let long: Vec<(usize, usize)> = first_of
        .iter()
        .enumerate()
        .filter_map(|(at, first)| first.map(|first| (at, first)))
        .collect();
    let mut at = 0;
    while at < long.len() {
        let (start, first) = long[at];
        if first == start {
            at += 1;
            continue;
        }
        // The copy's paragraphs and the first ones go side by side.
        let mut original = long.partition_point(|&(place, _)| place < first);
        let begin = at;
        let mut bytes = 0;
        while at < long.len() && original < begin && long[at].1 == long[original].1 {
            bytes += paragraphs[long[at].0].text.len();
            at += 1;
            original += 1;
        }
        if original == begin && bytes >= LEAST_TEXT {
            return Some((start, long[at - 1].0 + 1));
        }
        at = at.max(begin + 1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::lay_out;
    use crate::model::WarningCode;

    const NOTICE: &str = "关于开展河道清淤的通知\n\n各乡镇人民政府：\n\n\
        为恢复河道行洪能力，保障沿岸群众生命财产安全，经研究，决定开展冬季河道清淤，现通知如下。\n\
        一、清淤范围\n东溪、西溪、南湖圩区等三十六条河道，总长二百四十公里，分三个标段同时推进。\n\
        二、进度要求\n十二月底以前完成全部测量，次年二月底以前完成主体工程，汛期到来以前全面验收。\n\
        三、资金安排\n县级财政安排四千二百万元，乡镇配套一千一百万元，专款专用，严禁截留挪用。\n\
        四、质量监督\n水利、审计部门全程跟踪，每月公布一次进展，群众举报的问题三日内答复到人。\n\
        柳溪县水利局\n2023年11月20日\n";

    const OTHER: &str = "在全县教育工作会议上的讲话\n县长 陶志远\n同志们：\n\
        今天会议的任务，是总结去年教育工作，安排今年的重点事项，动员大家再接再厉。\n\
        一、肯定成绩\n去年新建学校九所，新增学位六千三百个，引进教师二百一十名，群众满意度上升。\n\
        二、补足短板\n乡村学校食堂改造还有四十七所没有完成，今年秋季开学以前必须全部交付使用。\n";

    fn copies(source: &str) -> Vec<String> {
        let warnings = lay_out(source).warnings;
        warnings
            .into_iter()
            .filter(|warning| warning.code == WarningCode::Duplicate)
            .map(|warning| warning.span.map_or("", |span| span.of(source)).to_owned())
            .collect()
    }

    #[test]
    fn a_text_that_stands_twice_is_said_with_its_place() {
        let twice = copies(&format!("{NOTICE}\n{NOTICE}"));
        assert_eq!(twice.len(), 1);
        assert!(twice[0].contains("四千二百万元") && twice[0].contains("群众举报"));

        // Another text between the copies, or more copies: still said once.
        assert_eq!(copies(&format!("{NOTICE}\n{OTHER}\n{NOTICE}")).len(), 1);
        assert_eq!(copies(&NOTICE.repeat(5)).len(), 1);

        // Paragraphs without title or numbers, pasted twice.
        let plain: String = NOTICE
            .lines()
            .filter(|line| line.ends_with('。'))
            .flat_map(|line| [line, "\n"])
            .collect();
        assert_eq!(copies(&plain.repeat(2)).len(), 1);
    }

    #[test]
    fn texts_that_share_a_passage_are_no_copies() {
        assert!(copies(NOTICE).is_empty());
        assert!(copies(&format!("{NOTICE}\n{OTHER}")).is_empty());
        let shared = NOTICE.lines().nth(4).unwrap_or_default();
        assert!(copies(&format!("{NOTICE}\n{OTHER}{shared}\n")).is_empty());
    }
}
