import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** Longer than any page takes to come, and after which a reader has gone on by other means. */
const patienceMs = 10_000;

/**
 * After a way within the program, the keyboard and the screen reader begin at the new page's heading, as after loading a
 * page anew. A reader who has meanwhile gone into something on the new page stays there.
 */
export function Arrival() {
  // not where one is going: the page that is left is still there then, and its heading would be taken for the new one
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const from = before.current;
    before.current = path;
    if (from === undefined || from === path) return; // the page was loaded: the browser has begun at its top
    const left = document.activeElement;
    const arrive = (): boolean => {
      const heading = document.querySelector<HTMLElement>("#main:not([aria-busy=true]) h1");
      if (!heading) return false;
      const now = document.activeElement;
      if (now && now !== left && now !== document.body) return true;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      return true;
    };
    if (arrive()) return;
    const watcher = new MutationObserver(() => {
      if (arrive()) watcher.disconnect();
    });
    watcher.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["aria-busy"],
    });
    const timer = setTimeout(() => watcher.disconnect(), patienceMs);
    return () => {
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [path]);
  return null;
}
