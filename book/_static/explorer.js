/* Finds, sorts and downloads figures, all of which figures-data.js brings packed. What is asked
   for stands in the address, and the page shows what the address says. */
"use strict";

const FILTERS = [
  { key: "theme", column: "theme", name: "theme", all: "All themes" },
  { key: "place", column: "entity", name: "entity_en", all: "All places" },
  { key: "document", column: "document", name: "document_en", all: "All documents" },
  { key: "status", column: "status", name: "statusName", all: "Any status" },
  { key: "measure", column: "measure", name: "measureName", all: "All measures" },
];
const KEYS = ["q", ...FILTERS.map(({ key }) => key), "sort", "page"];

document.addEventListener("DOMContentLoaded", async () => {
  const place = document.getElementById("explorer");
  if (!canUnpack) {
    place.prepend(make("p", {}, "This browser is too old to search here."));
    return;
  }
  const data = await unpack(window.figuresData);
  const rows = expand(data);
  const view = build(place, rows, data.kinds);
  let state = {};
  let found = [];

  function show() {
    state = asked(view);
    view.field.value = document.activeElement === view.field ? view.field.value : state.q;
    for (const { key } of FILTERS) view.selects[key].value = state[key];
    found = sorted(find(rows, state), state);
    render(view, found, state, rows.length);
  }

  /* Words that are typed without a pause for anything else make one entry of the history. */
  let typing = false;
  let pause;
  function go(change, typed = false) {
    const way = typed && typing ? "replaceState" : "pushState";
    typing = typed;
    clearTimeout(pause);
    const words = { q: view.field.value.trim() };
    history[way](null, "", address({ ...state, page: "", ...words, ...change }));
    show();
  }

  view.form.addEventListener("submit", (event) => event.preventDefault());
  view.field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => go({}, true), 150);
  });
  for (const { key } of FILTERS) view.selects[key].onchange = () => go({ [key]: view.selects[key].value });
  view.clear.onclick = () => {
    view.field.value = "";
    go(Object.fromEntries(KEYS.map((key) => [key, ""])));
    view.field.focus();
  };
  for (const { key } of COLUMNS)
    view.heads[key].firstChild.onclick = () => go({ sort: state.sort === key ? `-${key}` : key });
  // All of them are saved as printed, as the build's own file has them.
  view.save.onclick = () => save(csv(data.columns, state.sort || found.length < rows.length ? found : rows), "figures.csv");
  window.addEventListener("hashchange", () => {
    if (location.hash && !location.hash.includes("=")) return; // a heading of the page
    const before = address({ ...state, page: "" });
    view.field.blur();
    typing = false;
    show();
    if (address({ ...state, page: "" }) === before) view.box.focus();
    else if (location.hash) reveal(view.found);
  });
  show();
  if (location.hash.includes("=")) reveal(view.found);
  place.dataset.ready = "";
});

function expand({ rows, texts, tables, factors, measures }) {
  const facts = new Map();
  return rows.line.map((_, at) => {
    const row = {};
    for (const [name, column] of Object.entries(rows)) {
      row[name] = texts[name] ? texts[name][column[at]] : column[at];
      for (const [belonging, values] of Object.entries(tables[name] ?? {}))
        row[belonging] = values[column[at]];
    }
    row.factor = factors[row.unit];
    row.measureName = measures[row.measure];
    row.statusName = row.status === "outturn" ? "result" : row.status;
    row.told = row.correction && `Corrected in this report: ${row.correction}`;
    row.name = `${row.name_en} ${row.name_zh}`;
    row.text = [row.name, row.entity_en, row.entity_zh, row.period, row.measureName, row.status,
      row.unit_en, row.written, row.printed.replace(/\s/g, ""), row.document_en, row.document_zh, row.note,
      row.told].join("\n");
    const fact = [row.indicator, row.entity, row.period, row.measure, row.status].join();
    row.places = facts.get(fact) ?? facts.set(fact, []).get(fact);
    row.places.push(row);
    return row;
  });
}

function asked({ selects }) {
  const said = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  const state = Object.fromEntries(KEYS.map((key) => [key, said.get(key) ?? ""]));
  for (const { key } of FILTERS) // what the list has not is not asked for
    if (![...selects[key].options].some(({ value }) => value === state[key])) state[key] = "";
  return state;
}

function address(state) {
  const said = Object.entries(state).filter(([, value]) => value);
  return `#${new URLSearchParams(said)}`.replace(/%3A/g, ":");
}

function find(rows, state) {
  const wanted = terms(state.q.replace(/\bline[\s:：]+(?=\d)/gi, "line:"));
  const tests = wanted.map(test);
  const chosen = FILTERS.filter(({ key }) => state[key]);
  const found = rows.filter((row) => chosen.every(({ key, column }) => row[column] === state[key])
    && tests.every((holds) => holds(row)));
  // Where nothing is asked for, a fact that is printed again waits for all that are printed first.
  if (!wanted.length && !chosen.length)
    return found.sort((a, b) => (a.places[0] !== a) - (b.places[0] !== b));
  // What is named so comes before what is only told so: its document, its note.
  const named = new Map(found.map((row) => [row, wanted.filter((one) => row.name.search(one.pattern) >= 0).length]));
  return found.sort((a, b) => named.get(b) - named.get(a));
}

function test({ term, pattern }) {
  const [, first, last] = term.match(/^line:(\d+)(?:[-–](\d+))?$/) ?? [];
  if (first) return ({ line }) => line >= Number(first) && line <= Number(last ?? first);
  const [, indicator] = term.match(/^indicator:(.+)$/) ?? [];
  if (indicator) return (row) => row.indicator === indicator;
  return (row) => row.text.search(pattern) >= 0 || String(row.line) === term;
}

function sorted(found, { sort }) {
  const column = COLUMNS.find(({ key }) => key === sort.replace("-", ""));
  if (!column) return found;
  const words = new Intl.Collator("en", { numeric: true }).compare;
  const compare = column.number ? (a, b) => a - b : words;
  const way = sort.startsWith("-") ? -1 : 1;
  return found.sort((a, b) => way * compare(column.by(a), column.by(b)));
}

/* Who came by a link came for the answer. */
function reveal(element) {
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 3) element.scrollIntoView();
}
