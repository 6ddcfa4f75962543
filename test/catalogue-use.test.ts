import { readdirSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "rolldown/utils";
import { describe, expect, test } from "vitest";
import { english } from "../src/web/words/en/index.ts";
import { roomEnglish } from "../src/web/words/room-english.ts";

const folder = new URL("../src/web/", import.meta.url);
const catalogue: Readonly<Record<string, string>> = { ...english, ...roomEnglish };
const ids = Object.keys(catalogue);
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^words\/en\//.test(name))
  .map((path) => ({ path, ...usesOf(path, readFileSync(new URL(path, folder), "utf8")) }));

/** Words that are the same in every language, each with the reason. */
const untranslated: readonly (readonly [text: RegExp, why: string])[] = [
  [/^F\d+$/, "a key, as it is called on the keyboard"],
  [/^(entente|npx entente)\b/, "a command, as it is typed"],
];

test("every message is said somewhere", () => {
  const literal = new Set(sources.flatMap(({ literals }) => literals));
  const patterns = sources.flatMap((source) => source.patterns);
  expect(ids.filter((id) => !literal.has(id) && !patterns.some((pattern) => pattern.test(id)))).toEqual([]);
});

test("no message is missing", () => {
  const missing = sources.flatMap(({ path, said, patterns }) => [
    ...said.filter(({ id }) => !(id in catalogue)).map(({ id }) => `${path}: ${id}`),
    ...patterns.filter((pattern) => !ids.some((id) => pattern.test(id))).map((pattern) => `${path}: ${pattern.source}`),
  ]);
  expect(missing).toEqual([]);
});

test("every message is given the values that it asks for, and no others but where it is one of several", () => {
  const wrong = sources.flatMap(({ path, said }) =>
    said.flatMap(({ id, values, alternative }) => {
      if (values === undefined || !(id in catalogue)) return [];
      const asked = argumentsOf(catalogue[id]!);
      const fits = asked.every((name) => values.includes(name)) && (alternative || values.length === asked.length);
      return fits ? [] : [`${path}: ${id} asks for (${asked}), has (${values})`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("no page says a word that is not in the catalogue", () => {
  const hard = sources.flatMap(({ path, visible }) =>
    visible.filter((text) => !untranslated.some(([pattern]) => pattern.test(text))).map((text) => `${path}: ${text}`),
  );
  expect(hard).toEqual([]);
});

describe("the checks of this file see", () => {
  test("literal ids, ids made of parts, and what they are given", () => {
    const { literals, patterns, said } = usesOf(
      "a.tsx",
      `words('deal.open', { name }); words(c ? 'deal.x' : \`sure.\${d}.all\`); words('x', { ...y });`,
    );
    expect(literals).toEqual(expect.arrayContaining(["deal.open", "deal.x"]));
    expect(patterns.map(({ source }) => source)).toEqual(["^sure\\.[\\w. -]+\\.all$"]);
    expect(said).toEqual([
      { id: "deal.open", values: ["name"], alternative: false },
      { id: "deal.x", values: [], alternative: true },
      { id: "x", values: undefined, alternative: false },
    ]);
  });

  test.each([
    ["text", "<p>Hello {name}</p>", ["Hello"]],
    ["an attribute", '<img alt="A chart" className="x" />', ["A chart"]],
    ["a string in braces", '<p>{a ? "yes" : null}</p>', ["yes"]],
    ["a template in braces", `<p>{a && \`about \${b}\`}</p>`, ["about"]],
    ["no words", `<p className="a">{words("deal.open")} · {b}: {\`\${c} (\${d})\`}</p>`, []],
  ])("%s", (_what, code, found) => {
    expect(usesOf("a.tsx", `const a = ${code};`).visible).toEqual(found);
  });

  test.each([
    ["{a}, {b, plural, one {# c} other {{d} e}} and {f, number}", ["a", "b", "d", "f"]],
    ["{a, select, one {b} other {{c, plural, =0 {d} other {{e}}}}} {f, date, long}", ["a", "c", "e", "f"]],
    ["nothing", []],
  ])("the values of %j", (message, names) => {
    expect(argumentsOf(message)).toEqual(names);
  });
});

type Uses = {
  /** Every string of the file. */
  readonly literals: readonly string[];
  /** Ids that are made of parts: what they may be. */
  readonly patterns: readonly RegExp[];
  /** What is said by its whole id; `values` is undefined where they cannot be told from the code. */
  readonly said: readonly {
    readonly id: string;
    readonly values: readonly string[] | undefined;
    /** One of several that are given the same values. */
    readonly alternative: boolean;
  }[];
  /** Words for a reader that stand in the code. */
  readonly visible: readonly string[];
};

type Node = { readonly type: string; readonly [part: string]: unknown };

function usesOf(path: string, code: string): Uses {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]!.message}`);
  const literals: string[] = [];
  const patterns: RegExp[] = [];
  const said: Uses["said"][number][] = [];
  const visible: string[] = [];
  const show = (text: string): void => {
    if (/\p{L}/u.test(text)) visible.push(text.trim());
  };
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === "string") literals.push(value);
    },
    TemplateLiteral: ({ quasis }) => {
      const parts = quasis.map(({ value }) => value.cooked ?? "");
      if (parts.length < 2 || !isArea(parts[0]!.split(".")[0]!) || !parts[0]!.includes(".")) return;
      patterns.push(new RegExp(`^${parts.map((part) => part.replace(/[.]/g, "\\.")).join("[\\w. -]+")}$`));
    },
    CallExpression: ({ callee, arguments: [first, second] }) => {
      if (callee.type !== "Identifier" || callee.name !== "words" || first === undefined) return;
      const values = valuesOf(second as Node | undefined); // a node, whichever
      const found = stringsOf(first as unknown as Node); // a node, whichever
      for (const id of found) said.push({ id, values, alternative: first.type !== "Literal" });
    },
    JSXText: ({ value }) => show(value),
    JSXAttribute: ({ name, value }) => {
      if (!/^(alt|title|label|placeholder|aria-label|aria-description|aria-valuetext)$/.test(String(name.name))) return;
      if (value?.type === "Literal") show(String(value.value));
    },
    JSXElement: ({ children }) => {
      for (const child of children)
        if (child.type === "JSXExpressionContainer")
          for (const text of shownBy(child.expression as unknown as Node)) show(text);
    },
  }).visit(program);
  return { literals, patterns, said, visible };
}

function isArea(name: string): boolean {
  return ids.some((id) => id.startsWith(`${name}.`));
}

/** The whole strings that an expression may be. */
function stringsOf(node: Node): readonly string[] {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? [node.value] : [];
    case "ConditionalExpression":
      return [...stringsOf(node.consequent as Node), ...stringsOf(node.alternate as Node)]; // nodes, by the grammar
    case "TSSatisfiesExpression":
      return stringsOf(node.expression as Node); // a node, by the grammar
    default:
      return [];
  }
}

/** The strings that an expression in braces may show, those inside templates too. */
function shownBy(node: Node): readonly string[] {
  switch (node.type) {
    case "TemplateLiteral":
      return (node.quasis as readonly { readonly value: { readonly raw: string } }[]).map(({ value }) => value.raw);
    case "ConditionalExpression":
      return [...shownBy(node.consequent as Node), ...shownBy(node.alternate as Node)]; // nodes, by the grammar
    case "LogicalExpression":
      return shownBy(node.right as Node); // a node, by the grammar
    default:
      return stringsOf(node);
  }
}

/** The names of an object's values; undefined for what is not written out. */
function valuesOf(node: Node | undefined): readonly string[] | undefined {
  if (node === undefined) return [];
  if (node.type !== "ObjectExpression") return undefined;
  const properties = node.properties as readonly { readonly type: string; readonly key?: { readonly name?: string } }[];
  const names = properties.map(({ type, key }) => (type === "Property" ? key?.name : undefined));
  return names.includes(undefined) ? undefined : (names as readonly string[]); // none is undefined, as just asked
}

/** The values a message asks for, in the order it first asks; those inside the branches of a plural or a choice too. */
function argumentsOf(message: string): readonly string[] {
  const names = new Set<string>();
  let at = 0;
  const upTo = (ends: RegExp): string => {
    const from = at;
    while (at < message.length && !ends.test(message[at]!)) at++;
    return message.slice(from, at++).trim();
  };
  /** Text, until the brace that closes it. */
  const text = (): void => {
    while (at < message.length) {
      upTo(/[{}]/);
      if (message[at - 1] !== "{") return;
      names.add(upTo(/[,}]/));
      if (message[at - 1] === "}") continue;
      const kind = upTo(/[,}]/);
      if (message[at - 1] === "}") continue;
      if (!/^(plural|select|selectordinal)$/.test(kind)) upTo(/\}/);
      else while (upTo(/[{}]/) !== "" || message[at - 1] === "{") text();
    }
  };
  text();
  return [...names];
}
