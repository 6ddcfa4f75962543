import type { Analysis, Conflict, EarlyAnswer, PackageReport } from "#analysis";
import type { PartyId, Scenario } from "#model";
import { type Inline, inlines, series, strong, type Text } from "../document/document.ts";
import { countWords, isExactly } from "../words/answer-words.ts";
import { count, counted, points, roughCount } from "../words/format-number.ts";
import { namesOf } from "../words/names.ts";
import { presentedPackage } from "../words/presented-package.ts";
import { reasonsWords, refusingParties } from "../words/refusal-words.ts";
import { isNarrowed, restrictionWords } from "../words/restriction-words.ts";
import { bestWords } from "./best-within.ts";
import type { ReportContext } from "./report-context.ts";

/** What a sentence about one package needs of the context. */
type Naming = Pick<ReportContext, "names">;
/** A package as it is judged without any search. */
type Judged = Omit<PackageReport, "packageUnlocks" | "moves">;

/**
 * The answer in two to five sentences: the verdict on the presented package, why, and whether a deal exists at all.
 * What this run assumed beside the scenario as written comes first.
 */
export function headline(context: ReportContext): readonly Text[] {
  const { scenario, analysis, names } = context;
  if (names.judged.length === 0) return unjudged(context);
  const presented = presentedPackage(scenario, analysis);
  const clause = restrictionWords(context);
  const known = ofTheKnown(context, clause.length > 0);
  const lead: readonly Inline[] = [...(clause.length > 0 ? [...clause, ", "] : []), ...known];
  const narrowed = isNarrowed(context);
  const refused = presented !== undefined && presented.report.refusedBy.length > 0;
  const zone = zoneSentence(analysis, refused && !narrowed);
  if (!presented || narrowed) {
    const verdict = presented ? packageVerdict(context, presented.report) : [];
    const outside = presented !== undefined && isOutside(context, presented.report);
    return [
      [...lead, lead.length > 0 ? zone : capital(zone), "."],
      ...withoutSheet(context),
      ...(narrowed ? [bestWords(context)] : []),
      ...whyEmpty(context),
      ...(presented ? [[...verdict, outside ? ", and lies outside these locks." : "."]] : []),
      ...(presented ? whyAllRefuse(context, presented.report) : []),
    ].filter((sentence) => inlines(sentence).length > 0);
  }
  const { report } = presented;
  const verdict = packageVerdict(context, report);
  return [
    [...(lead.length > 0 ? [...lead, ...midSentence(verdict)] : verdict), zoneJoin(analysis, refused), zone, "."],
    ...withoutSheet(context),
    ...whyAllRefuse(context, report),
    ...whyEmpty(context),
    ...leastChange(context, report),
    ...othersAccepted(context, presented.id),
  ];
}

/**
 * The first sentences about a package, as `headline` will say them, while little more than the package is known: the
 * verdict, whether other settlements exist if that is `found`, and why each party refuses.
 */
export function earlyHeadline(scenario: Scenario, report: Judged, found?: EarlyAnswer): readonly Text[] {
  const context = { names: namesOf(scenario) };
  const refused = report.refusedBy.length > 0;
  const zone = found ? [zoneJoin(found, refused), zoneSentence(found, refused)] : [];
  return [[...packageVerdict(context, report), ...zone, "."], ...whyAllRefuse(context, report)];
}

/** No sheet, no verdict: only what the rules allow can be said. */
function unjudged(context: ReportContext): readonly Text[] {
  const { analysis } = context;
  const clause = restrictionWords(context);
  return [
    "Nothing can be said of whether there is a deal: no party that must consent has a preference sheet.",
    [
      ...clause,
      clause.length > 0 ? ": settlements" : "Settlements",
      ` that the rules allow: ${countWords(analysis.settlements)}.`,
    ],
  ];
}

/** Whose consent the whole answer is about, when it is not everybody's: "Of the parties whose preferences are known (…), ". */
function ofTheKnown({ names }: ReportContext, inSentence: boolean): readonly Inline[] {
  if (names.unjudged.length === 0) return [];
  return [
    `${inSentence ? "of" : "Of"} the parties whose preferences are known (`,
    ...(names.judged.length === 1 ? ["only "] : []),
    ...series(names.judged.map((party) => names.party(party))),
    "), ",
  ];
}

/** Whose consent is not known, and whether that could change the answer: more parties can only refuse more. */
function withoutSheet({ analysis, names }: ReportContext): Text[] {
  if (names.unjudged.length === 0) return [];
  const one = names.unjudged.length === 1;
  return [
    [
      ...series(names.unjudged.map((party) => names.party(party))),
      one ? " must consent too and has no preference sheet: " : " must consent too and have no preference sheets: ",
      isExactly(analysis.agreementZone.exists, false)
        ? `what ${one ? "it" : "they"} would accept cannot change that.`
        : `nothing is known of what ${one ? "it" : "they"} would accept, so there may be no deal at all.`,
    ],
  ];
}

function whyAllRefuse(context: Naming, report: Judged): readonly Text[] {
  return refusingParties(report).map((party) => whyRefused(context, report, party));
}

/** Whether a lock of this run or its condition leaves the package out. */
function isOutside({ analysis, asked }: ReportContext, { choices }: PackageReport): boolean {
  return (
    Object.entries(analysis.rules.locks).some(([issue, option]) => (choices[issue] ?? option) !== option) ||
    (asked?.options.where ?? []).some(({ issue, options }) => !options.includes(choices[issue] ?? options[0] ?? ""))
  );
}

