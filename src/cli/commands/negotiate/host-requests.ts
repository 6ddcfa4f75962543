import { err, ok, type Result } from "#prelude";
import type { Pending } from "#seat";
import type { CreateRequest, JoinRequest } from "#wire";
import { couldNotRun, type Failure } from "../../failure.ts";

export type LetIn = { readonly session: string; readonly answer: Readonly<Record<string, unknown>> };

export function postNegotiation(origin: string, request: CreateRequest): Promise<Result<LetIn, Failure>> {
  return letIn(origin, "/negotiations", request);
}

export function postJoin(origin: string, negotiation: string, request: JoinRequest): Promise<Result<LetIn, Failure>> {
  return letIn(origin, `/negotiations/${negotiation}/join`, request);
}

/** For what is longer than a frame. Undefined: no answer came. */
export async function postCommand(
  { origin, negotiation, seat }: { readonly origin: string; readonly negotiation: string; readonly seat: string },
  session: string,
  { t, text, signature }: Pending,
) {
  const [path, body] = t === "command" ? ["commands", { command: text }] : ["answers", { answer: text }];
  const address = `${origin}/negotiations/${negotiation}/seats/${seat}/${path}`;
  const response = await post(address, { ...body, signature }, session);
  const answer = response && (await bodyOf(response));
  if (!response || !answer) return undefined;
  if (response.ok) return { kind: "done" as const, stream: String(answer.stream), version: Number(answer.version) };
  if (response.status >= 500) return undefined;
  const rule = typeof answer.rule === "string" ? answer.rule : "host";
  return { kind: "refused" as const, rule, message: messageOf(answer) };
}

/** A request that opens a session, which comes as a cookie. */
async function letIn(origin: string, path: string, body: object): Promise<Result<LetIn, Failure>> {
  const response = await post(`${origin}${path}`, body);
  if (!response) return couldNotRun(`Nobody answers at ${origin}. Is it the address of an \`entente serve\`?`);
  const answer = (await bodyOf(response)) ?? {};
  if (!response.ok) {
    const rule = typeof answer.rule === "string" ? ` (${answer.rule})` : "";
    return err({ exit: response.status === 409 ? 1 : 2, message: `${messageOf(answer)}${rule}` });
  }
  const session = response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .find((cookie) => cookie.includes("="));
  return session === undefined
    ? couldNotRun(`${origin} has answered without a session: it is no host of rooms.`)
    : ok({ session, answer });
}

async function post(address: string, body: object, session?: string): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", ...(session === undefined ? {} : { cookie: session }) },
      body: JSON.stringify(body),
      redirect: "error", // a token is for this host alone
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    return undefined;
  }
}

async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : undefined; // an object
  } catch {
    return undefined;
  }
}

function messageOf({ message }: Readonly<Record<string, unknown>>): string {
  return typeof message === "string" ? message : "The host has refused, and has not said why.";
}
