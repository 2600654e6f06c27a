// An exchange: links are drawn between the cards of its turns and lit with the chosen one.
import { isTyping, walker } from "./keys.js";

const GAP = 16;
const STEP = 56;
const SVG = "http://www.w3.org/2000/svg";

function drawn(name, attributes, words) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (words) element.textContent = words;
  return element;
}

export function start(place) {
  const svg = place.querySelector(".ties");
  const cards = () => [...place.querySelectorAll(".card")];
  const card = (number) => place.querySelector(`[data-turn="${number}"]`);

  // Turns of different lanes move up beside each other as far as their order stays plain.
  function tighten() {
    const rows = [...place.querySelector(".turns").children];
    for (const row of rows) row.style.removeProperty("margin-top");
    if (!matchMedia("(min-width: 52rem)").matches) return;
    const heights = rows.map((row) => row.offsetHeight);
    const ends = new Map();
    let before = null;
    rows.forEach((row, n) => {
      const lane = row.querySelector(".card")?.dataset.lane;
      const floor = Math.max(0, ...ends.values());
      const step = rows[n - 1]?.querySelector(".card") ? STEP : (heights[n - 1] ?? 0) + GAP;
      let top = lane ? Math.max(ends.get(lane) ?? 0, before + step) : floor;
      if (before === null) top = 0;
      const flow = n ? before + heights[n - 1] + GAP : 0;
      if (n && top !== flow) row.style.marginTop = `${top - flow}px`;
      if (!lane) ends.clear();
      ends.set(lane ?? "day", top + heights[n] + GAP);
      before = top;
    });
    const low = Math.max(...ends.values());
    const bottom = before + heights.at(-1) + GAP;
    place.style.paddingBottom = `${Math.max(low - bottom, 0)}px`;
  }

  function draw() {
    tighten();
    svg.replaceChildren();
    const base = place.getBoundingClientRect();
    const box = (element) => {
      const rect = element.getBoundingClientRect();
      return { left: rect.left - base.left, right: rect.right - base.left, top: rect.top - base.top, height: rect.height };
    };
    const arrived = new Map();
    const labels = [];
    for (const from of cards()) {
      [...from.querySelectorAll("[data-to]")].forEach((link, n) => {
        const to = card(link.dataset.to);
        if (to) tie(from, to, link, n, arrived);
      });
    }
    // Above every line, so that none strikes a word out.
    svg.append(...labels);

    function tie(from, to, link, n, ends) {
      const a = box(from), b = box(to);
      const rank = ends.get(to) ?? 0;
      ends.set(to, rank + 1);
      const own = Number(from.dataset.lane), other = Number(to.dataset.lane);
      const y1 = a.top + 18 + Math.min(n * 18, Math.max(a.height - 30, 0));
      const y2 = b.top + Math.min(b.height - 12, 26 + rank * 10);
      let path, x1, x2, turn;
      if (own === other) {
        x1 = a.left; x2 = b.left;
        const bulge = Math.min(20 + Math.abs(y1 - y2) * 0.05, 46);
        path = `M${x1} ${y1}C${x1 - bulge} ${y1} ${x2 - bulge} ${y2} ${x2 - 5} ${y2}`;
        turn = 1;
      } else {
        const right = other > own;
        x1 = right ? a.right : a.left; x2 = right ? b.left : b.right;
        const reach = (right ? 1 : -1) * Math.max(36, Math.abs(x2 - x1) * 0.5);
        path = `M${x1} ${y1}C${x1 + reach} ${y1} ${x2 - reach} ${y2} ${x2 + (right ? -5 : 5)} ${y2}`;
        turn = right ? 1 : -1;
      }
      const group = drawn("g", { class: `tie ${[...link.classList].join(" ")}`, "data-from": from.dataset.turn, "data-to": to.dataset.turn });
      group.append(drawn("path", { d: path, class: link.classList.contains("explicit") ? "explicit" : "inferred" }));
      group.append(drawn("path", { class: "head", d: `M${x2} ${y2}l${-7 * turn} -4v8z` }));
      const outward = own === other ? -1 : turn;
      svg.append(group);
      const label = drawn("g", { class: `tie-label ${[...link.classList].join(" ")}`, "data-from": from.dataset.turn, "data-to": to.dataset.turn });
      label.append(drawn("text", { x: x1 + outward * 8, y: y1 - 4, "text-anchor": outward > 0 ? "start" : "end" }, link.dataset.label));
      labels.push(label);
    }
  }

  function light(number) {
    place.classList.toggle("choosing", Boolean(number));
    for (const lit of place.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!number) return;
    card(number)?.classList.add("lit");
    for (const tie of svg.querySelectorAll(`[data-from="${number}"], [data-to="${number}"]`)) {
      tie.classList.add("lit");
      card(tie.dataset.from)?.classList.add("lit");
      card(tie.dataset.to)?.classList.add("lit");
    }
  }

  const walk = walker(cards, (chosen) => {
    chosen.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    chosen.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    history.replaceState(history.state, "", `${location.pathname}${location.search}#turn-${chosen.dataset.turn}`);
  });
  place.addEventListener("focusin", (event) => {
    const chosen = event.target.closest(".card");
    if (chosen) walk.put(chosen);
    light(chosen?.dataset.turn);
  });
  place.addEventListener("focusout", (event) => {
    if (!place.contains(event.relatedTarget)) light(null);
  });
  place.addEventListener("pointerover", (event) => light((event.target.closest(".card") ?? document.activeElement.closest?.(".card"))?.dataset.turn));
  place.addEventListener("pointerleave", () => light(document.activeElement.closest?.(".card")?.dataset.turn));
  document.addEventListener("keydown", (event) => {
    if (isTyping(event)) return;
    if (event.key === "j" || event.key === "k") walk.step(event.key === "j" ? 1 : -1);
    else if (event.key === "Enter" && document.activeElement?.matches(".card")) {
      document.activeElement.querySelector("footer a")?.click();
    } else if (event.key === "Escape") {
      document.activeElement?.blur();
      light(null);
      walk.let_go();
    }
  });
  let width = 0;
  new ResizeObserver(() => {
    if (place.offsetWidth !== width) {
      width = place.offsetWidth;
      draw();
    }
  }).observe(place);
  document.fonts.ready.then(draw);
  const wanted = place.querySelector(".marked") ?? document.querySelector(location.hash.replace(/[^#\w-]/g, "") || "#none")?.querySelector(".card");
  if (wanted) {
    wanted.focus({ preventScroll: true });
    wanted.scrollIntoView({ block: "center" });
  }
}
