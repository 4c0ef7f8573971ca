//! # spliced-text
//!
//! ## zh: 混入的文字
//!
//! 正文里混入了本文标题、网站名称或“转载请注明”一类文字。
//! 标题单独成行、正文里正常提到别的题目不算。
//!
//! Why: 文稿网站常这样给范文做记号；照抄的人把记号也抄了过去。
//!
//! Source: 编校惯例；标记用语见 data/check-words.tsv（site_label）
//!
//! ## en: Spliced text
//!
//! The document’s own title, a website’s label or a note such as 转载请注明 stands in running
//! text. A title on its own line, or a title that the text speaks of, is none.
//!
//! Why: Sites that collect model speeches mark their copies so; whoever takes the text over takes
//! the mark over too.
//!
//! Source: Editors’ practice; the labels are those of data/check-words.tsv (site_label)
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.spliced-text.title | 正文中混入了本文标题“{words}”。请删去。 | The document's own title “{words}” strayed into the text. Take it out. |
//! | check.spliced-text.label | 正文中混入了网站文字“{words}”。请删去。 | Words of a website, “{words}”, strayed into the text. Take them out. |
//!
//! ## Trips
//!
//! ```text
//! 在全县春耕备耕会议上的讲话
//! （2024年3月2日）
//! 同志们：
//! 今天的会议很重要。我们要抢抓农时，为全年丰收打牢基础，在全县春耕备耕会议上的讲话。下面，我讲两点意见。
//! 一、抓紧备耕
//! 各乡镇要备足种子化肥。
//! 二、落实责任
//! 各部门要包村到户。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 在全县春耕备耕会议上的讲话
//! （2024年3月2日）
//! 同志们：
//! 今天的会议很重要。我们要抢抓农时，为全年丰收打牢基础。下面，我讲两点意见。
//! 一、抓紧备耕
//! 各乡镇要备足种子化肥。
//! 二、落实责任
//! 各部门要包村到户。
//! ```

use super::{Context, Findings, Role};
use crate::lexicon::title_endings;
use crate::model::{BlockKind, Severity, Span};
use crate::reading::{Clause, Reading};
use crate::text::{after, before, is_han};

/// The least characters of a title that is looked for.
const SHORTEST_TITLE: usize = 6;
/// The least characters of one that is looked for within a clause.
const SHORTEST_FORMAL: usize = 10;
/// The marks between clauses.
const MARKS: [char; 8] = ['，', ',', '。', '；', ';', '！', '？', '：'];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let title = reading.title.map(core_of).unwrap_or_default();
    let long_enough = title.chars().count() >= SHORTEST_TITLE;
    let mut found: Vec<Span> = Vec::new();
    for clause in &reading.clauses {
        let words = clause.span.of(reading.text);
        // Nearly all clauses are told off by their ends.
        let ends_alike = || words.trim_end_matches(is_around).ends_with(title);
        if !(long_enough && words.len() >= title.len() && ends_alike() || words.ends_with('》')) {
            continue;
        }
        let block = &reading.blocks[reading.sentence_blocks[clause.sentence]];
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading) {
            continue;
        }
        let bare = words.trim_matches(is_around);
        let line = block.span.of(reading.text);
        let whole = line.trim_end_matches(['。', '：', ':', ' ']).len() == bare.len();
        // A mark stands before it that does not introduce it.
        let head = reading.text[..clause.span.start].trim_end();
        let spliced_in = head.ends_with(['，', ',', '。', '；', '！', '？', '”']);
        if long_enough && bare == title && !whole && spliced_in {
            let mut told = findings.report(clause.span, ".title", &[("words", bare)]);
            // A headline is a clause that the text may have as well: 让开放带来光明前程.
            if title_endings::TABLE.longest_at_end(title).is_none() {
                told.set(Severity::Info);
            }
        } else if is_labelled(words, title) {
            findings.report(clause.span, ".label", &[]);
        } else {
            continue;
        }
        found.push(clause.span);
    }
    for place in stray_titles(reading, title) {
        if !found.iter().any(|known| known.overlaps(place)) {
            findings.report(place, ".title", &[("words", title)]);
            found.push(place);
        }
    }
    let labels = context.places(Role::SiteLabel);
    for label in labels.filter(|label| in_paragraph(reading, *label)) {
        let after = |clause: &Clause| clause.span.end <= label.start;
        let clause = reading.clauses.get(reading.clauses.partition_point(after));
        let span = clause.map_or(label, |clause| clause.span);
        if !found.iter().any(|known| known.overlaps(span)) {
            let values = [("words", label.of(reading.text))];
            findings.report(span, ".label", &values);
            found.push(span);
        }
    }
}

/// Where a title that nobody would write into a sentence (关于…的意见, 在…上的讲话) stands in running text all the same, joined to
/// what follows; or to what stands before, where it begins with who issued the text.
fn stray_titles<'a>(reading: &'a Reading, title: &'a str) -> impl Iterator<Item = Span> + 'a {
    let bare = title.trim_end_matches(['）', ')']);
    let is_marked = bare.len() < title.len();
    let is_formal = is_marked || title.contains("关于") || title.contains("上的");
    let ends = is_marked || title_endings::TABLE.longest_at_end(title).is_some();
    let long = title.chars().count() >= SHORTEST_FORMAL && ends;
    let issuer = reading.metadata.issuer.as_ref();
    let by_issuer = issuer.is_some_and(|issuer| title.starts_with(&issuer.value));
    let places = long.then(|| reading.text.match_indices(title));
    let places = places
        .into_iter()
        .flatten()
        .map(|(at, words)| Span::new(at, at + words.len()));
    places.filter(move |place| {
        let before = before(reading.text, place.start).unwrap_or('\n');
        let after = after(reading.text, place.end).unwrap_or('\n');
        let closes = MARKS.contains(&after) || matches!(after, '（' | '(');
        let stands = match before {
            '”' => closes,
            mark if MARKS.contains(&mark) => closes || is_formal && is_han(after) && after != '的',
            sign => is_han(sign) && by_issuer && closes,
        };
        stands && after != '\n' && before != '\n' && in_paragraph(reading, *place)
    })
}

