// Everything here is extra: each page does its whole job without it.
"use strict";
(() => {
  const $ = (sel, from = document) => from.querySelector(sel);
  const $$ = (sel, from = document) => [...from.querySelectorAll(sel)];
  const made = (tag, text, look = "") => Object.assign(document.createElement(tag), { textContent: text, className: look });
  const size = (bytes) => bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1048576).toFixed(1)} MiB`;

  // The form: files can be dropped on the whole field; what is too large or of a kind that is not read is said at once.
  for (const box of $$("[data-drop]")) {
    const input = $("input[type=file]", box);
    const most = Number(box.dataset.mostBytes);
    const many = Number(box.dataset.mostDocuments);
    const kinds = input.accept.split(",");
    const trouble = (file) => !kinds.some((kind) => file.name.toLowerCase().endsWith(kind)) ? "is of a kind that is not read"
      : file.size > most ? `is larger than ${size(most)}` : file.size === 0 ? "is empty" : "";
    const show = () => {
      const files = [...input.files];
      const rows = files.map((file) => {
        const row = document.createElement("li");
        row.append(made("span", file.name, "file"), made("span", trouble(file) || size(file.size), trouble(file) ? "bad" : ""));
        return row;
      });
      if (files.length > many) rows.push(made("li", `At most ${many} files at once; ${files.length} are chosen.`, "bad"));
      $("[data-chosen]", box).replaceChildren(...rows);
      const bad = files.filter(trouble).map((file) => `${file.name} ${trouble(file)}`);
      $("[data-said]", box).textContent = files.length ? [`${files.length} chosen`, ...bad].join(". ") : "";
    };
    input.addEventListener("change", show);
    for (const on of ["dragenter", "dragover"]) box.addEventListener(on, (e) => { e.preventDefault(); box.classList.add("over"); });
    for (const off of ["dragleave", "drop"]) box.addEventListener(off, () => box.classList.remove("over"));
    box.addEventListener("drop", (e) => {
      e.preventDefault();
      if (e.dataTransfer.files.length) { input.files = e.dataTransfer.files; show(); }
    });
    show(); // after "back" the browser may still hold the files
  }
  // A file dropped beside the field must not replace the page.
  if ($("[data-drop]")) for (const on of ["dragover", "drop"]) addEventListener(on, (e) => e.preventDefault());

  // While a form is on its way: say what is being done, and do not send it twice.
  for (const form of $$("form.send")) {
    const busy = $("[data-busy]", form);
    const button = $("button", form);
    const rest = () => { busy.hidden = true; button.removeAttribute("aria-disabled"); };
    form.addEventListener("submit", (e) => {
      if (button.hasAttribute("aria-disabled")) { e.preventDefault(); return; }
      const files = [...$("input[type=file]", form).files];
      const all = files.reduce((sum, file) => sum + file.size, 0);
      const what = files.length ? `${files.length} ${files.length === 1 ? "file" : "files"}, ${size(all)}` : "the text";
      button.setAttribute("aria-disabled", "true");
      busy.hidden = false;
      $("[data-doing]", busy).textContent = `Sending and reading ${what} …`;
    });
    addEventListener("pageshow", rest);
  }

  // The answer on narrow screens: keep the requirement in sight above the sheet that its quote opens.
  const narrow = matchMedia("(max-width: 63.99rem)");
  for (const link of $$("a.cite[href]")) {
    link.addEventListener("click", () => {
      if (narrow.matches) requestAnimationFrame(() => link.scrollIntoView({ block: "nearest" }));
    });
  }

  // A link into something folded unfolds it, in browsers that do not do so by themselves.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  // Print: open what is folded, and fold it again.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = $$("details:not([open])");
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));

  // The comparison: name the order of the rows for screen readers, and say how many rows a filter left.
  const table = $("table.heat");
  if (table) {
    const orders = $$("input[name=order]", table);
    const tell = () => {
      for (const order of orders) {
        const head = order.closest("th");
        if (order.checked) head.setAttribute("aria-sort", order.id === "o-0" ? "other" : "descending");
        else head.removeAttribute("aria-sort");
      }
      const rows = $$("tbody", table).filter((body) => body.offsetParent || body.getClientRects().length).flatMap((body) => [...body.rows]);
      const seen = rows.filter((row) => row.getClientRects().length);
      $("[data-count]").textContent = `${seen.length} of ${rows.length} documents shown`;
    };
    addEventListener("change", tell);
    tell();
  }
})();
