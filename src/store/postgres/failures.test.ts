import { Client } from "pg";
import { expect, test } from "vitest";
import { newId } from "../../../test/contracts/store-samples.ts";
import { isOutOfReach, StoreUnreachable, steadily } from "./failures.ts";
import { postgresStore } from "./postgres-store.ts";

const failure = (code: string): Error => Object.assign(new Error(code), { code });
const patiently = { patience: 2000, isClosed: () => false };

test.each(["40001", "40P01", "55P03", "57P01", "08006", "ECONNRESET"])("after %s it is tried again", async (code) => {
  let turns = 0;
  const work = async (): Promise<string> => {
    turns += 1;
    if (turns < 3) throw failure(code);
    return "done";
  };
  expect(await steadily(work, patiently)).toBe("done");
  expect(turns).toBe(3);
});

test.each(["23505", "42501", "57014", "22P02"])("%s is an answer, and is not tried again", async (code) => {
  let turns = 0;
  const work = async (): Promise<never> => {
    turns += 1;
    throw failure(code);
  };
  await expect(steadily(work, patiently)).rejects.toThrow(code);
  expect(turns).toBe(1);
});

test("a database that stays out of reach is said to be so, and a store that is closed does not wait for it", async () => {
  const nowhere = `postgres://nobody:x@localhost/none?host=${encodeURIComponent("/nowhere")}`;
  await expect(new Client({ connectionString: nowhere }).connect()).rejects.toSatisfy(isOutOfReach);
  const store = postgresStore({ url: nowhere, patience: 200 });
  await expect(store.negotiation(newId())).rejects.toThrow(StoreUnreachable);
  const patient = postgresStore({ url: nowhere });
  const asked = expect(patient.negotiation(newId())).rejects.toThrow("the store is closed");
  await store.close();
  await patient.close();
  await asked;
});
