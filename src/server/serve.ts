import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { err, ok, type Result } from "#prelude";
import { inAddress, isLoopback, isOwnHost } from "./own-host.ts";
import { type WorkbenchFolders, workbench } from "./workbench.ts";

export type ServeOptions = WorkbenchFolders & {
  /** 0: any that is free. */
  readonly port: number;
  readonly host: string;
};

export type Serving = {
  /** "http://127.0.0.1:4680/" */
  readonly address: string;
  /** Whether only this machine reaches it. */
  readonly isLocal: boolean;
  /** Ends what is being answered and lets go of every connection; done within a second. */
  readonly close: () => Promise<void>;
};

/** Why it could not begin, in words for the person who started it. */
export type ServeFailure = {
  readonly reason: "port-taken" | "port-refused" | "no-such-host";
  readonly message: string;
};

/** An answer that takes longer than this is cut off when the server closes. */
const patienceMs = 700;

/** Serves the workbench until it is closed. */
export async function serve(options: ServeOptions): Promise<Result<Serving, ServeFailure>> {
  const { port, host: written, ...folders } = options;
  const host = written === "localhost" ? "127.0.0.1" : written; // that name alone would be two servers, one for ::1
  let bound = { host, port };
  const { app, shipped } = await workbench(folders, { isOwnHost: (header) => isOwnHost(header, bound) });
  const close = closing(app);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    return err(failureOf(error, host, port));
  }
  bound = { host, port: (app.server.address() as AddressInfo).port }; // it listens on a port, not on a pipe
  // the library's first look is ready before it is asked for, but a page asked for at once comes first; a fault shows when
  // somebody asks
  setTimeout(() => void shipped.list().catch(() => {}), 100).unref();
  return ok({ address: `http://${inAddress(host)}:${bound.port}/`, isLocal: isLoopback(host), close });
}

/**
 * Fastify ends idle connections and waits for the others; one that a browser opened ahead of need, and never used, counts
 * as busy. So when nothing is being answered any more all of them are ended.
 */
function closing(app: FastifyInstance): () => Promise<void> {
  let answering = 0;
  let isClosing = false;
  const endAll = (): void => app.server.closeAllConnections();
  app.server.on("request", (_request, response) => {
    answering += 1;
    response.once("close", () => {
      answering -= 1;
      if (isClosing && answering === 0) endAll();
    });
  });
  return async () => {
    isClosing = true;
    const closed = app.close();
    if (answering === 0) endAll();
    const timer = setTimeout(endAll, patienceMs);
    await closed;
    clearTimeout(timer);
  };
}

function failureOf(error: unknown, host: string, port: number): ServeFailure {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return {
        reason: "port-taken",
        message: `Port ${port} is taken by another program. Choose another with --port, such as --port ${port + 1}, or any free one with --port 0.`,
      };
    case "EACCES":
    case "EPERM":
      return {
        reason: "port-refused",
        message: `Port ${port} may not be used by this user. Choose one above 1023 with --port, such as --port 4680.`,
      };
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
      return {
        reason: "no-such-host",
        message: `"${host}" is not an address of this machine. Leave --host out to be reached from this machine only.`,
      };
    default:
      throw error;
  }
}
