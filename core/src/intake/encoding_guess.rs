//! A guess at the encoding of bytes that say nothing of it themselves: `chardetng`'s, overruled where the text reads
//! clearly better otherwise. Knows neither records nor cells.
//!
//! `chardetng` was made for web pages. It never answers `macintosh` or `x-mac-cyrillic`, which spreadsheets on old
//! Macintoshes still write, and on a few short names it takes one Latin code page for another. So every common
//! single-byte encoding is tried as well, and each reading is given points:
//!
//! - Each letter outside ASCII, for belonging to the alphabet of one language. The language is the one that explains
//!   most of the reading, so a reading that needs Czech for one name and Icelandic for the next gets little.
//! - Each letter, for vowels standing next to consonants and consonants next to vowels: `Bjørn`, not `Bjřrn`.
//! - Against it: a capital behind a small letter (`JosÈ`), two scripts in one word, a sign within a word (`M√ºller`), a
//!   quotation mark facing the wrong way, a byte that stands for nothing.
//!
//! Only a letter's two neighbours are looked at, and what recurs counts at most [`RECURRENCES`] times: a town that every
//! second member lives in is one piece of evidence. Another reading is taken only where it is better by a margin; of
//! two that are alike, what `chardetng` says stands. The same bytes always give the same answer.

use std::collections::BTreeMap;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, ISO_8859_4, ISO_8859_5, KOI8_U, MACINTOSH, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, X_MAC_CYRILLIC,
};
use unicode_normalization::UnicodeNormalization as _;

/// How often the same letter between the same neighbours counts.
const RECURRENCES: i32 = 8;

/// How many bytes outside ASCII are looked at.
const FOREIGN_BYTES: usize = 32 << 10;

/// By how many points another reading has to be better.
const MARGIN: i32 = 6;

/// Of a reading's points, what part another one has to be better by, in percent.
const MARGIN_PERCENT: i32 = 10;

/// What is tried besides what `chardetng` says.
const CANDIDATES: [&Encoding; 11] = [
    WINDOWS_1252,
    MACINTOSH,
    WINDOWS_1250,
    ISO_8859_2,
    WINDOWS_1254,
    WINDOWS_1257,
    WINDOWS_1251,
    KOI8_U,
    ISO_8859_5,
    IBM866,
    X_MAC_CYRILLIC,
];

/// What `chardetng` says too often of a few western names. Where such a reading is no better than Windows-1252, by far the
/// commonest, it is not believed.
const SELDOM: [&Encoding; 4] = [WINDOWS_1250, WINDOWS_1257, ISO_8859_2, ISO_8859_4];

/// The small letters outside ASCII of one language each.
const ALPHABETS: [&str; 20] = [
    // French, German, Spanish, Portuguese, Italian.
    "àâæçéèêëîïôœùûüÿ",
    "äöüß",
    "áéíñóúü",
    "áâãàçéêíóôõú",
    "àèéìíîòóù",
    // Swedish and Finnish, Danish and Norwegian, Icelandic, Dutch.
    "åäöé",
    "æøåé",
    "áæðéíóöþúý",
    "éèëïöü",
    // Polish, Czech and Slovak, Hungarian, Romanian, Croatian.
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýžľĺŕäô",
    "áéíóöőúüű",
    "ăâîşţșț",
    "čćđšž",
    // Turkish, Estonian, Lithuanian, Latvian.
    "çğıiöşüâ",
    "äõöüšž",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
    // Vietnamese, Irish.
    "ăâđêôơưàáãèéìíòóõùúý",
    "áéíóú",
];

/// A character with those next to it.
type Window = [char; 3];

/// The likeliest encoding of text that is not UTF-8.
pub(super) fn guess(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let first = detector.guess(None, Utf8Detection::Deny);
    let windows = windows(sample);
    let stands = if first.is_single_byte() {
        points(&read(&windows, first))
    } else {
        let (text, _) = first.decode_without_bom_handling(sample);
        points(&text_windows(&text))
    };
    let margin = MARGIN + stands.abs() * MARGIN_PERCENT / 100;
    let mut best = (first, (stands + margin).max(0));
    for candidate in CANDIDATES.into_iter().filter(|&candidate| candidate != first) {
        let reached = points(&read(&windows, candidate));
        if reached > best.1 {
            best = (candidate, reached);
        } else if candidate == WINDOWS_1252 && reached >= stands.max(0) && SELDOM.contains(&first) {
            best = (candidate, best.1);
        }
    }
    best.0
}

