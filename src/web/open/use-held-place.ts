import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { holdPlace } from "./hold-place.ts";

/**
 * A link to a section leads there, and it stays there while the sections above it are still being computed: when the page
 * is opened by it, when a link on the page is followed, and on the way back and forward.
 */
export function useHeldPlace(): void {
  const router = useRouter();
  useEffect(() => {
    let release = () => {};
    const hold = (hash: string) => {
      release();
      release = hash === "" ? () => {} : holdPlace(hash);
    };
    hold(router.latestLocation.hash);
    // after the router has scrolled by itself, which it does once
    const forget = router.subscribe("onRendered", ({ toLocation }) => hold(toLocation.hash));
    return () => {
      forget();
      release();
    };
  }, [router]);
}
