/** The page's colours, as the map's own drawing needs them: it knows no custom properties. */
export type GroundColours = Readonly<
  Record<"water" | "land" | "coast" | "zone" | "forces" | "presence" | "ink", string>
>;

export function groundColours(): GroundColours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    water: of("--zone"),
    land: of("--paper"),
    coast: of("--line"),
    zone: of("--party-4"),
    forces: of("--party-3"),
    presence: of("--party-0"),
    ink: of("--ink"),
  };
}

/** Calls whenever light turns to dark or back, by the reader's choice or the system's. */
export function onColoursChanged(listener: () => void): () => void {
  const chosen = new MutationObserver(listener);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", listener);
  return () => {
    chosen.disconnect();
    dark.removeEventListener("change", listener);
  };
}
