import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import files from "@fastify/static";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { isRoomPath, type RoomService } from "./rooms/room-service.ts";
import { withSecurityHeaders } from "./security-headers.ts";
import { type ShippedScenarios, shippedScenarios } from "./shipped-scenarios.ts";

/** Where what it sends lies: the built page, the report's fonts, the shipped scenarios. Absolute paths. */
export type WorkbenchFolders = { readonly page: string; readonly fonts: string; readonly scenarios: string };

/**
 * The workbench's routes, bound to no port. It only reads: files of the build, and scenarios that everyone has. What a
 * person writes stays in their browser, unless they take a seat in a room.
 */
export async function workbench(
  folders: WorkbenchFolders,
  options: {
    readonly isOwnHost: (header: string | undefined) => boolean;
    /** What answers below /negotiations; left out: nobody. */
    readonly rooms?: RoomService;
  },
): Promise<{ readonly app: FastifyInstance; readonly shipped: ShippedScenarios }> {
  const app = Fastify({
    bodyLimit: 1024,
    requestTimeout: options.rooms ? 60_000 : 10_000, // a sealed sheet may come over a slow line
    frameworkErrors: (_error, _request, reply) => {
      sentence(reply, 400, "This is not an address."); // such as one with a broken %-sign
    },
  });
  const { rooms } = options;
  app.addHook("onRequest", async (request, reply) => {
    if (!isRoomPath(request.url)) return undefined;
    if (!rooms) return sentence(reply, 404, "This server keeps no rooms.");
    // as it came, unread: the rooms look at its host, origin and body themselves
    reply.hijack();
    rooms.handle(request.raw, reply.raw);
    return undefined;
  });
  await withSecurityHeaders(app); // first, so that refusals carry them too
  app.addHook("onRequest", async (request, reply) => {
    if (options.isOwnHost(request.headers.host)) return undefined;
    return sentence(reply, 421, "This server answers to localhost and 127.0.0.1 only. Open the address it printed.");
  });
  const shipped = shippedScenarios(folders.scenarios);
  withFiles(app, folders);
  withScenarios(app, shipped);
  withRefusals(app);
  return { app, shipped };
}

function withFiles(app: FastifyInstance, { page, fonts }: WorkbenchFolders): void {
  // the build writes .br and .gz beside each file: nothing is compressed while it is sent
  const common = { index: false, dotfiles: "ignore", preCompressed: true, suppressWarning: true } as const;
  app.register(files, {
    ...common,
    root: `${page}/assets`,
    prefix: "/assets/",
    // the name of each carries a hash of its content
    immutable: true,
    maxAge: "365d",
  });
  app.register(files, {
    ...common,
    root: fonts,
    prefix: "/fonts/",
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header("cache-control", "no-cache"),
  });
  app.get<{ Params: { "*": string } }>("/*", (request, reply) => {
    const file = isPage(request.url) ? "index.html" : request.params["*"];
    reply.header("cache-control", "no-cache"); // kept, but asked about each time: a new build is seen at once
    return reply.sendFile(file, page, { cacheControl: false });
  });
}

/** Whether an address is one of the page's own: the page itself decides what it shows there. */
function isPage(url: string): boolean {
  const path = url.replace(/[?#].*$/s, "");
  // a scenario's id may hold a dot
  return /^\/(s\/|prepare|new)/.test(path) || !/\.[^/]*$/.test(path);
}

function withScenarios(app: FastifyInstance, shipped: ShippedScenarios): void {
  app.get("/scenarios", async (request, reply) => {
    return packed(request, reply, await shipped.list());
  });
  app.get<{ Params: { "*": string } }>("/scenarios/*", async (request, reply) => {
    const scenario = shipped.read(request.params["*"]);
    if (!scenario) return sentence(reply, 404, "No scenario of that name comes with Entente.");
    return packed(request, reply, scenario);
  });
}

const packing = promisify(gzip);

/** Public text, a fifth as long on a slow line, and not sent again to a browser that has kept it. */
async function packed({ headers }: FastifyRequest, reply: FastifyReply, answer: object): Promise<FastifyReply> {
  const text = JSON.stringify(answer);
  const etag = `W/"${createHash("sha256").update(text).digest("base64url")}"`;
  reply.headers({ "cache-control": "no-cache", vary: "accept-encoding", etag });
  if (headers["if-none-match"] === etag) return reply.code(304).send();
  reply.type("application/json; charset=utf-8");
  if (!/\bgzip\b/.test(String(headers["accept-encoding"] ?? ""))) return reply.send(text);
  return reply.header("content-encoding", "gzip").send(await packing(text));
}

function withRefusals(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    if (request.method === "GET" || request.method === "HEAD") return sentence(reply, 404, "There is nothing here.");
    reply.header("allow", "GET, HEAD");
    return sentence(reply, 405, "This server only sends; it takes nothing in.");
  });
  app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    // no path, no stack: what went wrong inside is nobody else's business
    const text = status < 500 ? "This request cannot be answered." : "Entente could not answer this request.";
    return sentence(reply, status, text);
  });
}

function sentence(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header("cache-control", "no-store").type("text/plain; charset=utf-8").send(`${text}\n`);
}
