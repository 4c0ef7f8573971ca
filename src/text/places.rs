//! Places of a text that ascend, found without a search.

/// Bytes of a block.
const BLOCK: usize = 64;

/// How many of some ascending places of a text, in bytes, stand before each of its blocks: what stands at a
/// place is then found in a step or two, where a search in a long list takes twenty.
#[derive(Debug, Default)]
pub struct Places {
    before: Vec<u32>,
}

impl Places {
    /// The places `ascending`, of which none lies beyond `length`.
    pub fn new(length: usize, ascending: impl Iterator<Item = usize>) -> Self {
        let mut before = vec![0; length / BLOCK + 2];
        for place in ascending {
            before[place / BLOCK + 1] += 1;
        }
        for block in 1..before.len() {
            before[block] += before[block - 1];
        }
        Self { before }
    }

    /// The index of the first place that is `at` or lies behind it, where `place` tells the place of an
    /// index that there is.
    pub fn first(&self, at: usize, place: impl Fn(usize) -> Option<usize>) -> usize {
        let block = self.before.get(at / BLOCK).or(self.before.last());
        let mut index = block.map_or(0, |&before| before as usize);
        while place(index).is_some_and(|place| place < at) {
            index += 1;
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn the_first_place_is_that_of_a_search() {
        let ascending = [0, 3, 3, 63, 64, 65, 200, 201, 640];
        let places = Places::new(640, ascending.into_iter());
        for at in 0..1000 {
            let searched = ascending.partition_point(|&place| place < at);
            let found = places.first(at, |index| ascending.get(index).copied());
            assert_eq!(found, searched, "{at}");
        }
    }
}
