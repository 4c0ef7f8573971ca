//! Whether what differs from a phrase by a character is a slip of it, or other words.

use super::difference::{Difference, Kind};
use super::phrases::{Phrase, is_common, is_known, is_part_of_word, is_word};
use crate::checks::Role;
use crate::lexicon::{body_endings, doubled, formulas};
use crate::model::Span;
use crate::reading::{Kind as TokenKind, Pos, Reading, Token};
use crate::text::{after, before, in_chinese, window_before};

/// The bytes of a Chinese character.
pub(super) const HAN: usize = '字'.len_utf8();

/// Whether the first character of a name, standing twice, ends a word before it: 学习|习近平.
fn ends_word(reading: &Reading, found: Difference) -> bool {
    let name = found.off.start;
    let word = token_at(reading, found.span.start).map_or(found.off, |token| token.span);
    found.off.start - found.span.start == HAN
        && (is_common(window_before(reading.text, name, 2))
            || word.start < name - HAN && word.end == name)
}

/// Whether what stands for a bare name begins and ends with words, and leaves the family name as it is.
fn stands_alone(reading: &Reading, found: Difference) -> bool {
    let middle = found.kind == Kind::Turned || found.at >= HAN;
    let ends = |at: usize| token_at(reading, at).is_none_or(|token| token.span.start == at);
    middle && ends(found.span.start) && ends(found.span.end)
}

/// Whether a difference from a name or formula is a slip of it.
pub(super) fn breaks_formula(
    reading: &Reading,
    phrase: &Phrase,
    row: &formulas::Row,
    found: Difference,
) -> bool {
    let text = reading.text;
    let rest = &phrase.form[found.at..];
    let particle = |text: &str| Role::Frame.is(text) || Role::Frame.begins(text).is_some();
    if begins_before(reading, found) {
        return false;
    }
    match found.kind {
        // 共和国|国歌, 共产党|党和国家: the last character begins other words.
        Kind::Doubled if found.at == phrase.form.len() => {
            let single = is_single(reading, found) && !is_word(text, found.off.start);
            return single && !goes_with_next(text, found.off);
        }
        Kind::Doubled => return !ends_word(reading, found),
        // 习平近, 习进平: whoever is called so bears no such name by chance.
        Kind::Turned | Kind::Changed if phrase.bare => {
            return row.bare && stands_alone(reading, found);
        }
        _ if phrase.bare => return false,
        // 李强总理 is no 李克强: only where one person bears the office.
        Kind::Missing if row.kind == formulas::Kind::Person => {
            return row.bare
                || found.at >= row.form.len()
                || row.sole.iter().any(|office| phrase.form.ends_with(office));
        }
        // 国家发展改革委员会 is often said for short.
        Kind::Missing => {
            let joins = Role::And.begins(rest).is_some();
            // “个意识”: quotation marks hold it together.
            let loose = row.kind == formulas::Kind::Slogan && !phrase.form.contains('“');
            return !(joins || particle(rest) && loose);
        }
        Kind::Turned => return true,
        Kind::Changed if row.kind == formulas::Kind::Person => {
            return breaks_name(reading, phrase, row, found);
        }
        // 生态环境部, but 生态环境更美: a last character that is a word alone is freely another.
        Kind::Changed if found.off.end == found.span.end && body_endings::TABLE.has(rest) => {
            return false;
        }
        Kind::Changed => {}
    }
    let inside = found.off.start > found.span.start && found.off.end < found.span.end;
    let right = rest.chars().next();
    // Another number makes another formula (二十届四中全会), another place its own (科教兴市).
    // 与 stands as well for 和.
    let varies = right.is_some_and(counts) && found.off.of(text).starts_with(counts)
        || Role::And.begins(rest).is_some() && Role::And.is(found.off.of(text))
        || Role::Country.begins(rest).is_some() && Role::Local.is(found.off.of(text));
    !is_other_wording(reading, phrase, row, found)
        && (inside || !particle(found.off.of(text)))
        && !goes_on(reading, found)
        && !leads_in(reading, found)
        && !is_known(found.span.of(text))
        && !varies
}

/// 习进平总书记: whether a changed character is a slip in a name with its office, which only one person bears. 毛泽东住席, but 毛泽东出席.
fn breaks_name(reading: &Reading, phrase: &Phrase, row: &formulas::Row, found: Difference) -> bool {
    let office = found.at >= row.form.len();
    let last = found.off.end == found.span.end;
    let sole = row.sole.iter().any(|office| phrase.form.ends_with(office));
    let apart = is_single(reading, found) || is_whole_name(reading, row, found);
    apart && (sole || row.bare && !office || office && !last)
}

