//! Who comes in, and what does everybody else get? Nothing is answered, and nothing changes.

use crate::client::{Answer, Ask};
use crate::open::{CASE, Open, entry, harbour};
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;

/// The addresses at which something is read, and those at which something is changed.
const READ: [&str; 12] = [
    "/",
    "/bring",
    "/review",
    "/brief",
    "/page",
    "/save",
    "/sources",
    "/sources-page",
    "/document?source=post",
    "/text",
    "/changed?0",
    "/desk.js",
];
const CHANGE: [&str; 9] =
    ["/bring", "/text", "/check", "/suggest", "/accept", "/reject", "/merge", "/rewrite", "/undo"];

/// Asks everything in such a way, and sees that nothing of the case is answered and nothing changed.
fn is_kept_out(open: &Open, how: &str, change: impl Fn(Ask) -> Ask, status: u16) {
    let before = open.files();
    for target in READ {
        nothing(&raw(open, &change(Ask::get(target))), how, target, status);
    }
    for target in CHANGE {
        let fields = [("name", "first"), ("because", "no"), ("into", "north-low"), ("file", "0"), ("text", "")];
        nothing(&raw(open, &change(Ask::post(target, &fields))), how, target, status);
    }
    assert_eq!(open.files(), before, "{how}");
    assert_eq!(open.get("/review?at=first").status, 200, "{how}: the desk goes on");
}

fn raw(open: &Open, ask: &Ask) -> Answer {
    ask.send(open.port).unwrap().answer().unwrap()
}

fn nothing(answer: &Answer, how: &str, target: &str, status: u16) {
    assert_eq!(answer.status, status, "{how}: {target}");
    assert!(answer.header("set-cookie").is_none() && answer.header("location").is_none(), "{how}: {target}");
    for word in ["Harbour", "harbour", "Ida", "Morning Post", "first", "north"] {
        assert!(!answer.text().contains(word), "{how}: {target} says {word}: {}", answer.text());
    }
    has_headers(answer, target);
}

/// What every answer says, whoever asked.
fn has_headers(answer: &Answer, target: &str) {
    let says = |name: &str, value: &str| assert_eq!(answer.header(name), Some(value), "{target}");
    says("x-content-type-options", "nosniff");
    says("cache-control", "no-store");
    says("referrer-policy", "same-origin");
    says("cross-origin-opener-policy", "same-origin");
    says("cross-origin-resource-policy", "same-origin");
    let policy = answer.header("content-security-policy").expect(target);
    assert!(policy.contains("frame-ancestors 'self'"), "{target}: {policy}");
    assert!(answer.header("access-control-allow-origin").is_none(), "{target}");
    assert!(answer.header("server").is_none(), "{target}");
}

#[test]
fn without_the_cookie_or_with_another_nothing_is_answered() {
    let open = harbour("gate-cookie");
    let host = open.host();
    let (name, key) = open.cookie.split_once('=').unwrap();
    let another = key.replace(|c: char| c != '0', "0");
    is_kept_out(&open, "no cookie", |ask| ask.by(&host, "").without("Cookie"), 403);
    for cookie in [
        format!("{name}="),
        format!("{name}={another}"),
        format!("{name}={}", &key[..key.len() - 1]),
        format!("{name}={key}0"),
        format!("zopa-1={key}"),
        format!("{}={key}", name.to_uppercase()),
        format!("other={key}; {name}=x"),
    ] {
        is_kept_out(&open, &cookie, |ask| ask.by(&host, &cookie), 403);
    }
    // Beside cookies of others it is found.
    let ask = Ask::get("/review").by(&host, &format!("a=b; {}; c", open.cookie));
    assert_eq!(raw(&open, &ask).status, 200);
}

