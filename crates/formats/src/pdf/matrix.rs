//! Maps of a page's plane.

use lopdf::Object;

/// An affine map: x' = a x + c y + e, y' = b x + d y + f.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix(pub(super) [f32; 6]);

impl Matrix {
    /// Everything stays.
    pub(super) const UNIT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this, then `after`.
    pub(super) fn then(self, after: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [p, q, r, s, t, u] = after.0;
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    /// Moves.
    pub(super) fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }
}

/// The operand at a place, 0 where there is none.
pub(super) fn number(operands: &[Object], at: usize) -> f32 {
    operands
        .get(at)
        .and_then(|number| number.as_float().ok())
        .unwrap_or(0.0)
}

/// The map that six operands are.
pub(super) fn matrix(operands: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f32> = operands
        .iter()
        .filter_map(|number| number.as_float().ok())
        .collect();
    numbers.try_into().ok().map(Matrix)
}
