//! Which source a header row is taken for, and which of its columns hold what. The rows are those that the sources are
//! known to write; people and custom fields in them are invented.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use memberferry::{ColumnUse, Field, Intake, ReadOptions, read_contacts};

const WOO_ADDRESSES: &str = "billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,\
    billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,\
    shipping_company,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,\
    shipping_country";

fn read(header: &str, row: &str, profile: Option<&str>) -> Intake {
    let options = ReadOptions { profile: profile.map(str::to_owned), ..ReadOptions::default() };
    read_contacts(format!("{header}\n{row}\n").as_bytes(), &options).unwrap()
}

/// The header of the column that holds a field.
fn column(intake: &Intake, field: Field) -> Option<&str> {
    let column = intake.mapping.column_of(field)?;
    intake.detection.headers.get(column).map(String::as_str)
}

fn use_of(intake: &Intake, header: &str) -> Option<ColumnUse> {
    intake.mapping.columns.iter().find(|column| column.header == header).map(|column| column.meaning.clone())
}

/// A row whose every cell is an address, so that the header alone decides.
fn read_header(header: &str) -> Intake {
    read(header, &vec!["ada@example.com"; header.split(',').count()].join(","), None)
}

/// One row: source, variant, header, and the columns of some fields.
type Row = (&'static str, &'static str, String, &'static [(Field, &'static str)]);

