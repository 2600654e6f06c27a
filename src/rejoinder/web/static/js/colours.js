// Colours are asked of the style sheet, so that there is one place for them.
export function token(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

export function font(size = 12) {
  return { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size, color: token("ink-2") };
}

// Draws again when the colours change, and when the place gets another size.
export function keepDrawn(place, chart, draw) {
  new ResizeObserver(() => chart.resize()).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
