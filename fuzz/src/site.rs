//! `Site::from_json`: a site that is taken is the same after it was written and read, refuses a visitor nothing that it gives to all,
//! and decides compiled as it does uncompiled.

use memberferry::{Instant, Member, Site};

/// Reads the bytes as a site's document.
pub fn check(bytes: &[u8]) {
    let Ok(site) = Site::from_json(bytes) else { return };
    let text = serde_json::to_vec(site.document()).expect("a document is JSON");
    let again = Site::from_json(&text).expect("what was taken once is taken again");
    assert_eq!(site.document(), again.document());

    let compiled = site.compile();
    let visitor = Member::default();
    let member = Member { logged_in: true, ..Member::default() };
    for at in [Instant::MIN, "2026-01-31T09:00:00Z".parse().expect("an instant")] {
        for asker in [&visitor, &member] {
            let known = compiled.member(asker);
            for (place, page) in site.document().pages.iter().enumerate() {
                let plain = site.decide(asker, &page.id, at).expect("the page is the site's");
                assert_eq!(compiled.allows(&known, place, at), plain.allowed, "{}", page.id);
            }
        }
    }
}
