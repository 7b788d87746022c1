//! The sheet of the first bank, written by hand: every kind of line that a sheet can have.

use crate::terminal_fixture::{Banks, asks};
use zopa_finding::*;

fn saying(p: Banks, by: &str, relaying: Option<&str>, quotes: &[u32]) -> Saying {
    Saying {
        by: p.v(by),
        relaying: relaying.map(|name| p.s(name)),
        to: Vec::new(),
        round: None,
        origins: Vec::new(),
        quotes: quotes.to_vec(),
    }
}

fn told(p: Banks, claim: &str, tellings: Vec<Saying>, denied_by: Vec<Denial>) -> Told {
    Told { claim: p.s(claim), tellings, denied_by }
}

fn on(issue: Option<&str>, claims: Vec<Told>) -> OnIssue {
    OnIssue { issue: issue.map(str::to_owned), claims }
}

pub fn sheet(p: Banks) -> Sheet {
    let low = told(p, "keep-low", vec![saying(p, "@a", None, &[1]), saying(p, "@a", None, &[2])], Vec::new());
    let denial = Denial { claim: "no-closing".into(), by: p.v("@a-council") };
    let own_voice = Denial { claim: "hotel".into(), by: Vec::new() };
    let linked = told(p, "toll-link", vec![saying(p, "engineer", Some("@a"), &[5])], vec![denial, own_voice]);
    let hotel = told(p, "hotel", vec![saying(p, "", None, &[])], Vec::new());
    Sheet {
        party: p.s("@a"),
        bodies: p.v("@a-council"),
        own: vec![on(Some("level"), vec![low.clone()]), on(Some("toll"), vec![low])],
        told: vec![on(Some("toll"), vec![linked]), on(None, vec![hotel])],
        unknown: Unknown {
            issues: p.v("fishing"),
            questions: vec![
                OpenQuestion { question: "toll-link".into(), claims: p.v("toll-link") },
                OpenQuestion { question: "line".into(), claims: p.v("keep-low vote-first") },
            ],
            not_repeated: vec![("keep-low".into(), "spring-round".into())],
            rounds: p.v("spring-round"),
            expiries: p.v("toll-link"),
            reports: p.v("post"),
            fields: vec![MissingFields { commitment: "lamp".into(), fields: p.v("when lasts") }],
        },
        ask: asks(p),
    }
}
