import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "#model";
import { parseDay, toNumber } from "#prelude";
import { readDomainFolder } from "./domain-folder.ts";
import { folder } from "./domain-texts.ts";

/** Random small domains, and what their formats say a settlement is worth, computed plainly in doubles. */

const day = parseDay("2025-01-01")!;
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

type DrawnIssue =
  | { readonly kind: "discrete"; readonly weight: number; readonly worth: readonly number[] }
  | {
      readonly kind: "integer";
      readonly weight: number;
      readonly low: number;
      readonly size: number;
      readonly offset: number;
      readonly slope: number;
    };

const drawnIssue: fc.Arbitrary<DrawnIssue> = fc.oneof(
  fc.record({
    kind: fc.constant("discrete" as const),
    weight: share,
    worth: fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), share), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant("integer" as const),
    weight: share,
    low: fc.integer({ min: -5, max: 5 }),
    size: fc.integer({ min: 1, max: 5 }),
    offset: fc.integer({ min: -500, max: 1000 }).map((value) => value / 1000),
    slope: fc.integer({ min: -400, max: 400 }).map((value) => value / 1000),
  }),
);

function sizeOf(issue: DrawnIssue): number {
  return issue.kind === "discrete" ? issue.worth.length : issue.size;
}

/** The GENIUS rule, option by its place. */
function plainWorth(issue: DrawnIssue, option: number): number {
  if (issue.kind === "integer") return Math.min(1, Math.max(0, issue.offset + issue.slope * option));
  const largest = Math.max(...issue.worth);
  return largest < 0.00001 ? 0 : issue.worth[option]! / largest;
}

function geniusIssue(issue: DrawnIssue, place: number, preferences: boolean): string {
  const head = `index="${place + 1}" name="issue ${place}"`;
  if (issue.kind === "integer") {
    const bounds = `lowerbound="${issue.low}" upperbound="${issue.low + issue.size - 1}"`;
    const evaluator = `<evaluator ftype="linear" offset="${issue.offset}" slope="${issue.slope}"/>`;
    return `<issue ${head} type="integer" ${bounds}>${preferences ? evaluator : ""}</issue>`;
  }
  const items = issue.worth.map(
    (worth, item) => `<item index="${item + 1}" value="value ${item}"${preferences ? ` evaluation="${worth}"` : ""}/>`,
  );
  return `<issue ${head} type="discrete">${items.join("")}</issue>`;
}

const settlements = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });

test("a random GENIUS domain is worth what its weights, evaluations and lines say", () => {
  fc.assert(
    fc.property(
      fc.array(drawnIssue, { minLength: 1, maxLength: 4 }),
      share,
      fc.array(settlements, { minLength: 3, maxLength: 3 }),
      (issues, reservation, draws) => {
        const list = (preferences: boolean): string =>
          issues.map((issue, place) => geniusIssue(issue, place, preferences)).join("\n");
        const weights = issues.map(({ weight }, place) => `<weight index="${place + 1}" value="${weight}"/>`).join("");
        const domain = `<negotiation_template><utility_space><objective>${list(false)}</objective></utility_space></negotiation_template>`;
        const profile = `<utility_space><objective>${list(true)}${weights}</objective><reservation value="${reservation}"/></utility_space>`;
        const { scenario } = readDomainFolder(folder({ "d.xml": domain, "p.xml": profile }), {});
        const sheet = scenario!.sheets[0]!;
        expect(sheet.reservation.mid).toBe(reservation);
        for (const draw of draws) {
          const places = issues.map((issue, place) => draw[place]! % sizeOf(issue));
          const chosen = scenario!.agenda.issues.map(({ id, options }, place) => [id, options[places[place]!]!.id]);
          const expected = issues.reduce(
            (sum, issue, place) => sum + issue.weight * plainWorth(issue, places[place]!),
            0,
          );
          const { utility } = evaluate(sheet, Object.fromEntries(chosen), day);
          expect(toNumber(utility)).toBeCloseTo(Math.min(1, expected), 12);
        }
      },
    ),
  );
});

