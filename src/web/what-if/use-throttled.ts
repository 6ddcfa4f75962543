import { useCallback, useEffect, useMemo, useRef } from "react";

/** While a slider moves the page follows this often; and always on release. */
const everyMs = 60;

/**
 * Calls `commit` with the latest value, at most once in `everyMs`: at once when the last call is long enough ago, else
 * when it is. `flush` does not wait. What is still waiting when the control goes is committed.
 */
export function useThrottled<T>(commit: (value: T) => void): {
  readonly push: (value: T) => void;
  readonly flush: () => void;
} {
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  }, [commit]);
  const state = useRef<{
    last: number;
    timer?: ReturnType<typeof setTimeout> | undefined;
    value?: { of: T } | undefined;
  }>({ last: 0 });
  const flush = useCallback(() => {
    const now = state.current;
    clearTimeout(now.timer);
    now.timer = undefined;
    const waiting = now.value;
    if (!waiting) return;
    now.value = undefined;
    now.last = performance.now();
    latest.current(waiting.of);
  }, []);
  const push = useCallback(
    (value: T) => {
      const now = state.current;
      now.value = { of: value };
      if (now.timer !== undefined) return;
      const wait = now.last + everyMs - performance.now();
      if (wait <= 0) flush();
      else now.timer = setTimeout(flush, wait);
    },
    [flush],
  );
  useEffect(() => flush, [flush]);
  return useMemo(() => ({ push, flush }), [push, flush]);
}
