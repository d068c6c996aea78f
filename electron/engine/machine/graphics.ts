import { within } from "./within.ts";

/** A graphics card, or what stands for one. */
export interface GraphicsCard {
  readonly name: string;
  readonly vendor: string;
  /** The driver's version, where the system tells it. */
  readonly driver: string | null;
  /** Sorts cards as they sit in the machine; "" where it is unknown. */
  readonly bus: string;
}

/** Windows answers through PowerShell, which takes a second or two; beyond this it hangs. */
const LIMIT_MS = 8_000;

let known: Promise<readonly GraphicsCard[]> | undefined;

/** Every card of this machine, in the order of their slots; none where the system does not say. Asked once. */
export function readGraphics(): Promise<readonly GraphicsCard[]> {
  known ??= within(LIMIT_MS, ask(), []);
  return known;
}

async function ask(): Promise<readonly GraphicsCard[]> {
  const { graphics } = await import("systeminformation");
  const { controllers } = await graphics();
  return controllers
    .map(({ name, model, vendor, driverVersion, pciBus, busAddress }) => ({
      name: firstWord([name, model, vendor]) ?? "unnamed",
      vendor,
      driver: firstWord([driverVersion]) ?? null,
      bus: pciBus ?? busAddress ?? "",
    }))
    .sort((a, b) => a.bus.localeCompare(b.bus));
}

/** Some drivers leave a name empty instead of out. */
function firstWord(texts: readonly (string | undefined)[]): string | undefined {
  return texts.map((text) => text?.trim()).find((text) => text !== undefined && text !== "");
}
