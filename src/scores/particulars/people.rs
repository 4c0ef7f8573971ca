//! People: a family name, one or two characters, and a post or 同志.

use super::Kind;
use super::projects::is_common;
use crate::text::character::is_han;

/// The hundred most frequent family names and some more (公安部, 2020 年全国姓名报告).
const FAMILY_NAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂柳";

/// What stands after a name.
const POSTS: [&str; 20] = [
    "同志", "书记", "主席", "主任", "市长", "县长", "旗长", "区长", "盟长", "省长", "局长", "厅长",
    "部长", "镇长", "乡长", "院士", "教授", "先生", "女士", "烈士",
];

/// People by name and post; those whose thought is a set phrase are not meant.
pub fn kinds(all: &mut Vec<Kind>) {
    all.push(Kind::new(POSTS, |hint| {
        // 陈海涛副市长: the rank belongs to the post.
        let before = hint.before();
        let head = RANKS.iter().find_map(|rank| before.strip_suffix(rank));
        name_ends(head.unwrap_or(before)) || name_follows(hint.after())
    }));
}

/// Ranks of a post that stand between the name and the post.
const RANKS: [&str; 5] = ["常务副", "党委副", "副", "总", "党委"];

/// Whether a name of three characters stands after a post (县委书记李永贵) with a word behind.
fn name_follows(after: &str) -> bool {
    let mut ends = after.char_indices().map(|(at, _)| at).skip(1);
    let (Some(one), Some(_), Some(three)) = (ends.next(), ends.next(), ends.next()) else {
        return false;
    };
    let (family, given) = (&after[..one], &after[one..three]);
    let overlaps = || {
        (2..=4).any(|length| {
            let starts = after.char_indices().map(|(at, _)| at).take(3);
            starts.map(|at| &after[at..]).any(|rest| {
                let word: String = rest.chars().take(length).collect();
                is_common(&word)
            })
        })
    };
    family.chars().all(|c| FAMILY_NAMES.contains(c))
        && given.chars().all(is_han)
        && !given.contains(NO_GIVEN)
        && !overlaps()
}

/// Characters that stand in no given name.
const NO_GIVEN: [char; 16] = [
    '总', '副', '各', '的', '党', '委', '记', '和', '要', '会', '对', '在', '把', '为', '是', '组',
];

/// Whether the words before a post end with a name of two or three characters.
fn name_ends(head: &str) -> bool {
    let mut starts = head.char_indices().rev().map(|(at, _)| at).skip(1);
    let lengths = [starts.next(), starts.next()];
    lengths.into_iter().flatten().any(|start| {
        let name = &head[start..];
        let mut characters = name.chars();
        let family = characters.next();
        let given = characters.as_str();
        family.is_some_and(|family| FAMILY_NAMES.contains(family))
            && given.chars().all(is_han)
            && !is_common(name)
            && !is_common(given)
            && !given.contains(NO_GIVEN)
            && !matches!(name, "习近平" | "毛泽东" | "邓小平" | "江泽民" | "胡锦涛")
    })
}
