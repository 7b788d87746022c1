//! Where does a place of a drawing lie on its page?

/// The six numbers of ISO 32000-1, 8.3.4.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matrix(pub(crate) [f64; 6]);

impl Default for Matrix {
    fn default() -> Self {
        Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])
    }
}

impl Matrix {
    /// First this one, then `next`.
    pub(crate) fn then(&self, next: &Matrix) -> Matrix {
        let Matrix([a, b, c, d, e, f]) = *self;
        let Matrix([a2, b2, c2, d2, e2, f2]) = *next;
        Matrix([
            a * a2 + b * c2,
            a * b2 + b * d2,
            c * a2 + d * c2,
            c * b2 + d * d2,
            e * a2 + f * c2 + e2,
            e * b2 + f * d2 + f2,
        ])
    }

    pub(crate) fn of(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let Matrix([a, b, c, d, e, f]) = *self;
        (a * x + c * y + e, b * x + d * y + f)
    }
}
