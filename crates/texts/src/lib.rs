//! What lies between a file and the core, for whoever reads files natively: the texts that a file holds, ready to be
//! analysed ([`Text::all`]), and where in the file each finding stands ([`check`]).

mod check;
mod found;
mod ignores;
mod lines;
mod place;
mod text;

pub use check::{Checked, check};
pub use found::Found;
pub use lines::{Lines, Place};
pub use place::place;
pub use text::{Text, longest};
