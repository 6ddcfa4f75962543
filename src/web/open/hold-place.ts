/** Milliseconds of quiet after which a place is held no longer. */
const patience = 10_000;

/** What a reader does to go elsewhere by herself. */
const moves = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * Brings the section with this id to the top and keeps it there while what is above it grows, until the reader moves, or
 * nothing has been before the engine for ten seconds. The browser's own scroll anchoring keeps what is in sight where it
 * is; a section that lies too far down to be brought to the top yet is nowhere it could be kept.
 */
export function holdPlace(id: string): () => void {
  const main = document.getElementById("main");
  if (!main) return () => {};
  const align = (): void => {
    const section = document.getElementById(id);
    if (section && section !== main && main.contains(section)) {
      section.scrollIntoView({ block: "start", behavior: "instant" });
    }
  };
  const sizes = new ResizeObserver(align);
  const watched = new Set<Element>();
  const watch = (): void => {
    for (const part of [document.body, main, ...main.children]) {
      if (!watched.has(part)) sizes.observe(part);
      watched.add(part);
    }
  };
  // a page that is loaded when it is opened brings its sections later
  const parts = new MutationObserver(() => {
    watch();
    align();
  });
  const lapse = (): void => {
    if (document.documentElement.dataset.engine === "busy") timer = setTimeout(lapse, patience);
    else end();
  };
  let timer = setTimeout(lapse, patience);
  const end = (): void => {
    clearTimeout(timer);
    sizes.disconnect();
    parts.disconnect();
    for (const move of moves) removeEventListener(move, end, true);
  };
  for (const move of moves) addEventListener(move, end, { capture: true, passive: true });
  parts.observe(main, { childList: true });
  watch();
  align();
  return end;
}