/// Whether a changed character is one of a word that makes other wording of a formula.
fn is_other_wording(
    reading: &Reading,
    phrase: &Phrase,
    row: &formulas::Row,
    found: Difference,
) -> bool {
    let text = reading.text;
    let word = token_at(reading, found.off.start).map(|token| token.span);
    let slogan = row.kind == formulas::Kind::Slogan;
    // 推动|共享“一带一路”, 共|赴“一带一路”: a verb before the quoted words is free, 领|误 is none.
    let quote = phrase.form.find('“').map(|at| found.span.start + at);
    let leads = |word: Span| slogan && quote.is_some_and(|quote| word.end <= quote);
    match word.filter(|word| word.len() > HAN) {
        Some(word) if leads(word) && is_common(word.of(text)) => true,
        // 法国共产党: a word that begins no name of the table.
        Some(word) if word.start == found.span.start => {
            let begins = |row: &formulas::Row| row.form.starts_with(word.of(text));
            // 推进|共建“一带一路” for 推动, with the quotation marks left out too.
            slogan && is_common(word.of(text)) || !formulas::ROWS.iter().any(begins)
        }
        // 毛泽东|理想主义: it is no part of the formula.
        Some(word) if word.end > found.span.end => true,
        // 现代化国防 is no slip of 现代化国家.
        Some(word) => {
            // “一带一路”建成 is none of “一带一路”建设.
            word.end == found.span.end && is_word_for_word(text, &phrase.form, found, word)
        }
        None => {
            let is = |at: usize, pos| token_at(reading, at).is_some_and(|word| word.pos == pos);
            let adverb = found.at > 0 && is(found.off.start - 1, Pos::Adverb);
            leads(found.off) && adverb && is(found.off.start, Pos::Verb)
        }
    }
}

/// Whether a character is a number.
fn counts(character: char) -> bool {
    in_chinese(character) || matches!(character, '两' | '双' | '几')
}

/// 我国|主权, 两国|主权 beside 国家主权: whether what a missing character leaves of the first word ends one of the text's own.
fn begins_before(reading: &Reading, found: Difference) -> bool {
    let (start, end) = (found.span.start, found.off.start);
    let cut = token_at(reading, start)
        .is_some_and(|word| word.span.start < start && word.span.end == end);
    found.kind == Kind::Missing
        && end - start == HAN
        && (cut
            || is_common(window_before(reading.text, end, 2))
            || before(reading.text, start).is_some_and(counts))
}

/// 部|机关, 党|徽: whether a character that stands twice makes a word with the next one.
fn goes_with_next(text: &str, character: Span) -> bool {
    let row = doubled::TABLE.get(character.of(text));
    row.is_some_and(|row| after(text, character.end).is_some_and(|next| row.behind.contains(next)))
}

/// Whether the character that is off is a word by itself, or none.
fn is_single(reading: &Reading, found: Difference) -> bool {
    token_at(reading, found.off.start).is_none_or(|word| word.span.len() <= HAN)
}

/// Whether the name that is off was read as that of somebody, of the same family.
fn is_whole_name(reading: &Reading, row: &formulas::Row, found: Difference) -> bool {
    let start = found.span.start;
    let name = Span::new(start, start + row.form.len());
    let is_name = |word: &Token| word.pos == Pos::Person && word.span == name;
    (HAN..row.form.len()).contains(&found.at) && token_at(reading, start).is_some_and(is_name)
}

/// Whether a difference from a set phrase breaks one of its words and makes no other.
pub(super) fn breaks_phrase(reading: &Reading, phrase: &Phrase, found: Difference) -> bool {
    let (text, form) = (reading.text, &*phrase.form);
    let rest = &form[found.at..];
    let right = &rest[..rest.chars().next().map_or(0, char::len_utf8)];
    let is_content = |character: &str| !Role::Frame.is(character);
    let own = each(text, found.off).all(|at| !is_word(text, at));
    let broken = || is_part_of_word(form, found.at);
    let word = token_at(reading, found.off.start).map_or(found.off, |token| token.span);
    !in_parallel(form, found.at)
        && is_content(right)
        && match found.kind {
            // Nobody means to write two characters in each other's place.
            Kind::Turned => own && is_content(found.off.of(text)),
            // 实事求是|是: 是 goes on.
            Kind::Doubled => found.at < form.len() && word.start >= found.off.start,
            Kind::Missing => {
                broken() && word.len() == HAN && rest.len() > 2 * HAN && form.len() >= 8 * HAN
            }
            Kind::Changed => {
                own && is_content(found.off.of(text))
                    && broken()
                    && !may_vary(reading, form, found)
                    && !is_word_for_word(text, form, found, word)
                    && !in_coinage(reading, found)
                    && !goes_on(reading, found)
                    && !leads_in(reading, found)
                    // 现代|茶|产业体系: put into a phrase and not for a character of it.
                    && !is_known(&[&form[..found.at], &rest[right.len()..]].concat())
            }
        }
}

/// Whether a whole word of the phrase is changed for another one, which many documents have, or this one
/// again, or which ends alike: 市民 for 人民.
fn is_word_for_word(text: &str, form: &str, found: Difference, word: Span) -> bool {
    let from = word.start.checked_sub(found.span.start);
    let place = from.map(|from| from..from + word.len());
    let replaced = place.and_then(|place| form.get(place));
    let (new, same_end) = (word.of(text), |old: &str| {
        before(old, old.len()) == before(text, word.end)
    });
    let again = text.matches(new).nth(1).is_some();
    let meant = |old: &str| is_common(old) && (is_common(new) || again || same_end(old));
    word.len() > HAN && replaced.is_some_and(meant)
}