/// Each byte outside ASCII with the two next to it, and how often it stands so.
fn windows(sample: &[u8]) -> BTreeMap<[u8; 3], i32> {
    let mut windows = BTreeMap::new();
    let before = std::iter::once(b'\n').chain(sample.iter().copied());
    let behind = sample.iter().copied().skip(1).chain(std::iter::once(b'\n'));
    let all = before.zip(sample.iter().copied()).zip(behind);
    let foreign = all.filter(|((_, byte), _)| !byte.is_ascii()).take(FOREIGN_BYTES);
    for ((before, byte), behind) in foreign {
        *windows.entry([before, byte, behind]).or_default() += 1;
    }
    windows
}

/// What single bytes are in an encoding.
fn read(windows: &BTreeMap<[u8; 3], i32>, encoding: &'static Encoding) -> Vec<(Window, i32)> {
    let upper: Vec<u8> = (0x80..=0xFF).collect();
    let (upper, _) = encoding.decode_without_bom_handling(&upper);
    let upper: Vec<char> = upper.chars().collect();
    let character = |byte: u8| match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(at) => upper.get(usize::from(at)).copied().unwrap_or('\u{FFFD}'),
    };
    windows.iter().map(|(window, count)| (window.map(character), (*count).min(RECURRENCES))).collect()
}

/// The same of a text that is decoded already.
fn text_windows(text: &str) -> Vec<(Window, i32)> {
    let mut windows: BTreeMap<Window, i32> = BTreeMap::new();
    let before = std::iter::once('\n').chain(text.chars());
    let behind = text.chars().skip(1).chain(std::iter::once('\n'));
    let all = before.zip(text.chars()).zip(behind);
    let foreign = all.filter(|((_, character), _)| !character.is_ascii()).take(FOREIGN_BYTES);
    for ((before, character), behind) in foreign {
        *windows.entry([before, character, behind]).or_default() += 1;
    }
    windows.into_iter().map(|(window, count)| (window, count.min(RECURRENCES))).collect()
}

/// How well a reading reads.
fn points(windows: &[(Window, i32)]) -> i32 {
    let shape: i32 = windows.iter().map(|(window, count)| count * shape(*window)).sum();
    let letters: Vec<(char, i32)> = windows
        .iter()
        .filter(|([_, character, _], _)| script(*character) == Some(Script::Latin))
        .map(|([_, character, _], count)| (small(*character), *count))
        .collect();
    let explained = |alphabet: &str| -> i32 {
        letters
            .iter()
            .map(|(letter, count)| if alphabet.contains(*letter) { count * 10 } else { count * -5 })
            .sum()
    };
    let language = ALPHABETS.iter().map(|alphabet| explained(alphabet)).max().unwrap_or_default();
    // A list of people from many western countries needs more than one alphabet, and no unusual letter.
    let western: i32 = letters
        .iter()
        .map(|(letter, count)| {
            count * if matches!(letter, 'ß'..='ö' | 'ø'..='ü' | 'œ') { 6 } else { -5 }
        })
        .sum();
    shape + language.max(western)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    /// Greek, Hebrew, Arabic, Thai and the like: one that only one family of encodings holds.
    Other,
    /// Written with two bytes a character.
    EastAsian,
}

