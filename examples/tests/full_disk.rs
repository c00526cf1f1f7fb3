//! A disk that is full in the middle of a run: the program says so and stops, and a start with room again ends as if nothing had been.
//!
//! A full disk is played by the most bytes that a file may have, which any user can set; what is written beyond is refused.

use std::process::Command;

use crate::kill::{ARGUMENTS, assert_settled, prepared, run, unbroken};
use crate::program::Ended;

/// In blocks of 512 bytes: while the database is made, while the plan is written down, while it is carried out.
const ROOMS: [u32; 3] = [60, 400, 860];

#[test]
fn a_full_disk_stops_the_run_and_with_room_again_it_ends_as_unbroken() {
    let (expected, _) = unbroken();
    for room in ROOMS {
        let folder = prepared();
        let command = folder.command(&ARGUMENTS);
        let mut limited = Command::new("sh");
        limited.args(["-c", &format!("trap '' XFSZ; ulimit -f {room}; exec \"$0\" \"$@\"")]);
        limited.arg(command.get_program()).args(command.get_args()).current_dir(folder.path());
        let stopped = Ended::of(&mut limited);
        assert_eq!(stopped.code, 3, "{room}: {}{}", stopped.stdout, stopped.stderr);
        assert!(stopped.stderr.contains("space on the disk"), "{room}: {}", stopped.stderr);
        run(&folder);
        assert_settled(&folder, expected);
    }
}
