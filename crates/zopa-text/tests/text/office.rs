//! Word files and PDFs, made here from their parts.

use zopa_text::{Format, Kind, Text, Unread};

use crate::anchors;

/// CRC-32, for the packed files made here.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

/// A packed file: each file deflated.
pub(crate) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let deflated = miniz_oxide::deflate::compress_to_vec(bytes, 6);
        let header = zip.len() as u32;
        let mut shared = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        shared.extend(checksum(bytes).to_le_bytes());
        shared.extend((deflated.len() as u32).to_le_bytes());
        shared.extend((bytes.len() as u32).to_le_bytes());
        shared.extend((name.len() as u16).to_le_bytes());
        shared.extend([0, 0]);
        zip.extend(b"PK\x03\x04");
        zip.extend(&shared);
        zip.extend(name.as_bytes());
        zip.extend(&deflated);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&shared);
        directory.extend([0; 10]);
        directory.extend(header.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, count) = (zip.len() as u32, files.len() as u16);
    zip.extend(&directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend(count.to_le_bytes());
    zip.extend(count.to_le_bytes());
    zip.extend((directory.len() as u32).to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

const BODY: &str = r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>
<w:p><w:pPr><w:pStyle w:val="Titel"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Harbour talks</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>The fee</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The keeper said: “We </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>will&#xA0;not</w:t></w:r><w:r><w:t xml:space="preserve"> pay &amp; we can</w:t><w:noBreakHyphen/><w:t>not</w:t><w:softHyphen/><w:t>ify”.</w:t></w:r>
<w:del w:author="a"><w:r><w:delText>Never ever.</w:delText></w:r></w:del><w:ins w:author="a"><w:r><w:t xml:space="preserve"> In May, perhaps.</w:t></w:r></w:ins></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Low</w:t><w:tab/><w:t>12 crowns</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>A box beside the text.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:p><w:r><w:t>A box beside the text.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>
</w:body></w:document>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>"#;

pub(crate) fn word_file() -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", BODY.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/header1.xml", b"<w:hdr><w:p><w:r><w:t>Draft 3</w:t></w:r></w:p></w:hdr>"),
        ("word/comments.xml", b"<w:comments><w:comment><w:p><w:r><w:t>Who says so?</w:t></w:r></w:p></w:comment></w:comments>"),
        ("word/footnotes.xml", b"<w:footnotes><w:footnote><w:p><w:r><w:t>See the letter of 1 March.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
    ])
}

fn kind_of(text: &Text, words: &str) -> Kind {
    let at = anchors(text.find(words, None)).first().unwrap_or_else(|| panic!("{words} in {}", text.as_str())).start;
    text.blocks().iter().find(|block| block.start <= at && at < block.end).unwrap().kind
}

fn left(text: &Text, words: &str) -> Kind {
    text.left_out().iter().find(|left| left.words.contains(words)).unwrap_or_else(|| panic!("{words}")).kind
}

#[test]
fn a_word_file_is_read() {
    let text = Text::of_document("talks.docx", &word_file()).unwrap();
    assert_eq!(text.format(), Format::Docx);
    assert_eq!(kind_of(&text, "Harbour talks"), Kind::Title);
    assert_eq!(kind_of(&text, "The fee"), Kind::Heading);
    for words in [
        "We will not pay & we can-notify",
        "In May, perhaps.",
        "Low 12 crowns",
        "A box beside the text.",
        "See the letter of 1 March.",
    ] {
        assert_eq!(kind_of(&text, words), Kind::Body, "{words}");
    }
    assert_eq!(text.as_str().matches("A box beside").count(), 1);
    assert!(!text.as_str().contains("Never ever"));
    assert_eq!(
        (left(&text, "Never ever."), left(&text, "Draft 3"), left(&text, "Who says so?")),
        (Kind::Deleted, Kind::Margin, Kind::Note)
    );
}

