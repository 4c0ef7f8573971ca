//! Draws by proptest's strategies, seeded: the same seed draws the same everywhere.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// Values of strategies, one after the other.
pub struct Draw(TestRunner);

impl Draw {
    pub fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        Self(TestRunner::new_with_rng(ProptestConfig::default(), random))
    }

    pub fn of<S: Strategy>(&mut self, strategy: S) -> S::Value {
        strategy.new_tree(&mut self.0).unwrap().current()
    }

    /// A number from `from` to `to`, both possible.
    pub fn within(&mut self, from: usize, to: usize) -> usize {
        self.of(from..=to)
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.of(0..100_u32) < percent
    }

    /// One of several; there has to be one.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.of(0..from.len())]
    }

    /// One of several, if there are any.
    pub fn any<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        (!from.is_empty()).then(|| self.pick(from))
    }

    /// `count` different ones, or as many as there are, in a random order.
    pub fn some<'a, T>(&mut self, from: &'a [T], count: usize) -> Vec<&'a T> {
        let all: Vec<usize> = (0..from.len()).collect();
        let taken = prop::sample::subsequence(all, count.min(from.len())).prop_shuffle();
        self.of(taken).into_iter().map(|at| &from[at]).collect()
    }
}
