//! How does the desk open, and how does it end?

use crate::desk::Desk;
use crate::gate::Gate;
use crate::routes::{Shared, routes};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use zopa::Problem;
use zopa::report::desk as words;
use zopa_dossier::{DossierError, Seat};

/// The port that is asked for first, so that a colleague's link leads to one's own desk.
const PORT: u16 = 9672;

/// How long an answer may still take when the desk is stopped.
const FINISH: Duration = Duration::from_secs(2);

/// What is served, and where.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of the case, which is there; it may be empty.
    pub dir: PathBuf,
    /// The port of the loopback address; without one, the usual port, or any that is free.
    pub port: Option<u16>,
}

/// Why the desk did not open.
#[derive(Debug)]
pub enum Failed {
    /// The dossier.
    Dossier(DossierError),
    /// The machine.
    Machine(Problem),
}

impl From<DossierError> for Failed {
    fn from(error: DossierError) -> Self {
        Failed::Dossier(error)
    }
}

/// Serves a dossier until it is stopped by Ctrl+C, or by the signal with which a system ends its programs. `tell` is given
/// what the terminal is to show.
///
/// # Errors
/// See [`Failed`]; once the desk is open it ends only by being stopped.
pub fn serve(settings: &Settings, tell: impl Fn(&str) + Send + Sync + 'static) -> Result<(), Failed> {
    let runtime = runtime()?;
    // Whoever reads the address may stop the desk at once: signals are listened to before it is told.
    let stop = {
        let _inside = runtime.enter();
        signalled()
    };
    answer_until(&runtime, settings, tell, stop)
}

/// The same, until `stop` is done.
///
/// # Errors
/// As [`serve`].
pub fn serve_until(
    settings: &Settings,
    tell: impl Fn(&str) + Send + Sync + 'static,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Failed> {
    answer_until(&runtime()?, settings, tell, stop)
}

fn runtime() -> Result<Runtime, Failed> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|_| no_port())
}

fn answer_until(
    runtime: &Runtime,
    settings: &Settings,
    tell: impl Fn(&str) + Send + Sync + 'static,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Failed> {
    let desk = Desk::of(&settings.dir);
    let root = desk.now()?.dossier.root().to_owned();
    let seat = Seat::take(&root)?;
    let listener = listener(settings.port)?;
    let address = listener.local_addr().map_err(|_| no_port())?;
    seat.say(&format!("http://{address}"));
    let gate = Gate::new(address.port()).map_err(|_| no_port())?;
    tell(&words::open_at(&gate.entry()));
    tell(words::STOP);
    let (stopped, stopping) = watch::channel(false);
    let tell: Arc<dyn Fn(&str) + Send + Sync> = Arc::new(tell);
    let shared = Shared { desk: Arc::new(desk), gate: Arc::new(gate), tell: Arc::clone(&tell), stopping };
    let stop = async move {
        stop.await;
        let _ = stopped.send(true);
    };
    // A change that is being made is let finish: the runtime waits for it.
    runtime.block_on(answering(listener, shared, stop)).map_err(|_| no_port())?;
    tell(words::STOPPED);
    Ok(())
}

/// Answers until it is stopped, and then as long as there is an answer to finish; a connection on which nobody asks anything
/// is not waited for.
async fn answering(
    listener: TcpListener,
    shared: Shared,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let mut stopping = shared.stopping.clone();
    let served = axum::serve(listener, routes(shared)).with_graceful_shutdown(stop);
    tokio::select! {
        served = served.into_future() => served,
        () = async { let _ = stopping.changed().await; tokio::time::sleep(FINISH).await } => Ok(()),
    }
}

/// Done when somebody asks the program to end. Listens from the call on.
#[cfg(unix)]
fn signalled() -> impl Future<Output = ()> + Send + 'static {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    async fn heard(signal: Option<Signal>) {
        match signal {
            Some(mut signal) => signal.recv().await.unwrap_or_default(),
            None => std::future::pending().await,
        }
    }
    let (broken, ended) = (signal(SignalKind::interrupt()).ok(), signal(SignalKind::terminate()).ok());
    async {
        tokio::select! {
            () = heard(broken) => {}
            () = heard(ended) => {}
        }
    }
}

/// Done when somebody asks the program to end.
#[cfg(not(unix))]
async fn signalled() {
    let _ = tokio::signal::ctrl_c().await;
}

/// A place on the loopback address, and nowhere else.
fn listener(port: Option<u16>) -> Result<TcpListener, Failed> {
    let at = |port: u16| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => at(port).map_err(|_| {
            let (message, help) = (words::port_taken(port), words::ANOTHER_PORT.to_owned());
            Failed::Machine(Problem { code: "port-taken", message, help })
        }),
        None => at(PORT).or_else(|_| at(0)).map_err(|_| no_port()),
    }
}

fn no_port() -> Failed {
    Failed::Machine(no_port_problem())
}

fn no_port_problem() -> Problem {
    Problem { code: "no-port", message: words::NO_PORT.to_owned(), help: words::LET_LISTEN.to_owned() }
}