#[test]
fn a_token_opens_once_and_a_wrong_one_never() {
    let open = Open::closed(crate::open::dossier("gate-token", &[("a.zopa", CASE)]));
    let enter = |token: &str| {
        let ask = Ask::get(&format!("/enter{token}")).with("Host", &open.host()).with("Sec-Fetch-Site", "none");
        ask.send(open.port).unwrap().answer().unwrap()
    };
    let half = &open.token[..open.token.len() - 1];
    for wrong in ["", "?", "?token=", "?token", &format!("?token={half}"), &format!("?t=1&token={}", open.token)] {
        nothing(&enter(wrong), "wrong token", wrong, 403);
    }
    let right = format!("?token={}", open.token);
    let opened = enter(&right);
    assert_eq!((opened.status, opened.header("location")), (303, Some("/")));
    has_headers(&opened, "/enter");
    let cookie = opened.header("set-cookie").unwrap();
    assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict") && !cookie.contains("Domain"));
    assert!(!opened.text().contains(&open.token) && !cookie.contains(&open.token));
    nothing(&enter(&right), "the token again", "/enter", 403);
    // The terminal has shown another, which opens once too.
    let next = open.told.lock().unwrap().iter().nth(1).unwrap();
    let (_, next) = entry(&next);
    assert_ne!(next, open.token);
    assert_eq!(enter(&format!("?token={next}")).status, 303);
    nothing(&enter(&format!("?token={next}")), "the next token again", "/enter", 403);
}

#[test]
fn a_token_is_no_use_under_another_name_from_elsewhere_or_as_a_form() {
    let open = Open::closed(crate::open::dossier("gate-token-elsewhere", &[("a.zopa", CASE)]));
    let target = format!("/enter?token={}", open.token);
    let host = open.host();
    let asks = [
        Ask::get(&target).with("Host", "attacker.example"),
        Ask::get(&target).with("Host", &host).with("Sec-Fetch-Site", "cross-site"),
        Ask::get(&target).with("Host", &host).with("Sec-Fetch-Site", "same-site"),
        Ask::post(&target, &[]).by(&host, ""),
        Ask { method: "HEAD", ..Ask::get(&target).with("Host", &host) },
    ];
    for ask in asks {
        let answer = ask.send(open.port).unwrap().answer();
        assert!(answer.is_ok_and(|answer| answer.status >= 400 && answer.header("set-cookie").is_none()));
    }
    // None of them used it up.
    assert!(open.enter().starts_with(&format!("zopa-{}=", open.port)));
}

#[test]
fn under_another_name_of_this_machine_nothing_is_answered() {
    let open = harbour("gate-host");
    let port = open.port;
    for host in [
        "attacker.example".to_owned(),
        format!("attacker.example:{port}"),
        format!("127.0.0.1.attacker.example:{port}"),
        format!("localhost.attacker.example:{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1:{}", port ^ 1),
        format!("127.0.0.2:{port}"),
        format!("0.0.0.0:{port}"),
        format!("[::1]:{port}"),
        format!("LOCALHOST:{port}x"),
        format!("user@127.0.0.1:{port}"),
        String::new(),
    ] {
        is_kept_out(&open, &format!("Host: {host}"), |ask| ask.by(&host, &open.cookie), 421);
    }
    let two = |ask: Ask| {
        let mut ask = ask.by(&open.host(), &open.cookie);
        ask.headers.push(("Host".to_owned(), "attacker.example".to_owned()));
        ask
    };
    for answer in [raw(&open, &two(Ask::get("/review"))), raw(&open, &two(Ask::post("/accept", &[("name", "first")])))]
    {
        assert!(answer.status >= 400 && !answer.text().contains("Ida"), "two hosts: {}", answer.status);
    }
    // The other name of the loopback address is this desk's own.
    let localhost = format!("localhost:{port}");
    assert_eq!(raw(&open, &Ask::get("/review").by(&localhost, &open.cookie)).status, 200);
}

#[test]
fn a_target_that_names_another_host_is_not_answered() {
    let open = harbour("gate-absolute");
    let ask = Ask::get("http://attacker.example/review").by(&open.host(), &open.cookie);
    let answer = raw(&open, &ask);
    assert!(!answer.text().contains("Ida"), "{}", answer.status);
}

