import { within } from "./within.ts";

const LIMIT_MS = 5_000;

/** Whether this machine runs on its battery now; undefined where the system does not say. */
export function readOnBattery(): Promise<boolean | undefined> {
  return within<boolean | undefined>(LIMIT_MS, ask(), undefined);
}

async function ask(): Promise<boolean | undefined> {
  const { battery } = await import("systeminformation");
  const { hasBattery, acConnected } = await battery();
  return hasBattery && !acConnected;
}
