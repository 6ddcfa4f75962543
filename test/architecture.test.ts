import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, posix } from "node:path";
import { parseSync, Visitor } from "rolldown/utils";
import { describe, expect, test } from "vitest";

type FolderRule = {
  readonly may: readonly string[];
  readonly packages: readonly string[];
  readonly pure: boolean;
  /** Further faces, each a file and a TypeScript project of its own: `#compute/browser` is `src/compute/browser.ts`. */
  readonly doors?: readonly string[];
};

/** The architecture. ARCHITECTURE.md prints this table; a folder joins it when it is first written. */
const folders: Readonly<Record<string, FolderRule>> = {
  prelude: { may: [], packages: [], pure: true },
  model: { may: ["prelude"], packages: [], pure: true },
  language: { may: ["prelude", "model"], packages: ["yaml", "zod", "htmlparser2"], pure: true },
  analysis: { may: ["prelude", "model"], packages: [], pure: true },
  durability: { may: ["prelude", "model"], packages: [], pure: true },
  monitor: {
    may: ["prelude", "model"],
    packages: [...["area", "boolean-point-in-polygon", "buffer", "difference", "helpers", "intersect", "union"]].map(
      (part) => `@turf/${part}`,
    ),
    pure: true,
  },
  elicitation: { may: ["prelude", "model"], packages: ["yalps"], pure: true },
  claims: { may: ["prelude", "model", "analysis", "durability", "monitor"], packages: [], pure: true },
  report: {
    may: ["prelude", "model", "analysis", "durability", "monitor", "claims"],
    packages: ["zod", "d3-scale", "d3-shape"],
    pure: true,
  },
  compute: {
    may: ["prelude", "model", "language", "analysis", "durability", "monitor", "claims", "report"],
    packages: ["node:*", "zod"],
    pure: false,
    doors: ["browser"],
  },
  room: { may: ["prelude", "model"], packages: [], pure: true },
  record: { may: ["prelude", "model", "room"], packages: ["@noble/curves", "@noble/hashes"], pure: true },
  sealing: { may: ["prelude"], packages: ["@noble/ciphers", "@noble/curves", "@noble/hashes"], pure: true },
  wire: { may: ["prelude", "model", "room", "record"], packages: ["zod"], pure: true },
  seat: { may: ["prelude", "model", "room", "record", "sealing", "wire"], packages: [], pure: true },
  store: { may: ["prelude", "model", "room", "record"], packages: ["node:*", "pg", "kysely"], pure: false },
  server: {
    may: ["prelude", "model", "language", "room", "record", "wire", "store"],
    packages: [
      ...["node:*", "zod", "fastify", "@fastify/helmet", "@fastify/static", "@fastify/cookie", "@fastify/swagger"],
      ...["@fastify/websocket", "fastify-type-provider-zod", "ws"],
    ],
    pure: false,
  },
  web: {
    may: [
      ...["prelude", "model", "language", "analysis", "durability", "monitor", "elicitation", "claims", "report"],
      ...["room", "record", "sealing", "wire", "seat", "compute/browser"],
    ],
    packages: [
      ...[
        "maplibre-gl",
        "world-atlas",
        "topojson-client",
        "react",
        "react-dom",
        "@tanstack/react-router",
        "react-intl",
        "zod",
        "idb",
        "fflate",
        "age-encryption",
      ],
      ...["state", "view", "language", "lang-yaml", "lint", "commands", "search"].map((part) => `@codemirror/${part}`),
    ],
    pure: false,
  },
  cli: {
    may: [
      ...["prelude", "model", "language", "analysis", "durability", "monitor", "claims", "report"],
      ...["room", "record", "sealing", "wire", "seat", "compute", "server"],
    ],
    packages: ["node:*", "commander", "ws"],
    pure: false,
  },
};

/** What tests may use beside: among them a browser's database in memory. */
const forTests = ["node:*", "vitest", "fast-check", "fake-indexeddb"];

/** Nobody imports these: they are what a person starts. */
const programs = ["cli", "web"];

/**
 * What no pure folder may name: the clock, chance, the network, files, the machine's locale. Names of the page such as
 * `document` are left to the compiler: pure folders are built without its types, and the word is good for other things.
 */
const impureGlobals = new Set([
  ...["process", "performance", "Intl", "fetch", "XMLHttpRequest", "WebSocket", "Worker", "crypto", "globalThis"],
  ...[
    "require",
    "console",
    "Buffer",
    "setTimeout",
    "setInterval",
    "setImmediate",
    "queueMicrotask",
    "eval",
    "Function",
  ],
]);
const impureMembers = new Set(["Math.random", "Date.now"]);
const localeMethods = new Set([
  ...["localeCompare", "toLocaleString", "toLocaleDateString", "toLocaleUpperCase"],
  ...["getFullYear", "getMonth", "getDate", "getDay", "getHours", "getMinutes", "getTimezoneOffset", "toDateString"],
]);

const vagueNames = new Set(["utils", "util", "helpers", "helper", "common", "types", "misc", "lib", "shared"]);
const longestFile = 400;

