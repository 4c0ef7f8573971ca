//! Two texts are compared.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    xushi_fuzz::core::compare(bytes);
});
