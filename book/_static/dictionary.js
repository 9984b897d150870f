/* Finds indicators by name, Chinese term, definition or id. The data come when they are first
   asked for; what is asked stands in the address. */
"use strict";

const AT_ONCE = 40;
const FIGURES = "all_figures.html";

document.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("dictionary");
  if (!canUnpack) {
    place.textContent = "This browser is too old to search here; the file below has every indicator.";
    return;
  }
  const view = build(place);
  let rows;
  async function show() {
    rows ??= load(place.dataset.source);
    render(view, await rows, asked());
  }
  let pause;
  view.form.addEventListener("submit", (event) => event.preventDefault());
  view.field.addEventListener("focus", () => (rows ??= load(place.dataset.source)));
  view.field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      history.replaceState(null, "", address(view.field.value.trim()));
      show();
    }, 150);
  });
  const follow = () => {
    if (!location.hash.startsWith("#q=")) return; // a heading of the page
    view.field.value = asked();
    show();
    view.form.scrollIntoView();
  };
  window.addEventListener("hashchange", follow);
  follow();
  place.dataset.ready = "";
});

function asked() {
  return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
}

function address(query, page = "") {
  return `${page}#${new URLSearchParams({ q: query })}`.replace(/%3A/g, ":");
}

/* A script is all that a page opened from the file system may load. */
async function load(source) {
  await new Promise((done, failed) => {
    const script = make("script", { src: source });
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const { rows, texts } = await unpack(window.dictionaryData);
  const parts = new Map();
  for (const parent of rows.parent) parts.set(parent, (parts.get(parent) ?? 0) + 1);
  return rows.indicator.map((_, at) => {
    const row = {};
    for (const [name, column] of Object.entries(rows))
      row[name] = texts[name] ? texts[name][column[at]] : column[at];
    row.parts = parts.get(row.indicator) ?? 0;
    row.name = `${row.name_en} ${row.name_zh} ${row.indicator.replace(/[._]/g, " ")}`;
    row.text = `${row.name} ${row.definition} ${row.unit} ${row.unit_en}`;
    return row;
  });
}

function find(rows, query) {
  const wanted = terms(query);
  if (!wanted.length) return [];
  const tests = wanted.map(({ term, pattern }) => {
    const [, column, value] = term.match(/^(indicator|parent|theme):(.+)$/) ?? [];
    if (column) return (row) => row[column] === value;
    return (row) => row.text.search(pattern) >= 0 || row.indicator === term;
  });
  // What is named so comes before what is only defined with the word.
  const named = ({ name }) => wanted.filter(({ pattern }) => name.search(pattern) >= 0).length;
  return rows
    .filter((row) => tests.every((holds) => holds(row)))
    .map((row) => [named(row), row])
    .sort(([a], [b]) => b - a)
    .map(([, row]) => row);
}

function build(place) {
  const field = make("input", { type: "search", id: "dictionary-q", autocomplete: "off", "aria-describedby": "dictionary-hint" });
  const form = make("form", { role: "search", "aria-label": "Search the indicators" },
    make("label", { for: field.id }, "Search the indicators"), field,
    make("p", { id: "dictionary-hint" }, "English words, Chinese terms of any length, or an id."));
  const summary = make("p", { role: "status" });
  const list = make("ul", { "aria-label": "Indicators found" });
  const more = make("button", { type: "button" }, "Show more");
  list.hidden = more.hidden = true;
  place.replaceChildren(form, summary, list, more);
  return { form, field, summary, list, more };
}

function render(view, rows, query) {
  const found = find(rows, query);
  const counted = (number) => number.toLocaleString("en");
  view.summary.textContent = !query ? "" : found.length
    ? `${counted(found.length)} of ${counted(rows.length)} indicators`
    : `No indicator fits “${query}”. Fewer or shorter terms find more.`;
  view.list.replaceChildren();
  view.list.hidden = !found.length;
  view.more.onclick = () => {
    const at = view.list.children.length;
    view.list.append(...found.slice(at, at + AT_ONCE).map(entry));
    view.more.hidden = view.list.children.length === found.length;
    if (at) view.list.children[at].querySelector("a").focus();
  };
  view.more.onclick();
  view.list.dataset.query = query;
}

function entry(row) {
  const facts = [
    [make("code", {}, row.indicator)],
    [row.unit_en, " (", row.unit, ")"],
    [link(row.theme.replace(/_/g, " "), `theme:${row.theme}`)],
    row.parent && ["part of ", link(row.parent, `indicator:${row.parent}`)],
    row.parts && [link(count(row.parts, "part"), `parent:${row.indicator}`)],
    [row.figures
      ? make("a", { href: address(`indicator:${row.indicator}`, FIGURES) }, count(row.figures, "figure"))
      : "no figure"],
  ].filter(Boolean);
  return make("li", {},
    make("p", { class: "name" }, make("b", {}, row.name_en), " ", row.name_zh),
    make("p", {}, row.definition),
    make("p", { class: "facts" }, ...facts.flatMap((fact, at) => (at ? [" · ", ...fact] : fact))));
}

function link(label, query) {
  return make("a", { href: address(query) }, label);
}
