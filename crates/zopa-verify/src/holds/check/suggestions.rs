//! Are the suggestions for each window those that would close it, with what else each would do?

use super::super::Twin;
use super::super::closings::{Effect, Way};
use super::super::exchanges::Window;
use super::Desk;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::PartyId;
use zopa_finding::{Closing, Means};

/// A suggestion, with the parties that could hold what is handed over.
type Suggested = (Way, BTreeSet<PartyId>);

/// What a suggestion would do, reading by reading; `None` where it is not one.
type Effects = Vec<Option<Effect>>;

impl Twin<'_> {
    pub(super) fn suggestions(&mut self, desk: &Desk<'_>) {
        for entry in &desk.said.windows {
            if let Some(window) = self.read_window(entry) {
                self.suggested(desk, &window, entry);
            }
        }
    }

    fn suggested(&mut self, desk: &Desk<'_>, window: &Window, entry: &zopa_finding::Window) {
        let right = self.right(desk, window);
        let mut given: BTreeMap<Suggested, Vec<&Closing>> = BTreeMap::new();
        for closing in &entry.closings {
            let finding = format!("window {}: {:?}", entry.id, closing.means);
            match self.read_means(&closing.means) {
                Some(means) if right.contains_key(&means) => given.entry(means).or_default().push(closing),
                Some(_) => self.refute(&finding, "would not close it, is not the weakest, or is not as described"),
                None => self.refute(&finding, "names what is not in the case"),
            }
        }
        for (means, effects) in &right {
            let finding = format!("window {}: {}", entry.id, self.means(means));
            match given.get(means).map(Vec::as_slice) {
                None => self.refute(&finding, "is missing"),
                Some([one]) => self.one_entry(&finding, desk, one, effects),
                Some(several) => self.several(&finding, desk, several, effects),
            }
        }
    }

    /// The suggestions of each reading.
    fn right(&self, desk: &Desk<'_>, window: &Window) -> BTreeMap<Suggested, Effects> {
        let mut right: BTreeMap<Suggested, Effects> = BTreeMap::new();
        // All who promise, in some reading or other, and the parties of bodies that do.
        let behind = desk.places.iter().filter_map(|place| place.moment.windows.as_ref()?.get(window));
        let mut promising: BTreeSet<PartyId> = behind.flat_map(|backing| backing.promising.iter().copied()).collect();
        let of = promising.iter().filter_map(|party| self.case.parties.row(*party)?.of);
        promising.extend(of.collect::<Vec<_>>());
        for (reading, place) in desk.places.iter().enumerate() {
            for (way, effect) in place.closings.get(window).into_iter().flatten() {
                let with = match way {
                    Way::Escrow(_) => self.on_neither_side(window, &promising),
                    _ => BTreeSet::new(),
                };
                let effects = right.entry((way.clone(), with)).or_insert_with(|| vec![None; desk.places.len()]);
                if let Some(there) = effects.get_mut(reading) {
                    *there = Some(effect.clone());
                }
            }
        }
        right
    }

    /// Parties, not bodies, that take none of these steps, are not the party of a body that does, and promise nothing.
    fn on_neither_side(&self, (step, until): &Window, promising: &BTreeSet<PartyId>) -> BTreeSet<PartyId> {
        let of = |row: &usize| self.case.space.steps.values().nth(*row).map(|step| step.by.clone()).unwrap_or_default();
        let takers: BTreeSet<PartyId> = until.iter().chain([step]).flat_map(of).collect();
        let parties_of = takers.iter().filter_map(|taker| self.case.parties.row(*taker)).filter_map(|taker| taker.of);
        let parties_of: BTreeSet<PartyId> = parties_of.collect();
        let beside = |id: &PartyId| !takers.contains(id) && !parties_of.contains(id) && !promising.contains(id);
        let parties = self.case.parties.iter().filter(|(_, party)| party.of.is_none());
        parties.map(|(id, _)| id).filter(beside).collect()
    }

    fn read_means(&self, means: &Means) -> Option<Suggested> {
        let two = |(a, b): &(String, String)| Some((self.row(a)?, self.row(b)?));
        Some(match means {
            Means::Order { pairs } => {
                let read: BTreeSet<_> = pairs.iter().map(two).collect::<Option<_>>()?;
                (read.len() == pairs.len()).then_some((Way::Order(read), BTreeSet::new()))?
            }
            Means::AtOneMoment { steps } => {
                let (step, other) = two(steps)?;
                (Way::AtOneMoment(step, other), BTreeSet::new())
            }
            Means::Parts { steps } => {
                let (step, other) = two(steps)?;
                (Way::Parts(step, other), BTreeSet::new())
            }
            Means::Escrow { step, with } => {
                let party =
                    |name: &String| self.case.parties.iter().find(|(_, party)| party.name == *name).map(|(id, _)| id);
                (Way::Escrow(self.row(step)?), with.iter().map(party).collect::<Option<_>>()?)
            }
        })
    }

    fn means(&self, (way, with): &Suggested) -> String {
        match way {
            Way::Order(pairs) => pairs.iter().map(|pair| self.pair(*pair)).collect::<Vec<_>>().join(" and "),
            Way::AtOneMoment(step, other) => format!("{} and {} at one moment", self.name(*step), self.name(*other)),
            Way::Parts(step, other) => format!("{} and {} in parts", self.name(*step), self.name(*other)),
            Way::Escrow(step) => {
                let parties = self.case.parties.iter().filter(|(id, _)| with.contains(id));
                let parties: Vec<&str> = parties.map(|(_, party)| party.name.as_str()).collect();
                format!("{} held by one of {parties:?}", self.name(*step))
            }
        }
    }

    /// One entry for all readings: what it would do in some of them.
    fn one_entry(&mut self, finding: &str, desk: &Desk<'_>, given: &Closing, effects: &Effects) {
        let so: Vec<bool> = effects.iter().map(Option::is_some).collect();
        self.presence(finding, &given.presence, &so);
        let mut all = Effect::default();
        for effect in effects.iter().flatten() {
            all.closes.extend(effect.closes.iter().cloned());
            all.opens.extend(effect.opens.iter().cloned());
        }
        for (what, ids, right) in [("closes", &given.closes, &all.closes), ("opens", &given.opens, &all.opens)] {
            let listed = self.by_id(desk, ids);
            self.require(listed.as_ref() == Some(right), finding, || {
                format!("what it {what} is not what is listed: {ids:?}")
            });
            if listed.as_ref() != Some(right) {
                let right = self.window_names(right);
                self.refute(finding, format!("it {what} {right}"));
            }
        }
    }

    /// One entry for each thing it would do.
    fn several(&mut self, finding: &str, desk: &Desk<'_>, given: &[&Closing], effects: &Effects) {
        let mut entries = Vec::new();
        for closing in given {
            let effect = self.by_id(desk, &closing.closes).zip(self.by_id(desk, &closing.opens));
            let effect = effect.map(|(closes, opens)| Effect { closes, opens });
            let so = effects.iter().map(|there| there.is_some() && *there == effect).collect();
            entries.push((&closing.presence, so));
        }
        self.in_turn(finding, &entries, &effects.iter().map(Option::is_some).collect::<Vec<bool>>());
    }

    /// The windows of these ids; `None` where one is unknown or stands twice.
    fn by_id(&self, desk: &Desk<'_>, ids: &[String]) -> Option<BTreeSet<Window>> {
        let window = |id: &String| desk.said.windows.iter().find(|window| window.id == *id);
        let windows: Option<BTreeSet<Window>> = ids.iter().map(|id| self.read_window(window(id)?)).collect();
        windows.filter(|windows| windows.len() == ids.len())
    }
}
