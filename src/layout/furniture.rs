//! Page furniture: what a newspaper page or a web page prints around its text.

use super::date;
use crate::lexicon::{FURNITURE, Matcher};
use crate::model::NoiseKind;
use crate::outline::chinese_number;

/// Tells furniture from text.
pub(super) struct Furniture {
    words: Matcher<3>,
}

/// The most bytes of a line that may be furniture.
const LONGEST: usize = 360;

impl Furniture {
    pub(super) fn new() -> Self {
        Self {
            words: Matcher::new(FURNITURE),
        }
    }

    /// The kind of furniture that a whole line is.
    pub(super) fn of_line(&self, line: &str) -> Option<NoiseKind> {
        if line.len() > LONGEST {
            return None;
        }
        if is_column_name(line) {
            return Some(NoiseKind::Masthead);
        }
        if is_rule(line) || is_page_number(line) {
            return Some(NoiseKind::PageNumber);
        }
        let bare = line.trim_matches(is_bracket);
        if continuation(bare) == Some(bare.len()) {
            return Some(NoiseKind::Continuation);
        }
        if let Some(kind) = self.labelled(bare) {
            return Some(kind);
        }
        if line.ends_with(['。', '！', '？', '；', '，']) && !bare.ends_with("摄。") {
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
        self.within(line)
    }

    /// The furniture at the end of a paragraph, in brackets: its place and kind.
    pub(super) fn at_end(&self, text: &str) -> Option<(usize, NoiseKind)> {
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
            } else if let Some(kind @ (NoiseKind::Editors | NoiseKind::PictureCredit)) =
                self.labelled(inner)
            {
                Some(kind)
            } else {
                is_credit(inner).then_some(NoiseKind::PictureCredit)
            };
            if let Some(kind) = kind
                .filter(|_| open > 0 && text[open..].matches(['）', ')', '】', ']']).count() == 1)
            {
                return Some((open, kind));
            }
        }
        let at = text.rfind("下转")?;
        (at > 0 && continuation(&text[at..]) == Some(text.len() - at))
            .then_some((at, NoiseKind::Continuation))
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

    fn labelled(&self, bare: &str) -> Option<NoiseKind> {
        let row = self.words.longest(bare)?;
        let after = bare[row[0].len()..].trim_start();
        let spaced = after.len() < bare.len() - row[0].len();
        let matches = match row[1] {
            "line" => after
                .trim_matches(['：', ':', '|', '>', '》', ' '])
                .is_empty(),
            "label" => is_labelled(after, spaced),
            "either" => {
                is_labelled(after, spaced)
                    || after
                        .trim_matches(['：', ':', '|', '>', '》', ' '])
                        .is_empty()
                    || self
                        .labelled(after.trim_start_matches(['|', '/', '、', ' ']))
                        .is_some()
            }
            _ => false,
        };
        let short =
            bare.chars().take(70).count() < 70 && !bare.trim_end_matches('。').contains('。');
        (matches && short).then(|| kind(row[2]))
    }

    fn within(&self, line: &str) -> Option<NoiseKind> {
        if line.chars().take(41).count() > 40 {
            return None;
        }
        let found = self.words.find_all(line);
        let (_, row) = found.iter().find(|(_, row)| row[1] == "part")?;
        Some(kind(row[2]))
    }
}

fn is_labelled(after: &str, spaced: bool) -> bool {
    after.starts_with(['：', ':', '|', '/', '丨', '】', ']']) && after.len() > 1
        || after.starts_with(['：', ':'])
        || (spaced
            && !after.is_empty()
            && !after.contains(['，', '。'])
            && after.chars().take(25).count() < 25)
}

fn is_bracket(character: char) -> bool {
    matches!(
        character,
        '（' | '(' | '【' | '[' | '〔' | '）' | ')' | '】' | ']' | '〕'
    ) || character.is_whitespace()
}

fn is_closing(character: char) -> bool {
    matches!(character, '）' | ')' | '】' | ']' | '〕' | '：' | ':') || character.is_whitespace()
}

fn kind(name: &str) -> NoiseKind {
    match name {
        "editors" => NoiseKind::Editors,
        "site_controls" => NoiseKind::SiteControls,
        "breadcrumb" => NoiseKind::Breadcrumb,
        "picture_credit" => NoiseKind::PictureCredit,
        "advertisement" => NoiseKind::Advertisement,
        "masthead" => NoiseKind::Masthead,
        _ => NoiseKind::Markup,
    }
}

/// The bytes of 上接第一版 or 下转3版 at the beginning of `text`.
fn continuation(text: &str) -> Option<usize> {
    let word = ["上接", "下转", "紧接", "接上", "转接", "接", "转"]
        .into_iter()
        .find(|word| text.starts_with(word))?;
    let rest = text[word.len()..].trim_start();
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let digits = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let digits = if digits > 0 && digits < 5 {
        digits
    } else {
        chinese_number(rest)?.1
    };
    let rest = rest[digits..].trim_start();
    let rest = rest
        .strip_prefix('版')
        .or_else(|| rest.strip_prefix('页'))?;
    let arrows = rest.trim_start_matches(['▶', '▷', '→', '>', '»', '》', ' ']);
    Some(text.len() - arrows.len())
}

fn is_rule(line: &str) -> bool {
    let mut count = 0;
    for character in line.chars() {
        if !matches!(
            character,
            '-' | '='
                | '*'
                | '_'
                | '—'
                | '─'
                | '━'
                | '·'
                | '.'
                | '…'
                | '~'
                | '～'
                | ' '
                | '|'
                | ':'
                | '＝'
                | '－'
        ) {
            return false;
        }
        count += 1;
    }
    count > 2
}

