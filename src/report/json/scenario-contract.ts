import { z } from "zod";

/** Which scenario an answer is about. */
export function scenarioContract() {
  return z.strictObject({
    id: z.string(),
    title: z.string(),
    asOf: z.string().describe("a day; 1970-01-01 where the scenario's files carry none"),
  });
}
