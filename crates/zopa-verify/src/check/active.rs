//! Is a limit said to be active in no reading exactly where nothing carries it in any?

use super::desk::Desk;
use zopa_finding::Limit;

impl Desk<'_> {
    pub(super) fn inactive(&mut self, limits: &[Limit]) {
        for limit in limits {
            let row = self.case.limits.iter().find(|(_, row)| row.name == limit.name).map(|(id, _)| id);
            let Some(row) = row else { continue };
            let carried = self.carriers.get(&row).is_some_and(|claims| !claims.is_empty());
            self.require(carried != limit.inactive, &limit.name, || match carried {
                true => "said to be active in no reading, and active in some".to_owned(),
                false => "active in no reading, which is not said".to_owned(),
            });
        }
    }
}
