/** Where a command writes, and what that place can show. */
export type Terminal = {
  /** The answer: standard output. */
  readonly print: (text: string) => void;
  /** Everything else: mistakes, progress, what was written where. */
  readonly tell: (text: string) => void;
  readonly columns: number;
  readonly colour: boolean;
  readonly isInteractive: boolean;
};

/** Lines longer than this are hard to read, however wide the window is. */
const widest = 110;
const narrowest = 40;
const piped = 80;

export function terminalOf(process: NodeJS.Process): Terminal {
  const { stdout, stderr, env } = process;
  return {
    print: (text) => void stdout.write(withNewline(text)),
    tell: (text) => void stderr.write(withNewline(text)),
    columns: Math.max(narrowest, Math.min(widest, (stdout.isTTY && stdout.columns) || piped)),
    colour: wantsColour(env, stdout.isTTY === true),
    isInteractive: stderr.isTTY === true,
  };
}

/** NO_COLOR wins when it is set to anything (no-color.org); then FORCE_COLOR, "0" meaning no; then the terminal itself. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal && env.TERM !== "dumb";
}

function withNewline(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

const codes = { red: [31, 39], yellow: [33, 39], green: [32, 39], bold: [1, 22], dim: [2, 22] } as const;

export function paint(text: string, colour: keyof typeof codes): string {
  const [on, off] = codes[colour];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
