//! # announced-count
//!
//! ## zh: 所说数目与条目不符
//!
//! 前文说有几项，后文列出的项数不同。编号的标题、段内的“一是”“第一”和所引的小标题都算在内。
//! 后文没有编号、无从核对时不报。
//!
//! Why: 听的人会数。多半是改稿时增删了一项，或者文字只复制了一半。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.3.3 结构层次序数；编校惯例
//!
//! ## en: Announced count
//!
//! The text announces a number of parts, and another number follows. Numbered headings, items
//! within a paragraph (一是, 第一) and quoted subheadings all count. Silent where the parts bear no
//! numbers, so that nothing can be counted.
//!
//! Why: Listeners count. A part was added or cut late, or half of the text was copied.
//!
//! Source: GB/T 9704—2012, 7.3.3 (levels of structure); editors’ practice
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.announced-count.differs | “{words}”：前面说有 {announced} 项，后面列出 {found} 项。请核对是否漏写、多写或编号有误。 | “{words}” announces {announced} parts, but {found} follow. Check for a part left out, added or misnumbered. |
//! | check.announced-count.none | “{words}”：前面说有 {announced} 项，后文没有展开。请核对是否漏写或文字不全。 | “{words}” announces {announced} parts, but none follows. Check whether they were left out or the text is cut short. |
//! | check.announced-count.part | 第 {number} 项 | Part {number} |
//!
//! ## Trips
//!
//! ```text
//! 下面，我讲三点意见。
//! 一、提高思想认识
//! 各部门要把这项工作摆上重要位置，主要负责人亲自过问。
//! 二、狠抓任务落实
//! 各部门要逐项分解任务，逐项明确责任。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 下面，我讲两点意见。
//! 一、提高思想认识
//! 各部门要把这项工作摆上重要位置，主要负责人亲自过问。
//! 二、狠抓任务落实
//! 各部门要逐项分解任务，逐项明确责任。
//! ```
//!
//! ## Notes
//!
//! Silent too where the same numbering starts again before the announced number is reached, and
//! where no part follows closely.

use super::part_number::written_in_chinese;
use super::truncated::ends_whole;
use super::{Context, Findings};
use crate::announcements::named_again;
use crate::lexicon::{part_counters, slogans};
use crate::model::{Announcement, AnnouncementState, Severity};
use crate::text::{in_chinese, is_digit};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    for announcement in context.announcements {
        let case = match announcement.state {
            AnnouncementState::Differs => ".differs",
            AnnouncementState::Missing => ".none",
            AnnouncementState::Kept | AnnouncementState::Open => continue,
        };
        let items = &announcement.items;
        let values = [
            ("announced", &*announcement.count.to_string()),
            ("found", &items.len().to_string()),
        ];
        if is_unsure(context, announcement) {
            continue;
        }
        let mut finding = findings.report(announcement.span, case, &values);
        // A heading's count is as likely a name (四大任务) unless the parts name it again.
        let headings = &reading.sections;
        let heading =
            headings.binary_search_by_key(&announcement.clause, |section| section.heading.span);
        let name = heading.is_ok() && !named_again(reading.text, &announcement.noun, items);
        let last = reading
            .blocks
            .last()
            .map(|block| block.span.of(reading.text));
        if name || last.is_some_and(|words| !ends_whole(words)) {
            finding.set(Severity::Warning);
        }
        for item in items.iter().take(MOST_RELATED) {
            let number = item.number.unwrap_or_default().to_string();
            finding.relate(item.span, ".part", &[("number", &number)]);
        }
    }
}

/// Whether the parts may be right after all.
fn is_unsure(context: &Context, announcement: &Announcement) -> bool {
    let (reading, span) = (context.reading, announcement.span);
    let text = reading.text;
    let head = &text[reading.sentences[reading.sentence_at(span.start)].start..span.start];
    let head = head.trim_end_matches(['“', '"']);
    // 三个方面九项工作: the nine are parts of the three.
    let of_parts = part_counters::TABLE
        .longest_at_end(head)
        .is_some_and(|row| {
            let counted = &head[..head.len() - row.word.len()];
            counted.ends_with(|c| in_chinese(c) || is_digit(c))
        });
    // 水利、果业、旅游“三篇文章”: they stand before their name.
    let clause = head
        .rsplit(['，', '。', '；', '：'])
        .next()
        .unwrap_or_default();
    let named_before =
        clause.matches(['、', '和', '与']).count() + 1 >= announcement.count as usize;
    // 服务“五大中心”建设，抓好“三件大事”: the parts are those of another count behind it.
    let sentence = reading.sentences[reading.sentence_at(span.start)];
    let behind = &text[span.end.min(sentence.end)..sentence.end];
    let of_other = u32::try_from(announcement.items.len())
        .ok()
        .and_then(written_in_chinese)
        .is_some_and(|count| behind.contains(&format!("“{count}")));
    // A slogan of the centre has its parts elsewhere.
    let slogan = slogans::TABLE.longest(&text[span.start..]);
    let known = slogan.is_some_and(|row| !row.members.is_empty());
    // A list inside the last paragraph of a text that breaks off.
    let last = reading.blocks.last();
    let cut = last.is_some_and(|block| {
        let item = announcement.items.last();
        item.is_some_and(|item| {
            block.span.start < item.span.start && block.span.start <= span.start
        }) && !ends_whole(block.span.of(text))
    });
    // 1.、2.、3.、第十四条: what follows is no list of one kind.
    let numbers = announcement.items.iter().filter_map(|item| item.number);
    let mut pairs = numbers.clone().zip(numbers.skip(1));
    let jumps = pairs.any(|(one, next)| next > one + FARTHEST);
    of_parts || named_before || of_other || known || cut || jumps
}

