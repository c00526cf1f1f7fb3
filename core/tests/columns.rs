//! What columns are taken for by their names alone, in five languages; and mappings that are saved and used again.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use memberferry::{
    Code, ColumnUse, Field, IntakeError, Mapping, MatchReason, ReadOptions, Refusal as _, match_columns,
    read_contacts,
};

fn fields(headers: &[&str], profile: Option<&str>) -> Vec<&'static str> {
    let mapping = match_columns(headers, profile).unwrap();
    let name = |meaning: ColumnUse| match meaning {
        ColumnUse::Field { field } => field.name(),
        ColumnUse::Custom { .. } => "custom",
        ColumnUse::Sensitive => "sensitive",
        ColumnUse::Ignored => "ignored",
    };
    mapping.columns.into_iter().map(|column| name(column.meaning)).collect()
}

const MEMBER: [&str; 12] = [
    "email",
    "first-name",
    "last-name",
    "username",
    "phone",
    "company",
    "address-line1",
    "postal-code",
    "city",
    "country",
    "created-at",
    "unsubscribed-at",
];

#[test]
fn columns_are_found_in_other_languages() {
    for headers in [
        [
            "E-Mail-Adresse",
            "Vorname",
            "Nachname",
            "Benutzername",
            "Telefonnummer",
            "Firma",
            "Straße",
            "PLZ",
            "Ort",
            "Land",
            "Registriert am",
            "Abgemeldet am",
        ],
        [
            "E-mailadres",
            "Voornaam",
            "Achternaam",
            "Gebruikersnaam",
            "Telefoonnummer",
            "Bedrijfsnaam",
            "Adres",
            "Postcode",
            "Woonplaats",
            "Land",
            "Aangemaakt op",
            "Uitgeschreven op",
        ],
        [
            "Adresse e-mail",
            "Prénom",
            "Nom",
            "Nom d’utilisateur",
            "Téléphone",
            "Société",
            "Adresse",
            "Code postal",
            "Ville",
            "Pays",
            "Date d'inscription",
            "Désabonné le",
        ],
        [
            "Correo electrónico",
            "Nombre",
            "Apellidos",
            "Nombre de usuario",
            "Teléfono móvil",
            "Empresa",
            "Dirección",
            "Código postal",
            "Ciudad",
            "País",
            "Fecha de registro",
            "Dado de baja",
        ],
        [
            "EMAIL",
            "first_name",
            "LastName",
            "user login",
            "Phone-Number",
            "Company Name",
            "Address 1",
            "ZIP code",
            "City",
            "Country",
            "createdAt",
            "Unsubscribed",
        ],
    ] {
        assert_eq!(fields(&headers, None), MEMBER, "{headers:?}");
    }
}

/// The systems that write their columns, or the labels of fields, in the language of the account.
#[test]
fn systems_that_translate_are_read_in_other_languages() {
    assert_eq!(
        fields(
            &[
                "Name",
                "Benutzername",
                "Registrierungsdatum",
                "E-Mail",
                "Land / Region",
                "Stadt",
                "Postleitzahl"
            ],
            Some("woocommerce")
        ),
        ["full-name", "username", "created-at", "email", "country", "city", "postal-code"]
    );
    for header in [
        ["Emailadresse", "Vorname", "Nachname", "Erlaubnis zum Marketing"],
        ["E-mailadres", "Voornaam", "Achternaam", "Toestemming"],
        ["Adresse e-mail", "Prénom", "Nom de famille", "Autorisations"],
        ["Correo electrónico", "Nombre", "Apellidos", "Permisos"],
    ] {
        assert_eq!(fields(&header, Some("mailchimp")), ["email", "first-name", "last-name", "custom"]);
    }
    // WordPress writes the names of its own tables, whatever the language.
    assert_eq!(fields(&["user_email", "Benutzername"], Some("wordpress")), ["email", "custom"]);
}

#[test]
fn a_likeness_is_no_match() {
    for (header, wrong) in [
        ("Last Name", Field::FirstName),
        ("First Name", Field::LastName),
        ("age", Field::Tags),
        ("Percentage", Field::Tags),
        ("Stage", Field::Tags),
        ("Mailing City", Field::Email),
        ("Estado", Field::Region),
        ("Nom du chien", Field::LastName),
        ("Company Size", Field::Company),
        ("Password Hint", Field::Password),
    ] {
        assert_eq!(match_columns(&[header], None).unwrap().column_of(wrong), None, "{header}");
    }
    assert_eq!(match_columns(&["EMAIL"], None).unwrap().column_of(Field::Email), Some(0));
}

