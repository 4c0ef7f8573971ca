//! Hash maps over words. The texts are the reader's own, so the hash need not withstand attacks, and
//! nothing depends on the order of a map.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A hash map that is quick on short texts.
pub type FastMap<K, V> = HashMap<K, V, BuildHasherDefault<FastHasher>>;

/// Multiplies and rotates, eight bytes at a time (after FxHash of Firefox and rustc).
#[derive(Debug, Clone, Copy, Default)]
pub struct FastHasher(u64);

impl FastHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for FastHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        match rest {
            [] => {}
            // Two halves that overlap where there are fewer than eight.
            [a, b, c, d, ..] => {
                let last = rest
                    .last_chunk()
                    .map_or(0, |last| u32::from_le_bytes(*last));
                let first = u32::from_le_bytes([*a, *b, *c, *d]);
                self.add(u64::from(first) | u64::from(last) << 32);
            }
            _ => {
                let byte = |at: usize| u64::from(rest[at]);
                let end = rest.len() - 1;
                self.add(byte(0) | byte(end / 2) << 8 | byte(end) << 16);
            }
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map takes its place from the low bits and its tag from the high ones.
        self.0.rotate_left(26)
    }
}
