//! Which offerings a shop's product sells. Does not know orders.

use std::collections::{BTreeMap, BTreeSet};

use crate::offering::Offering;
use crate::text::fold;

/// Which offerings each product sells, by its id or its name as shops write them, compared without case.
pub(crate) struct ProductOfferings(BTreeMap<String, BTreeSet<u32>>);

impl ProductOfferings {
    /// By what offerings say of [themselves](Offering::products).
    pub fn new(offerings: &[Offering]) -> Self {
        let mut sellers: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for (index, offering) in (0_u32..).zip(offerings) {
            for product in &offering.products {
                sellers.entry(fold(product)).or_default().insert(index);
            }
        }
        ProductOfferings(sellers)
    }

    /// The offerings that a product sells, by their places, ascending.
    pub fn sold_by(&self, product: &str) -> impl Iterator<Item = u32> + use<'_> {
        self.0.get(&fold(product)).into_iter().flatten().copied()
    }
}
