// Can a case be broken and mended in the text, with its messages while one writes?
import { join } from "node:path";
import { files, onDesk, pressed, text as read, until } from "./open.mjs";

export function text(browser, plan) {
  return onDesk(browser, plan, "text", join(plan.root, "examples/strait"), async ({ page, is, folder, desk }) => {
    const before = files(folder);
    const whole = read(folder, "strait.zopa");
    await page.click("nav >> text=Text");
    is((await page.inputValue("#text")) === whole, "the text is that of the file");
    const told = page.locator("[data-messages]");
    await page.focus("#text");
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\ncl");
    await page.locator("#choices").waitFor();
    // What is offered and is late takes no key away.
    await page.route("**/complete", (route) => setTimeout(() => route.continue().catch(() => null), 300));
    await page.keyboard.type("aim broken \"Broken\"\n");
    await page.unroute("**/complete");
    is((await page.inputValue("#text")).endsWith("Broken\"\n"), "a row ends where one ends it, whatever is offered");
    await page.keyboard.type("  tarvia requirs fee = none\n");
    const error = told.locator(".error").first();
    // While one writes, a text that is not finished may be told of first.
    await told.locator(".error", { hasText: "requirs" }).first().waitFor();
    is((await error.textContent()).includes("requirs"), "a message names the word while one writes");
    is(files(folder) === before, "and nothing is written yet");

    // A broken text is the writer's, and is saved: the brief says why there is none.
    await page.keyboard.press("Control+s");
    await until("a broken text is saved", () => read(folder, "strait.zopa").includes("requirs"));
    await page.click("nav >> text=Brief");
    await page.locator("h1 >> text=The case has").waitFor();
    await page.locator("[data-file] button[data-line]").first().click();
    await page.waitForURL(/\/text\?file=0&line=\d+/);
    const line = await page.evaluate(() => {
      const area = document.querySelector("#text");
      return area.value.slice(0, area.selectionStart).split("\n").length;
    });
    is(read(folder, "strait.zopa").split("\n")[line - 1].includes("requirs"), "a message leads to its line");
    is(await page.evaluate(() => document.activeElement.id) === "text", "with the caret there");

    // Mended by hand: the messages go, and the brief is there again.
    await page.evaluate((from) => {
      const area = document.querySelector("#text");
      area.value = area.value.replace(from, "requires");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, "requirs");
    await until("the message goes", async () => (await told.locator(".error").count()) === 0);
    await page.keyboard.press("Control+s");
    await until("the mended text is saved", () => read(folder, "strait.zopa").includes("tarvia requires fee = none\n"));
    await page.goto(`${desk.origin}/brief`);
    await page.frameLocator("iframe").locator("h1").waitFor();

    // Twice back, to the byte.
    for (const turn of [1, 2]) {
      await page.focus("form.undo button");
      await pressed(page, "Enter");
      await until(`undo ${turn}`, async () => (turn === 1 ? read(folder, "strait.zopa").includes("requirs") : files(folder) === before));
    }
    is(files(folder) === before, "taken back to the byte");
    return "broken, told, saved, mended, taken back";
  });
}
