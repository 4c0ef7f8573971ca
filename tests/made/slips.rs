//! Slips of every kind planted into clean texts: `tests/data/slips.tsv`. How many does each rule find?

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use regex::{Captures, Regex};

use crate::draw::Draw;
use crate::facts::{tell, tell_weekday};
use crate::host::Host;
use crate::places::{Place, places};
use crate::report::{Report, around};
use crate::rows::{Row, rows};
use crate::told;
use crate::words::Words;

/// A way to make a slip of a kind; a kind may have several.
struct Way {
    row: Row,
    find: Regex,
}

/// Plants so many slips of each kind, and reports what is found.
pub fn find(hosts: &[Host], slips: usize) -> Report {
    let mut kinds: BTreeMap<(String, String), Vec<Way>> = BTreeMap::new();
    for row in rows("slips") {
        let find = Regex::new(row.get("find"));
        let find = find.unwrap_or_else(|what| panic!("{}: {what}", row.place));
        let kind = (row.get("rule").to_owned(), row.get("slip").to_owned());
        kinds.entry(kind).or_default().push(Way { row, find });
    }
    let shown: Option<String> = told("XUSHI_SLIPS");
    let seed = told("XUSHI_SEED").unwrap_or(1);
    let words = Words::new();
    let mut report = Report::default();
    for (index, ((rule, slip), ways)) in (0_u64..).zip(&kinds) {
        let is_shown = |own: &String| own == rule || own == "all";
        if !shown.as_ref().is_none_or(is_shown) {
            continue;
        }
        let mut draw = Draw::new(seed * 1000 + index);
        let mut known = BTreeSet::new();
        let order = draw.some(hosts, hosts.len());
        // Texts without a place are passed over; the others take more slips before there are enough.
        // Each way has its turn.
        for (turn, host) in order
            .iter()
            .cycle()
            .take(slips / 2 * hosts.len())
            .enumerate()
        {
            if known.len() == slips {
                break;
            }
            let mut ways = ways.iter().cycle().skip(turn % ways.len()).take(ways.len());
            let Some((text, shown)) =
                ways.find_map(|way| way.plant(host, words.clone(), &mut draw))
            else {
                continue;
            };
            if known.insert(text.clone()) {
                let is_found = host.is_found(rule, &text);
                report.judge(rule, slip, is_found, || format!("{}: {shown}", host.name));
            }
        }
        assert!(!known.is_empty(), "no text has a place for {rule}: {slip}");
    }
    if shown.is_some() {
        report.faults.iter().for_each(|fault| println!("{fault}"));
    }
    report
}

/// A text with a slip in it, and the slip with what stands around it.
type Planted = (String, String);

impl Way {
    /// Plants the slip, if the text has a place for it.
    fn plant(&self, host: &Host, mut words: Words, draw: &mut Draw) -> Option<Planted> {
        let places = places(host, self.row.get("within"), &words);
        tell(self.row.get("about"), host, &mut words, draw)?;
        if self.row.get("all") == "yes" {
            return self.plant_all(host, &words, draw.any(&places)?, draw);
        }
        let order = draw.some(&places, places.len()).into_iter();
        let (window, found) = order.into_iter().find_map(|place| {
            let (window, inside) = (&place.window, &place.inside);
            let is_inside = |found: &Captures| {
                let slip = slip(found);
                inside.start <= window.start + slip.start && window.start + slip.end <= inside.end
            };
            let all = self.find.captures_iter(&host.text[window.clone()]);
            let all: Vec<Captures> = all.filter(is_inside).collect();
            let found = draw.of(0..all.len().max(1));
            Some((window.clone(), all.into_iter().nth(found)?))
        })?;
        let slip = slip(&found);
        let slip = window.start + slip.start..window.start + slip.end;
        words.tell("head", &host.text[window.start..slip.start]);
        words.tell("tail", &host.text[slip.end..window.end]);
        let put = self.row.get("put");
        if put.contains("{title}") {
            let title = host.document.title.as_ref();
            words.tell("title", title.filter(|title| title.chars().count() >= 8)?);
        }
        if put.contains("{paragraph}") {
            let paragraphs = crate::places::places(host, "paragraph", &words);
            words.tell(
                "paragraph",
                &host.text[draw.any(&paragraphs)?.window.clone()],
            );
        }
        let other = self.put(&found, &mut words, draw)?;
        (host.text[slip.clone()] != other).then(|| planted(host, slip, &other))
    }

    /// Every place in the window is one of the slip.
    fn plant_all(
        &self,
        host: &Host,
        words: &Words,
        place: &Place,
        draw: &mut Draw,
    ) -> Option<Planted> {
        let window = &host.text[place.window.clone()];
        let put = |found: &Captures| self.put(found, &mut words.within(), draw).unwrap();
        let other = self.find.replace_all(window, put);
        Some(planted(host, place.window.clone(), &other))
    }

    /// What stands in the place of what was found.
    fn put(&self, found: &Captures, words: &mut Words, draw: &mut Draw) -> Option<String> {
        for name in self.find.capture_names().flatten() {
            words.tell(name, found.name(name).map_or("", |group| group.as_str()));
        }
        let put = self.row.get("put");
        if put.contains("{weekday}") && words.known("weekday").is_none() {
            tell_weekday(words, draw)?;
        }
        Some(words.fill(put, draw))
    }
}

/// Where the words that are replaced stand.
fn slip(found: &Captures) -> Range<usize> {
    let slip = found.name("slip").or(found.get(0));
    slip.map_or(0..0, |slip| slip.range())
}

/// The text with something else in a place.
fn planted(host: &Host, range: Range<usize>, other: &str) -> Planted {
    let (head, tail) = (&host.text[..range.start], &host.text[range.end..]);
    ([head, other, tail].concat(), around(head, other, tail))
}