test("a random space of hyper-rectangles is worth the rectangles that hold the settlement", () => {
  const range = fc.record({
    issue: fc.integer({ min: 0, max: 3 }),
    min: fc.integer({ min: 0, max: 4 }),
    max: fc.integer({ min: 0, max: 5 }),
  });
  const box = fc.record({ utility: fc.integer({ min: 1, max: 90 }), ranges: fc.array(range, { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 8 }), fc.integer({ min: 20, max: 300 }), settlements, (boxes, max, draw) => {
      const list = [0, 1, 2, 3].map(
        (place) => `<issue index="${place + 1}" name="i${place}" type="integer" lowerbound="0" upperbound="4"/>`,
      );
      const written = boxes.map(({ utility, ranges }) => {
        const bounds = ranges.map(
          (each) => `<INCLUDES index="${each.issue + 1}" min="${each.min}" max="${each.max}"/>`,
        );
        return `<hyperRectangle utility="${utility}">${bounds.join("")}</hyperRectangle>`;
      });
      const domain = `<negotiation_template><utility_space><objective>${list.join("")}</objective></utility_space></negotiation_template>`;
      const sum = `<utility maxutility="${max}"><ufun aggregation="sum">${written.join("")}</ufun></utility>`;
      const profile = `<utility_space type="nonlinear"><objective>${list.join("")}${sum}</objective></utility_space>`;
      const { scenario } = readDomainFolder(folder({ "d.xml": domain, "p.xml": profile }), {});
      const values = draw.map((value) => value % 5);
      const held = boxes.filter(({ ranges }) =>
        ranges.every((each) => values[each.issue]! >= each.min && values[each.issue]! <= each.max),
      );
      const expected = held.reduce((total, { utility }) => total + utility, 0) / max;
      const chosen = Object.fromEntries(values.map((value, place) => [`i${place}`, `v${value}`]));
      const { utility } = evaluate(scenario!.sheets[0]!, chosen, day);
      expect(toNumber(utility)).toBeCloseTo(Math.min(1, expected), 12);
    }),
  );
});

test("a random GeniusWeb domain is worth its weights times its utilities, and its bid sets the reservation value", () => {
  const issue = fc.record({ weight: share, worth: fc.array(fc.option(share), { minLength: 1, maxLength: 5 }) });
  fc.assert(
    fc.property(fc.array(issue, { minLength: 1, maxLength: 4 }), settlements, settlements, (issues, draw, bid) => {
      const named = <T>(of: (issue: { weight: number; worth: readonly (number | null)[] }, place: number) => T) =>
        Object.fromEntries(issues.map((each, place) => [`issue ${place}`, of(each, place)]));
      const domain = {
        name: "random",
        issuesValues: named(({ worth }) => ({ values: worth.map((_, place) => `value ${place}`) })),
      };
      const utilities = named(({ worth }) => ({
        discreteutils: {
          valueUtilities: Object.fromEntries(
            worth.flatMap((value, place) => (value === null ? [] : [[`value ${place}`, value]])),
          ),
        },
      }));
      const places = (picks: readonly number[]): readonly number[] =>
        issues.map(({ worth }, place) => picks[place]! % worth.length);
      const plain = (picks: readonly number[]): number =>
        issues.reduce((sum, { weight, worth }, place) => sum + weight * (worth[places(picks)[place]!] ?? 0), 0);
      const profile = {
        LinearAdditiveUtilitySpace: {
          issueUtilities: utilities,
          issueWeights: named(({ weight }) => weight),
          domain,
          name: "one",
          reservationBid: { issuevalues: named((_, place) => `value ${places(bid)[place]}`) },
        },
      };
      const files = folder({ "d.json": JSON.stringify(domain), "p.json": JSON.stringify(profile) });
      const { scenario } = readDomainFolder(files, {});
      const chosen = scenario!.agenda.issues.map(({ id, options }, place) => [id, options[places(draw)[place]!]!.id]);
      const sheet = scenario!.sheets[0]!;
      expect(toNumber(evaluate(sheet, Object.fromEntries(chosen), day).utility)).toBeCloseTo(
        Math.min(1, plain(draw)),
        12,
      );
      expect(sheet.reservation.mid).toBeCloseTo(Math.min(1, plain(bid)), 12);
    }),
  );
});
