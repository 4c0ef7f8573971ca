//! # repeated-mark
//!
//! ## zh: 标点重复
//!
//! 标点连着重复，或者互相冲突：“。。”“，，”“，。”“；。”“！。”。
//! 省略号、破折号、“？！”等本来连用的不算。
//!
//! Why: 两个标点之间可能丢了字；至少说明没有再读一遍。
//!
//! Source: 《标点符号用法》（GB/T 15834—2011）
//!
//! ## en: Repeated mark
//!
//! Marks stand double or collide: 。。 ，， ，。 ；。 ！。 Marks that belong together (……, ——, ？！)
//! are left alone.
//!
//! Why: Words between the marks may be gone; at the least the text was not read again.
//!
//! Source: GB/T 15834—2011
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.repeated-mark | 标点“{words}”重复或冲突。请保留一个。 | The marks “{words}” stand double or collide. Keep one. |
//!
//! ## Trips
//!
//! ```text
//! 全年各项任务全面完成。。群众满意度明显提高。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 全年各项任务全面完成。群众满意度明显提高……
//! ```

use super::findings::MOST_OF_A_WRITER;
use super::{Context, Findings};
use crate::model::Span;
use crate::text::{before, is_han};

/// The marks of which no two may stand together, those that stay first: ！ and ？ say more than 。, and divide as much.
const MARKS: [char; 10] = ['！', '？', '。', '：', ':', '；', ';', '，', ',', '、'];

/// The marks that may stand together: 什么？！
const LOUD: [char; 2] = ['！', '？'];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let marks = context.signs().iter();
    let marks: Vec<_> = marks.filter(|(_, sign)| MARKS.contains(sign)).collect();
    let adjoin = |one: &&(usize, char), next: &&(usize, char)| one.0 + one.1.len_utf8() == next.0;
    for run in marks.chunk_by(adjoin).filter(|run| run.len() > 1) {
        let count = |mark| run.iter().filter(|(_, sign)| *sign == mark).count();
        let loud = run.iter().filter(|(_, sign)| LOUD.contains(sign)).count();
        let in_code = run.iter().all(|(_, sign)| sign.is_ascii());
        // 、、 is an enumeration with nothing in it, which another rule reports.
        if loud == run.len()
            || count('、') == run.len()
            || in_code && !before(text, run[0].0).is_some_and(is_han)
        {
            continue;
        }
        // 。。。 and longer stand for an ellipsis; else the mark stays that divides most.
        let right = if run.len() > 2 && count('。') == run.len() {
            "……".to_owned()
        } else {
            let stays = MARKS.into_iter().filter(|&mark| count(mark) > 0);
            stays.take(loud.max(1)).collect()
        };
        let length: usize = run.iter().map(|(_, sign)| sign.len_utf8()).sum();
        let span = Span::new(run[0].0, run[0].0 + length);
        findings.correct(span, "", &right, &[]);
    }
    findings.damp(MOST_OF_A_WRITER);
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_marks_that_stand_double() {
        trips(
            "repeated-mark",
            &[
                "任务全面完成⟦。。⟧",
                "加强领导⟦，，⟧压实责任。",
                "修路⟦；；⟧治水。",
                "主要有⟦：：⟧修路。",
                "加强领导⟦，。⟧压实责任。",
                "农业、林业⟦、，⟧都要抓。",
                "压实责任⟦；。⟧",
                "通知如下⟦：，⟧请执行。",
                "等一等⟦。。。⟧再说。",
                "任务完成了⟦！。⟧",
                "这样行不行⟦？，⟧大家说说。",
                "加强领导⟦,,⟧压实责任。",
                "主要有⟦，:⟧修路。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_marks_that_belong_together() {
        silent(
            "repeated-mark",
            &[
                "他说：“要干就干好。”大家鼓掌。",
                "太好了！！",
                "真的吗？！",
                "等等……后来——成功了。",
                "（见附件。）另行通知。",
                "“三农”、“三资”，都要抓。",
                "版本1.2.3发布。",
                "真的？！！",
                "字段为a,,b。",
                "函数std::fs读取文件。",
                "建设、、三个园区。",
            ],
        );
    }
}
