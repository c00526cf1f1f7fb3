#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| memberferry_fuzz::read_records::check(bytes));
