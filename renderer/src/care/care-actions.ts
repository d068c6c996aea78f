import type { ErrorCode } from "../../../electron/contract/errors.ts";

/** What can be done about photos that are missing or could not be shown. */
export interface CareActions {
  /** All that failed for this reason. */
  readonly retry: (code: ErrorCode) => void;
  /** The selected ones, or without a selection all that are shown. */
  readonly retryShown: () => void;
  readonly forgetShown: () => void;
  /** Looks at every folder again. */
  readonly check: () => void;
  /** The files are somewhere else: asks where. */
  readonly locate: () => void;
}

/** Which photos the bar is about. */
export type CareKind = "failed" | "missing";

/** What a search is about: only missing, or only failed photos; undefined for any other. */
export function careKind(query: string): CareKind | undefined {
  const words = query.split(/\s+/);
  // With alternatives it finds others as well.
  if (words.some((word) => word === "OR" || word.startsWith("("))) return undefined;
  if (words.includes("is:missing")) return "missing";
  return words.includes("is:failed") ? "failed" : undefined;
}
