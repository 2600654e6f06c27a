// The network, drawn from the table below it. Lines lead to statements, names to their own network;
// what has the focus in the table is shown in the drawing.
import * as echarts from "../vendor/echarts/echarts.esm.min.mjs";
import { font, keepDrawn, token } from "./colours.js";
import { meets, named, placed } from "./layout.js";

const NARROW = 640;
const MOST = 80;
const FEW = 14;
const TOP = 30;
const BOTTOM = 60;
const SIGNS = {
  conflict: { mark: "−", colour: "charge", type: [7, 4] },
  cooperation: { mark: "+", colour: "yield", type: "solid" },
  mixed: { mark: "±", colour: "press", type: [9, 3, 2, 3] },
  neither: { mark: "", colour: "ink-3", type: [1, 4] },
};
const SHAPES = { state: "rect", person: "circle" };

export function start(figure) {
  let drawn = null;
  const begin = () => {
    const place = figure.isConnected ? figure : document.querySelector('[data-chart="network"]');
    if (!place || place === drawn) return;
    drawn = place;
    show(place);
  };
  begin();
  // Another list brings another figure.
  document.addEventListener("htmx:after:settle", begin);
}

function show(figure) {
  figure.hidden = false;
  const place = figure.querySelector(".drawing");
  const every = [...document.getElementById(figure.dataset.table).querySelectorAll("tbody tr")];
  const rows = every.slice(0, place.offsetWidth < NARROW ? FEW : MOST);
  if (rows.length < every.length) figure.querySelector(".drawn").textContent = ` The first ${rows.length} are drawn.`;
  const nodes = nodesOf(rows);
  const chart = echarts.init(place, null, { renderer: "svg" });
  const draw = () => chart.setOption(described(rows, nodes, place), true);
  draw();
  chart.on("click", ({ dataType, dataIndex }) => {
    const row = dataType === "edge" ? rows[dataIndex] : rows[dataIndex - nodes.length];
    const there = row ? row.querySelector(".there, .acts-of a")?.href : nodes[dataIndex].there;
    if (there) location.assign(there);
  });
  new ResizeObserver(draw).observe(place);
  rows.forEach((row, n) => {
    row.addEventListener("focusin", () => light(chart, row, nodes, n, "highlight"));
    row.addEventListener("focusout", () => light(chart, row, nodes, n, "downplay"));
    row.addEventListener("pointerenter", () => light(chart, row, nodes, n, "highlight"));
    row.addEventListener("pointerleave", () => light(chart, row, nodes, n, "downplay"));
  });
  keepDrawn(place, chart, draw);
}

function light(chart, row, nodes, edge, type) {
  chart.dispatchAction({ type, seriesIndex: 0, dataType: "edge", dataIndex: edge });
  const ends = [row.dataset.source, row.dataset.target].map((id) => nodes.findIndex((node) => node.id === id));
  chart.dispatchAction({ type, seriesIndex: 0, dataType: "node", dataIndex: [...ends, nodes.length + edge] });
}

function nodesOf(rows) {
  const found = new Map();
  for (const { dataset } of rows) {
    for (const end of ["source", "target"]) {
      const id = dataset[end];
      const node = found.get(id) ?? { id, name: dataset[`${end}Name`], kind: dataset[`${end}Kind`], there: dataset[`${end}There`], count: 0 };
      node.count += Number(dataset.count);
      found.set(id, node);
    }
  }
  return [...found.values()];
}

