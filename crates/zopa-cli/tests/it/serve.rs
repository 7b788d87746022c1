//! The desk as it is run: is its page that of `zopa brief`, and is nothing lost however it ends?

use crate::client::{Answer, Ask, encoded};
use crate::run::{cases, copy, files, run, zopa};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// A desk in a process of its own; it is killed when it is dropped.
struct Desk {
    child: Child,
    told: BufReader<ChildStderr>,
    port: u16,
    cookie: String,
}

impl Desk {
    /// Runs `zopa serve DIR` and comes in with the address that it shows.
    fn open(folder: &Path, dir: &str) -> Desk {
        let mut command = zopa(folder, &["serve", dir, "--port", "0"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap());
        let address = told.by_ref().lines().map(Result::unwrap).find(|line| line.contains("/enter?token="));
        let address = address.expect("the desk does not open");
        let (port, token) = address.trim().trim_start_matches("http://127.0.0.1:").split_once('/').unwrap();
        let port = port.parse().unwrap();
        let ask = Ask::get(&format!("/{token}")).with("Host", &format!("127.0.0.1:{port}"));
        let entered = ask.send(port).unwrap().answer().unwrap();
        let cookie = entered.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        Desk { child, told, port, cookie }
    }

    fn asked(&self, ask: Ask) -> std::io::Result<Answer> {
        ask.by(&format!("127.0.0.1:{}", self.port), &self.cookie).send(self.port)?.answer()
    }

    fn get(&self, target: &str) -> Answer {
        self.asked(Ask::get(target)).unwrap()
    }

    /// Sends it a signal, and waits until it has ended; its exit code, and what it said last.
    fn signalled(&mut self, signal: &str) -> (Option<i32>, String) {
        let sent = Command::new("sh").arg("-c").arg(format!("kill -{signal} {}", self.child.id())).status();
        assert!(sent.unwrap().success());
        let code = self.child.wait().unwrap().code();
        let mut last = String::new();
        self.told.read_to_string(&mut last).unwrap();
        (code, last)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Choices as flags of `zopa brief`, each with its address.
fn compared(folder: &Path, dir: &str, choices: &[&[(&str, &str)]]) {
    let desk = Desk::open(folder, dir);
    for choice in choices {
        let flags: Vec<String> = choice.iter().flat_map(|(name, value)| flag(name, value)).collect();
        let mut args = vec!["brief", dir, "--format", "html"];
        args.extend(flags.iter().map(String::as_str));
        let command = run(folder, &args);
        assert_eq!(command.code, 0, "{args:?}: {}", command.err);
        let query: Vec<String> = choice.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        for screen in ["page", "save"] {
            let answer = desk.get(&format!("/{screen}?{}", query.join("&")));
            assert_eq!(answer.status, 200, "{screen} {args:?}");
            assert!(answer.text() == command.out, "/{screen} and {args:?} differ");
        }
    }
}

fn flag(name: &str, value: &str) -> Vec<String> {
    let alone = matches!(name, "private" | "mention-private" | "unconfirmed");
    [format!("--{name}")].into_iter().chain((!alone).then(|| value.to_owned())).collect()
}

#[test]
fn the_page_is_that_of_the_command_for_every_example() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folder = scratch("examples");
    copy(&examples, &folder);
    let always: [&[(&str, &str)]; 3] = [&[], &[("private", "yes")], &[("unconfirmed", "yes")]];
    let strait: [&[(&str, &str)]; 5] = [
        &[("without", "ledger")],
        &[("with", "fee = none"), ("without", "herald")],
        &[("since", "dorrimouth")],
        &[("for", "tarvia")],
        &[("for", "assembly"), ("without", "ledger")],
    ];
    for entry in fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            let dir = entry.file_name().into_string().unwrap();
            let own = if dir == "strait" { &strait[..] } else { &[] };
            compared(&folder, &dir, &[&always[..], own].concat());
        }
    }
}

