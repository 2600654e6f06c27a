// The timeline of the overview, drawn from the table beside it; a brush leads to the list.
import * as echarts from "../vendor/echarts/echarts.esm.min.mjs";
import { font, keepDrawn, token } from "./colours.js";

export function start(place) {
  const table = document.getElementById(place.dataset.table);
  const groups = [...table.querySelectorAll("th[data-group]")].map((cell) => ({
    key: cell.dataset.group,
    name: cell.textContent,
  }));
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => ({
    first: row.dataset.first,
    last: row.dataset.last,
    counts: [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent)),
  }));
  place.hidden = false;
  const chart = echarts.init(place, null, { renderer: "svg" });
  const draw = () => chart.setOption(described(groups, rows, place.offsetWidth), true);
  draw();
  chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: { brushType: "lineX", brushMode: "single" } });
  chart.on("brushEnd", ({ areas }) => {
    const range = areas[0]?.coordRange;
    if (!range) return;
    const [from, to] = range.map((n) => Math.min(Math.max(n, 0), rows.length - 1));
    const there = new URLSearchParams({ since: rows[from].first, until: rows[to].last });
    location.assign(`/statements?${there}`);
  });
  chart.on("click", ({ dataIndex }) => {
    const there = new URLSearchParams({ since: rows[dataIndex].first, until: rows[dataIndex].last });
    location.assign(`/statements?${there}`);
  });
  keepDrawn(place, chart, draw);
}

function described(groups, rows, width) {
  const ink = token("ink-2"), rule = token("rule"), sheet = token("sheet");
  const text = font();
  const decals = [
    { symbol: "none" },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: sheet },
    { symbol: "circle", dashArrayX: [[4, 4]], dashArrayY: [4, 2], symbolSize: 0.6, color: sheet },
    { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: sheet },
    { symbol: "none" },
  ];
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: "Statements over time by kind; the table below holds the same numbers." } },
    grid: { left: 8, right: 8, top: width < 640 ? 62 : 34, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: text, icon: "rect", inactiveColor: rule },
    tooltip: {
      trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" },
      backgroundColor: sheet, borderColor: rule, textStyle: text,
    },
    toolbox: { show: false },
    brush: { toolbox: [], xAxisIndex: 0, throttleType: "debounce", brushStyle: { borderColor: token("accent"), color: "rgba(120,150,160,0.25)" } },
    xAxis: {
      type: "category", data: rows.map((row) => row.first),
      axisLine: { lineStyle: { color: rule } }, axisTick: { show: false }, axisLabel: { color: ink, hideOverlap: true },
    },
    yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: rule } }, axisLabel: { color: ink } },
    series: groups.map((group, n) => ({
      type: "bar", name: group.name, stack: "all", barMaxWidth: 28, barMinHeight: 1,
      itemStyle: { color: token(group.key === "state" ? "rule-strong" : group.key), decal: decals[n] },
      data: rows.map((row) => row.counts[n]),
    })),
  };
}
