// Is it said in the browser who speaks, from which report something comes, and what a claim means, with nothing typed twice?
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articles } from "./bring.mjs";
import { files, onDesk, pressed, text, until } from "./open.mjs";

const choice = (page, words) => page.locator("#choices li", { hasText: words }).first();

// Types into a field, takes what is offered with the arrows, and gives what stands there then.
async function completed(page, field, written, wanted) {
  await page.focus(field);
  await page.keyboard.type(written);
  await choice(page, wanted).waitFor();
  const choices = await page.locator("#choices li").allTextContents();
  for (let turn = choices.findIndex((offered) => offered.includes(wanted)); turn >= 0; turn -= 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  return page.inputValue(field);
}

export function speakers(browser, plan) {
  return onDesk(browser, plan, "speakers", null, async ({ page, is, folder, desk }) => {
    await page.setInputFiles("#file", articles(plan, "docks"));
    await page.click("form.arrivals button.main");
    await page.locator("table.reports").waitFor();

    // Labels in the row of a report, and back.
    const name = () => text(folder, "speakers.zopa");
    const before = files(folder);
    const row = page.locator("tr.new").first();
    await row.locator("input[name=outlet]").fill("Harbour FM");
    await row.locator("input[name=published]").fill("2026-05-02");
    await row.locator("input[name=published]").press("Enter");
    await until("outlet and date stand in the case", () => /source \S+ "Harbour FM" published 2026-05-02/.test(name()));
    await until("and in the row", async () => (await page.locator("input[name=outlet][value='Harbour FM']").count()) === 1);
    await page.locator("tbody tr").first().locator("input[name=published]").fill("yesterday");
    await page.locator("tbody tr").first().locator("input[name=published]").press("Enter");
    await page.locator("#problems .problems").waitFor();
    is((await page.locator("tbody tr").first().locator("input[name=published]").inputValue()) === "yesterday", "what is no date stays in the field");
    await page.goto(`${desk.origin}/bring`);
    await page.locator("body").press("u");
    await until("the labels are taken back to the byte", () => files(folder) === before);

    // Who speaks: a party by its first name here, a person of it, an unnamed group; what they say is suggested with it.
    await page.goto(`${desk.origin}/bring`);
    await page.click("form[action='/suggest'] button");
    await page.locator("main.speakers form").waitFor();
    const suggested = files(folder);
    const rows = page.locator("main.speakers tbody tr");
    const all = await rows.count();
    const [first, second] = [await rows.nth(0).locator("b").textContent(), await rows.nth(1).locator("b").textContent()];
    await rows.nth(0).locator("th a").click();
    await page.locator("#here").waitFor();
    is(await page.locator("#here").isVisible(), "a passage leads to its place in its document");
    await page.goBack();
    await page.selectOption("select[name=is-0]", "party");
    await page.fill("input[name=of-1]", first);
    await page.keyboard.press("Escape");
    await page.click("form[action='/place'] button.main");
    await until("both are declared", () => name().includes(`"${first}"`) && name().includes(`"${second}"`));
    await until("the screen follows", async () => (await rows.count()) < all);
    const claims = (text(folder, "suggested.zopa").match(/^claim /gm) ?? []).length;
    is(claims > (suggested.match(/^claim /gm) ?? []).length, "what they say is suggested with it");
    const nowPlaced = await completed(page, "input[name=of-0]", first.slice(0, 3), first);
    is(nowPlaced === first, `who is placed is offered for others: ${nowPlaced}`);
    await page.keyboard.press("Escape");
    await pressed(page, "u");
    await until("placing is taken back to the byte", () => files(folder) === suggested);
    return `labels of a report; ${first} and ${second} of ${all} placed, and taken back`;
  });
}

// What a claim means: parties, issues and options are offered while one writes; what is new is declared with it.
export function stating(browser, plan) {
  return onDesk(browser, plan, "stating", join(plan.root, "examples/strait"), async ({ page, is, folder, desk }) => {
    const quoted = readFileSync(join(folder, "documents", "herald.txt"), "utf8").match(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/)[0];
    await page.goto(`${desk.origin}/text`);
    await page.evaluate((words) => {
      const area = document.querySelector("#text");
      area.value += `\nclaim waits "Waits"\n  unconfirmed\n  quote herald > ${words}\n`;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, quoted);
    await page.focus("#text");
    await page.keyboard.press("Control+s");
    await until("a claim waits", () => text(folder, "strait.zopa").includes("claim waits"));
    await page.goto(`${desk.origin}/review`);
    await page.locator("[data-review]").waitFor();
    const before = files(folder);

    await page.keyboard.press("s");
    is(await page.evaluate(() => document.activeElement.name) === "who", "s goes to the form");
    await page.keyboard.press("Escape");
    const who = await completed(page, "input[name=who]", "Tar", "Tarvia");
    is(who === "Tarvia", `a party is offered: ${who}`);
    await page.selectOption("select[name=verb]", "requires");
    const issue = await completed(page, "input[name=what]", "", "=");
    is(/ = $/.test(issue), `an issue is offered: ${issue}`);
    await page.keyboard.type("Something else");
    await page.locator(".stated code.line").waitFor();
    await until("the line is shown as it will stand", async () => (await page.locator(".stated").textContent()).includes("tarvia requires"));
    await until("and what is new with it", async () => (await page.locator(".stated pre").textContent()).includes('"Something else"'));
    is(files(folder) === before, "showing it writes nothing");
    await page.locator("form.meaning > button").press("Enter");
    await until("it is written", () => text(folder, "strait.zopa").includes('"Something else"'));
    await page.locator(".says code").first().waitFor();
    is((await page.locator(".says code").first().textContent()).startsWith("tarvia requires"), "and stands at the claim");
    await page.keyboard.press("Escape");
    await pressed(page, "u");
    is(files(folder) === before, "it is taken back to the byte");

    // In the lines themselves the language is completed.
    await page.keyboard.press("e");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.type("\n  tarvia requ");
    await until("one verb is left", async () => (await page.locator("#choices li").count()) === 1);
    await page.keyboard.press("Tab");
    is((await page.inputValue("#lines")).includes("tarvia requires"), "a verb is completed in the lines");
    return "party, issue and option completed, a new option declared, a verb in the lines";
  });
}
