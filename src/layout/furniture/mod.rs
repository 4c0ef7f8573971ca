//! Page furniture: what a newspaper page or a web page prints around its text.

mod controls;
mod path;
mod pictures;
mod pieces;
mod press;
mod staff;

use crate::lexicon::furniture::{Kind, Row, Stands, TABLE};
use crate::model::NoiseKind;
use crate::text::is_longer;
use path::is_breadcrumb;
use pictures::{is_caption, is_credit};
pub(super) use pieces::pieces;
use press::{continuation, is_column_name, is_masthead, is_page_number, is_rule};

/// The most bytes of a line that may be furniture.
const LONGEST: usize = 360;

/// The kind of furniture that a whole line is.
pub(super) fn of_line(line: &str) -> Option<NoiseKind> {
    if line.len() > LONGEST {
        return None;
    }
    if is_column_name(line) {
        return Some(NoiseKind::Masthead);
    }
    // <https://…>, a link of Markdown on a line of its own.
    if line.starts_with("<http") && line.ends_with('>') && !line.contains(' ') {
        return Some(NoiseKind::Markup);
    }
    if is_rule(line) || is_page_number(line) {
        return Some(NoiseKind::PageNumber);
    }
    let bare = line.trim_matches(is_bracket);
    if continuation(bare) == Some(bare.len()) {
        return Some(NoiseKind::Continuation);
    }
    if let Some(kind) = labelled(bare) {
        return Some(kind);
    }
    // —— 广告 ——, - END -
    let framed = bare.trim_matches(|c| matches!(c, '-' | '—' | '·' | '*' | '=' | ' '));
    if framed.len() + 1 < bare.len()
        && bare.ends_with(['-', '—', '·', '*', '='])
        && let Some(kind) = labelled(framed)
    {
        return Some(kind);
    }
    if staff::is_staff(bare) {
        return Some(NoiseKind::Editors);
    }
    if line.ends_with(['。', '！', '!', '？', '?', '；', ';', '，']) && !bare.ends_with("摄。")
    {
        return is_caption(bare).then_some(NoiseKind::PictureCredit);
    }
    if is_breadcrumb(line) {
        return Some(NoiseKind::Breadcrumb);
    }
    if is_caption(bare) || is_credit(bare) {
        return Some(NoiseKind::PictureCredit);
    }
    if is_masthead(line) {
        return Some(NoiseKind::Masthead);
    }
    if controls::is_row(line) {
        return Some(NoiseKind::SiteControls);
    }
    within(line)
}

/// The kind of a numbered line that is a note of the site above a text, of its words: 1、|本文档由用户上传
pub(super) fn of_note(words: &str) -> Option<NoiseKind> {
    let (row, _) = TABLE.behind(words)?;
    (row.stands == Stands::Start && words.len() <= LONGEST).then(|| kind(row))
}

/// The furniture at the end of a paragraph, in brackets: its place and kind.
pub(super) fn at_end(text: &str) -> Option<(usize, NoiseKind)> {
    // …抓好春耕。新华社记者 赵禾/摄
    if let Some((sentence, credit)) = text.rsplit_once('。')
        && is_credit(credit)
    {
        return Some((sentence.len() + '。'.len_utf8(), NoiseKind::PictureCredit));
    }
    // The end of a comment whose beginning was not copied.
    if let Some(words) = text.strip_suffix("-->").filter(|words| !words.is_empty()) {
        return Some((words.trim_end().len(), NoiseKind::SiteControls));
    }
    if !text.ends_with(['）', ')', '】', ']', '版', '▶', '▷', '→']) {
        return None;
    }
    let open = text
        .char_indices()
        .rev()
        .take(50)
        .find(|(_, c)| matches!(c, '（' | '(' | '【' | '['));
    if let Some((open, _)) = open {
        let inner = text[open..].trim_matches(is_bracket);
        let kind = if continuation(inner) == Some(inner.len()) {
            Some(NoiseKind::Continuation)
        } else if let Some(kind @ (NoiseKind::Editors | NoiseKind::PictureCredit)) = labelled(inner)
        {
            Some(kind)
        } else if staff::is_staff(inner) {
            Some(NoiseKind::Editors)
        } else {
            is_credit(inner).then_some(NoiseKind::PictureCredit)
        };
        if let Some(kind) =
            kind.filter(|_| open > 0 && text[open..].matches(['）', ')', '】', ']']).count() == 1)
        {
            return Some((open, kind));
        }
    }
    let mut starts = text.char_indices().rev().take(50).map(|(at, _)| at);
    let at = starts.find(|&at| continuation(&text[at..]) == Some(text.len() - at))?;
    (at > 0).then_some((at, NoiseKind::Continuation))
}

/// The bytes of a continuation mark at the beginning of a paragraph.
pub(super) fn at_start(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(is_bracket);
    let skipped = text.len() - bare.len();
    let length = continuation(bare)?;
    let after = &bare[length..];
    let close = after.len() - after.trim_start_matches(is_closing).len();
    (skipped == 0 || close > 0).then_some(skipped + length + close)
}

/// Whether `line` names a journal's issue in full.
pub(super) fn is_named_issue(line: &str) -> bool {
    press::is_named_issue(line)
}

