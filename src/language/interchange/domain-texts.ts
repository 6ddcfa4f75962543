/** Small domain folders for the tests, written for them. */

/** Each character is one byte: beyond ASCII that is not UTF-8, as in old files. */
export function folder(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(texts).map(([name, text]) => [name, Uint8Array.from(text, (each) => each.charCodeAt(0))]),
  );
}

/** An orchard lease: which fruit, how many years. */
export const leaseDomain = `<negotiation_template><utility_space number_of_issues="2">
<objective index="0" name="Orchard lease" type="objective">
<issue index="1" name="Fruit" type="discrete" vtype="discrete">
<item index="1" value="Pears"/><item index="2" value="Plums"/><item index="3" value="Wild cherries"/>
</issue>
<issue index="2" name="Years" type="integer" vtype="integer" lowerbound="2" upperbound="6"/>
</objective></utility_space></negotiation_template>`;

export type Lease = {
  readonly pears?: string;
  readonly plums?: string;
  readonly cherries?: string;
  readonly offset?: string;
  readonly slope?: string;
  readonly after?: string;
};

export function leaseProfile(lease: Lease = {}): string {
  const { pears = "4", plums = "1", cherries = "8", offset = "0", slope = "0.25", after = "" } = lease;
  return `<utility_space><objective index="0" name="Orchard lease" type="objective">
<issue index="1" name="Fruit" type="discrete" vtype="discrete">
<item index="1" value="Pears" evaluation="${pears}"/>
<item index="2" value="Plums" evaluation="${plums}"/>
<item index="3" value="Wild cherries" evaluation="${cherries}"/>
</issue>
<issue index="2" name="Years" type="integer" vtype="integer" lowerbound="2" upperbound="6">
<evaluator ftype="linear" offset="${offset}" slope="${slope}"/>
</issue>
<weight index="1" value="0.6"/><weight index="2" value="0.4"/>
</objective>${after}</utility_space>`;
}

/** Three dials from 0 to 4, worth something in boxes only. */
export const dialsDomain = `
<!-- written by hand -->
<?xml version="1.0" encoding="utf-8" ?>
<negotiation_template><utility_space number_of_issues="3"><objective index="0" name="root">
<issue index="1" name="a" type="integer" lowerbound="0" upperbound="4"/>
<issue index="2" name="b" type="integer" lowerbound="0" upperbound="4"/>
<issue index="3" name="c" type="integer" lowerbound="0" upperbound="4"/>
</objective></utility_space></negotiation_template>`;

export function dialsProfile(boxes: string, ufun = 'type="PlainUfun" weight="1" aggregation="sum"'): string {
  const issue = (index: number, name: string): string =>
    `<issue index="${index}" name="${name}" type="integer" lowerbound="0" upperbound="4"/>`;
  return `<!-- first --><?xml version="1.0"?>
<utility_space type="nonlinear"><objective index="0" name="root">
${issue(1, "a")}${issue(2, "b")}${issue(3, "c")}
<utility maxutility="50"><ufun ${ufun}>${boxes}</ufun></utility>
</objective><discount_factor value="0.5"/><reservation value="0.2"/></utility_space>`;
}

const tripValues = `"where": {"values": ["lake", "hills"]}, "days": {"range": ["1", "3", "0.5"]}`;

export const tripDomain = `{"name": "trip", "issuesValues": {${tripValues}}}`;

export function tripProfile(rest = "", utilities = `"lake": 0.25, "hills": 1`): string {
  return `{"LinearAdditiveUtilitySpace": {
  "issueUtilities": {
    "where": {"discreteutils": {"valueUtilities": {${utilities}}}},
    "days": {"numberutils": {"lowValue": 1, "lowUtility": 0.2, "highValue": 3, "highUtility": 1}}
  },
  "issueWeights": {"where": 0.7, "days": 0.3},
  "domain": ${tripDomain},
  "name": "walker"${rest}
}}`;
}
