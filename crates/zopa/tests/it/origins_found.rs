//! Whose words documents give counts where it is asked for, and then as if the case said so; it never counts unasked, nobody
//! unnamed is given a name, and nothing private is named to the public.

use crate::random::{Maker, count};
use zopa::finding::{Brief, FoundCopies, FoundOrigins, FoundSame, FoundTeller, PrivateState};
use zopa::verify::Standing;
use zopa::{Read, Request, Texts};
use zopa_case::{SaidBy, Voice};

const GAZETTE: &str = "Weir talks stall over the summer gate\n\nThe two Orrins met for the second time on Tuesday and parted \
without a text. Upper Orrin will not accept a summer gate “in any form”, its reeve, Hanna Voss, told the Gazette. “We need \
the river open,” Hanna Voss said.\n\nLower Orrin would pay for the dredging, but only if the gate is kept, two people at the \
table said. Two people at the table said that the dredging could begin in May.\n\nThe mill at the weir has stood still since \
the flood.\n";
const POST: &str = "Villages split on weir\n\nThe two Orrins met on Tuesday and parted without a text. Upper Orrin will not \
accept a summer gate, according to the Orrin Gazette.\n\nLower Orrin would mainly pay for the dredging if the gate is kept, \
two people at the table said.\n";
const HEAD: &str = "case \"The weir\"\nparty upper \"Upper Orrin\"\nparty lower \"Lower Orrin\"\n\
person voss \"Hanna Voss\" of upper\n";
const SOURCES: &str = "source gazette \"Orrin Gazette\" published 2026-03-04\n  document documents/gazette.txt\n\
source post \"Village Post\" published 2026-03-05\n  document documents/post.txt\n";
const ISSUE: &str = "issue gate \"Gate\"\n  option kept\n  option gone\n";
const NEW: &str = "gazette-two-people-at-the-table";
const DECLARED: &str =
    "anonymous gazette-two-people-at-the-table \"two people at the table, Orrin Gazette\" told gazette\n";

/// A case of these lines, with the two reports.
fn texts(people: &str, sources: &str, claims: &str) -> Texts {
    let document = |name: &str, text: &str| (format!("documents/{name}.txt"), text.as_bytes().to_vec());
    let documents = vec![document("gazette", GAZETTE), document("post", POST)];
    Texts { documents, ..Texts::of_case("weir", &format!("{HEAD}{people}{sources}{ISSUE}{claims}")) }
}

fn of(people: &str, claims: &str) -> Texts {
    texts(people, SOURCES, claims)
}

fn looked(texts: &Texts, request: &Request) -> Read {
    let mut read = zopa::read(texts);
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    read.look_for_copies(texts, request);
    read.look_for_origins(texts, request);
    read
}

fn asking(without: &[&str], found_origins: bool) -> Request {
    let without = without.iter().map(|name| (*name).to_owned()).collect();
    Request { without, found_origins, switches: true, ..Request::default() }
}

fn told(texts: &Texts, request: &Request) -> Brief {
    looked(texts, request).brief(request).unwrap()
}

/// The same answer, but for what is told of what was found.
fn bare(brief: Brief) -> Brief {
    Brief { found_copies: FoundCopies::default(), found_origins: FoundOrigins::default(), ..brief }
}

/// Asked for, the answer is that of the case with the lines; unasked, that of the case without. Gives what is told unasked.
fn counts_as(unsaid: &Texts, said: &Texts, without: &[&[&str]]) -> FoundOrigins {
    let mut found = FoundOrigins::default();
    for without in without {
        let counted = told(unsaid, &asking(without, true));
        let written = told(said, &asking(without, true));
        assert!(counted.found_origins.counted);
        assert!(written.found_origins.is_none(), "the case says it: {:?}", written.found_origins);
        assert_eq!(bare(counted.clone()), bare(written), "{without:?}");
        let case = looked(unsaid, &asking(without, true)).asked(&asking(without, true)).case.clone();
        let refuted =
            zopa::verify::verify(&case, &counted).into_iter().find(|found| found.standing == Standing::Refuted);
        assert!(refuted.is_none(), "{refuted:?}");
        found = counted.found_origins;
    }
    let plain = told(unsaid, &asking(&[], false));
    assert_eq!(
        bare(plain.clone()),
        bare(zopa::read(unsaid).brief(&asking(&[], false)).unwrap()),
        "looking changes no answer"
    );
    assert_eq!(plain.found_origins, FoundOrigins { counted: false, ..found });
    plain.found_origins
}

