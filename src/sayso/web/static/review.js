// The review queue by keyboard: every key presses a button that is on the page and works without a script.
"use strict";

const queue = document.getElementById("queue");
const left = document.getElementById("left");
const waiting = () => [...queue.querySelectorAll(".item:not(.done)")];
const groupOf = (item) => item.closest(".group");
let current = null;

function show(item) {
  if (!item) return;
  current?.classList.remove("current");
  current = item;
  item.classList.add("current");
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function move(direction) {
  const items = waiting();
  const at = items.indexOf(current);
  show(items[Math.min(Math.max(at + direction, 0), items.length - 1)] ?? items[0]);
}

// The claim that comes next once this one is decided, else the one before it.
function after(item) {
  const items = waiting();
  const at = items.indexOf(item);
  return items[at + 1] ?? items[at - 1] ?? null;
}

function say(words) {
  const line = document.getElementById("announce");
  line.textContent = "";
  requestAnimationFrame(() => { line.textContent = words; });
}

function press(button) {
  if (button) button.click();
  else say(queue.dataset.nothing);
}

function open(details, field) {
  if (!details) {
    say(queue.dataset.nothing);
    return;
  }
  details.open = true;
  details.querySelector(field).focus();
}

const button = (kind) => current?.querySelector(`.acts button[value="${kind}"]`);
const REVIEW_KEYS = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press(button("accept")),
  r: () => press(button("reject")),
  s: () => press(button("split")),
  e: () => open(current?.querySelector("details.edit"), "input[name=why]"),
  g: () => open(current?.querySelector("details.edit"), "select"),
  m: () => open(current && groupOf(current).querySelector("details.merge"), "select"),
  u: () => press(document.querySelector("#recent form.undo button")),
  o: () => current?.querySelector("a.open")?.click(),
  b: () => document.getElementById("bulk")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest("details.edit, details.merge")) {
    event.target.closest("details").open = false;
    show(current);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.getElementById("help").open) return;
  if (event.target.closest("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  if (!document.getElementById("single-keys").checked || !Object.hasOwn(REVIEW_KEYS, key)) return;
  event.preventDefault();
  REVIEW_KEYS[key]();
});

queue.addEventListener("focusin", (event) => {
  const item = event.target.closest(".item:not(.done)");
  if (item && item !== current) {
    current?.classList.remove("current");
    current = item;
    item.classList.add("current");
  }
});

let next = null;
document.body.addEventListener("htmx:beforeSwap", () => { next = after(current); });
document.body.addEventListener("htmx:afterSettle", () => {
  if (next?.isConnected) show(next);
  left.textContent = left.textContent.replace(/\d+/, String(waiting().length));
});
document.body.addEventListener("htmx:responseError", (event) => {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  say(page.querySelector("main p")?.textContent ?? queue.dataset.nothing);
});

show(document.querySelector(`${location.hash || "#none"}.item`) ?? waiting()[0]);
