export type StopRequest = {
  /** Settles when somebody wants the program to end. */
  readonly asked: Promise<void>;
  readonly isAsked: () => boolean;
  /** Listens no longer: a signal then ends the program at once, as it does any other. */
  readonly forget: () => void;
};

/**
 * Ctrl-C, a polite end from outside, a closed terminal, or the launcher's own end: however often, it is one request. The
 * launcher holds a channel to a program that serves; killed, it cannot say so, but the channel closes.
 */
export function stopRequest(): StopRequest {
  let isAsked = false;
  let ask = (): void => {};
  const asked = new Promise<void>((resolve) => {
    ask = () => {
      isAsked = true;
      resolve();
    };
  });
  const events = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"];
  for (const event of events) process.on(event, ask);
  return {
    asked,
    isAsked: () => isAsked,
    forget: () => {
      for (const event of events) process.off(event, ask);
    },
  };
}