function described(rows, nodes, { offsetWidth: width, offsetHeight: height }) {
  const text = font(width < NARROW ? 11 : 13), sheet = token("sheet"), rule = token("rule"), ink = token("ink");
  const most = Math.max(...rows.map((row) => Number(row.dataset.count)));
  const largest = Math.max(...nodes.map((node) => node.count));
  const side = width < NARROW ? 48 : 75;
  const numbers = new Map(nodes.map((node, n) => [node.id, n]));
  const ends = rows.map(({ dataset }) => [numbers.get(dataset.source), numbers.get(dataset.target)]);
  const places = placed(nodes.length, ends, width - 2 * side, height - TOP - BOTTOM);
  const pairs = new Set(rows.map(({ dataset }) => `${dataset.source} ${dataset.target}`));
  const bent = ({ source, target }) => (pairs.has(`${target} ${source}`) ? 0.2 : 0.05);
  const sizes = nodes.map((node) => (width < NARROW ? 0.6 : 1) * (11 + 19 * Math.sqrt(node.count / largest)));
  const middles = rows.map(({ dataset }, n) => middle(ends[n].map((end) => places[end]), bent(dataset)));
  const at = ([x, y]) => [side + x, TOP + y];
  const counts = middles.map((place, n) => around(at(place), 7 * label(rows[n].dataset).length, 13));
  const names = named(
    nodes.map((node, n) => ({ x: at(places[n])[0], y: at(places[n])[1], half: sizes[n] / 2, ...sized(broken(node.name), text) })),
    counts, ends.map((pair) => pair.map((end) => at(places[end]))), [width, height],
  );
  const shows = counts.map((box) => !names.some((name) => meets(name.box, box)));
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: "Who says how much about whom; the table below holds the same." } },
    tooltip: {
      renderMode: "richText", backgroundColor: sheet, borderColor: rule, textStyle: text, confine: true,
      formatter: ({ dataType, dataIndex }) => (dataType === "edge" ? spoken(rows[dataIndex].dataset) : nodes[dataIndex]?.name ?? spoken(rows[dataIndex - nodes.length].dataset)),
    },
    series: [{
      type: "graph", layout: "none", roam: false, cursor: "pointer",
      left: side, right: side, top: TOP, bottom: BOTTOM,
      edgeSymbol: ["none", "arrow"], edgeSymbolSize: 9,
      emphasis: { focus: "adjacency", lineStyle: { opacity: 1 }, label: { fontWeight: 700 } },
      blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.08 }, label: { opacity: 0.25 } },
      label: { show: true, position: "bottom", distance: 4, lineHeight: text.fontSize + 2, color: ink, fontSize: text.fontSize, textBorderColor: sheet, textBorderWidth: 3, formatter: ({ dataIndex }) => broken(nodes[dataIndex]?.name ?? "") },
      // A name is never left out; a number is where it would lie on a name or another number.
      labelLayout: ({ dataIndex }) => ({ hideOverlap: dataIndex >= nodes.length }),
      data: [...nodes.map((node, n) => ({
        id: node.id, name: node.id, x: places[n][0], y: places[n][1], symbol: SHAPES[node.kind] ?? "diamond",
        symbolSize: sizes[n], label: { position: names[n].side },
        itemStyle: { color: sheet, borderColor: ink, borderWidth: 1.6 },
      })), ...rows.map(({ dataset }, n) => labelled(dataset, n, middles[n], shows[n], sheet))],
      links: rows.map(({ dataset }) => {
        const sign = SIGNS[dataset.sign];
        return {
          source: dataset.source, target: dataset.target,
          lineStyle: {
            color: token(sign.colour), type: sign.type, opacity: 0.85, curveness: bent(dataset),
            width: 1.2 + 3.4 * Math.sqrt(Number(dataset.count) / most),
          },
        };
      }),
    }],
  };
}

// What a line counts, as a node without a body in the middle of it: labels of lines stray.
function labelled(row, n, [x, y], shows, sheet) {
  const sign = SIGNS[row.sign];
  const colour = token(sign.colour);
  return {
    id: `line ${n}`, name: `line ${n}`, symbol: "circle", symbolSize: 1, cursor: "pointer",
    x, y,
    itemStyle: { color: "transparent" },
    label: { show: shows, position: "inside", formatter: label(row), color: colour, fontSize: 11, fontWeight: 600, textBorderColor: sheet, textBorderWidth: 3 },
  };
}

// The middle of a bent line between two places.
function middle([[x1, y1], [x2, y2]], bend) {
  return [(x1 + x2) / 2 - ((y1 - y2) * bend) / 2, (y1 + y2) / 2 - ((x2 - x1) * bend) / 2];
}

function around([x, y], width, height) {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function sized(name, { fontFamily, fontSize }) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${fontSize}px ${fontFamily}`;
  const lines = name.split("\n");
  return { width: Math.max(...lines.map((line) => pen.measureText(line).width)), height: lines.length * (fontSize + 2) };
}

function spoken(row) {
  const count = Number(row.count);
  const words = { conflict: "more conflict", cooperation: "more cooperation", mixed: "as much conflict as cooperation", neither: "neither conflict nor cooperation" };
  return `${row.sourceName} about ${row.targetName}\n${count} ${count === 1 ? "statement" : "statements"}, ${words[row.sign]}`;
}

function label(row) {
  return `${SIGNS[row.sign].mark}${row.count}`;
}

// In lines of some twenty letters: a width would count for short names too where names hide each other.
function broken(name) {
  const lines = [""];
  for (const word of name.slice(0, 60).split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > 20 && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.join("\n") + (name.length > 60 ? "…" : "");
}
