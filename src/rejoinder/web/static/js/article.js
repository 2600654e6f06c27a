// An article: the chosen statement is lit in the text, with who is named and the cue; j and k walk.
import { isTyping, walker } from "./keys.js";

export function start(sheet) {
  const cards = () => [...sheet.querySelectorAll(".card")];
  const having = (name, number) => sheet.querySelectorAll(`[data-${name}~="${number}"]`);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

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
    if (card) walk.put(card);
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
    } else if (event.key === "e") card?.querySelector(".onward a")?.click();
  });

  const wanted = sheet.dataset.at || /^#[st](\d+)$/.exec(location.hash)?.[1];
  const card = wanted && document.getElementById(`s${wanted}`);
  if (card) {
    card.querySelector("details").open = true;
    card.querySelector("summary").focus({ preventScroll: true });
    (document.getElementById(`t${wanted}`) ?? card).scrollIntoView({ block: "center" });
  }
}
