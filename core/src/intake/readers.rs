//! The readers that callers hold: one for each kind of records, and a function for an input that is there as a whole.
//! Each is the push reader with its kind of rows. Knows no step of a reading.

use super::detection::Detection;
use super::encoding::SAMPLE_BYTES;
use super::error::IntakeError;
use super::mapping::Mapping;
use super::options::ReadOptions;
use super::payment_rows::PaymentRows;
use super::reader::PushReader;
use super::result::{Intake, OrderIntake, ReadProgress, SubscriptionIntake};
use super::rows::Rows;
use super::sheet::{Sheet, SheetRows};
use crate::payment::{Order, Subscription};

macro_rules! push_readers {
    ($($(#[$doc:meta])* $name:ident: $rows:ty => $answer:ty;)*) => {
        $(
            $(#[$doc])*
            pub struct $name(PushReader<$rows>);

            impl $name {
                /// A reader.
                ///
                /// # Errors
                /// [`IntakeError`] where the options name a source or an encoding that is not known.
                pub fn new(options: ReadOptions) -> Result<Self, IntakeError> {
                    PushReader::new(options).map($name)
                }

                /// Takes the next bytes.
                ///
                /// # Errors
                /// [`IntakeError`] where the input cannot be read; the same error is given from then on.
                pub fn push(&mut self, chunk: &[u8]) -> Result<(), IntakeError> {
                    self.0.push(chunk)
                }

                /// How far the reading is. All but the bytes stay at 0 until the first MiB has come, or all of a
                /// smaller input.
                pub fn progress(&self) -> ReadProgress {
                    self.0.progress()
                }

                /// Ends the input, at its end or earlier: what was pushed is then read as if there were no more. A record
                /// that was cut off is read as far as it came; one cut off within quotes is set aside
                /// (`quote-unclosed`).
                ///
                /// # Errors
                /// [`IntakeError`] where the input cannot be read: it is empty, not text, or has no header or none of
                /// the columns that its records need.
                pub fn finish(self) -> Result<$answer, IntakeError> {
                    self.0.finish()
                }
            }

            impl std::fmt::Debug for $name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.debug_struct(stringify!($name)).field("progress", &self.progress()).finish_non_exhaustive()
                }
            }
        )*
    };
}

push_readers! {
    /// Reads contacts from bytes that come in chunks.
    ///
    /// The result is the same for every way of cutting the input into chunks. After each chunk
    /// [`ContactReader::progress`] says how far it is; how large the input is, its host knows. To stop early, drop the
    /// reader, or call [`ContactReader::finish`] for what was read up to there.
    ///
    /// ```
    /// use memberferry::{ContactReader, ReadOptions};
    /// let export = b"Email\nada@example.com\n".repeat(100_000);
    /// let mut reader = ContactReader::new(ReadOptions::default())?;
    /// for chunk in export.chunks(64 << 10) {
    ///     reader.push(chunk)?;
    ///     let percent = 100 * reader.progress().bytes / export.len() as u64;
    ///     if percent > 80 {
    ///         break; // the person who waits has seen enough
    ///     }
    /// }
    /// let read = reader.progress();
    /// assert!(read.records > 0 && read.records == read.kept + read.set_aside);
    /// # Ok::<(), memberferry::IntakeError>(())
    /// ```
    ///
    /// ```
    /// use memberferry::{ContactReader, ReadOptions};
    /// let mut reader = ContactReader::new(ReadOptions::default())?;
    /// for chunk in [b"Email,First Na".as_slice(), b"me\nada@example.com,Ada\n"] {
    ///     reader.push(chunk)?;
    /// }
    /// let intake = reader.finish()?;
    /// assert_eq!(intake.contacts.get(0).and_then(|ada| ada.first_name()), Some("Ada"));
    /// # Ok::<(), memberferry::IntakeError>(())
    /// ```
    ContactReader: Rows => Intake;

    /// Reads orders from bytes that come in chunks, as [`ContactReader`] reads contacts.
    ///
    /// ```
    /// use memberferry::{OrderReader, ReadOptions};
    /// let mut reader = OrderReader::new(ReadOptions::default())?;
    /// for chunk in [b"Order ID,Email,Tot".as_slice(), b"al\n17,ada@example.com,EUR 49.00\n"] {
    ///     reader.push(chunk)?;
    /// }
    /// let total = reader.finish()?.orders[0].total;
    /// assert_eq!(total.map(|total| total.minor_units()), Some(4_900));
    /// # Ok::<(), memberferry::IntakeError>(())
    /// ```
    OrderReader: PaymentRows<Order> => OrderIntake;

    /// Reads subscriptions from bytes that come in chunks, as [`ContactReader`] reads contacts.
    ///
    /// ```
    /// use memberferry::{ReadOptions, SubscriptionReader, SubscriptionStatus};
    /// let mut reader = SubscriptionReader::new(ReadOptions::default())?;
    /// reader.push(b"Subscription ID,Email,Status\ns-1,ada@example.com,paused\n")?;
    /// assert_eq!(reader.finish()?.subscriptions[0].status, SubscriptionStatus::Paused);
    /// # Ok::<(), memberferry::IntakeError>(())
    /// ```
    SubscriptionReader: PaymentRows<Subscription> => SubscriptionIntake;

    /// Keeps the records of bytes that come in chunks, as [`ContactReader`] reads contacts; its errors are the same but for a column of
    /// addresses, which it does not need.
    ///
    /// ```
    /// use memberferry::{ReadOptions, SheetReader};
    /// let mut reader = SheetReader::new(ReadOptions::default())?;
    /// reader.push(b"Email\nnobody\n")?;
    /// assert_eq!(reader.finish()?.len(), 1);
    /// # Ok::<(), memberferry::IntakeError>(())
    /// ```
    SheetReader: SheetRows => Sheet;
}

/// Reads contacts from an input that is there as a whole.
///
/// # Errors
/// [`IntakeError`] where the input cannot be read at all; what is wrong with single records is an issue.
///
/// ```
/// use memberferry::{ReadOptions, read_contacts};
/// let intake = read_contacts(b"Email;Tags\nada@example.com;VIP\nnobody\n", &ReadOptions::default())?;
/// assert_eq!(intake.contacts.len(), 1);
/// assert_eq!(intake.issues.iter().last().map(|issue| issue.code.name()), Some("email-invalid"));
/// assert!(intake.set_aside_csv().starts_with("Email,Tags,memberferry_line,memberferry_reasons\r\nnobody,,3,email-invalid"));
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub fn read_contacts(input: &[u8], options: &ReadOptions) -> Result<Intake, IntakeError> {
    let mut reader = ContactReader::new(options.clone())?;
    reader.push(input)?;
    reader.finish()
}

/// Finds out what an input is without reading more than its first records.
///
/// # Errors
/// As [`read_contacts`], but for what only the rest of the input would show.
pub fn detect(input: &[u8], options: &ReadOptions) -> Result<(Detection, Mapping), IntakeError> {
    let mut reader = ContactReader::new(options.clone())?;
    let sample = input.get(..SAMPLE_BYTES).unwrap_or(input);
    reader.push(sample)?;
    let intake = reader.finish()?;
    Ok((intake.detection, intake.mapping))
}

/// Reads orders from an input that is there as a whole: what was sold, what was given back, and what became of it.
///
/// # Errors
/// [`IntakeError`] where the input cannot be read at all; what is wrong with single records is an issue.
///
/// ```
/// use memberferry::{OrderStatus, ReadOptions, read_orders};
/// let export = b"Order ID,Customer Email,Total,Status\n17,ada@example.com,\"EUR 1.049,50\",paid\n";
/// let intake = read_orders(export, &ReadOptions::default())?;
/// let order = &intake.orders[0];
/// assert_eq!(order.total.map(|total| total.to_string()).as_deref(), Some("1049.50 EUR"));
/// assert_eq!(order.status, OrderStatus::Paid);
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub fn read_orders(input: &[u8], options: &ReadOptions) -> Result<OrderIntake, IntakeError> {
    let mut reader = OrderReader::new(options.clone())?;
    reader.push(input)?;
    reader.finish()
}

/// Reads subscriptions from an input that is there as a whole. Nothing is charged by it: what the source says is
/// written down.
///
/// # Errors
/// [`IntakeError`] where the input cannot be read at all; what is wrong with single records is an issue.
///
/// ```
/// use memberferry::{ReadOptions, SubscriptionStatus, read_subscriptions};
/// let export = b"Subscription ID,Email,Status,Amount,Currency,Interval\ns-1,ada@example.com,past due,9.00,eur,month\n";
/// let intake = read_subscriptions(export, &ReadOptions::default())?;
/// assert_eq!(intake.subscriptions[0].status, SubscriptionStatus::PastDue);
/// assert_eq!(intake.subscriptions[0].price.map(|price| price.to_string()).as_deref(), Some("9.00 EUR"));
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub fn read_subscriptions(input: &[u8], options: &ReadOptions) -> Result<SubscriptionIntake, IntakeError> {
    let mut reader = SubscriptionReader::new(options.clone())?;
    reader.push(input)?;
    reader.finish()
}