/// - 3 -, — 12 —, 第3页, 第 3 页 共 10 页
fn is_page_number(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let inner = line.trim_matches(['-', '—', '－', '·', ' ', '–', '―']);
    let all_digits =
        |text: &str| !text.is_empty() && text.len() < 4 && text.bytes().all(|b| b.is_ascii_digit());
    if all_digits(inner) && inner.len() < line.len() {
        return true;
    }
    let dense: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(rest) = dense.strip_prefix('第') else {
        return false;
    };
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    digits.len() < rest.len()
        && digits.strip_prefix('页').is_some_and(|tail| {
            tail.len() < 20
                && tail
                    .trim_matches(|c: char| {
                        c.is_ascii_digit() || matches!(c, '共' | '页' | '/' | '，' | '（' | '）')
                    })
                    .is_empty()
        })
}

/// · 理论研究 ·, the name of a column in a journal.
fn is_column_name(line: &str) -> bool {
    let dot = ['·', '•', '●', '◆', '■', '★', '|'];
    line.len() < 60
        && line.ends_with(dot)
        && line.starts_with(dot)
        && line.matches('|').count() < 3
        && line.chars().any(char::is_alphabetic)
}

fn is_breadcrumb(line: &str) -> bool {
    let steps = line
        .chars()
        .filter(|c| matches!(c, '>' | '»' | '›' | '＞' | '→'))
        .count();
    // 首页 | 新闻中心 | 政务公开: a row of links
    let links = line.starts_with("首页") || line.starts_with("网站首页");
    let cells = line.matches(['|', '｜', '丨']).count();
    let is_path = steps >= 2 || links && (steps == 1 || cells >= 2);
    is_path && line.chars().take(70).count() < 70
}

/// 图为…, （图①…）: a caption, told by how it begins.
fn is_caption(bare: &str) -> bool {
    let begins = [
        "图为",
        "上图",
        "下图",
        "左图",
        "右图",
        "图①",
        "图②",
        "图③",
        "题图",
        "▲图",
        "图片由",
    ]
    .iter()
    .any(|word| bare.starts_with(word));
    begins && bare.chars().take(120).count() < 120
}

/// 新华社记者 某某 摄
fn is_credit(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['。', '/']);
    let named = bare.ends_with('摄') && !bare.ends_with("拍摄")
        || bare.ends_with("摄影报道")
        || bare.ends_with("供图")
        || bare.ends_with("发（资料照片");
    named && bare.chars().take(60).count() < 60
}

/// A newspaper's head: its name, the number of the page, the weekday.
fn is_masthead(line: &str) -> bool {
    let length = line.chars().take(61).count();
    if length > 60 {
        return false;
    }
    let weekday = line.find("星期").is_some_and(|at| {
        line[at + "星期".len()..].starts_with(['一', '二', '三', '四', '五', '六', '日', '天'])
    });
    if weekday && date::first_date(line).is_some() {
        return true;
    }
    let page = line.find('第').is_some_and(|at| {
        let rest = &line[at + '第'.len_utf8()..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = if digits > 0 {
            digits
        } else {
            chinese_number(rest).map_or(0, |n| n.1)
        };
        digits > 0 && (rest[digits..].starts_with('版') || rest[digits..].starts_with('期'))
    });
    let lettered = line.split_whitespace().any(|word| {
        word.find('版').is_some_and(|at| {
            let number = word[..at].trim_start_matches(|c: char| c.is_ascii_uppercase());
            number.len() < at
                && !number.is_empty()
                && number.len() < 4
                && number.bytes().all(|b| b.is_ascii_digit())
        })
    });
    // 《云河学刊》2023年第2期, at the foot of a journal's page
    let named = line.starts_with('《') && line.matches('《').count() == 1 && line.contains('》');
    if page && named && line.ends_with(['期', '版', '页']) && length <= 40 {
        return true;
    }
    if (page || lettered) && length <= 30 && !line.contains(['，', '、', '《']) {
        return true;
    }
    let paper = ["日报", "晚报", "晨报", "时报", "周报", "商报", "都市报"];
    length <= 10 && paper.iter().any(|name| line.ends_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_by_its_kind() {
        let furniture = Furniture::new();
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
            assert_eq!(furniture.of_line(line), Some(kind), "{line}");
        }
    }

    #[test]
    fn text_is_no_furniture() {
        let furniture = Furniture::new();
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
            "| 发文日期 | 2024-05-06 | 主题词 | 林业 |",
        ] {
            assert_eq!(furniture.of_line(line), None, "{line}");
        }
    }

    #[test]
    fn furniture_is_cut_off_a_paragraph() {
        let furniture = Furniture::new();
        let text = "全县上下要同心协力。（责任编辑：张三）";
        assert_eq!(
            furniture.at_end(text).map(|(at, _)| &text[..at]),
            Some("全县上下要同心协力。")
        );
        let text = "要把工作做实。（下转第二版）";
        assert_eq!(
            furniture.at_end(text).map(|(at, _)| &text[..at]),
            Some("要把工作做实。")
        );
        assert_eq!(furniture.at_end("要把工作做实（见附表）"), None);
        let text = "（上接第一版）推进改革。";
        assert_eq!(
            Furniture::at_start(text).map(|at| &text[at..]),
            Some("推进改革。")
        );
        let text = "上接第1版 推进改革。";
        assert_eq!(
            Furniture::at_start(text).map(|at| text[at..].trim()),
            Some("推进改革。")
        );
    }
}
