import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** Longer than any page takes to come, and after which a reader has gone on by other means. */
const patienceMs = 10_000;

/**
 * After a way within the program, the keyboard and the screen reader begin at the new page's heading, as after loading a
 * page anew. A reader who has meanwhile gone into something on the new page stays there.
 */
export function Arrival() {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return; // the page was loaded: the browser has begun at its top
    before.current = path;
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