/// The most that the numbers of two parts are apart of which one was left out.
const FARTHEST: u32 = 3;

/// The most parts that a finding lists.
const MOST_RELATED: usize = 20;

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_counts_that_are_not_kept() {
        trips(
            "announced-count",
            &[
                "同志们：下面，我就春耕生产⟦讲三点意见⟧。\n一、抓紧备耕\n要早动手。\n二、保障农资\n要足量供应。",
                "这里，我再⟦强调两点⟧。一是守住底线，二是压实责任，三是严肃纪律。",
                "今年要着力做好⟦以下五项工作⟧。\n（一）修路\n全线贯通。\n（二）治水\n清淤疏浚。\n（三）植树\n见缝插绿。",
                "重点办好⟦四件实事⟧：一是新建水厂；二是改造危房；三是硬化村道。",
                "（二）守牢“⟦两条红线⟧”，夯实基础\n总体要求是稳。\n一是守牢耕地红线。不得占用。\n二是守牢生态红线。严格保护。\n三是守牢安全红线。警钟长鸣。",
                "我们要落实“两项原则”，打好“⟦四场硬仗⟧”。\n“两项原则”。一是量力而行。二是尽力而为。",
                "工作中要处理好⟦三个关系⟧。一要处理好快与稳的关系。二要处理好点与面的关系。",
                "“⟦三条原则⟧”。一是统筹兼顾。二是突出特色。",
                "现在，我⟦讲五个问题⟧。\n过去一年成绩不少。\n一、回顾\n平稳。\n二、形势\n复杂。\n三、任务\n繁重。",
                "最后，我⟦提三点希望⟧：",
                "今年要抓好⟦以下六项任务⟧。\n（一）水\n好。\n（二）路\n好。\n（二）电\n好。\n（四）气\n好。",
                "全镇干部要争做“⟦五个表率⟧”。一是争做学习表率，二是争做实干表率，三是争做廉洁表率，四是争做团结表率。",
                "重点办好⟦四件实事⟧：一是水，二是路，三是电。\n农业方面，一是粮，二是棉，三是油，四是糖，五是茶。",
                "三、完成四大任务\n（一）修渠\n好。\n（二）打井\n好。\n（三）植树\n好。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_counts_are_kept_or_unsure() {
        silent(
            "announced-count",
            &[
                "下面，我讲两点意见。\n一、抓紧备耕\n要早动手。\n二、保障农资\n要足量供应。",
                "全县上下要增强“四个意识”，一是加强学习，二是注重实践。",
                "重点办好三件实事：一是新建水厂；二是改造危房；三是硬化村道。二是抓好环境整治。",
                "以上三点要求，请各单位抓好落实。一是上报方案，二是定期调度。",
                "全镇干部要践行“五个必由之路”。一是学习，二是实干，三是廉洁。",
                "四大支柱产业为粮食、畜牧、旅游、建材。",
                "会议讨论了三个问题。一是机构，二是编制。",
                "（一）守牢“两条红线”\n一是守牢耕地红线。\n二是守牢生态红线。",
                "（三）抓实“两个转型”，建设有为机关\n要动真格。\n一是推进职能转型。放权到位。\n二是推进作风转型。下沉一线。\n三是抓好队伍。四是严明纪律。",
                "今年着重抓好三个方面。\n加快转变职能。要简政放权。一是精简事项，二是下放权限。\n推进依法行政。要规范执法。",
                "我们要抓好“三个重点”，做到“两个维护”。\n“三个重点”。一是水，二是路，三是电。",
                "总书记强调三点，大家要牢记。一是安全，二是质量。",
                "要抓好五项工作：一是水，二是路，三是电，四是气，最后是网。最后，要抓好绿化。",
                "今年抓好以下四条。\n一、水\n好。\n二、路\n一、早\n好。\n二、快\n好。\n三、宽\n好。\n四、电\n好。",
                "抓好清洁能源、高山果业、乡村旅游“三篇文章”，推动“三大战略”取得突破。\n一、在“三大战略”上发力\n好。",
                "同志们，我们要念好山、水、林“三字经”。",
                "重点抓好三个方面7项工作：\n（一）农业\n好。\n（二）工业\n好。\n（三）商贸\n好。",
                "二、深刻理解“两个结合”的意义\n第一，“结合”要深。第二，“结合”要实。第三，“结合”要久。",
                "我们实现了“五个突破”。\n“五个突破”：一是项目有突破。开工12个。二是工业有突破。三是农业有突破，种粮",
                "这次会议的主要任务有两个，请大家认真领会。一是学习，二是部署，三是总结。",
            ],
        );
    }
}
