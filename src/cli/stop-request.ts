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
  const watch = watchShellOfNpm(ask);
  return {
    asked,
    isAsked: () => isAsked,
    forget: () => {
      for (const event of events) process.off(event, ask);
      clearInterval(watch);
    },
  };
}

/** `npm start` runs a shell that runs this; told to end, npm ends the shell, and a plain one tells nobody. */
function watchShellOfNpm(ask: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const shell = process.ppid;
  return setInterval(() => {
    if (process.ppid !== shell) ask();
  }, 250).unref();
}