#[test]
fn broken_word_files_are_told_apart() {
    let whole = word_file();
    for cut in [whole.len() / 2, whole.len() - 30, 60] {
        let told = Text::of_document("talks.docx", &whole[..cut]).unwrap_err();
        assert!(matches!(told, Unread::Damaged(Format::Docx)) || cut == 60, "{cut} {told}");
    }
    let cut = packed(&[("word/document.xml", &BODY.as_bytes()[..BODY.len() - 40])]);
    assert_eq!(Text::of_document("talks.docx", &cut).unwrap_err(), Unread::Damaged(Format::Docx));
    let empty = packed(&[("word/document.xml", b"<w:document><w:body><w:p/></w:body></w:document>")]);
    assert_eq!(Text::of_document("talks.docx", &empty).unwrap_err(), Unread::NoText(Format::Docx));
    let bomb = packed(&[("word/document.xml", &vec![b' '; zopa_text::BYTES_MOST + 1])]);
    assert!(bomb.len() < 100_000);
    assert!(matches!(Text::of_document("talks.docx", &bomb).unwrap_err(), Unread::TooLarge { .. }));
    let other = packed(&[("content.xml", b"<x/>")]);
    assert!(matches!(Text::of_document("talks.odt", &other).unwrap_err(), Unread::NotText(_)));
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &locked].concat();
    assert_eq!(Text::of_document("talks.docx", &locked).unwrap_err(), Unread::Encrypted(Format::Docx));
}

/// A PDF of pages with these instructions, and one font of each kind.
pub(crate) fn pdf(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 10 + page * 2)).collect();
    let table = "1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfrange <0001> <0020> <0430> <0021> <0040> <0410> endbfrange 1 beginbfchar <0041> <0020> endbfchar";
    let mut objects = vec![
        (1, "<</Type /Catalog /Pages 2 0 R>>".to_owned()),
        (2, format!("<</Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 600 800] /Resources <</Font <</F 3 0 R /G 4 0 R>>>>>>", kids.join(" "), pages.len())),
        (3, "<</Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding <</BaseEncoding /WinAnsiEncoding /Differences [1 /fi /afii10066]>>>>".to_owned()),
        (4, "<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R>>".to_owned()),
        (5, "<</Type /Font /Subtype /CIDFontType2 /DW 600>>".to_owned()),
        (6, format!("<</Length {}>> stream\n{table}\nendstream", table.len())),
    ];
    for (page, content) in pages.iter().enumerate() {
        let content = miniz_oxide::deflate::compress_to_vec_zlib(content.as_bytes(), 6);
        objects.push((10 + page * 2, format!("<</Type /Page /Parent 2 0 R /Contents {} 0 R>>", 11 + page * 2)));
        let stream: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
        objects.push((
            11 + page * 2,
            format!(
                "<</Length {} /Filter [/ASCIIHexDecode /FlateDecode]>> stream\n{stream}>\nendstream",
                stream.len() + 1
            ),
        ));
    }
    let mut bytes = b"%PDF-1.5\n".to_vec();
    for (number, object) in objects {
        bytes.extend(format!("{number} 0 obj {object} endobj\n").bytes());
    }
    bytes.extend(b"trailer <</Root 1 0 R>>\n%%EOF\n");
    bytes
}

/// A page of lines, each shown by itself, the first one larger.
pub(crate) fn page(number: usize, title: Option<&str>, lines: &[&str]) -> String {
    let mut content = format!(
        "BT /F 9 Tf 1 0 0 1 50 780 Tm (Harbour Review, number 7) Tj ET BT /F 9 Tf 1 0 0 1 300 20 Tm ({number}) Tj ET\n"
    );
    content += &title.map(|title| format!("BT /F 20 Tf 1 0 0 1 50 740 Tm ({title}) Tj ET\n")).unwrap_or_default();
    content += "BT /F 11 Tf 13 TL 1 0 0 1 50 700 Tm\n";
    for line in lines {
        content += &if line.is_empty() { "T*\n".to_owned() } else { format!("({line}) Tj T*\n") };
    }
    content + "ET\n"
}

