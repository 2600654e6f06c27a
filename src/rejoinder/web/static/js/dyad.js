// Tension over time, drawn from the table beside it; a brush over weeks shows what was said in them.
import * as echarts from "../vendor/echarts/echarts.esm.min.mjs";
import { font, keepDrawn, token } from "./colours.js";

export function start(figure) {
  let drawn = null;
  const begin = () => {
    const place = figure.isConnected ? figure : document.querySelector('[data-chart="dyad"]');
    if (!place || place === drawn) return;
    drawn = place;
    show(place);
  };
  begin();
  document.addEventListener("htmx:after:settle", begin);
}

function show(place) {
  const rows = [...document.getElementById(place.dataset.table).querySelectorAll("tbody tr")].map(({ dataset }) => ({
    first: dataset.first,
    last: dataset.last,
    at: Date.parse(dataset.first),
    end: Date.parse(dataset.last),
    forth: number(dataset.forth),
    back: number(dataset.back),
    both: number(dataset.both),
    records: Number(dataset.records),
  }));
  const changes = [...document.querySelectorAll("#changes li")].map(({ dataset }) => dataset);
  place.hidden = false;
  const chart = echarts.init(place, null, { renderer: "svg" });
  const draw = () => chart.setOption(described(place, rows, changes), true);
  draw();
  chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: { brushType: "lineX", brushMode: "single" } });
  const go = (chosen) => {
    if (!chosen.length) return;
    const there = new URL(place.dataset.there, location.href);
    there.searchParams.set("pick", chosen[0].first);
    there.searchParams.set("pick_until", chosen.at(-1).last);
    there.hash = "passages";
    location.assign(there);
  };
  chart.on("brushEnd", ({ areas }) => {
    const range = areas[0]?.coordRange;
    if (range) go(rows.filter((row) => row.end >= range[0] && row.at <= range[1]));
  });
  chart.on("click", ({ data }) => go(rows.filter((row) => row.at === data?.[0])));
  keepDrawn(place, chart, draw);
}

function number(text) {
  return text === "" ? null : Number(text);
}

function described(place, rows, changes) {
  const { left, right } = place.dataset;
  const narrow = place.offsetWidth < 640;
  const text = font(), ink = token("ink"), rule = token("rule"), sheet = token("sheet");
  const names = [`${left} to ${right}`, `${right} to ${left}`];
  const points = (key) => rows.filter((row) => row[key] !== null).map((row) => [row.at, row[key]]);
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: "Tension over time; the table below holds the same numbers." } },
    grid: { left: 8, right: 16, top: narrow ? 74 : 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: text, inactiveColor: rule },
    tooltip: {
      trigger: "axis", renderMode: "richText", backgroundColor: sheet, borderColor: rule, textStyle: text, confine: true,
      formatter: (found) => [
        new Date(found[0].value[0]).toISOString().slice(0, 10),
        ...found.map(({ seriesName, value }) => `${seriesName}: ${signed(value[1])}`),
      ].join("\n"),
    },
    toolbox: { show: false },
    brush: { toolbox: [], xAxisIndex: 0, throttleType: "debounce", brushStyle: { borderColor: token("accent"), color: "rgba(120,150,160,0.25)" } },
    xAxis: {
      type: "time", axisLine: { onZero: false, lineStyle: { color: rule } }, axisTick: { show: false }, axisLabel: { color: text.color, hideOverlap: true, formatter: { day: "{d} {MMM}" } },
      min: rows[0].at - 6 * 86_400_000, max: rows.at(-1).end + 6 * 86_400_000,
    },
    yAxis: {
      type: "value", min: -10, max: 10, interval: 5, splitLine: { lineStyle: { color: rule } },
      axisLabel: { color: text.color, formatter: (value) => (value === 10 && !narrow ? "cooperation +10" : value === -10 && !narrow ? "conflict −10" : signed(value, 0)) },
    },
    series: [
      {
        type: "bar", name: "Mean of both", barMaxWidth: 14, barMinWidth: 3, itemStyle: { color: token("rule-strong") }, data: points("both"),
        markLine: {
          silent: true, symbol: "none", lineStyle: { color: token("accent"), type: "solid", width: 1.5 },
          label: { color: ink, fontSize: 11, formatter: ({ data }) => data.name },
          data: changes.map(({ start, before, after }) => ({ xAxis: Date.parse(start), name: `${signed(Number(before))} → ${signed(Number(after))}` })),
        },
      },
      { type: "scatter", name: names[0], symbol: "circle", symbolSize: 10, itemStyle: { color: token("accent"), borderColor: sheet, borderWidth: 1 }, data: points("forth") },
      { type: "scatter", name: names[1], symbol: "diamond", symbolSize: 12, itemStyle: { color: sheet, borderColor: token("focus"), borderWidth: 2 }, data: points("back") },
    ],
  };
}

function signed(value, digits = 1) {
  const shown = Math.abs(value).toFixed(digits);
  return Number(shown) === 0 ? shown : `${value < 0 ? "−" : "+"}${shown}`;
}
