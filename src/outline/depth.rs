//! How deep each heading and item stands.

use super::entry::Entry;
use crate::numbering::Form;

/// The deepest level: numbering that starts anew without end must not nest without end.
pub(super) const DEEPEST: usize = 9;

/// The depth of every entry, from 0.
pub(super) fn depths(entries: &mut [Entry]) -> Vec<usize> {
    part_plain(entries);
    let hints = Hints::of(entries);
    let mut path: Vec<usize> = Vec::new();
    let mut depths = Vec::with_capacity(entries.len());
    for index in 0..entries.len() {
        let entry = &entries[index];
        let depth = if entry.form.heads() {
            while path.last().is_some_and(|&top| !entries[top].form.heads()) {
                path.pop();
            }
            heading_depth(entries, &hints, &path, index)
        } else {
            item_depth(entries, &mut path, entry)
        };
        let depth = depth.min(DEEPEST).min(path.len());
        // The whole list is announced where its first part is.
        if let Some(&like) = path.get(depth)
            && entries[like].form == entries[index].form
            && entries[index].number > 1
        {
            entries[index].announced = entries[like].announced;
        }
        path.truncate(depth);
        path.push(index);
        depths.push(depth);
    }
    depths
}

/// Tells unnumbered headings of two levels apart: where, twice or more, one follows another with no
/// text between, those are the upper ones.
fn part_plain(entries: &mut [Entry]) {
    let is_plain = |entry: &Entry| entry.form == Form::Plain;
    let adjoins = |at: usize| match entries.get(at..at + 2) {
        Some([one, next]) => is_plain(one) && is_plain(next) && follows_at_once(one, next),
        _ => false,
    };
    let upper: Vec<usize> = (0..entries.len())
        .filter(|&at| adjoins(at) && !adjoins(at + 1) && (at == 0 || !adjoins(at - 1)))
        .collect();
    if upper.len() < 2 {
        return;
    }
    for (at, entry) in entries.iter_mut().enumerate().skip(upper[0]) {
        if entry.form == Form::Plain && upper.binary_search(&at).is_err() {
            entry.form = Form::PlainUnder;
        }
    }
}

/// Whether no text stands between two headings.
fn follows_at_once(one: &Entry, next: &Entry) -> bool {
    one.heads_line() && next.span.start <= one.block_end + '\n'.len_utf8()
}

/// What the rest of the text tells of a heading.
struct Hints {
    /// For each heading the next one of the same form.
    next: Vec<Option<usize>>,
    /// Whether there is but one unnumbered heading: a level of one is no level.
    sole_plain: bool,
    /// Pairs of forms of which the second stands right under the first somewhere.
    direct: Vec<(Form, Form)>,
    /// For each unnumbered heading the form of the list that starts over right under it.
    started_over: Vec<Option<Form>>,
}

impl Hints {
    fn of(entries: &[Entry]) -> Self {
        let mut next = vec![None; entries.len()];
        let mut latest: Vec<(Form, usize)> = Vec::new();
        let mut direct = Vec::new();
        let mut above: Option<usize> = None;
        let mut started_over = vec![None; entries.len()];
        for (index, entry) in entries.iter().enumerate().filter(|(_, e)| e.form.heads()) {
            if let Some(at) = above
                && entry.number == 1
                && entries[at].form != entry.form
            {
                let pair = (entries[at].form, entry.form);
                let known = latest.iter().any(|(form, _)| *form == entry.form);
                started_over[at] = (known && pair.0 == Form::Plain).then_some(entry.form);
                if !direct.contains(&pair) {
                    direct.push(pair);
                }
            }
            above = Some(index);
            match latest.iter_mut().find(|(form, _)| *form == entry.form) {
                Some((_, last)) => {
                    next[*last] = Some(index);
                    *last = index;
                }
                None => latest.push((entry.form, index)),
            }
        }
        let plain = entries.iter().filter(|entry| entry.form == Form::Plain);
        Self {
            next,
            sole_plain: plain.take(2).count() == 1,
            direct,
            started_over,
        }
    }

    /// Whether the list of a numbered heading goes on after it: the next of its form bears the next
    /// number.
    fn goes_on(&self, entries: &[Entry], at: usize) -> bool {
        let entry = &entries[at];
        entry.number > 0
            && self.next[at].is_some_and(|next| entries[next].number == entry.number + 1)
    }