fn labelled(bare: &str) -> Option<NoiseKind> {
    let (row, rest) = TABLE.behind(bare)?;
    let after = rest.trim_start();
    let spaced = after.len() < rest.len();
    let alone = || {
        after
            .trim_matches(['：', ':', '|', '>', '》', ' '])
            .is_empty()
    };
    let matches = match row.stands {
        Stands::Line => alone(),
        Stands::Label => is_labelled(after, spaced),
        Stands::Either => {
            is_labelled(after, spaced)
                || alone()
                || labelled(after.trim_start_matches(['|', '/', '、', ' '])).is_some()
        }
        // A note of the site may be a sentence: 免责声明：…
        Stands::Start => return (!is_longer(bare, 119)).then(|| kind(row)),
        Stands::Part => false,
    };
    let short = !is_longer(bare, 69) && !bare.trim_end_matches('。').contains('。');
    (matches && short).then(|| kind(row))
}

fn within(line: &str) -> Option<NoiseKind> {
    let found = (!is_longer(line, 40)).then(|| TABLE.find_all(line))?;
    let (_, row) = found.iter().find(|(_, row)| row.stands == Stands::Part)?;
    Some(kind(row))
}

fn is_labelled(after: &str, spaced: bool) -> bool {
    after.starts_with(['：', ':', '|', '/', '丨', '】', ']']) && after.len() > 1
        || after.starts_with(['：', ':'])
        || (spaced && !after.is_empty() && !after.contains(['，', '。']) && !is_longer(after, 24))
}

fn is_bracket(character: char) -> bool {
    ['（', '(', '【', '[', '〔', '）', ')', '】', ']', '〕'].contains(&character)
        || character.is_whitespace()
}

fn is_closing(character: char) -> bool {
    matches!(character, '）' | ')' | '】' | ']' | '〕' | '：' | ':') || character.is_whitespace()
}

fn kind(row: &Row) -> NoiseKind {
    match row.kind {
        Kind::Editors => NoiseKind::Editors,
        Kind::SiteControls => NoiseKind::SiteControls,
        Kind::Breadcrumb => NoiseKind::Breadcrumb,
        Kind::PictureCredit => NoiseKind::PictureCredit,
        Kind::Advertisement => NoiseKind::Advertisement,
        Kind::Masthead => NoiseKind::Masthead,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_by_its_kind() {
        for (line, kind) in [
            ("责任编辑：张三 校对：李四", NoiseKind::Editors),
            ("（责任编辑 王五）", NoiseKind::Editors),
            ("美编/赵六", NoiseKind::Editors),
            ("浏览次数：", NoiseKind::SiteControls),
            ("【字体：大 中 小】", NoiseKind::SiteControls),
            ("打印本页 | 关闭窗口", NoiseKind::SiteControls),
            (
                "当前位置：首页 > 政务公开 > 领导讲话",
                NoiseKind::Breadcrumb,
            ),
            ("首页>新闻中心", NoiseKind::Breadcrumb),
            ("首页 | 走进云河 | 办事大厅", NoiseKind::Breadcrumb),
            ("云河晚报 B7版 社会", NoiseKind::Masthead),
            ("（上接第一版）", NoiseKind::Continuation),
            ("下转第4版", NoiseKind::Continuation),
            ("新华社记者 钱七 摄", NoiseKind::PictureCredit),
            ("图为工人在车间装配设备。", NoiseKind::PictureCredit),
            ("2024年5月6日 星期一 第3版", NoiseKind::Masthead),
            ("云河日报", NoiseKind::Masthead),
            ("《云河学刊》2023年第2期", NoiseKind::Masthead),
            ("— 12 —", NoiseKind::PageNumber),
            ("第 3 页 共 10 页", NoiseKind::PageNumber),
            ("广告", NoiseKind::Advertisement),
        ] {
            assert_eq!(of_line(line), Some(kind), "{line}");
        }
    }

    #[test]
    fn text_is_no_furniture() {
        for line in [
            "下载量突破十万次，群众办事更加方便。",
            "编辑部设在县委宣传部，负责日常工作。",
            "打印机等办公设备统一采购",
            "一、理论武装",
            "推广应用新技术",
            "阅读推广活动深入开展",
            "上接党中央精神，下接群众需求。",
            "审核把关要严",
            "2024年5月6日",
            "2024年5月6日（星期一）",
            "（2024年5月6日（星期一））",
            "——2024年5月6日（星期一）在云河县第九届人民代表大会第三次会议上",
            "云河县人民政府办公室 2024年5月6日（星期一）印发",
            "| 发文日期 | 2024-05-06 | 主题词 | 林业 |",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }

    #[test]
    fn furniture_is_cut_off_a_paragraph() {
        let text = "全县上下要同心协力。（责任编辑：张三）";
        assert_eq!(
            at_end(text).map(|(at, _)| &text[..at]),
            Some("全县上下要同心协力。")
        );
        let text = "要把工作做实。（下转第二版）";
        assert_eq!(
            at_end(text).map(|(at, _)| &text[..at]),
            Some("要把工作做实。")
        );
        assert_eq!(at_end("要把工作做实（见附表）"), None);
        let text = "（上接第一版）推进改革。";
        assert_eq!(at_start(text).map(|at| &text[at..]), Some("推进改革。"));
        let text = "上接第1版 推进改革。";
        assert_eq!(
            at_start(text).map(|at| text[at..].trim()),
            Some("推进改革。")
        );
    }
}
