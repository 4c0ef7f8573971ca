//! How well steps agree with labels.

use std::collections::BTreeMap;

use xushi::model::Ladder;

const STEPS: [Ladder; 4] = [
    Ladder::Measurable,
    Ladder::Concrete,
    Ladder::Formulaic,
    Ladder::General,
];

/// Labels with the steps that were given, by set.
#[derive(Default)]
pub struct Pairs(BTreeMap<String, Vec<(Ladder, Option<Ladder>)>>);

impl Pairs {
    /// Adds one.
    pub fn add(&mut self, set: &str, label: Ladder, step: Option<Ladder>) {
        self.0
            .entry(set.to_owned())
            .or_default()
            .push((label, step));
    }

    /// Prints for each set the sentences, the accuracy and the F1 of each step.
    pub fn print(&self) {
        println!("set\tsentences\taccuracy\tF1 measurable\tconcrete\tformulaic\tgeneral");
        for (set, pairs) in &self.0 {
            let right = pairs
                .iter()
                .filter(|(label, step)| Some(*label) == *step)
                .count();
            print!(
                "{set}\t{}\t{:.3}",
                pairs.len(),
                right as f64 / pairs.len() as f64
            );
            for one in STEPS {
                let label = pairs.iter().filter(|pair| pair.0 == one).count();
                let step = pairs.iter().filter(|pair| pair.1 == Some(one)).count();
                let both = pairs
                    .iter()
                    .filter(|pair| **pair == (one, Some(one)))
                    .count();
                print!("\t{:.3}", 2.0 * both as f64 / (label + step).max(1) as f64);
            }
            println!();
        }
    }
}