fn script(character: char) -> Option<Script> {
    Some(match character {
        'ª' | 'º' | 'µ' | 'ƒ' | 'ˆ' | 'ˇ' => return None,
        'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ʯ' | 'Ḁ'..='ỿ' => Script::Latin,
        'Ѐ'..='ӿ' => Script::Cyrillic,
        '\u{1100}'..='\u{11FF}'
        | '\u{2E80}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}' => Script::EastAsian,
        '\u{20000}'.. => Script::EastAsian,
        _ if character.is_alphabetic() => Script::Other,
        _ => return None,
    })
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// What a character's place says for (or against) its reading, its alphabet aside.
fn shape([before, character, behind]: Window) -> i32 {
    let Some(own) = script(character) else { return sign([before, character, behind]) };
    let others = [before, behind].map(script);
    if own == Script::EastAsian {
        let within_a_word = before.is_ascii_lowercase() || behind.is_ascii_lowercase();
        return if within_a_word { -20 } else { 20 };
    }
    if others.into_iter().flatten().any(|other| other != own) {
        return -30;
    }
    let case = if character.is_uppercase() && before.is_lowercase() {
        -30
    } else if character.is_uppercase() && before.is_uppercase() && behind.is_lowercase() {
        -20
    } else if character.is_lowercase() && before.is_uppercase() && behind.is_uppercase() {
        -10
    } else {
        0
    };
    match own {
        _ if others == [None, None] && behind != '.' && !is_word(character) => case - 15,
        Script::Latin => {
            case + rhythm(before, character) + rhythm(behind, character) + pair(character, behind)
        }
        Script::Cyrillic => case + cyrillic(character),
        _ => case + 10,
    }
}

/// What stands behind a letter. Portuguese writes `ã` before a vowel or at a word's end (`João`, `irmã`), Romanian its
/// `ă` anywhere else; `õ` stands before `e` alone, other than in Estonian; Danish and Norwegian islands end in `øy`.
fn pair(character: char, behind: char) -> i32 {
    let behind = small(behind);
    match (small(character), behind) {
        ('ã', 'o' | 'e') | ('ø', 'y') => 8,
        ('ă', 'o' | 'e') => -12,
        ('ã', _) if behind.is_alphabetic() => -12,
        ('õ', 'e') => 0,
        ('õ', _) => -4,
        _ => 0,
    }
}

/// Whether two letters next to each other are a vowel and a consonant.
fn rhythm(neighbour: char, character: char) -> i32 {
    match script(neighbour) {
        None => 0,
        Some(_) if is_vowel(neighbour) != is_vowel(character) => 2,
        Some(_) => -2,
    }
}

fn is_vowel(letter: char) -> bool {
    let letter = small(letter);
    let plain = std::iter::once(letter).nfd().next().unwrap_or(letter);
    matches!(plain, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'œ' | 'ı')
}

/// Letters that are words by themselves.
fn is_word(letter: char) -> bool {
    matches!(letter, 'à' | 'À' | 'é' | 'É' | 'è' | 'È' | 'Ó' | 'а' | 'в' | 'и' | 'к' | 'о' | 'с' | 'у' | 'я')
}

/// Letters of Russian, Ukrainian and Bulgarian count full, those of their neighbours less.
fn cyrillic(letter: char) -> i32 {
    match small(letter) {
        'а'..='я' => 10,
        'ё' | 'і' | 'ї' | 'є' | 'ґ' => 8,
        'ђ' | 'ј' | 'љ' | 'њ' | 'ћ' | 'џ' | 'ў' => 2,
        _ => -10,
    }
}

/// The same of what is no letter.
fn sign([before, character, behind]: Window) -> i32 {
    let (letter_before, letter_behind) = (before.is_alphabetic(), behind.is_alphabetic());
    match character {
        '\u{FFFD}' | '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}' => -100,
        '\u{A0}' => 0,
        '\u{300}'..='\u{36F}' if letter_before => 5,
        '’' if letter_before && letter_behind => apostrophe(before, behind),
        '’' | '”' | '…' | '»' if !letter_behind => 6,
        '‘' | '“' | '„' | '«' | '¿' | '¡' if !letter_before => 6,
        '“' if !letter_behind => 0,
        '–' | '—' | '•' | '·' if !letter_before && !letter_behind => 10,
        '–' | '—' | '·' if behind.is_uppercase() && !before.is_uppercase() => 0,
        'º' | '°' | 'ª' if !letter_behind => 2,
        '€' | '£' | '§' | '©' | '®' | '™' | '½' | '¼' | '²' | '³' if !letter_behind => 0,
        _ if letter_before || letter_behind => -20,
        _ => -10,
    }
}

/// An apostrophe within a word stands before what English shortens to (`it’s`, `don’t`), or behind an article and before
/// a vowel (`l’eau`, `O’Brien`).
fn apostrophe(before: char, behind: char) -> i32 {
    let shortened = matches!(small(behind), 's' | 't' | 'd' | 'm' | 'l' | 'r' | 'v');
    let article = matches!(small(before), 'l' | 'd' | 'o' | 'n' | 'j' | 'm' | 's' | 't' | 'u' | 'c');
    if shortened || (article && (is_vowel(behind) || small(behind) == 'h')) { 12 } else { -10 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that a text is read back from each of some encodings, and says what else was read.
    fn reads_back(text: &str, encodings: &[&'static Encoding]) {
        for encoding in encodings {
            let (bytes, _, lost) = encoding.encode(text);
            assert!(!lost, "{} cannot hold {text}", encoding.name());
            let guessed = guess(&bytes);
            let (read, _) = guessed.decode_without_bom_handling(&bytes);
            assert_eq!(read, text, "{} was taken for {}", encoding.name(), guessed.name());
        }
    }

    const WESTERN: [&Encoding; 2] = [WINDOWS_1252, MACINTOSH];

    #[test]
    fn western_names_are_read_from_windows_and_macintosh() {
        reads_back("Prénom;Ville\nHélène;Besançon\nGaëtan;Sète\nZoé;Le Crès\n", &WESTERN);
        reads_back("Nome,Cidade\nJoão,São Bento\nConceição,Guimarães\nInês,Évora\n", &WESTERN);
        reads_back("Name;Ort\nJürgen Groß;Köln\nBärbel Schäfer;Nürnberg\nÖzil;Straße\n", &WESTERN);
        reads_back("Nombre,Ciudad\nMaría Muñoz,León\nÁngel Peña,Cádiz\n", &WESTERN);
        reads_back("Navn,By\nBjørn,Ålesund\nSøren,Tromsø\nKåre,Bodø\nÆrø,Særslev\n", &WESTERN);
        reads_back("JOSÉ NÚÑEZ,CÓRDOBA\nRENÉE LEFÈVRE,ORLÉANS\n", &WESTERN);
    }

    #[test]
    fn one_accent_or_a_typographic_mark_stays_windows_1252() {
        for text in [
            "Name,Note\nMary,it\u{2019}s fine\nJohn,don\u{2019}t call\n",
            "Name,Note\nMary,\u{201C}fine\u{201D} \u{2013} thanks\u{2026}\n",
            "Name,Note\nSin\u{e9}ad O\u{2019}Brien,\n",
            "Name,Note\nRenée,plain\n",
            "Name,Note\nJoão,plain\n",
            "Name,Note\nMüller,plain\n",
            "Name,Note\nNúñez,plain\n",
            "Name,Note\nTromsø,plain\n",
            "Name,Price\nMary,€ 20\nJohn,£5\n",
            "Name,Street\nMary,Ó Corra Street\n",
        ] {
            let (bytes, _, _) = WINDOWS_1252.encode(text);
            let guessed = guess(&bytes);
            assert_eq!(guessed.decode_without_bom_handling(&bytes).0, text, "taken for {}", guessed.name());
        }
    }

    #[test]
    fn names_of_central_europe_and_turkey_keep_their_code_pages() {
        let polish = "Imię,Miasto\nMałgorzata,Łódź\nStanisław,Gdańsk\nŻaneta,Częstochowa\n";
        reads_back(polish, &[WINDOWS_1250, ISO_8859_2]);
        reads_back("Jméno,Město\nJiří,Plzeň\nZdeněk,České Budějovice\n", &[WINDOWS_1250]);
        reads_back("Ad,Şehir\nAyşe Yılmaz,İzmir\nGökçe Şahin,Diyarbakır\n", &[WINDOWS_1254]);
    }

    #[test]
    fn russian_is_told_apart_in_five_encodings() {
        let text = "Имя,Город\nСвятослав,Нижний Тагил\nЮлия Щукина,Уфа\nФёкла,Ярославль\n";
        reads_back(text, &[WINDOWS_1251, encoding_rs::KOI8_R, KOI8_U, ISO_8859_5, IBM866, X_MAC_CYRILLIC]);
    }

    #[test]
    fn other_scripts_are_left_to_the_detector() {
        let greek = "Όνομα,Πόλη\nΓιώργος Παππάς,Θεσσαλονίκη\nΕλένη,Ηράκλειο\n";
        reads_back(greek, &[encoding_rs::WINDOWS_1253]);
        reads_back("الاسم,المدينة\nفاطمة,القاهرة\nمحمد,الإسكندرية\n", &[encoding_rs::WINDOWS_1256]);
        reads_back(
            "名前,住所\n山田太郎,東京都\nさくら,横浜市\n",
            &[encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP],
        );
        reads_back("이름,도시\n김도현,청주시\n박서연,부산\n", &[encoding_rs::EUC_KR]);
        reads_back("姓名,城市\n王小明,北京\n李娜,上海市\n", &[encoding_rs::GBK]);
        reads_back("姓名,城市\n陳美玲,臺北市\n林志明,高雄\n", &[encoding_rs::BIG5]);
    }

    #[test]
    fn what_recurs_counts_a_few_times_only() {
        let counted = |times: usize| {
            let text = "Orl\u{E9}ans\n".repeat(times);
            let (bytes, _, _) = WINDOWS_1252.encode(&text);
            points(&read(&windows(&bytes), WINDOWS_1252))
        };
        assert!(counted(1) < counted(8));
        assert_eq!(counted(8), counted(4_000));
    }
}
