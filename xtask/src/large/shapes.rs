//! What can a very large case look like? One seeded generator for each shape.

/// A case and its documents.
pub struct Made {
    /// The case file.
    pub case: String,
    /// Documents: name and text.
    pub documents: Vec<(String, String)>,
}

type Make = fn(usize) -> Made;

/// Every shape by its name.
pub const SHAPES: &[(&str, Make)] = &[
    ("one-limit", |n| plain(n, one_limit)),
    ("issues", |n| plain(n, issues)),
    ("parties", |n| plain(n, parties)),
    ("distinct", |n| plain(n, distinct)),
    ("questions", |n| plain(n, questions)),
    ("supersedes", |n| plain(n, supersedes)),
    ("sayings", |n| plain(n, sayings)),
    ("denials", |n| plain(n, denials)),
    ("softens", |n| plain(n, softens)),
    ("offers", |n| plain(n, offers)),
    ("rules", |n| plain(n, rules)),
    ("steps", |n| plain(n, steps)),
    ("persons", |n| plain(n, persons)),
    ("unquoted", |n| plain(n, unquoted)),
    ("misspelt", |n| plain(n, misspelt)),
    ("quotes", quotes),
    ("rewrites", rewrites),
];

/// Numbers that are the same in every run: SplitMix64 (Steele, Lea, Flood, 2014).
pub struct Dice(u64);

impl Dice {
    /// Numbers by a seed.
    pub fn of(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % most.max(1) as u64) as usize
    }
}

const PARTIES: [&str; 3] = ["north", "south", "east"];

fn head(case: &mut String) {
    case.push_str("case \"Large\"\n");
    PARTIES.iter().for_each(|party| case.push_str(&format!("party {party} \"The {party}\"\n")));
    case.push_str("source post \"Post\"\n");
}

/// A case without documents.
fn plain(claims: usize, make: fn(&mut String, usize, &mut Dice)) -> Made {
    let mut case = String::new();
    head(&mut case);
    make(&mut case, claims, &mut Dice(claims as u64));
    Made { case, documents: Vec::new() }
}

/// A claim with a quote of its own.
fn claim(case: &mut String, at: usize, lines: &[String]) {
    case.push_str(&format!("claim c{at} \"Claim number {at}\"\n"));
    lines.iter().for_each(|line| case.push_str(&format!("  {line}\n")));
    case.push_str(&format!("  quote post > words number {at}\n"));
}

fn issue_rows(case: &mut String, count: usize) {
    for at in 0..count {
        case.push_str(&format!("issue i{at} \"Issue {at}\"\n  option x\n  option y\n  option z\n"));
    }
}

fn is(dice: &mut Dice, issues: usize) -> String {
    format!("i{} = {}", dice.below(issues), ["x", "y", "z"].get(dice.below(3)).unwrap_or(&"x"))
}

fn party(at: usize) -> &'static str {
    PARTIES.get(at % 3).copied().unwrap_or_default()
}

fn one_limit(case: &mut String, claims: usize, _: &mut Dice) {
    issue_rows(case, 1);
    (0..claims).for_each(|at| claim(case, at, &[format!("{} requires i0 = x", party(at))]));
}

fn issues(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, claims / 5);
    (0..claims).for_each(|at| claim(case, at, &[format!("{} rejects {}", party(at), is(dice, claims / 5))]));
}

fn parties(case: &mut String, claims: usize, dice: &mut Dice) {
    let count = claims / 20;
    (0..count).for_each(|at| case.push_str(&format!("party p{at} \"Party number {at}\" also \"The {at}th\"\n")));
    issue_rows(case, 50);
    (0..claims).for_each(|at| claim(case, at, &[format!("p{} rejects {}", dice.below(count), is(dice, 50))]));
}

/// Limits that are hardly ever equal, all about the same few issues.
fn distinct(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 60);
    for at in 0..claims {
        let parts: Vec<String> = (0..3 + dice.below(3)).map(|_| is(dice, 60)).collect();
        claim(case, at, &[format!("{} requires {}", party(at), parts.join(" or "))]);
    }
}

fn questions(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 100);
    (0..claims).for_each(|at| claim(case, at, &[format!("{} rejects {}", party(at), is(dice, 100))]));
    for at in 0..claims / 2 {
        let (one, other) = (2 * at, 2 * at + 1);
        case.push_str(&format!("question q{at} \"Which?\"\n  answer a holds c{one}\n  answer b holds c{other}\n"));
    }
}

fn supersedes(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 10);
    for at in 0..claims {
        let earlier = (at > 0).then(|| format!("supersedes c{}", at - 1));
        let limit = format!("{} rejects {}", party(at), is(dice, 10));
        claim(case, at, &earlier.into_iter().chain([limit]).collect::<Vec<_>>());
    }
}

fn sayings(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 10);
    (0..300).for_each(|at| case.push_str(&format!("person s{at} \"Speaker {at}\" of {}\n", party(at))));
    (0..200).for_each(|at| case.push_str(&format!("round r{at} \"Round {at}\"\n")));
    for at in 0..claims {
        let (one, other, round) = (dice.below(300), dice.below(300), dice.below(200));
        let limit = format!("{} rejects {}", party(at), is(dice, 10));
        let said = |by: usize| format!("said by s{by} to post\n    round r{round}\n    quote post > said number {at}");
        claim(case, at, &[limit, said(one), said(other)]);
    }
}

