//! Does every file that is brought in land among the documents, whatever it is called?

use crate::client::Ask;
use crate::open::{Open, dossier, files};
use std::path::Path;

#[test]
fn a_name_leads_nowhere_else() {
    let home = dossier("names", &[("dossier/a.zopa", "case \"A\"\n"), ("beside/b.txt", "beside\n")]);
    let open = Open::on(home.join("dossier"));
    let beside = files(&home.join("beside"));
    let long = format!("{}.txt", "n".repeat(300));
    let longer = format!("a.{}", "e".repeat(300));
    let wide = format!("{}.txt", "ж".repeat(300));
    let names = [
        "../x.txt",
        "../../beside/b.txt",
        "..\\..\\x.txt",
        "/etc/x.txt",
        "C:\\x.txt",
        "C:/x.txt",
        "\\\\host\\share\\x.txt",
        "a/b/c.txt",
        "x\0y.txt",
        "x\u{1}\u{7f}.txt",
        ".",
        "..",
        "...",
        ".zopa",
        ".gitignore",
        "lock",
        "next/0.new",
        "a.zopa",
        "private/x.txt",
        "CON.txt",
        "x.txt ",
        "x.txt.",
        "  ",
        "-rf",
        "x?.txt",
        "x*.txt",
        "x|y<z>\"q\".txt",
        "%2e%2e%2fx.txt",
        "x\r\ny.txt",
        "\u{202e}txt.exe",
        &long,
        &longer,
        &wide,
    ];
    let mut expected = 0;
    for (at, name) in names.iter().enumerate() {
        let text = format!("Report {at}: North Quay said that the talks of day {at} go on.\n");
        let answer = open.ask(Ask::files("/bring", &[("file", Some(name), text.as_bytes())]));
        assert!(matches!(answer.status, 303 | 413), "{name:?}: {}", answer.status);
        expected += usize::from(answer.status == 303);
        assert!(answer.status == 303 || answer.text().contains("did not arrive whole"), "{name:?}: {}", answer.text());
    }
    assert!(expected >= names.len() - 3, "only {expected} of {} came in", names.len());
    let mut documents = 0;
    for (path, _) in open.files() {
        let inside = path.strip_prefix(&open.folder).unwrap();
        let plain = inside.parent() == Some(Path::new("documents"));
        assert!(plain || inside == Path::new("a.zopa"), "{}", inside.display());
        let name = inside.file_name().unwrap().to_str().unwrap();
        assert!(name.len() <= 255 && !name.starts_with('.') && !name.starts_with('-'), "{name:?}");
        assert!(!name.chars().any(|c| c.is_control() || "\\/:*?\"<>|".contains(c)), "{name:?}");
        documents += usize::from(plain);
    }
    assert_eq!(documents, expected);
    assert_eq!(files(&home.join("beside")), beside);
    let all = files(&home);
    assert_eq!(all.len(), documents + 2, "{:?}", all.iter().map(|(path, _)| path).collect::<Vec<_>>());
    // Every one of them is read again, under its own source.
    let read = zopa::read(&zopa_dossier::Dossier::open(&open.folder).unwrap().texts);
    assert_eq!((read.errors(), read.reports().len()), (0, expected));
}

/// Those that stay at the desk stay there.
#[test]
fn what_is_private_lands_in_the_private_folder() {
    let open = Open::with("names-private", &[("a.zopa", "case \"A\"\n")]);
    let parts: [(&str, Option<&str>, &[u8]); 2] =
        [("file", Some("../x.txt"), b"North Quay said that the talks go on.\n"), ("private", None, b"yes")];
    assert_eq!(open.ask(Ask::files("/bring", &parts)).status, 303);
    let inside = |path: &Path| path.strip_prefix(&open.folder).unwrap().to_str().unwrap().to_owned();
    let mut all: Vec<String> = open.files().iter().map(|(path, _)| inside(path)).collect();
    all.retain(|path| path != "a.zopa");
    assert!(all.iter().all(|path| path.starts_with("private/")), "{all:?}");
    assert_eq!(open.read("a.zopa"), "case \"A\"\n");
}
