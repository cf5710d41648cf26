// What a script adds to a page that works without one: addresses of any run of characters (#s=120-185), keys,
// copying, the theme. Offsets are code points of the canonical text, as everywhere in sayso.
"use strict";

const remembered = {
  get(name) {
    try { return localStorage.getItem(name); } catch { return null; }
  },
  set(name, value) {
    try { localStorage.setItem(name, value); } catch { /* not remembered, still done */ }
  },
};
const announce = (key) => {
  const line = document.getElementById("announce");
  line.textContent = "";
  requestAnimationFrame(() => { line.textContent = line.dataset[key]; });
};
const go = (fragment) => location.replace(`#${fragment}`);

// ---- addresses of any run of characters ----

const pieces = () => [...document.querySelectorAll(".seg")];
const length = (text) => [...text].length;

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function wrap(node, from, to) {
  const points = [...node.data];
  const start = points.slice(0, from).join("").length;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + points.slice(from, to).join("").length);
  const hit = document.createElement("mark");
  hit.className = "hit";
  range.surroundContents(hit);
  return hit;
}

function highlight(start, end) {
  const hits = [];
  for (const piece of pieces()) {
    let at = Number(piece.dataset.at);
    if (at >= end || at + length(piece.textContent) <= start) continue;
    for (const node of textNodes(piece)) {
      const size = length(node.data);
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, size)];
      at += size;
      if (from < to) hits.push(wrap(node, from, to));
    }
  }
  return hits;
}

function forget() {
  for (const hit of document.querySelectorAll("mark.hit")) {
    const parent = hit.parentNode;
    hit.replaceWith(...hit.childNodes);
    parent.normalize();
  }
}

function follow() {
  forget();
  const match = /^#s=(\d+)-(\d+)$/.exec(location.hash);
  if (!match) return;
  const hits = highlight(Number(match[1]), Number(match[2]));
  if (!hits.length) return;
  hits[0].tabIndex = -1;
  hits[0].focus({ preventScroll: true });
  hits[0].scrollIntoView({ block: "center" });
}

// ---- lighting up a claim, all its parts and its card ----

function light(claim) {
  for (const node of document.querySelectorAll(".lit, .lit-part")) node.classList.remove("lit", "lit-part");
  if (!claim) return;
  const name = CSS.escape(claim);
  for (const node of document.querySelectorAll(`[data-claims~="${name}"], #card-${name}`)) node.classList.add("lit");
  for (const node of document.querySelectorAll(`[data-parts~="${name}"]`)) node.classList.add("lit-part");
}

function addressed() {
  const id = location.hash.slice(1).replace(/^card-/, "");
  return document.getElementById(`card-${id}`) ? id : "";
}

function focused(event) {
  // A mouse button that goes down on a card must not change it, or what is clicked moves away before it comes up.
  if (event.target.matches(".card :not(:focus-visible)")) return;
  const inside = event.target.closest(".opens, .card");
  if (inside) light(inside.id.replace(/^card-/, ""));
}

// ---- copying ----

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce("copied");
  } catch {
    announce("failed");
  }
}

function place(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".seg");
  if (!piece) return null;
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, offset);
  return Number(piece.dataset.at) + length(range.toString());
}

function copySelection() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return;
  copy(`${location.origin}${location.pathname}#s=${start}-${end}`);
}

// ---- moving between claims ----

const claims = () => [...document.querySelectorAll(".opens")];

function step(direction) {
  const all = claims();
  if (!all.length) return;
  const current = location.hash.slice(1).replace(/^card-/, "");
  const at = all.findIndex((claim) => claim.id === current);
  const next = at < 0 ? (direction > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + direction, 0), all.length - 1);
  go(all[next].id);
}

function crossOver(target) {
  const claim = target.closest(".opens");
  const card = target.closest(".card");
  if (claim && target === claim) go(`card-${claim.id}`);
  else if (card && target === card) go(card.id.replace(/^card-/, ""));
}

// ---- what is marked, and how the words look ----

// Marks go into the address, so that a view can be handed on; what suits the eyes stays with the reader.
function switched(form) {
  const marks = new URLSearchParams();
  for (const box of form.querySelectorAll("[name=show]:checked")) marks.append("show", box.value);
  const query = marks.size ? `?${marks}` : "?show=";
  history.replaceState(null, "", `${form.dataset.address}${query}${location.hash}`);
  remembered.set("sayso-size", form.elements.size.value);
  remembered.set("sayso-blur", form.elements.blur.checked ? "on" : "off");
}

function restoreSwitches(form) {
  const size = remembered.get("sayso-size");
  if (["usual", "larger", "largest"].includes(size)) form.elements.size.value = size;
  form.elements.blur.checked = remembered.get("sayso-blur") === "on";
  form.addEventListener("change", () => switched(form));
}

// ---- the theme ----

const THEMES = ["system", "light", "dark"];

function showTheme() {
  const theme = document.documentElement.dataset.theme ?? "system";
  const button = document.getElementById("theme");
  button.textContent = button.dataset[theme];
}

function nextTheme() {
  const root = document.documentElement;
  const theme = THEMES[(THEMES.indexOf(root.dataset.theme ?? "system") + 1) % THEMES.length];
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  remembered.set("sayso-theme", theme);
  showTheme();
}

// ---- keys ----

const help = document.getElementById("help");
const singleKeys = document.getElementById("single-keys");
const search = () => {
  const field = document.getElementById("q");
  if (field) field.focus();
  else location.assign("/search#q");
};
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  l: copySelection,
  t: nextTheme,
  "/": search,
  "?": () => help.showModal(),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  if (key === "enter") crossOver(event.target);
  else if (singleKeys.checked && Object.hasOwn(KEYS, key)) {
    event.preventDefault();
    KEYS[key]();
  }
}

function clicked(event) {
  const button = event.target.closest("button.copy");
  if (button) copy(document.getElementById(button.dataset.copies).textContent);
  const piece = event.target.closest("mark.seg");
  if (piece && document.getSelection().isCollapsed) go(piece.dataset.claims.split(" ").at(-1));
}

for (const button of document.querySelectorAll("button[hidden]")) button.hidden = false;
document.getElementById("theme").addEventListener("click", nextTheme);
document.getElementById("keys").addEventListener("click", () => help.showModal());
document.getElementById("copy-span")?.addEventListener("click", copySelection);
document.getElementById("print")?.addEventListener("click", () => window.print());
document.addEventListener("keydown", pressed);
document.addEventListener("click", clicked);
singleKeys.checked = remembered.get("sayso-keys") !== "off";
singleKeys.addEventListener("change", () => remembered.set("sayso-keys", singleKeys.checked ? "on" : "off"));
document.addEventListener("focusin", focused);
window.addEventListener("hashchange", () => {
  follow();
  light(addressed());
});
const switches = document.getElementById("switches");
if (switches) restoreSwitches(switches);
showTheme();
follow();
light(addressed());