/// A title without the counter of a collection: 第一篇：在…上的讲话.
fn core_of(title: &str) -> &str {
    let title = title.trim();
    match title.split_once(['：', ':']) {
        Some((head, rest)) if head.starts_with('第') && head.ends_with('篇') => rest.trim(),
        _ => title,
    }
}

/// The marks around a clause.
fn is_around(mark: char) -> bool {
    mark.is_whitespace() || matches!(mark, '《' | '》' | '“' | '”' | '（' | '）' | '(' | ')')
}

/// Whether a label and a title make up a whole clause: 演讲稿《在…上的讲话》.
fn is_labelled(words: &str, title: &str) -> bool {
    let rest = Role::TextNoun.behind(words.trim()).unwrap_or_default();
    let rest = rest.trim_start_matches(['：', ':', ' ']).strip_prefix('《');
    rest.and_then(|rest| rest.strip_suffix('》'))
        .is_some_and(|named| {
            let is_text = named == title || Role::TitleEnd.ends(named).is_some();
            is_text && !named.contains(['《', '》'])
        })
}

/// Whether a place stands in running text.
fn in_paragraph(reading: &Reading, place: Span) -> bool {
    let blocks = reading.blocks;
    let next = blocks.partition_point(|block| block.span.start <= place.start);
    let block = next.checked_sub(1).map(|at| &blocks[at]);
    // A line of a page without a sentence holds such words by right.
    block.is_some_and(|block| {
        block.kind == BlockKind::Paragraph && block.span.of(reading.text).contains(['。', '，'])
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::Page;
    use crate::model::Severity;

    const TITLE: &str = "在全县春耕备耕会议上的讲话";

    fn spans(text: &str) -> Vec<String> {
        let page = Page::titled(TITLE, text);
        let reading = page.reading();
        page.check("spliced-text")
            .iter()
            .map(|finding| finding.span.of(reading.text).to_owned())
            .collect()
    }

    #[test]
    fn finds_titles_and_labels_in_running_text() {
        for text in [
            "要为全年丰收打牢基础，在全县春耕备耕会议上的讲话。下面我讲两点。",
            "形成了干事创业的合力，演讲稿《在全县春耕备耕会议上的讲话》。",
            "要抓好落实。在全县春耕备耕会议上的讲话，大家要认真领会。",
            "取得了明显成效，工作总结《乡村振兴工作总结》。",
            "要再接再厉。转载请注明出处，谢谢合作。",
            "我们取得了成绩，讲话稿《在全县春耕备耕会议上的讲话》，成绩来之不易。",
            "（本文来源：某网站）要进一步统一思想。",
            "加强组织领导，更多范文请访问本站，压实工作责任。",
            "为做好今年工作，制定本计划。欢迎转载，请注明本文链接。",
        ] {
            assert_eq!(spans(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_headline_may_be_said_in_the_text() {
        let title = "让绿色成为乡村的底色";
        let page = Page::titled(title, "各村植树造林，让绿色成为乡村的底色。群众点赞。");
        let found = page.check("spliced-text");
        assert!(found.iter().all(|one| one.severity == Severity::Info));
    }

    #[test]
    fn finds_titles_joined_to_the_words_around_them() {
        let found = |title: &str, text: &str| Page::titled(title, text).check("spliced-text").len();
        let formal = "关于推进智慧乡村建设的意见";
        assert_eq!(
            found(
                formal,
                "成效很好。关于推进智慧乡村建设的意见各地要认真研究，抓好落实。"
            ),
            1
        );
        assert_eq!(
            found(formal, "根据关于推进智慧乡村建设的意见，各地要抓好落实。"),
            0
        );
        assert_eq!(
            found(
                formal,
                "成效很好。关于推进智慧乡村建设的意见的说明，各地要认真研究。"
            ),
            0
        );
        let marked = "云岭县人民法院工作报告（摘要）";
        assert_eq!(
            found(
                marked,
                "收案120件，上升4%，云岭县人民法院工作报告（摘要）结案118件。"
            ),
            1
        );
    }

    #[test]
    fn keeps_silent_where_titles_belong() {
        for text in [
            "在全县春耕备耕会议上的讲话",
            "在全县春耕备耕会议上的讲话\n同志们：今天开会，部署春耕。",
            "会后印发《在全县春耕备耕会议上的讲话》，要组织学习。",
            "书记作了题为《在全县春耕备耕会议上的讲话》的报告。",
            "我代表县政府作工作报告，请予审议。",
            "撰写心得体会《读书有感》。",
            "学习领导在全县春耕备耕会议上的讲话精神，抓好落实。",
            "各单位要报送工作总结，做到有始有终。",
        ] {
            assert_eq!(spans(text), Vec::<String>::new(), "{text}");
        }
    }
}
