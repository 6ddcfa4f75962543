import { expect, test } from "vitest";
import { formatScenario } from "../format-scenario.ts";
import { parseScenario } from "../parse-scenario.ts";
import { readDomainFolder } from "./domain-folder.ts";
import {
  dialsDomain,
  dialsProfile,
  folder,
  leaseDomain,
  leaseProfile,
  tripDomain,
  tripProfile,
} from "./domain-texts.ts";

const boxes = `<hyperRectangle utility="20"><INCLUDES index="1" min="1" max="3"/></hyperRectangle>
<hyperRectangle utility="5"><EXCLUDES index="2" min="0" max="1"/></hyperRectangle><hyperRectangle utility="9"/>`;

test.each([
  [
    "GENIUS with weights",
    { "lease.xml": leaseDomain, "owner.xml": leaseProfile({ after: '<discount_factor value="0.9"/>' }) },
  ],
  ["GENIUS hyper-rectangles", { "dials.xml": dialsDomain, "first.xml": dialsProfile(boxes) }],
  [
    "GeniusWeb",
    { "trip.json": tripDomain, "walker.json": tripProfile(', "reservationBid": {"issuevalues": {"days": 2}}') },
  ],
])("a domain in %s, written out as a scenario folder, reads back as the same scenario", (_format, texts) => {
  const { scenario } = readDomainFolder(folder(texts), {});
  const back = parseScenario(formatScenario(scenario!));
  expect(back.diagnostics).toEqual([]);
  expect(back.scenario).toEqual(scenario);
});
