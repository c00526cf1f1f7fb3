//! When contacts first and last paid for offerings, told from orders. Does not know how an order was read, nor whose it is.

use crate::Instant;
use crate::payment::{Order, PaidOrders};
use crate::site::{ProductOfferings, Site};

/// When contacts first and last paid for the offerings of a site: by the contact's place in its table and the offering's in the site.
///
/// An order speaks of an offering where one of its items is a product that [sells it](crate::Offering::products), by id or by name.
/// It is evidence where it was paid and not given back: neither by its own status nor by a refund or a dispute of the whole of it that
/// stands among the same orders. Its date is when it was paid, or else when it was placed.
///
/// ```
/// use memberferry::{Order, OrderItem, OrderStatus, Purchases, Site};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
///     {"id": "watercolour", "name": "Watercolour", "products": ["Watercolour Course"]}]}"#)?;
/// let order = Order {
///     status: OrderStatus::Paid,
///     paid_at: "2024-05-01T00:00:00Z".parse().ok(),
///     items: vec![OrderItem { name: Some("WATERCOLOUR course".into()), ..OrderItem::default() }],
///     ..Order::default()
/// };
/// let purchases = Purchases::of_orders(&site, &[order], &[Some(7)]);
/// assert_eq!(purchases.first(7, 0), "2024-05-01T00:00:00Z".parse().ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purchases {
    /// By row, then offering; each pair once.
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    row: u32,
    offering: u32,
    first: Instant,
    last: Instant,
}

impl Purchases {
    /// The first purchases among orders. `rows` says whose each order is, as [`Ties::rows`](crate::Ties::rows) of
    /// [`tie_orders`](crate::tie_orders) does; an order that is nobody's says nothing.
    pub fn of_orders(site: &Site, orders: &[Order], rows: &[Option<usize>]) -> Self {
        let products = ProductOfferings::new(site.offerings());
        let paid = PaidOrders::among(orders);
        let mut entries = Vec::new();
        for (order, row) in orders.iter().zip(rows) {
            let row = row.and_then(|row| u32::try_from(row).ok());
            let at = order.paid_at.or(order.placed_at);
            let (Some(row), Some(at)) = (row, at) else { continue };
            if paid.holds(order) {
                let words = order.items.iter().flat_map(|item| [&item.product_id, &item.name]).flatten();
                let sold = words.flat_map(|word| products.sold_by(word));
                entries.extend(sold.map(|offering| Entry { row, offering, first: at, last: at }));
            }
        }
        Purchases { entries: united(entries) }
    }

    /// When a contact first paid for an offering, both by their places, if they did.
    pub fn first(&self, row: usize, offering: usize) -> Option<Instant> {
        self.entry(row, offering).map(|entry| entry.first)
    }

    /// When a contact last paid for an offering, both by their places, if they did.
    pub fn last(&self, row: usize, offering: usize) -> Option<Instant> {
        self.entry(row, offering).map(|entry| entry.last)
    }

    fn entry(&self, row: usize, offering: usize) -> Option<&Entry> {
        self.entries_of(row).find(|entry| entry.offering as usize == offering)
    }

    /// What a contact paid for: the offerings by their places in the site, ascending, each with when first and when last.
    pub fn of(&self, row: usize) -> impl Iterator<Item = (usize, Instant, Instant)> {
        self.entries_of(row).map(|entry| (entry.offering as usize, entry.first, entry.last))
    }

    fn entries_of(&self, row: usize) -> impl Iterator<Item = &Entry> {
        let start = self.entries.partition_point(|entry| (entry.row as usize) < row);
        let rest = self.entries.get(start..).unwrap_or_default().iter();
        rest.take_while(move |entry| entry.row as usize == row)
    }

    /// Whether nobody is known to have paid for anything.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The same for contacts that stand elsewhere; those that are not found are left out.
    pub(crate) fn moved(&self, row: impl Fn(usize) -> Option<usize>) -> Purchases {
        let moved = |entry: &Entry| {
            let row = u32::try_from(row(entry.row as usize)?).ok()?;
            Some(Entry { row, ..*entry })
        };
        Purchases { entries: united(self.entries.iter().filter_map(moved).collect()) }
    }
}