fn teller(name: &str, title: &str, claims: &[&str]) -> FoundTeller {
    let claims = claims.iter().map(|claim| (*claim).to_owned()).collect();
    let (name, title) = (name.to_owned(), title.to_owned());
    FoundTeller { name, title, new: false, anonymous: false, told: None, claims, may_be_written: true }
}

const NO_GATE: &str = "claim no-gate \"No gate\"\n  upper rejects gate = kept\n";
const OPEN: &str = "claim open \"The river is to be open\"\n  upper requires gate = gone\n";
const KEPT: &str = "claim kept \"The gate is to be kept\"\n  lower requires gate = kept\n";
const MAY: &str = "claim may \"Dredging in May\"\n  about gate\n";

#[test]
fn words_of_one_who_speaks_in_the_case_are_theirs() {
    let first = format!("{NO_GATE}  said by voss\n    quote gazette > “in any form”\n{KEPT}");
    let unsaid = of("", &format!("{first}{OPEN}  quote gazette > “We need the river open,”\n"));
    let said = of("", &format!("{first}{OPEN}  said by voss\n    quote gazette > “We need the river open,”\n"));
    let found = counts_as(&unsaid, &said, &[&[], &["voss"], &["gazette"]]);
    assert_eq!(found.told, [teller("voss", "Hanna Voss", &["open"])]);
    let without = |found| told(&unsaid, &asking(&["voss"], found)).answer.clashes.len();
    assert_eq!((without(false), without(true)), (1, 0), "set aside, she takes her words with her");
}

#[test]
fn words_of_nobody_in_the_case_are_those_of_somebody_new() {
    let first = format!("{NO_GATE}  said by voss\n    quote gazette > “in any form”\n");
    let both = "quote gazette > only if the gate is kept\n";
    let beside = "  quote gazette > The mill at the weir has stood still\n";
    let unsaid =
        of("", &format!("{first}{KEPT}{beside}  {both}{MAY}  quote gazette > the dredging could begin in May\n"));
    let said = format!(
        "{first}{KEPT}{beside}  said by {NEW}\n    {both}{MAY}  said by {NEW}\n    quote gazette > the dredging could begin in May\n"
    );
    let found = counts_as(&unsaid, &of(DECLARED, &said), &[&[], &["gazette"], &["voss"]]);
    let new = teller(NEW, "two people at the table, Orrin Gazette", &["kept", "may"]);
    assert_eq!(found.told, [FoundTeller { new: true, anonymous: true, told: Some("gazette".to_owned()), ..new }]);
    let set_aside = told(&unsaid, &asking(&[NEW], true));
    assert_eq!(bare(set_aside), bare(told(&of(DECLARED, &said), &asking(&[NEW], true))), "it has a name");
    assert!(zopa::read(&unsaid).brief(&asking(&[NEW], false)).is_err(), "the case does not know it unasked");
}

#[test]
fn one_unnamed_group_under_two_names_counts_as_one() {
    let people = "anonymous two \"two who were there\" told gazette\nanonymous others \"others\" told gazette\n";
    let claims = |second: &str| {
        format!(
            "{NO_GATE}  said by voss\n    quote gazette > “in any form”\n\
             {KEPT}  said by two\n    quote gazette > only if the gate is kept\n\
             {MAY}  said by {second}\n    quote gazette > the dredging could begin in May\n"
        )
    };
    let found = counts_as(&of(people, &claims("others")), &of(people, &claims("two")), &[&[], &["two"], &["gazette"]]);
    let same = FoundSame { name: "others".to_owned(), first: "two".to_owned(), may_be_written: true };
    assert_eq!((found.told, found.same), (vec![], vec![same]));
    // Whoever is of different parties by the case is not one.
    let apart = "anonymous two \"two\" of upper\nanonymous others \"others\" of lower\n";
    assert!(told(&of(apart, &claims("others")), &asking(&[], true)).found_origins.is_none());
}

#[test]
fn nobody_unnamed_is_given_a_name() {
    let kept = format!("{KEPT}  said by voss\n    quote gazette > only if the gate is kept\n");
    let may = |by: &str| format!("{MAY}{by}quote gazette > the dredging could begin in May\n");
    // The case gives words of somebody unnamed to a person, and others to a group, or to nobody.
    let group = "anonymous two \"two\" told gazette\nanonymous more \"more\"\n";
    for by in ["  said by two\n    ", "  said by upper\n    ", "  "] {
        let brief = told(&of(group, &format!("{kept}{}", may(by))), &asking(&[], true));
        assert!(brief.found_origins.is_none(), "{by}: {:?}", brief.found_origins);
    }
    // And words of a person to a group.
    let open = format!("{OPEN}  said by two\n    quote gazette > “We need the river open,”\n");
    let again = format!("{NO_GATE}  quote gazette > “We need the river open,”\n");
    assert!(told(&of(group, &format!("{open}{again}")), &asking(&[], true)).found_origins.is_none());
}

