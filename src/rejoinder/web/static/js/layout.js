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

const SIDES = ["bottom", "top", "right", "left"];
const GAP = 4;

// Returns for each node the side at which its name hides least and that box, the largest nodes first.
// Nodes are {x, y, half, width, height} with the size of the name; taken are boxes [left, top, right,
// bottom], lines are pairs of points.
export function named(nodes, taken, lines, [wide, high]) {
  const used = [...taken, ...nodes.map(({ x, y, half }) => [x - half, y - half, x + half, y + half])];
  const dots = lines.flatMap(([[x1, y1], [x2, y2]]) => Array.from({ length: 24 }, (_, n) => [x1 + ((x2 - x1) * n) / 23, y1 + ((y2 - y1) * n) / 23]));
  const found = [];
  const order = nodes.map((_, n) => n).sort((one, other) => nodes[other].half - nodes[one].half);
  for (const n of order) {
    const boxes = SIDES.map((side) => ({ side, box: beside(nodes[n], side) }));
    const cost = ({ box }) => hidden(box, used) + 8 * dots.filter(([x, y]) => inside(box, x, y)).length + 4 * outside(box, wide, high);
    found[n] = boxes.reduce((best, each) => (cost(each) < cost(best) ? each : best));
    used.push(found[n].box);
  }
  return found;
}

export function meets(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function beside({ x, y, half, width, height }, side) {
  const left = { right: x + half + GAP, left: x - half - GAP - width }[side] ?? x - width / 2;
  const top = { bottom: y + half + GAP, top: y - half - GAP - height }[side] ?? y - height / 2;
  return [left, top, left + width, top + height];
}

function hidden(box, used) {
  return used.filter((each) => meets(box, each)).reduce((sum, each) => sum + (Math.min(box[2], each[2]) - Math.max(box[0], each[0])) * (Math.min(box[3], each[3]) - Math.max(box[1], each[1])), 0);
}

function inside(box, x, y) {
  return box[0] < x && x < box[2] && box[1] < y && y < box[3];
}

function outside(box, wide, high) {
  const over = Math.max(0, -box[0]) + Math.max(0, box[2] - wide), under = Math.max(0, -box[1]) + Math.max(0, box[3] - high);
  return over * (box[3] - box[1]) + under * (box[2] - box[0]);
}
