//! A plan.

use ext_php_rs::prelude::*;
use memberferry::ops::TieOptions;
use memberferry::{EnrollmentEvidence, PlanOptions, Purchases, tie_orders};

use crate::boundary::{Bytes, HANDLE, Text, argument, glance, refused, work, written};
use crate::contacts::{Contacts, TagDates};
use crate::payments::Orders;
use crate::site::Site;
use crate::snapshot::Snapshot;

/// A plan: every change that a migration will make.
#[php_class]
#[php(name = "Memberferry\\Native\\Plan", flags = HANDLE)]
pub struct Plan {
    pub inner: memberferry::Plan,
}

#[php_impl]
impl Plan {
    /// Plans the move of contacts to a site's target.
    pub fn build(
        site: &Site,
        contacts: &Contacts,
        snapshot: &Snapshot,
        options: Bytes<'_>,
        ties: Bytes<'_>,
        tag_dates: Option<&TagDates>,
        orders: Option<&Orders>,
    ) -> PhpResult<Self> {
        let (site, contacts, snapshot) = (&*site.inner, &*contacts.inner, &*snapshot.inner);
        let inner = work(|| {
            let (options, ties): (PlanOptions, TieOptions) = (argument(&options)?, argument(&ties)?);
            let purchases = orders.map(|orders| {
                let ties = tie_orders(&orders.inner, contacts, ties.customer_ids);
                Purchases::of_orders(site, &orders.inner, &ties.rows)
            });
            let tag_dates = tag_dates.map(|dates| &*dates.inner);
            let evidence = EnrollmentEvidence { tag_dates, purchases: purchases.as_ref() };
            memberferry::Plan::build_with(site, contacts, evidence, snapshot, &options).map_err(refused)
        })?;
        Ok(Plan { inner })
    }

    /// Some of its bytes, from a place on; none past the end.
    pub fn chunk(&self, first: usize, length: usize) -> PhpResult<Text> {
        glance(|| Text::new(self.inner.chunk(first, length)))
    }

    /// The digest, in hexadecimal digits.
    pub fn digest(&self) -> &str {
        self.inner.digest().as_str()
    }

    /// What the plan says of itself.
    pub fn header(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.header()))
    }

    /// How much of what.
    pub fn summary(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.summary()))
    }

    /// The copy of the site that it is for.
    pub fn environment(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.environment()))
    }

    /// What is worth knowing.
    pub fn issues(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.issues()))
    }

    /// The errors that nobody has waived.
    pub fn blockers(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.blockers().collect::<Vec<_>>()))
    }

    /// The number of operations.
    pub fn length(&self) -> usize {
        self.inner.len()
    }

    /// Some of the operations, from a place on.
    pub fn operations(&self, first: usize, count: usize) -> PhpResult<Text> {
        let places = first..first.saturating_add(count).min(self.inner.len());
        written(|| Ok(places.filter_map(|place| self.inner.operation(place)).collect::<Vec<_>>()))
    }

    /// What another plan does differently.
    pub fn diff(&self, other: &Plan) -> PhpResult<Text> {
        written(|| Ok(self.inner.diff(&other.inner)))
    }
}

/// A plan that is being read back.
#[php_class]
#[php(name = "Memberferry\\Native\\PlanReader", flags = HANDLE)]
pub struct PlanReader {
    bytes: Vec<u8>,
}

#[php_impl]
impl PlanReader {
    pub fn __construct() -> Self {
        PlanReader { bytes: Vec::new() }
    }

    /// Takes the next bytes.
    pub fn push(&mut self, chunk: Bytes<'_>) -> PhpResult<()> {
        work(|| {
            self.bytes.extend_from_slice(&chunk);
            Ok(())
        })
    }

    /// The plan. What is left is empty.
    pub fn finish(&mut self) -> PhpResult<Plan> {
        let bytes = std::mem::take(&mut self.bytes);
        let inner = work(|| memberferry::Plan::from_bytes(&bytes).map_err(refused))?;
        Ok(Plan { inner })
    }
}
