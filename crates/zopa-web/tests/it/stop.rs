//! Does the desk end when it is stopped, whatever is going on, and with nothing half-done?

use crate::client::Ask;
use crate::open::{CASE, harbour};
use std::io::Write;
use std::net::TcpStream;
use std::thread;

#[test]
fn it_ends_while_a_window_waits_for_news() {
    let open = harbour("stop-news");
    let page = open.get("/review").text().to_owned();
    let stamp = page.split_once("data-stamp=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let waits = Ask::get(&format!("/changed?{stamp}")).by(&open.host(), &open.cookie).send(open.port).unwrap();
    // Connections are taken up in their order: when this is answered, the other waits.
    open.get("/text");
    open.stop().unwrap();
    let told = waits.answer().unwrap();
    assert_eq!((told.status, told.text()), (200, stamp.as_str()), "whoever waits is answered");
}

/// Browsers open connections in advance, and some programs never finish what they began to ask.
#[test]
fn it_ends_while_connections_are_open_on_which_nothing_is_asked() {
    let open = harbour("stop-idle");
    let silent = TcpStream::connect(("127.0.0.1", open.port)).unwrap();
    let mut half = TcpStream::connect(("127.0.0.1", open.port)).unwrap();
    half.write_all(b"GET /review HTTP/1.1\r\nHost: ").unwrap();
    open.get("/review");
    let port = open.port;
    open.stop().unwrap();
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    drop((silent, half));
}

/// What is being changed when it is stopped is changed, or not; nothing in between.
#[test]
fn a_change_under_way_is_whole_or_not_made() {
    for turn in 0..6 {
        let open = harbour(&format!("stop-change-{turn}"));
        let (folder, port) = (open.folder.clone(), open.port);
        let ask = Ask::post("/accept", &[("name", "first")]).by(&open.host(), &open.cookie);
        let asked = thread::spawn(move || ask.send(port).and_then(|sent| sent.answer()));
        thread::sleep(std::time::Duration::from_millis(turn * 3));
        open.stop().unwrap();
        let answer = asked.join().unwrap();
        let text = std::fs::read_to_string(folder.join("harbour.zopa")).unwrap();
        let made = CASE.replacen(
            "  quote post > the pier stays open\n  unconfirmed\n",
            "  quote post > the pier stays open\n",
            1,
        );
        assert!(text == CASE || text == made, "{text}");
        assert!(answer.map_or(true, |answer| answer.status != 303) || text == made, "what is said to be made is made");
    }
}