fn recognised() -> Vec<Row> {
    use Field::{
        AddressLine1, Country, CreatedAt, Email, ExternalId, FirstName, FullName, LastName, MarketingStatus,
        PasswordHash, Phone, PostalCode, SubscriptionIds, Tags, TimeZone, UnsubscribedAt, UpdatedAt,
        Username,
    };
    vec![
        (
            "ontraport",
            "contacts",
            "Contact ID,First Name,Last Name,Name,Email,Title,Company,Address,Address 2,City,State,Zip Code,Country,Fax,\
             SMS Number,Office Phone,Birthday,Website,Referring Page,Contact Tags,Bulk Email Status,Date Added,\
             Date Modified"
                .to_owned(),
            &[
                (ExternalId, "Contact ID"),
                (Email, "Email"),
                (Phone, "SMS Number"),
                (Tags, "Contact Tags"),
                (MarketingStatus, "Bulk Email Status"),
                (CreatedAt, "Date Added"),
                (UpdatedAt, "Date Modified"),
            ],
        ),
        (
            "activecampaign",
            "contacts",
            "ID,Email,First Name,Last Name,Phone,Tags,Date Created,IP,Status,*City,*Shoe Size".to_owned(),
            &[
                (ExternalId, "ID"),
                (Email, "Email"),
                (Tags, "Tags"),
                (MarketingStatus, "Status"),
                (Field::City, "*City"),
            ],
        ),
        (
            "drip",
            "people",
            "email,tags,first_name,last_name,phone,address1,address2,city,state,zip,country,lifetime_value,time_zone,\
             status,created_at,shoe_size"
                .to_owned(),
            &[
                (Email, "email"),
                (Tags, "tags"),
                (AddressLine1, "address1"),
                (PostalCode, "zip"),
                (TimeZone, "time_zone"),
                (MarketingStatus, "status"),
            ],
        ),
        (
            "memberium",
            "contacts",
            "user_login,user_email,source_user_id,user_pass,user_nicename,user_url,user_registered,display_name,role,\
             memberium_ac_contact_id,m4ac/contact_id/demo,m4ac/session,memberium_roles,memberium_optout,\
             memberium_tokens,memberium::field::size,memberium/session/updated,login_count,last_login_time,\
             login_ip_address,m4ac/groupaccount/parent_code"
                .to_owned(),
            &[
                (ExternalId, "memberium_ac_contact_id"),
                (Email, "user_email"),
                (PasswordHash, "user_pass"),
                (CreatedAt, "user_registered"),
            ],
        ),
        (
            "memberium",
            "contacts",
            "ID,user_login,user_email,user_registered,display_name,roles,memberium_ac_contact_id".to_owned(),
            &[(ExternalId, "memberium_ac_contact_id")],
        ),
        (
            "woocommerce",
            "analytics-customers",
            "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code,\
             Billing Phone,Shipping Phone,Role"
                .to_owned(),
            &[
                (FullName, "Name"),
                (Email, "Email"),
                (CreatedAt, "Sign Up"),
                (Country, "Country / Region"),
                (Field::Region, "Region"),
                (Phone, "Billing Phone"),
            ],
        ),
        (
            "woocommerce",
            "customers",
            format!(
                "customer_id,first_name,last_name,email,date_registered,billing_first_name,billing_last_name,\
                 {WOO_ADDRESSES}"
            ),
            &[
                (ExternalId, "customer_id"),
                (Email, "email"),
                (FirstName, "first_name"),
                (CreatedAt, "date_registered"),
                (AddressLine1, "billing_address_1"),
            ],
        ),
        (
            "woocommerce",
            "customers-to-import",
            format!(
                "username,email,password,date_registered,billing_first_name,billing_last_name,{WOO_ADDRESSES}"
            ),
            &[(Username, "username"), (Email, "email"), (PasswordHash, "password")],
        ),
        (
            "stripe",
            "customers",
            "id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status,Total Spend,Payment Count,Refunded Volume,\
             Dispute Losses,legacy id (metadata)"
                .to_owned(),
            &[(ExternalId, "id"), (Email, "Email"), (FullName, "Name"), (CreatedAt, "Created (UTC)")],
        ),
        (
            "stripe",
            "customers-all-columns",
            "id,Description,Email,Name,Created (UTC),Business Vat ID".to_owned(),
            &[(ExternalId, "id"), (Email, "Email")],
        ),
        (
            "wordpress",
            "wp-cli",
            "ID,user_login,display_name,user_email,user_registered,roles".to_owned(),
            &[
                (ExternalId, "ID"),
                (Username, "user_login"),
                (Email, "user_email"),
                (CreatedAt, "user_registered"),
                (Tags, "roles"),
            ],
        ),
        (
            "wordpress",
            "webtoffee",
            format!(
                "ID,customer_id,user_login,user_pass,user_nicename,user_email,user_url,user_registered,display_name,\
                 first_name,last_name,user_status,roles,nickname,description,rich_editing,syntax_highlighting,\
                 admin_color,use_ssl,show_admin_bar_front,locale,wp_user_level,dismissed_wp_pointers,\
                 show_welcome_panel,session_tokens,last_update,is_geuest_user,orders,billing_first_name,\
                 billing_last_name,{WOO_ADDRESSES},shipping_phone,wc_last_active,total_spent,aov,meta:shoe_size"
            ),
            &[
                (ExternalId, "ID"),
                (Email, "user_email"),
                (PasswordHash, "user_pass"),
                (FirstName, "first_name"),
                (Tags, "roles"),
                (AddressLine1, "billing_address_1"),
                (Phone, "billing_phone"),
            ],
        ),
        (
            // What the guide to AccessAlly tells people to keep of it.
            "wordpress",
            "wp-cli",
            "ID,customer_id,user_email,user_registered,first_name,last_name".to_owned(),
            &[(ExternalId, "ID"), (Email, "user_email"), (LastName, "last_name")],
        ),
        (
            "wordpress",
            "codection",
            "user_login,user_email,source_user_id,user_pass,user_nicename,user_url,user_registered,display_name,role,\
             nickname,first_name,last_name,session_tokens,shoe_size"
                .to_owned(),
            &[(ExternalId, "source_user_id"), (Email, "user_email"), (Tags, "role")],
        ),
        (
            "ghost",
            "members",
            "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,\
             tiers,gift_id"
                .to_owned(),
            &[
                (ExternalId, "id"),
                (Email, "email"),
                (FullName, "name"),
                (MarketingStatus, "subscribed_to_emails"),
                (Tags, "labels"),
            ],
        ),
        (
            "substack",
            "signups",
            "email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at".to_owned(),
            &[(Email, "email"), (MarketingStatus, "email_disabled"), (CreatedAt, "created_at")],
        ),
        (
            "substack",
            "subscribers",
            "email,expiry,email_disabled,stripe_connected_customer_id,type".to_owned(),
            &[(Email, "email"), (MarketingStatus, "email_disabled")],
        ),
        (
            "beehiiv",
            "subscribers",
            "email,First Name,Last Name,status,tier,created_at,stripe_customer_id,Free Tier,Gold Tier,unsubscribed_at"
                .to_owned(),
            &[(Email, "email"), (MarketingStatus, "status"), (UnsubscribedAt, "unsubscribed_at")],
        ),
        (
            "paid-memberships-pro",
            "members-list",
            "id,username,firstname,lastname,email,billing firstname,billing lastname,address1,address2,city,state,\
             zipcode,country,phone,membership,fee,term,joined,expires"
                .to_owned(),
            &[(ExternalId, "id"), (Email, "email"), (Tags, "membership"), (CreatedAt, "joined")],
        ),
        (
            "paid-memberships-pro",
            "members-list",
            "id,username,firstname,lastname,email,membership,discount_code_id,discount_code,subscription_transaction_id,\
             billing_amount,cycle_number,cycle_period,next_payment_date,joined,startdate,expires"
                .to_owned(),
            &[
                (Tags, "membership"),
                (SubscriptionIds, "subscription_transaction_id"),
                (CreatedAt, "joined"),
            ],
        ),
        (
            "paid-memberships-pro",
            "import",
            "user_login,user_email,user_pass,first_name,last_name,display_name,role,membership_id,membership_code_id,\
             membership_initial_payment,membership_billing_amount,membership_cycle_number,membership_cycle_period,\
             membership_billing_limit,membership_trial_amount,membership_trial_limit,membership_status,\
             membership_startdate,membership_enddate,membership_subscription_transaction_id,membership_gateway,\
             membership_payment_transaction_id,membership_affiliate_id,membership_timestamp"
                .to_owned(),
            &[(Email, "user_email"), (PasswordHash, "user_pass")],
        ),
    ]
}

