//! Is everything there that a browser's checks need, and if not, how does one get it?

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What Chromium is called, by distribution.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The programs, and where they are run.
pub(crate) struct Tools {
    pub(crate) root: PathBuf,
    node: PathBuf,
    chromium: PathBuf,
    paper: Option<[PathBuf; 2]>,
}

impl Tools {
    /// Looks for each, and, where something is printed, for what reads it; what is missing is said in one message, with the
    /// way to it.
    pub(crate) fn found(prints: bool) -> Result<Tools, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no folder above xtask")?;
        let mut missing = Vec::new();
        let mut program = |names: &[&str], help: &str| {
            let found = names.iter().find_map(|name| on_path(name));
            if found.is_none() {
                missing.push(format!("`{}` is not there: {help}", names.first().unwrap_or(&"")));
            }
            found.unwrap_or_default()
        };
        let node = program(&["node"], "Node.js 20 or later; on Debian `apt-get install nodejs npm`");
        program(&["npm"], "it comes with Node.js, or with `apt-get install npm`");
        let chromium = match std::env::var_os("CHROMIUM") {
            Some(path) => PathBuf::from(path),
            None => program(&CHROMIUM, "`apt-get install chromium`, or set CHROMIUM to the path of one"),
        };
        let paper =
            prints.then(|| ["pdftotext", "pdftoppm"].map(|name| program(&[name], "`apt-get install poppler-utils`")));
        if !missing.is_empty() {
            return Err(missing.join("\n"));
        }
        let tools = Tools { root: root.to_owned(), node, chromium, paper };
        tools.packages()?;
        Ok(tools)
    }

    /// Playwright's core and axe, as pinned by the lock file; installed again when that has changed.
    fn packages(&self) -> Result<(), String> {
        let folder = self.root.join("xtask/page");
        let lock = std::fs::read(folder.join("package-lock.json")).map_err(|error| error.to_string())?;
        let kept = folder.join("node_modules/.installed-from");
        if std::fs::read(&kept).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        let mut npm = Command::new("npm");
        npm.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).stdout(Stdio::null());
        succeeds(&mut npm, "npm ci in xtask/page (it asks the registry of npm once)")?;
        std::fs::write(&kept, lock).map_err(|error| error.to_string())
    }

    /// Builds the program as it is released.
    pub(crate) fn build(&self) -> Result<(), String> {
        let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        cargo.current_dir(&self.root).args(["build", "--quiet", "--release", "--package", "zopa-cli"]);
        succeeds(cargo.env("CARGO_TARGET_DIR", self.root.join("target")), "cargo build --release")
    }

    /// What the program writes on standard output.
    pub(crate) fn zopa(&self, arguments: &[String]) -> Result<Vec<u8>, String> {
        let mut zopa = Command::new(self.program());
        let done = zopa.current_dir(&self.root).args(arguments).output().map_err(|error| format!("zopa: {error}"))?;
        let said = || String::from_utf8_lossy(&done.stderr).into_owned();
        if done.status.success() { Ok(done.stdout) } else { Err(format!("zopa {}: {}", arguments.join(" "), said())) }
    }

    /// Chromium and the programs that read what it prints, for the plan.
    pub(crate) fn named(&self) -> serde_json::Value {
        let [pdftotext, pdftoppm] = self.paper.clone().unwrap_or_default();
        serde_json::json!({ "chromium": self.chromium, "pdftotext": pdftotext, "pdftoppm": pdftoppm })
    }

    /// The program as it is released, when it has been built.
    pub(crate) fn program(&self) -> PathBuf {
        self.root.join("target/release/zopa")
    }

    /// Runs the browser's side, a script of `xtask`, with a plan; `false` if a check fails.
    pub(crate) fn check(&self, script: &str, plan: &Path) -> Result<bool, String> {
        let script = self.root.join("xtask").join(script);
        let done = Command::new(&self.node).arg(&script).arg(plan).status();
        match done.map_err(|error| format!("node: {error}"))?.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            code => Err(format!("{} ended with {code:?}", script.display())),
        }
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn succeeds(command: &mut Command, name: &str) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}
