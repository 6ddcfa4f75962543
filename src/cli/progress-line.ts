import type { ProgressReport } from "#compute";
import type { Terminal } from "./terminal.ts";

export type ProgressLine = {
  readonly show: (report: ProgressReport) => void;
  /** Takes the line away, so that the answer stands alone. */
  readonly clear: () => void;
};

/** A run shorter than this shows nothing: a line that flashes by tells nobody anything. */
const quietMs = 400;
const redrawMs = 100;

/**
 * How far a long run has got, on standard error. On a terminal one line is rewritten in place; anywhere else, and only
 * when asked for, each phase gets one line.
 */
export function progressLine(terminal: Terminal, wanted: boolean): ProgressLine {
  if (terminal.isInteractive) return rewrittenLine();
  if (wanted) return linePerPhase(terminal);
  return { show: () => {}, clear: () => {} };
}

function rewrittenLine(): ProgressLine {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show: (report) => {
      if (report.elapsedMs < quietMs || report.elapsedMs - drawnAt < redrawMs) return;
      drawnAt = report.elapsedMs;
      isShown = true;
      const text = progressText(report).slice(0, (process.stderr.columns || 80) - 1);
      process.stderr.write(`\r\u001b[2K${text}`);
    },
    clear: () => {
      if (isShown) process.stderr.write("\r\u001b[2K");
      isShown = false;
    },
  };
}

function linePerPhase(terminal: Terminal): ProgressLine {
  const told = new Set<string>();
  return {
    show: (report) => {
      if (told.has(report.phase)) return;
      told.add(report.phase);
      terminal.tell(`${report.phase} (${secondsText(report.elapsedMs)})`);
    },
    clear: () => {},
  };
}

/** `frontier  1,240 of 5,000  3.2 s  (Ctrl-C: stop here with what is proved)` */
export function progressText({ phase, done, of, elapsedMs }: ProgressReport): string {
  const share = of === undefined ? (done > 0 ? `  ${grouped(done)}` : "") : `  ${grouped(done)} of ${grouped(of)}`;
  return `${phase}${share}  ${secondsText(elapsedMs)}  (Ctrl-C: stop here with what is proved)`;
}

function secondsText(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