#[test]
fn each_source_is_told_by_its_own_header_and_by_no_other() {
    for (source, variant, header, columns) in recognised() {
        let intake = read_header(&header);
        let found = &intake.detection.source;
        assert_eq!((found.profile, found.variant, found.certain), (source, variant, true), "{header}");
        for (field, name) in columns {
            assert_eq!(column(&intake, *field), Some(*name), "{field:?} of {header}");
        }
    }
}

#[test]
fn a_list_that_anyone_writes_is_nobodys() {
    for header in [
        "email",
        "First Name,Last Name,Email",
        "First Name,Phone,Email",
        "email,name,tags,status",
        "ID,Email,First Name,Last Name,Phone,Tags",
        "first_name,email,created_at,status",
        "first_name,email_address,state,created_at,tags,email",
        "email,tags,first_name,last_name,city,state,zip,country,status,created_at",
        "email,status,tier,created_at",
        "id,email,name,note,created_at,labels",
        "customer_id,email,first_name,last_name,date_registered",
        "id,username,email,membership,joined,expires",
        "email,phone,lifetime_value",
        "Email,Contact Tags,Date Added",
    ] {
        assert_eq!(read_header(header).detection.source.profile, "generic", "{header}");
    }
}

/// Orders, payments and subscriptions are no lists of people, and no source of people claims them.
#[test]
fn files_of_payments_are_not_taken_for_people() {
    for header in [
        "id,Customer ID,Customer Name,Customer Email,Plan,Product,Quantity,Currency,Interval,Amount,Status,\
         Cancellation Reason,Created (UTC),Start (UTC),Start Date (UTC),Current Period Start (UTC),\
         Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC),Coupon,\
         legacy id (metadata)",
        "id,Description,Created (UTC),Amount,Customer Email,Seller Message,Card ID,Transfer Group,PaymentIntent ID",
        "customer_id,customer_username,customer_email,subscription_status,start_date,trial_end_date,\
         next_payment_date,last_payment_date,end_date,billing_period,billing_interval,order_total,payment_method,\
         billing_first_name,billing_last_name,billing_phone,billing_address_1,shipping_address_1,order_items",
        "id,created_at,expires_at,user_login,user_email,first_name,last_name,user_id,product_id,product_name,gateway,\
         gateway_id,subscr_id,sub_id,trans_num,amount,total,tax_amount,tax_rate,tax_class,tax_desc,status,coupon_id",
        "Product Name,Full Name,Email,User ID,Return,Payment Amount,Payment Date",
    ] {
        let found = read_header(&format!("{header},email")).detection.source;
        assert_eq!(found.profile, "generic", "{header}: {:?}", found.reasons);
    }
}

