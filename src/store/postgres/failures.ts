import { setTimeout as sleep } from "node:timers/promises";

/** The database was out of reach for as long as we were ready to wait. Nothing is known to be lost: ask again. */
export class StoreUnreachable extends Error {
  override readonly name = "StoreUnreachable";
}

/**
 * Serialization failure, deadlock and lock timeout: rolled back for certain. A lost connection: perhaps committed. Everything
 * that is given to `steadily` finds out itself whether it has been done, so both may be tried again.
 */
const rolledBack = new Set(["40001", "40P01", "55P03"]);
const outOfReach = new Set([
  ...["57P01", "57P02", "57P03", "53300", "25P03", "57P05"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
]);
/** The driver gives these no code. */
const lostInDriver =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;

export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined) return outOfReach.has(code) || code.startsWith("08");
  return lostInDriver.test(error.message);
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/**
 * Does something that may be done twice, again and again until it has an answer of the database, for `patience`
 * milliseconds. A database that restarts after a crash is back within a few seconds.
 */
export async function steadily<Result>(
  work: () => Promise<Result>,
  { patience, isClosed }: { readonly patience: number; readonly isClosed: () => boolean },
): Promise<Result> {
  const until = performance.now() + patience;
  for (let pause = 20; ; pause = Math.min(pause * 2, 400)) {
    try {
      return await work();
    } catch (error) {
      const lost = isOutOfReach(error);
      if (!lost && !rolledBack.has(codeOf(error) ?? "")) throw error;
      if (isClosed()) throw new StoreUnreachable("the store is closed", { cause: error });
      if (performance.now() + pause > until) {
        if (!lost) throw error;
        throw new StoreUnreachable(`the database has been out of reach for ${patience / 1000} s`, { cause: error });
      }
      await sleep(pause * (0.5 + Math.random())); // spread, so that many who wait do not come back at once
    }
  }
}
