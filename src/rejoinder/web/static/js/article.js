// An article: the chosen statement is lit in the text, with who is named and the cue; j and k walk.
import { isTyping, walker } from "./keys.js";

export function start(sheet) {
  const cards = () => [...sheet.querySelectorAll(".card")];
  const having = (name, number) => sheet.querySelectorAll(`[data-${name}~="${number}"]`);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Beside the text each card floats at the height of its words; where they are too close, cards
  // give way downwards, and those above the chosen one upwards.
  function float() {
    const wide = matchMedia("(min-width: 68rem)").matches;
    sheet.classList.toggle("floating", wide);
    const all = cards();
    if (!wide) {
      for (const card of all) card.style.removeProperty("top");
      sheet.style.removeProperty("min-height");
      return;
    }
    const base = sheet.getBoundingClientRect().top;
    const places = all.map((card) => {
      const mark = document.getElementById(`t${card.dataset.s}`);
      return { card, wish: mark.getBoundingClientRect().top - base - 6, height: card.offsetHeight + 6 };
    });
    const chosen = Math.max(all.indexOf(walk.current), 0);
    let top = 0;
    for (const place of places) place.top = top = Math.max(place.wish, top), top += place.height;
    if (walk.current) {
      places[chosen].top = Math.max(places[chosen].wish, 0);
      for (let n = chosen - 1, end = places[chosen].top; n >= 0; n -= 1) {
        places[n].top = Math.min(places[n].top, end - places[n].height);
        end = places[n].top;
      }
      const lift = Math.min(places[0].top, 0);
      let after = -Infinity;
      for (const [n, place] of places.entries()) {
        place.top = n <= chosen ? place.top - lift : Math.max(place.wish, after);
        after = place.top + place.height;
      }
    }
    for (const { card, top: at } of places) card.style.top = `${at}px`;
    const last = places.at(-1);
    sheet.style.minHeight = last ? `${last.top + last.height + 24}px` : "";
  }

  function light(number) {
    for (const lit of sheet.querySelectorAll(".lit, .named")) lit.classList.remove("lit", "named");
    if (!number) return;
    for (const piece of having("s", number)) piece.classList.add("lit");
    for (const piece of [...having("who", number), ...having("cue", number)]) piece.classList.add("named");
  }

  const walk = walker(cards, (card) => {
    card.querySelector("summary").focus({ preventScroll: true });
    const mark = document.getElementById(`t${card.dataset.s}`) ?? card;
    mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    remember(card.dataset.s);
  });

  function remember(number) {
    history.replaceState(history.state, "", `${location.pathname}${location.search}#s${number}`);
  }

  sheet.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card && card !== walk.current) {
      walk.put(card);
      float();
    }
    light((card ?? event.target.closest(".mark"))?.dataset.s);
  });
  sheet.addEventListener("focusout", (event) => {
    if (!sheet.contains(event.relatedTarget)) light(null);
  });
  sheet.addEventListener("pointerover", (event) => {
    const over = event.target.closest(".card, .mark, .said");
    if (over) light(over.dataset.s.split(" ").at(-1));
  });
  sheet.addEventListener("pointerleave", () => light(walk.current?.contains(document.activeElement) ? walk.current.dataset.s : null));
  // Words of a statement lead to its card, as its number does; marking text to copy does not.
  sheet.addEventListener("click", (event) => {
    const words = event.target.closest(".said");
    if (words && getSelection().isCollapsed) open(words.dataset.s.split(" ").at(-1));
    const mark = event.target.closest(".mark");
    if (mark) {
      event.preventDefault();
      open(mark.dataset.s);
    }
  });

  function open(number) {
    const card = document.getElementById(`s${number}`);
    if (!card) return;
    card.querySelector("details").open = true;
    card.querySelector("summary").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    remember(number);
  }

  document.addEventListener("keydown", (event) => {
    if (isTyping(event)) return;
    const card = document.activeElement?.closest(".card");
    if (event.key === "j" || event.key === "k") walk.step(event.key === "j" ? 1 : -1);
    else if (event.key === "Escape") {
      document.activeElement?.blur();
      light(null);
      walk.let_go();
    } else if (event.key === "t") {
      const mark = document.activeElement?.closest(".mark");
      if (card) document.getElementById(`t${card.dataset.s}`)?.focus();
      else if (mark) document.querySelector(`#s${mark.dataset.s} summary`)?.focus();
    } else if (event.key === "e") card?.querySelector(".onward a[href^='/exchanges/']")?.click();
  });

  sheet.addEventListener("toggle", float, true);
  new ResizeObserver(float).observe(sheet.parentElement);
  document.fonts.ready.then(float);
  float();

  const wanted = sheet.dataset.at || /^#[st](\d+)$/.exec(location.hash)?.[1];
  const card = wanted && document.getElementById(`s${wanted}`);
  if (card) {
    card.querySelector("details").open = true;
    card.querySelector("summary").focus({ preventScroll: true });
    (document.getElementById(`t${wanted}`) ?? card).scrollIntoView({ block: "center" });
  }
}
