//! Is a change seen that another program makes, and a desk that another has open?

use crate::client::Ask;
use crate::open::{CASE, harbour};
use std::fs;
use std::sync::mpsc::channel;
use std::time::Duration;
use zopa_web::{Failed, Settings, serve_until};

fn stamp(page: &str) -> String {
    page.split_once("data-stamp=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
}

#[test]
fn what_another_program_writes_is_seen_at_once() {
    let open = harbour("elsewhere");
    let before = stamp(open.get("/review").text());
    assert_eq!(stamp(open.get("/brief").text()), before);
    fs::write(open.folder.join("harbour.zopa"), CASE.replace("Harbour fees", "Quay dues")).unwrap();
    let after = open.get("/review");
    assert!(after.text().contains("Quay dues"), "{}", after.text());
    assert_ne!(stamp(after.text()), before);
    fs::write(open.folder.join("more.zopa"), "party third \"Third Pier\"\n").unwrap();
    assert!(open.get("/page").text().contains("Third Pier"));
    fs::write(open.folder.join("documents/wire.txt"), "Other words.\n").unwrap();
    assert!(open.get("/document?source=wire").text().contains("Other words"));
    fs::remove_file(open.folder.join("documents/wire.txt")).unwrap();
    assert_eq!(open.get("/document?source=wire").status, 404);
}

#[test]
fn a_window_that_waits_hears_of_it() {
    let open = harbour("elsewhere-wait");
    let before = stamp(open.get("/review").text());
    let ask =
        |since: &str| Ask::get(&format!("/changed?{since}")).by(&open.host(), &open.cookie).send(open.port).unwrap();
    assert_eq!(ask("of-another-time").answer().unwrap().text(), before, "what is known is answered at once");
    let waits = ask(&before);
    let beside = open.folder.join("beside");
    fs::write(&beside, CASE.replace("Harbour fees", "Quay dues")).unwrap();
    fs::rename(&beside, open.folder.join("harbour.zopa")).unwrap();
    let heard = waits.answer().unwrap();
    assert_ne!(heard.text(), before);
    assert_eq!(heard.text(), stamp(open.get("/review").text()));
    // A change by the desk itself is one too.
    let waits = ask(heard.text());
    open.post("/accept", &[("name", "first")]);
    assert_ne!(waits.answer().unwrap().text(), heard.text());
}

/// A case file that cannot be read any more is said on every screen, and the desk goes on when it can again.
#[test]
fn a_dossier_that_is_gone_is_said() {
    let open = harbour("elsewhere-gone");
    let away = open.folder.with_extension("away");
    let _ = fs::remove_dir_all(&away);
    fs::rename(&open.folder, &away).unwrap();
    for screen in ["/review", "/brief", "/page", "/text", "/bring"] {
        let answer = open.get(screen);
        assert!(answer.status == 500 && answer.text().contains("class=\"problems\""), "{screen}: {}", answer.text());
    }
    assert_eq!(open.post("/accept", &[("name", "first")]).status, 500);
    assert!(!open.folder.exists(), "nothing is made in its place");
    fs::rename(&away, &open.folder).unwrap();
    assert_eq!(open.get("/review").status, 200);
}

#[test]
fn a_second_desk_on_the_same_dossier_says_where_the_first_is() {
    let open = harbour("elsewhere-second");
    let second = || {
        let (tell, told) = channel();
        let settings = Settings { dir: open.folder.clone(), port: Some(0) };
        let ended = serve_until(&settings, move |text| tell.send(text.to_owned()).unwrap(), std::future::pending());
        assert_eq!(told.iter().count(), 0, "it shows no address of its own");
        match ended {
            Err(Failed::Dossier(error)) => error.problem(),
            other => panic!("{other:?}"),
        }
    };
    let problem = second();
    assert_eq!(problem.code, "served");
    assert!(problem.help.contains(&format!("http://127.0.0.1:{}", open.port)), "{}", problem.help);
    assert_eq!(open.get("/review").status, 200, "the first goes on");
    let folder = open.folder.clone();
    open.stop().unwrap();
    // When it has been stopped, another can take its place.
    let settings = Settings { dir: folder, port: Some(0) };
    serve_until(&settings, |_| {}, async { tokio::time::sleep(Duration::from_millis(1)).await }).unwrap();
}

#[test]
fn a_port_that_is_taken_is_said() {
    let open = harbour("elsewhere-port");
    let settings = Settings { dir: crate::open::dossier("elsewhere-port-2", &[]), port: Some(open.port) };
    match serve_until(&settings, |_| {}, std::future::pending()) {
        Err(Failed::Machine(problem)) => assert_eq!(problem.code, "port-taken"),
        other => panic!("{other:?}"),
    }
}