#[test]
fn what_lies_in_nobodys_words_or_in_no_document_stays_as_the_case_has_it() {
    let mill = "claim mill \"The mill\"\n  lower requires gate = kept\n  quote gazette > The mill at the weir has stood still\n";
    let unseen = format!("{SOURCES}source radio \"Radio Orrin\"\n  document documents/radio.txt\n");
    let radio = format!("{mill}{KEPT}  quote radio > only if the gate is kept\n");
    // A supposition is the analyst's own.
    let own = format!("{mill}suppose own \"Ours\"\n  lower requires gate = kept\n");
    for (sources, claims) in [(SOURCES, mill), (unseen.as_str(), radio.as_str()), (SOURCES, own.as_str())] {
        let texts = texts("", sources, claims);
        let brief = told(&texts, &asking(&[], true));
        assert!(brief.found_origins.is_none(), "{:?}", brief.found_origins);
        assert_eq!(bare(brief), zopa::read(&texts).brief(&asking(&[], true)).unwrap());
    }
}

#[test]
fn what_is_private_is_named_to_nobody_else() {
    let people = "person weil \"Hanna Weil\" of lower\n  private\nanonymous kin \"two people, as we know\" told gazette\n  private\n";
    let claims = format!(
        "{KEPT}  quote gazette > only if the gate is kept\n\
         claim desk \"At the desk\"\n  private\n  about gate\n  said by kin\n    quote gazette > the dredging could begin in May\n"
    );
    let texts = of(people, &claims);
    let public = told(&texts, &asking(&[], true));
    assert_eq!(public.found_origins.told[0].name, NEW, "as if there were no desk");
    assert!(!zopa::report::html(&public).contains("as we know"));
    let desk = Request { private: PrivateState::Counted, ..asking(&[], true) };
    let found = told(&texts, &desk).found_origins;
    let kin = teller("kin", "two people, as we know", &["kept"]);
    assert_eq!(
        found.told,
        [FoundTeller { anonymous: true, may_be_written: false, ..kin }],
        "no public line may name them"
    );
    assert!(!zopa::report::html(&told(&texts, &desk)).contains("said by kin"));
    // A private report gives nothing to the public.
    let hidden = SOURCES.replace("documents/gazette.txt\n", "documents/gazette.txt\n  private\n");
    let claims = format!(
        "{KEPT}  quote post > if the gate is kept\n\
         claim desk \"At the desk\"\n  private\n  about gate\n  quote gazette > the dredging could begin in May\n"
    );
    let texts = self::texts("", &hidden, &claims);
    let public = told(&texts, &asking(&[], true));
    assert!(!format!("{public:?}").contains("Gazette") && !format!("{public:?}").contains("gazette"), "{public:?}");
    let found = told(&texts, &desk).found_origins;
    assert!(!found.told.is_empty() && found.told.iter().all(|told| !told.may_be_written), "{found:?}");
}

#[test]
fn copies_and_origins_count_together() {
    let claims = |said: &str| {
        format!(
            "{NO_GATE}  quote gazette > “in any form”\n{KEPT}{said}quote gazette > only if the gate is kept\n\
             {}quote post > if the gate is kept\n",
            said.rsplit('\n').next().unwrap()
        )
    };
    let unsaid = of("", &claims("  "));
    let post = "  document documents/post.txt\n";
    let copying = SOURCES.replace(post, &format!("{post}  copies gazette\n"));
    let written = claims(&format!("  said by {NEW}\n    ")).replace(NO_GATE, &format!("{NO_GATE}  said by voss\n  "));
    let said = texts(DECLARED, &copying, &written);
    let both = Request { found_copies: true, ..asking(&[], true) };
    let counted = told(&unsaid, &both);
    assert!(counted.found_copies.counted && counted.found_origins.counted, "{counted:?}");
    let written = told(&said, &both);
    assert_eq!(bare(counted), bare(written));
}

