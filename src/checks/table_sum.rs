//! # table-sum
//!
//! ## zh: 表中合计不符
//!
//! 表的“合计”（总计、共计）一行在最前或最后，某一列的各行都是数，加起来不等于合计。每个数按四舍五入留出余地；
//! 有小计、其中、百分比的，一列里有空格的，相差太大（多半不是相加关系）的不报。
//!
//! Why: 改了一行没有改合计，或者漏了一行。
//!
//! Source: 算术
//!
//! ## en: Sum of a table
//!
//! A row 合计 (总计, 共计) is the first or the last of a table, and the numbers of a column do not come out at it. Every
//! number may be off by half its last place; silent where there are subtotals or percentages, where a cell is empty, and
//! where the sum is far off.
//!
//! Why: A row was changed and the total was not, or a row is missing.
//!
//! Source: Arithmetic
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.table-sum | 表中“{column}”一列各行之和是{right}，合计写的是{words}。请核对。 | The rows of “{column}” sum to {right}, and the total says {words}. Check them. |
//!
//! ## Trips
//!
//! ```text
//! 2031年民生资金分配表
//! 单位	学校	医院	公路
//! 甲镇	10	20	30
//! 乙镇	12	22	32
//! 合计	22	43	62
//! ```
//!
//! ## Silent
//!
//! ```text
//! 2031年民生资金分配表
//! 单位	学校	医院	公路
//! 甲镇	10	20	30
//! 乙镇	12	22	32
//! 合计	22	42	62
//! ```

// The examples are tables, whose cells tabs divide.
#![allow(clippy::tabs_in_doc_comments)]

use super::precision::{Interval, last_place, shown};
use super::{Context, Findings, Role};
use crate::model::Span;
use crate::text::row::{BARS, divider};

/// A sum that is off by more than this share of the total is none of these rows.
const FARTHEST: f64 = 0.34;

/// The cells of a row, each with its place.
type Row<'a> = Vec<(&'a str, Span)>;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let blocks = context.reading.blocks;
    let is_row = |span: &Span| divider(span.of(text)).is_some();
    let mut rows: Vec<Row> = Vec::new();
    for block in blocks {
        if is_row(&block.span) {
            rows.push(cells(text, block.span));
        } else {
            sums(&rows, findings);
            rows.clear();
        }
    }
    sums(&rows, findings);
}

/// The cells of a row.
fn cells(text: &str, row: Span) -> Row<'_> {
    let words = row.of(text);
    let mark = divider(words).unwrap_or('\t');
    let inner = match mark {
        '|' => words.trim_matches(BARS),
        _ => words,
    };
    let mut at = row.start + words.find(inner).unwrap_or_default();
    let cells = inner.split(mark).map(|cell| {
        let lead = cell.len() - cell.trim_start().len();
        let start = at + lead;
        at += cell.len() + 1;
        (cell.trim(), Span::new(start, start + cell.trim().len()))
    });
    cells.collect()
}

/// Compares the total of a table with its rows, column by column.
fn sums(rows: &[Row], findings: &mut Findings) {
    let Some((head, body)) = rows.split_first() else {
        return;
    };
    let is_total = |row: &Row| {
        let name: String = row[0].0.chars().filter(|c| !c.is_whitespace()).collect();
        Role::Total.is(&name)
    };
    let mut totals = body.iter().enumerate().filter(|(_, row)| is_total(row));
    let (Some((at, total)), None) = (totals.next(), totals.next()) else {
        return;
    };
    let parts: Vec<&Row> = match at {
        0 => body[1..].iter().collect(),
        _ if at + 1 == body.len() => body[..at].iter().collect(),
        _ => return,
    };
    let other = |row: &&Row| row[0].0.is_empty() || Role::NoRow.stands_in(row[0].0);
    let same = |row: &&Row| row.len() == total.len();
    if parts.len() < 2 || !parts.iter().all(same) || parts.iter().any(other) {
        return;
    }
    for column in 1..total.len() {
        let name = head.get(column).map_or("", |cell| cell.0);
        let numbers: Option<Vec<&str>> = parts.iter().map(|row| number(row[column].0)).collect();
        let Some((stated, numbers)) = number(total[column].0).zip(numbers) else {
            continue;
        };
        // 新增学校（所） is summed up as any count.
        let counted = Role::Gross
            .first_in(name)
            .map_or(name, |(at, word)| &name[at + word.len()..]);
        if Role::NoSum.stands_in(counted) || head.len() != total.len() {
            continue;
        }
        let sum = numbers.iter().fold(Interval::new(0.0, 0.0), |sum, number| {
            let (value, slack) = value(number);
            Interval::new(sum.low + value - slack, sum.high + value + slack)
        });
        let (value_stated, slack) = value(stated);
        let said = Interval::new(value_stated - slack, value_stated + slack);
        let right: f64 = numbers.iter().map(|number| value(number).0).sum();
        let near = (right - value_stated).abs() <= FARTHEST * value_stated;
        if !sum.meets(&said) && near {
            let values = [("column", name), ("right", &*shown(right, 4))];
            findings.report(total[column].1, "", &values);
        }
    }
}

/// A cell that is a number in digits, and nothing else.
fn number(cell: &str) -> Option<&str> {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    (cell.starts_with(|c: char| c.is_ascii_digit()) && cell.chars().all(digits)).then_some(cell)
}

/// The value of such a cell, and by how much it may be rounded: whole numbers are counted.
fn value(cell: &str) -> (f64, f64) {
    let plain: String = cell.chars().filter(|c| *c != ',').collect();
    let slack = if plain.contains('.') {
        last_place(&plain) / 2.0
    } else {
        0.0
    };
    (plain.parse().unwrap_or_default(), slack)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::of_rule;

    fn found(rows: &str) -> usize {
        of_rule(
            "table-sum",
            &format!("民生资金分配表\n{rows}\n以上请核对。"),
        )
        .len()
    }

    #[test]
    fn finds_totals_that_do_not_come_out() {
        for rows in [
            "单位\t学校\t医院\n甲镇\t10\t20\n乙镇\t12\t22\n合计\t22\t43",
            "单位\t新增学校\n甲镇\t10\n乙镇\t12\n合计\t24",
            "单位\t学校\t医院\n合 计\t23\t42\n甲镇\t10\t20\n乙镇\t12\t22",
            "项目\t投资（万元）\n水库\t1,200.5\n渠道\t800.2\n泵站\t300.1\n总计\t2,400.8",
            "| 项目 | 2021年 | 2022年 |\n| 基站（座） | 1820 | 2654 |\n| 桩（根） | 960 | 1275 |\n| 合计 | 2780 | 3939 |",
        ] {
            assert_eq!(found(rows), 1, "{rows}");
        }
    }

    #[test]
    fn keeps_silent_on_sums_and_on_what_is_none() {
        for rows in [
            "单位\t学校\t医院\n甲镇\t10\t20\n乙镇\t12\t22\n合计\t22\t42",
            "单位\t学校\t增速\n甲镇\t10\t5.1\n乙镇\t12\t6.3\n合计\t22\t5.8",
            "单位\t学校\n甲镇\t10\n其中：村小\t4\n乙镇\t12\n合计\t22",
            "单位\t学校\n甲镇\t10\n乙镇\t\n合计\t22",
            "项目\t投资\n水库\t1200.5\n渠道\t800.3\n合计\t2000.7",
            "单位\t人均（元）\n甲镇\t1000\n乙镇\t1200\n合计\t1100",
        ] {
            assert_eq!(found(rows), 0, "{rows}");
        }
    }
}
