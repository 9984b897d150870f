/* How the page of all figures looks: its form, its table, a figure's row, its row in a file. */
"use strict";

const ROWS_A_PAGE = 50;
const WORDS = ["kindergarten", "粮食", "23.233 billion", "line:5558"];
const QUESTIONS = [
  ["Which printed rates of tasks are lowest?", { measure: "completion", sort: "value" }],
  ["What ranks do offices claim?", { measure: "rank" }],
  ["How many days of good air?", { q: "indicator:good_air_days" }],
  ["Which targets are printed, repeats included?", { status: "target" }],
  ["What does one neighbourhood, Jiefang Road, count?", { place: "jiefanglu" }],
  ["Which misprints are corrected here?", { q: '"corrected in this report"' }],
];
/* The table's columns: what to sort by, and the lines of a cell, each with its class. */
const COLUMNS = [
  { key: "figure", label: "Figure", by: (row) => row.name_en, lines: figureLines },
  { key: "place", label: "Place", by: (row) => row.entity_en,
    lines: (row) => [[row.entity_en], [row.entity_zh, "aside"]] },
  { key: "period", label: "Period", by: (row) => row.period,
    lines: (row) => [[row.period.replace("/", " to ")]] },
  { key: "value", label: "Value", by: (row) => row.value * row.factor, lines: valueLines, number: true },
  { key: "document", label: "Document", by: (row) => row.document_en,
    lines: (row) => [[row.document_en], [`p.\u00a0${row.page}`, "aside"]] },
  { key: "line", label: "Line", by: (row) => row.line, number: true,
    lines: (row) => [[toLine(row.line)]] },
];

/* The form, the summary and the table's heads: made once, filled anew with each answer. */
function build(place, rows, kinds) {
  const field = make("input", { type: "search", id: "explorer-q", autocomplete: "off", "aria-describedby": "explorer-hint" });
  const links = (made) => made.flatMap(([text, state], at) => [at ? " · " : " ", make("a", { href: address(state) }, text)]);
  const hint = make("p", { id: "explorer-hint" }, "English words, Chinese terms, a figure as a chapter writes it or as printed, a line of the machine-read text:",
    ...links(WORDS.map((q) => [q, { q }])));
  const asking = make("p", { class: "ready" }, "Ready questions:", ...QUESTIONS.map(([text, state]) =>
    make("a", { href: address(state) }, `${text} (${find(rows, { q: "", ...state }).length})`)));
  const selects = Object.fromEntries(FILTERS.map((one) => [one.key, choice(one, rows, kinds)]));
  const clear = make("button", { type: "button" }, "Clear all");
  const form = make("form", { role: "search", "aria-label": "Search the figures" },
    make("div", { class: "words" }, make("label", { for: field.id }, "Find"), field, hint, asking),
    ...FILTERS.map(({ key }) => make("div", {}, make("label", { for: selects[key].id }, title(key)), selects[key])),
    clear);
  const strip = themes(rows);
  const summary = make("p", { role: "status" });
  const heads = Object.fromEntries(COLUMNS.map(({ key, label, number }) => [key,
    make("th", { scope: "col", role: "columnheader", class: number ? "number" : "" }, make("button", { type: "button" }, label))]));
  const body = make("tbody", { role: "rowgroup" });
  // Roles are named because the cards of a narrow screen are no table to a browser any more.
  const table = make("table", { class: "report", role: "table" },
    make("caption", {}, "Figures found"),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...Object.values(heads))), body);
  const box = make("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": "Figures found" }, table);
  const pages = make("nav", { "aria-label": "Pages of the figures found" });
  const save = make("button", { type: "button" });
  const found = make("div", { class: "found" }, summary, save);
  place.replaceChildren(form, strip, found, box, pages);
  return { form, field, selects, clear, strip, found, summary, heads, body, box, pages, save };
}

/* How many figures each theme has, as bars that ask for them: what there is to be found. */
function themes(rows) {
  const counts = new Map();
  for (const { theme } of rows) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const sizes = [...counts].sort((a, b) => b[1] - a[1]);
  const bars = sizes.map(([theme, times]) => make("a",
    { href: address({ theme }), style: `--part: ${(100 * times) / sizes[0][1]}%` }, `${title(theme)} ${times.toLocaleString("en")}`));
  const [most, least] = [sizes[0], sizes.at(-1)].map(([theme, times]) => [times.toLocaleString("en"), title(theme).toLowerCase()]);
  return make("nav", { class: "themes", "aria-label": "Themes" },
    make("p", {}, `${most[0]} figures on ${most[1]}, ${least[0]} on ${least[1]}: what a county’s yearbook counts`), make("div", {}, ...bars));
}

