//! Is what is too large refused with a message, without filling the memory, and does the desk go on?

use crate::client::{Answer, Ask};
use crate::open::Open;
use std::io::{Read, Write};
use std::net::TcpStream;

const MIB: usize = 1 << 20;

/// What a form of so many bytes is answered with; it is sent piece by piece.
fn sent(open: &Open, target: &str, kind: &str, length: usize, told: bool) -> (u16, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", open.port)).unwrap();
    let host = open.host();
    let body = if told { format!("Content-Length: {length}") } else { "Transfer-Encoding: chunked".to_owned() };
    let head = format!(
        "POST {target} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\nContent-Type: {kind}\r\n{body}\r\nConnection: close\r\n\r\n",
        open.cookie
    );
    stream.write_all(head.as_bytes()).unwrap();
    let start = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
    let mut piece = vec![b'a'; MIB];
    piece[..start.len()].copy_from_slice(start);
    for at in 0..length / MIB {
        if at == 1 {
            piece.fill(b'a');
        }
        let chunk = if told { piece.clone() } else { [format!("{MIB:x}\r\n").as_bytes(), &piece, b"\r\n"].concat() };
        if stream.write_all(&chunk).is_err() {
            break;
        }
    }
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    (status, text)
}

const FORM: &str = "application/x-www-form-urlencoded";
const FILES: &str = "multipart/form-data; boundary=x";

fn goes_on(answer: &Answer) {
    assert_eq!(answer.status, 200);
}

#[test]
fn a_form_of_a_hundred_megabytes_is_heard_out_and_refused() {
    let open = Open::with("large", &[("a.zopa", "case \"A\"\n")]);
    let before = open.files();
    for (target, kind) in [("/bring", FILES), ("/text", FORM), ("/check", FORM), ("/undo", FORM)] {
        let (status, text) = sent(&open, target, kind, 100 * MIB, true);
        assert_eq!(status, 413, "{target}: {text}");
        assert!(text.contains("did not arrive whole") && text.contains("64 MiB"), "{target}: {text}");
        goes_on(&open.get("/text"));
    }
    assert_eq!(open.files(), before);
    is_bounded(&open);
}

/// Whoever does not say beforehand how much it will be is cut off: no browser does so.
#[test]
fn a_form_without_end_is_cut_off() {
    let open = Open::with("large-endless", &[("a.zopa", "case \"A\"\n")]);
    for (target, kind) in [("/bring", FILES), ("/text", FORM)] {
        let (status, _) = sent(&open, target, kind, 300 * MIB, false);
        assert!(matches!(status, 0 | 413), "{target}: {status}");
        goes_on(&open.get("/text"));
    }
}

/// A stranger's bytes are not even read.
#[test]
fn a_stranger_sends_what_it_likes() {
    let mut open = Open::with("large-stranger", &[("a.zopa", "case \"A\"\n")]);
    let cookie = std::mem::replace(&mut open.cookie, "zopa-1=x".to_owned());
    let (status, _) = sent(&open, "/bring", FILES, 100 * MIB, true);
    assert!(matches!(status, 0 | 403), "{status}");
    open.cookie = cookie;
    goes_on(&open.get("/text"));
}

/// One that fits into a form and not into a dossier, or is no text.
#[test]
fn a_document_that_is_none_is_refused_with_the_reason() {
    let open = Open::with("large-documents", &[("a.zopa", "case \"A\"\n")]);
    let before = open.files();
    let none: &[u8] = &[0u8, 159, 146, 150].repeat(1000);
    for (name, bytes) in [
        ("a.bin", none),
        ("a.pdf", b"%PDF-1.4 nothing".as_slice()),
        ("a.docx", b"PK\x03\x04\x14\x00\x00\x00\x08\x00\xff\xfe\xfd\x00\x01".as_slice()),
    ] {
        let answer = open.ask(Ask::files("/bring", &[("file", Some(name), bytes)]));
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.text().contains(name), "{name}: {}", answer.text());
    }
    let nothing = open.ask(Ask::files("/bring", &[("file", Some(""), b""), ("pasted", None, b"  \n")]));
    assert!(nothing.status == 422 && nothing.text().contains("neither a file nor a text"), "{}", nothing.text());
    assert_eq!(open.files(), before);
}

/// A form that breaks off leaves nothing behind.
#[test]
fn a_form_that_breaks_off_changes_nothing() {
    let open = Open::with("large-broken", &[("a.zopa", "case \"A\"\n")]);
    let before = open.files();
    for cut in [0, 30, 60, 100] {
        let whole = Ask::files("/bring", &[("pasted", None, b"North Quay said that the talks go on.")]);
        let ask = Ask { body: whole.body[..cut].to_vec(), ..whole }.by(&open.host(), &open.cookie);
        let answer = ask.send(open.port).unwrap().answer().unwrap();
        assert!(answer.status >= 400, "{cut}");
    }
    assert_eq!(open.files(), before);
}

/// The most memory that this process had, with every test of it: far less than the forms that were sent.
fn is_bounded(_: &Open) {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return };
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kib: usize = most.trim().trim_end_matches(" kB").trim().parse().unwrap();
    assert!(kib < 600 * 1024, "{kib} KiB");
}