/// One entry for each row and offering, in their order.
fn united(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_unstable();
    entries.dedup_by(|later, kept| {
        let same = (later.row, later.offering) == (kept.row, kept.offering);
        if same {
            kept.last = kept.last.max(later.last);
        }
        same
    });
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Currency, Money, OrderItem, OrderKind, OrderStatus};

    fn site() -> Site {
        let text = br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
            {"id": "free", "name": "Free"},
            {"id": "w", "name": "Watercolour", "products": ["prod_1", "Watercolour & Ink"]},
            {"id": "all", "name": "Everything", "products": ["PROD_1"]}]}"#;
        Site::from_json(text).unwrap()
    }

    fn sale(id: &str, day: u8, status: OrderStatus) -> Order {
        let item = OrderItem { product_id: Some("prod_1".into()), ..OrderItem::default() };
        Order {
            id: Some(id.into()),
            status,
            paid_at: format!("2024-05-{day:02}T00:00:00Z").parse().ok(),
            total: money(100),
            items: vec![item],
            ..Order::default()
        }
    }

    fn money(minor_units: i64) -> Option<Money> {
        Money::new(minor_units, Currency::new("EUR").unwrap()).ok()
    }

    fn refund(of: &str, refunded: Option<Money>) -> Order {
        let refund_of = Some(of.to_owned());
        Order {
            kind: OrderKind::Refund,
            status: OrderStatus::Refunded,
            refund_of,
            refunded,
            ..Order::default()
        }
    }

    /// The day of the first purchase of Watercolour by the contact whose all orders are.
    fn first(orders: &[Order]) -> Option<String> {
        let rows = vec![Some(4); orders.len()];
        let purchases = Purchases::of_orders(&site(), orders, &rows);
        assert_eq!(purchases.first(4, 0), None);
        assert_eq!(purchases.first(3, 1), None);
        assert_eq!(purchases.first(4, 1), purchases.first(4, 2));
        purchases.first(4, 1).map(|at| at.to_string())
    }

    #[test]
    fn the_earliest_order_that_was_paid_counts() {
        let orders = [
            sale("a", 1, OrderStatus::Failed),
            sale("b", 2, OrderStatus::Refunded),
            sale("c", 3, OrderStatus::Pending),
            sale("d", 6, OrderStatus::Paid),
            sale("e", 5, OrderStatus::PartiallyRefunded),
        ];
        assert_eq!(first(&orders).as_deref(), Some("2024-05-05T00:00:00Z"));
        let purchases = Purchases::of_orders(&site(), &orders, &[Some(4); 5]);
        let last = |purchases: &Purchases, row| purchases.last(row, 1).map(|at| at.to_string());
        assert_eq!(last(&purchases, 4).as_deref(), Some("2024-05-06T00:00:00Z"));
        let moved = purchases.moved(|row| Some(row + 1));
        assert_eq!(last(&moved, 5).as_deref(), Some("2024-05-06T00:00:00Z"));
        assert_eq!(first(&orders[..3]), None);
    }

    #[test]
    fn what_went_back_as_a_whole_is_no_evidence_and_a_part_does_no_harm() {
        let with = |more: &[Order]| first(&[&[sale("a", 1, OrderStatus::Paid)], more].concat());
        assert!(with(&[refund("a", money(40))]).is_some());
        assert_eq!(with(&[refund("a", money(40)), refund("a", money(60))]), None);
        assert_eq!(with(&[refund("a", None)]), None);
        assert!(with(&[refund("b", money(100))]).is_some());
        assert!(with(&[Order { status: OrderStatus::Failed, ..refund("a", money(100)) }]).is_some());
    }

    #[test]
    fn an_order_without_a_date_or_an_owner_says_nothing() {
        let undated = Order { paid_at: None, ..sale("a", 1, OrderStatus::Paid) };
        assert_eq!(first(std::slice::from_ref(&undated)), None);
        let placed = Order { placed_at: "2024-04-01T00:00:00Z".parse().ok(), ..undated };
        assert_eq!(first(&[placed]).as_deref(), Some("2024-04-01T00:00:00Z"));
        let nobodys = Purchases::of_orders(&site(), &[sale("a", 1, OrderStatus::Paid)], &[None]);
        assert!(nobodys.is_empty());
    }
}
