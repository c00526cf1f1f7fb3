//! What a target holds once a plan was carried out, as far as the plan says. Does not know how it is carried out.

use super::{CarriedOut, Plan, PlanError, Snapshot, planned_users};

impl Plan {
    /// The users of a target once the whole plan was carried out on it, if nobody else changes anything. The target may be as the plan found
    /// it, or anywhere on the way. Users whom the plan creates have the id `new`: the target gives them their own.
    ///
    /// ```
    /// use memberferry::{Contact, Contacts, Email, Plan, PlanOptions, Site, Snapshot, reconcile};
    /// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    ///     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}}"#)?;
    /// let ada = Email::new("ada@example.com")?;
    /// let contacts: Contacts = [Contact::new(ada.clone())].into_iter().collect();
    /// let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
    /// options.import_all_contacts = true;
    /// let before = Snapshot::default();
    /// let plan = Plan::build(&site, &contacts, &before, &options)?;
    /// let after = plan.foreseen(&before)?;
    /// assert!(after.find(&ada).is_some());
    /// assert!(reconcile(&plan, &after).ok);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`PlanError::Internal`], which is a mistake of this library.
    pub fn foreseen(&self, target: &Snapshot) -> Result<Snapshot, PlanError> {
        let mut users = target.walk();
        let mut planned = planned_users(self, |_| CarriedOut::Yes).peekable();
        let foreseen = std::iter::from_fn(|| {
            loop {
                let Some(next) = planned.peek() else { return users.next_any()?.user() };
                if let Some(untouched) = users.next_before(&next.key) {
                    return untouched.user();
                }
                let before = users.take(&next.key).and_then(|user| user.user());
                if let Some(after) = planned.next()?.after(before) {
                    return Some(after);
                }
            }
        });
        Snapshot::from_users(foreseen)
    }
}
