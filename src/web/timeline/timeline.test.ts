import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createIntl } from "react-intl";
import { expect, test } from "vitest";
import { parseScenario } from "#language";
import { noDay } from "#prelude";
import { namesOf } from "#report";
import { english } from "../words/en/index.ts";
import { lastDayAfter, timelineDays } from "./timeline-days.ts";
import { timelineSentences } from "./timeline-sentence.ts";

const intl = createIntl({ locale: "en", messages: english });
const folder = join(import.meta.dirname, "../../../scenarios/ukraine-2025");
const files = ["scenario.yaml", ...readdirSync(join(folder, "sheets")).map((file) => `sheets/${file}`)];
const scenario = parseScenario(new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")])))
  .scenario!; // shipped without mistakes
const { agenda } = scenario;

test("the first sentence counts the channels with both belligerents up to the scenario's day, the second what came later", () => {
  const [first, second] = timelineSentences(agenda, namesOf(scenario), (id, values) =>
    intl.formatMessage({ id }, { ...values }),
  );
  expect(first).toContain("Ukraine and Russia sat together in one channel, 3 sessions (Istanbul talks: 2025-05-16");
  expect(first).toContain("2025-07-23 (level not recorded)), up to 2025-08-26.");
  expect(second).toContain("2 channels, 7 sessions");
});

test("every session and event stands on its day, in order, and later ones are marked as not counted", () => {
  const days = timelineDays(agenda);
  expect(days.flatMap(({ sessions }) => sessions)).toHaveLength(agenda.channels.flatMap((one) => one.sessions).length);
  expect(days.flatMap(({ events }) => events)).toHaveLength(agenda.events.length);
  expect(days.map(({ date }) => date)).toEqual([...days.map(({ date }) => date)].sort());
  for (const { date, after } of days) expect(after).toBe(date > agenda.asOf);
  expect(lastDayAfter(agenda)).toBe("2026-02-05");
});

test("a session is together only when every adversary sat in it", () => {
  const apart = timelineDays(agenda).find(({ date }) => date === "2025-08-15")?.sessions[0];
  expect(apart?.present).toEqual(["US", "RU"]);
  expect(apart?.together).toBe(false);
});

test("a scenario without a day of its own has nothing after it", () => {
  expect(timelineDays({ ...agenda, asOf: noDay }).some(({ after }) => after)).toBe(false);
});