/// Dossiers with what is private, what waits, what denies, and one of reports alone.
#[test]
fn the_page_is_that_of_the_command_for_other_dossiers() {
    let folder = scratch("others");
    copy(&cases(), &folder);
    compared(&folder, "desk", &[&[], &[("private", "yes")], &[("mention-private", "yes")]]);
    compared(&folder, "waiting", &[&[], &[("unconfirmed", "yes")]]);
    compared(&folder, "reports-only", &[&[], &[("private", "yes")]]);
    compared(&folder, "./harbour", &[&[]]);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly_while_a_window_waits() {
    for signal in ["TERM", "INT"] {
        let folder = scratch(signal);
        fs::write(folder.join("a.zopa"), "case \"A\"\n").unwrap();
        let mut desk = Desk::open(&folder, ".");
        let page = desk.get("/text");
        let stamp = page.text().split_once("data-stamp=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        let ask = Ask::get(&format!("/changed?{stamp}")).by(&format!("127.0.0.1:{}", desk.port), &desk.cookie);
        let waits = ask.send(desk.port).unwrap();
        // Connections are taken up in their order: when this is answered, the other waits.
        desk.get("/text");
        let (code, last) = desk.signalled(signal);
        assert_eq!(code, Some(0), "{signal}: {last}");
        assert!(last.ends_with("stopped\n"), "{last}");
        assert_eq!(waits.answer().unwrap().text(), stamp);
    }
}

#[test]
fn a_second_one_says_where_the_first_is() {
    let folder = scratch("second");
    fs::write(folder.join("a.zopa"), "case \"A\"\n").unwrap();
    let first = Desk::open(&folder, ".");
    let second = run(&folder, &["serve", "."]);
    assert_eq!((second.out.as_str(), second.code), ("", 1), "{}", second.err);
    assert!(second.err.contains(&format!("http://127.0.0.1:{}", first.port)), "{}", second.err);
    assert!(!second.err.contains("token"), "{}", second.err);
    assert_eq!(first.get("/text").status, 200);
}

/// The claims that are accepted one after the other while it is killed.
const CLAIMS: usize = 12;

fn case(accepted: usize) -> String {
    let claim = |number: usize| {
        let waits = if number < accepted { "" } else { "  unconfirmed\n" };
        format!("claim c{number} \"Claim {number}\"\n  north requires fee = low\n{waits}")
    };
    let head =
        "case \"A\"\n\nparty north \"North\"\nissue fee \"Fee\"\n  option low \"low\"\n  option high \"high\"\n\n";
    head.to_owned() + &(0..CLAIMS).map(claim).collect::<String>()
}

/// Killed at any moment while it writes, the dossier reads as it was before a change or after it; what was answered as made
/// is made.
#[cfg(unix)]
#[test]
fn killed_while_it_writes_it_leaves_a_whole_dossier() {
    let mut within = 0;
    for round in 0..30u64 {
        let folder = scratch("killed");
        fs::write(folder.join("a.zopa"), case(0)).unwrap();
        let mut desk = Desk::open(&folder, ".");
        let (port, host, cookie) = (desk.port, format!("127.0.0.1:{}", desk.port), desk.cookie.clone());
        let told = Arc::new(AtomicUsize::new(0));
        let watched = Arc::clone(&told);
        let writes = std::thread::spawn(move || {
            let accept = |number: usize| {
                let ask = Ask::post("/accept", &[("name", &format!("c{number}"))]).by(&host, &cookie);
                ask.send(port).and_then(|sent| sent.answer()).is_ok_and(|answer| answer.status == 303)
            };
            let made = |number: &usize| accept(*number) && told.fetch_add(1, Ordering::SeqCst) < CLAIMS;
            (0..CLAIMS).take_while(made).count()
        });
        // Within the work on one of them, whatever the machine is doing besides.
        while watched.load(Ordering::SeqCst) < round as usize % CLAIMS {
            std::thread::sleep(Duration::from_micros(50));
        }
        std::thread::sleep(Duration::from_micros(100 * (round / 3)));
        desk.child.kill().unwrap();
        desk.child.wait().unwrap();
        let told = writes.join().unwrap();
        let texts = zopa_dossier::Dossier::open(&folder).unwrap().texts;
        let [(_, bytes)] = texts.case_files.as_slice() else { panic!("{:?}", texts.case_files) };
        let stands = (0..=CLAIMS).find(|accepted| case(*accepted).as_bytes() == bytes);
        let stands = stands.unwrap_or_else(|| panic!("half-written:\n{}", String::from_utf8_lossy(bytes)));
        assert!(stands == told || stands == told + 1, "{told} were told as made, {stands} stand");
        within += usize::from(0 < stands && stands < CLAIMS);
        // Another opens at once, and goes on from there.
        let again = Desk::open(&folder, ".");
        if stands < CLAIMS {
            let next = Ask::post("/accept", &[("name", &format!("c{stands}"))]);
            assert_eq!(again.asked(next).unwrap().status, 303);
            assert_eq!(fs::read_to_string(folder.join("a.zopa")).unwrap(), case(stands + 1));
            assert_eq!(again.asked(Ask::post("/undo", &[])).unwrap().status, 303);
        }
        assert_eq!(fs::read_to_string(folder.join("a.zopa")).unwrap(), case(stands));
        let left = files(&folder.join(".zopa"));
        assert!(
            left.iter().all(|(path, _)| !path.display().to_string().contains("/now/")),
            "nothing is left to finish"
        );
    }
    assert!(within > 3, "it was killed while it wrote in {within} of 30 rounds");
}