/// The status words that make people mailable in other systems, in columns of systems where they mean something else.
#[test]
fn a_membership_is_no_consent_to_mail() {
    for (profile, header) in [
        ("wordpress", "user_email,user_login,user_status,status,subscription status,Email Status"),
        ("woocommerce", "email,Role,subscription_status,status,accepts marketing,subscribed"),
        ("stripe", "Email,Plan,Status,Subscription Status,email status,Subscribed"),
        ("memberpress", "email,status,subscription status,Email Status,subscribed,active_txn_count"),
        (
            "paid-memberships-pro",
            "email,membership_status,status,Subscription Status,subscribed,Email Status",
        ),
        ("memberium", "user_email,memberium_optout,status,email_status,subscribed,opt in status"),
        ("accessally", "Email,Status,Subscription Status,Email Status,Subscribed,Opt In Status"),
    ] {
        let intake = read(header, "ada@example.com,active,active,active,active,active", Some(profile));
        assert_eq!(column(&intake, Field::MarketingStatus), None, "{profile}");
        let contact = intake.contacts.get(0).unwrap();
        assert!(!contact.marketing_status().is_mailable(), "{profile}");
    }
}

/// The words of the systems that send mail themselves.
#[test]
fn the_words_for_a_status_are_the_systems_own() {
    for (profile, header, words) in [
        (
            "kit",
            "email,status",
            "active=subscribed inactive=inactive cancelled=unsubscribed bounced=bounced complained=complained \
             subscribed=unknown",
        ),
        ("kit", "Email Address,State", "Active=subscribed Cancelled=unsubscribed"),
        (
            "ontraport",
            "Email,Bulk Email Status",
            "Single Opt-In=subscribed Double Opt-In=subscribed Transactional Only=unsubscribed \
             Pending Review=inactive Hard Bounce=bounced Unconfirmed=unconfirmed -2=bounced Active=unknown",
        ),
        (
            "activecampaign",
            "Email,Status",
            "Active=subscribed Unconfirmed=unconfirmed Unsubscribed=unsubscribed Bounced=bounced 1=subscribed \
             2=unsubscribed 3=bounced 0=unknown",
        ),
        (
            "drip",
            "email,status",
            "active=subscribed unsubscribed=unsubscribed undeliverable=bounced inactive=inactive",
        ),
        ("ghost", "email,subscribed_to_emails", "true=subscribed false=unsubscribed yes=unknown"),
        ("substack", "email,email_disabled", "true=unsubscribed false=subscribed no=unknown"),
        ("beehiiv", "email,status", "active=subscribed pending=unconfirmed inactive=inactive"),
    ] {
        let mut rest = words;
        while let Some((word, behind)) = rest.split_once('=') {
            let (status, behind) = behind.split_once(' ').unwrap_or((behind, ""));
            let intake = read(header, &format!("ada@example.com,{word}"), Some(profile));
            let contact = intake.contacts.get(0).unwrap();
            assert_eq!(contact.marketing_status().name(), status, "{profile}: {word}");
            rest = behind.trim_start();
        }
    }
}

