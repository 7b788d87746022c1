// Is anything lost when two windows write, or when the process is killed while it writes?
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { copied, entered, files, onDesk, pressed, served, text, until } from "./open.mjs";
import { suggested } from "./review.mjs";

export function windows(browser, plan) {
  return onDesk(browser, plan, "windows", null, async ({ page, another, is, folder, desk }) => {
    const name = await suggested(page, plan, folder);
    const other = await another();

    // Two texts of one file.
    await page.goto(`${desk.origin}/text?file=1`);
    await other.goto(`${desk.origin}/text?file=1`);
    const add = async (window, words) => {
      await window.focus("#text");
      await window.keyboard.press("Control+End");
      await window.keyboard.type(words);
    };
    await add(page, "\n# by the first\n");
    await add(other, "\n# by the second\n");
    await page.keyboard.press("Control+s");
    await until("the first is saved", () => text(folder, name).includes("# by the first"));
    await until("the other hears of it", () => other.locator("#changed .other").isVisible());
    is((await other.inputValue("#text")).includes("# by the second"), "and keeps what was written in it");
    await other.bringToFront();
    await other.keyboard.press("Control+s");
    await other.locator(".conflict").waitFor();
    is((await other.locator(".theirs pre").textContent()).includes("# by the first"), "the later sees the other text");
    is((await other.inputValue("#text")).includes("# by the second"), "and its own");
    is(!text(folder, name).includes("# by the second"), "and nothing is written over");
    // A change elsewhere takes neither away.
    await page.goto(`${desk.origin}/review`);
    await page.bringToFront();
    await pressed(page, "a");
    await other.bringToFront();
    await other.waitForTimeout(900);
    is((await other.inputValue("#text")).includes("# by the second"), "a conflict stays until it is settled");
    await other.evaluate(() => {
      const area = document.querySelector("#text");
      area.value = `${document.querySelector(".theirs pre").textContent}# by the second\n`;
    });
    await other.focus("#text");
    await other.keyboard.press("Control+s");
    await until("both are saved", () => /# by the first\n# by the second\n$/.test(text(folder, name)));

    // Two tellings of one claim.
    await page.goto(`${desk.origin}/review`);
    await other.goto(page.url());
    const retitled = (window, words) => window.evaluate((words) => {
      const area = document.querySelector("#lines");
      area.value = area.value.replace(/^(claim \S+ ")/, `$1${words}: `);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, words);
    await retitled(page, "First");
    await retitled(other, "Second");
    await page.bringToFront();
    await page.click("form.lines button:not([name])");
    await until("the first is saved", () => text(folder, "suggested.zopa").includes('"First: '));
    await other.bringToFront();
    await other.click("form.lines button:not([name])");
    await other.locator(".conflict").waitFor();
    is((await other.locator(".conflict pre").textContent()).includes('"First: '), "the later sees the other lines");
    is((await other.inputValue("#lines")).includes('"Second: '), "and its own");
    is(!text(folder, "suggested.zopa").includes('"Second: '), "and nothing is written over");

    // A claim that is decided on in one window while it is written in another.
    await page.goto(`${desk.origin}/review`);
    await other.goto(page.url());
    await other.goto(new URL(await other.locator("a[rel=next]").getAttribute("href"), desk.origin).href);
    await page.goto(other.url());
    await retitled(other, "Third");
    await page.bringToFront();
    await pressed(page, "a");
    await other.bringToFront();
    await other.focus("#lines");
    await other.keyboard.press("Control+Enter");
    await other.locator(".conflict").waitFor();
    is((await other.locator(".conflict").textContent()).includes("has been accepted since"), "the later is told of the decision");
    is(!(await other.locator(".conflict pre").textContent()).includes("unconfirmed"), "sees the lines as they are now");
    is((await other.inputValue("#lines")).includes('"Third: '), "and its own");
    await other.evaluate(() => {
      const area = document.querySelector("#lines");
      area.value = area.value.replace("  unconfirmed\n", "");
    });
    await other.click("form.lines button:not([name])");
    await until("what is saved from there stands", () => text(folder, "suggested.zopa").includes('"Third: '));

    // A window without anything written follows by itself, also when another program writes.
    await other.goto(`${desk.origin}/bring`);
    await other.goto(`${desk.origin}/review`);
    await other.bringToFront();
    writeFileSync(join(folder, name), text(folder, name).replace(/^case .*/m, 'case "Named by hand"'));
    await until("a window follows what another program writes", async () => (await other.title()).startsWith("Named by hand"));
    await page.goto(`${desk.origin}/brief`);
    return "two texts, two claims, one decided on meanwhile, news from a window and from another program";
  });
}

// The process is killed at many moments of a change; what stands is whole, and the desk goes on from it.
export async function kill(browser, plan) {
  const faults = [];
  const folder = copied(plan, "kill", null);
  let desk = await served(plan, folder);
  let one = await entered(browser, desk);
  await suggested(one.page, plan, folder);
  let within = 0;
  const rounds = 12;
  for (let round = 0; round < rounds; round += 1) {
    const before = files(folder);
    await one.page.bringToFront();
    await one.page.keyboard.press("a");
    await new Promise((done) => setTimeout(done, round * 12));
    const { signal } = await desk.end("SIGKILL");
    if (signal !== "SIGKILL") faults.push(`it ended with ${signal}`);
    await until("the window says that the desk is gone", () => one.page.locator("#changed .gone").isVisible());
    await one.context.close();
    desk = await served(plan, folder);
    one = await entered(browser, desk);
    await one.page.goto(`${desk.origin}/review`);
    const after = files(folder);
    if (after !== before) {
      within += 1;
      await pressed(one.page, "u");
      if (files(folder) !== before) faults.push(`round ${round}: what was written is not one change`);
    }
    if (await one.page.locator("[data-review]").count() === 0) faults.push(`round ${round}: no review`);
    faults.push(...one.heard.faults.splice(0).filter((fault) => !fault.includes("ERR_")));
  }
  await one.context.close();
  if (within === 0 || within === rounds) faults.push(`it was never killed ${within ? "before" : "after"} a change was made`);
  const { code, told } = await desk.end();
  if (code !== 0 || !told.includes("stopped")) faults.push(`stopped with ${code}: ${told}`);
  return { figure: `killed ${rounds} times, the change was made in ${within}, never a part of one`, faults };
}
