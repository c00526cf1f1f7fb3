#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| memberferry_fuzz::csv_differential::check(bytes));
