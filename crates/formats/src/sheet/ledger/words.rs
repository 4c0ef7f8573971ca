//! What the words at the heads of columns, and those that tell parts in a cell of bodies, say.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/ledger-heads.tsv");

/// Characters that a head has at most.
const LONGEST: usize = 16;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    Number,
    Source,
    Content,
    Target,
    Lead,
    Responsible,
    Support,
    Deadline,
    Progress,
    State,
    Note,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Head,
    Label,
    Tail,
    Cell,
}

static WORDS: LazyLock<HashMap<(&'static str, Place), Column>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    let words = rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (word, column) = (cells.next()?, column(cells.next()?)?);
        let places = cells.next()?.split(',').filter_map(place);
        Some(places.map(move |place| ((word, place), column)))
    });
    words.flatten().collect()
});

fn column(name: &str) -> Option<Column> {
    Some(match name {
        "number" => Column::Number,
        "source" => Column::Source,
        "content" => Column::Content,
        "target" => Column::Target,
        "lead" => Column::Lead,
        "responsible" => Column::Responsible,
        "support" => Column::Support,
        "deadline" => Column::Deadline,
        "progress" => Column::Progress,
        "state" => Column::State,
        "note" => Column::Note,
        _ => return None,
    })
}

fn place(name: &str) -> Option<Place> {
    Some(match name {
        "head" => Place::Head,
        "label" => Place::Label,
        "tail" => Place::Tail,
        "cell" => Place::Cell,
        _ => return None,
    })
}

/// What a word says at a place.
pub(super) fn of(word: &str, place: Place) -> Option<Column> {
    let key: (&str, Place) = (word, place);
    WORDS.get(&key).copied()
}

/// What stands below a head: by the whole of it, by what stands outside of its brackets, or by its end.
pub(super) fn headed(head: &str) -> Option<Column> {
    let marks = head.chars().filter(|mark| !mark.is_whitespace());
    let plain: String = marks
        .map(|mark| match mark {
            '(' => '（',
            ')' => '）',
            mark => mark,
        })
        .collect();
    if plain.is_empty() || plain.chars().count() > LONGEST {
        return None;
    }
    let outside = plain.split('（').next().unwrap_or_default();
    let by_whole = of(&plain, Place::Head).or_else(|| of(outside, Place::Head));
    let ends = outside.char_indices().map(|(at, _)| &outside[at..]);
    let mut ends = ends.filter(|end| end.chars().count() >= 4);
    by_whole.or_else(|| ends.find_map(|end| of(end, Place::Head)))
}

/// What a cell holds by its end alone: the names of bodies, or by when.
pub(super) fn in_cell(cell: &str) -> Option<Column> {
    let cell = cell.trim();
    let ends = cell.char_indices().rev().take(LONGEST_IN_CELL);
    let mut ends = ends.map(|(at, _)| &cell[at..]);
    ends.find_map(|end| of(end, Place::Cell))
}

/// Characters of what a cell ends with.
const LONGEST_IN_CELL: usize = 4;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_row_has_a_word_of_its_own_a_column_and_places() {
        let mut words = HashSet::new();
        for row in TABLE.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            assert!(cells.len() == 3 && words.insert(cells[0]), "{row}");
            assert!(column(cells[1]).is_some(), "{row}");
            assert!(
                cells[2].split(',').all(|name| place(name).is_some()),
                "{row}"
            );
        }
    }

    #[test]
    fn heads_are_known_with_spaces_brackets_and_words_before() {
        for (head, column) in [
            ("牵 头\n单 位", Some(Column::Lead)),
            ("责任(配合)单位", Some(Column::Responsible)),
            ("完成时限（2026年）", Some(Column::Deadline)),
            ("2026年重点任务", Some(Column::Content)),
            ("县级配合单位", Some(Column::Support)),
            ("单位", None),
            ("本年目标", None),
            ("请各责任单位于每月底前把进展报办公室各责任单位", None),
        ] {
            assert_eq!(headed(head), column, "{head}");
        }
    }
}
