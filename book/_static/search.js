/* Searches the text of every section, which search-texts.js brings packed. */
"use strict";

const MOST_RESULTS = 60;

document.addEventListener("DOMContentLoaded", async () => {
  const query = new URLSearchParams(location.search).get("q") ?? "";
  document.querySelectorAll('input[name="q"]').forEach((input) => (input.value = query));
  const place = document.getElementById("search-results");
  if (!query.trim()) return;
  if (!("DecompressionStream" in window)) {
    say(place, "This browser is too old to search here; the contents list names every chapter.");
    return;
  }
  const wanted = terms(query);
  const pages = await unpack(window.searchTexts);
  const all = find(wanted, pages, wanted.length);
  if (all.length || wanted.length < 2) show(place, query, all, "");
  else show(place, query, find(wanted, pages, 1), "No section has all of these words. ");
});

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(plain).text());
}

/* A query is cut at spaces, and between Chinese and other letters; "quoted words" stay together. */
function terms(query) {
  const found = [];
  for (const [, quoted, word] of query.toLowerCase().matchAll(/"([^"]+)"|([^\s"]+)/g)) {
    if (quoted) found.push(quoted);
    else found.push(...(word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []));
  }
  return found
    .map((term) => term.replace(/^[^\p{L}\p{N}%]+|[^\p{L}\p{N}%]+$/gu, ""))
    .filter(Boolean)
    .map((term) => ({ term, pattern: pattern(term) }));
}

/* Chinese is found anywhere. A word is found by the beginning that its forms share, so that
   "growing" finds growth and "industries" industry; a figure is found whole, so that 2.33 is not
   found in 232.33, and with or without the commas of thousands. */
function pattern(term) {
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (/\p{Script=Han}/u.test(term)) return new RegExp(literal(term), "gu");
  if (/^[\d.,]+%?$/.test(term)) {
    const digits = [...term.replace(/,/g, "")].map(literal).join(",?");
    return new RegExp(`(?<![\\d.]|\\d,)${digits}(?!\\.?\\d)`, "gu");
  }
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal(stem(term))}[\\p{L}\\p{N}]*`, "giu");
}

function stem(word) {
  if (!/^[a-z]+$/.test(word)) return word;
  const cut = word
    .replace(/'s$/, "")
    .replace(/(?:ation|ations|ingly|edly|ings|ing|ied|ies|ed|es|ly|s|th)$/, "");
  const short = cut.length >= 4 ? cut : word.replace(/s$/, "");
  return short.length >= 5 ? short.replace(/[eyi]$/, "") : short;
}

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

function say(place, words) {
  const line = document.createElement("p");
  line.className = "search-summary";
  line.textContent = words;
  place.replaceChildren(line);
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
