"use strict";
// The page is complete without this. It works nothing out: for a setting of the switches it looks up, in the table that
// came with the page, what each slot says and how it is marked.
(() => {
  const table = JSON.parse(document.getElementById("table").textContent);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const setting = table.p.map(() => 0);
  const radios = all("input[data-place]");
  const leave = document.getElementById("leave-all-open");

  // A column: past the nodes of its diagram to a value.
  const look = (cell) => {
    while (cell >= 0) {
      const node = table.n[cell];
      let at = 1;
      if (node[0] < 0) {
        // Most values go one way, which stands first; then each other value with its own.
        const value = setting[-1 - node[0]];
        for (let other = 2; other < node.length; other += 2) if (node[other] === value) at = other + 1;
      } else at += setting[node[0]];
      cell = node[at];
    }
    return -1 - cell;
  };

  // A piece of text; or one made of others, whose numbers follow its mark.
  const digit = Object.fromEntries([...table.d].map((letter, at) => [letter, at]));
  const text = (piece) => {
    const found = table.t[piece];
    if (found[0] !== "~") return found;
    let whole = "";
    for (let at = 1; at < found.length; at += table.w) {
      let number = 0;
      for (let next = at; next < at + table.w; next += 1) number = number * table.d.length + digit[found[next]];
      whole += text(number);
    }
    return whole;
  };

  // What can change: an element, its column, what it shows now, and how another state is shown.
  const slot = (name, show) => (el) => {
    const column = table.s[el.dataset[name]];
    return { el, column, now: look(column), show };
  };
  const slots = [
    ...all("[data-t]").map(slot("t", (el, value) => { el.innerHTML = text(value); })),
    ...all("[data-h]").map(slot("h", (el, value) => {
      el.hidden = value === 0;
      el.dataset.in = table.m[value];
    })),
    ...all("[data-d]").map(slot("d", (el, value) => { el.classList.toggle("dim", value > 0); })),
    ...all("[data-k]").map(slot("k", (el, value) => {
      [...el.children].forEach((child, at) => child.classList.toggle("off", at !== value));
    })),
  ];
  const pieces = all("[data-on]").map((el) => {
    const [place, value] = el.dataset.on.split(":").map(Number);
    return { el, place, value };
  });

  const paint = () => {
    for (const one of slots) {
      const value = look(one.column);
      if (value !== one.now) one.show(one.el, (one.now = value));
    }
    const set = setting.some((value) => value > 0);
    for (const { el, place, value } of pieces) el.hidden = setting[place] !== value;
    for (const el of all("[data-open]")) el.hidden = set;
    for (const el of all("[data-set]")) el.hidden = !set;
    for (const radio of radios) {
      const [place, value, first, last] = ["place", "value", "first", "last"].map((name) => Number(radio.dataset[name]));
      const here = setting[place];
      radio.checked = value > 0 ? here === value : here < first || here > last;
    }
    document.body.dataset.state = Number(document.body.dataset.state || 0) + 1;
  };

  for (const radio of radios) {
    radio.addEventListener("change", () => {
      const place = Number(radio.dataset.place);
      // Where a report is set aside with every point open only, one takes the other back.
      if (table.x) setting.forEach((_, at) => { if ((at === 0) !== (place === 0)) setting[at] = 0; });
      setting[place] = Number(radio.dataset.value);
      paint();
    });
  }
  leave.addEventListener("click", () => {
    setting.fill(0);
    paint();
    document.querySelector("#turns-on input:checked")?.focus();
  });
  document.documentElement.classList.add("js");
})();
