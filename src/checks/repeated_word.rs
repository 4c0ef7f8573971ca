//! # repeated-word
//!
//! ## zh: 词语重复
//!
//! 同一个词紧接着写了两遍：双音节以上的词（“精神精神”“我们我们”“全面全面”），一个短语（“高质量发展高质量发展”），
//! 虚词、代词叠用（“的的”“和和”“他他”“我们们”“为了了”）。本来可以重叠的不算：研究研究、考虑考虑一类动词，
//! 非常非常，一个一个，人人、年年、和和美美、目的的。
//!
//! Why: 删改、粘贴时留下了半截，或者输入法多上屏一次。
//!
//! Source: 编校惯例；可以重叠的词见 data/doubled.tsv
//!
//! ## en: Repeated word
//!
//! A word stands twice with nothing between: one of two characters and more (精神精神, 我们我们), a phrase
//! (高质量发展高质量发展), a particle or pronoun (的的, 和和, 他他, 我们们). What may stand double is left alone:
//! verbs such as 研究研究, 非常非常, 一个一个, 人人, 和和美美, 目的的.
//!
//! Why: A cut or a paste left half of it behind, or an input method put it down twice.
//!
//! Source: Editors’ practice; data/doubled.tsv has the words that may stand double
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.repeated-word | “{words}”紧接着写了两遍。请删去一个。 | “{words}” stands twice in a row. Delete one. |
//! | check.repeated-word.first | 前一个 | The first one |
//!
//! ## Trips
//!
//! ```text
//! 各乡镇要认真贯彻会议精神精神，抓好春耕备耕工作。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 这些问题要好好研究研究，一个一个解决，让人人满意。
//! ```
//!
//! ## Notes
//!
//! Words are those of the reading: 目的|的, 在|在建 are none that stands twice. A character alone is told only where the
//! table has it; it may go on from a longer word where the table calls it an ending (我们|们).

use super::{Context, Findings};
use crate::lexicon::doubled::{Row, TABLE, Usage};
use crate::lexicon::{common_words, page_labels};
use crate::model::{BlockKind, Severity, Span};
use crate::numbering;
use crate::reading::{Kind, Pos, Token};
use crate::text::{after, before, is_digit, is_han};

/// The bytes of a Chinese character.
const HAN: usize = '字'.len_utf8();
/// The most words of a phrase that stands twice.
const LONGEST: usize = 3;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let (text, tokens) = (reading.text, &reading.tokens);
    let bytes = text.as_bytes();
    let mut until = 0;
    for (index, token) in tokens.iter().enumerate().skip(1) {
        let at = token.span.start;
        if token.kind != Kind::Word || at < until {
            continue;
        }
        let lengths = 1..=LONGEST.min(index);
        let twice = lengths.rev().find_map(|count| {
            let first = &tokens[index - count..index];
            let length = at - first[0].span.start;
            // Nearly all are told off by a byte.
            let alike = bytes.get(at + HAN - 1) == bytes.get(first[0].span.start + HAN - 1);
            (alike && stands_again(context, index, count)).then_some(length)
        });
        let length = twice.or_else(|| ending_again(text, *token));
        if let Some(length) = length {
            let span = Span::new(at, at + length);
            let mut reported = findings.report(span, "", &[]);
            reported.relate(Span::new(at - length, at), ".first", &[]);
            // Cells of a row that were run together may end and begin alike.
            if is_row(context, span) {
                reported.set(Severity::Info);
            }
            reported.suggest(span, "");
            until = span.end;
        }
    }
}

/// Whether the paragraph of a place is a row of a table: a number begins it, and it has no mark of running text.
fn is_row(context: &Context, place: Span) -> bool {
    let reading = context.reading;
    let block = &reading.blocks[reading.sentence_blocks[reading.sentence_at(place.start)]];
    let words = block.span.of(reading.text);
    block.kind == BlockKind::Paragraph
        && words.trim_start().starts_with(is_digit)
        && !words.contains(['，', '。', '；', '：', '！', '？', ','])
}

/// Whether the `count` words before the one at `index` stand again from there on, and are none that may.
fn stands_again(context: &Context, index: usize, count: usize) -> bool {
    let (text, tokens) = (context.reading.text, &context.reading.tokens);
    let (Some(first), Some(second)) = (
        tokens.get(index - count..index),
        tokens.get(index..index + count),
    ) else {
        return false;
    };
    let stretch = |tokens: &[Token]| Span::new(tokens[0].span.start, tokens[count - 1].span.end);
    let (one, other) = (stretch(first), stretch(second));
    let words = one.of(text);
    let plain = |token: &Token| token.kind == Kind::Word;
    // 依申请公开 / 依申请公开查询: two lines of a menu.
    let lines = Span::new(one.start, other.end).of(text).contains('\n');
    if lines || one.end != other.start || words != other.of(text) || !first.iter().all(plain) {
        return false;
    }
    let row = TABLE.get(words);
    if one.len() == HAN {
        return row.is_some_and(|row| {
            row.usage != Usage::May && !goes_on(text, row, one.start, other.end)
        });
    }
    let may = row.is_some_and(|row| row.usage == Usage::May) || is_said_twice(context, first, one);
    // 干部干部，先干一步: a call.
    let alone =
        !before(text, one.start).is_some_and(is_han) && !after(text, other.end).is_some_and(is_han);
    // A heading that is run into its paragraph: (1)术语和定义术语和定义标准是指….
    let lead = text[..one.start].trim_end_matches(' ');
    let numbered = |c: char| matches!(c, ')' | '）' | '.' | '．') || c.is_ascii_digit();
    let opens = lead.is_empty() || lead.ends_with('\n');
    let heads = lead.ends_with(numbered) || count > 1 && opens;
    let heads = heads || words.len() >= 4 * HAN && ends_heading(context, one);
    // 一步一步, 大片大片 and the like count something.
    let long = count == 1 || words.len() >= 4 * HAN;
    // 来源：新华社|新华社北京3月5日电: a page's data run into its text.
    let label = text[..one.start].strip_suffix(['：', ':']);
    let states = label.is_some_and(|label| page_labels::TABLE.longest_at_end(label).is_some());
    // 坚持坚持再坚持, 实干、实干再实干: a figure of speech.
    let urges = text[other.end..]
        .strip_prefix('再')
        .is_some_and(|rest| rest.starts_with(words));
    long && !may && !alone && !heads && !urges && !states && !words.starts_with(['一', '某', '每'])
}

