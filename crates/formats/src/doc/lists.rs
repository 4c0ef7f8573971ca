//! Lists: definitions with their levels, and their uses, which paragraphs number from 1.

use std::collections::HashMap;

use crate::bytes::{byte, long, word};
use crate::counting::Counting;
use crate::lists::{LEVELS, Level, List, Lists};

/// Bytes of a definition, of a use, and of the head of a level.
const DEFINITION: usize = 28;
const USE: usize = 16;
const LEVEL: usize = 28;

/// Reads definitions and uses. The levels stand behind the definitions, where the table itself ends already: `table` is
/// the whole stream.
pub(super) fn read(definitions: &[u8], table: &[u8], main: &[u8], uses: &[u8]) -> Lists {
    let mut lists = Lists::default();
    let start = long(main, 0x9A + 8 * super::LISTS);
    let rest = start
        .and_then(|start| table.get(start..))
        .unwrap_or_default();
    let levels = levels(definitions, rest).unwrap_or_default();
    numbered(uses, &levels, &mut lists);
    lists
}

type Definitions = HashMap<usize, (u32, Vec<Option<Level>>)>;

fn levels(definitions: &[u8], rest: &[u8]) -> Option<Definitions> {
    let count = usize::from(word(definitions, 0)?);
    let mut at = 2 + count * DEFINITION;
    let mut found = HashMap::new();
    for index in 0..count {
        let head = 2 + index * DEFINITION;
        let Some((id, flags)) = long(rest, head).zip(byte(rest, head + 26)) else {
            break;
        };
        let mut levels = Vec::new();
        for _ in 0..if flags & 1 != 0 { 1 } else { LEVELS } {
            let Some((level, length)) = level(rest.get(at..).unwrap_or_default()) else {
                break;
            };
            levels.push(Some(level));
            at += length;
        }
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        found.insert(id, (number, levels));
    }
    Some(found)
}

/// A level and its length in bytes.
fn level(bytes: &[u8]) -> Option<(Level, usize)> {
    let changes = usize::from(byte(bytes, 24)?) + usize::from(byte(bytes, 25)?);
    let text = LEVEL + changes;
    let length = usize::from(word(bytes, text)?);
    let mut pattern = String::new();
    let units = (0..length).map_while(|index| word(bytes, text + 2 + 2 * index));
    for unit in char::decode_utf16(units) {
        match unit.unwrap_or('\u{FFFD}') {
            // The places of the levels' numbers.
            level @ '\0'..='\u{8}' => {
                pattern.push('%');
                pattern.extend(char::from_digit(level as u32 + 1, 10));
            }
            character => pattern.push(character),
        }
    }
    let flags = byte(bytes, 5)?;
    let level = Level {
        start: u32::try_from(long(bytes, 0)?).unwrap_or(1),
        counting: Counting::of_word(byte(bytes, 4)?),
        pattern,
        is_legal: flags & 0x04 != 0,
        restart: (flags & 0x08 != 0).then(|| usize::from(byte(bytes, 26).unwrap_or(0))),
    };
    Some((level, text + 2 + 2 * length))
}

fn numbered(uses: &[u8], definitions: &Definitions, lists: &mut Lists) {
    let count = long(uses, 0).unwrap_or(0).min(uses.len() / USE);
    let mut at = 4 + count * USE;
    for index in 0..count {
        let head = 4 + index * USE;
        let (Some(id), Some(changes)) = (long(uses, head), byte(uses, head + 12)) else {
            return;
        };
        let known = definitions.get(&id).cloned();
        let (definition, levels) = known.unwrap_or((u32::MAX, Vec::new()));
        let mut list = List {
            definition,
            levels,
            restarts: Vec::new(),
        };
        // Before the changes of a use stand four bytes.
        at += 4;
        for _ in 0..changes {
            let (Some(start), Some(flags)) = (long(uses, at), byte(uses, at + 4)) else {
                break;
            };
            at += 8;
            let level_at = usize::from(flags & 0x0F);
            if flags & 0x20 != 0 {
                let Some((level, length)) = level(uses.get(at..).unwrap_or_default()) else {
                    break;
                };
                at += length;
                if let Some(own) = list.levels.get_mut(level_at) {
                    *own = Some(level);
                }
            }
            if flags & 0x10 != 0 {
                list.restart(level_at, u32::try_from(start).unwrap_or(1));
            }
        }
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        lists.by_number.insert(number, list);
    }
}
