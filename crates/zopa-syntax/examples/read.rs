//! Reads the files named on the command line and prints every message, one a line.
use zopa_syntax::{SourceFile, parse, place};

fn main() {
    let read = |path: String| std::fs::read_to_string(&path).map(|text| SourceFile { path, text });
    let files: Vec<SourceFile> = std::env::args().skip(1).map(read).filter_map(Result::ok).collect();
    let tree = parse(&files);
    for told in &tree.diagnostics {
        let Some(file) = files.get(told.primary.span.file.0 as usize) else { continue };
        let at = place(&file.text, told.primary.span.start);
        println!("{}:{}:{}: {:?}[{}] {} | {}", file.path, at.line, at.column, told.severity, told.code.0, told.message, told.help);
    }
    println!("{} items, {} names, {} messages", tree.items.len(), tree.declared.len(), tree.diagnostics.len());
}
