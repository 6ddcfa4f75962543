import { useEffect, useState } from "react";
import type { PackageRecord } from "../shelf/shelf.ts";
import { useReadRecords } from "../shelf/shelf-context.tsx";

/** A browser may take seconds to open its database, or never do: the page does not wait for it longer than this. */
const patienceMs = 500;

/** The reader's own packages for the scenario; undefined for the moment in which they are read. */
export function useSavedPackages(scenario: string): readonly PackageRecord[] | undefined {
  const saved = useReadRecords("package", { scenario });
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return saved ?? (waited ? none : undefined);
}

const none: readonly PackageRecord[] = [];
