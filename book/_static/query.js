/* What the searches of texts, figures and indicators share: data unpacked, a query cut up, elements
   made. */
"use strict";

/* Tried, not assumed: some browsers have the name and not the format. */
const canUnpack = (() => {
  try {
    return Boolean(new DecompressionStream("deflate"));
  } catch {
    return false;
  }
})();

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
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

/* A text in pieces, its Chinese marked as Chinese. */
function chinese(text) {
  return text.split(/(\p{Script=Han}+)/u).map((piece, place) => {
    if (place % 2 === 0) return piece;
    const span = document.createElement("span");
    span.lang = "zh";
    span.textContent = piece;
    return span;
  });
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/* An element with its content, whose Chinese is marked; an attribute that says nothing is left out. */
function make(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== "" || key === "value") element.setAttribute(key, value);
  element.append(...content.flatMap((one) => (typeof one === "string" ? chinese(one) : one)));
  return element;
}
