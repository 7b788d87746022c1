//! Which wrong definitions? Each as it could be made by mistake, in the place where it would be.
//!
//! A plant changes a definition everywhere it is written down outside the second opinion, so that it is not caught merely
//! because two places disagree.

/// One wrong definition.
pub(super) struct Plant {
    /// A short name.
    pub(super) name: &'static str,
    /// What it gets wrong.
    pub(super) says: &'static str,
    /// What is planted.
    pub(super) edits: &'static [Edit],
}

/// One replacement: the text stands exactly once in the file.
pub(super) struct Edit {
    /// Path from the root of the workspace.
    pub(super) file: &'static str,
    /// What stands there.
    pub(super) stands: &'static str,
    /// What is planted.
    pub(super) planted: &'static str,
}

const AS_OF: &str = "crates/zopa-case/src/as_of.rs";
const CLAIMS: &str = "crates/zopa-case/src/resolve/claims.rs";
const EQUAL: &str = "crates/zopa-case/src/equal.rs";
const HELD: &str = "crates/zopa-case/src/held.rs";
const LIMITS: &str = "crates/zopa-case/src/limits.rs";
const CHANGE: &str = "crates/zopa-analysis/src/change.rs";
const EARLIER: &str = "crates/zopa-analysis/src/since/earlier.rs";
const KNOT: &str = "crates/zopa-analysis/src/knot.rs";
const LOCAL: &str = "crates/zopa-analysis/src/local.rs";
const ORACLE: &str = "crates/zopa-analysis/src/oracle.rs";
const ENCODE: &str = "crates/zopa-analysis/src/oracle/encode.rs";
const READINGS: &str = "crates/zopa-analysis/src/readings.rs";
const RECORD: &str = "crates/zopa-analysis/src/record.rs";
const SET: &str = "crates/zopa-analysis/src/set.rs";

