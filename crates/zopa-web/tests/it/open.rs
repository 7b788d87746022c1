//! A desk on a dossier of its own, in this process.

use crate::client::{Answer, Ask};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use tokio::sync::oneshot;
use zopa_web::{Failed, Settings, serve_until};

/// An open desk; it is stopped when it is dropped.
pub struct Open {
    pub folder: PathBuf,
    pub port: u16,
    /// The token of the address that was shown first.
    pub token: String,
    pub cookie: String,
    pub told: Mutex<Receiver<String>>,
    stop: Option<oneshot::Sender<()>>,
    served: Option<JoinHandle<Result<(), Failed>>>,
}

impl Open {
    /// On a folder, and nobody has come in.
    pub fn closed(folder: PathBuf) -> Open {
        let (tell, told) = channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let settings = Settings { dir: folder.clone(), port: Some(0) };
        let served = std::thread::spawn(move || {
            let tell = move |text: &str| tell.send(text.to_owned()).unwrap_or_default();
            serve_until(&settings, tell, async { stopped.await.unwrap_or_default() })
        });
        let first = told.recv().expect("the desk does not open");
        let (port, token) = entry(&first);
        let (stop, served, told) = (Some(stop), Some(served), Mutex::new(told));
        Open { folder, port, token, cookie: String::new(), told, stop, served }
    }

    /// On a folder, with the pass of a browser.
    pub fn on(folder: PathBuf) -> Open {
        let mut open = Open::closed(folder);
        open.cookie = open.enter();
        open
    }

    /// On a fresh folder with these files.
    pub fn with(name: &str, files: &[(&str, &str)]) -> Open {
        Open::on(dossier(name, files))
    }

    /// Uses the address up that was shown; the cookie that comes of it.
    pub fn enter(&self) -> String {
        let ask = Ask::get(&format!("/enter?token={}", self.token)).with("Host", &self.host());
        let answer = ask.with("Sec-Fetch-Site", "none").send(self.port).unwrap().answer().unwrap();
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
    }

    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Asks as the browser does in which the desk is open.
    pub fn ask(&self, ask: Ask) -> Answer {
        ask.by(&self.host(), &self.cookie).send(self.port).unwrap().answer().unwrap()
    }

    pub fn get(&self, target: &str) -> Answer {
        self.ask(Ask::get(target))
    }

    pub fn post(&self, target: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(Ask::post(target, fields))
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    /// Every file of the dossier with its bytes; what the program keeps for itself is not one.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files(&self.folder)
    }

    /// Stops it, and says how it ended.
    pub fn stop(mut self) -> Result<(), Failed> {
        self.stop.take().unwrap().send(()).unwrap();
        self.served.take().unwrap().join().unwrap()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.stop.take();
        self.served.take().map(JoinHandle::join);
    }
}

/// Port and token of an address that the terminal shows.
pub fn entry(told: &str) -> (u16, String) {
    let address = told.split_once("http://127.0.0.1:").expect(told).1.trim();
    let (port, token) = address.split_once("/enter?token=").expect(told);
    (port.parse().unwrap(), token.to_owned())
}

/// A fresh folder with these files.
pub fn dossier(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// A fresh copy of a folder of the repository.
pub fn copied(name: &str, from: &str) -> PathBuf {
    let folder = dossier(name, &[]);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(from), &folder);
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() { copy(&path, &to) } else { fs::copy(&path, &to).map(|_| ()).unwrap() }
    }
}

pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true if path.ends_with(".zopa") => {}
            true => found.extend(files(&path)),
            false => found.push((path.clone(), fs::read(&path).unwrap())),
        }
    }
    found.sort();
    found
}

/// A case of two reports with three claims that wait, beside some that count.
pub const CASE: &str = "\
case \"Harbour fees\"

party north \"North Quay\"
party south \"South Quay\"
person ida \"Ida Lund\" of south as \"harbour master\"

source post \"Morning Post\" published 2026-03-02
  document documents/post.txt
source wire \"Quay Wire\" published 2026-03-03
  document documents/wire.txt

issue fee \"Harbour fee\"
  option low \"low\"
  option high \"high\"

claim north-low \"North Quay wants the low fee and no other\"
  north requires fee = low
  quote post > the low fee and no other
claim south-high \"South Quay rejects the low fee\"
  south rejects fee = low
  quote wire > ruled the low fee out

claim first \"Ida Lund said the pier stays open\"
  said by ida
  quote post > the pier stays open
  unconfirmed
claim second \"Ida Lund said nothing was decided\"
  said by ida
  quote wire > nothing was decided
  unconfirmed
claim third \"Ida Lund said the talks go on\"
  said by ida
  quote wire > the talks go on
  unconfirmed
";

pub const POST: &str = "North Quay wants the low fee and no other. Ida Lund, harbour master of South Quay, said that the pier stays open.\n";
pub const WIRE: &str = "South Quay has ruled the low fee out. Ida Lund said that nothing was decided. She said that the talks go on. Ida Lund said that the crane would be moved.\n";

/// That case, open.
pub fn harbour(name: &str) -> Open {
    Open::with(name, &[("harbour.zopa", CASE), ("documents/post.txt", POST), ("documents/wire.txt", WIRE)])
}
