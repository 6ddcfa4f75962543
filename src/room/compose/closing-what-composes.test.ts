import fc from "fast-check";
import { expect, test } from "vitest";
import type { Settlement } from "#model";
import { composeOf, type OfferRef } from "#room";
import { channelsWith, offer, provided } from "../../../test/tabled-offers.ts";
import { scenario } from "../../../test/tiny-scenario.ts";
import { closingMistake } from "../closes.ts";
import type { ChannelSituation } from "../situation.ts";

const options = ["x", "y"];
const cluster = (id: string): string => ({ s1: "S", s2: "S", t1: "T", t2: "T" })[id] ?? "U";
const plain = scenario({
  issues: Object.fromEntries(["s1", "s2", "t1", "t2", "u1"].map((id) => [id, options])),
  sheets: {},
});
const agenda = {
  ...plain.agenda,
  clusters: ["S", "T", "U"].map((id) => ({ id, name: id })),
  issues: plain.agenda.issues.map((issue) => ({ ...issue, cluster: cluster(issue.id) })),
};

/** Groups on S, T and U, and a plenary whose own issues are those of U, so that it settles nothing else by itself. */
const offers = fc.array(
  fc
    .record({
      issues: fc.constantFrom(["s1"], ["s2"], ["s1", "s2"], ["t1"], ["t2"], ["t1", "t2"], ["u1"]),
      option: fc.constantFrom(...options),
      waitsOn: fc.option(fc.tuple(fc.constantFrom("s1", "s2", "t1", "t2"), fc.constantFrom(...options)), {
        nil: undefined,
      }),
    })
    .map(({ issues, option, waitsOn }) => ({
      channel: cluster(issues[0]!),
      choices: Object.fromEntries(issues.map((issue) => [issue, option])),
      conditions:
        waitsOn === undefined || cluster(waitsOn[0]) === cluster(issues[0]!)
          ? []
          : [provided(cluster(waitsOn[0]), waitsOn[0], waitsOn[1])],
    })),
  { minLength: 4, maxLength: 9 },
);

test("the plenary may adopt a complete closed set as it is", () => {
  let adoptable = 0;
  fc.assert(
    fc.property(offers, (drafts) => {
      const tabled = drafts.map(({ channel, ...rest }, at) => offer(channel, `o${at}`, rest.choices, rest));
      const channels = channelsWith(tabled, { P: ["U"], S: ["S"], T: ["T"], U: ["U"] });
      // the fields that closing looks at
      const situation = {
        agenda,
        stream: channels[0]!,
        address: "P",
        seenByAll: new Map(channels.map((channel) => [channel.plan.id, channel])),
      } as unknown as ChannelSituation;
      const mistakeIn = (settlement: Settlement, closes: readonly OfferRef[]) =>
        closingMistake(situation, settlement, closes)?.rule;
      for (const { complete, choices, offers: refs } of composeOf(agenda, channels).closedSets) {
        if (!complete) continue;
        adoptable++;
        expect(mistakeIn(choices, refs)).toBeUndefined();
      }
    }),
    { numRuns: 500, seed: 31 },
  );
  expect(adoptable).toBeGreaterThan(30);
});
