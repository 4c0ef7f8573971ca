//! What a reader put back: stretches of the source that are text, whatever they look like.

use crate::model::Span;

/// Stretches that are never set aside.
#[derive(Debug, Default)]
pub struct Kept {
    /// Ascending, none touching the next.
    spans: Vec<Span>,
}

impl Kept {
    /// Keeps `spans`, bytes of the source in any order.
    pub fn new(mut spans: Vec<Span>) -> Self {
        spans.retain(|span| !span.is_empty());
        spans.sort();
        let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match merged.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        Self { spans: merged }
    }

    /// Whether any of several spans is kept.
    pub(super) fn touches_any(&self, spans: &[Span]) -> bool {
        spans.iter().any(|span| self.touches(*span))
    }

    /// Whether any of `span` is kept.
    pub(super) fn touches(&self, span: Span) -> bool {
        let next = self.spans.partition_point(|kept| kept.end <= span.start);
        self.spans.get(next).is_some_and(|kept| kept.overlaps(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_found_in_any_order_and_overlap() {
        let kept = Kept::new(vec![
            Span::new(30, 40),
            Span::new(0, 6),
            Span::new(3, 9),
            Span::new(12, 12),
        ]);
        for (start, end, is_kept) in [
            (0, 3, true),
            (8, 20, true),
            (9, 30, false),
            (12, 15, false),
            (39, 50, true),
            (40, 50, false),
        ] {
            assert_eq!(kept.touches(Span::new(start, end)), is_kept, "{start}");
        }
        assert!(!Kept::default().touches(Span::new(0, 100)));
    }
}
