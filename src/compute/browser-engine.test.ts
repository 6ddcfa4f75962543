import { afterEach, expect, test } from "vitest";
import { shippedScenario } from "../../test/scenarios/shipped-scenario.ts";
import { dispute } from "../../test/two-neighbours.ts";
import { answerQuestions, type PagePort } from "./browser-answering.ts";
import { Dropped } from "./browser-dropped.ts";
import { type Engine, type EngineOptions, startEngine } from "./browser-engine.ts";
import { EngineFailure } from "./browser-failure.ts";
import type { WorkerPort } from "./browser-lane.ts";
import type { FromWorker, ToWorker } from "./browser-messages.ts";
import type { PartialOf, QuestionKind } from "./browser-questions.ts";

let close: () => void = () => {};
afterEach(() => close());

/** An engine whose workers are made here; all that were started, in order. */
function engineWith<T extends WorkerPort>(
  startWorker: () => T,
  options: EngineOptions = {},
): { engine: Engine; workers: T[] } {
  const workers: T[] = [];
  const engine = startEngine({
    ...options,
    startWorker: () => {
      const worker = startWorker();
      workers.push(worker);
      return worker;
    },
  });
  close = engine.close;
  return { engine, workers };
}

/** A worker that says only what a test tells it to. */
type Puppet = WorkerPort & {
  readonly heard: ToWorker[];
  ended: boolean;
  readonly say: (message: FromWorker) => void;
};

function puppet(): Puppet {
  const worker: Puppet = {
    heard: [],
    ended: false,
    postMessage: (message) => worker.heard.push(structuredClone(message)),
    terminate: () => {
      worker.ended = true;
    },
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    say: (data) => worker.onmessage?.({ data: structuredClone(data) }),
  };
  return worker;
}

/** The real thing on this thread: the worker's own code at the other end of a channel that copies as a browser does. */
function workerHere(): WorkerPort {
  const { port1, port2 } = new MessageChannel();
  answerQuestions(port2 as unknown as PagePort, async () => Promise.reject(new Error("no server"))); // same shape
  const terminate = (): void => {
    port1.close();
    port2.close();
  };
  return Object.assign(port1, { terminate, onerror: null }) as unknown as WorkerPort; // and here
}

const asks = (worker: Puppet): string[] =>
  worker.heard.flatMap((message) => (message.say === "ask" ? [`${message.kind} ${message.id}`] : []));
const dispose = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error) => error);
const ofDispute = { scenario: dispute(), options: {} };

test("a question is answered by the worker's own code, with its progress", async () => {
  const { engine } = engineWith(workerHere);
  const phases = new Set<string>();
  const { answer } = engine.ask(
    "deal",
    { ...ofDispute, budgetMs: 1000 },
    { onProgress: ({ phase }) => phases.add(phase) },
  );
  expect((await answer).analysis.scenario.id).toBe(dispute().agenda.id);
  expect(phases.size).toBeGreaterThan(0);
});

test("a worker starts with the first question of its lane, and each lane has its own", () => {
  const { engine, workers } = engineWith(puppet);
  expect(workers).toHaveLength(0);
  engine.ask("write", { scenario: dispute() });
  engine.ask("read", { files: new Map() });
  expect(workers).toHaveLength(1);
  engine.ask("claims", { scenario: dispute() });
  engine.ask("deal", { ...ofDispute, budgetMs: 0 });
  expect(workers).toHaveLength(3);
  expect(workers[0]!.heard[0]).toMatchObject({ say: "prepare" });
});

test("a worker can be started before it is asked, and is not started again", () => {
  const { engine, workers } = engineWith(puppet);
  engine.prepare(["read", "write", "deal"]);
  expect(workers.map(({ heard }) => heard.map(({ say }) => say))).toEqual([["prepare"], ["prepare"]]);
  engine.ask("write", { scenario: dispute() });
  expect(workers).toHaveLength(2);
});

