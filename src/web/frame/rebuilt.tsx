import { useEffect, useState } from "react";
import { useWords } from "../words/words.tsx";

/**
 * A part of the page that is loaded on demand is gone when the server was built anew since. Loading the page again finds
 * the new parts; only the reader knows whether something is to be saved first, so nothing is loaded by itself here. (The
 * router does so, once, for a page that is being opened.)
 */
export function Rebuilt() {
  const words = useWords();
  const [rebuilt, setRebuilt] = useState(false);
  useEffect(() => {
    const missed = () => setRebuilt(true);
    window.addEventListener("vite:preloadError", missed);
    return () => window.removeEventListener("vite:preloadError", missed);
  }, []);
  return (
    <div role="alert">
      {rebuilt ? (
        <p className="frame-rebuilt">
          {words("frame.rebuilt")}{" "}
          <button type="button" onClick={() => location.reload()}>
            {words("frame.failed.again")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
