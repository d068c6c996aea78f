/**
 * @file The engine's log: standard error, so that standard output carries results alone.
 */

function write(level: string, message: string, detail?: unknown): void {
  const extra = detail instanceof Error ? (detail.stack ?? detail.message) : detail;
  const line = extra === undefined ? message : `${message} ${toText(extra)}`;
  process.stderr.write(`${new Date().toISOString()} ${level} ${line}\n`);
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

export const log = {
  info: (message: string, detail?: unknown) => write("info", message, detail),
  warn: (message: string, detail?: unknown) => write("warn", message, detail),
  error: (message: string, detail?: unknown) => write("error", message, detail),
};
