import { describe, expect, test } from "vitest";
import { type DomainChoice, readDomainFolder } from "./domain-folder.ts";
import { dialsDomain, folder, leaseDomain, leaseProfile, tripDomain, tripProfile } from "./domain-texts.ts";

function codes(texts: Readonly<Record<string, string>>, choose: DomainChoice = {}): readonly string[] {
  return readDomainFolder(folder(texts), choose).diagnostics.map(
    ({ severity, code, at }) => `${severity} ${code} ${at.file}`,
  );
}

describe("without a choice, the one domain and every profile of it", () => {
  test("in name order, each party named by its file", () => {
    const files = folder({ "tenant b.xml": leaseProfile(), "lease.xml": leaseDomain, "Owner.xml": leaseProfile() });
    const { scenario, diagnostics, ignored } = readDomainFolder(files, {});
    expect(diagnostics).toEqual([]);
    expect(ignored).toEqual([]);
    expect(scenario?.agenda).toMatchObject({ id: "Orchard_lease", title: "Orchard lease", tie: "accepts" });
    expect(scenario?.agenda.parties).toMatchObject([
      { id: "Owner", name: "Owner" },
      { id: "tenant_b", name: "tenant b" },
    ]);
    expect(scenario?.agenda.consent).toEqual(["Owner", "tenant_b"]);
    expect(scenario?.sheets.map(({ party }) => party)).toEqual(["Owner", "tenant_b"]);
  });

  test("several domains are named and none is taken", () => {
    const read = readDomainFolder(folder({ "a.xml": leaseDomain, "b.xml": dialsDomain, "p.xml": leaseProfile() }), {});
    expect(read.scenario).toBeUndefined();
    expect(read.diagnostics).toMatchObject([{ severity: "error", code: "import-several-domains" }]);
    expect(read.diagnostics[0]!.message).toContain("a.xml, b.xml");
  });

  test("what cannot be used is left out with one warning each, and documents of other kinds in silence", () => {
    const files = folder({
      "lease.xml": leaseDomain,
      "owner.xml": leaseProfile(),
      "cut.xml": leaseProfile().slice(0, 400),
      "empty.xml": leaseProfile()
        .replace(/ evaluation="\d"/g, "")
        .replace(/<evaluator[^>]*>/, ""),
      "foreign.xml": leaseProfile().replaceAll("Plums", "Quinces"),
      "frontier.xml": "0.4, 1.0\n0.5, 0.9\n",
      "guess.xml": leaseProfile().replace("<utility_space>", '<utility_space type="UNCERTAIN">'),
      "price.xml": leaseProfile().replaceAll('"integer"', '"price"'),
      "rank.xml": leaseProfile({ after: '<zeroConstraint issueIndex="1"/>' }),
      "walker.json": tripProfile(),
      "reference.json": '{"outcomes": 15}',
      "pom.xml": "<project/>",
      "README.md": "# notes",
    });
    const { scenario, diagnostics, ignored } = readDomainFolder(files, {});
    expect(scenario?.agenda.parties.map(({ id }) => id)).toEqual(["guess", "owner"]);
    expect(diagnostics.map(({ severity, code, at }) => `${severity} ${code} ${at.file}`)).toEqual([
      "warning import-broken-xml cut.xml",
      "warning import-empty-profile empty.xml",
      "warning import-other-domain foreign.xml",
      "warning import-not-xml frontier.xml",
      "warning import-uncertain-profile guess.xml",
      "warning import-issue-type price.xml",
      "warning import-constraint-space rank.xml",
      "warning import-other-domain walker.json",
    ]);
    expect(ignored).toHaveLength(10);
  });
});