    /// Whether the list that begins at `first` is followed by number `due` of another list.
    fn returns_to(&self, entries: &[Entry], first: usize, due: u32) -> bool {
        let mut last = first;
        while let Some(next) = self.next[last] {
            let number = entries[next].number;
            if number != entries[last].number + 1 {
                return number == due;
            }
            last = next;
        }
        false
    }
}

fn heading_depth(entries: &[Entry], hints: &Hints, path: &[usize], index: usize) -> usize {
    let entry = &entries[index];
    let same = |at: &usize| entries[*at].form == entry.form;
    match entry.form {
        Form::Closing => return 0,
        Form::Plain | Form::PlainUnder => {
            // Between 二、 and 三、 an unnumbered heading stands under 二、.
            let floor = path
                .iter()
                .rposition(|&at| hints.goes_on(entries, at))
                .map_or(0, |at| at + 1);
            let like = path[floor..].iter().rposition(same);
            // One behind which a list starts over stands above that list: 2023年工作回顾 一、…
            // 二、… 2024年工作安排 一、…
            let over = hints.started_over[index].and_then(|form| {
                path[floor..]
                    .iter()
                    .position(|&at| entries[at].form == form)
            });
            let beside = like.into_iter().chain(over).min();
            return beside.map_or(path.len(), |at| floor + at);
        }
        _ => {}
    }
    let follows = |at: &usize| same(at) && entries[*at].number + 1 == entry.number;
    if let Some(depth) = path.iter().rposition(follows) {
        return depth;
    }
    let last = path.iter().rposition(same);
    if entry.number == 1 {
        return match last {
            Some(depth) if depth + 1 == path.len() => {
                let before = &entries[path[depth]];
                let further = before.number > 1;
                let nests = further && entry.announced && !before.announced
                    || further && !entry.heads_line() && before.heads_line()
                    || hints.returns_to(entries, index, before.number + 1);
                depth + usize::from(nests)
            }
            // A list that starts over stands under the heading between.
            Some(_) => path.len(),
            None => beside_words(entries, path, index)
                .or_else(|| beside_plain(entries, hints, path, index))
                .unwrap_or(path.len()),
        };
    }
    if let Some(depth) = last {
        return depth;
    }
    // The first of its kind, and not numbered 1: where such headings usually stand.
    path.iter()
        .position(|&at| entries[at].form.rank() >= entry.form.rank())
        .unwrap_or(path.len())
}

/// The depth of the unnumbered heading that stands before the first chapter: 总则 … 第一章: nothing holds chapters.
fn beside_words(entries: &[Entry], path: &[usize], index: usize) -> Option<usize> {
    let plain = |at: &usize| entries[*at].form == Form::Plain;
    let is_chapter = entries[index].form == Form::Part;
    is_chapter.then(|| path.iter().position(plain)).flatten()
}

/// The depth of the unnumbered heading before a list where the list stands beside it, not under it:
/// the text has no other, or such lists stand right under the heading above elsewhere.
fn beside_plain(entries: &[Entry], hints: &Hints, path: &[usize], index: usize) -> Option<usize> {
    let depth = path.len().checked_sub(1)?;
    let top = &entries[path[depth]];
    if top.form != Form::Plain
        || hints.started_over[path[depth]].is_some()
        || follows_at_once(top, &entries[index])
    {
        return None;
    }
    let form = entries[index].form;
    let above = depth.checked_sub(1).map(|at| entries[path[at]].form);
    let direct = above.is_some_and(|above| hints.direct.contains(&(above, form)));
    (hints.sole_plain || direct).then_some(depth)
}

fn item_depth(entries: &[Entry], path: &mut Vec<usize>, entry: &Entry) -> usize {
    // A list that has ended with its paragraph holds nothing of a later one.
    while let Some(&top) = path.last() {
        let ended = !entries[top].goes_on && entries[top].block_end <= entry.span.start;
        if entries[top].form.heads() || !ended {
            break;
        }
        path.pop();
    }
    let like = path.iter().rposition(|&at| {
        let form = entries[at].form;
        form.heads() || form == entry.form
    });
    like.filter(|&at| !entries[path[at]].form.heads())
        .unwrap_or(path.len())
}
