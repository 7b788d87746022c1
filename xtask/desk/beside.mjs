// Do two readings stand side by side: two wordings, a report and its rewrite, two coders' cases; and does a link lead a
// colleague, at a desk of their own, to the same view?
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { articles } from "./bring.mjs";
import { seen } from "./brief.mjs";
import { copied, entered, files, onDesk, served } from "./open.mjs";

export function beside(browser, plan) {
  return onDesk(browser, plan, "beside", join(plan.root, "examples/strait"), async ({ page, is, folder, desk }) => {
    const before = files(folder);
    // Another reads one sentence otherwise, and one claim not at all.
    const mine = readFileSync(join(folder, "strait.zopa"), "utf8");
    const theirs = mine.replace(/^( +\S+) requires (\S+ = \S+)$/m, "$1 rejects $2");
    is(theirs !== mine, "the other case reads nothing otherwise");
    const other = join(plan.out, "other-coder.zopa");
    writeFileSync(other, theirs);
    await page.click("nav >> text=Beside");
    await page.setInputFiles("input[type=file]", other);
    await page.click("form.other button");
    await page.locator("main.beside table, main.beside section, main.beside h2").first().waitFor();
    const shown = await page.locator("main.beside").textContent();
    const [line] = theirs.split("\n").filter((line, at) => line !== mine.split("\n")[at]);
    const [was] = mine.split("\n").filter((line, at) => line !== theirs.split("\n")[at]);
    for (const reading of [line, was]) is(shown.includes(reading.trim()), `both readings are shown: ${reading.trim()}`);
    is(files(folder) === before, "nothing of the other case is kept");

    // The same case says nothing else.
    await page.goto(`${desk.origin}/beside`);
    writeFileSync(other, mine);
    await page.setInputFiles("input[type=file]", other);
    await page.click("form.other button");
    await page.waitForFunction(() => document.querySelector("main.beside").textContent.length > 200);
    is(!(await page.locator("main.beside").textContent()).includes(line.trim()), "a case beside itself has no second reading");

    // A report and its rewrite, and two wordings: where the reports are compared.
    await page.goto(`${desk.origin}/bring`);
    await page.setInputFiles("#file", ["docks", "weir", "quota"].flatMap((name) => articles(plan, name)));
    await page.click("form.arrivals button.main");
    await page.locator("tr.new").first().waitFor();
    await page.click("nav >> text=Sources");
    const sources = await seen(page);
    const inner = page.frameLocator("iframe");
    const between = await inner.locator("q.i, q.o").count();
    is(sources.includes("was made from") && between > 0, "a report stands beside its rewrite, with what was changed");
    const wordings = await inner.locator("section", { hasText: "Wordings of one utterance" }).locator("q").count();
    is(wordings > 1, "wordings of one utterance stand side by side");
    return `two readings of one sentence; ${between} changes between a report and its rewrite; ${wordings} wordings`;
  });
}

// The address of a view, taken to another desk on a copy of the same dossier.
export async function link(browser, plan) {
  const faults = [];
  const strait = join(plan.root, "examples/strait");
  const views = ["/brief?with=fee+%3D+none", "/brief?without=ledger", "/brief?for=tarvia", "/brief?since=dorrimouth", "/document?source=herald", "/sources?without=ledger", "/text?file=0&line=12"];
  // The same name of the folder: it stands on the page.
  const folders = ["link/one/strait", "link/two/strait"].map((name) => copied(plan, name, strait));
  const desks = [];
  for (const folder of folders) desks.push(await served(plan, folder));
  const ones = [];
  for (const desk of desks) ones.push(await entered(browser, desk));
  const look = async ({ page }, desk, view) => {
    await page.goto(`${desk.origin}${view}`);
    const framed = (await page.locator("iframe").count()) > 0;
    const words = framed ? await seen(page) : await page.locator("main").innerText();
    const caret = await page.evaluate(() => document.querySelector("#text")?.selectionStart);
    return `${words}\n${caret}`.replaceAll(desk.folder, "");
  };
  const all = [];
  for (const view of views) {
    const [mine, theirs] = [await look(ones[0], desks[0], view), await look(ones[1], desks[1], view)];
    if (mine !== theirs) faults.push(`${view} shows something else at another desk`);
    if (all.includes(mine)) faults.push(`${view} shows what another view shows`);
    all.push(mine);
  }
  // A switch stands in the address too.
  await ones[0].page.goto(`${desks[0].origin}/brief`);
  await seen(ones[0].page);
  await ones[0].page.frameLocator("iframe").locator("input[data-place]:not(:checked)").first().evaluate((radio) => radio.click());
  await ones[0].page.waitForURL(/[?&]set=/);
  const { pathname, search } = new URL(ones[0].page.url());
  const switched = await seen(ones[0].page);
  await ones[1].page.goto(`${desks[1].origin}${pathname}${search}`);
  if ((await seen(ones[1].page)) !== switched) faults.push(`${search}: the switch is not set at another desk`);
  for (const one of ones) {
    faults.push(...one.heard.faults);
    await one.context.close();
  }
  for (const desk of desks) await desk.end();
  return { figure: `${views.length + 1} views are the same at another desk`, faults };
}