/// 目的|的, 的|的士: whether either of two characters, from `start` to `end`, makes a word with what stands beside it.
fn goes_on(text: &str, row: &Row, start: usize, end: usize) -> bool {
    before(text, start).is_some_and(|c| row.before.contains(c))
        || after(text, end).is_some_and(|c| row.behind.contains(c))
}

/// Whether two words are no slip though they are alike: a verb of speech that official texts hardly have is doubled
/// as a kindness (拍打拍打身上的土), and what a text calls itself may be what it does (符合本规定|规定的条件).
fn is_said_twice(context: &Context, first: &[Token], one: Span) -> bool {
    let text = context.reading.text;
    let [word] = first else { return false };
    let spoken = word.pos == Pos::Verb && !common_words::TABLE.has(one.of(text));
    let named = before(text, one.start).is_some_and(|c| matches!(c, '本' | '该'));
    spoken || named
}

/// 五、推进水利改革|水利改革是…: whether words end a numbered heading that is run into its text: nothing but a number
/// stands at the head of their sentence, and no mark before them.
fn ends_heading(context: &Context, words: Span) -> bool {
    let reading = context.reading;
    let sentence = reading.sentences[reading.sentence_at(words.start)];
    let lead = Span::new(sentence.start, words.start).of(reading.text);
    let is_numbered = numbering::marker(lead.trim_start()).is_some();
    is_numbered && !lead.contains(['，', '；', '：', '。'])
}

/// 我们们: an ending that the word before has already; its length.
fn ending_again(text: &str, token: Token) -> Option<usize> {
    let word = token.span.of(text);
    // Nearly no word begins as the one before ends.
    let again = token.span.len() == HAN && text[..token.span.start].ends_with(word);
    let row = again.then(|| TABLE.get(word)).flatten()?;
    let goes_on = goes_on(text, row, token.span.start - HAN, token.span.end);
    (row.usage == Usage::Ending && !goes_on).then_some(token.span.len())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, silent, trips};
    use crate::model::Severity;

    #[test]
    fn finds_words_that_stand_twice() {
        trips(
            "repeated-word",
            &[
                "认真贯彻会议精神⟦精神⟧，抓好落实。",
                "我们⟦我们⟧要有信心。",
                "他⟦他⟧如数家珍，说明情况。",
                "我们⟦们⟧要抓好落实。",
                "这是我们取得的⟦的⟧成绩。",
                "正确处理发展和⟦和⟧稳定的关系。",
                "坚持速度与⟦与⟧质量相统一。",
                "他们在⟦在⟧县水利局工作。",
                "推动经济高质量发展⟦高质量发展⟧，迈上新台阶。",
                "要全面⟦全面⟧推进乡村振兴。",
                "加强⟦加强⟧组织领导。",
                "县人民政府⟦人民政府⟧办公室负责。",
                "这是因为其⟦其⟧工作扎实。",
                "以以⟦以⟧人民为中心的思想办事。"
                    .replace("以以⟦以⟧", "要以⟦以⟧")
                    .as_str(),
            ],
        );
    }

    #[test]
    fn cells_of_a_row_that_are_run_together_are_a_hint() {
        let row = "3BB农田水利灌溉设施设施和设备养护要求、验收办法地方标准已发布DB/T2031";
        let found = Page::new(row).check("repeated-word");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Info);
        let sentence = "要完善农田水利灌溉设施设施和设备养护要求，抓紧出台验收办法。";
        let found = Page::new(sentence).check("repeated-word");
        assert_eq!(found[0].severity, Severity::Warning);
    }

    #[test]
    fn keeps_silent_on_words_that_may_stand_double() {
        silent(
            "repeated-word",
            &[
                "这件事要研究研究、讨论讨论。",
                "道路的的确确宽了。",
                "问题一个一个解决，台阶一步一步上。",
                "人人参与，年年有余，家家户户。",
                "安排在在建项目上，做到和和美美。",
                "达到了目的的单位，存在在少数地方。",
                "干部干部，先干一步。",
                "非常非常重要。",
                "要想方设法了解了解情况。",
                "学习、学习、再学习。",
                "要巩固巩固再巩固，把堤防守住。",
                "加油干、苦干苦干再苦干。",
                "政务公开\n依申请公开\n依申请公开查询\n联系方式",
                "来源：新华社新华社青溪3月5日电　今天的会议很重要。",
                "不要以为谁都奈何不了了，这样的苦我们受不了了。",
                "为了了解民情。",
                "农闲时来擦拭擦拭农具，再出门。",
                "符合本规定规定的条件，可以提出申请。",
                "要备足农资。五、积极稳妥推进水利体制改革水利体制改革是农村改革的重点，要抓紧抓好。",
                "乌云其其格同志、其其格老师到校任教。",
                "我县将将该做法推广到各乡镇。",
                "被被征收人拒绝的，由街道登记。",
                "税收与与之相关的费用，对因因病致贫的家庭。",
                "以以案促改推动整改，由由政府主导转为由市场主导。",
                "培育培育钻石产业，从从化区引进企业。",
            ],
        );
    }
}
