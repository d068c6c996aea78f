import type { PowerMonitor } from "electron";
import type { Client } from "../contract/client.ts";
import { LibraryError } from "../contract/errors.ts";

type Power = Pick<PowerMonitor, "isOnBatteryPower"> & {
  on(event: "on-ac" | "on-battery", listener: () => void): unknown;
};

/**
 * Tells the engine whenever the plug is pulled or put back. Returns what tells it again: an engine that has
 * just been started knows nothing.
 */
export function tellPower(power: Power, client: Pick<Client<"shell">, "request">): () => void {
  const tell = (onBattery: boolean) => {
    client.request("machine.power", { onBattery }).catch((error: unknown) => {
      // An engine between two lives is told when it is back.
      if (!(error instanceof LibraryError)) throw error;
    });
  };
  power.on("on-battery", () => tell(true));
  power.on("on-ac", () => tell(false));
  return () => tell(power.isOnBatteryPower());
}