/// Where a source's own names are not sure, its columns are found by other names too; where they are, another name is
/// another column.
#[test]
fn unsure_names_leave_room_for_others() {
    let columns = |profile: &str| {
        let intake = read("Email,Labels,Registration Date", "ada@example.com,VIP,2024-03-04", Some(profile));
        [Field::Tags, Field::CreatedAt].map(|field| column(&intake, field).map(str::to_owned))
    };
    for unsure in ["kit", "ontraport", "activecampaign", "drip", "accessally"] {
        assert_eq!(
            columns(unsure),
            [Some("Labels".to_owned()), Some("Registration Date".to_owned())],
            "{unsure}"
        );
    }
    assert_eq!(columns("keap"), [None, None]);
}

#[test]
fn a_custom_field_that_is_called_status_is_no_status() {
    let intake =
        read("Email,*Status,*Email Status", "ada@example.com,Active,Subscribed", Some("activecampaign"));
    assert_eq!(column(&intake, Field::MarketingStatus), None);
}

#[test]
fn what_a_system_keeps_secret_is_left_out() {
    for (profile, header, names) in [
        (
            "wordpress",
            "user_email,session_tokens,user_activation_key",
            &["session_tokens", "user_activation_key"],
        ),
        ("memberium", "user_email,m4ac/session,memberium_tokens", &["m4ac/session", "memberium_tokens"]),
        ("memberpress", "email,mepr_password,mepr_api_token", &["mepr_password", "mepr_api_token"]),
        ("stripe", "Email,Card Last4,Card Token", &["Card Last4", "Card Token"]),
        ("activecampaign", "Email,*Password,*Secret", &["*Password", "*Secret"]),
    ] {
        let intake = read(header, "ada@example.com,hunter2,hunter2", Some(profile));
        for name in names {
            assert_eq!(use_of(&intake, name), Some(ColumnUse::Sensitive), "{profile}: {name}");
        }
        assert!(!format!("{:?}{:?}", intake.contacts, intake.issues).contains("hunter2"), "{profile}");
    }
}

#[test]
fn tags_are_parted_as_each_system_writes_them() {
    for (profile, header, cell, tags) in [
        (
            "ontraport",
            "Email,Contact Tags",
            "*/*VIP*/*Course A, evening*/*",
            &["VIP", "Course A, evening"][..],
        ),
        ("activecampaign", "Email,Tags", "VIP; Course A", &["VIP", "Course A"]),
        ("activecampaign", "Email,Tags", "VIP, Course A; evening", &["VIP", "Course A; evening"]),
        ("drip", "email,tags", "customer, newsletter", &["customer", "newsletter"]),
        ("wordpress", "user_email,roles", "subscriber, editor", &["subscriber", "editor"]),
        ("paid-memberships-pro", "email,membership", "Gold, for a year", &["Gold, for a year"]),
    ] {
        let intake = read(header, &format!("ada@example.com,\"{cell}\""), Some(profile));
        let contact = intake.contacts.get(0).unwrap();
        let found: Vec<_> = contact.tags().map(|tag| tag.as_str()).collect();
        assert_eq!(found, tags, "{profile}: {cell}");
    }
}

#[test]
fn every_profile_names_each_of_its_columns_once() {
    let of_payments = memberferry::ORDER_PROFILES.iter().chain(memberferry::SUBSCRIPTION_PROFILES);
    for profile in memberferry::PROFILES.iter().chain(of_payments) {
        let columns = profile.headers.iter().map(|header| header.name);
        let named: Vec<_> = columns.clone().collect();
        for (at, name) in columns.enumerate() {
            assert_eq!(named.iter().position(|other| *other == name), Some(at), "{}: {name}", profile.id);
        }
        for name in profile.together.iter().flat_map(|group| group.iter()) {
            assert!(named.contains(name), "{}: {name} tells the source and is no column of it", profile.id);
        }
        for header in profile.headers {
            if let memberferry::Use::Field(field) = header.meaning {
                assert!(
                    field.is_of(profile.kind),
                    "{}: {} is no field of its records",
                    profile.id,
                    header.name
                );
            }
        }
        for below in profile.over {
            assert!(memberferry::PROFILES.iter().any(|other| other.id == *below), "{}: {below}", profile.id);
        }
    }
}
