//! How does a browser send files?

use crate::client::Ask;

impl Ask {
    /// Files and fields as browsers send them: name of the field, name of the file if it is one, bytes.
    pub fn files(target: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Ask {
        const LINE: &str = "----zopa-test-boundary";
        let mut body = Vec::new();
        for (name, file, bytes) in parts {
            let file = file.map(|file| format!("; filename=\"{}\"", file.replace('"', "%22"))).unwrap_or_default();
            body.extend(
                format!("--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{LINE}--\r\n").into_bytes());
        let ask = Ask { method: "POST", ..Ask::get(target) }
            .with("Content-Type", &format!("multipart/form-data; boundary={LINE}"));
        Ask { body, ..ask }
    }
}
