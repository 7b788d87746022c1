// What was left out of a report: is it brought back with a click, and left out again, as an edit like every other?
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { files, onDesk, text, until } from "./open.mjs";

const PAGE = `<!doctype html><html lang=en><head><title>The fee</title></head><body><nav><a href=/>Home</a> <a href=/w>Weather</a></nav>
<article><h1>The fee of the harbour</h1><p>North Quay wants the low fee, the minister said on Monday morning.</p>
<aside class=related><a href=a>Read more: <b>the pilots</b></a></aside>
<p>South Quay did not answer, and its mayor was not to be found on Monday.</p>
<figure><figcaption>The mayor of South Quay said that she knows of no fee at all</figcaption></figure>
<p>Nobody asked the pilots of the harbour, who have their own wishes.</p></article></body></html>`;

const CASE = `case "Harbour"
party north "North Quay"
issue fee "Harbour fee"
  option low
  option high
source post "Post" published 2026-05-02
  document documents/post.html
claim low "North wants the low fee"
  north requires fee = low
  said by north
    quote post > wants the low fee
claim pilots "Nobody asked them"
  about fee
  quote post > asked the pilots
`;

export function keep(browser, plan) {
  return onDesk(browser, plan, "keep", null, async ({ page, another, is, folder, desk }) => {
    // Another program puts the dossier there; the desk follows.
    mkdirSync(join(folder, "documents"), { recursive: true });
    writeFileSync(join(folder, "documents/post.html"), PAGE);
    writeFileSync(join(folder, "case.zopa"), CASE);
    const started = files(folder);
    const lines = () => text(folder, "case.zopa");

    // From the list beside the report, by keyboard alone.
    await page.goto(`${desk.origin}/bring`);
    await page.locator("details.pieces-out summary").focus();
    await page.keyboard.press("Enter");
    const back = page.locator("form.piece button", { hasText: "Bring back" });
    const count = await back.count();
    is(count === 3, `${count} pieces can be brought back, not the menu, the teaser and the caption`);
    await page.locator("button[aria-label^='Bring back: The mayor of South Quay']").focus();
    await page.keyboard.press("Enter");
    const out = page.locator("form.piece button", { hasText: "Leave out again" });
    await out.waitFor();
    is(lines().split("\n").filter((line) => !CASE.split("\n").includes(line)).join("|") === "  keep > The mayor of South Quay said that she", `one line more: ${lines()}`);
    is(lines().replace(/ {2}keep .*\n/, "") === CASE, "and nothing else is changed");
    is(await page.evaluate(() => document.activeElement.textContent === "Leave out again"), "the keyboard stays at the piece");
    is(await page.locator("details.pieces-out").evaluate((list) => list.open), "and the list open");

    // It is text of the document now, and can be quoted; what was quoted is still found.
    await page.goto(`${desk.origin}/document?source=post`);
    const words = async () => (await page.locator(".words").textContent()).replace(/\s+/g, " ");
    is((await words()).includes("found on Monday. The mayor of South Quay said that she knows of no fee at all Nobody asked"), `where it stood: ${await words()}`);
    is((await page.locator("mark").allTextContents()).join("|") === "wants the low fee|asked the pilots", "every quote is marked in its words");
    await page.goto(`${desk.origin}/text?file=0`);
    is(await page.locator(".messages .error").count() === 0, "nothing is wrong with the case");
    await page.goto(`${desk.origin}/speakers`);
    is((await page.locator(".speakers tbody").textContent()).includes("knows of no fee"), "who speaks in it is asked for");

    // Two windows: the later is told, and nothing is written over.
    const other = await another();
    // The other one hears no news, as where somebody is quicker than they are.
    await other.route("**/changed*", () => null);
    await page.goto(`${desk.origin}/document?source=post`);
    await other.goto(`${desk.origin}/document?source=post`);
    for (const window of [page, other]) await window.locator("details.pieces-out").evaluate((list) => (list.open = true));
    await page.bringToFront();
    await page.locator("form.piece button", { hasText: "Leave out again" }).click();
    await until("it is left out again", () => lines() === CASE);
    await other.bringToFront();
    await other.locator("form.piece button", { hasText: "Leave out again" }).click();
    await other.locator("#problems .problems").waitFor();
    is((await other.locator("#problems").textContent()).includes("is not in the text"), "the later is told");
    is(lines() === CASE, "and nothing is written over");

    // A piece between two paragraphs that one quote joins: refused, with the words.
    writeFileSync(join(folder, "case.zopa"), `${CASE}claim long "Long"\n  about fee\n  quote post > on Monday. Nobody asked the pilots of the harbour\n`);
    await page.bringToFront();
    await page.goto(`${desk.origin}/document?source=post`);
    await page.locator("details.pieces-out").evaluate((list) => (list.open = true));
    const before = files(folder);
    await page.locator("button[aria-label^='Bring back: The mayor of South Quay']").click();
    await page.locator("#problems .problems").waitFor();
    is(files(folder) === before, "what would part a quote changes nothing");
    writeFileSync(join(folder, "case.zopa"), CASE);

    // Undo, to the byte.
    await page.goto(`${desk.origin}/document?source=post`);
    await page.locator("details.pieces-out").evaluate((list) => (list.open = true));
    await page.locator("button[aria-label^='Bring back: Read more']").click();
    await until("the teaser is back", () => lines().includes("keep > Read more: the pilots"));
    await page.locator("body").press("u");
    await until("bringing back is taken back to the byte", () => files(folder) === started);
    return `${count} pieces; one brought back by keyboard, read as the article, left out again in two windows, one refused`;
  });
}
