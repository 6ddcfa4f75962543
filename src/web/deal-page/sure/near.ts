import { type RefObject, useEffect, useRef, useState } from "react";

/** Whether the element has come near what is seen, or was `wanted` anyway; once it has, it stays so. */
export function useNear<T extends HTMLElement>(
  wanted: boolean,
): { readonly ref: RefObject<T | null>; readonly near: boolean } {
  const ref = useRef<T>(null);
  const [near, setNear] = useState(false);
  if (wanted && !near) setNear(true);
  useEffect(() => {
    const element = ref.current;
    if (!element || near) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: "600px" },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [near]);
  return { ref, near };
}
