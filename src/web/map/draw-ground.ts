import "maplibre-gl/dist/maplibre-gl.css";
import { MapLibreMap, Marker, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { boundsOf, type GroundShape, labelPoint } from "#report";
import { groundColours, onColoursChanged } from "./ground-colours.ts";
import { groundStyle } from "./ground-style.ts";
import { landOutline } from "./land-outline.ts";

setWorkerUrl(workerAddress);

export type DrawnGround = {
  readonly show: (shapes: readonly GroundShape[], hidden: ReadonlySet<string>) => void;
  readonly end: () => void;
};

type Texts = { readonly region: string; readonly zoomIn: string; readonly zoomOut: string };

/** A map in this element, from what this page's server sent alone. Rejects where the browser cannot draw one. */
export async function drawGround(element: HTMLElement, texts: Texts): Promise<DrawnGround> {
  const land = await landOutline();
  let shown: { readonly shapes: readonly GroundShape[]; readonly hidden: ReadonlySet<string> } = {
    shapes: [],
    hidden: new Set(),
  };
  const map = new MapLibreMap({
    container: element,
    style: groundStyle(land, [], new Set(), groundColours()),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: false,
    scrollZoom: false, // the page scrolls past it; plus, minus and the buttons change the scale
    maxZoom: 9,
    renderWorldCopies: false,
    fadeDuration: 0,
    locale: {
      "Map.Title": texts.region,
      "NavigationControl.ZoomIn": texts.zoomIn,
      "NavigationControl.ZoomOut": texts.zoomOut,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  let placed = false;
  let labels: readonly Marker[] = [];
  map.on("moveend", () => partNames(map, labels));
  const draw = (): void => {
    const { shapes, hidden } = shown;
    map.setStyle(groundStyle(land, shapes, hidden, groundColours()));
    for (const label of labels) label.remove();
    const named = shapes.filter(({ id }) => !hidden.has(id));
    labels = named.map((shape) => labelFor(shape).addTo(map));
    const bounds = boundsOf(shapes);
    if (!bounds || placed) return;
    placed = true; // later changes leave the reader's view where it is
    const [west, south, east, north] = bounds;
    // on the right stand the names of lines and the buttons
    const right = Math.min(shapes.some(({ look }) => look === "place") ? 150 : 96, element.clientWidth / 3);
    const padding = { top: 28, bottom: 28, left: 28, right };
    map.fitBounds([west, south, east, north], { padding, animate: false });
    partNames(map, labels);
  };
  map.on("idle", () => {
    element.dataset.drawn = String(shown.shapes.length);
  });
  const stopWatching = onColoursChanged(draw);
  return {
    show: (shapes, hidden) => {
      shown = { shapes, hidden };
      draw();
    },
    end: () => {
      stopWatching();
      map.remove();
    },
  };
}

/** The name as text of the page: in its own font, and read aloud with the table rather than here. */
function labelFor(shape: GroundShape): Marker {
  const label = document.createElement("span");
  label.className = `map-label map-label-${shape.look}`;
  label.textContent = shape.name;
  label.ariaHidden = "true";
  const [longitude, latitude] = labelPoint(shape);
  const beside = shape.look === "place" || shape.look === "line";
  return new Marker({
    element: label,
    anchor: beside ? "left" : "center",
    offset: [shape.look === "line" ? besideLine : shape.look === "place" ? besidePlace : 0, 0],
  }).setLngLat([longitude, latitude]);
}

/** Pixels from a place, and from a line, to its name. */
const besidePlace = 9;
const besideLine = 14;

/** Names that would cover each other stand one under the other; what they name stays where it is. */
function partNames(map: MapLibreMap, labels: readonly Marker[]): void {
  const taken: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[] = [];
  for (const label of labels) {
    const { offsetWidth: wide, offsetHeight: high } = label.getElement();
    const { x, y } = map.project(label.getLngLat());
    const beside = label.getOffset().x;
    const left = beside > 0 ? x + beside : x - wide / 2;
    let top = y - high / 2;
    for (const other of taken) {
      const covers = left < other.right && other.left < left + wide && top < other.bottom && other.top < top + high;
      if (covers) top = other.bottom;
    }
    label.setOffset([beside, top + high / 2 - y]);
    taken.push({ left, right: left + wide, top, bottom: top + high });
    taken.sort((one, other) => one.top - other.top); // pushed down past one, it is looked at against those below
  }
}
