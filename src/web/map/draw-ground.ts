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
  const draw = (): void => {
    const { shapes, hidden } = shown;
    map.setStyle(groundStyle(land, shapes, hidden, groundColours()));
    for (const label of labels) label.remove();
    labels = shapes.filter(({ id }) => !hidden.has(id)).map((shape) => labelFor(shape).addTo(map));
    const bounds = boundsOf(shapes);
    if (!bounds || placed) return;
    placed = true; // later changes leave the reader's view where it is
    const [west, south, east, north] = bounds;
    // on the right stand the names of lines and the buttons
    const padding = { top: 28, bottom: 28, left: 28, right: Math.min(96, element.clientWidth / 5) };
    map.fitBounds([west, south, east, north], { padding, animate: false });
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
    offset: shape.look === "line" ? [14, 0] : [0, 0],
  }).setLngLat([longitude, latitude]);
}
