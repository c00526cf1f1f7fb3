//! Exports of orders and subscriptions, source by source: the header rows that the sources are known to write, with
//! invented people and amounts in them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use memberferry::{
    BillingInterval, BillingUnit, Code, ColumnUse, Currency, DecimalMark, IntakeError, Mapping, Money, Order,
    OrderIntake, OrderKind, OrderStatus, ReadOptions, SubscriptionIntake, SubscriptionStatus, read_contacts,
    read_orders, read_subscriptions,
};

fn options(currency: &str) -> ReadOptions {
    ReadOptions { currency: Currency::new(currency).ok(), ..ReadOptions::default() }
}

fn orders(text: &str) -> OrderIntake {
    read_orders(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn subscriptions(text: &str) -> SubscriptionIntake {
    read_subscriptions(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn shown(money: Option<Money>) -> String {
    money.map(|money| money.to_string()).unwrap_or_default()
}

fn address(order: &Order) -> &str {
    order.email.as_ref().map(|email| email.as_str()).unwrap_or_default()
}

fn at(instant: Option<memberferry::Instant>) -> String {
    instant.map(|instant| instant.to_string()).unwrap_or_default()
}

/// The columns that are left out.
fn dropped(mapping: &Mapping) -> Vec<&str> {
    mapping
        .columns
        .iter()
        .filter(|column| column.meaning == ColumnUse::Sensitive)
        .map(|column| column.header.as_str())
        .collect()
}

fn codes(issues: &memberferry::Issues) -> Vec<&'static str> {
    issues.iter().map(|issue| issue.code.name()).collect()
}

const PAYPAL: &str = "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\
    \"From Email Address\",\"To Email Address\",\"Transaction ID\",\"Shipping Address\",\"Address Status\",\"Item Title\",\
    \"Item ID\",\"Shipping and Handling Amount\",\"Insurance Amount\",\"Sales Tax\",\"Option 1 Name\",\"Option 1 Value\",\
    \"Option 2 Name\",\"Option 2 Value\",\"Reference Txn ID\",\"Invoice Number\",\"Custom Number\",\"Quantity\",\
    \"Receipt ID\",\"Balance\",\"Address Line 1\",\"Address Line 2/District/Neighborhood\",\"Town/City\",\
    \"State/Province/Region/County/Territory/Prefecture/Republic\",\"Zip/Postal Code\",\"Country\",\
    \"Contact Phone Number\",\"Subject\",\"Note\",\"Country Code\",\"Balance Impact\"";

/// A row of the modern activity with the cells that matter.
fn paypal_row(cells: [&str; 11]) -> String {
    let [date, kind, status, gross, from, to, id, reference, balance, name, impact] = cells;
    let mut row = vec![String::new(); 41];
    for (column, value) in [
        (0, date),
        (1, "10:12:13"),
        (2, "PST"),
        (3, name),
        (4, kind),
        (5, status),
        (6, "USD"),
        (7, gross),
        (8, "-1.72"),
        (10, from),
        (11, to),
        (12, id),
        (15, "Gold"),
        (24, reference),
        (29, balance),
        (40, impact),
    ] {
        row[column] = format!("\"{value}\"");
    }
    row.join(",")
}

fn paypal() -> OrderIntake {
    let shop = "shop@harbour.example";
    let rows = [
        [
            "03/25/2024",
            "Subscription Payment",
            "Completed",
            "1,049.00",
            "ada@example.com",
            shop,
            "1AB",
            "I-ABC",
            "1,049.00",
            "Ada Lovelace",
            "Credit",
        ],
        [
            "03/26/2024",
            "Payment Refund",
            "Completed",
            "-49.00",
            shop,
            "ada@example.com",
            "2AB",
            "1AB",
            "1,000.00",
            "Ada Lovelace",
            "Debit",
        ],
        [
            "03/26/2024",
            "General Currency Conversion",
            "Completed",
            "-10.00",
            "",
            "",
            "3AB",
            "",
            "990.00",
            "",
            "Debit",
        ],
        ["03/27/2024", "General Withdrawal", "Completed", "-900.00", "", "", "4AB", "", "90.00", "", "Debit"],
        [
            "03/27/2024",
            "Account Hold for Open Authorization",
            "Pending",
            "-20.00",
            "",
            "",
            "5AB",
            "",
            "70.00",
            "",
            "Memo",
        ],
        [
            "03/28/2024",
            "General Payment",
            "Completed",
            "-30.00",
            shop,
            "printer@example.com",
            "6AB",
            "",
            "40.00",
            "A printer",
            "Debit",
        ],
        [
            "03/28/2024",
            "Subscription Payment",
            "Denied",
            "19.00",
            "grace@example.com",
            shop,
            "7AB",
            "I-DEF",
            "40.00",
            "Grace Hopper",
            "Credit",
        ],
        [
            "03/29/2024",
            "Website Payment",
            "Completed",
            "19.00",
            "joan@example.com",
            shop,
            "8AB",
            "",
            "40.00",
            "Joan",
            "Memo",
        ],
        [
            "03/29/2024",
            "Chargeback",
            "Completed",
            "-19.00",
            shop,
            "joan@example.com",
            "9AB",
            "8AB",
            "21.00",
            "Joan",
            "Debit",
        ],
        [
            "03/30/2024",
            "Something New",
            "Completed",
            "5.00",
            "joan@example.com",
            shop,
            "0AB",
            "",
            "26.00",
            "Joan",
            "Credit",
        ],
    ]
    .map(paypal_row);
    orders(&format!("\u{FEFF}{PAYPAL}\r\n{}\r\n", rows.join("\r\n")))
}

#[test]
fn paypal_activity_is_read_and_what_is_no_order_is_set_aside() {
    let intake = paypal();
    assert_eq!((intake.detection.source.profile, intake.detection.source.variant), ("paypal", "activity"));
    assert!(intake.detection.source.certain, "{:?}", intake.detection.source);
    let kinds: Vec<_> = intake.orders.iter().map(|order| (order.kind, order.status)).collect();
    assert_eq!(
        kinds,
        [
            (OrderKind::Sale, OrderStatus::Paid),
            (OrderKind::Refund, OrderStatus::Refunded),
            (OrderKind::Sale, OrderStatus::Failed),
            (OrderKind::Dispute, OrderStatus::Disputed),
            (OrderKind::Unknown, OrderStatus::Paid),
        ]
    );
    let sale = &intake.orders[0];
    assert_eq!((shown(sale.total), shown(sale.fee)), ("1049.00 USD".into(), "-1.72 USD".into()));
    assert_eq!((address(sale), sale.subscription_id.as_deref()), ("ada@example.com", Some("I-ABC")));
    assert_eq!((sale.id.as_deref(), sale.transaction_id.as_deref()), (Some("1AB"), Some("1AB")));
    // 10:12:13 Pacific standard time.
    assert_eq!(at(sale.placed_at), "2024-03-25T18:12:13Z");
    assert_eq!(sale.processor.as_deref(), Some("paypal"));
    let refund = &intake.orders[1];
    assert_eq!((shown(refund.refunded), refund.total), ("49.00 USD".into(), None));
    assert_eq!((address(refund), refund.refund_of.as_deref()), ("ada@example.com", Some("1AB")));
    assert_eq!(intake.orders[3].refund_of.as_deref(), Some("8AB"));
    assert_eq!(intake.stats.set_aside, 5);
    assert!(intake.set_aside.iter().all(|record| record.codes == [Code::NotAnOrder]));
    assert_eq!(intake.issues.count(Code::OrderKindUnknown), 1);
    // Set aside, it reads back in and is set aside again.
    let again = orders(&intake.set_aside_csv());
    assert_eq!((again.orders.len(), again.stats.set_aside), (0, 5));
    assert_eq!(again.set_aside_csv().lines().count(), intake.set_aside_csv().lines().count());
}

#[test]
fn paypal_of_before_2016_and_of_the_united_kingdom_are_told_apart() {
    let old = "Date, Time, Time Zone, Name, Type, Status, Currency, Gross, Fee, Net, From Email Address, To Email Address, \
        Transaction ID, Counterparty Status, Shipping Address, Address Status, Item Title, Item ID, Shipping and Handling \
        Amount, Insurance Amount, Sales Tax, Option 1 Name, Option 1 Value, Option 2 Name, Option 2 Value, Auction Site, \
        Buyer ID, Item URL, Closing Date, Escrow Id, Invoice Id, Reference Txn ID, Invoice Number, Custom Number, Receipt ID, \
        Balance, Contact Phone Number, \n\
        \"5/31/2014\", \"10:12:13\", \"GMT+02:00\", \"Ada\", \"Subscription Payment Received\", \"Completed\", \"EUR\", \
        \"1.234,56\", \"-1,72\", \"0,00\", \"ada@example.com\", \"shop@harbour.example\", \"1AB\", , , , , , , , , , , , , , , \
        , , , , , , , , , , \n";
    let intake = orders(old);
    assert_eq!(
        (intake.detection.source.profile, intake.detection.source.variant),
        ("paypal", "activity-old")
    );
    assert_eq!(shown(intake.orders[0].total), "1234.56 EUR");
    assert_eq!(at(intake.orders[0].placed_at), "2014-05-31T08:12:13Z");
    let british = PAYPAL
        .replace("Shipping and Handling Amount", "Postage and Packaging Amount")
        .replace("TimeZone", "Time zone")
        .replace("Sales Tax", "VAT");
    let intake =
        orders(&format!("{british}\n\"31/05/2024\",\"10:12:13\",\"BST\",\"Ada\",\"Subscription Payment\"\n"));
    assert_eq!(intake.detection.source.variant, "activity-uk");
    assert_eq!(at(intake.orders[0].placed_at), "2024-05-31T09:12:13Z");
    let newest = orders(
        "Date,Status,From Email Address,Transaction ID,Gross,Currency,Counterparty Status,Buyer Wallet\n\
        2024-05-31,Completed,ada@example.com,1AB,5.00,EUR,Verified,\n",
    );
    assert_eq!(
        (newest.detection.source.profile, newest.detection.source.variant),
        ("paypal", "activity-newest")
    );
    let statement = orders(
        "Date,Time,Time Zone,Description,Currency,Gross,Fee,Net,Balance,Transaction ID,From Email Address,Name,Bank Name,\
         Bank Account,Shipping and Handling Amount,Sales Tax,Invoice ID,Reference Txn ID\n\
         05/31/2024,10:12:13,PDT,Subscription Payment,USD,9.00,-0.30,8.70,8.70,1AB,ada@example.com,Ada,Bank,DE00,,,,I-A\n",
    );
    assert_eq!(statement.detection.source.variant, "statement");
    assert_eq!(statement.orders[0].kind, OrderKind::Sale);
    assert_eq!(dropped(&statement.mapping), ["Bank Account"]);
}

#[test]
fn paypal_in_other_languages_is_read_by_the_names_that_are_known() {
    let dutch = orders(
        "Datum,Tijd,Tijdzone,Naam,Type,Status,Valuta,Bruto,Kosten,Net,Van e-mailadres,Naar e-mailadres,Transactiereferentie,\
         Effect op saldo\n\
         31-05-2024,10:12:13,CEST,Ada,Iets anders,Voltooid,EUR,\"1.234\",\"-1,72\",\"0,00\",ada@example.com,shop@harbour.example,1AB,\n",
    );
    assert_eq!(
        (dutch.detection.source.profile, dutch.detection.source.variant),
        ("paypal", "activity-dutch")
    );
    // The fee's comma decides what the point of the total is.
    assert_eq!(shown(dutch.orders[0].total), "1234.00 EUR");
    assert_eq!((dutch.orders[0].kind, dutch.orders[0].status), (OrderKind::Unknown, OrderStatus::Paid));
    assert_eq!(at(dutch.orders[0].placed_at), "2024-05-31T08:12:13Z");
    let german = "Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Absender E-Mail-Adresse,\
        Empfänger E-Mail-Adresse,Transaktionscode\n\
        31.05.2024,10:12:13,CEST,Ada,Zahlung,Abgeschlossen,EUR,\"1.234,50\",\"-1,72\",\"0,00\",ada@example.com,\
        shop@harbour.example,1AB\n";
    let french = "Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Brut,Commission,Net,Adresse email de l'expéditeur,\
        Adresse email du destinataire,Numéro de transaction\n\
        31/05/2024,10:12:13,CEST,Ada,Paiement,Terminé,EUR,\"1 234,50\",\"-1,72\",\"0,00\",ada@example.com,\
        shop@harbour.example,1AB\n";
    let spanish = "Fecha,Hora,Zona horaria,Nombre,Tipo,Estado,Divisa,Bruto,Comisión,Neto,\
        Correo electrónico del remitente,Correo electrónico del destinatario,Id. de transacción\n\
        31/05/2024,10:12:13,CEST,Ada,Pago,Completado,EUR,\"1.234,50\",\"-1,72\",\"0,00\",ada@example.com,\
        shop@harbour.example,1AB\n";
    let named = ReadOptions { profile: Some("paypal".into()), ..ReadOptions::default() };
    for (activity, options) in [german, french, spanish]
        .iter()
        .flat_map(|activity| [named.clone(), ReadOptions::default()].map(|options| (activity, options)))
    {
        let intake = read_orders(activity.as_bytes(), &options).unwrap();
        let order = &intake.orders[0];
        assert_eq!((shown(order.total), address(order)), ("1234.50 EUR".into(), "ada@example.com"));
        assert_eq!((order.transaction_id.as_deref(), order.status), (Some("1AB"), OrderStatus::Paid));
        assert_eq!(at(order.placed_at), "2024-05-31T08:12:13Z");
    }
}

#[test]
fn stripe_payments_of_three_generations() {
    let newest = orders(
        "id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Fee,Card ID,Card Last4,Card Exp Month,\
         Customer ID,Customer Email,Status,Transfer Group,PaymentIntent ID,site_user (metadata)\n\
         ch_1,Gold,Payment complete.,2024-02-03 01:47,49.00,9.00,eur,1.72,card_1,4242,12,cus_1,ada@example.com,Paid,,pi_1,8\n\
         ch_2,Gold,Declined.,2024-02-04 01:47,49.00,0.00,jpy,1,card_2,4242,12,cus_2,grace@example.com,Failed,,pi_2,9\n",
    );
    assert_eq!(
        (newest.detection.source.profile, newest.detection.source.variant),
        ("stripe", "payments-newest")
    );
    let paid = &newest.orders[0];
    assert_eq!((shown(paid.total), shown(paid.refunded)), ("49.00 EUR".into(), "9.00 EUR".into()));
    assert_eq!((paid.status, paid.transaction_id.as_deref()), (OrderStatus::PartiallyRefunded, Some("pi_1")));
    assert_eq!(paid.custom.get("site_user (metadata)").map(String::as_str), Some("8"));
    let failed = &newest.orders[1];
    assert_eq!((failed.status, failed.customer_id.as_deref()), (OrderStatus::Failed, Some("cus_2")));
    assert_eq!(shown(failed.total), "49 JPY");
    assert_eq!(dropped(&newest.mapping), ["Card ID", "Card Last4", "Card Exp Month"]);
    assert!(!format!("{:?}{:?}", newest.orders, newest.issues).contains("4242"));
    let first = orders(
        "id,Description,Created,Amount,Customer Email\nch_1,Gold,2014-02-03 01:47,49.00,ada@example.com\n",
    );
    assert_eq!((first.detection.source.profile, first.detection.source.variant), ("stripe", "payments-2014"));
    assert_eq!((first.orders[0].total, at(first.orders[0].placed_at)), (None, "2014-02-03T01:47:00Z".into()));
    // The amount has no currency: it is kept as text, and said once.
    assert_eq!(first.orders[0].custom.get("Amount").map(String::as_str), Some("49.00"));
    assert_eq!(codes(&first.issues), ["currency-missing"]);
}

#[test]
fn stripe_subscriptions() {
    let intake = subscriptions(
        "id,Customer ID,Customer Name,Customer Email,Plan,Product,Quantity,Currency,Interval,Amount,Status,\
         Cancellation Reason,Created (UTC),Start Date (UTC),Current Period Start (UTC),Current Period End (UTC),\
         Trial Start (UTC),Trial End (UTC),Canceled At (UTC),Ended At (UTC),Coupon\n\
         sub_1,cus_1,Ada,ada@example.com,price_1,Gold,1,usd,month,9.00,active,,2024-01-01 00:00,2024-01-01 00:00,\
         2024-03-01 00:00,2024-04-01 00:00,,,,,\n\
         sub_2,cus_2,Grace,grace@example.com,price_1,Gold,1,usd,year,90.00,active,too dear,2024-01-01 00:00,\
         2024-01-01 00:00,2024-01-01 00:00,2025-01-01 00:00,,,2024-02-02 00:00,,\n\
         sub_3,cus_3,Joan,joan@example.com,price_1,Gold,1,usd,month,9.00,melting,,,,,,,,,,\n",
    );
    assert_eq!((intake.detection.source.profile, intake.detection.source.certain), ("stripe", true));
    let [ada, grace, joan] = intake.subscriptions.as_slice() else { panic!("three") };
    assert_eq!((ada.status, shown(ada.price)), (SubscriptionStatus::Active, "9.00 USD".into()));
    let monthly = BillingInterval::Every { count: 1.try_into().unwrap(), unit: BillingUnit::Month };
    assert_eq!((ada.interval, at(ada.next_payment_at)), (Some(monthly), "2024-04-01T00:00:00Z".into()));
    assert_eq!((grace.status, grace.next_payment_at), (SubscriptionStatus::PendingCancel, None));
    assert_eq!(joan.status, SubscriptionStatus::Unknown);
    assert_eq!(joan.custom.get("Status").map(String::as_str), Some("melting"));
    assert_eq!(codes(&intake.issues), ["payment-status-unknown"]);
}

const WOO_ORDERS: &str = "order_id,order_number,order_number_formatted,date,status,shipping_total,shipping_tax_total,\
    fee_total,fee_tax_total,tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,\
    shipping_method,customer_id,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,\
    billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,customer_note,\
    line_items,coupon_items,refunds,download_permissions_granted";

#[test]
fn woocommerce_orders_of_skyverge_and_of_the_analytics() {
    let intake = orders(&format!(
        "{WOO_ORDERS}\n\
         501,501,#501,2022-10-07 22:21:58,completed,0,0,0,0,8.17,5.00,49.00,0.00,EUR,stripe,,8,Ada,Lovelace,,ada@example.com,\
         '+4930123,Street 1,,10115,Berlin,BE,DE,,id:1|name:Gold|product_id:7|quantity:1;id:2|name:Book|product_id:9|quantity:2,,,1\n\
         502,502,#502,2022-10-08 22:21:58,shipped,0,0,0,0,0,0,49.00,0.00,EUR,paypal,,0,Grace,Hopper,,grace@example.com,\
         ,,,,,,,,something else,,,1\n"
    ));
    assert_eq!(
        (intake.detection.source.profile, intake.detection.source.variant, intake.detection.source.certain),
        ("woocommerce", "skyverge-orders", true)
    );
    let ada = &intake.orders[0];
    assert_eq!((ada.name.as_deref(), ada.phone.as_deref()), (Some("Ada Lovelace"), Some("+4930123")));
    assert_eq!((shown(ada.total), shown(ada.discount)), ("49.00 EUR".into(), "5.00 EUR".into()));
    assert_eq!((ada.status, ada.customer_id.as_deref()), (OrderStatus::Paid, Some("8")));
    let items: Vec<_> = ada.items.iter().map(|item| (item.name.as_deref(), item.quantity)).collect();
    assert_eq!(items, [(Some("Gold"), Some(1)), (Some("Book"), Some(2))]);
    assert_eq!(ada.address.city.as_deref(), Some("Berlin"));
    let grace = &intake.orders[1];
    assert_eq!((grace.customer_id.as_deref(), grace.status), (None, OrderStatus::Unknown));
    assert_eq!(codes(&intake.issues), ["payment-status-unknown", "items-invalid"]);
    let analytics = orders(
        "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,\
         Attribution\n2024-05-31,77,€49.00,completed,Ada Lovelace,new,1× Gold,1,,49,Direct\n",
    );
    assert_eq!(analytics.detection.source.variant, "analytics-orders");
    let order = &analytics.orders[0];
    assert_eq!(
        (order.id.as_deref(), shown(order.total), address(order)),
        (Some("77"), "49.00 EUR".into(), "")
    );
}

#[test]
fn woocommerce_subscriptions_of_the_exporter_and_the_importer() {
    let exporter = subscriptions(
        "subscription_id,subscription_status,customer_id,start_date,trial_end_date,next_payment_date,last_payment_date,\
         cancelled_date,end_date,billing_period,billing_interval,order_tax,cart_discount,order_total,order_currency,\
         payment_method,payment_method_title,payment_method_post_meta,requires_manual_renewal,billing_first_name,\
         billing_last_name,billing_email,order_items\n\
         501,wc-active,8,2016-04-29 00:44:44,0,2016-05-29 00:44:44,2016-04-29 00:44:46,0,2017-04-29 00:44:44,month,3,3.80,0,\
         38.0000,USD,stripe,Card,_stripe_source_id:src_hidden,false,Ada,Lovelace,ada@example.com,\
         product_id:1|name:Gold|quantity:1|total:38.00|meta:|tax:3.80\n\
         502,wc-pending-cancel,9,2016-04-29 00:44:44,0,0,0,2016-05-01 00:00:00,2016-05-29 00:44:44,month,1,0,0,38.00,USD,\
         paypal,PayPal,,false,Grace,Hopper,grace@example.com,product_id:1|name:Gold|quantity:1\n",
    );
    assert_eq!(
        (
            exporter.detection.source.profile,
            exporter.detection.source.variant,
            exporter.detection.source.certain
        ),
        ("woocommerce", "subscriptions", true)
    );
    let [ada, grace] = exporter.subscriptions.as_slice() else { panic!("two") };
    let quarterly = BillingInterval::Every { count: 3.try_into().unwrap(), unit: BillingUnit::Month };
    assert_eq!((ada.interval, shown(ada.price)), (Some(quarterly), "38.00 USD".into()));
    assert_eq!((ada.product.as_deref(), ada.quantity), (Some("Gold"), Some(1)));
    assert_eq!((ada.trial_ends_at, at(ada.next_payment_at)), (None, "2016-05-29T00:44:44Z".into()));
    // A limited length is an end to come, and no cancellation.
    assert_eq!((ada.status, at(ada.cancel_at)), (SubscriptionStatus::Active, "2017-04-29T00:44:44Z".into()));
    assert_eq!((grace.status, grace.next_payment_at), (SubscriptionStatus::PendingCancel, None));
    assert_eq!((at(grace.cancel_at), grace.ended_at), ("2016-05-29T00:44:44Z".into(), None));
    assert_eq!(dropped(&exporter.mapping), ["payment_method_post_meta"]);
    assert!(!format!("{:?}{:?}", exporter.subscriptions, exporter.issues).contains("src_hidden"));
    let importer = subscriptions(
        "Row Description (Do not import),customer_id,customer_username,customer_email,subscription_status,start_date,\
         trial_end_date,next_payment_date,last_payment_date,end_date,billing_period,billing_interval,order_total,\
         order_currency,payment_method,payment_method_post_meta,billing_first_name,billing_email\n\
         A sample,8,ada,ada@example.com,wc-on-hold,2016-04-29 00:44:44,0,0,0,0,year,1,99.00,GBP,stripe,,Ada,ada@example.org\n",
    );
    assert_eq!(importer.detection.source.variant, "importer");
    let ada = &importer.subscriptions[0];
    assert_eq!((ada.id.as_deref(), ada.status), (None, SubscriptionStatus::Paused));
}

#[test]
fn samcart_with_the_sign_of_several_currencies() {
    let report = "Order ID,Order Date,Order Time,Order Status,Product ID,Product Name,Price,Customer First Name,\
        Customer Last Name,Customer Email,Customer Phone Number,Billing Address Line 1,Billing Address Line 2,\
        Billing Address City,Billing Address State,Billing Address Zip\n\
        12345,04/01/2016,09:30 PM,Charged,678,Gold Membership,\"$1,049.00\",Ada,Lovelace,ada@example.com\n";
    let intake = read_orders(report.as_bytes(), &options("USD")).unwrap();
    assert_eq!((intake.detection.source.profile, intake.detection.source.certain), ("samcart", true));
    let order = &intake.orders[0];
    assert_eq!((shown(order.total), order.status), ("1049.00 USD".into(), OrderStatus::Paid));
    assert_eq!(at(order.placed_at), "2016-04-01T21:30:00Z");
    let unsaid = orders(report);
    assert_eq!((unsaid.orders[0].total, unsaid.issues.count(Code::CurrencyMissing)), (None, 1));
    let wrong = read_orders(report.as_bytes(), &options("EUR")).unwrap();
    assert_eq!((wrong.orders[0].total, wrong.issues.count(Code::MoneyInvalid)), (None, 1));
}

#[test]
fn thrivecart_has_a_record_for_everything_that_happened_to_an_order() {
    let export = "order_id,order_date,order_time,event,transaction_id,subscription_id,processor,full_name,first_name,last_name,\
        email,coupon,total,product_price,sales_tax,sales_tax_rate,relevant_item_name,relevant_item_pricing_option,\
        address_country\n\
        1234567,2024-03-05,10:12:13,charge,ch_1,sub_1,stripe,Ada Lovelace,Ada,Lovelace,ada@example.com,-,49.00,49.00,0.00,0,\
        Gold Membership,Monthly,US\n\
        1234567,2024-03-05,10:12:13,refund,re_1,-,stripe,Ada Lovelace,Ada,Lovelace,ada@example.com,-,9.00,49.00,0.00,0,\
        Gold Membership,Monthly,US\n\
        1234567,2024-03-05,10:12:13,cancel,-,sub_1,stripe,Ada Lovelace,Ada,Lovelace,ada@example.com,-,0,49.00,0.00,0,\
        Gold Membership,Monthly,US\n";
    let intake = read_orders(export.as_bytes(), &options("USD")).unwrap();
    assert_eq!((intake.detection.source.profile, intake.detection.source.certain), ("thrivecart", true));
    let [charge, refund] = intake.orders.as_slice() else { panic!("two") };
    assert_eq!((charge.kind, charge.coupon.as_deref()), (OrderKind::Sale, None));
    assert_eq!((charge.subscription_id.as_deref(), shown(charge.total)), (Some("sub_1"), "49.00 USD".into()));
    assert_eq!((refund.kind, refund.status), (OrderKind::Refund, OrderStatus::Refunded));
    assert_eq!((refund.refund_of.as_deref(), shown(refund.refunded)), (Some("1234567"), "9.00 USD".into()));
    assert_eq!(codes(&intake.issues), ["not-an-order"]);
    let alternate = "order_id,customer_first_name,customer_last_name,customer_email,customer_phone,total\n\
        1,Ada,Lovelace,ada@example.com,1,49.00\n";
    let intake = read_orders(alternate.as_bytes(), &options("USD")).unwrap();
    assert_eq!(
        (intake.detection.source.profile, address(&intake.orders[0])),
        ("thrivecart", "ada@example.com")
    );
}

#[test]
fn memberpress_transactions_and_both_kinds_of_subscriptions() {
    let transactions = "\"id\",\"created_at\",\"expires_at\",\"user_login\",\"user_email\",\"first_name\",\"last_name\",\"user_id\",\
        \"product_id\",\"product_name\",\"gateway\",\"gateway_id\",\"subscr_id\",\"sub_id\",\"trans_num\",\"amount\",\"total\",\
        \"tax_amount\",\"tax_rate\",\"tax_class\",\"tax_desc\",\"status\",\"coupon_id\",\"coupon\",\"order_trans_num\"\n\
        1,\"2022-10-07 22:21:58\",\"0000-00-00 00:00:00\",ada,ada@example.com,Ada,Lovelace,8,2420,\"Gold Plan\",\
        \"Credit Card (Stripe)\",rj1l52-6bw,sub_1,1,pi_1,9.00,9.00,0.00,0,standard,,complete,0,,\n\
        2,\"2022-10-08 22:21:58\",,ada,ada@example.com,Ada,Lovelace,8,2420,\"Gold Plan\",Unknown,x,None,,mp-txn-2,0.00,0.00,0.00,0,\
        standard,,confirmed,0,,\n";
    let intake = read_orders(transactions.as_bytes(), &options("USD")).unwrap();
    assert_eq!((intake.detection.source.profile, intake.detection.source.certain), ("memberpress", true));
    let [paid, confirmed] = intake.orders.as_slice() else { panic!("two") };
    assert_eq!((paid.status, shown(paid.total)), (OrderStatus::Paid, "9.00 USD".into()));
    assert_eq!((paid.subscription_id.as_deref(), paid.transaction_id.as_deref()), (Some("1"), Some("pi_1")));
    assert_eq!((confirmed.status, confirmed.processor.as_deref()), (OrderStatus::Pending, None));
    let recurring = "sub_type,id,user_email,gateway,member,first_name,last_name,product_name,first_txn_id,latest_txn_id,\
        expiring_txn_id,txn_count,expires_at,subscr_id,user_id,product_id,coupon_id,price,period,period_type,limit_cycles,\
        limit_cycles_num,limit_cycles_action,prorated_trial,trial,trial_days,trial_amount,status,created_at,total,tax_rate,\
        tax_amount,tax_desc,tax_class,cc_last4,cc_exp_month,cc_exp_year,token,active\n\
        subscription,1,ada@example.com,x,ada,Ada,Lovelace,Gold Plan,1,4,4,4,2022-10-14 23:59:59,sub_1,8,2420,0,9.00,1,months,1,6,\
        expire,0,0,0,0,active,2022-10-07 22:23:48,9.00,0,0.00,,standard,4242,12,2030,tok_hidden,\"<span>Yes</span>\"\n";
    let intake = read_subscriptions(recurring.as_bytes(), &options("USD")).unwrap();
    assert_eq!(
        (intake.detection.source.profile, intake.detection.source.variant),
        ("memberpress", "recurring")
    );
    let ada = &intake.subscriptions[0];
    assert_eq!((ada.payments_made, ada.payment_limit), (Some(4), Some(6)));
    assert_eq!(
        (ada.processor_id.as_deref(), at(ada.next_payment_at)),
        (Some("sub_1"), "2022-10-14T23:59:59Z".into())
    );
    assert_eq!(dropped(&intake.mapping), ["cc_last4", "cc_exp_month", "cc_exp_year", "token"]);
    assert_eq!(intake.issues.count(Code::ColumnDropped), 4);
    assert!(!format!("{:?}{:?}", intake.subscriptions, intake.issues).contains("tok_hidden"));
    let lifetime = "sub_type,id,user_email,gateway,member,first_name,last_name,product_name,first_txn_id,latest_txn_id,\
        expiring_txn_id,txn_count,expires_at,subscr_id,user_id,product_id,coupon_id,price,period,period_type,prorated_trial,\
        trial,trial_days,trial_amount,status,created_at,active\n\
        transaction,1,ada@example.com,x,ada,Ada,Lovelace,Gold Plan,1,1,1,1,0000-00-00 00:00:00,mp-txn-1,8,2420,0,49.00,1,lifetime,\
        0,0,0,0,None,2022-10-07 22:23:48,Yes\n";
    let intake = read_subscriptions(lifetime.as_bytes(), &options("USD")).unwrap();
    assert_eq!(intake.detection.source.variant, "lifetime");
    let ada = &intake.subscriptions[0];
    assert_eq!((ada.interval, ada.current_period_end), (Some(BillingInterval::Lifetime), None));
    assert_eq!((ada.status, intake.issues.is_empty()), (SubscriptionStatus::Unknown, true));
}

#[test]
fn keap_and_memberium_orders() {
    let keap = "id,ContactId,Contact,First Name,Last Name,Title,Co Name,Street Address 1,Street Address 2,City,State,\
        Postal Code,Country,Order Type,Promo Code,Order Title,Order Date,Product Ids,Product Name,Serial,Order Total,\
        Affiliate Id\n\
        501,1234,Ada Lovelace,Ada,Lovelace,,,,,,,,,Online,,Gold,8/3/2017,\"7,9\",\"Gold,Book\",,$49.00,0\n";
    let intake = read_orders(keap.as_bytes(), &options("USD")).unwrap();
    assert_eq!((intake.detection.source.profile, intake.detection.source.certain), ("keap", true));
    let order = &intake.orders[0];
    assert_eq!((order.customer_id.as_deref(), order.name.as_deref()), (Some("1234"), Some("Ada Lovelace")));
    assert_eq!(
        (shown(order.total), at(order.placed_at)),
        ("49.00 USD".into(), "2017-08-03T00:00:00Z".into())
    );
    let memberium = "Product Name,Full Name,Email,User ID,Return,Payment Amount,Payment Date\n\
        Gold,Ada Lovelace,ada@example.com,8,,49.00,Mar 5 2022\n";
    let intake = read_orders(memberium.as_bytes(), &options("USD")).unwrap();
    assert_eq!((intake.detection.source.profile, intake.detection.source.certain), ("memberium", true));
    assert_eq!(at(intake.orders[0].placed_at), "2022-03-05T00:00:00Z");
}

#[test]
fn the_whole_column_decides_what_a_point_is() {
    let read = |cells: &[&str], options: &ReadOptions| {
        let rows: Vec<String> =
            cells.iter().enumerate().map(|(row, cell)| format!("{row};{cell};EUR")).collect();
        let intake =
            read_orders(format!("Order ID;Total;Currency\n{}\n", rows.join("\n")).as_bytes(), options)
                .unwrap();
        let totals: Vec<String> = intake.orders.iter().map(|order| shown(order.total)).collect();
        (totals.join(" | "), intake)
    };
    let plain = ReadOptions::default();
    assert_eq!(read(&["1.234", "5,50"], &plain).0, "1234.00 EUR | 5.50 EUR");
    assert_eq!(read(&["1,234", "5.50"], &plain).0, "1234.00 EUR | 5.50 EUR");
    let (totals, intake) = read(&["1.234", "7"], &plain);
    assert_eq!((totals.as_str(), intake.issues.count(Code::MoneyAmbiguous)), (" | 7.00 EUR", 1));
    assert_eq!(intake.orders[0].custom.get("Total").map(String::as_str), Some("1.234"));
    let comma = ReadOptions { decimal_mark: Some(DecimalMark::Comma), ..ReadOptions::default() };
    assert_eq!(read(&["1.234", "7"], &comma).0, "1234.00 EUR | 7.00 EUR");
    // A column that proves both decides nothing; what is certain of it still holds.
    let (totals, intake) = read(&["1.234", "5,50", "5.50"], &plain);
    assert_eq!((totals.as_str(), intake.issues.count(Code::MoneyAmbiguous)), (" | 5.50 EUR | 5.50 EUR", 1));
    // Decided as three decimals, it is more than a euro has.
    let (totals, intake) = read(&["1.234", "5.50"], &plain);
    assert_eq!((totals.as_str(), intake.issues.count(Code::MoneyInvalid)), (" | 5.50 EUR", 1));
    assert_eq!(intake.orders[0].custom.get("Total").map(String::as_str), Some("1.234"));
}

#[test]
fn what_stands_twice_is_read_once_and_what_shares_an_id_is_reported() {
    let intake = orders(
        "Order ID,Total,Email\n1,EUR 5,ada@example.com\n1,EUR 5,ada@example.com\n1,EUR 6,ada@example.com\n1,EUR -6,ada@example.com\n",
    );
    let kinds: Vec<_> = intake.orders.iter().map(|order| order.kind).collect();
    assert_eq!(kinds, [OrderKind::Sale, OrderKind::Sale, OrderKind::Refund]);
    assert_eq!((intake.stats.kept, intake.stats.repeated, intake.stats.records), (3, 1, 4));
    let said: Vec<String> = intake.issues.iter().map(|issue| issue.to_string()).collect();
    assert!(said[1].contains("the record repeats line 2 in every cell"), "{said:?}");
    assert!(said[2].contains("the record has the id of line 2 and differs from it"), "{said:?}");
}

#[test]
fn nothing_that_cannot_be_read_is_lost() {
    let intake = orders(
        "Order ID,Email,Total,Currency,Date,Status,Quantity\n1,nobody,lots,EUR,some day,odd,few\n2,ada@example.com,5.00,POUNDS,,,\n",
    );
    let kept =
        |order: &Order| order.custom.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>();
    assert_eq!(
        kept(&intake.orders[0]),
        ["Email=nobody", "Total=lots", "Date=some day", "Status=odd", "Quantity=few"]
    );
    assert_eq!(kept(&intake.orders[1]), ["Currency=POUNDS", "Total=5.00"]);
    assert_eq!(
        codes(&intake.issues),
        [
            "source-uncertain",
            "payer-email-invalid",
            "money-invalid",
            "date-invalid",
            "payment-status-unknown",
            "number-invalid",
            "currency-unknown",
            "currency-missing"
        ]
    );
}

#[test]
fn an_export_of_other_records_says_which_function_reads_it() {
    let stripe = "id,Customer ID,Customer Email,Plan,Status,Current Period Start (UTC),Current Period End (UTC),\
        Trial End (UTC),Canceled At (UTC)\nsub_1,cus_1,ada@example.com,p,active,,,,\n";
    let contacts = read_contacts(stripe.as_bytes(), &ReadOptions::default()).unwrap();
    let said = "the columns are those of subscriptions of Stripe, which `read_subscriptions` reads";
    let issue = contacts.issues.iter().find(|issue| issue.code == Code::RecordsOfAnotherKind).unwrap();
    assert_eq!(issue.message, said);
    assert!(contacts.detection.source.reasons.iter().any(|reason| reason == said));
    let keap = "id,ContactId,Contact,Co Name,Order Type,Promo Code,Order Title,Order Date,Product Ids,Order Total\n1,2,,,,,,,,\n";
    let error = read_contacts(keap.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert!(matches!(&error, IntakeError::OtherRecords { source_name: "Keap", .. }), "{error:?}");
    assert!(error.to_string().ends_with("hold no contacts; they are those of orders of Keap"), "{error}");
    let customers = "id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status,Total Spend,Payment Count,\
        Refunded Volume,Dispute Losses\ncus_1,,ada@example.com,Ada,2025-05-05 19:00,false,,active,9.00,1,0.00,0.00\n";
    let plain = read_contacts(customers.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(plain.detection.source.profile, "stripe");
    assert_eq!(plain.issues.count(Code::RecordsOfAnotherKind), 0);
    let asked = read_subscriptions(customers.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(
        asked
            .issues
            .iter()
            .any(|issue| issue.message.ends_with("of contacts of Stripe, which `read_contacts` reads"))
    );
    let people =
        read_orders(b"Email,First Name\nada@example.com,Ada\n", &ReadOptions::default()).unwrap_err();
    assert!(matches!(people, IntakeError::NoPaymentColumn { .. }), "{people:?}");
}

#[test]
fn an_export_without_records_says_what_to_select() {
    let issues = orders("Order ID,Total\n").issues;
    let missing = issues.iter().find(|issue| issue.code == Code::RecordsMissing).unwrap();
    assert_eq!(missing.help(), "export again with a period that has orders");
}

#[test]
fn a_date_that_reads_two_ways_is_kept_as_text_unless_the_column_decides() {
    let read = |dates: [&str; 2]| {
        let [first, second] = dates;
        let intake = orders(&format!("Order ID,Date\n1,{first}\n2,{second}\n"));
        let order = &intake.orders[0];
        (at(order.placed_at), order.custom.get("Date").cloned(), intake.issues.count(Code::DateAmbiguous))
    };
    assert_eq!(read(["3/4/2024", "13/4/2024"]), ("2024-04-03T00:00:00Z".into(), None, 0));
    assert_eq!(read(["3/4/2024", "4/13/2024"]), ("2024-03-04T00:00:00Z".into(), None, 0));
    assert_eq!(read(["3/4/2024", "2024-04-13"]), (String::new(), Some("3/4/2024".into()), 1));
}

#[test]
fn a_record_that_is_set_aside_leaves_no_open_date_or_amount_to_the_next() {
    let intake = orders(&format!(
        "{PAYPAL}\n{}\n{}\n",
        paypal_row([
            "3/4/2024",
            "General Withdrawal",
            "Completed",
            "-1.234",
            "",
            "",
            "1AB",
            "",
            "",
            "",
            "Debit"
        ]),
        paypal_row([
            "2024-04-13",
            "Payment",
            "Completed",
            "5",
            "ada@example.com",
            "",
            "2AB",
            "",
            "",
            "",
            "Credit"
        ]),
    ));
    assert_eq!(
        (at(intake.orders[0].placed_at), shown(intake.orders[0].total)),
        ("2024-04-13T18:12:13Z".into(), "5.00 USD".into())
    );
    assert_eq!(intake.issues.count(Code::MoneyAmbiguous), 0);
}

#[test]
fn a_saved_mapping_is_fitted_to_another_export_and_still_leaves_cards_out() {
    let saved = orders("Order ID,Total,Currency,Note\n1,5.00,EUR,a gift\n").mapping;
    let options = ReadOptions { mapping: Some(saved), ..ReadOptions::default() };
    let read =
        read_orders(b"Total,Card Number,Order ID,Currency\n7.00,4111111111111111,2,EUR\n", &options).unwrap();
    let order = &read.orders[0];
    assert_eq!((order.id.as_deref(), shown(order.total)), (Some("2"), "7.00 EUR".to_owned()));
    assert_eq!(dropped(&read.mapping), ["Card Number"]);
    assert_eq!(
        codes(&read.issues),
        ["source-uncertain", "column-dropped", "mapping-column-missing", "mapping-column-new"]
    );
    assert!(!format!("{read:?}").contains("4111"));
}
