//! How does a program ask the desk something, with every byte of the request its own?

use std::io::{Read, Write};
use std::net::TcpStream;

/// A request.
#[derive(Clone)]
pub struct Ask {
    pub method: &'static str,
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// What came of it.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Ask {
    fn new(method: &'static str, target: &str) -> Ask {
        Ask { method, target: target.to_owned(), headers: Vec::new(), body: Vec::new() }
    }

    pub fn get(target: &str) -> Ask {
        Ask::new("GET", target)
    }

    /// A form as browsers send it.
    pub fn post(target: &str, fields: &[(&str, &str)]) -> Ask {
        let body = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let ask = Ask::new("POST", target).with("Content-Type", "application/x-www-form-urlencoded");
        Ask { body: body.collect::<Vec<_>>().join("&").into_bytes(), ..ask }
    }

    /// With this header in place of one of its name.
    pub fn with(mut self, name: &str, value: &str) -> Ask {
        self = self.without(name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Ask {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self
    }

    /// What a browser adds on a page of the desk.
    pub fn by(mut self, host: &str, cookie: &str) -> Ask {
        let mut add = |name: &str, value: String| {
            if !self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                self.headers.push((name.to_owned(), value));
            }
        };
        add("Host", host.to_owned());
        add("Cookie", cookie.to_owned());
        add("Sec-Fetch-Site", "same-origin".to_owned());
        if self.method != "GET" {
            add("Origin", format!("http://{host}"));
        }
        self
    }

    fn head(&self) -> String {
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = self.body.len();
        format!(
            "{} {} HTTP/1.1\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n",
            self.method, self.target
        )
    }

    /// Sends it; the answer is read when [`Sent::answer`] is called.
    pub fn send(&self, port: u16) -> std::io::Result<Sent> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.write_all(self.head().as_bytes())?;
        stream.write_all(&self.body)?;
        Ok(Sent { stream, head_alone: self.method == "HEAD" })
    }
}

/// A request whose answer is not there yet.
pub struct Sent {
    stream: TcpStream,
    head_alone: bool,
}

impl Sent {
    /// The whole answer. A body that breaks off is an error.
    pub fn answer(mut self) -> std::io::Result<Answer> {
        let mut bytes = Vec::new();
        self.stream.read_to_end(&mut bytes)?;
        Answer::of(&bytes, self.head_alone).ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into())
    }
}

impl Answer {
    fn of(bytes: &[u8], head_alone: bool) -> Option<Answer> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&bytes[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let header = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        let headers: Vec<(String, String)> = lines.filter_map(header).collect();
        let answer = Answer { status, headers, body: bytes[end + 4..].to_vec() };
        let length: usize = answer.header("content-length")?.parse().ok()?;
        (head_alone || answer.body.len() == length).then_some(answer)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// A value as a form and an address have it.
pub fn encoded(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}
