import os from "node:os";
import { once } from "../support/once.ts";
import { within } from "./within.ts";

export interface SystemFacts {
  readonly name: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
}

const LIMIT_MS = 5_000;

/** What people would say this machine is. */
export async function readSystem(): Promise<SystemFacts> {
  return {
    name: await systemName(),
    processor: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryBytes: os.totalmem(),
  };
}

/** "Debian GNU/Linux 12 (x64)"; asked once. */
const systemName = once(async () => {
  const { osInfo } = await import("systeminformation");
  const ask = async () => {
    const { distro, release } = await osInfo();
    return `${distro} ${release}`.trim();
  };
  return `${await within(LIMIT_MS, ask(), `${os.type()} ${os.release()}`)} (${os.arch()})`;
});