/// Whether a changed character is one that varies: 强省 for 强国, another number or classifier.
fn may_vary(reading: &Reading, form: &str, found: Difference) -> bool {
    let (written, right) = (found.off.of(reading.text), &form[found.at..]);
    // 强|茶 for 强国: any trade may take its place.
    let trade = || {
        let word = token_at(reading, found.off.start);
        word.is_some_and(|word| word.span == found.off && word.pos == Pos::Noun)
    };
    let local = Role::Country.begins(right).is_some() && (Role::Local.is(written) || trade());
    found.kind == Kind::Changed
        && (local || Role::Counting.is(written) || Role::Counting.begins(right).is_some())
}

/// 污染防治攻坚|向纵深: whether the last character leads on to what follows, so that the phrase was cut short.
fn goes_on(reading: &Reading, found: Difference) -> bool {
    let leads = |pos: Pos| matches!(pos, Pos::Preposition | Pos::Conjunction | Pos::Position);
    found.off.end == found.span.end
        && token_at(reading, found.off.start)
            .is_some_and(|word| word.span == found.off && leads(word.pos))
}

/// 使|公有制经济, 刑法的|基本理论: whether the first character is a word by itself before whole ones.
fn leads_in(reading: &Reading, found: Difference) -> bool {
    let tokens = &reading.tokens;
    let next = tokens.partition_point(|token| token.span.start < found.off.end);
    let is_whole = |token: &Token| {
        token.span.start == found.off.end && (token.span.len() > HAN || token.pos == Pos::Particle)
    };
    found.off.start == found.span.start
        && token_at(reading, found.off.start).is_some_and(|word| word.span.end == found.off.end)
        && tokens.get(next).is_some_and(is_whole)
}

/// Whether it ends a row of words of one character that begins before the phrase: 产|城|景.
fn in_coinage(reading: &Reading, found: Difference) -> bool {
    let tokens = &reading.tokens;
    let single = |token: &&Token| token.kind == TokenKind::Word && token.span.len() == HAN;
    let here = tokens.partition_point(|token| token.span.start <= found.off.start);
    let row = tokens[..here].iter().rev().take_while(single);
    row.last()
        .is_some_and(|first| first.span.start < found.span.start)
}

/// The token that covers a place.
pub(super) fn token_at<'r>(reading: &'r Reading, at: usize) -> Option<&'r Token> {
    let next = reading
        .tokens
        .partition_point(|token| token.span.start <= at);
    let token = reading.tokens.get(next.checked_sub(1)?)?;
    (token.span.end > at).then_some(token)
}

/// Whether what stands for a phrase begins and ends with words: 中国共产|主义 is none of 中国共产党. A slip inside
/// a name may have words cut wrongly at its ends.
pub(super) fn on_whole_words(reading: &Reading, found: Difference, fixed: bool) -> bool {
    let (stretch, off) = (found.span, found.off);
    let first = token_at(reading, stretch.start);
    // 中华人民共和国|主席: the beginning belongs to a name.
    let cuts = |token: &Token| token.span.start < stretch.start && token.span.len() > 3 * HAN;
    if fixed && first.is_some_and(cuts) {
        return false;
    }
    if fixed && off.start > stretch.start && off.end < stretch.end {
        // 国家卫生健康委|要|会同, 中的|共产党员: the end belongs to another word.
        let last = token_at(reading, stretch.end.saturating_sub(1));
        return last.is_none_or(|last| last.span.end <= stretch.end || last.span.start < off.end);
    }
    let begins = first.is_none_or(|token| token.span.start == stretch.start);
    let next = reading
        .tokens
        .partition_point(|token| token.span.start < stretch.end);
    let last = next
        .checked_sub(1)
        .map(|last| reading.tokens[last].span.end);
    begins && last.is_none_or(|end| end <= stretch.end)
}

/// Whether a difference from a quoted slogan is a slip: nearly all of its characters may be changed for
/// the name of something else.
pub(super) fn breaks_slogan(reading: &Reading, form: &str, found: Difference) -> bool {
    let text = reading.text;
    let word = token_at(reading, found.off.start).map_or(found.off, |token| token.span);
    let own = || each(text, found.off).all(|at| !is_word(text, at));
    match found.kind {
        Kind::Turned | Kind::Doubled => found.at > 0,
        Kind::Missing => is_part_of_word(form, found.at) && own(),
        Kind::Changed => {
            is_part_of_word(form, found.at)
                && Role::Frame.begins(&form[found.at..]).is_none()
                && !may_vary(reading, form, found)
                && !is_word_for_word(text, form, found, word)
                && own()
        }
    }
}

/// Where the characters of a stretch begin.
fn each(text: &str, stretch: Span) -> impl Iterator<Item = usize> {
    let characters = stretch.of(text).char_indices();
    characters.map(move |(at, _)| stretch.start + at)
}

/// Whether the character stands in a chain that anyone may vary: 共建共治共享, 共建共管共享.
fn in_parallel(phrase: &str, at: usize) -> bool {
    before(phrase, at).is_some_and(|before| phrase.matches(before).count() >= 3)
}