#[test]
fn what_another_page_asks_for_is_not_answered() {
    let open = harbour("gate-site");
    let host = open.host();
    for site in ["cross-site", "same-site", "", "SAME-ORIGIN", "x"] {
        let asked = |ask: Ask| ask.with("Sec-Fetch-Site", site).by(&host, &open.cookie);
        is_kept_out(&open, &format!("Sec-Fetch-Site: {site}"), asked, 403);
    }
}

#[test]
fn a_change_has_to_come_from_a_page_of_this_desk() {
    let open = harbour("gate-origin");
    let (host, before) = (open.host(), open.files());
    let other_port = format!("http://127.0.0.1:{}", open.port ^ 1);
    let localhost = format!("http://localhost:{}", open.port);
    let longer = format!("http://{host}.attacker.example");
    let https = format!("https://{host}");
    let origins = ["http://attacker.example", "null", "", &other_port, &localhost, &longer, &https, &host];
    for target in CHANGE {
        let ask = Ask::post(target, &[("name", "first")]).by(&host, &open.cookie);
        nothing(&raw(&open, &ask.clone().without("Origin")), "no origin", target, 403);
        // A browser that tells no fetch metadata.
        nothing(&raw(&open, &ask.clone().without("Origin").without("Sec-Fetch-Site")), "no origin", target, 403);
        for origin in origins {
            nothing(&raw(&open, &ask.clone().with("Origin", origin)), origin, target, 403);
        }
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let ask = Ask { method, ..Ask::get("/accept?name=first") }.by(&host, &open.cookie).without("Origin");
        nothing(&raw(&open, &ask), method, "/accept", 403);
    }
    assert_eq!(open.files(), before);
    // The same from the desk itself is made.
    assert_eq!(open.post("/accept", &[("name", "first")]).status, 303);
    assert_ne!(open.files(), before);
}

#[test]
fn nothing_changes_by_reading() {
    let open = harbour("gate-read");
    let before = open.files();
    for target in CHANGE {
        open.get(&format!("{target}?name=first&because=no&into=north-low&file=0&text=&back=/"));
    }
    assert_eq!(open.files(), before);
}

#[test]
fn every_answer_says_what_it_may_be_used_for() {
    let open = harbour("gate-headers");
    for target in READ.iter().chain(&["/desk.css", "/nowhere", "/document?source=none", "/text?file=9"]) {
        let answer = open.get(target);
        has_headers(&answer, target);
        let policy = answer.header("content-security-policy").unwrap();
        let own = matches!(*target, "/page" | "/save" | "/sources-page");
        assert_eq!(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"), !own, "{target}");
        assert!(!policy.contains("unsafe"), "{target}: {policy}");
        if !own {
            assert!(!answer.text().contains("<script>") && !answer.text().contains(" style="), "{target}");
            assert!(!answer.text().contains(" onclick="), "{target}");
        }
    }
    for target in CHANGE {
        has_headers(&open.post(target, &[]), target);
    }
    has_headers(&open.ask(Ask { method: "PUT", ..Ask::get("/brief") }), "PUT");
}

/// The page has its policy in itself, which is not loosened here: both hold.
#[test]
fn the_page_keeps_its_own_policy() {
    let open = harbour("gate-page");
    let page = open.get("/page");
    assert!(page.text().contains("http-equiv=\"Content-Security-Policy\""));
    assert_eq!(page.header("content-security-policy"), Some("frame-ancestors 'self'"));
}

#[test]
fn only_the_loopback_address_is_listened_on() {
    let open = harbour("gate-loopback");
    // Nothing is sent: the system says which of its addresses would be used.
    let outward = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    let mut others = vec![format!("127.0.0.2:{}", open.port), format!("[::1]:{}", open.port)];
    others.extend(outward.ok().filter(|own| !own.ip().is_loopback()).map(|own| format!("{}:{}", own.ip(), open.port)));
    for other in &others {
        let other: SocketAddr = other.parse().unwrap();
        assert!(TcpStream::connect_timeout(&other, Duration::from_secs(2)).is_err(), "{other}");
    }
}
