// Orders and narrows the table of a run. Everything here is extra: without it all rows stand in the order of the run.
"use strict";
(() => {
  const $ = (sel, from = document) => from.querySelector(sel);
  const $$ = (sel, from = document) => [...from.querySelectorAll(sel)];
  const STEP = 200; // rows at first, and more each time: some seconds less for a browser that is to lay out 10,000
  const run = $(".run");
  const table = $("table.grid");
  const body = table.tBodies[0];
  const roles = Number(table.dataset.roles);
  const all = [...body.rows];
  const isScored = (row) => !row.classList.contains("n");
  const number = (text) => text.startsWith("<") ? 0.05 : text === "tied" ? 0 : Number.parseFloat(text);
  const points = (row, at) => number(row.cells[at].firstChild.data);
  const name = (row) => $("bdi", row).textContent;
  const collator = new Intl.Collator("en", { numeric: true });

  const best = (row) => Math.max(...Array.from({ length: roles }, (_, at) => points(row, at + 1)));
  const worth = (key) => key === "best" ? best : (row) => points(row, key === "lead" ? roles + 1 : Number(key));
  // Rows in an order; those without scores come last, equals as in the run: sorting is stable.
  const ordered = (rows, key, isUp) => {
    if (key === "run") return rows;
    const turn = isUp ? 1 : -1;
    const by = key === "name" ? name : worth(key);
    const value = new Map(rows.map((row) => [row, key === "name" || isScored(row) ? by(row) : NaN]));
    if (key === "name") return [...rows].sort((a, b) => turn * collator.compare(value.get(a), value.get(b)));
    const known = rows.filter((row) => !Number.isNaN(value.get(row)));
    known.sort((a, b) => turn * (value.get(a) - value.get(b)));
    return [...known, ...rows.filter((row) => Number.isNaN(value.get(row)))];
  };

  const wanted = () => {
    const band = $("input[name=band]:checked").value;
    const role = Number($("#f-role").value);
    const words = $("#f-name").value.trim().toLowerCase();
    const onlyChecks = $("#f-check").checked;
    const noCopies = $("#f-copies").checked;
    return (row) => {
      const classes = role && isScored(row) ? row.cells[role].classList : row.classList;
      return (band === "all" || classes.contains(band)) && !(onlyChecks && !row.classList.contains("k"))
        && !(noCopies && row.classList.contains("c")) && (!words || name(row).toLowerCase().includes(words));
    };
  };

  const order = $("#f-order");
  let isUp = false;
  let most = STEP;
  let rows = all;
  const show = () => {
    body.replaceChildren(...rows.slice(0, most));
    const shown = Math.min(most, rows.length);
    const some = shown < rows.length ? `the first ${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")}` : rows.length.toLocaleString("en");
    const out = rows.length < all.length ? `${some} that fit, of ${all.length.toLocaleString("en")} documents` : `${some} documents`;
    $(".shown-of").textContent = `Shown: ${out}. Order: ${order.selectedOptions[0].text.toLowerCase()}${isUp && order.value !== "name" ? ", least first" : ""}.`;
    $(".pager").hidden = shown === rows.length;
    $("#more").textContent = `Show ${Math.min(STEP, rows.length - shown)} more`;
    $("#every").textContent = `Show all ${rows.length.toLocaleString("en")}`;
  };
  const tell = () => {
    most = STEP;
    rows = ordered(all.filter(wanted()), order.value, isUp);
    for (const head of $$("th[data-key]", table)) {
      if (head.dataset.key === order.value) head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
    show();
  };

  for (const head of $$("th[data-key]", table)) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const { key } = head.dataset;
      isUp = order.value === key ? !isUp : key === "name";
      order.value = key;
      tell();
    });
  }
  order.addEventListener("change", () => { isUp = order.value === "name"; tell(); });
  for (const input of $$(".filters input, #f-role")) input.addEventListener(input.type === "search" ? "input" : "change", tell);
  $("#more").addEventListener("click", () => { most += STEP; show(); });
  $("#every").addEventListener("click", () => { most = rows.length; show(); });

  // Print: every row that fits.
  let before = STEP;
  addEventListener("beforeprint", () => { before = most; most = rows.length; show(); });
  addEventListener("afterprint", () => { most = before; show(); });

  run.classList.add("js");
  for (const extra of $$("[data-js]")) extra.hidden = false;
  isUp = order.value === "name";
  tell();
})();