/** After a clause, "The package as presented" is "the package as presented". */
function midSentence(verdict: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = verdict;
  if (typeof first !== "object" || first.kind !== "name") return verdict;
  return [{ kind: "name", text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest];
}

/** Named packages that all accept, when the one in question is not among them. */
function othersAccepted({ analysis, names }: ReportContext, id: string): Text[] {
  const all = Object.entries(analysis.packages).filter(
    ([, one]) => one.complete && one.refusedBy.length === 0 && one.rulesBroken.length === 0,
  );
  if (all.length === 0 || all.some(([other]) => other === id)) return [];
  return [
    [
      "Of the named packages, ",
      ...series(all.map(([other]) => names.packageInText(other))),
      all.length === 1 ? " has the consent of all." : " have the consent of all.",
    ],
  ];
}

function packageVerdict({ names }: Naming, report: Judged): Inline[] {
  const refusing = refusingParties(report);
  const title: readonly Inline[] = /^the /i.test(report.name)
    ? [{ kind: "name", text: report.name }]
    : ["“", { kind: "name", text: report.name }, "”"];
  if (refusing.length > 0) return [...title, " is refused by ", ...series(refusing.map((party) => names.party(party)))];
  if (!report.complete) return [...title, " leaves issues open, and no refusal of it is certain"];
  if (report.rulesBroken.length > 0) return [...title, " breaks a rule that binds everyone"];
  return [
    ...title,
    names.unjudged.length > 0 ? " is accepted by all" : " is accepted by every party that must consent",
  ];
}

function zoneJoin(analysis: EarlyAnswer, refused: boolean): string {
  return refused && isExactly(analysis.agreementZone.exists, true) ? ", but " : "; ";
}

function zoneSentence({ agreementZone }: EarlyAnswer, others: boolean): string {
  const { exists } = agreementZone;
  if (isExactly(exists, false)) return "no settlement exists that all would accept";
  if (!isExactly(exists, true)) {
    return `whether any settlement has the consent of all is not known${exists.status === "unknown" ? ` (${exists.reason})` : ""}`;
  }
  return `${howMany(agreementZone.count, others)} have the consent of all`;
}

function howMany(found: Analysis["agreementZone"]["count"], others: boolean): string {
  const noun = others ? "other settlements" : "settlements";
  switch (found.status) {
    case "exact":
      return found.value === "1" ? `one ${noun.slice(0, -1)} would` : `${count(found.value)} ${noun} would`;
    case "bounded":
      return `between ${count(found.low)} and ${count(found.high)} ${noun} would`;
    case "estimate":
      return `about ${roughCount(found.value)} ${noun} would`;
    default:
      return `${noun} exist that would`;
  }
}

/** "Russia is 21.3 points short of its reservation value, mostly over X (9.0) and Y (4.2); its hard line L is broken." */
function whyRefused({ names }: Naming, report: Judged, party: PartyId): Text {
  const refusals = report.refusedBy.filter((refusal) => refusal.party === party);
  const others = refusals.filter((refusal) => refusal.by !== "value");
  const value = refusals.find((refusal) => refusal.by === "value");
  const worst = (report.shortfallByIssue[party] ?? []).filter(({ points }) => points > 0).slice(0, 3);
  const scale = names.scale(party);
  const broken: readonly Inline[] =
    others.length > 0
      ? [...series(reasonsWords(others, names)), others.length === 1 ? " is broken" : " are broken"]
      : [];
  if (value?.by !== "value") {
    const surplus = report.surplus[party];
    const above: readonly Inline[] =
      surplus !== undefined && surplus >= 0
        ? [` is ${points(surplus, scale)} points above its reservation value, but `]
        : [": "];
    return [names.party(party), ...above, ...broken, "."];
  }
  return [
    names.party(party),
    " is ",
    strong(`${points(value.shortfall, scale)} points short`),
    " of its reservation value",
    ...(worst.length > 0
      ? [
          "; measured from its best option on each issue it gives up most over ",
          ...series(worst.map((row) => [...names.issues([row.issue]), ` (${points(row.points, scale)} points)`])),
        ]
      : []),
    ...(broken.length > 0 ? ["; ", ...broken] : []),
    ".",
  ];
}

/** Why the zone is empty: the smallest conflict, and whether it is logic or weight. */
function whyEmpty({ analysis, names }: ReportContext): Text[] {
  if (!isExactly(analysis.agreementZone.exists, false)) return [];
  const conflicts = analysis.conflicts.status === "exact" ? analysis.conflicts.value : [];
  const smallest = [...conflicts].sort(
    (a, b) => Number(isLogic(b)) - Number(isLogic(a)) || a.members.length - b.members.length,
  )[0];
  if (!smallest) return [];
  const members = smallest.members.map((member) => names.constraint(member, smallest.members));
  if (members.length === 0) return ["The rules in force leave no settlement at all."];
  return [
    [
      ...series(members),
      members.length === 1 ? " leaves no settlement by itself: " : " cannot all be kept: ",
      isLogic(smallest)
        ? "that is logic, not weight, and no change of values opens it."
        : "that depends on the values judged here.",
    ],
  ];
}

/** A conflict without a reservation value holds whatever the weights. */
export function isLogic(conflict: Conflict): boolean {
  return conflict.members.every((member) => member.kind !== "reservation");
}

function leastChange({ names }: ReportContext, report: PackageReport): Text[] {
  const unlocks = report.packageUnlocks;
  if (unlocks.status !== "exact" && unlocks.status !== "bounded") return [];
  const first = unlocks.sets[0];
  if (!first) return [];
  const least = unlocks.status === "exact" ? "The least that must change is " : "It is enough to change ";
  const ways =
    unlocks.sets.length > 1
      ? [
          `; ${unlocks.status === "exact" ? "" : "at least "}${counted(unlocks.sets.length, "set")} of that size would do, for example `,
        ]
      : [": "];
  return [[least, counted(unlocks.size, "issue"), ...ways, ...names.issues(first.issues), "."]];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
