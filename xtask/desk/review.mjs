// Is everything of the review done with keys, and is each change one that is taken back to the byte?
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { articles } from "./bring.mjs";
import { files, onDesk, pressed, text, until } from "./open.mjs";

// Brings articles in, says of the first who speak in them for whom they do, and has claims suggested: by keyboard alone after
// the files are chosen.
export async function suggested(page, plan, folder) {
  await page.setInputFiles("#file", ["docks", "weir", "quota"].flatMap((name) => articles(plan, name)));
  await page.locator("form.arrivals button.main").press("Enter");
  await page.locator("table.reports").waitFor();
  await page.locator("form[action='/suggest'] button").press("Enter");
  await page.locator("main.speakers form").waitFor();
  for (const at of [0, 1, 2]) {
    await page.focus(`input[name=of-${at}]`);
    await page.keyboard.type(at === 1 ? "South Quay" : "North Quay");
  }
  await pressed(page, "Enter");
  await page.goto(new URL("/review", page.url()).href);
  await page.locator("[data-review]").waitFor();
  return readdirSync(folder).find((name) => /.\.zopa$/.test(name) && name !== "suggested.zopa");
}

const place = (page) => page.locator(".steps [role=status]").textContent();
const at = (page) => new URL(page.url()).searchParams.get("at");

export function review(browser, plan) {
  return onDesk(browser, plan, "review", null, async ({ page, is, folder }) => {
    await suggested(page, plan, folder);
    const claims = () => text(folder, "suggested.zopa");
    const waiting = () => claims().match(/^ +unconfirmed/gm)?.length ?? 0;
    const all = Number((await place(page)).split(" of ")[1]);
    is(all > 15, `only ${all} suggestions`);
    is(await page.locator(".source mark.here").count() > 0, "the words of the suggestion stand out in its document");
    is(await page.locator(".source #here").isVisible(), "the sentence is in view");

    // There and back.
    await pressed(page, "j");
    is((await place(page)).startsWith("2 of"), "j goes to the next");
    const second = at(page);
    await pressed(page, "k");
    is((await place(page)).startsWith("1 of"), "k goes back");
    await page.goBack();
    await until("going back in the browser leads back", async () => (await place(page)).startsWith("2 of"));
    is(at(page) === second, "with its address");
    await page.reload();
    is((await place(page)).startsWith("2 of"), "a reload shows the same");
    await pressed(page, "k");

    // Accept, and take it back.
    let before = files(folder);
    await pressed(page, "a");
    is(waiting() < all + 100 && files(folder) !== before, "a accepts");
    is((await place(page)).endsWith(`of ${all - 1}`), "one waits less");
    await pressed(page, "u");
    is(files(folder) === before, "u takes an acceptance back to the byte");

    // Reject, with a reason.
    await page.keyboard.press("r");
    await page.keyboard.type("not about the matter");
    await pressed(page, "Enter");
    is(claims().includes("rejected > not about the matter"), "the reason stands in the case");
    await pressed(page, "u");
    is(files(folder) === before, "u takes a rejection back to the byte");
    const here = await place(page);
    await page.keyboard.press("r");
    await page.keyboard.type("jk");
    await page.keyboard.press("Escape");
    is((await place(page)) === here, "letters in a field are letters");
    await pressed(page, "j");
    is((await place(page)) !== here, "Escape leaves a field, and keys are keys again");
    await pressed(page, "k");

    // Merge with a claim that counts.
    await pressed(page, "a");
    const accepted = await page.locator("#claims option").first().getAttribute("value");
    before = files(folder);
    await page.keyboard.press("m");
    await page.keyboard.type("no-such-claim");
    await page.keyboard.press("Enter");
    await page.locator("#problems .problems").waitFor();
    is(files(folder) === before, "merging with nothing changes nothing");
    await page.keyboard.press("Escape");
    await page.keyboard.press("m");
    await page.keyboard.press("Control+a");
    await page.keyboard.type(accepted);
    await page.keyboard.press("Escape");
    await page.keyboard.press("m");
    await page.keyboard.press("Enter");
    await until("merging is made", () => files(folder) !== before);
    await page.locator("[data-review]").waitFor();
    await until("the screen follows", async () => (await place(page)).endsWith(`of ${all - 2}`));
    await pressed(page, "u");
    is(files(folder) === before, "u takes a merging back to the byte");

    // Write it anew: messages while one writes, what is wrong is not taken in, what is right is, and is accepted.
    await page.keyboard.press("e");
    is(await page.evaluate(() => document.activeElement.id) === "lines", "e goes to the lines");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.type("\n  nobody requirs anything");
    await page.locator("[data-messages] .error").first().waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator("#problems .problems").waitFor();
    is(files(folder) === before, "lines that break the case change nothing");
    is((await page.inputValue("#lines")).includes("requirs"), "and are there still");
    await page.keyboard.press("Control+z");
    await page.evaluate(() => {
      const area = document.querySelector("#lines");
      area.value = area.form.elements.before.value.replace(/^(claim \S+ ")/, "$1Once more: ");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.locator("[data-messages] .fine, [data-messages] .warning").first().waitFor();
    await pressed(page, "Control+Enter");
    is(claims().includes('"Once more: '), "the new lines stand in the case");
    is(Number((await place(page)).split(" of ")[1]) === all - 2, "and are accepted");
    await pressed(page, "u");
    is(files(folder) === before, "u takes it back to the byte");

    // What is written is not left by accident: a key asks first. (Every question is answered with yes here.)
    await page.keyboard.press("e");
    await page.keyboard.type("# ");
    await page.keyboard.press("Escape");
    await pressed(page, "j");

    // All that is left, by keyboard alone.
    let turns = 0;
    while (await page.locator("[data-review]").count()) {
      if (turns % 3 === 2) {
        await page.keyboard.press("r");
        await page.keyboard.type("heard before");
        await pressed(page, "Enter");
      } else await pressed(page, "a");
      turns += 1;
      if (turns > all + 5) throw new Error("the review does not end");
    }
    is(turns === all - 1, `${turns} decisions for ${all - 1} suggestions`);
    is(waiting() === 0 || !/^claim/m.test(claims().split("unconfirmed")[1] ?? ""), "nothing waits any more");
    is(await page.locator("text=No suggestion waits").count() === 1, "and it says so");
    return `${all} suggestions, every key, each change taken back to the byte, ${turns} decided by keyboard alone`;
  });
}

export const reportsIn = (folder) => readdirSync(join(folder, "documents")).length;
