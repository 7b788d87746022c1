#![allow(clippy::all, clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let dir = std::path::Path::new(&args[1]);
    let mut texts = zopa::Texts { name: dir.file_name().unwrap().to_string_lossy().into_owned(), ..Default::default() };
    for e in std::fs::read_dir(dir).unwrap() { let p = e.unwrap().path(); if p.extension().is_some_and(|x| x == "zopa") { texts.case_files.push((p.display().to_string(), std::fs::read(&p).unwrap())); } }
    if let Ok(docs) = std::fs::read_dir(std::env::var("DOCS").map(std::path::PathBuf::from).unwrap_or(dir.join("documents"))) { for e in docs { let p = e.unwrap().path(); texts.documents.push((format!("documents/{}", p.file_name().unwrap().to_string_lossy()), std::fs::read(&p).unwrap())); } }
    let start = std::time::Instant::now();
    let read = zopa::read(&texts);
    let files: Vec<(String, String)> = read.files.iter().map(|f| (f.path.clone(), f.text.clone())).collect();
    eprintln!("{}", zopa::report::diagnostics::diagnostics(&read.diagnostics, &files, false));
    eprintln!("read {:?}", start.elapsed());
    let request = zopa::Request { assume: args[3..].to_vec(), ..Default::default() };
    let brief = read.brief(&request).unwrap();
    eprintln!("brief {:?}", start.elapsed());
    let style = zopa::report::terminal::Style::default();
    match args[2].as_str() {
        "why" => print!("{}", zopa::report::terminal::why(&brief, style)),
        "openings" => print!("{}", zopa::report::terminal::openings(&brief, style)),
        "hinges" => print!("{}", zopa::report::terminal::hinges(&brief, style)),
        "json" => println!("{}", serde_json::to_string_pretty(&brief).unwrap()),
        "verify" => println!("{:#?}", zopa::verify::verify(&read.case, &brief)),
        "html" => print!("{}", zopa::report::html(&brief)),
        _ => print!("{}", zopa::report::terminal::brief(&brief, style)),
    }
    eprintln!("told {:?}", start.elapsed());
}
