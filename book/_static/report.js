/* Long tables can be sorted by a column and filtered by a word, and a line of the text leads to the
   figures on it. Without scripts they are tables. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("table.report.sortable").forEach((table) => {
    addFilter(table);
    table.querySelectorAll("thead th").forEach((head, column) => addSorting(table, head, column));
  });
  document.querySelectorAll("table.report").forEach(linkLines);
  document.querySelectorAll("dl.strips > div").forEach(linkFigure);
  openPlace();
  window.addEventListener("hashchange", openPlace);
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
  bar.append(input, count);
  box.before(bar);
  const say = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of body.rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${body.rows.length} rows`;
  };
  input.addEventListener("input", say);
  say();
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
