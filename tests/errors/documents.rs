//! The documents that the files of mistakes name.

/// Those that a file names, with their bytes; `most` is how many bytes of a document are read.
pub fn named(text: &str, most: usize) -> Vec<(String, Vec<u8>)> {
    let report = "The port stays open, the minister said. Nobody asked about “the pilots”. The port stays open.\n";
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let scan = b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n\
                 3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n";
    let saved = "<html><body><article><h1>The fee</h1><p>North Quay wants the low fee, the minister said on Monday.</p>\
                 <aside class=related><a href=a>Read more: the weather</a></aside><p>South Quay did not answer on Monday.</p>\
                 <aside class=related><a href=b>Read more: the pilots</a></aside></article></body></html>\n";
    let files = [
        ("cut.docx", b"PK\x03\x04 word/document.xml <w:document>".to_vec()),
        ("locked.docx", [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), locked].concat()),
        ("scan.pdf", scan.to_vec()),
        ("empty.html", b"<html><body><div id=root></div><script>fill()</script></body></html>".to_vec()),
        ("page.html", b"<html><p>The caf\xe9 at the pier</html>".to_vec()),
        ("saved.html", saved.as_bytes().to_vec()),
        ("report.txt", report.as_bytes().to_vec()),
        ("accord.txt", b"East Shore guards the lights of the Isles.\n".to_vec()),
        ("stray.txt", b"A note".to_vec()),
        ("notes.txt", b"Two".to_vec()),
        ("bad.txt", vec![0x41, 0xe9, 0x42]),
        ("large.txt", vec![0; most + 1]),
    ];
    let files = files.map(|(name, bytes)| (format!("documents/{name}"), bytes));
    files.into_iter().filter(|(path, _)| text.contains(path)).collect()
}
