// Does page 1 stand alone on paper, and what does all of it look like?
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { opened, switched } from "./browser.mjs";

const PAPERS = ["A4", "Letter"];

// Letters and digits alone: where lines break, and how a font joins letters, is all one.
const compact = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const printed = async (page, folder, paper) => {
  const path = join(folder, `${paper}.pdf`);
  await page.pdf({ path, format: paper, printBackground: true });
  return path;
};

const leaves = (tools, path) =>
  execFileSync(tools.pdftotext, ["-raw", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\f").slice(0, -1).map(compact);

// What has to stand on page 1, and what in the list of quotes, as pieces of text shown on paper.
const wanted = (page) =>
  page.evaluate(() => {
    const pieces = (selector) => look.all(selector).flatMap(look.pieces);
    return {
      headline: pieces("h1"),
      bar: pieces(".bar"),
      "what it turns on": pieces("#turns-on .hinge h4"),
      grid: pieces("#where tbody th"),
      columns: pieces("#where thead th bdi"),
      quotes: pieces("#quotes li q"),
    };
  });

export function print(browser, plan, tools) {
  return opened(browser, plan.file, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const { quotes, ...first } = await wanted(page);
    const faults = Object.entries(first).filter(([, pieces]) => !pieces.length).map(([what]) => `${what}: nothing of it is shown on paper`);
    const counts = [];
    for (const paper of PAPERS) {
      const texts = leaves(tools, await printed(page, plan.folder, paper));
      counts.push(`${texts.length} pages of ${paper}`);
      const gone = (pieces, text) => pieces.filter((piece) => !text.includes(compact(piece)));
      for (const [what, pieces] of Object.entries(first)) {
        faults.push(...gone(pieces, texts[0]).map((piece) => `${paper}, page 1, ${what}: ${piece}`));
      }
      faults.push(...gone(quotes, texts.join("")).map((quote) => `${paper}, quotes: ${quote}`));
    }
    const sought = Object.values(first).flat().length;
    return { figure: `${counts.join(", ")}; ${sought} things sought on page 1, ${quotes.length} quotes in all`, faults };
  });
}

// Pieces of this height: a window's worth is seen first, and a page is longer than one picture can be.
const PIECE = 3000;
const OF_SWITCHED = 2;

async function taken(page, folder, name, most) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  await page.screenshot({ path: join(folder, `${name}-first.png`) });
  const count = Math.min(most, Math.ceil(height / PIECE));
  for (let n = 0; n < count; n += 1) {
    const clip = { x: 0, y: n * PIECE, width, height: Math.min(PIECE, height - n * PIECE) };
    await page.screenshot({ path: join(folder, `${name}-${String(n + 1).padStart(2, "0")}.png`), fullPage: true, clip });
  }
  return count + 1;
}

export async function pictures(browser, plan, tools) {
  const folder = join(plan.folder, "pictures");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let [count, state] = [0, ""];
  for (const width of [1440, 820, 390]) {
    await opened(browser, plan.file, { width }, async (page) => {
      count += await taken(page, folder, `${width}-open`, Infinity);
      state = await switched(page);
      count += await taken(page, folder, `${width}-switched`, OF_SWITCHED);
    });
  }
  await opened(browser, plan.file, {}, async (page) => {
    for (const paper of PAPERS) {
      execFileSync(tools.pdftoppm, ["-r", "72", "-png", await printed(page, plan.folder, paper), join(folder, paper)]);
    }
  });
  return { figure: `${count} screenshots (switched: ${state}) and the printed pages, in ${folder}`, faults: [] };
}
