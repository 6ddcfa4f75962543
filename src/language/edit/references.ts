import type { Path } from "./path.ts";
import type { YamlValue } from "./yaml-value.ts";

/** What can be renamed: everything that is named by an id and mentioned elsewhere. */
export type Named =
  | { readonly kind: "party" | "cluster" | "issue" | "package" | "source" | "term"; readonly id: string }
  | { readonly kind: "option"; readonly issue: string; readonly id: string }
  /** A red line or floor of a party's sheet. */
  | { readonly kind: "line"; readonly party: string; readonly id: string };

/** A place that names something: a key of a map, or a value. */
export type Mention = {
  readonly path: Path;
  readonly is: "key" | "value";
  readonly of: Named;
  /** Whether it is where the thing is declared, not a mention of it. */
  readonly declares: boolean;
  /** What stands before the id in the same text: "RU." of "RU.no-european-brigades". */
  readonly before?: string;
};

export type Report = (
  path: Path,
  is: Mention["is"],
  of: Named,
  more?: Partial<Pick<Mention, "declares" | "before">>,
) => void;
export type Plain = YamlValue | undefined;

/** Every mention in scenario.yaml. Parts of a wrong shape mention nothing. */
export function agendaMentions(agenda: YamlValue): readonly Mention[] {
  const { found, report } = collector();
  const at = (key: string) => child(agenda, key);
  const declares = { declares: true };
  for (const [id, path, party] of entries(at("parties"), ["parties"])) {
    report(path, "key", { kind: "party", id }, declares);
    sourcesIn(party, path, report);
  }
  parties(at("consent"), ["consent"], report);
  for (const [stakeholder, path] of many(at("stakeholders"), ["stakeholders"])) sourcesIn(stakeholder, path, report);
  for (const [id, path] of entries(at("clusters"), ["clusters"]))
    report(path, "key", { kind: "cluster", id }, declares);
  for (const [issue, path, value] of entries(at("issues"), ["issues"])) {
    report(path, "key", { kind: "issue", id: issue }, declares);
    one(child(value, "cluster"), [...path, "cluster"], (id) => ({ kind: "cluster", id }), report);
    for (const [id, optionPath, option] of entries(child(value, "options"), [...path, "options"])) {
      report(optionPath, "key", { kind: "option", issue, id }, declares);
      sourcesIn(child(option, "norm"), [...optionPath, "norm"], report);
    }
  }
  for (const [rule, path] of many(at("rules"), ["rules"])) {
    for (const part of ["forbid", "if", "then"]) condition(child(rule, part), [...path, part], report);
    sourcesIn(rule, path, report);
  }
  for (const [id, path, term] of entries(at("terms"), ["terms"])) {
    report(path, "key", { kind: "term", id }, declares);
    const issue = child(term, "issue");
    one(issue, [...path, "issue"], (name) => ({ kind: "issue", id: name }), report);
    for (const [party, readingPath, option] of entries(child(term, "readings"), [...path, "readings"])) {
      report(readingPath, "key", { kind: "party", id: party });
      optionOf(option, readingPath, issue, report);
    }
    sourcesIn(term, path, report);
  }
  for (const [, path, list] of entries(at("candidates"), ["candidates"])) {
    parties(child(list, "deciding"), [...path, "deciding"], report);
    sourcesIn(list, path, report);
    for (const [, optionPath, candidate] of entries(child(list, "options"), [...path, "options"])) {
      const scores = [...optionPath, "acceptability"];
      for (const [id, scorePath] of entries(child(candidate, "acceptability"), scores))
        report(scorePath, "key", { kind: "party", id });
      sourcesIn(candidate, optionPath, report);
    }
  }
  for (const [format, path] of many(at("formats"), ["formats"])) {
    parties(child(format, "members"), [...path, "members"], report);
    each(child(format, "clusters"), [...path, "clusters"], (id) => ({ kind: "cluster", id }), report);
  }
  for (const [, path, channel] of entries(at("channels"), ["channels"]))
    for (const [session, sessionPath] of many(child(channel, "sessions"), [...path, "sessions"])) {
      parties(child(session, "present"), [...sessionPath, "present"], report);
      sourcesIn(session, sessionPath, report);
    }
  for (const section of ["events", "facts"])
    for (const [item, path] of many(at(section), [section])) sourcesIn(item, path, report);
  for (const [id, path, value] of entries(at("packages"), ["packages"])) {
    report(path, "key", { kind: "package", id }, declares);
    one(child(value, "base"), [...path, "base"], (name) => ({ kind: "package", id: name }), report);
    parties(child(value, "authors"), [...path, "authors"], report);
    parties(child(value, "addressees"), [...path, "addressees"], report);
    choices(child(value, "set"), [...path, "set"], report);
    sourcesIn(value, path, report);
  }
  for (const [claim, path] of many(at("claims"), ["claims"])) {
    one(child(claim, "source"), [...path, "source"], (id) => ({ kind: "source", id }), report);
    question(child(claim, "question"), [...path, "question"], report);
  }
  for (const [id, path] of entries(at("sources"), ["sources"])) report(path, "key", { kind: "source", id }, declares);
  return found;
}

