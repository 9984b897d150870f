/* Searches the text of every section, which search-texts.js brings packed. */
"use strict";

const MOST_RESULTS = 60;

document.addEventListener("DOMContentLoaded", async () => {
  const query = new URLSearchParams(location.search).get("q") ?? "";
  document.querySelectorAll('input[name="q"]').forEach((input) => (input.value = query));
  const place = document.getElementById("search-results");
  if (!query.trim()) return;
  if (!canUnpack) {
    say(place, "This browser is too old to search here; the contents list names every chapter.");
    return;
  }
  const wanted = terms(query);
  const pages = await unpack(window.searchTexts);
  const all = find(wanted, pages, wanted.length);
  if (all.length || wanted.length < 2) show(place, query, all, "");
  else show(place, query, find(wanted, pages, 1), "No section has all of these words. ");
  place.querySelector(".search-summary").after(amongFigures(query));
});

/* A term is in a section when its text or heading holds it; the title of its page counts too, so
   long as the section has something of its own. */
function find(wanted, pages, needed) {
  const results = [];
  for (const page of pages) {
    for (const section of page.sections) {
      let [score, there, own] = [0, 0, 0];
      const hits = [];
      for (const { pattern } of wanted) {
        const inText = [...section.text.matchAll(pattern)];
        const inHeading = section.title.match(pattern)?.length ?? 0;
        const inTitle = page.title.match(pattern)?.length ?? 0;
        hits.push(...inText.map((hit) => [hit.index, hit.index + hit[0].length]));
        score += Math.min(inText.length, 8) + 12 * inHeading + 4 * inTitle;
        own += inText.length + inHeading;
        there += inText.length || inHeading || inTitle ? 1 : 0;
      }
      hits.sort(([a], [b]) => a - b);
      if (own && there >= needed) results.push({ page, section, hits, score: score + 30 * there });
    }
  }
  return results.sort((a, b) => b.score - a.score);
}

function show(place, query, results, remark) {
  const pages = new Set(results.map(({ page }) => page.file)).size;
  say(place, results.length
    ? `${remark}${count(results.length, "section")} on ${count(pages, "page")} for “${query}”`
    : `Nothing was found for “${query}”. Fewer or shorter terms find more.`);
  const list = document.createElement("ol");
  list.className = "search-found";
  for (const { page, section, hits } of results.slice(0, MOST_RESULTS)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const first = section.id === page.sections[0].id;
    link.textContent = first ? page.title : `${page.title} › ${section.title}`;
    link.href = address(page, section, hits);
    item.append(link);
    if (hits.length) item.append(passage(section.text, hits));
    list.append(item);
  }
  place.append(list);
}

/* The browser is asked to scroll to the words found, and to open what hides them. */
function address(page, section, hits) {
  const to = `${page.file}#${encodeURIComponent(section.id)}`;
  if (!hits.length) return to;
  const words = section.text.slice(...hits[0]);
  return `${to}:~:text=${encodeURIComponent(words).replace(/-/g, "%2D")}`;
}

function passage(text, hits) {
  const [start] = hits[0];
  const line = text.lastIndexOf("\n", start) + 1;
  let from = Math.max(line, start - 70);
  if (from > line) from = text.indexOf(" ", from) + 1 || from;
  if (from > start) from = start;
  // A passage ends with its line when that has said something, and never inside a word.
  const end = text.indexOf("\n", Math.max(start, from + 90));
  let to = Math.min(end < 0 ? text.length : end, start + 170);
  if (to - start === 170) to = Math.max(text.lastIndexOf(" ", to), hits[0][1]);
  const box = document.createElement("p");
  if (from > line) box.append("… ");
  let at = from;
  for (const [begin, stop] of hits) {
    if (begin < at || stop > to) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(begin, stop);
    box.append(text.slice(at, begin), mark);
    at = stop;
  }
  box.append(text.slice(at, to) + (to < text.length ? " …" : ""));
  const runs = box.innerHTML.replace(/\p{Script=Han}+/gu, '<span lang="zh">$&</span>');
  box.innerHTML = runs;
  return box;
}

/* Chapters show a part of the figures; the explorer has them all. */
function amongFigures(query) {
  const line = document.createElement("p");
  const link = document.createElement("a");
  link.href = `book/evidence/all_figures.html#${new URLSearchParams({ q: query })}`;
  link.append(...chinese(`Look for “${query}” among all the figures`));
  line.append(link);
  return line;
}

function say(place, words) {
  const line = document.createElement("p");
  line.className = "search-summary";
  line.append(...chinese(words));
  place.replaceChildren(line);
}
