import { EventEmitter } from "node:events";
import type { PowerMonitor } from "electron";
import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import type { Reply } from "../../electron/contract/client.ts";
import { tellPower } from "../../electron/main/power.ts";
import { FakeEngine } from "../link/fake-engine.ts";
import { until } from "../support/until.ts";

/** Stands for Electron's powerMonitor. */
class PowerStandIn extends EventEmitter implements Pick<PowerMonitor, "isOnBatteryPower"> {
  onBattery = false;

  isOnBatteryPower(): boolean {
    return this.onBattery;
  }
}

function start(answer?: () => Reply) {
  const engine = new FakeEngine(answer && { "machine.power": answer });
  const power = new PowerStandIn();
  const tellAgain = tellPower(power, createClient<"shell">(engine.connect(["shell"])));
  const told = () => engine.asked.map(({ name, input }) => ({ name, input }));
  return { power, tellAgain, told };
}

test("the engine is told when the plug is pulled and put back", async () => {
  const { power, told } = start();

  power.emit("on-battery");
  power.emit("on-ac");
  await until("both are told", () => told().length === 2);

  expect(told()).toEqual([
    { name: "machine.power", input: { onBattery: true } },
    { name: "machine.power", input: { onBattery: false } },
  ]);
});

test("the engine is told when the machine wakes up", async () => {
  const { power, told } = start();

  power.emit("resume");
  await until("it is told", () => told().length === 1);

  expect(told()).toEqual([{ name: "machine.resumed", input: {} }]);
});

test("an engine that was just started is told how things are", async () => {
  const { power, tellAgain, told } = start();
  power.onBattery = true;

  tellAgain();
  await until("it is told", () => told().length === 1);

  expect(told()[0]!.input).toEqual({ onBattery: true });
});

test("an engine that is being restarted cannot be told, which is no fault", async () => {
  const away: Reply = { ok: false, error: { code: "engine-unavailable", message: "restarting" } };
  const { power, told } = start(() => away);

  power.emit("on-battery");
  await until("it was tried", () => told().length === 1);
  await new Promise(setImmediate);
});
