import { log } from "./log.ts";

/** For work that nobody waits for: the log is where its failure is told. `what` completes "could not …". */
export function inBackground(what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => log.error(`could not ${what}`, error));
}
