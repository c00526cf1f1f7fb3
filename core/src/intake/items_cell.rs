//! Several things that were ordered, in one cell: `name:Gold|quantity:1;name:Silver|quantity:2`. Knows no columns.

use crate::payment::OrderItem;
use crate::source::ItemsCell;

/// The items of a cell; absent where it cannot be taken apart.
pub(super) fn read(text: &str, shape: ItemsCell) -> Option<Vec<OrderItem>> {
    let items = text.split(shape.between_items).map(str::trim).filter(|item| !item.is_empty());
    let items: Option<Vec<OrderItem>> = items.map(|item| read_item(item, shape.between_parts)).collect();
    items.filter(|items| !items.is_empty())
}

fn read_item(text: &str, between_parts: char) -> Option<OrderItem> {
    let mut item = OrderItem::default();
    for part in text.split(between_parts) {
        let (key, value) = part.split_once(':')?;
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        match key.trim() {
            "product_id" => item.product_id = Some(value.to_owned()),
            "name" => item.name = Some(value.to_owned()),
            "quantity" => item.quantity = Some(value.parse().ok()?),
            _ => {}
        }
    }
    (item.name.is_some() || item.product_id.is_some()).then_some(item)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_taken_apart_and_nothing_is_guessed() {
        let shape = ItemsCell { between_items: ';', between_parts: '|' };
        let read = |text| read(text, shape);
        let item = |id: &str, name: &str, quantity| OrderItem {
            product_id: Some(id.to_owned()),
            name: Some(name.to_owned()),
            quantity: Some(quantity),
        };
        assert_eq!(
            read(
                "product_id:1|name:Gold: yearly|quantity:1|total:38.00|meta:|tax:3.80;product_id:2|name:Book|quantity:3"
            ),
            Some(vec![item("1", "Gold: yearly", 1), item("2", "Book", 3)])
        );
        for text in
            ["Gold", "name:Gold; and more", "quantity:2", "name:Gold|quantity:some", ";", "name:|product_id:"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
