//! Items inside paragraphs: 一是…二是…, 第一，…第二，…, 首先…其次….

use super::headings::Entry;
use super::numbering::Form;

/// The most characters of an item's first sentence that are its title.
const LONGEST_TITLE: usize = 40;

/// Whether an item's number may begin with `character`.
pub(super) fn may_begin(character: char) -> bool {
    matches!(
        character,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '第'
            | '其'
            | '首'
            | '再'
            | '最'
            | '（'
            | '('
    )
}

/// Whether the form numbers items inside a paragraph.
pub(super) fn is_item(form: Form) -> bool {
    matches!(
        form,
        Form::Count(_) | Form::Ordinal | Form::Among | Form::Sequence
    )
}

/// Where an item's title ends: after its first sentence, or its first clause where that is long.
pub(super) fn item_end(words: &str, from: usize) -> usize {
    let bare = words[from..].trim_start_matches(['，', '、', ',', '：', ' ']);
    super::headings::title_end(words, words.len() - bare.len(), LONGEST_TITLE)
}

/// The lists that are being read. An item counts only where a second one follows the first.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<List>,
}

/// One list: its form, and where its last item is kept.
struct List {
    form: Form,
    last: u32,
    /// The first item, while no second one was seen.
    first: Option<Entry>,
    /// The index of the last item among the entries.
    place: usize,
}

impl Lists {
    /// Takes the next item.
    pub(super) fn take(&mut self, mut entry: Entry, entries: &mut Vec<Entry>) {
        if entry.form == Form::Dash {
            let place = entries.len();
            if let Some(list) = self.list(Form::Dash) {
                entries[list.place].goes_on = true;
                list.place = place;
            } else {
                self.open.push(List {
                    form: Form::Dash,
                    last: 0,
                    first: None,
                    place,
                });
            }
            entries.push(entry);
            return;
        }
        if entry.number == 1 {
            self.open.retain(|list| list.form != entry.form);
            self.open.push(List {
                form: entry.form,
                last: 1,
                first: Some(entry),
                place: 0,
            });
            return;
        }
        let Some(list) = self.list(entry.form) else {
            return;
        };
        // 最后 closes a list of whatever length.
        if entry.number == 0 {
            entry.number = list.last + 1;
        }
        if entry.number != list.last + 1 {
            return;
        }
        if let Some(mut first) = list.first.take() {
            first.goes_on = true;
            entries.push(first);
        } else {
            entries[list.place].goes_on = true;
        }
        list.last = entry.number;
        list.place = entries.len();
        entries.push(entry);
    }

    /// Ends all lists, at a heading or at the end of the text.
    pub(super) fn finish(&mut self, _entries: &mut [Entry]) {
        self.open.clear();
    }

    fn list(&mut self, form: Form) -> Option<&mut List> {
        self.open.iter_mut().find(|list| list.form == form)
    }
}