fn denials(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 100);
    for at in 0..claims {
        let limit =
            if at % 2 == 0 { format!("north rejects {}", is(dice, 100)) } else { format!("denies c{}", at - 1) };
        claim(case, at, &[limit]);
    }
}

fn softens(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 1000);
    for at in 0..claims {
        let limit = match at % 2 {
            0 => format!("north rejects {}", is(dice, 1000)),
            _ => format!("softens c{} to {}", at - 1, is(dice, 1000)),
        };
        claim(case, at, &[limit]);
    }
}

fn offers(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 300);
    for at in 0..claims {
        let (what, given) = (is(dice, 300), is(dice, 300));
        claim(case, at, &[format!("{} offers {what} only if {given}", party(at))]);
    }
}

fn rules(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 300);
    for at in 0..claims {
        let (a, b) = (is(dice, 300), is(dice, 300));
        let line = if at % 4 == 0 { format!("rule {a} implies not {b}") } else { format!("{} rejects {a}", party(at)) };
        claim(case, at, &[line]);
    }
}

fn steps(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 20);
    for at in 0..500 {
        case.push_str(&format!("step t{at} \"Step {at}\" by {} when {}\n", party(at), is(dice, 20)));
    }
    for at in 0..claims {
        let (a, b) = (dice.below(500), dice.below(500));
        claim(case, at, &[format!("{} requires t{a} only after t{b}", party(at))]);
    }
}

/// Many names of people, each claim told of by name in its title.
fn persons(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 10);
    let count = claims / 10;
    let name = |at: usize| -> String {
        let syllables = ["ba", "ro", "mi", "te", "ku", "len", "sor", "vi", "dan", "gor"];
        let digit = |place: u32| syllables.get(at / 10usize.pow(place) % 10).copied().unwrap_or_default();
        format!("V{}{}{}{}", digit(0), digit(1), digit(2), digit(3))
    };
    for at in 0..count {
        case.push_str(&format!("person s{at} \"Anna {}\" of {}\n", name(at), party(at)));
    }
    for at in 0..claims {
        let by = dice.below(count);
        case.push_str(&format!("claim c{at} \"{} speaks of it again\"\n  about i{}\n", name(by), at % 10));
        case.push_str(&format!("  said by s{by}\n    quote post > words number {at} of {}\n", name(dice.below(count))));
    }
}

fn unquoted(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 10);
    for at in 0..claims {
        case.push_str(&format!("claim c{at} \"Claim number {at}\"\n  {} rejects {}\n", party(at), is(dice, 10)));
    }
}

/// Every line with a mistake.
fn misspelt(case: &mut String, claims: usize, dice: &mut Dice) {
    issue_rows(case, 100);
    for at in 0..claims {
        let wrong = format!("denies d{}", dice.below(claims));
        claim(case, at, &[wrong]);
    }
}

const SUBJECTS: [&str; 6] =
    ["The minister", "The envoy", "The harbour board", "A spokesman", "The council", "The crew"];
const VERBS: [&str; 6] = ["refused", "accepted", "spoke of", "called for", "put off", "asked about"];
const OBJECTS: [&str; 6] =
    ["the low fee", "the new berth", "a longer pause", "the pilots", "the survey", "the old map"];

fn sentence(at: usize, dice: &mut Dice) -> String {
    let mut pick = |words: [&'static str; 6]| words.get(dice.below(6)).copied().unwrap_or_default();
    format!("{} {} {} on day {at} of the talks", pick(SUBJECTS), pick(VERBS), pick(OBJECTS))
}

/// One document that everything quotes, half of the quotes with their place.
fn quotes(claims: usize) -> Made {
    let mut dice = Dice(7);
    let mut case = String::new();
    head(&mut case);
    case.push_str("source report \"Report\"\n  document documents/report.txt\n");
    issue_rows(&mut case, 10);
    let mut text = String::new();
    for at in 0..claims {
        let words = sentence(at, &mut dice);
        let place = if at % 2 == 0 { format!(" at {}", text.len()) } else { String::new() };
        text.push_str(&format!("{words}.\n"));
        case.push_str(&format!("claim c{at} \"Claim number {at}\"\n  about i{}\n", at % 10));
        case.push_str(&format!("  quote report{place} > {words}\n"));
    }
    Made { case, documents: vec![("report.txt".to_owned(), text)] }
}

/// A thousand documents, most of them copies, with many quotes each; some words stand nowhere.
fn rewrites(claims: usize) -> Made {
    let mut dice = Dice(11);
    let mut case = String::new();
    head(&mut case);
    issue_rows(&mut case, 10);
    let count = 1000;
    let mut texts = vec![String::new(); count];
    for at in 0..count {
        case.push_str(&format!("source d{at} \"Paper {at}\"\n  document documents/{at}.txt\n"));
        if at > 0 {
            case.push_str(&format!("  copies d{}\n", dice.below(at)));
        }
    }
    for at in 0..claims {
        let (words, source) = (sentence(at, &mut dice), at % count);
        if let Some(text) = texts.get_mut(source) {
            text.push_str(&format!("{words}.\n"));
        }
        case.push_str(&format!(
            "claim c{at} \"Claim number {at}\"\n  about i{}\n  quote d{source} > {words}\n",
            at % 10
        ));
    }
    let documents = texts.into_iter().enumerate().map(|(at, text)| (format!("{at}.txt"), text)).collect();
    Made { case, documents }
}
