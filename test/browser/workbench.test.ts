import { expect, test } from "vitest";
import { startWorkbench } from "./workbench.ts";

test("entente serve says where it is, answers there, and ends cleanly when asked to", async () => {
  const workbench = await startWorkbench();
  expect(workbench.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const answer = await fetch(workbench.address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  await workbench.stop();
  await expect(fetch(workbench.address)).rejects.toThrow();
});