#[test]
fn every_form_says_what_was_found_and_that_it_counts() {
    use zopa::report::{csv, html, html_sheet, markdown, terminal, told_by};
    let unsaid = of("", &format!("{NO_GATE}{KEPT}  quote gazette > only if the gate is kept\n"));
    let style = terminal::Style { width: 4000, colour: false };
    for counted in [false, true] {
        let request = Request { party: Some("upper".to_owned()), ..asking(&[], counted) };
        let brief = told(&unsaid, &request);
        let pages = [
            html(&brief),
            html_sheet(&brief).unwrap(),
            markdown::brief(&brief),
            markdown::why(&brief),
            terminal::brief(&brief, style),
            terminal::hinges(&brief, style),
            terminal::openings(&brief, style),
            terminal::sheet(&brief, style),
        ];
        for page in &pages {
            assert_eq!(page.contains(told_by::BANNER), counted, "{page}");
            let told = if counted { "They count as theirs" } else { "They count as the outlet’s" };
            assert!(page.contains(told) && page.contains(&format!("said by {NEW}")), "{page}");
            assert_eq!(page.contains("--found-origins"), !counted, "{page}");
        }
        assert_eq!(csv(&brief).contains(told_by::BANNER), counted);
    }
}

#[test]
fn who_is_named_is_for_the_case_to_say() {
    let known = of("", &format!("{OPEN}  quote gazette > “We need the river open,”\n"));
    let found = told(&known, &asking(&[], false)).found_origins;
    assert_eq!(found.told, [teller("voss", "Hanna Voss", &["open"])], "by her name");
    // One whom the case does not have is nobody new, and a party is no teller for being told of.
    let text = String::from_utf8(known.case_files[0].1.clone()).unwrap();
    let without = text.replace("person voss \"Hanna Voss\" of upper\n", "");
    let party = text.replace("“We need the river open,”", "a summer gate “in any form”");
    for text in [without, party.replace("\"Hanna Voss\"", "\"Hanna Vole\"")] {
        let texts = Texts { case_files: vec![("weir.zopa".to_owned(), text.into_bytes())], ..known.clone() };
        assert!(told(&texts, &asking(&[], true)).found_origins.is_none());
    }
}

/// A case text with the words that each claim has of `r2` as its own under `said by B`, those of `r1` under `said by C` behind
/// them, and with `n` for `p` wherever something is said by it.
fn with_lines(text: &str) -> String {
    let mut written = String::new();
    let mut moved = [("B", "r2"), ("C", "r1")].map(|(by, source)| (by, source, 0));
    for line in text.lines().chain([""]) {
        if let Some((_, _, count)) = moved.iter_mut().find(|(_, source, _)| line == format!("  quote {source} > words"))
        {
            *count += 1;
            continue;
        }
        for (by, source, count) in moved.iter_mut().filter(|_| !line.starts_with(' ')) {
            let lines = format!("    quote {source} > words\n").repeat(std::mem::take(count));
            written.push_str(&if lines.is_empty() { lines } else { format!("  said by {by}\n{lines}") });
        }
        match line {
            "  said by p" | "  said by p, n" => written.push_str("  said by n\n"),
            line => written.push_str(&format!("{line}\n")),
        }
    }
    written
}

#[test]
fn a_case_that_attributes_is_the_case_with_the_lines_of_any_case() {
    let mut changed = 0;
    for seed in 0..count(1000) / 4 {
        let text = Maker::new(seed).case();
        let [mut read, written] = [&text, &with_lines(&text)].map(|text| zopa::read(&Texts::of_case("random", text)));
        let plain = read.brief(&Request::default()).unwrap();
        let case = &read.case;
        let said_by = |by: &str, source: &str| {
            let source = case.sources.iter().find(|(_, row)| row.name == source).unwrap().0;
            let by = Voice::Party(case.parties.iter().find(|(_, party)| party.name == by).unwrap().0);
            let said = case.claims.iter().map(move |(claim, row)| {
                let quotes = row.quotes.iter().copied().filter(|quote| case.quotes[*quote].source == source).collect();
                SaidBy { claim, by, quotes }
            });
            said.filter(|said| !said.quotes.is_empty())
        };
        let said: Vec<SaidBy> = said_by("B", "r2").chain(said_by("C", "r1")).collect();
        let speaker = |name: &str| case.speakers.iter().find(|(_, speaker)| speaker.name == name).unwrap().0;
        read.case = case.attributing(&said, &[(speaker("p"), speaker("n"))]);
        let attributing = read.brief(&Request::default()).unwrap();
        assert_eq!(attributing, written.brief(&Request::default()).unwrap(), "seed {seed}\n{text}");
        changed += usize::from(plain.origins != attributing.origins);
    }
    assert!(changed > 20, "{changed}");
}
