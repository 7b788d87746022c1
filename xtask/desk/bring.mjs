// How do reports come in? Chosen, dropped and pasted, with nothing typed but what is known.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { files, onDesk, text, until } from "./open.mjs";

export const articles = (plan, folder) => {
  const from = join(plan.root, "tests/evidence", folder);
  // Beside them lies what a reader finds in them.
  const isArticle = (name) => name.endsWith(".txt") && name !== "gold.txt";
  return readdirSync(from).filter(isArticle).map((name) => join(from, name));
};

export function bring(browser, plan) {
  return onDesk(browser, plan, "bring", null, async ({ page, is, folder, desk }) => {
    is(page.url() === `${desk.origin}/bring`, `an empty dossier opens at ${page.url()}`);
    await page.click("nav >> text=Review");
    is(await page.locator("main a[href='/bring']").count() === 1, "an empty review leads to bringing in");
    await page.click("nav >> text=Text");
    is(await page.locator("main a[href='/bring']").count() === 1, "an empty text leads to bringing in");
    await page.click("nav >> text=Bring in");
    await page.click("form.arrivals button.main");
    await page.locator("#problems .problems").waitFor();
    is(files(folder) === "", "nothing brought in changes nothing");

    const docks = articles(plan, "docks");
    await page.setInputFiles("#file", docks);
    is(await page.locator("[data-chosen] li").count() === docks.length, "what is chosen is listed");
    await page.click("form.arrivals button.main");
    await page.locator("table.reports").waitFor();
    is(await page.locator("tr.new").count() === docks.length, "all that was chosen is new");
    for (const from of docks) {
      const kept = readFileSync(from).equals(readFileSync(join(folder, "documents", from.split("/").at(-1))));
      is(kept, `${from} is not kept as it was received`);
    }

    // Dropped anywhere on the page; one of them is there already.
    const weir = articles(plan, "weir");
    const dropped = [weir[0], docks[0]].map((from) => [from.split("/").at(-1), readFileSync(from, "utf8")]);
    const transfer = await page.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      for (const [name, words] of all) transfer.items.add(new File([words], name, { type: "text/plain" }));
      return transfer;
    }, dropped);
    for (const type of ["dragover", "drop"]) await page.dispatchEvent("h1", type, { dataTransfer: transfer });
    is(await page.locator("[data-chosen] li").count() === 2, "what is dropped is listed");
    await page.click("form.arrivals button.main");
    await page.locator("tr.known").waitFor();
    is(await page.locator("tr.new").count() === 1 && await page.locator("tr.known").count() === 1, "one is new and one known");

    // Pasted, with what is known beside it.
    await page.fill("#pasted", "The pilots said on Monday that the weir would be closed in May.\n\nNobody else spoke.");
    await page.fill(".labels input[name=outlet]", "Weir Echo");
    await page.fill(".labels input[name=published]", "2026-05-02");
    await page.click("form.arrivals button.main");
    await page.locator("tr.new input[name=outlet][value='Weir Echo']").waitFor();
    const name = readdirSync(folder).find((name) => /.\.zopa$/.test(name));
    is(text(folder, name).includes('"Weir Echo" published 2026-05-02'), "outlet and date stand in the case");
    is(/source \S+ "\?" published \?/.test(text(folder, name)), "what nobody said is ?");

    const before = files(folder);
    await page.fill("#pasted", "South Quay said that the bridge stays.");
    await page.check(".labels input[name=private]");
    await page.click("form.arrivals button.main");
    await page.locator("tr.new input[name=private][checked]").waitFor();
    is(text(folder, "private/case.zopa").includes("private/"), "what stays at the desk lies in private/");
    await page.keyboard.press("Escape");
    await page.locator("body").press("u");
    await until("bringing in is taken back to the byte", () => files(folder) === before);

    await page.click("text=Read the brief");
    await page.frameLocator("iframe").locator("h1").waitFor();
    return `${docks.length} chosen, 2 dropped (1 known), 2 pasted, 1 taken back`;
  });
}
