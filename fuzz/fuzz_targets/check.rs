//! A text is checked, and what the checks suggest is done.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    xushi_fuzz::core::check(bytes);
});
