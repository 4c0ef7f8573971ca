//! The records of an xls, and strings that go on in the next of them.

use crate::bytes::word;

/// A record with those that continue it.
pub(super) struct Record<'a> {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    pub(super) continued: Vec<&'a [u8]>,
}

/// CONTINUE
const MORE: u16 = 0x3C;

/// The records of a stream, as far as they are whole.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut at = 0;
    let one = move |at: &mut usize, wanted: Option<u16>| {
        let (kind, length) = word(stream, *at).zip(word(stream, *at + 2))?;
        let data = stream.get(*at + 4..*at + 4 + usize::from(length))?;
        if wanted.is_some_and(|wanted| wanted != kind) {
            return None;
        }
        *at += 4 + data.len();
        Some((kind, data))
    };
    std::iter::from_fn(move || {
        let begin = at;
        let (kind, data) = one(&mut at, None)?;
        let continued = std::iter::from_fn(|| one(&mut at, Some(MORE)));
        Some(Record {
            at: begin,
            kind,
            data,
            continued: continued.map(|(_, data)| data).collect(),
        })
    })
}

/// The bytes of a record that are still to be read.
pub(super) struct Continued<'a> {
    rest: &'a [u8],
    after: &'a [&'a [u8]],
}

impl<'a> Continued<'a> {
    pub(super) fn new(rest: &'a [u8], after: &'a [&'a [u8]]) -> Self {
        Self { rest, after }
    }

    /// The next record, where this one has nothing left.
    fn refill(&mut self) -> Option<()> {
        while self.rest.is_empty() {
            (self.rest, self.after) = {
                let (next, after) = self.after.split_first()?;
                (*next, after)
            };
        }
        Some(())
    }

    pub(super) fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            self.refill()?;
            (*byte, self.rest) = self
                .rest
                .split_first()
                .map(|(first, rest)| (*first, rest))?;
        }
        Some(bytes)
    }

    pub(super) fn skip(&mut self, mut count: usize) {
        while count > 0 && self.refill().is_some() {
            let here = count.min(self.rest.len());
            self.rest = &self.rest[here..];
            count -= here;
        }
    }

    /// So many characters of one or two bytes, as the flags before them say; each record says it anew.
    pub(super) fn characters(&mut self, count: usize, mut flags: u8) -> String {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.rest.is_empty() {
                let Some([again]) = self.bytes() else { break };
                flags = again;
            }
            let width = 1 + usize::from(flags & 1);
            let here = (count - units.len()).min(self.rest.len() / width);
            if here == 0 {
                break;
            }
            let (characters, rest) = self.rest.split_at(here * width);
            self.rest = rest;
            let unit = |unit: &[u8]| u16::from_le_bytes([unit[0], *unit.get(1).unwrap_or(&0)]);
            units.extend(characters.chunks_exact(width).map(unit));
        }
        String::from_utf16_lossy(&units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_goes_on_in_the_next_record_with_flags_of_its_own() {
        // "ab" in one byte each, then 青 and c in two.
        let stream = [
            &[0xFC, 0, 5, 0, 4, 0, 0, b'a', b'b'][..],
            &[0x3C, 0, 5, 0, 1, 0x52, 0x97, b'c', 0],
            &[0x0A, 0, 0, 0, 9],
        ]
        .concat();
        let all: Vec<Record<'_>> = records(&stream).collect();
        assert_eq!((all.len(), all[1].at), (2, 18));
        let mut rest = Continued::new(all[0].data, &all[0].continued);
        assert_eq!(rest.bytes(), Some([4, 0]));
        let [flags] = rest.bytes().unwrap_or_default();
        assert_eq!(rest.characters(4, flags), "ab青c");
        assert_eq!(rest.bytes::<1>(), None);
    }
}