#[test]
fn each_field_is_given_once_and_every_suggestion_has_a_score() {
    let headers =
        ["Email", "E-Mail", "email", "Billing Email", "Last Name", "Last Name", "Tags", "Labels", "note"];
    let mapping = match_columns(&headers, None).unwrap();
    let mut given = BTreeSet::new();
    for column in &mapping.columns {
        match &column.meaning {
            ColumnUse::Field { field } => {
                assert!(given.insert(*field), "{field:?} is given twice");
                assert!((60..=100).contains(&column.score), "{column:?}");
                assert_ne!(column.reason, MatchReason::NoMatch);
            }
            _ => assert_eq!((column.score, column.reason), (0, MatchReason::NoMatch), "{column:?}"),
        }
    }
    assert_eq!(given, BTreeSet::from([Field::Email, Field::LastName, Field::Tags]));
    let custom = mapping.columns.iter().filter_map(|column| match &column.meaning {
        ColumnUse::Custom { name } => Some(name.as_str()),
        _ => None,
    });
    assert_eq!(
        custom.collect::<Vec<_>>(),
        ["E-Mail", "email", "Billing Email", "Last Name", "Labels", "note"]
    );
}

fn read(text: &str, mapping: Mapping) -> Result<memberferry::Intake, IntakeError> {
    read_contacts(text.as_bytes(), &ReadOptions { mapping: Some(mapping), ..ReadOptions::default() })
}

#[test]
fn a_saved_mapping_comes_back_and_is_used_wherever_its_columns_stand() {
    let mut mapping = match_columns(&["Mail", "Status", "Farbe"], None).unwrap();
    mapping.columns[1].meaning = ColumnUse::Custom { name: "membership".to_owned() };
    mapping.columns[2].meaning = ColumnUse::Field { field: Field::Tags };
    let saved = serde_json::to_vec(&mapping).unwrap();
    assert_eq!(Mapping::from_json(&saved).unwrap(), mapping);

    let intake = read("Farbe,Mail,Status\nrot,ada@example.com,active\n", mapping).unwrap();
    let ada = intake.contacts.get(0).unwrap();
    assert_eq!(ada.tags().map(|tag| tag.as_str()).collect::<Vec<_>>(), ["rot"]);
    assert_eq!(ada.custom().collect::<Vec<_>>(), [("membership", "active")]);
    assert!(!ada.marketing_status().is_mailable());
    assert_eq!(
        intake.issues.count(Code::MappingColumnMissing) + intake.issues.count(Code::MappingColumnNew),
        0
    );
}

#[test]
fn what_a_mapping_and_a_file_do_not_share_is_said_column_by_column() {
    let mapping = match_columns(&["Email", "First Name", "Phone", "Shoe Size"], None).unwrap();
    let text = "Email,Given Name,Unsubscribed,Password,Email\nada@example.com,Ada,2024-01-01,hunter2,x\n";
    let intake = read(text, mapping).unwrap();
    let said = |code: Code| -> Vec<String> {
        let issues = intake.issues.iter().filter(|issue| issue.code == code);
        issues.map(|issue| issue.location.field.unwrap().into_string()).collect()
    };
    assert_eq!(said(Code::MappingColumnMissing), ["First Name", "Phone", "Shoe Size"]);
    assert_eq!(said(Code::MappingColumnNew), ["Given Name", "Unsubscribed", "Password"]);
    // What the mapping does not name is still understood: an opt-out above all.
    let ada = intake.contacts.get(0).unwrap();
    assert_eq!((ada.first_name(), ada.marketing_status().name()), (Some("Ada"), "unsubscribed"));
    assert!(!format!("{:?}{:?}", intake.contacts, intake.issues).contains("hunter2"));
}

#[test]
fn a_mapping_of_another_version_or_shape_is_refused_with_the_reason() {
    let refused = |text: &str| {
        let error = Mapping::from_json(text.as_bytes()).unwrap_err();
        (error.code().name(), error.to_string())
    };
    assert_eq!(
        refused(r#"{"format": 2, "columns": [{"header": "Email", "target": "email"}]}"#),
        ("mapping-version", "the mapping was saved in format 2, and this version reads format 1".to_owned())
    );
    let (code, message) =
        refused(r#"{"format": 1, "columns": [{"header": "Email", "use": {"kind": "feld"}}]}"#);
    assert_eq!(code, "mapping-invalid");
    assert!(message.starts_with("columns[0]"), "{message}");
    let twice = r#"{"format": 1, "columns": [
        {"header": "A", "use": {"kind": "field", "field": "email"}},
        {"header": "B", "use": {"kind": "field", "field": "email"}}]}"#;
    assert_eq!(refused(twice), ("mapping-invalid", "two columns are mapped to `email`".to_owned()));
    let newer = Mapping { format: 2, columns: Vec::new() };
    assert_eq!(read("Email\nada@example.com\n", newer).unwrap_err(), IntakeError::MappingVersion(2));
    let foreign = match_columns(&["Mail"], None).unwrap();
    assert!(matches!(read("Email\nada@example.com\n", foreign), Err(IntakeError::Mapping(_))));
}
