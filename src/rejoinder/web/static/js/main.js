// Starts what a page asks for, and holds the keys that work everywhere.
import { goKeys } from "./keys.js";

const islands = {
  article: () => import("./article.js"),
  exchange: () => import("./exchange.js"),
  timeline: () => import("./timeline.js"),
};

for (const place of document.querySelectorAll("[data-island], [data-chart]")) {
  const name = place.dataset.island ?? place.dataset.chart;
  islands[name]?.().then((island) => island.start(place));
}
goKeys();