function choice({ key, column, name, all }, rows, kinds) {
  const options = new Map();
  for (const row of rows) {
    const one = options.get(row[column]) ?? { label: title(row[name]), times: 0 };
    options.set(row[column], { ...one, times: one.times + 1 });
  }
  const select = make("select", { id: `explorer-${key}` }, make("option", { value: "" }, all));
  const groups = new Map();
  const order = key === "theme" ? [...options].sort((a, b) => b[1].times - a[1].times) : options;
  for (const [value, { label, times }] of order) {
    const option = make("option", { value, "data-label": label }, `${label} (${times.toLocaleString("en")})`);
    const kind = key === "place" ? title(kinds[value]) : "";
    if (kind && !groups.has(kind)) groups.set(kind, make("optgroup", { label: kind }));
    (groups.get(kind) ?? select).append(option);
  }
  select.append(...groups.values());
  return select;
}

function render(view, found, state, all) {
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, parseInt(state.page, 10) || 1), pages);
  const first = (page - 1) * ROWS_A_PAGE;
  const rows = found.slice(first, first + ROWS_A_PAGE);
  const counted = (number) => number.toLocaleString("en");
  const chosen = Object.values(view.selects).filter(({ value }) => value);
  const conditions = [state.q && `“${state.q}”`, ...chosen.map((one) => one.selectedOptions[0].dataset.label)];
  const shown = pages === 1 ? "" : `, ${counted(first + 1)} to ${counted(first + rows.length)} shown`;
  const answer = found.length === 0
    ? "No figure fits all of these conditions; fewer or shorter terms find more"
    : `${counted(found.length)} of ${counted(all)} figures${shown}`;
  view.summary.replaceChildren(...chinese([answer, conditions.filter(Boolean).join(", ")].filter(Boolean).join(": ")));
  for (const [key, head] of Object.entries(view.heads)) {
    head.removeAttribute("aria-sort");
    if (state.sort.replace("-", "") === key)
      head.setAttribute("aria-sort", state.sort === key ? "ascending" : "descending");
  }
  view.strip.hidden = conditions.some(Boolean) || page > 1;
  view.body.replaceChildren(...rows.map(line));
  view.box.hidden = view.save.hidden = found.length === 0;
  view.save.textContent = `Download ${found.length === 1 ? "this figure" : `these ${counted(found.length)} figures`} as CSV`;
  const turn = (to, label) => to < 1 || to > pages ? ""
    : make("a", { href: address({ ...state, page: to === 1 ? "" : to }) }, label);
  view.pages.hidden = pages === 1;
  view.pages.replaceChildren(turn(page - 1, "Previous page"), ` Page ${page} of ${counted(pages)} `, turn(page + 1, "Next page"));
}

function line(row) {
  return make("tr", { role: "row" }, ...COLUMNS.map(({ label, lines, number }, place) =>
    make(place ? "td" : "th",
      { ...(place ? { role: "cell" } : { role: "rowheader", scope: "row" }), "data-label": label, class: number ? "number" : "" },
      // The title says a name whole that is cut to two lines.
      ...lines(row).map(([text, kind]) => make("span", { class: kind ?? "", ...(label === "Document" && !kind ? { title: text } : {}) }, text)))));
}

function figureLines(row) {
  const aim = row.status === "outturn" ? "" : `, ${row.status}`;
  return [[row.name_en], [row.name_zh, "aside"], [title(row.measureName) + aim, "measure"],
    ...(row.note ? [[row.note, "note"]] : []),
    ...again(row).map((one) => [one, "aside"]),
    ...(row.told ? [[row.told, "note corrected"]] : [])];
}

function toLine(line) {
  return make("a", { href: address({ q: `line:${line}` }) }, line);
}

/* Where the same fact is printed besides: on which line, or on how many. */
function again({ places, line, indicator, entity, measure }) {
  const others = [...new Set(places.map((one) => one.line))].filter((one) => one !== line);
  if (others.length < 2) return others.map((one) => make("span", {}, "also on line ", toLine(one)));
  const all = { q: `indicator:${indicator}`, place: entity, measure, sort: "line" };
  return [make("a", { href: address(all) }, `also on ${others.length} other lines`)];
}

/* Of a count the amount says no unit: it stands beside it, unless it is only 个, "items". */
function valueLines(row) {
  const counts = row.unit === "个" || /[\p{L}%‰]/u.test(row.written.replace(/^(about|at least|at most) | to /g, "")) ? [] : [[row.unit_en, "unit"]];
  return [[row.written, "amount"], ...counts, [row.printed, "aside"]];
}

function csv(names, rows) {
  const cell = (value) => {
    const text = String(value ?? "");
    return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return `\ufeff${lines.map((one) => one.map(cell).join(",")).join("\n")}\n`;
}

function save(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function title(text) {
  return (text[0].toUpperCase() + text.slice(1)).replace(/_/g, " ");
}