test("a worker gets one question at a time, in the order they were asked", async () => {
  const { engine, workers } = engineWith(puppet);
  const first = engine.ask("write", { scenario: dispute() });
  const second = engine.ask("read", { files: new Map() });
  const [worker] = workers;
  expect(asks(worker!)).toEqual(["write 1"]);
  worker!.say({ say: "answer", id: 1, answer: new Map([["a", "b"]]) });
  expect(await first.answer).toEqual(new Map([["a", "b"]]));
  expect(asks(worker!)).toEqual(["write 1", "read 2"]);
  worker!.say({ say: "answer", id: 2, answer: { diagnostics: [] } });
  expect(await second.answer).toEqual({ diagnostics: [] });
});

test("a deal asked anew replaces the one before, whose late answer never arrives", async () => {
  const { engine, workers } = engineWith(puppet, { patienceMs: 10_000 });
  const heard: unknown[] = [];
  const first = engine.ask("deal", { ...ofDispute, budgetMs: 0 }, { onPartial: (partial) => heard.push(partial) });
  const second = engine.ask("deal", { ...ofDispute, budgetMs: 0 }, { onPartial: (partial) => heard.push(partial) });
  expect(await dispose(first.answer)).toBeInstanceOf(Dropped);
  const [worker] = workers;
  expect(worker!.heard.at(-1)).toEqual({ say: "drop", id: 1 });
  worker!.say({ say: "partial", id: 1, partial: {} as PartialOf<QuestionKind> }); // nobody looks into it
  worker!.say({ say: "given-up", id: 1 });
  expect(heard).toEqual([]);
  expect(asks(worker!)).toEqual(["deal 1", "deal 2"]);
  worker!.say({ say: "failed", id: 2, code: "too-wide", message: "linked too widely" });
  const failure = await dispose(second.answer);
  expect(failure).toBeInstanceOf(EngineFailure);
  expect(failure).toMatchObject({ code: "too-wide", message: "linked too widely" });
  expect(workers).toHaveLength(1);
});

test("of many deals asked while the worker is slow only the last is handed on", async () => {
  const { engine, workers } = engineWith(puppet, { patienceMs: 10_000 });
  const dropped = [1, 2, 3].map(() => dispose(engine.ask("deal", { ...ofDispute, budgetMs: 0 }).answer));
  engine.ask("deal", { ...ofDispute, budgetMs: 0 });
  for (const each of dropped) expect(await each).toBeInstanceOf(Dropped);
  workers[0]!.say({ say: "given-up", id: 1 });
  expect(asks(workers[0]!)).toEqual(["deal 1", "deal 4"]);
});

test("a worker that does not give up a dropped question is ended when another waits for it", async () => {
  const { engine, workers } = engineWith(puppet, { patienceMs: 1 });
  const first = engine.ask("deal", { ...ofDispute, budgetMs: 0 });
  const second = engine.ask("deal", { ...ofDispute, budgetMs: 0 });
  expect(await dispose(first.answer)).toBeInstanceOf(Dropped);
  await expect.poll(() => workers.length).toBe(2);
  expect(workers[0]!.ended).toBe(true);
  workers[0]!.say({ say: "answer", id: 2, answer: new Map() }); // from beyond the grave
  expect(asks(workers[1]!)).toEqual(["deal 2"]);
  workers[1]!.say({ say: "failed", id: 2, code: "mistake", message: "as told" });
  expect(await dispose(second.answer)).toMatchObject({ message: "as told" });
});

test("claims are no reason to drop other claims", () => {
  const { engine, workers } = engineWith(puppet);
  engine.ask("claims", { scenario: dispute() });
  engine.ask("claims", { scenario: dispute() });
  expect(workers[0]!.heard.some(({ say }) => say === "drop")).toBe(false);
});

test("after a crash the question says so, and the next one finds a new worker", async () => {
  const { engine, workers } = engineWith(puppet);
  const first = engine.ask("write", { scenario: dispute() });
  const second = engine.ask("read", { files: new Map() });
  workers[0]!.onerror?.({ message: "out of memory" });
  expect(await dispose(first.answer)).toMatchObject({ name: "EngineFailure", code: "stopped" });
  expect(workers).toHaveLength(2);
  expect(asks(workers[1]!)).toEqual(["read 2"]);
  workers[1]!.say({ say: "answer", id: 2, answer: { diagnostics: [] } });
  expect(await second.answer).toEqual({ diagnostics: [] });
});

