//! A pdf.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xushi_fuzz::read;

fuzz_target!(|bytes: &[u8]| read(&[b"%PDF-1.5\n", bytes].concat()));
