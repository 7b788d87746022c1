#![allow(missing_docs, dead_code)]
#[path = "../../../xtask/src/lineage_speed.rs"]
mod lineage_speed;
#[path = "../../../xtask/src/yardstick_between.rs"]
mod yardstick_between;
mod yardstick_evidence {
    pub fn name(file: &str) -> String {
        let stem = std::path::Path::new(file).file_stem().unwrap().to_string_lossy().into_owned();
        match stem.split_once('_') {
            Some((number, _)) if number.chars().all(|c| c.is_ascii_digit()) => number.to_owned(),
            _ => stem,
        }
    }
}
fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words[0] == "speed" {
        lineage_speed::run(&words[1..]).unwrap();
        return;
    }
    yardstick_between::run(&words[2], &words[3..]).unwrap();
}