test("what cannot be copied to a worker is refused with a reason, and stops nothing else", async () => {
  const { engine, workers } = engineWith(puppet);
  const bad = { ...dispute(), toString: () => "a function" };
  const failure = await dispose(engine.ask("write", { scenario: bad }).answer);
  expect(failure).toMatchObject({ name: "EngineFailure" });
  engine.ask("write", { scenario: dispute() });
  expect(asks(workers[0]!)).toEqual(["write 2"]);
});

test("finish reaches the worker, at once or with the question when that still waits", () => {
  const { engine, workers } = engineWith(puppet);
  const first = engine.ask("claims", { scenario: dispute() });
  const second = engine.ask("claims", { scenario: dispute() });
  second.finish();
  first.finish();
  expect(workers[0]!.heard.slice(1)).toMatchObject([{ say: "ask" }, { say: "finish", id: 1 }]);
  workers[0]!.say({ say: "answer", id: 1, answer: [] });
  expect(workers[0]!.heard.slice(3)).toMatchObject([
    { say: "ask", id: 2 },
    { say: "finish", id: 2 },
  ]);
});

test("the engine is busy from the first question to the last answer, and replacing does not make it blink", async () => {
  const { engine, workers } = engineWith(puppet, { patienceMs: 10_000 });
  const told: boolean[] = [];
  const stop = engine.onBusy((busy) => told.push(busy));
  engine.ask("deal", { ...ofDispute, budgetMs: 0 });
  const last = engine.ask("deal", { ...ofDispute, budgetMs: 0 });
  expect(told).toEqual([false, true]);
  workers[0]!.say({ say: "given-up", id: 1 });
  last.drop();
  expect(await dispose(last.answer)).toBeInstanceOf(Dropped);
  expect(told).toEqual([false, true, false]);
  stop();
  engine.ask("write", { scenario: dispute() });
  expect(told).toEqual([false, true, false]);
});

test("a closed engine ends its workers and drops all questions, also those asked later", async () => {
  const { engine, workers } = engineWith(puppet);
  const running = engine.ask("write", { scenario: dispute() });
  const waiting = engine.ask("write", { scenario: dispute() });
  engine.close();
  expect(await dispose(running.answer)).toBeInstanceOf(Dropped);
  expect(await dispose(waiting.answer)).toBeInstanceOf(Dropped);
  expect(workers[0]!.ended).toBe(true);
  expect(await dispose(engine.ask("write", { scenario: dispute() }).answer)).toBeInstanceOf(Dropped);
});

test("a flagship deal told to finish answers with the best proved so far, and one dropped lets the next begin in its worker", async () => {
  const { engine, workers } = engineWith(workerHere, { patienceMs: 10_000 });
  const input = { scenario: shippedScenario("ukraine-2025"), options: {}, budgetMs: 600_000 };
  const dropped = engine.ask("deal", input, { onPartial: () => dropped.drop() });
  expect(await dispose(dropped.answer)).toBeInstanceOf(Dropped);
  const asked = engine.ask("deal", input, { onPartial: () => asked.finish() });
  const answer = await asked.answer;
  expect(answer.ended).toBe(true);
  expect(answer.analysis.agreementZone.exists).toEqual({ status: "exact", value: true });
  expect(answer.frontier.count).toBeGreaterThan(0);
  expect(workers).toHaveLength(1);
});

test("a mistake in the engine comes back as a sentence and a code", async () => {
  const { engine } = engineWith(workerHere);
  const { answer } = engine.ask("deal", { scenario: dispute(), options: { from: "no such package" }, budgetMs: 0 });
  expect(await dispose(answer)).toMatchObject({
    code: "mistake",
    message: expect.stringMatching(/mistake in Entente, not yours: .*no such package/),
  });
});