describe("a choice", () => {
  const texts = {
    "lease.xml": leaseDomain,
    "a.xml": leaseProfile(),
    "b.xml": leaseProfile(),
    "cut.xml": "<utility_space>",
  };

  test("takes the profiles in the order they were named", () => {
    const read = readDomainFolder(folder(texts), { profiles: ["b.xml", "a.xml"] });
    expect(read.diagnostics).toEqual([]);
    expect(read.scenario?.agenda.parties.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("of one of several domains leaves the others alone", () => {
    expect(codes({ ...texts, "dials.xml": dialsDomain }, { domain: "lease.xml", profiles: ["a.xml"] })).toEqual([]);
  });

  test.each([
    ["a file that is broken", { profiles: ["cut.xml"] }, "error import-broken-xml cut.xml"],
    ["a file that is not there", { profiles: ["c.xml"] }, "error import-no-such-file c.xml"],
    ["the domain as a profile", { profiles: ["lease.xml"] }, "error import-wrong-file lease.xml"],
    ["a profile as the domain", { domain: "a.xml" }, "error import-wrong-file a.xml"],
    ["no profile", { profiles: [] }, "error import-no-profiles lease.xml"],
  ])("of %s is an error", (_what, choose, expected) => {
    expect(codes(texts, choose)).toEqual([expected]);
    expect(readDomainFolder(folder(texts), choose).scenario).toBeUndefined();
  });
});

describe("input nobody meant well", () => {
  test("an empty folder, or one without a domain, is an error that says so", () => {
    expect(codes({})).toEqual(["error import-no-domain ."]);
    expect(codes({ "a.xml": leaseProfile() })).toEqual(["error import-no-domain a.xml"]);
  });

  test("deep nesting stops at once, in XML and in JSON", () => {
    expect(codes({ "a.xml": "<a>".repeat(300_000) })).toContain("error import-too-deep a.xml");
    expect(codes({ "a.json": "[".repeat(900_000) })).toContain("error import-broken-json a.json");
  });

  test("a file beyond 1 MB is refused unread", () => {
    expect(codes({ "a.xml": leaseDomain + " ".repeat(1024 * 1024) })).toContain("error import-too-large a.xml");
  });

  test("bounds a billion apart are refused, not counted out", () => {
    const wide = (text: string): string => text.replace('upperbound="6"', 'upperbound="1000000000"');
    expect(codes({ "lease.xml": wide(leaseDomain), "a.xml": wide(leaseProfile()) })).toEqual([
      "error import-too-many-values lease.xml",
    ]);
  });

  test("entities that a document defines are not expanded", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "Orchard">]>${leaseDomain.replace("Orchard lease", "&a; lease")}`;
    const read = readDomainFolder(folder({ "lease.xml": bomb, "a.xml": leaseProfile() }), {});
    expect(read.scenario?.agenda.title).toBe("&a; lease");
  });

  test("a ruined file does not drown the reader in mistakes", () => {
    const ruined = leaseDomain.replace("</objective>", `${'<issue type="price"/>'.repeat(5000)}</objective>`);
    const all = codes({ "lease.xml": ruined });
    expect(all).toHaveLength(101);
    expect(all.at(-1)).toBe("error import-more lease.xml");
  });

  test("numbers that are no judgements are refused where they stand", () => {
    const read = readDomainFolder(folder({ "lease.xml": leaseDomain, "a.xml": leaseProfile({ plums: "1e400" }) }), {
      profiles: ["a.xml"],
    });
    expect(read.diagnostics).toMatchObject([{ code: "import-number", at: { file: "a.xml", line: 4, column: 1 } }]);
  });

  test("two files whose names differ only beyond their letters still make two parties", () => {
    const files = folder({ "lease.xml": leaseDomain, "a b.xml": leaseProfile(), "A_B.xml": leaseProfile() });
    expect(readDomainFolder(files, {}).scenario?.agenda.parties.map(({ id }) => id)).toEqual(["A_B", "a_b_2"]);
  });

  test("a GeniusWeb domain beside a GENIUS one counts as a second domain", () => {
    expect(codes({ "lease.xml": leaseDomain, "trip.json": tripDomain })).toEqual([
      "error import-several-domains lease.xml",
    ]);
  });
});
