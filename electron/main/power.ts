import type { PowerMonitor } from "electron";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";

type Power = Pick<PowerMonitor, "isOnBatteryPower"> & {
  on(event: "on-ac" | "on-battery" | "resume", listener: () => void): unknown;
};

/**
 * Tells the engine whenever the plug is pulled or put back, and when the machine wakes up. Returns what tells it again: an engine that has
 * just been started knows nothing.
 */
export function tellPower(power: Power, client: Pick<Client<"shell">, "request">): () => void {
  // An engine between two lives is told when it is back, and walks its folders then anyway.
  const unlessAway = (error: unknown) => {
    if (!(error instanceof LibraryError)) throw error;
  };
  const tell = (onBattery: boolean) => {
    client.request("machine.power", { onBattery }).catch(unlessAway);
  };
  power.on("on-battery", () => tell(true));
  power.on("on-ac", () => tell(false));
  power.on("resume", () => {
    client.request("machine.resumed", {}).catch(unlessAway);
  });
  return () => tell(power.isOnBatteryPower());
}
