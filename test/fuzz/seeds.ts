/** A small scenario folder, correct as it stands, that mutants are made from. */
export type Seed = { readonly name: string; readonly files: ReadonlyMap<string, string> };

/** 72 folders: twelve contents, each in six ways of writing. */
export function seeds(): readonly Seed[] {
  return contents.flatMap((content, index) =>
    ways.map(([way, write]) => ({
      name: `content-${index + 1} ${way}`,
      files: new Map([...content].map(([file, text]) => [file, file.endsWith(".geojson") ? text : write(text)])),
    })),
  );
}

const ways: readonly (readonly [string, (text: string) => string])[] = [
  ["as written", (text) => text],
  ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
  ["with a byte order mark", (text) => `\ufeff${text}`],
  ["with comments and empty lines", (text) => `# top\n\n${text.replaceAll("\n", '  # said [so: "far\n\n')}`.trimEnd()],
  ["with a document start and no last line end", (text) => `---\n${text.trimEnd()}`],
  ["in Ukrainian and Arabic", (text) => text.replaceAll("Water", "Вода مياه 𝔚").replaceAll("Alpha", "Альфа")],
];

const head = (id: string) => `schema: entente.scenario/1
id: ${id}
title: Water of the upper valley
as_of: 2025-08-26
`;

const source = `sources:
  S1: { title: Water report, publisher: Institute, date: 2024, kind: data, funding: not stated, status: contested }
`;

const small = `${head("small")}parties: { AA: Alpha, BB: { name: Beta, role: claimant } }
issues:
  flow:
    name: Water
    options: { none: No water, half: Half of it, all: { name: All, quantities: { flow_m3: [10, 20] } } }
  dam:
    options:
      open:
      shut: Shut it
${source}`;

const clustered = `${head("clustered")}summary: >
  Water runs
  down the hill.
tie: refuses
parties:
  AA:
    name: Alpha
    role: [belligerent, contributor]
    members:
      - { name: North, role: lead, consent_matters: true }
      - South
  BB:
    name: Beta
    role: mediator
consent: [AA]
clusters:
  W: Water
issues:
  flow:
    cluster: W
    note: "quoted: text"
    options: { none: 'No', half: Half, all: All }
  dam:
    cluster: W
    options: { open: Open, shut: Shut }
rules:
  - id: r1
    forbid: { flow: none, dam: [open] }
    reason: Water needs a way.
    sources: [S1]
  - id: r2
    definitional: true
    if: { flow: all }
    then: { dam: { not: shut } }
    reason: |
      Words
        kept as they are.
${source}`;

const packaged = `${small}packages:
  first:
    name: First
    authors: [AA]
    addressees: BB
    date: 2025-08-27
    set: { flow: half, dam: open }
    sources: S1
  second:
    base: first
    set:
      dam: shut
claims:
  - id: c1
    row: A1
    statement: Beta refuses.
    source: S1
    question: { verdict: { package: first, party: BB, answer: refuses, by: [value] } }
  - id: c2
    statement: It rises.
    source: S1
    question:
      all:
        - { rises: { party: AA, along: [ { package: first }, { package: second, set: { flow: all } } ] } }
        - { chooses: { package: second, issue: dam, option: shut } }
        - later: rooms
`;

const peopled = `${small}stakeholders: [ { id: fishers, name: Fishers, why: They live of it, sources: S1 } ]
terms:
  share:
    wording: a fair share
    issue: flow
    readings: { AA: half, BB: all }
    confidence: medium
candidates:
  wardens:
    deciding: [AA, BB]
    threshold: 40
    options:
      third: { name: A third, acceptability: { AA: 60, BB: 41.5 }, confidence: low }
formats: [ { id: group, name: Working group, members: [AA, BB], level: deputy } ]
channels:
  talks:
    name: Talks
    sessions:
      - { date: 2025-05-16, present: [AA, BB], level: deputy, sources: [S1] }
events: [ { id: flood, date: 2025-06-01, what: Flood, sources: [S1] } ]
facts: [ { id: length, statement: Length, figures: { length_km: [10, 12.5], season: spring }, sources: [S1] } ]
`;

const sheet = (party: string, rest = "") => `schema: entente.sheet/1
party: ${party}
kind: estimate
author: Alpha research
date: 2025-08-26
evidence: { confidence: low, why: Judged from speeches, sources: [S1] }
reservation: { low: 30, mid: 40, high: 55, why: Water law }
issues:
  flow:
    weight: 10
    values: { none: 0, half: [50, 70], all: { low: 80, mid: 90, high: 100 } }
    confidence: medium
  dam:
    weight: [3, 5]
    order: [open, shut]
${rest}`;

const linked = `linkages:
  - id: both
    when: { flow: all, dam: open }
    value: 3
    of: 100
  - id: by-dam
    issue: flow
    given: dam
    table: { open: { half: 35, all: 60 }, shut: { none: 5 } }
`;

