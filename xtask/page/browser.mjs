// How is a page opened? In a fresh context each time, with what it asks for and complains of written down.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const LOOK = readFileSync(new URL("look.js", import.meta.url), "utf8");
// No name of any host is found but this machine's own address: what a page may ask for, nobody else hears.
const QUIET = [
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launched = (executablePath) => chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: QUIET });

// Runs `use` on the page, with the functions of look.js in it, and closes it.
export async function opened(browser, file, options, use) {
  const { width = 1440, height = 1000, scripts = true } = options;
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: scripts, serviceWorkers: "block" });
  const heard = { requests: [], complaints: [] };
  const page = await context.newPage();
  page.on("request", (request) => heard.requests.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && heard.complaints.push(message.text()));
  page.on("pageerror", (error) => heard.complaints.push(String(error)));
  await page.exposeBinding("heardBreach", (_, breach) => heard.complaints.push(breach));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      globalThis.heardBreach(`breach of ${event.effectiveDirective}: ${event.blockedURI}`)));
  try {
    await turned(page, file);
    return await use(page, heard);
  } finally {
    await context.close();
  }
}

// Takes the page to a file.
export async function turned(page, file) {
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  await page.evaluate(LOOK);
}

// Puts the page into its switched state; what that is, as a word for a line.
export const switched = (page) =>
  page.evaluate(() => {
    const two = look.two();
    look.set(two);
    return Object.entries(two).map(([name, answer]) => `${name}=${answer}`).join(" ") || "no switch";
  });