/** Every mention in one sheet. */
export function sheetMentions(sheet: YamlValue): readonly Mention[] {
  const { found, report } = collector();
  const at = (key: string) => child(sheet, key);
  const party = textOf(at("party")) ?? "";
  one(at("party"), ["party"], (id) => ({ kind: "party", id }), report);
  for (const part of ["evidence", "reservation"]) sourcesIn(at(part), [part], report);
  for (const [issue, path, preference] of entries(at("issues"), ["issues"])) {
    report(path, "key", { kind: "issue", id: issue });
    for (const [id, valuePath] of entries(child(preference, "values"), [...path, "values"]))
      report(valuePath, "key", { kind: "option", issue, id });
    for (const [rank, rankPath] of many(child(preference, "order"), [...path, "order"]))
      each(rank, rankPath, (id) => ({ kind: "option", issue, id }), report);
    sourcesIn(preference, path, report);
  }
  for (const [linkage, path] of many(at("linkages"), ["linkages"])) {
    condition(child(linkage, "when"), [...path, "when"], report);
    const [issue, given] = [child(linkage, "issue"), child(linkage, "given")];
    one(issue, [...path, "issue"], (id) => ({ kind: "issue", id }), report);
    one(given, [...path, "given"], (id) => ({ kind: "issue", id }), report);
    for (const [id, rowPath, row] of entries(child(linkage, "table"), [...path, "table"])) {
      report(rowPath, "key", { kind: "option", issue: textOf(given) ?? "", id });
      for (const [cell, cellPath] of entries(row, rowPath))
        report(cellPath, "key", { kind: "option", issue: textOf(issue) ?? "", id: cell });
    }
    sourcesIn(linkage, path, report);
  }
  for (const [line, path] of many(at("red_lines"), ["red_lines"])) {
    one(child(line, "id"), [...path, "id"], (id) => ({ kind: "line", party, id }), report, { declares: true });
    condition(child(line, "refuse"), [...path, "refuse"], report);
    sourcesIn(line, path, report);
  }
  for (const [floor, path] of many(at("floors"), ["floors"])) {
    one(child(floor, "id"), [...path, "id"], (id) => ({ kind: "line", party, id }), report, { declares: true });
    const issue = child(floor, "issue");
    one(issue, [...path, "issue"], (id) => ({ kind: "issue", id }), report);
    each(
      child(floor, "commitments"),
      [...path, "commitments"],
      (id) => ({ kind: "option", issue: textOf(issue) ?? "", id }),
      report,
    );
    sourcesIn(floor, path, report);
  }
  return found;
}

