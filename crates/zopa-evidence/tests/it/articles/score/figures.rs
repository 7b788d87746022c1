//! All figures of all families together, as a table for a reader.

use super::{Attributions, Count, Effects, Ends, Found, Groups};
use super::{attributions, contradictions, drift, effects, ends, hard_negatives, lineage, not_text, origins, pairs};
use crate::articles::gold::Family;
use std::fmt;

/// The figures, pooled over the families that were added.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub says: Attributions,
    pub pairs: Count,
    /// What went wrong with them, for a reader.
    pub pair_misses: Vec<String>,
    /// Look-alikes that were linked, and how many there are.
    pub look_alikes: (usize, usize),
    pub drift: Groups,
    pub contradictions: Groups,
    pub origins: Count,
    pub origin_misses: Vec<String>,
    pub ends: Ends,
    pub lineage: Count,
    /// Edges that the gold has not.
    pub lineage_false: Vec<String>,
    pub effects: Effects,
    pub left_out: Count,
    pub left_out_misses: Vec<String>,
}

impl Figures {
    /// Adds what was found in one family.
    pub fn add(&mut self, family: &Family, found: &Found) {
        attributions(family, found, &mut self.says);
        self.pairs = self.pairs.and(pairs(family, found, &mut self.pair_misses));
        let (linked, there) = hard_negatives(family, found);
        self.look_alikes = (self.look_alikes.0 + linked, self.look_alikes.1 + there);
        self.drift.add(drift(family, found));
        self.contradictions.add(contradictions(family, found));
        self.origins = self.origins.and(origins(family, found, &mut self.origin_misses));
        self.ends = self.ends.clone().and(ends(family, found));
        self.lineage = self.lineage.and(lineage(family, found));
        let known = |(from, to): &(usize, usize)| {
            family.lineage.iter().any(|line| (line.document, line.from) == (*from, Some(*to)))
        };
        let told = |(from, to): &(usize, usize)| {
            format!("{}: {} < {}", family.name, family.documents[*from].file, family.documents[*to].file)
        };
        self.lineage_false.extend(found.lineage.iter().filter(|edge| !known(edge)).map(told));
        effects(family, found, &mut self.effects);
        self.left_out = self.left_out.and(not_text(family, found, &mut self.left_out_misses));
    }

    /// What was found between the documents, in one line: enough to see which family a rule helps or hurts.
    pub fn between(&self) -> String {
        let groups = |name: &str, groups: &Groups| {
            format!("{name} {} of {} at {:.2}", groups.found, groups.there, groups.links.precision())
        };
        let Effects { found, there, false_ones, .. } = &self.effects;
        let (drift, told) = (groups("drift", &self.drift), groups("contradictions", &self.contradictions));
        format!("pairs {:.3}; effects {found} of {there}, {false_ones} false; {drift}; {told}", self.pairs.f1())
    }

    /// What went wrong, a line each.
    pub fn errors(&self) -> String {
        let list = |title: &str, lines: &[String]| format!("== {title}\n{}\n", lines.join("\n"));
        [
            list("attributions", &self.says.misses),
            list("origins", &self.origin_misses),
            list("lineage false", &self.lineage_false),
            list("pairs", &self.pair_misses),
            list("drift missed", &self.drift.missed),
            list("drift false", &self.drift.false_links),
            list("contradictions missed", &self.contradictions.missed),
            list("contradictions false", &self.contradictions.false_links),
            list("effects missed", &self.effects.missed),
            list("effects false", &self.effects.false_told),
            list("left out", &self.left_out_misses),
        ]
        .concat()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let says = &self.says;
        writeln!(f, "attributions        {}", says.all)?;
        writeln!(f, "  with source       {}", says.with_source)?;
        writeln!(f, "  direct            {}", says.direct)?;
        for (kind, count) in &says.recall {
            writeln!(f, "  {kind:8} recall   {:.3} ({} of {})", count.recall(), count.right, count.there)?;
        }
        for (name, count) in
            [("chains", says.chains), ("relays", says.relays), ("cues", says.cues), ("acts", says.acts)]
        {
            writeln!(f, "  {name:8} right    {:.3} ({} of {})", count.recall(), count.right, count.there)?;
        }
        writeln!(f, "pairs               {}", self.pairs)?;
        writeln!(f, "  look-alikes       {} of {} linked", self.look_alikes.0, self.look_alikes.1)?;
        writeln!(f, "lineage             {}", self.lineage)?;
        let effects = &self.effects;
        writeln!(f, "effects             {} of {}, {} false", effects.found, effects.there, effects.false_ones)?;
        for (name, groups) in [("drift", &self.drift), ("contradictions", &self.contradictions)] {
            let (found, there, apparent) = (groups.found, groups.there, groups.apparent);
            writeln!(f, "{name:19} {found} of {there} groups; links {}; {apparent} apparent only", groups.links)?;
        }
        writeln!(f, "origins             {}", self.origins)?;
        writeln!(f, "ends                {}", self.ends.named)?;
        writeln!(f, "  of one            {}", self.ends.joined)?;
        writeln!(f, "left out            {}", self.left_out)
    }
}
