import type { Grown } from "./store.ts";

export type Listeners = {
  readonly add: (listener: (grown: Grown) => void) => () => void;
  readonly tell: (grown: Grown) => void;
};

/** Those who want to hear that a stream has grown. One that throws keeps nobody else from hearing it. */
export function newListeners(): Listeners {
  const listeners = new Set<(grown: Grown) => void>();
  return {
    add: (listener) => {
      const own = (grown: Grown): void => listener(grown); // the same function may listen twice
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    tell: (grown) => {
      for (const listener of listeners) {
        try {
          listener(grown);
        } catch (error) {
          // the append is durable whatever a listener does: its mistake is nobody's answer, and still must be seen
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
