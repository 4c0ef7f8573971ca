//! # repeated-mark
//!
//! ## zh: 标点重复
//!
//! 标点连着重复，或者互相冲突：“。。”“，，”“，。”“；。”。
//! 省略号、破折号、“？！”等本来连用的不算。
//!
//! Why: 两个标点之间可能丢了字；至少说明没有再读一遍。
//!
//! Source: 《标点符号用法》（GB/T 15834—2011）
//!
//! ## en: Repeated mark
//!
//! Marks stand double or collide: 。。 ，， ，。 ；。 Marks that belong together (……, ——, ？！)
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
//! | check.repeated-mark | 标点“{marks}”重复或冲突。请保留一个。 | The marks “{marks}” stand double or collide. Keep one. |
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

use super::{Context, Findings};
use crate::model::Span;

/// Marks of which no two may stand together; 、、 is an enumeration with nothing in it, which
/// another rule reports.
fn is_mark(sign: char) -> bool {
    matches!(sign, '。' | '，' | '；' | '：' | '、')
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    let mut until = 0;
    for pair in context.signs().windows(2) {
        let [(at, first), (next, second)] = *pair else {
            continue;
        };
        let collide = next == at + first.len_utf8() && is_mark(first) && is_mark(second);
        if at < until || !collide {
            continue;
        }
        let run = &text[at..];
        let length = run.find(|c| !is_mark(c)).unwrap_or(run.len());
        until = at + length;
        if run[..length].chars().all(|c| c == '、') {
            continue;
        }
        let marks = &run[..length];
        // 。。。 and longer stand for an ellipsis.
        let dots = marks.chars().all(|c| c == '。') && marks.chars().count() >= 3;
        let span = Span::new(at, at + length);
        let replacement = if dots {
            "……".to_owned()
        } else {
            strongest(marks).to_string()
        };
        let values = [("marks", marks)];
        findings
            .report(span, "check.repeated-mark", &values)
            .suggest(span, replacement);
    }
}

/// The mark that divides most: a full stop before a colon, a semicolon, a comma.
fn strongest(marks: &str) -> char {
    ['。', '：', '；', '，', '、']
        .into_iter()
        .find(|mark| marks.contains(*mark))
        .unwrap_or('。')
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
                "建设、、三个园区。",
            ],
        );
    }
}
