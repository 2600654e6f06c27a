// Keys. Every page: g and a letter lead to a place, ? to the help, / to the first condition of a
// list, [ and ] to the page before and after; j and k walk through rows where no island takes them.

export function isTyping(event) {
  return (
    event.ctrlKey || event.metaKey || event.altKey || event.isComposing ||
    event.target.matches?.("input, select, textarea, [contenteditable]")
  );
}

// Walks through elements; calls choose(element) for each one that j or k leads to.
export function walker(elements, choose) {
  let at = -1;
  return {
    step(by) {
      const all = elements();
      if (!all.length) return;
      at = Math.min(Math.max(at + by, 0), all.length - 1);
      choose(all[at]);
    },
    put(element) {
      at = elements().indexOf(element);
    },
    let_go() {
      at = -1;
    },
    get current() {
      return elements()[at];
    },
  };
}

export function goKeys() {
  let going = false;
  const rows = walker(
    () => [...document.querySelectorAll("#results tbody tr, #results .brief")],
    (row) => {
      document.querySelector(".chosen")?.classList.remove("chosen");
      row.classList.add("chosen");
      (row.querySelector("a[href*='?at=']") ?? row.querySelector("a"))?.focus();
    },
  );
  document.addEventListener("keydown", (event) => {
    if (isTyping(event)) return;
    const place = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if ((going || event.key === "?") && place) {
      event.preventDefault();
      place.click();
    } else if (event.key === "/") {
      const first = document.querySelector("search input");
      if (first) {
        event.preventDefault();
        first.focus();
        first.select();
      }
    } else if (event.key === "]") {
      document.querySelector('.pager [rel="next"]')?.click();
    } else if (event.key === "[") {
      (document.querySelector('.pager [rel="prev"]') ?? document.querySelector(".pager a:not([rel])"))?.click();
    } else if (!document.querySelector("[data-island]") && (event.key === "j" || event.key === "k")) {
      rows.step(event.key === "j" ? 1 : -1);
    }
    going = event.key === "g";
  });
}
