// Review by keys: one statement after another. Every key presses a button or opens a form of the
// page, so that whatever can be done here can be done without scripts too.
import { isTyping } from "./keys.js";

const PARTS = ["source", "cue", "content"];

export function start(place) {
  typeAhead(place);
  if (place.dataset.before === undefined) return;
  const words = wordEditor(place);
  const editor = place.querySelector('.edit[data-key="e"]');
  const reject = place.querySelector('.edit[data-key="r"]');
  const send = (decision) => place.querySelector(`form[data-decision="${decision}"]`)?.requestSubmit();
  let going = false;

  function open(key) {
    const form = place.querySelector(`.edit[data-key="${key}"]`);
    if (!form) return false;
    for (const other of place.querySelectorAll(".edit[open]")) if (other !== form) other.open = false;
    form.open = true;
    if (form === editor) return true;
    const field = form.querySelector("input:checked, select, textarea, input:not([type=hidden])") ?? form;
    field.focus();
    field.select?.();
    return true;
  }

  function letGo() {
    for (const each of place.querySelectorAll(".edit[open]")) each.open = false;
    document.activeElement?.blur();
  }

  editor.addEventListener("toggle", () => {
    place.classList.toggle("editing", editor.open);
    if (editor.open) words.begin();
    else words.end();
  });
  for (const list of place.querySelectorAll("select[data-sends]")) {
    list.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      list.form.requestSubmit();
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && place.querySelector(".edit[open]")) {
      letGo();
      return;
    }
    // A radio button is not typed into.
    if (isTyping(event) && event.target.type !== "radio") return;
    const after = going;
    going = event.key === "g";
    if (after || going) return;
    if (reject.open && /^[1-6]$/.test(event.key)) {
      event.preventDefault();
      reject.querySelectorAll("input[type=radio]")[event.key - 1].checked = true;
      reject.querySelector("form").requestSubmit();
    } else if (reject.open && event.key === "Enter") {
      event.preventDefault();
      reject.querySelector("form").requestSubmit();
    } else if (editor.open && words.key(event)) {
      event.preventDefault();
    } else if (event.key === "a" || event.key === "u") {
      event.preventDefault();
      send(event.key === "a" ? "accept" : "undo");
    } else if (event.key === "j" || event.key === "k") {
      const there = event.key === "j" ? place.dataset.following : place.dataset.before;
      if (there) location.assign(there);
    } else if ("rlsobexn".includes(event.key) && open(event.key)) {
      event.preventDefault();
    }
  });
}

// Marks the words of one part of a statement, by mouse or by key, in steps of words.
function wordEditor(place) {
  const passage = place.querySelector("#passage");
  const pieces = [...passage.querySelectorAll(".w")];
  const blank = pieces.map((each) => !each.textContent.trim());
  const ends = pieces.map((each) => [Number(each.dataset.a), Number(each.dataset.b)]);
  const fields = Object.fromEntries(PARTS.map((part) => [part, place.querySelector(`[data-part="${part}"]`)]));
  const ranges = Object.fromEntries(PARTS.map((part) => [part, read(part)]));
  let part = "content";
  let active = false;

  // A part as runs of pieces: [first, last] each.
  function read(name) {
    const runs = [];
    pieces.forEach((each, n) => {
      if (!each.classList.contains(name)) return;
      if (runs.length && runs.at(-1)[1] === n - 1) runs.at(-1)[1] = n;
      else runs.push([n, n]);
    });
    return runs;
  }

  function draw() {
    pieces.forEach((each, n) => {
      for (const name of PARTS) each.classList.toggle(name, ranges[name].some(([a, b]) => a <= n && n <= b));
    });
    for (const name of PARTS) {
      const chosen = ranges[name];
      fields[name].value = chosen.map(([a, b]) => pieces.slice(a, b + 1).map((each) => each.textContent).join("").trim()).join("\n");
      fields[name].form.elements[`${name}_at`].value = chosen.map(([a, b]) => `${ends[a][0]}-${ends[b][1]}`).join(" ");
      fields[name].closest("label").classList.toggle("chosen-part", active && name === part);
    }
  }

  function trim([first, last]) {
    while (first < last && blank[first]) first += 1;
    while (last > first && blank[last]) last -= 1;
    return [first, last];
  }

  function step(from, by) {
    let at = from + by;
    while (at >= 0 && at < pieces.length && blank[at]) at += by;
    return at >= 0 && at < pieces.length ? at : from;
  }

  // From the keys: the last stretch of the part grows or shrinks by a word.
  function move(by, atStart) {
    const run = ranges[part].at(-1);
    if (!run) {
      const near = ranges.content[0]?.[0] ?? 0;
      ranges[part] = [trim([near, near])];
    } else if (atStart) run[0] = Math.min(step(run[0], by), run[1]);
    else run[1] = Math.max(step(run[1], by), run[0]);
    draw();
  }

  function fromMouse() {
    const selection = getSelection();
    if (!active || selection.isCollapsed || !passage.contains(selection.anchorNode) || !passage.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const hit = pieces.map((each, n) => (range.intersectsNode(each) && touches(range, each) ? n : -1)).filter((n) => n >= 0);
    selection.removeAllRanges();
    const run = hit.length ? trim([hit[0], hit.at(-1)]) : null;
    if (!run || blank[run[0]]) return;
    ranges[part] = [run];
    draw();
  }

  // A selection that ends right before a piece touches it without holding anything of it.
  function touches(range, piece) {
    const own = document.createRange();
    own.selectNodeContents(piece);
    return range.compareBoundaryPoints(Range.START_TO_END, own) > 0 && range.compareBoundaryPoints(Range.END_TO_START, own) < 0;
  }

  passage.addEventListener("mouseup", fromMouse);
  for (const name of PARTS) {
    fields[name].addEventListener("focus", () => {
      part = name;
      for (const other of PARTS) fields[other].closest("label").classList.toggle("chosen-part", other === name);
    });
    // Words that are typed are looked for by the server.
    fields[name].addEventListener("input", () => {
      fields[name].form.elements[`${name}_at`].value = "";
    });
  }

  return {
    begin() {
      active = true;
      passage.focus({ preventScroll: true });
      draw();
    },
    end() {
      active = false;
      for (const name of PARTS) fields[name].closest("label").classList.remove("chosen-part");
    },
    key(event) {
      if (["1", "2", "3"].includes(event.key)) part = PARTS[event.key - 1];
      else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        const forward = (event.key === "ArrowRight") === (getComputedStyle(passage).direction !== "rtl");
        move(forward ? 1 : -1, event.shiftKey);
      } else if (event.key === "Backspace") ranges[part] = [];
      else if (event.key === "Enter") fields.content.form.requestSubmit();
      else return false;
      draw();
      return true;
    },
  };
}

function typeAhead(place) {
  const list = place.querySelector("#names");
  let asked = "";
  place.addEventListener("input", async (event) => {
    if (!event.target.matches("[data-names]")) return;
    const part = event.target.value.trim();
    asked = part;
    if (part.length < 2) return;
    const answer = await fetch(`/review/names.json?${new URLSearchParams({ part })}`);
    if (!answer.ok || asked !== part) return;
    const found = await answer.json();
    list.replaceChildren(
      ...found.map(({ id, name }) => {
        const option = document.createElement("option");
        option.value = id;
        option.label = `${name} (${id})`;
        return option;
      }),
    );
  });
}
