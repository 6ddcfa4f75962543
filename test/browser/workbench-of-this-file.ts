import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startWorkbench, type Workbench } from "./workbench.ts";

/** One server for all tests of a file; that it ends cleanly after them is tested too. */
export function workbenchOfThisFile({ rooms = false }: { readonly rooms?: boolean } = {}): () => Workbench {
  let workbench: Workbench | undefined;
  let data: string | undefined;
  beforeAll(async () => {
    data = rooms ? await mkdtemp(join(tmpdir(), "entente-rooms-")) : undefined;
    workbench = await startWorkbench(data === undefined ? {} : { data });
  });
  afterAll(async () => {
    await workbench?.stop();
    if (data !== undefined) await rm(data, { recursive: true, force: true });
  });
  return () => {
    if (!workbench) throw new Error("The workbench starts before the first test; ask for it inside one.");
    return workbench;
  };
}