#[test]
fn a_pdf_is_read() {
    let first = page(
        1,
        Some("The long talks"),
        &[
            "The keeper said that \\223the north pier would stay shut until the sur-",
            "vey is in\\224, and that nobody had asked the pilots. A well-known of\\001cer of",
            "the well-",
            "known office, he said, had not. The harbour has four piers, and all of them",
        ],
    );
    let second = page(
        2,
        None,
        &[
            "are old. \\223That is how it is.\\224",
            "",
            "A second paragraph stands here, and says a little more than the first.",
        ],
    );
    let third =
        page(3, None, &["ignored"]).replace("(ignored) Tj", "/G 11 Tf <000200010021> Tj [<0041> -300 <00020003>] TJ");
    let text = Text::of_document("talks.pdf", &pdf(&[first, second, third])).unwrap();
    assert_eq!(text.format(), Format::Pdf);
    assert_eq!(kind_of(&text, "The long talks"), Kind::Title);
    for words in [
        "the north pier would stay shut until the survey is in",
        "A well-known officer of the well-known office",
        "and all of them are old.",
        "“That is how it is.”",
        "A second paragraph stands here",
    ] {
        assert_eq!(kind_of(&text, words), Kind::Body, "{words}");
    }
    assert!(text.as_str().contains("баА бв"), "{}", text.as_str());
    assert!(!text.as_str().contains("Harbour Review"));
    assert_eq!(left(&text, "Harbour Review, number 7"), Kind::Margin);
}

#[test]
fn what_a_pdf_cannot_give_is_told() {
    let empty = pdf(&["0 0 600 800 re f".to_owned()]);
    assert_eq!(Text::of_document("scan.pdf", &empty).unwrap_err(), Unread::NoText(Format::Pdf));
    assert_eq!(Text::of_document("bad.pdf", b"%PDF-1.4\nnothing").unwrap_err(), Unread::Damaged(Format::Pdf));
    let locked = String::from_utf8(pdf(&[page(1, None, &["Words."])])).unwrap().replace(
        "trailer <</Root 1 0 R>>",
        "30 0 obj <</Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <0011223344556677889900112233445566778899001122334455667788990011> /U <0011223344556677889900112233445566778899001122334455667788990011>>> endobj\ntrailer <</Root 1 0 R /Encrypt 30 0 R /ID [<00> <00>]>>",
    );
    assert_eq!(Text::of_document("locked.pdf", locked.as_bytes()).unwrap_err(), Unread::Encrypted(Format::Pdf));
}

/// A drawing that draws itself, twice each time.
#[test]
fn drawings_in_drawings_end() {
    let content = "BT /F 11 Tf (The pier is shut.) Tj ET /X Do /X Do";
    let source = String::from_utf8(pdf(&[content.to_owned()])).unwrap();
    let source = source.replace("/Font <<", "/XObject <</X 7 0 R>> /Font <<").replace(
        "trailer",
        "7 0 obj <</Subtype /Form /Length 44>> stream\n/X Do /X Do BT /F 9 Tf (Round again.) Tj ET  \nendstream endobj\ntrailer",
    );
    let text = Text::of_document("round.pdf", source.as_bytes()).unwrap();
    assert!(text.as_str().contains("The pier is shut."));
}

#[test]
fn three_hundred_pages_are_read() {
    let letters = |number: usize| -> String {
        (0..4).map(|place| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8)).collect()
    };
    let line =
        |number| format!("The keeper said that pier {} would stay shut until the survey is in, and", letters(number));
    let page_of = |number: usize| {
        let lines: Vec<String> = (0..40).map(|at| line(number * 40 + at)).collect();
        page(number, None, &lines.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let pages: Vec<String> = (1..=300).map(page_of).collect();
    let text = Text::of_document("long.pdf", &pdf(&pages)).unwrap();
    assert!(text.as_str().len() > 900_000);
    assert_eq!(text.left_out().iter().filter(|left| left.kind == Kind::Margin).count(), 600);
}
