// Is the page quiet, open to everybody, complete without its script, and narrow enough?
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { opened, switched } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function size(_, plan) {
  const bytes = statSync(plan.file).size;
  const figure = `${bytes.toLocaleString("en")} bytes (bound ${plan.bytes.toLocaleString("en")})`;
  return { figure, faults: bytes < plan.bytes ? [] : [`${bytes - plan.bytes} bytes too many`] };
}

// Every switch at every position, every fold, every link within, and paper.
export function requests(browser, plan) {
  return opened(browser, plan.file, {}, async (page, heard) => {
    const done = await page.evaluate(() => {
      look.unfold();
      const clicked = [...look.all("input[type=radio]"), ...look.all("#leave-all-open"), ...look.all("a[href^='#']")];
      clicked.forEach((element) => element.click());
      return clicked.length;
    });
    await page.emulateMedia({ media: "print" });
    await page.pdf();
    const others = heard.requests.slice(1).map((url) => `asked for ${url}`);
    const foreign = await page.evaluate(() => look.all("[src], link[href], [srcset], [background]").map((element) => element.outerHTML.slice(0, 120)));
    const faults = [...others, ...heard.complaints, ...foreign.map((element) => `would load: ${element}`)];
    return { figure: `${heard.requests.length - 1} requests beyond the file, ${heard.complaints.length} complaints, over ${done} clicks`, faults };
  });
}

export async function axe(browser, plan) {
  const faults = [];
  const counts = { states: 0, minor: 0 };
  for (const width of [1440, 390]) {
    await opened(browser, plan.file, { width }, async (page) => {
      await page.evaluate(AXE);
      for (const state of ["open", "switched", "unfolded"]) {
        if (state === "switched") await switched(page);
        if (state === "unfolded") await page.evaluate(() => look.unfold());
        const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
        const grave = found.violations.filter((each) => ["serious", "critical"].includes(each.impact));
        counts.states += 1;
        counts.minor = Math.max(counts.minor, found.violations.length - grave.length);
        faults.push(...grave.map((each) => `${width} px, ${state}: ${fault(each)}`));
      }
    });
  }
  return { figure: `${faults.length} serious or critical faults in ${counts.states} states; lesser ones: ${counts.minor}`, faults };
}

const fault = (found) => `${found.id} (${found.impact}), ${found.nodes.length} times: ${found.help}\n  ${found.nodes[0].html.slice(0, 160)}\n  ${(found.nodes[0].any[0] ?? found.nodes[0].all[0] ?? found.nodes[0].none[0])?.message ?? ""}`;

// Whatever is shown with the script, everything open, is shown without it, in the same order.
export async function scriptsOff(browser, plan) {
  const seen = (scripts) =>
    opened(browser, plan.file, { scripts }, (page) =>
      page.evaluate(() => ({
        pieces: look.pieces(document.body),
        sections: look.all("section[id]").filter(look.shown).map((section) => section.id),
        switches: look.all("[data-switch], #leave-all-open").filter(look.shown).length,
      })));
  const [on, off] = [await seen(true), await seen(false)];
  const missing = lost(on.pieces, off.pieces).map((piece) => `only with the script: ${piece.slice(0, 160)}`);
  const sections = on.sections.filter((id) => !off.sections.includes(id)).map((id) => `section ${id} is not shown without the script`);
  const dead = off.switches ? [`${off.switches} switches are shown that nothing works`] : [];
  const more = off.pieces.length - on.pieces.length + missing.length;
  return { figure: `${on.pieces.length} pieces of text in ${on.sections.length} sections, ${missing.length} missing, ${more} more`, faults: [...sections, ...missing, ...dead] };
}

// Those of a list that do not come, in their order, in another.
function lost(list, other) {
  let at = 0;
  return list.filter((piece) => {
    const found = other.indexOf(piece, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

export async function width(browser, plan) {
  const faults = [];
  const widths = [];
  for (const width of [820, 390]) {
    await opened(browser, plan.file, { width }, async (page) => {
      for (const state of ["open", "switched", "unfolded"]) {
        if (state === "switched") await switched(page);
        if (state === "unfolded") await page.evaluate(() => look.unfold());
        const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        widths.push(wide);
        if (wide > window) faults.push(`${width} px, ${state}: ${wide} wide; ${(await page.evaluate(() => look.beyond())).join("; ")}`);
      }
    });
  }
  return { figure: `at 820 and 390 the document is ${[...new Set(widths)].join(", ")} wide`, faults };
}
