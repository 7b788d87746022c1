// How is a desk opened? The program on a copy of a dossier, a browser that came in, and all it asks for and complains of.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";

// Answers that a check asks for: the browser writes each that is no success on its console.
const ASKED = /the server responded with a status of (409|413|422|404)/;

// A fresh folder, with what is in another.
export function copied(plan, name, from) {
  const folder = join(plan.out, "run", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (from) cpSync(from, folder, { recursive: true });
  return folder;
}

// Every file of a dossier with its bytes; the program's own folder is none. A file may go while it is looked at.
export function files(folder) {
  const found = readdirSync(folder, { recursive: true }).filter((path) => !path.split("/").includes(".zopa"));
  const bytes = (path) => {
    try {
      return readFileSync(join(folder, path), "latin1");
    } catch (error) {
      if (error.code === "ENOENT") return "";
      throw error;
    }
  };
  return found.filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile()).sort()
    .map((path) => `${relative(".", path)}\n${bytes(path)}`).join("\n");
}

// Every program that was started and has not ended: none outlives the checks.
const running = new Set();
export const ended = () => running.forEach((program) => program.kill("SIGKILL"));

// Starts the program; `at` is the address that it shows, `started` the milliseconds until then.
export async function served(plan, folder, port = 0) {
  const before = performance.now();
  const program = spawn(plan.zopa, ["serve", folder, "--port", String(port)], { stdio: ["ignore", "ignore", "pipe"] });
  running.add(program);
  let told = "";
  const over = new Promise((done) => program.on("exit", (code, signal) => (running.delete(program), done({ code, signal, told }))));
  const entry = await new Promise((done, failed) => {
    program.stderr.on("data", (data) => {
      told += data;
      const found = told.match(/http:\S+/);
      if (found) done(found[0]);
    });
    over.then(({ code }) => failed(new Error(`zopa serve ended with ${code}: ${told}`)));
  });
  const started = performance.now() - before;
  const newest = () => told.match(/http:\S+/g).at(-1);
  const end = async (signal = "SIGTERM") => (program.kill(signal), over);
  const memory = () => Number(readFileSync(`/proc/${program.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024;
  return { entry, newest, started, before, end, memory, folder, origin: new URL(entry).origin, pid: program.pid };
}

// A window of a browser of its own, which has come in.
export async function entered(browser, desk, options = {}) {
  const { width = 1440, height = 900, scripts = true } = options;
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: scripts, acceptDownloads: true });
  const heard = { faults: [], dialogs: [] };
  const page = await window(context, desk, heard);
  await page.goto(desk.newest());
  return { context, page, heard, another: () => window(context, desk, heard) };
}

async function window(context, desk, heard) {
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${desk.origin}/`) && !url.startsWith("data:")) heard.faults.push(`asked for ${url}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !ASKED.test(message.text())) heard.faults.push(`complains: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.faults.push(`fails: ${error}`));
  page.on("dialog", (dialog) => {
    heard.dialogs.push(`${dialog.type()}: ${dialog.message()}`);
    return dialog.accept();
  });
  await page.exposeBinding("heardBreach", (_, breach) => heard.faults.push(breach));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      globalThis.heardBreach(`breach of ${event.effectiveDirective}: ${event.blockedURI}`)));
  return page;
}

// Runs a check on a desk of its own, and closes all of it. What the browser complained of is a fault of every check.
export async function onDesk(browser, plan, name, from, use, options) {
  const desk = await served(plan, copied(plan, name, from));
  const faults = [];
  const one = await entered(browser, desk, options);
  const is = (holds, what) => holds || faults.push(what);
  const figure = await use({ ...one, desk, is, folder: desk.folder }).catch((error) => (faults.push(String(error.stack ?? error)), "ended early"));
  await one.context.close();
  const { code, told } = await desk.end();
  is(code === 0 || code === null, `the desk ended with ${code}: ${told}`);
  return { figure, faults: [...faults, ...one.heard.faults] };
}

// Waits until something is so, asked again and again for two seconds.
export async function until(what, ask) {
  for (let turn = 0; turn < 100; turn += 1) {
    // A folder that is just being written may be gone between two looks at it.
    if (await Promise.resolve().then(ask).catch((error) => { if (error.code !== "ENOENT") throw error; })) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`never so: ${what}`);
}

export const text = (folder, file) => readFileSync(join(folder, file), "utf8");

// Presses a key of the review, and waits for the screen that it leads to.
export async function pressed(page, key) {
  const before = await page.evaluate(() => (document.querySelector("main").dataset.seen = "yes"));
  await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector("main:not([data-seen])"), before);
}
