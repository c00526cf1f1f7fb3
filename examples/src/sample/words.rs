//! What the invented people are made of. Data only.

/// Given names, each with how it is spelt in an address.
pub const FIRST: &[(&str, &str)] = &[
    ("Amara", "amara"),
    ("Bastian", "bastian"),
    ("Chiara", "chiara"),
    ("Dagny", "dagny"),
    ("Edwin", "edwin"),
    ("Farah", "farah"),
    ("Gustav", "gustav"),
    ("Hana", "hana"),
    ("Ingrid", "ingrid"),
    ("Jonas", "jonas"),
    ("Kenji", "kenji"),
    ("Leona", "leona"),
    ("Mirja", "mirja"),
    ("Nadia", "nadia"),
    ("Orson", "orson"),
    ("Priya", "priya"),
    ("Quentin", "quentin"),
    ("Rhona", "rhona"),
    ("Stellan", "stellan"),
    ("Tamsin", "tamsin"),
    ("Umberto", "umberto"),
    ("Verity", "verity"),
    ("Wilma", "wilma"),
    ("Yusuf", "yusuf"),
    ("Zoë", "zoe"),
    ("Renée", "renee"),
    ("Søren", "soren"),
    ("Jürgen", "juergen"),
    ("Łucja", "lucja"),
    ("Анна", "anna"),
];

/// Given names written with combining marks, as a Mac's file names are.
pub const DECOMPOSED: &[(&str, &str)] = &[
    ("Zoe\u{308}", "zoe"),
    ("Rene\u{301}e", "renee"),
    ("Ju\u{308}rgen", "juergen"),
    ("Ange\u{301}lica", "angelica"),
];

/// Family names, each with how it is spelt in an address.
pub const LAST: &[(&str, &str)] = &[
    ("Abernathy", "abernathy"),
    ("Bakker", "bakker"),
    ("Castellano", "castellano"),
    ("Duarte", "duarte"),
    ("Eklund", "eklund"),
    ("Fairweather", "fairweather"),
    ("Grünwald", "gruenwald"),
    ("Halloran", "halloran"),
    ("Ibáñez", "ibanez"),
    ("Jansson", "jansson"),
    ("Kowalczyk", "kowalczyk"),
    ("Lindqvist", "lindqvist"),
    ("Møller", "moeller"),
    ("Nakamura", "nakamura"),
    ("Okonkwo", "okonkwo"),
    ("Pettersen", "pettersen"),
    ("Quispe", "quispe"),
    ("Rasmussen", "rasmussen"),
    ("Sørensen", "sorensen"),
    ("Thackeray", "thackeray"),
    ("Ueda", "ueda"),
    ("van der Meer", "vandermeer"),
    ("Whitlock", "whitlock"),
    ("O'Rourke", "orourke"),
    ("Yılmaz", "yilmaz"),
    ("Zieliński", "zielinski"),
];

/// Family names that Windows-1252 can hold and ASCII cannot: the cells of the second encoding.
pub const WESTERN: &[(&str, &str)] = &[
    ("Grünwald", "gruenwald"),
    ("Ibáñez", "ibanez"),
    ("Møller", "moeller"),
    ("Sørensen", "sorensen"),
    ("Lefèvre", "lefevre"),
    ("Håkansson", "hakansson"),
];

/// Domains that belong to nobody.
pub const DOMAINS: &[&str] = &[
    "example.com",
    "example.com",
    "example.com",
    "example.org",
    "example.net",
    "studio.example",
    "north.example",
];

/// Companies; mostly none.
pub const COMPANIES: &[&str] = &[
    "",
    "",
    "",
    "",
    "",
    "",
    "Lantern Press",
    "Fjord & Field",
    "Paper, Ink & Co.",
    "Studio \"Blauw\"",
    "Copperkettle",
];

/// Streets.
pub const STREETS: &[&str] = &[
    "Harbour Street",
    "Mill Lane",
    "Lindenstraße",
    "Rue des Lilas",
    "Quay Road",
    "Orchard Close",
    "Prinsengracht",
];

/// Town, state, postal code, country, time zone.
pub const PLACES: &[[&str; 5]] = &[
    ["Portland", "OR", "97201", "United States", "America/Los_Angeles"],
    ["Burlington", "VT", "05401", "United States", "America/New_York"],
    ["Madison", "WI", "53703", "United States", "America/Chicago"],
    ["Halifax", "NS", "B3H 1A1", "Canada", "America/Halifax"],
    ["Bristol", "", "BS1 4ST", "United Kingdom", "Europe/London"],
    ["Malmö", "", "211 18", "Sweden", "Europe/Stockholm"],
    ["Utrecht", "", "3511 AD", "Netherlands", "Europe/Amsterdam"],
    ["Göttingen", "", "37073", "Germany", "Europe/Berlin"],
    ["Kraków", "", "30-001", "Poland", "Europe/Warsaw"],
    ["Hobart", "TAS", "7000", "Australia", "Australia/Hobart"],
];

/// What people write when asked what brought them.
pub const NOTES: &[&str] = &[
    "",
    "",
    "",
    "",
    "a friend told me",
    "Saw the podcast, then the newsletter, then waited a year.",
    "I paint on Sundays,\nmostly boats.",
    "My teacher said \"start with washes\"",
    "Retired; finally time, and brushes.",
    "- two lists\n- one of them old",
];

/// Characters of the invented passwords: none that is easily mistaken for another.
pub const PASSWORD: &[char] = &[
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x',
    'y', 'z', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', '2', '3', '4', '5', '6', '7', '8', '9',
];