/// Those of one room stand together: what is built for one serves the next.
pub(super) const PLANTS: &[Plant] = &[
    Plant {
        name: "body-bound-always",
        says: "a body's limit binds whether its gate is taken or not",
        edits: &[Edit { file: LIMITS, stands: "[holder].of.is_none()", planted: "[holder].of.is_none() || true" }],
    },
    Plant {
        name: "retold-counted-twice",
        says: "a limit told by two claims is two limits",
        edits: &[Edit {
            file: LIMITS,
            stands: "merged.get_mut(place)",
            planted: "merged.get_mut(place).filter(|(_, _, same)| same.iter().any(|told| told.support.claim == piece.support.claim))",
        }],
    },
    Plant {
        name: "superseded-held",
        says: "a superseded claim is held beside the one that superseded it",
        edits: &[Edit { file: HELD, stands: "claims[*old] = false;", planted: "claims[*old] = answered[*old];" }],
    },
    Plant {
        name: "wish-counted",
        says: "a wish is a limit whether wishes are counted or not",
        edits: &[Edit {
            file: HELD,
            stands: "!self.wish || held.wishes",
            planted: "!self.wish || held.wishes || held.claims[self.claim]",
        }],
    },
    Plant {
        name: "copy-has-a-voice",
        says: "what a copy says in its own voice is an origin of its own",
        edits: &[Edit {
            file: CLAIMS,
            stands: "let Some(copied) = self.sources[first].copies else",
            planted: "let Some(copied) = self.sources[first].copies.and(None) else",
        }],
    },
    Plant {
        name: "before-if-both",
        says: "`S before T` is true only where both are taken",
        edits: &[
            Edit {
                file: EQUAL,
                stands: "!self.taken(*a) || !self.taken(*b) || self.earlier(*a, *b)",
                planted: "self.taken(*a) && self.taken(*b) && self.earlier(*a, *b)",
            },
            Edit {
                file: ORACLE,
                stands: "!taken(*a) || !taken(*b) || earlier(*a, *b)",
                planted: "taken(*a) && taken(*b) && earlier(*a, *b)",
            },
            Edit {
                file: ENCODE,
                stands: "self.any_of(&[!self.steps[*a], !self.steps[*b], in_order])",
                planted: "!self.any_of(&[!self.steps[*a], !self.steps[*b], !in_order])",
            },
        ],
    },
    Plant {
        name: "only-after-if-never",
        says: "`T only after S` is true where S never happens",
        edits: &[
            Edit {
                file: EQUAL,
                stands: "(self.taken(*b) && self.earlier(*b, *a))",
                planted: "!self.taken(*b) || self.earlier(*b, *a)",
            },
            Edit { file: ORACLE, stands: "(taken(*b) && earlier(*b, *a))", planted: "!taken(*b) || earlier(*b, *a)" },
            Edit {
                file: ENCODE,
                stands: "self.any_of(&[!self.steps[*a], earlier])",
                planted: "self.any_of(&[!self.steps[*a], !self.steps[*b], earlier])",
            },
        ],
    },
    Plant {
        name: "order-partial",
        says: "of two steps taken neither need come first",
        edits: &[Edit {
            file: ENCODE,
            stands: "self.earlier.insert((*b, *a), !lit);",
            planted: "let back = self.fresh(); self.clause(&[!lit, !back]); self.earlier.insert((*b, *a), back);",
        }],
    },
    Plant {
        name: "order-in-circles",
        says: "the order of steps may run in a circle",
        edits: &[Edit {
            file: ENCODE,
            stands: "self.clause(&[!ab, !bc, ac]);",
            planted: "self.clause(&[!ab, !bc, ac, self.truth]);",
        }],
    },
    Plant {
        name: "opening-not-minimal",
        says: "an opening may hold limits that need not change",
        edits: &[Edit {
            file: SET,
            stands: "are_needed_beside(&alone, *element)",
            planted: "are_needed_beside(&alone, *element) || !alone.is_empty()",
        }],
    },
    Plant {
        name: "first-answer-taken",
        says: "the first answer of a question is taken as so",
        edits: &[Edit {
            file: READINGS,
            stands: "q.switch && !fixed(*id)",
            planted: "q.switch && !fixed(*id) && q.kind != zopa_case::QuestionKind::Stated",
        }],
    },
    Plant {
        name: "denial-ignored",
        says: "a denied claim is taken as reported",
        edits: &[Edit {
            file: READINGS,
            stands: "q.switch && !fixed(*id)",
            planted: "q.switch && !fixed(*id) && !matches!(q.kind, zopa_case::QuestionKind::Denial(_))",
        }],
    },
    Plant {
        name: "origin-per-document",
        says: "every document that carries a claim is an origin of it",
        edits: &[Edit { file: RECORD, stands: "origin_count(claim),", planted: "reports(case, claim).len() as u32," }],
    },
    Plant {
        name: "rule-relaxed",
        says: "a contested rule can be given up like a limit",
        edits: &[Edit { file: LOCAL, stands: "clash.difference(&self.rules)", planted: "clash.ones()" }],
    },
    Plant {
        name: "enough-by-smallest",
        says: "who could open it is read off the smallest opening",
        edits: &[
            Edit {
                file: LOCAL,
                stands: "hitting_sets(&held_by(case, clashes.iter()), case.parties.len(), CAP).unwrap_or_default()",
                planted: "{
        let openings = hitting_sets(clashes, clashes.first().map_or(0, |clash| clash.len()), CAP).unwrap_or_default();
        let least = openings.iter().map(|set| set.count_ones(..)).min();
        minimal(openings.iter().filter(|set| Some(set.count_ones(..)) == least).map(|set| holders(case, set)).collect())
    }",
            },
            Edit {
                file: KNOT,
                stands: "sorted(found.flat_map(|sets| sets.to_vec()).collect())",
                planted: "sorted(found.flat_map(|sets| sets.to_vec()).filter(|set| view.locals.iter().any(|local| local.enough.contains(set))).collect())",
            },
        ],
    },
    Plant {
        name: "later-telling-counts",
        says: "as of a round, a claim that was told by then is told by its later tellings too",
        edits: &[Edit {
            file: AS_OF,
            stands: "claim.sayings.retain(|saying| by_then(saying.round, later));",
            planted: "",
        }],
    },
    Plant {
        name: "softer-is-harder",
        says: "a limit that the earlier one implies is hardened",
        edits: &[Edit {
            file: CHANGE,
            stands: "(true, false) => ChangeKind::Softened,",
            planted: "(true, false) => ChangeKind::Hardened,",
        }],
    },
    Plant {
        name: "undated-is-earlier",
        says: "what has no round was said before everything that has one",
        edits: &[Edit { file: EARLIER, stands: "_ => self.pair.saved,", planted: "_ => true," }],
    },
    Plant {
        name: "private-counted",
        says: "a public answer is made from the whole dossier",
        edits: &[Edit {
            file: "crates/zopa/src/request.rs",
            stands: "self.less(request.left_out())",
            planted: "self.less(if self.errors() > 0 { request.left_out() } else { Vec::new() })",
        }],
    },
    Plant {
        name: "private-words-told",
        says: "what is known from private words alone is public without them",
        edits: &[Edit {
            file: "crates/zopa-syntax/src/private.rs",
            stands: "!open.contains(&true) && (",
            planted: "!open.contains(&true) && open.len() > 99 && (",
        }],
    },
    Plant {
        name: "private-named-in-public",
        says: "something public may name something private",
        edits: &[Edit {
            file: "crates/zopa-case/src/resolve/apart.rs",
            stands: "if self.is_outside(Part::Private, name) {",
            planted: "if self.is_outside(Part::Private, name) && self.case.claims.len() > 999 {",
        }],
    },
    Plant {
        name: "unconfirmed-counted",
        says: "an answer counts what nobody has accepted, without being asked to",
        edits: &[Edit {
            file: "crates/zopa/src/request.rs",
            stands: "(!self.unconfirmed).then_some(Part::Unconfirmed)",
            planted: "(!self.unconfirmed && self.switches).then_some(Part::Unconfirmed)",
        }],
    },
    Plant {
        name: "window-closed-by-one",
        says: "a window is closed where one of its steps comes first",
        edits: &[Edit {
            file: "crates/zopa-holds/src/holds/closing.rs",
            stands: "if window.until.iter().all(|step| order.before(*step, window.step)) {",
            planted: "if window.until.iter().any(|step| order.before(*step, window.step)) {",
        }],
    },
    Plant {
        name: "escrow-after-the-release",
        says: "what waits for the step waits for the deposit alone, also where it is no part of what was promised",
        edits: &[Edit {
            file: "crates/zopa-holds/src/holds/closing.rs",
            stands: "let released = first == deposit && !window.until.contains(&then);",
            planted: "let released = false && first == deposit && !window.until.contains(&then);",
        }],
    },
    Plant {
        name: "unconfirmed-unsaid",
        says: "a form that counts unconfirmed claims does not say so",
        edits: &[Edit {
            file: "crates/zopa-report/src/banner.rs",
            stands: "counted(brief.private, brief.unconfirmed, found)",
            planted: "counted(brief.private, brief.unconfirmed && brief.sheet.is_some(), found)",
        }],
    },
    Plant {
        name: "unnamed-given-a-name",
        says: "words that a report gives to somebody unnamed are taken for a person's",
        edits: &[Edit {
            file: "crates/zopa/src/origins/joined.rs",
            stands: "(OriginKind::Unnamed, Voice::Speaker(id)) => case.speakers[id].anonymous,",
            planted: "(OriginKind::Unnamed, Voice::Speaker(id)) => case.speakers[id].anonymous || id.row() < 999,",
        }],
    },
    Plant {
        name: "suggested-again",
        says: "what is quoted already is suggested again",
        edits: &[Edit {
            file: "crates/zopa/src/suggest/mod.rs",
            stands: "if self.known.has(source, phrase.at, phrase.end) {",
            planted: "if self.known.has(source, phrase.at, phrase.end) && self.claims.len() > 999 {",
        }],
    },
    Plant {
        name: "turned-round",
        says: "a statement is made of a clause that a word turns round",
        edits: &[Edit {
            file: "crates/zopa/src/suggest/statement.rs",
            stands: "(Some(one), None) if !turns(clause) && !turns(said.cue) => Some((one, is_cue)),",
            planted: "(Some(one), None) if !clause.is_empty() => Some((one, is_cue)),",
        }],
    },
    Plant {
        name: "rejected-counted",
        says: "a rejected claim counts",
        edits: &[Edit {
            file: "crates/zopa-case/src/resolve/claims.rs",
            stands: "&& claim.rejected.is_none()",
            planted: "&& claim.rejected.is_none() | (claim.statements.len() < 99)",
        }],
    },
    Plant {
        name: "actor-of-the-event-alone",
        says: "an event by nobody known is not looked for in the wider one",
        edits: &[Edit {
            file: "crates/zopa-holds/src/events.rs",
            stands: "chain(case, event).into_iter().find_map(|id|",
            planted: "chain(case, event).into_iter().take(1).find_map(|id|",
        }],
    },
    Plant {
        name: "unanimity-of-one",
        says: "one who decides alone is a unanimity",
        edits: &[Edit {
            file: "crates/zopa-holds/src/lint/deciding.rs",
            stands: "deciders.quorum == Quorum::All && deciders.who.len() > 1",
            planted: "deciders.quorum == Quorum::All",
        }],
    },
    Plant {
        name: "every-promise-waits",
        says: "a step waits for all commitments that bring it about, not for one",
        edits: &[Edit {
            file: "crates/zopa-holds/src/groups.rs",
            stands: "ways.iter().any(|row| row.first.is_disjoint(&stuck))",
            planted: "ways.iter().all(|row| row.first.is_disjoint(&stuck))",
        }],
    },
    Plant {
        name: "remedy-told-twice",
        says: "what follows a breach is asked for its own remedy",
        edits: &[Edit {
            file: "crates/zopa-holds/src/lint/remedy.rs",
            stands: "if one.is_remedy() || one.anatomy().posted.told() != Told::Unsaid {",
            planted: "if one.anatomy().posted.told() != Told::Unsaid {",
        }],
    },
];
