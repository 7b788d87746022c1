//! Findings as short as a test can read.

use zopa_finding::{
    Basis, Circle, Closing, Completeness, Means, OrderSaid, Orders, Precedence, Presence, Promise, Setting, Window,
    WindowLevel, WindowState,
};

pub fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| name.to_string()).collect()
}

pub fn claims(list: &[&str]) -> OrderSaid {
    OrderSaid { basis: Basis(names(list)), ..OrderSaid::default() }
}

pub fn commitments(list: &[&str]) -> OrderSaid {
    OrderSaid { commitments: names(list), ..OrderSaid::default() }
}

pub fn rules(list: &[&str]) -> OrderSaid {
    OrderSaid { rules: names(list), ..OrderSaid::default() }
}

pub fn where_answered(question: &str, answer: &str) -> Presence {
    Presence::Some { when: vec![vec![Setting { question: question.into(), answer: answer.into() }]] }
}

pub fn before(first: &str, then: &str, said: OrderSaid, presence: Presence) -> Precedence {
    Precedence { first: first.into(), then: then.into(), said, presence }
}

pub fn orders(count: u64, first: &[&str], presence: Presence) -> Orders {
    Orders { presence, count, complete: Completeness::Complete, first: names(first) }
}

pub fn circle(steps: &[&str], at_one_moment: bool, said: OrderSaid, presence: Presence) -> Circle {
    Circle { steps: names(steps), presence, at_one_moment, said }
}

pub fn offered(claim: &str, text: &str) -> Promise {
    Promise { claim: Some(claim.into()), commitment: None, text: text.into(), basis: Basis(names(&[claim])) }
}

pub fn committed(commitment: &str) -> Promise {
    Promise { claim: None, commitment: Some(commitment.into()), text: String::new(), basis: Basis::default() }
}

pub fn window(id: &str, exposed: &str, until: &[&str], promise: Promise) -> Window {
    let step = id.split('/').next().unwrap().to_owned();
    let (exposed, until) = (names(&[exposed]), names(until));
    Window { id: id.into(), step, exposed, until, promises: vec![promise], states: vec![], closings: vec![] }
}

pub fn stands(level: WindowLevel, presence: Presence) -> WindowState {
    WindowState { presence, level }
}

pub fn some(orders: u64) -> WindowLevel {
    WindowLevel::Some { fewest: orders, most: orders, complete: Completeness::Complete }
}

pub fn closing(means: Means, presence: Presence, closes: &[&str], opens: &[&str]) -> Closing {
    Closing { means, presence, closes: names(closes), opens: names(opens) }
}

pub fn order(pairs: &[(&str, &str)]) -> Means {
    Means::Order { pairs: pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect() }
}

pub fn at_one_moment(a: &str, b: &str) -> Means {
    Means::AtOneMoment { steps: (a.into(), b.into()) }
}

pub fn parts(a: &str, b: &str) -> Means {
    Means::Parts { steps: (a.into(), b.into()) }
}

pub fn escrow(step: &str, with: &[&str]) -> Means {
    Means::Escrow { step: step.into(), with: names(with) }
}
