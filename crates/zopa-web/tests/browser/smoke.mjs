// Does the desk work in a browser? A short look, with nothing but Node.js: Chromium is led through its own pipe.
//
//   node smoke.mjs CHROMIUM ADDRESS
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [chromium, address] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "zopa-smoke-"));
const QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = spawn(chromium, ["--headless", "--remote-debugging-pipe", ...QUIET, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const complaints = [];

// ---- what is asked of the browser, and what it says ----

const open = new Map();
let [number, rest, tab] = [0, "", undefined];
const ask = (method, params = {}) => new Promise((done, failed) => {
  number += 1;
  open.set(number, { done, failed });
  browser.stdio[3].write(`${JSON.stringify({ id: number, method, params, sessionId: tab })}\0`);
});
browser.stdio[4].on("data", (data) => {
  const said = (rest + data).split("\0");
  rest = said.pop();
  said.map((text) => JSON.parse(text)).forEach(hear);
});
function hear({ id, result, error, method, params }) {
  if (id) {
    const { done, failed } = open.get(id);
    error ? failed(new Error(error.message)) : done(result);
  }
  if (method === "Runtime.exceptionThrown") complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
  if (method === "Runtime.consoleAPICalled" && ["error", "warning"].includes(params.type)) complaints.push(JSON.stringify(params.args));
  if (method === "Log.entryAdded" && params.entry.level === "error") complaints.push(params.entry.text);
  if (method === "Page.javascriptDialogOpening") complaints.push(`a dialog: ${params.message}`);
}

const value = async (expression) => (await ask("Runtime.evaluate", { expression, returnByValue: true })).result.value;
// A page that is just giving way to the next one cannot answer: it is asked again.
const leaving = (error) => {
  if (error.message !== "Inspected target navigated or closed") throw error;
};
async function until(what, expression) {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await value(expression).catch(leaving)) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`never so: ${what}; the page says: ${await value("document.body.innerText.slice(0, 400)")}`);
}
async function press(key) {
  for (const type of ["keyDown", "keyUp"]) await ask("Input.dispatchKeyEvent", { type, key, text: type === "keyDown" ? key : undefined });
}
const place = (text) => `document.querySelector(".steps [role=status]")?.textContent === "${text}"`;

// ---- the look ----

async function look() {
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  tab = (await ask("Target.attachToTarget", { targetId, flatten: true })).sessionId;
  for (const domain of ["Page", "Runtime", "Log"]) await ask(`${domain}.enable`);
  await ask("Page.navigate", { url: address });
  await until("the address opens the desk", "location.pathname === '/brief'");
  await until("the brief stands in its frame", "document.querySelector('iframe')?.contentDocument?.querySelector('h1')?.textContent");
  await value("document.querySelector('nav a[href=\"/review\"]').click()");
  await until("three suggestions wait", place("1 of 3"));
  // The page stands before its script has begun to listen for keys.
  await until("the script has begun", "document.querySelector('[aria-autocomplete]')");
  await press("a");
  await until("the key accepts, and the next is on the desk", place("1 of 2"));
  await press("u");
  await until("the key takes it back", place("2 of 3"));
  await press("k");
  await until("the key goes back", place("1 of 3"));
  await press("j");
  await until("the key goes on", place("2 of 3"));
  await press("a");
  await until("the second is accepted", place("2 of 2"));
  if (complaints.length) throw new Error(complaints.join("\n"));
}

let failed = 0;
await look().catch((error) => ((failed = 1), console.error(error.message)));
browser.kill();
await new Promise((done) => browser.once("exit", done));
// The browser may still be putting something down: what is left lies among what the system throws away.
try {
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
} catch {}
process.exit(failed);