const lined = `red_lines:
  - id: never
    kind: hard
    refuse: { flow: [none] }
    from: 2025-08-20
    until: 2026-01-05
    confidence: high
    sources: [S1]
floors:
  - id: carry
    issue: flow
    commitments: [half, all]
    min: 35
`;

const zoned = `${packaged}  - id: c3
    statement: Nothing is left.
    source: S1
    question: { zone: { where: { flow: half }, enforce: AA.never, answer: empty } }
`;

const asked = `${packaged}  - id: c4
    statement: The promise deters.
    source: S1
    question:
      all:
        - { guarantee: { guarantee: promise, package: first, is: open } }
        - { measured: { package: first, tier: bank, what: area_km2, low: 1, high: 9.5 } }
        - { aftermath: { package: first, concept: seq, answer: breaks, first: { party: AA, lever: drain } } }
`;

const durability = `schema: entente.durability/1
evidence: { author: Alpha research, date: 2025-08-26, confidence: low }
guarantees:
  - id: promise
    name: Water for Beta
    challenger: AA
    protege: BB
    guarantors: CC
    parameters:
      prize: { placeholder: [50, 250], why: Not judged. }
      success_alone: 0.5
      intervention:
        - { if: { flow: none }, value: 0.03 }
        - if: { flow: [half, all], dam: { not: shut } }
          value: { low: 0.1, mid: 0.2, high: 0.4 }
          confidence: medium
          sources: [S1]
        - { placeholder: [0, 1] }
    postures:
      - { id: as-is }
      - { id: open, name: Open the dam, set: { dam: open } }
limits:
  - id: cap
    holder: BB
    inspector: AA
    if: { flow: { not: none } }
    parameters: { detection: [0.2, 0.8], breach_gain: 4 }
aftermath:
  obligations:
    - id: keep
      party: AA
      breach: { id: drain, name: Alpha drains the lake, kind: violate }
      responses:
        - { id: help, party: CC, kind: intervene, if: { dam: open }, irreversible: true }
  impossible: [{ drain: false, help: true }]
  statements:
    AA:
      - that: { help: false }
        why: Water is not worth it.
      - that: [{ drain: true }, { help: false }]
        if: { flow: half }
`;

const layers = `schema: entente.map/1
tiers:
  - id: bank
    kind: demilitarised-zone
    name: The bank
    line: river
    sides: { AA: field, BB: field }
    depth: flow
    depths: { none: {}, half: { AA: 5, BB: 5 }, all: { AA: 5 } }
    published_km: { low: 10, high: 14, sources: S1 }
  - { id: rear, kind: forces, party: AA, area: field, without: [bank], limits: [dam] }
  - id: wardens
    kind: presence
    parties: [CC]
    issue: dam
    areas: { open: field }
    from: "river"
    troops_per_brigade: { low: 3500, high: 5000, why: Arithmetic of ours. }
`;

const shapes = `{
  "type": "FeatureCollection",
  "features": [
    {
      "type": "Feature",
      "properties": { "id": "river", "name": "Water", "as_of": "2025-08-26", "sources": ["S1"] },
      "geometry": { "type": "LineString", "coordinates": [[30.5, 50], [31, 50.25], [32, 51]] }
    },
    {
      "type": "Feature",
      "properties": { "id": "field", "approx": true, "note": "coarse" },
      "geometry": { "type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 50]]] }
    }
  ]
}
`;

/** The scenario with judgements about the time after signature and a map. */
const held = (agenda: string, ...sheets: readonly string[]): ReadonlyMap<string, string> =>
  new Map([
    ...folder(agenda.replace("BB: { name: Beta", "CC: Third, BB: { name: Beta"), ...sheets),
    ["durability.yaml", durability],
    ["map/layers.yaml", layers],
    ["map/places.geojson", shapes],
  ]);

const folder = (agenda: string, ...sheets: readonly string[]): ReadonlyMap<string, string> =>
  new Map([
    ["scenario.yaml", agenda],
    ...sheets.map((text): [string, string] => [`sheets/${/party: (\w+)/.exec(text)![1]}.yaml`, text]),
  ]);

const contents: readonly ReadonlyMap<string, string>[] = [
  folder(small),
  folder(small, sheet("AA"), sheet("BB")),
  folder(clustered, sheet("AA", linked)),
  folder(packaged, sheet("BB", lined)),
  folder(peopled),
  folder(peopled, sheet("AA", linked + lined)),
  folder(zoned, sheet("AA", lined), sheet("BB", linked)),
  folder(small, sheet("BB", linked + lined)),
  folder(clustered, sheet("BB"), sheet("AA", lined)),
  folder(zoned, sheet("AA", lined + linked)),
  held(small),
  held(asked, sheet("AA", lined)),
];
