/* Long tables can be sorted by a column and filtered by a word, and a line of the text leads to the
   figures on it. Without scripts they are tables. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("table.report.sortable").forEach((table) => {
    addFilter(table);
    table.querySelectorAll("thead th").forEach((head, column) => addSorting(table, head, column));
  });
  document.querySelectorAll("table.report").forEach(addAddresses);
  document.querySelectorAll("table.report").forEach(linkLines);
  document.querySelectorAll("dl.strips > div").forEach(linkFigure);
  openPlace();
  window.addEventListener("hashchange", openPlace);
});

/* A true minus is no sign of a number to a spreadsheet: what is copied from a table has a hyphen. */
document.addEventListener("copy", (event) => {
  const chosen = getSelection();
  const text = chosen.toString();
  const place = chosen.rangeCount && chosen.getRangeAt(0).commonAncestorContainer;
  const around = place && (place.nodeType === Node.ELEMENT_NODE ? place : place.parentElement);
  if (!text.includes("\u2212") || !(around?.closest("table") || around?.querySelector("table"))) return;
  const copy = document.createElement("div");
  for (let at = 0; at < chosen.rangeCount; at += 1) copy.append(chosen.getRangeAt(at).cloneContents());
  event.clipboardData.setData("text/plain", text.replace(/\u2212(?=\d)/g, "-"));
  event.clipboardData.setData("text/html", copy.innerHTML.replace(/\u2212(?=\d)/g, "-"));
  event.preventDefault();
});

function addFilter(table) {
  const body = table.tBodies[0];
  const box = table.closest(".table-box");
  const bar = document.createElement("p");
  bar.className = "table-filter";
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = "Filter rows";
  input.setAttribute("aria-label", `Filter rows: ${box.getAttribute("aria-label")}`);
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  const choices = [...table.tHead.rows[0].cells]
    .filter((head) => "choose" in head.dataset)
    .map((head) => choice(head, body));
  bar.append(input, ...choices, count);
  box.before(bar);
  const say = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of body.rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word))
        || !choices.every(({ value, column }) => !value || row.cells[column].textContent === value);
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${body.rows.length} rows`;
  };
  bar.addEventListener("input", say);
  // A row that is linked to is shown, whatever was chosen.
  window.addEventListener("hashchange", () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!body.contains(row)) return;
    input.value = "";
    choices.forEach((one) => { one.value = ""; });
    say();
    row.scrollIntoView({ block: "center" });
  });
  window.addEventListener("pageshow", say); // a page come back to has its boxes filled again
  say();
}

function choice(head, body) {
  const select = document.createElement("select");
  select.column = head.cellIndex;
  const name = head.textContent.trim();
  select.setAttribute("aria-label", name);
  select.append(new Option(`${name}: all`, ""));
  const values = new Set([...body.rows].map((row) => row.cells[head.cellIndex].textContent));
  for (const value of [...values].sort()) select.append(new Option(value));
  return select;
}

function addAddresses(table) {
  for (const row of table.querySelectorAll("tbody tr[id]")) {
    const link = document.createElement("a");
    link.href = `#${encodeURIComponent(row.id)}`;
    link.className = "row-address";
    link.textContent = "#";
    link.setAttribute("aria-label", "Link to this row");
    row.cells[0].append(" ", link);
  }
}

function addSorting(table, head, column) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row.cells[column]), row]);
    // Cells without a number stay last either way.
    const [filled, empty] = [rows.filter(([a]) => a !== null), rows.filter(([a]) => a === null)];
    filled.sort(([a], [b]) => compare(a, b) * (up ? 1 : -1));
    body.append(...[...filled, ...empty].map(([, row]) => row));
  });
}

function key(cell) {
  const head = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
  if (head.classList.contains("number")) {
    const value = parseFloat(cell.dataset.value ?? cell.textContent.replace(/,/g, ""));
    return Number.isNaN(value) ? null : value;
  }
  return cell.textContent.trim();
}

function compare(a, b) {
  return typeof a === "number" ? a - b : a.localeCompare(b);
}

/* Real links, for the keyboard too; made here because written into the page they would be a large
   part of it. */
function linkLines(table) {
  table.querySelectorAll("thead th").forEach((head, column) => {
    if (!/^Lines?$/.test(head.textContent.trim())) return;
    for (const row of table.querySelectorAll("tbody tr")) {
      const lines = row.cells[column]?.textContent.split(" ") ?? [""];
      if (!lines.every((line) => /^\d+$/.test(line))) continue;
      const links = lines.map(toLine);
      row.cells[column].replaceChildren(...links.flatMap((link, place) => (place ? [" ", link] : [link])));
    }
  });
}

function linkFigure(row) {
  const [line] = row.title.match(/\d+/);
  const link = toLine(line);
  const text = row.querySelector("dd").firstChild;
  link.textContent = text.data;
  text.replaceWith(link);
}

/* A link to a place shows its figures. */
function openPlace() {
  const section = document.getElementById(location.hash.slice(1));
  const figures = section?.querySelector(":scope > .cell details.place");
  if (figures) figures.open = true;
}

function toLine(line) {
  const link = document.createElement("a");
  const root = document.documentElement.dataset.content_root;
  link.href = `${root}book/evidence/all_figures.html#q=line:${line}`;
  link.textContent = line;
  return link;
}
