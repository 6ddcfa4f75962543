import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type Workbench = {
  /** Ends in a slash: `http://127.0.0.1:PORT/`. */
  readonly address: string;
  /** Milliseconds from the command to its line. */
  readonly startedIn: number;
  /** Asks the server to end as a service manager would, and throws unless it ends cleanly. */
  readonly stop: () => Promise<void>;
};

const checkout = fileURLToPath(new URL("../..", import.meta.url));
const announced = /^Entente is at (http:\/\/127\.0\.0\.1:\d+\/)\s*$/m;
const patience = 30_000;

export type WorkbenchOptions = {
  /** The folder of its rooms' database; left out: a workbench without rooms. */
  readonly data?: string;
};

/** Starts the workbench as a user would, on any free port. */
export async function startWorkbench({ data }: WorkbenchOptions = {}): Promise<Workbench> {
  const started = performance.now();
  const rooms = data === undefined ? ["--no-rooms"] : ["--data", data];
  const server = spawn(process.execPath, ["bin/entente", "serve", "--port", "0", ...rooms], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = once(server, "exit").then(([code, signal]) => String(code ?? signal));
  const endWithThis = (): void => void server.kill("SIGKILL"); // no server outlives its tests
  process.once("exit", endWithThis);

  const address = await new Promise<string>((resolve, reject) => {
    const give = (why: string): void => {
      server.kill("SIGKILL");
      reject(new Error(`${why} It said:\n${said}`));
    };
    const timer = setTimeout(() => give(`entente serve printed no address within ${patience / 1000} s.`), patience);
    const hear = (chunk: string): void => {
      said += chunk;
      const found = announced.exec(said)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    server.stdout.setEncoding("utf8").on("data", hear);
    server.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
    ended.then((exit) => {
      clearTimeout(timer);
      give(`entente serve ended with ${exit} before it printed an address.`);
    });
  });

  return {
    address,
    startedIn: Math.round(performance.now() - started),
    stop: async () => {
      server.kill("SIGTERM");
      const timer = setTimeout(() => server.kill("SIGKILL"), patience);
      const exit = await ended;
      clearTimeout(timer);
      process.removeListener("exit", endWithThis);
      if (exit !== "0") throw new Error(`entente serve ended with ${exit}, not cleanly. It said:\n${said}`);
    },
  };
}
