// Starts what a page asks for, and holds the keys that work everywhere.
import { goKeys } from "./keys.js";

const islands = {
  article: () => import("./article.js"),
  dyad: () => import("./dyad.js"),
  exchange: () => import("./exchange.js"),
  network: () => import("./network.js"),
  review: () => import("./review.js"),
  timeline: () => import("./timeline.js"),
};

goKeys();
// On a phone the places are wider than the window.
document.querySelector(".places [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
const places = [...document.querySelectorAll("[data-island], [data-chart]")];
await Promise.all(
  places.map(async (place) => (await islands[place.dataset.island ?? place.dataset.chart]()).start(place)),
);
document.documentElement.dataset.ready = "";
