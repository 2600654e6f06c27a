// Places for the nodes of a graph: the same graph always gets the same ones, within the box.
const ROUNDS = 320;

// Returns [x, y] for each of so many nodes; links are pairs of their numbers.
export function placed(count, links, width, height) {
  const spread = Math.sqrt(1 / Math.max(count, 1));
  const aspect = width / height;
  const at = Array.from({ length: count }, (_, n) => {
    const turn = n * 2.399963;
    const far = 0.5 * Math.sqrt((n + 0.5) / count);
    return [far * Math.cos(turn) * aspect, far * Math.sin(turn)];
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = at.map(() => [0, 0]);
    apart(at, moved, spread);
    together(at, moved, links, spread);
    // The middle holds what nothing ties; weaker across, since boxes are wide.
    at.forEach(([x, y], n) => {
      moved[n][0] -= (0.6 * x) / aspect;
      moved[n][1] -= 0.6 * y * aspect;
    });
    const most = 0.12 * (1 - round / ROUNDS) + 0.002;
    at.forEach((place, n) => {
      const length = Math.hypot(...moved[n]) || 1;
      const step = Math.min(length, most) / length;
      place[0] += moved[n][0] * step;
      place[1] += moved[n][1] * step;
    });
  }
  return fitted(at, width, height);
}

function apart(at, moved, spread) {
  for (let one = 0; one < at.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const x = at[one][0] - at[other][0], y = at[one][1] - at[other][1];
      const square = Math.max(x * x + y * y, 1e-4);
      const push = (spread * spread) / square;
      moved[one][0] += x * push;
      moved[one][1] += y * push;
      moved[other][0] -= x * push;
      moved[other][1] -= y * push;
    }
  }
}

function together(at, moved, links, spread) {
  for (const [one, other] of links) {
    const x = at[one][0] - at[other][0], y = at[one][1] - at[other][1];
    const pull = (0.5 * Math.hypot(x, y)) / spread;
    moved[one][0] -= x * pull;
    moved[one][1] -= y * pull;
    moved[other][0] += x * pull;
    moved[other][1] += y * pull;
  }
}

// Each way by itself, so that the box is filled.
function fitted(at, width, height) {
  const along = (n, size) => {
    const values = at.map((place) => place[n]);
    const least = Math.min(...values), range = Math.max(...values) - least;
    return (value) => (range ? ((value - least) / range) * size : size / 2);
  };
  const across = along(0, width), down = along(1, height);
  return at.map(([x, y]) => [across(x), down(y)]);
}
