/* Long tables can be sorted by a column and filtered by a word. Without scripts they are tables. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("table.report.sortable").forEach((table) => {
    addFilter(table);
    table.querySelectorAll("thead th").forEach((head, column) => addSorting(table, head, column));
  });
});

function addFilter(table) {
  const body = table.tBodies[0];
  const box = table.closest(".table-box");
  const bar = document.createElement("p");
  bar.className = "table-filter";
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = "Filter rows";
  input.setAttribute("aria-label", `Filter rows: ${table.caption.textContent}`);
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
