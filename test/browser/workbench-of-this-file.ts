import { afterAll, beforeAll } from "vitest";
import { startWorkbench, type Workbench } from "./workbench.ts";

/** One server for all tests of a file; that it ends cleanly after them is tested too. */
export function workbenchOfThisFile(): () => Workbench {
  let workbench: Workbench | undefined;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench?.stop());
  return () => {
    if (!workbench) throw new Error("The workbench starts before the first test; ask for it inside one.");
    return workbench;
  };
}