const root = new URL("..", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const sourcesUnder = (folder: string): readonly string[] =>
  existsSync(new URL(folder, root))
    ? readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
        .sort()
    : [];
const sources = sourcesUnder("src");
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
/** The names by which a folder is imported: its own, and those of its further doors. */
const facesOf = ([folder, { doors = [] }]: readonly [string, FolderRule]): readonly string[] => [
  folder,
  ...doors.map((door) => `${folder}/${door}`),
];
const faces = Object.entries(folders)
  .filter(([folder]) => !programs.includes(folder))
  .flatMap(facesOf);

test("the table names every folder of src, and no other", () => {
  expect(readdirSync(new URL("src", root)).sort()).toEqual(Object.keys(folders).sort());
});

test("ARCHITECTURE.md prints this table", () => {
  expect(read("ARCHITECTURE.md")).toContain(printedTable());
});

test.each(Object.entries(folders))(
  "the TypeScript projects of %s refer to folders it may import only",
  (folder, rule) => {
    const own = facesOf([folder, rule]); // one project of a folder may lean on another
    const projects = readdirSync(new URL(`src/${folder}`, root)).filter((name) =>
      /^tsconfig(\.\w+)?\.json$/.test(name),
    );
    expect(projects.length).toBe(own.length);
    const referred = projects.flatMap((name) =>
      (JSON.parse(read(`src/${folder}/${name}`)).references ?? []).map(({ path }: { path: string }) => {
        const project = posix.relative("src", posix.join("src", folder, path));
        return project.replace(/\/tsconfig\.json$/, "").replace(/\/tsconfig\.(\w+)\.json$/, "/$1");
      }),
    );
    expect(referred.filter((name) => !rule.may.includes(name) && !own.includes(name))).toEqual([]);
  },
);

test("every folder has one face, under its own name, and the further doors that the table names", () => {
  const { imports } = JSON.parse(read("package.json"));
  const fileOf = (face: string): string => (face.includes("/") ? `./src/${face}.ts` : `./src/${face}/index.ts`);
  expect(imports).toEqual(Object.fromEntries(faces.map((face) => [`#${face}`, fileOf(face)])));
});

test("only the command that serves loads the server, and only when it runs", () => {
  const loads = sourcesUnder("src/cli").flatMap((path) =>
    [...read(path).matchAll(/^.*["']#server["'].*$/gm)].map(([line]) => `${path}: ${line.trim()}`),
  );
  const whenItRuns = /^src\/cli\/commands\/serve\.ts: (import type |.*\bimport\("#server"\))/;
  expect(loads.filter((line) => !whenItRuns.test(line))).toEqual([]);
  expect(loads.length).toBeGreaterThan(0);
});

describe.each(Object.entries(folders))("every file of %s", (folder, rule) => {
  const files = sourcesUnder(`src/${folder}`);

  test("imports only what the table allows", () => {
    expect(files.flatMap((path) => wrongImports(path, read(path), rule))).toEqual([]);
  });

  test.runIf(rule.pure)("is pure: no clock, chance, network, files, page or locale", () => {
    expect(files.filter((path) => !isTest(path)).flatMap((path) => impurities(path, read(path)))).toEqual([]);
  });
});

test("no file is longer than a person reads in one go", () => {
  const long = [...sources, ...sourcesUnder("test"), ...sourcesUnder("bench")].flatMap((path) => {
    const lines = read(path).trimEnd().split("\n").length;
    return lines > longestFile ? [`${path}: ${lines} lines`] : [];
  });
  expect(long).toEqual([]);
});

test("every file is named in kebab-case for the thing it holds", () => {
  const vague = sources.filter((path) => {
    const name = basename(path).replace(/(\.test|\.d)?\.tsx?$/, "");
    return vagueNames.has(name) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
  });
  expect(vague).toEqual([]);
});

test("no committed file holds a path of somebody's machine", () => {
  const places = ["work", "home", "Users", "root", "farm"].map((place) => `/${place}/`);
  const path = new RegExp(`(?<![\\w.:/*-])(${places.join("|")})\\w`);
  const kept = committedFiles().filter((name) =>
    /\.(tsx?|js|mjs|json|md|yaml|yml|bib|html|css|svg)$|^bin\/|^\.ci\//.test(name),
  );
  const found = kept.flatMap((name) =>
    read(name)
      .split("\n")
      .flatMap((line, index) => (path.test(line) ? [`${name}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
  expect(found).toEqual([]);
});

describe("the checks of this file see", () => {
  const model = folders.model!;
  test.each([
    ["a folder beyond the table", 'import { a } from "#analysis";'],
    ["a type from a folder beyond the table", 'export type { A } from "#report";'],
    ["a file behind another folder's face", 'import { a } from "#prelude/result.ts";'],
    ["a relative path into another folder", 'import { a } from "../prelude/result.ts";'],
    ["an npm package that is not on the list", 'const a = await import("zod");'],
    ["Node's own modules", 'import { readFileSync } from "node:fs";'],
    ["a further door that is not on the list", 'import { a } from "#compute/browser";'],
  ])("%s", (_what, code) => {
    expect(wrongImports("src/model/party.ts", code, model)).toHaveLength(1);
  });

  test.each([
    ["the clock", "const a = Date.now();"],
    ["today", "const a = new Date();"],
    ["the machine's time zone", "const a = new Date('2026-01-01').getHours();"],
    ["chance", "const a = Math.random();"],
    ["the locale", "const a = new Intl.NumberFormat();"],
    ["a sort by locale", 'const a = "b".localeCompare("c");'],
    ["the machine", "const a = process.env;"],
    ["the network", 'const a = fetch("x");'],
  ])("%s", (_what, code) => {
    expect(impurities("src/model/party.ts", code)).toHaveLength(1);
  });

  test("no fault in names, comments and strings that only look alike", () => {
    const code = `
      import { ok } from "#prelude";
      import type { Party } from "./party.ts";
      // Math.random() and "../prelude" are named here only
      export const process1 = { process: ok("fetch('x'); new Date()"), date: new Map().get("Intl") };`;
    expect(wrongImports("src/model/rule.ts", code, model)).toEqual([]);
    expect(impurities("src/model/rule.ts", code)).toEqual([]);
  });
});

function wrongImports(path: string, code: string, rule: FolderRule): readonly string[] {
  const folder = path.split("/")[1]!;
  return specifiersOf(path, code).flatMap((specifier) => {
    if (specifier.startsWith(".")) {
      const target = posix.join(posix.dirname(path), specifier);
      const builders = isTest(path) && target.startsWith("test/"); // scenarios and oracles that tests share
      return target.startsWith(`src/${folder}/`) || builders ? [] : [`${path} leaves its folder: ${specifier}`];
    }
    if (specifier.startsWith("#")) {
      const allowed = isTest(path) ? faces : rule.may;
      return allowed.includes(specifier.slice(1)) ? [] : [`${path} may not import ${specifier}`];
    }
    const name = specifier.startsWith("node:")
      ? "node:*"
      : specifier
          .split("/")
          .slice(0, specifier.startsWith("@") ? 2 : 1)
          .join("/");
    const allowed = isTest(path) ? [...rule.packages, ...forTests] : rule.packages;
    return allowed.includes(name) ? [] : [`${path} may not import ${specifier}`];
  });
}

/** What the file imports and re-exports, types among them. */
function specifiersOf(path: string, code: string): readonly string[] {
  const found: string[] = [];
  const keep = (source: { value?: unknown } | null): void => {
    if (source) found.push(String(source.value ?? "(computed)"));
  };
  new Visitor({
    ImportDeclaration: (node) => keep(node.source),
    ExportNamedDeclaration: (node) => keep(node.source),
    ExportAllDeclaration: (node) => keep(node.source),
    ImportExpression: (node) => keep(node.source as { value?: unknown }), // a literal, or "(computed)" is reported
    TSImportType: (node) => keep(node.source),
  }).visit(parsed(path, code));
  return found;
}

function impurities(path: string, code: string): readonly string[] {
  const found: string[] = [];
  const names = new Set<unknown>(); // identifiers that are only names: keys and members, not what they stand for
  new Visitor({
    MemberExpression: (node) => {
      if (node.computed || node.property.type !== "Identifier") return;
      names.add(node.property);
      const member = node.object.type === "Identifier" ? `${node.object.name}.${node.property.name}` : "";
      if (impureMembers.has(member)) found.push(`${path}: ${member}`);
      if (localeMethods.has(node.property.name)) found.push(`${path}: ${node.property.name}`);
    },
    Property: (node) => {
      if (!node.computed && !node.shorthand) names.add(node.key);
    },
    TSPropertySignature: (node) => void names.add(node.key),
    TSTypeReference: (node) => void names.add(node.typeName),
    TSFunctionType: (node) => node.params.forEach((parameter) => void names.add(parameter)),
    NewExpression: (node) => {
      // a given moment is no clock; its parts by the machine's own calendar are caught by name
      if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0)
        found.push(`${path}: new Date`);
    },
    Identifier: (node) => {
      if (!names.has(node) && impureGlobals.has(node.name)) found.push(`${path}: ${node.name}`);
    },
  }).visit(parsed(path, code));
  return found;
}

function parsed(path: string, code: string): ReturnType<typeof parseSync>["program"] {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]!.message}`);
  return program;
}

function printedTable(): string {
  const rows = Object.entries(folders).map(
    ([folder, { may, packages, pure }]) =>
      `| ${folder} | ${pure ? "pure" : "shell"} | ${may.join(", ") || "nothing"} | ${packages.join(", ") || "none"} |`,
  );
  return ["| folder | kind | may import | npm packages |", "|---|---|---|---|", ...rows].join("\n");
}

/** Every file that git knows; in a copy without git (an unpacked archive), the sources. */
function committedFiles(): readonly string[] {
  try {
    const list = execFileSync("git", ["ls-files"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return list.split("\n").filter((name) => name !== "" && existsSync(new URL(name, root)));
  } catch {
    return [...sources, ...sourcesUnder("test"), "README.md", "ARCHITECTURE.md"];
  }
}
