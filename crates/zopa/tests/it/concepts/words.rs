//! How is an answer written in an `expect` line?

use zopa::finding::{Firmness, Presence, Setting, Verdict, World};

/// `in every reading`, `in no reading`, `with a=x and b=y, or c=z`.
pub fn presence(presence: &Presence) -> String {
    let setting = |s: &Setting| format!("{}={}", s.question, s.answer);
    let cube = |cube: &Vec<Setting>| cube.iter().map(setting).collect::<Vec<_>>().join(" and ");
    match presence {
        Presence::Every => "in every reading".to_owned(),
        Presence::Never => "in no reading".to_owned(),
        Presence::Some { when } => format!("with {}", when.iter().map(cube).collect::<Vec<_>>().join(", or ")),
    }
}

pub fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Fits => "something fits".to_owned(),
        Verdict::NothingFits => "nothing fits".to_owned(),
        Verdict::Depends { fits } => format!("something fits {}", presence(fits)),
        Verdict::RulesContradict { .. } => "the rules contradict each other".to_owned(),
    }
}

/// `zone=open, fee=low; survey, vote`: the package, then the steps taken in order.
pub fn world(world: &World) -> String {
    let package =
        world.package.iter().map(|(issue, option)| format!("{issue}={option}")).collect::<Vec<_>>().join(", ");
    let parts = [package, world.steps.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// `stated`, `tested by c`, `reported softer by a, b`, `departed from by c`; several joined by `; `.
pub fn firmness(firmness: &[Firmness]) -> String {
    let one = |firmness: &Firmness| match firmness {
        Firmness::Stated => "stated".to_owned(),
        Firmness::ReportedSofter { claims } => format!("reported softer by {}", claims.join(", ")),
        Firmness::Tested { claims } => format!("tested by {}", claims.join(", ")),
        Firmness::DepartedFrom { claims } => format!("departed from by {}", claims.join(", ")),
    };
    firmness.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The name of a kind in small words: `ShutOut` is `shut out`.
pub fn word(kind: impl std::fmt::Debug) -> String {
    let mut words = String::new();
    for letter in format!("{kind:?}").chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
