// What does the page show just now? Evaluated inside a page, before anything is asked of it.
// It reads and works the switches; it leaves nothing behind in the page.
globalThis.look = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // Not taken away by `hidden` or by a style, folded or not: a fold is opened by a click and holds nothing back.
  const shown = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.hidden || getComputedStyle(at).display === "none") return false;
    }
    return getComputedStyle(element).visibility === "visible";
  };

  // Pieces of text that are shown, controls left out, each with its spaces made one.
  const CONTROLS = "script, style, noscript, template, [data-switch] label, [data-switch] legend, button";
  const pieces = (root) => {
    const found = [];
    const known = new Map();
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const around = walk.currentNode.parentElement;
      const text = walk.currentNode.data.replace(/\s+/g, " ").trim();
      if (!text || around.closest(CONTROLS)) continue;
      if (!known.has(around)) known.set(around, shown(around));
      if (known.get(around)) found.push(text);
    }
    return found;
  };
  const text = (element) => pieces(element).join(" ");

  const marked = (selector, key, root) =>
    all(selector, root).filter(shown).map((element) => [element.dataset[key], element.dataset.in]);

  // The page goes by numbers where names are long: those of clashes stand on their entries.
  const clashes = (numbers = "") =>
    numbers.split(" ").filter(Boolean).map((n) => one(`#clashes article.clash[data-n="${n}"]`)?.id.slice(6) ?? n).join(" ");
  const unfolded = (pairs) => pairs.map(([numbers, there]) => [clashes(numbers), there]);

  // A knot, then its rows, up to the next knot.
  const knots = () => {
    const found = [];
    for (const element of all("#changes [data-knot], #changes tr[data-opening]").filter(shown)) {
      if (element.matches("[data-knot]")) found.push({ clashes: clashes(element.dataset.clashes), openings: [] });
      else found.at(-1)?.openings.push(element.dataset.opening);
    }
    return found;
  };

  const aside = () => one("[data-switch][data-kind=source] input[data-answer=set-aside]:checked") !== null;
  const decided = (hinge) => one(`[data-switch="${CSS.escape(hinge.dataset.name)}"][data-kind=question] input:checked`)?.dataset.value > 0;
  const hinges = () =>
    all("[data-kind][data-name]")
      .filter((element) => shown(element) && !element.closest(".dim"))
      // With a report set aside the page tells no further report or origin against it; a point that is decided goes on
      // telling what its answers would change, and is no hinge then.
      .filter((element) => (element.dataset.kind === "question" ? !decided(element) : !aside()))
      .map((element) => {
        const changes = element.closest("article").querySelector("[data-changes]")?.dataset.changes;
        return [`${element.dataset.kind} ${element.dataset.name}`, changes ?? ""];
      });

  const answers = () => ({
    verdict: one("#answer")?.dataset.in ?? null,
    clashes: all("#clashes article.clash[id^='clash-']").filter(shown).map((clash) => [clash.id.slice(6), clash.dataset.in]),
    grid: unfolded(marked("#where tr[data-clash]", "clash")),
    enough: marked("#where tr[data-enough]", "enough"),
    knots: knots(),
    shut: all("#shut-out tr[data-claim]").filter(shown).map((row) => ({
      claim: row.dataset.claim,
      sets: marked("[data-shut]", "shut", row),
    })),
    hinges: hinges(),
  });

  // What a reader is told under a setting, by the thing it is told of.
  const words = () => {
    const joined = (selector, root) => all(selector, root).filter(shown).map(text).join(" | ");
    const told = { headline: joined("h1") };
    // A page made with choices numbers the points that are left.
    const pointless = (text) => text.replace(/point \d+/g, "point");
    for (const clash of all("#clashes article.clash").filter(shown)) {
      told[`clash ${clash.id.slice(6)}`] = joined(".meta", clash);
    }
    for (const row of all("#where tr[data-clash], #where tr[data-enough]").filter(shown)) {
      told[`row ${row.dataset.clash ? clashes(row.dataset.clash) : row.dataset.enough}`] = pointless(text(row));
    }
    let knot = "";
    for (const row of all("#changes [data-knot], #changes tr[data-opening]").filter(shown)) {
      if (row.matches("[data-knot]")) knot = clashes(row.dataset.clashes);
      told[`${row.dataset.opening ? "opening" : "knot"} ${row.dataset.opening ?? ""} of ${knot}`] = text(row);
    }
    for (const set of all("#shut-out tr[data-claim] [data-shut]").filter(shown)) {
      told[`offer ${set.closest("tr").rowIndex} by ${set.dataset.shut}`] = text(set);
    }
    for (const hinge of all(".hinge[data-name]").filter((hinge) => shown(hinge) && !hinge.closest(".dim") && !(hinge.dataset.kind === "question" && decided(hinge)))) {
      for (const column of all("[data-answer]:not(input)", hinge).filter(shown)) {
        told[`${hinge.dataset.kind} ${hinge.dataset.name}: ${column.dataset.answer}`] = pointless(text(column));
      }
    }
    return told;
  };

  const radios = (box) => all("input[type=radio][data-answer]", box);
  const boxes = () => all("[data-switch]");
  // Where a switch stands at first. Wishes have an answer that is called as the start of a source is.
  const start = (box) => (box.dataset.kind === "source" ? "counted" : "open");

  // The switches with their positions, each name once.
  const switches = () => {
    const found = new Map();
    for (const box of boxes()) {
      if (!found.has(box.dataset.switch)) {
        const positions = radios(box).map((radio) => radio.dataset.answer);
        found.set(box.dataset.switch, { name: box.dataset.switch, kind: box.dataset.kind, positions });
      }
    }
    return [...found.values()];
  };

  // What is chosen: nothing for a switch that stands at its start.
  const chosen = () => {
    const found = {};
    for (const box of boxes()) {
      const answer = radios(box).find((radio) => radio.checked)?.dataset.answer;
      if (answer && answer !== start(box)) found[box.dataset.switch] = answer;
    }
    return found;
  };

  // Clicks whatever differs; what the page has no position for is named.
  const set = (wanted) => {
    const before = document.body.dataset.state;
    const faults = Object.keys(wanted).filter((name) => !one(`[data-switch="${CSS.escape(name)}"]`))
      .map((name) => `no switch for ${name}`);
    let clicks = 0;
    for (const box of boxes()) {
      const answer = wanted[box.dataset.switch] ?? start(box);
      const at = radios(box).find((radio) => radio.dataset.answer === answer);
      if (!at) faults.push(`no position ${answer} of ${box.dataset.switch}`);
      else if (!at.checked) (at.click(), (clicks += 1));
    }
    if (clicks && before === document.body.dataset.state) faults.push("data-state stays as it was after a switch");
    return faults;
  };

  // The first two questions at their first answers: the state in which a switched page is looked at.
  const two = () => {
    const first = switches().filter((each) => each.kind === "question").slice(0, 2);
    return Object.fromEntries(first.map((each) => [each.name, each.positions.find((position) => position !== "open")]));
  };

  // The whole document with its attributes in order, and which positions are chosen.
  const whole = () => {
    const told = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE) return "";
      const kept = (a) => !(a.name === "data-state" || (["class", "style"].includes(a.name) && !a.value));
      const attributes = [...node.attributes].filter(kept).map((a) => ` ${a.name}="${a.value}"`).sort().join("");
      const checked = node.checked ? " (checked)" : "";
      return `<${node.localName}${attributes}${checked}>${[...node.childNodes].map(told).join("")}</${node.localName}>`;
    };
    return told(document.documentElement);
  };

  // Milliseconds of each of so many switches, from the click to after the layout it asks for.
  const timed = async (count) => {
    const found = [];
    const all = boxes();
    for (let n = 0; n < count; n += 1) {
      const positions = radios(all[n % all.length]);
      const next = positions[(positions.findIndex((radio) => radio.checked) + 1) % positions.length];
      await new Promise(requestAnimationFrame);
      const before = performance.now();
      next.click();
      void document.body.offsetHeight;
      found.push(performance.now() - before);
    }
    return found;
  };

  // Elements that reach beyond the right edge of the window, the outermost first.
  const beyond = () =>
    all("body *").filter((element) => shown(element) && element.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 3).map((element) => `${element.localName}.${element.className} in #${element.closest("[id]")?.id}`);

  const unfold = () => all("details").forEach((fold) => (fold.open = true));

  return { all, shown, pieces, text, answers, words, switches, chosen, set, two, whole, timed, beyond, unfold };
})();
