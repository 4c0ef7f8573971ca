//! The bodies that a cell names, each with its part: 市教育局牵头，市财政局、市人社局配合.

use super::words::{Column, Place, of};

/// The most characters of a word that tells a part.
const LONGEST: usize = 8;

/// Adds the bodies of a cell, whose column says their part unless words of the cell do. `add` is given a part and a name.
pub(super) fn find(cell: &str, column: Column, add: &mut dyn FnMut(Column, &str)) {
    let mut labelled = column;
    for line in cell.split(['\n', '\r', '；', ';', '。']) {
        let (label, names) = line.split_once(['：', ':']).unwrap_or(("", line));
        let part = of(label.trim(), Place::Label);
        let names = if part.is_some() { names } else { line };
        labelled = part.unwrap_or(labelled);
        for group in names.split(['，', ',']) {
            let (group, tail) = without_tail(group.trim());
            for name in group.split(['、', '/', ' ', '\u{3000}', '\t']) {
                if !name.trim().is_empty() {
                    add(tail.unwrap_or(labelled), name.trim());
                }
            }
        }
    }
}

/// Names without the word behind them that tells their part.
fn without_tail(group: &str) -> (&str, Option<Column>) {
    let ends = group.char_indices().rev().take(LONGEST);
    let told = ends.map(|(at, _)| at).find_map(|at| {
        let part = of(&group[at..], Place::Tail)?;
        (at > 0).then_some((at, part))
    });
    match told {
        Some((at, part)) => (group[..at].trim_end(), Some(part)),
        None => (group, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_told_by_column_label_and_tail() {
        let cases: [(&str, &[(Column, &str)]); 5] = [
            (
                "县教育局\n县财政局",
                &[
                    (Column::Responsible, "县教育局"),
                    (Column::Responsible, "县财政局"),
                ],
            ),
            (
                "县教育局牵头，县财政局、县住建局配合",
                &[
                    (Column::Lead, "县教育局"),
                    (Column::Support, "县财政局"),
                    (Column::Support, "县住建局"),
                ],
            ),
            (
                "牵头单位：县教育局\n配合单位：县财政局\n县住建局",
                &[
                    (Column::Lead, "县教育局"),
                    (Column::Support, "县财政局"),
                    (Column::Support, "县住建局"),
                ],
            ),
            (
                "县水利局、县水务公司\n配合：县总工会",
                &[
                    (Column::Responsible, "县水利局"),
                    (Column::Responsible, "县水务公司"),
                    (Column::Support, "县总工会"),
                ],
            ),
            (" \n", &[]),
        ];
        for (cell, wanted) in cases {
            let mut found = Vec::new();
            find(cell, Column::Responsible, &mut |part, name| {
                found.push((part, name.to_owned()));
            });
            let found: Vec<(Column, &str)> = found
                .iter()
                .map(|(part, name)| (*part, name.as_str()))
                .collect();
            assert_eq!(found, wanted, "{cell}");
        }
    }
}