function question(value: Plain, path: Path, report: Report): void {
  for (const [kind, own, asked] of entries(value, path)) {
    if (kind === "all") {
      for (const [part, partPath] of many(asked, own)) question(part, partPath, report);
      continue;
    }
    const at = (key: string) => child(asked, key);
    const issue = at("issue");
    one(at("party"), [...own, "party"], (id) => ({ kind: "party", id }), report);
    one(at("package"), [...own, "package"], (id) => ({ kind: "package", id }), report);
    one(at("from"), [...own, "from"], (id) => ({ kind: "package", id }), report, { kinds: kind === "best_for" });
    one(issue, [...own, "issue"], (id) => ({ kind: "issue", id }), report);
    one(at("given"), [...own, "given"], (id) => ({ kind: "issue", id }), report);
    one(at("term"), [...own, "term"], (id) => ({ kind: "term", id }), report);
    one(at("source"), [...own, "source"], (id) => ({ kind: "source", id }), report);
    optionOf(at("option"), [...own, "option"], issue, report);
    choices(at("set"), [...own, "set"], report);
    condition(at("where"), [...own, "where"], report);
    parties(at("parties"), [...own, "parties"], report);
    parties(at("together"), [...own, "together"], report);
    for (const [word, wordPath] of many(at("free"), [...own, "free"])) {
      // a cluster or an issue: their ids are different, so that both may be reported
      one(word, wordPath, (id) => ({ kind: "issue", id }), report);
      one(word, wordPath, (id) => ({ kind: "cluster", id }), report);
    }
    if (kind === "candidates")
      for (const [, failPath, by] of entries(at("fails"), [...own, "fails"]))
        one(by, failPath, (id) => ({ kind: "party", id }), report);
    const first = [...own, "first", "party"];
    one(child(at("first"), "party"), first, (id) => ({ kind: "party", id }), report);
    for (const [step, stepPath] of many(at("along"), [...own, "along"])) {
      if (kind === "local_value_rises") optionOf(step, stepPath, at("given"), report);
      else {
        one(child(step, "package"), [...stepPath, "package"], (id) => ({ kind: "package", id }), report);
        choices(child(step, "set"), [...stepPath, "set"], report);
      }
    }
    for (const part of ["enforce", "set_aside"])
      for (const [word, wordPath] of many(at(part), [...own, part])) line(word, wordPath, report);
  }
}

/** "PARTY.id", or the id alone, which may be of any party that has it. */
function line(word: Plain, path: Path, report: Report): void {
  const text = textOf(word);
  if (text === undefined) return;
  report(path, "value", { kind: "line", party: "", id: text });
  for (let dot = text.indexOf("."); dot > 0; dot = text.indexOf(".", dot + 1)) {
    const party = text.slice(0, dot);
    report(path, "value", { kind: "line", party, id: text.slice(dot + 1) }, { before: `${party}.` });
  }
}

export function condition(value: Plain, path: Path, report: Report): void {
  for (const [issue, clausePath, clause] of entries(value, path)) {
    report(clausePath, "key", { kind: "issue", id: issue });
    const not = child(clause, "not");
    each(
      not ?? clause,
      not === undefined ? clausePath : [...clausePath, "not"],
      (id) => ({ kind: "option", issue, id }),
      report,
    );
  }
}

export function choices(value: Plain, path: Path, report: Report): void {
  for (const [issue, choicePath, option] of entries(value, path)) {
    report(choicePath, "key", { kind: "issue", id: issue });
    one(option, choicePath, (id) => ({ kind: "option", issue, id }), report);
  }
}

function optionOf(value: Plain, path: Path, issue: Plain, report: Report): void {
  one(value, path, (id) => ({ kind: "option", issue: textOf(issue) ?? "", id }), report);
}

export function parties(value: Plain, path: Path, report: Report): void {
  each(value, path, (id) => ({ kind: "party", id }), report);
}

export function sourcesIn(holder: Plain, path: Path, report: Report): void {
  each(child(holder, "sources"), [...path, "sources"], (id) => ({ kind: "source", id }), report);
}

export function each(value: Plain, path: Path, of: (id: string) => Named, report: Report): void {
  for (const [item, itemPath] of many(value, path)) one(item, itemPath, of, report);
}

export function one(
  value: Plain,
  path: Path,
  of: (id: string) => Named,
  report: Report,
  { declares = false, kinds = true }: { readonly declares?: boolean; readonly kinds?: boolean } = {},
): void {
  const id = textOf(value);
  if (id !== undefined && kinds) report(path, "value", of(id), { declares });
}

export function collector(): { readonly found: readonly Mention[]; readonly report: Report } {
  const found: Mention[] = [];
  return { found, report: (path, is, of, more) => void found.push({ path, is, of, declares: false, ...more }) };
}

export function child(value: Plain, key: string): Plain {
  return value instanceof Map ? value.get(key) : undefined;
}

export function entries(value: Plain, path: Path): readonly (readonly [string, Path, YamlValue])[] {
  return value instanceof Map ? [...value].map(([key, inner]) => [key, [...path, key], inner] as const) : [];
}

/** The items of a list, or the one that stands without brackets. */
export function many(value: Plain, path: Path): readonly (readonly [YamlValue, Path])[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value)
    ? value.map((item: YamlValue, index) => [item, [...path, index]] as const)
    : [[value, path]];
}

export function textOf(value: Plain): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
