//! Dated events: a day or month (4月15日), or a year with what was done in it (2021年签订).

/// Verbs of things that happen once.
const ONCE: [&str; 18] = [
    "签订", "签署", "成立", "召开", "举办", "举行", "建成", "启动", "开工", "投产", "通车", "竣工",
    "颁布", "施行", "印发", "揭牌", "落成", "获批",
];

/// What the name of an event ends with.
const NAMED: [&str; 22] = [
    "普查",
    "运动会",
    "博览会",
    "锦标赛",
    "文化节",
    "旅游节",
    "艺术节",
    "音乐节",
    "丰收节",
    "采摘节",
    "论坛",
    "交易会",
    "洽谈会",
    "展销会",
    "推介会",
    "招商会",
    "马拉松",
    "大奖赛",
    "技能大赛",
    "那达慕",
    "邀请赛",
    "联赛",
];

/// Whose events these are: 全国青少年锦标赛, 第三届牡丹文化节.
const SCOPES: [&str; 8] = ["全国", "全省", "国际", "世界", "中国", "亚洲", "届", "次全"];

/// The words without which there is none.
pub fn cues() -> impl Iterator<Item = &'static str> {
    ["年", "月", "日前", "底前", "第"].into_iter().chain(NAMED)
}

/// A deadline: 本月20日前, 6月前, 年底前; not 三天前 or 2010年前.
fn due(text: &str) -> bool {
    text.match_indices('前').any(|(at, _)| {
        let head = &text[..at];
        let digit = |head: &str| head.ends_with(|c: char| c.is_ascii_digit());
        head.strip_suffix(['日', '月']).is_some_and(digit)
            || ["年底", "月底", "季度末", "年末", "月末"]
                .iter()
                .any(|end| head.ends_with(end))
    })
}

/// A meeting by its number in digits: 第42次常务会议.
fn numbered(text: &str) -> bool {
    text.match_indices('第').any(|(at, _)| {
        let rest = &text[at + '第'.len_utf8()..];
        let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        tail.len() < rest.len()
            && tail.starts_with(['次', '届'])
            && tail
                .char_indices()
                .take(12)
                .any(|(at, _)| tail[at..].starts_with('会'))
    })
}

/// An event with a name: its scope or its number stands at most twelve characters before.
fn named(text: &str) -> bool {
    NAMED.iter().any(|name| {
        text.match_indices(name).any(|(end, _)| {
            let from = text[..end]
                .char_indices()
                .rev()
                .take(12)
                .take_while(|(_, mark)| !matches!(mark, '，' | '、' | '。' | '；' | ',' | ';'))
                .last()
                .map_or(end, |(at, _)| at);
            SCOPES.iter().any(|scope| text[from..end].contains(scope))
        })
    })
}

/// Whether `text` dates an event, or names one.
pub fn any(text: &str) -> bool {
    dated(text)
        || due(text)
        || numbered(text)
        || named(text)
        || text.match_indices('年').any(|(at, _)| happens(text, at))
}

/// 4月15日
fn dated(text: &str) -> bool {
    text.match_indices('月').any(|(at, month)| {
        let rest = &text[at + month.len()..];
        let days = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let day_follows = days.len() < rest.len() && days.starts_with('日');
        let month_stated = text[..at].ends_with(|c: char| c.is_ascii_digit());
        let year_stated = text[..at]
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .strip_suffix('年')
            .is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
        month_stated && (day_follows || year_stated)
    })
}

/// A year of four digits with a verb of [`ONCE`] within the next ten characters.
fn happens(text: &str, at: usize) -> bool {
    let digits = text[..at].len()
        - text[..at]
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .len();
    let rest = &text[at + '年'.len_utf8()..];
    let near = rest
        .char_indices()
        .nth(10)
        .map_or(rest, |(end, _)| &rest[..end]);
    digits == 4 && ONCE.iter().any(|verb| near.contains(verb))
}
