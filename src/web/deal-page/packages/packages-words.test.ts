import { createIntl } from "react-intl";
import { expect, test } from "vitest";
import { english } from "../../words/en/index.ts";

const intl = createIntl({ locale: "en-GB", messages: english });
const say = (id: keyof typeof english, values: Record<string, number>) => intl.formatMessage({ id }, values);

test.each([
  [0, 1, "The one package does not have the consent of all."],
  [1, 1, "The one package has the consent of all."],
  [0, 12, "None of the 12 packages has the consent of all."],
  [1, 12, "One of 12 has the consent of all."],
  [2, 12, "2 of 12 have the consent of all."],
])("%i accepted of %i: %s", (accepted, count, text) => {
  expect(say("packages.lead", { accepted, count })).toBe(text);
});

test.each([
  [1, 0, "One change divides the parties"],
  [1, 1, "One change divides the parties; it is worth more to who gains than it costs who gives"],
  [5, 1, "5 changes divide the parties; one of them is worth more to who gains than it costs who gives"],
  [5, 3, "5 changes divide the parties; 3 of them are worth more to who gains than they cost who gives"],
])("%i trades, %i of them cheap: %s", (count, cheap, text) => {
  expect(say("packages.trades", { count, cheap })).toBe(text);
});

test("one rule, one conflict and one unlock are not spoken of as several", () => {
  expect(say("compose.rules", { count: 1 })).toBe("Rule broken");
  expect(say("compose.rules", { count: 2 })).toBe("Rules broken");
  expect(say("unlocks.conflicts.lead", { all: 1 })).toBe(
    "One minimal conflict keeps the agreement zone empty. Its members cannot all be kept; dropping any one resolves it.",
  );
  expect(say("unlocks.zone.lead", { all: 1 })).toMatch(/^This is enough\./);
});
