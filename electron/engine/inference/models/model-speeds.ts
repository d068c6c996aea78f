import { ModelSpeed } from "../../../contract/model.ts";
import { readMachine, writeMachine } from "../machine-memory.ts";

const section = { name: "speeds", entry: ModelSpeed };

/** By the SHA-256 of the model's file: the last measurement of each on this machine. */
export function readSpeeds(): Promise<ReadonlyMap<string, ModelSpeed>> {
  return readMachine(section);
}

export function rememberSpeed(sha256: string, speed: ModelSpeed): Promise<void> {
  return writeMachine(section, sha256, speed);
}
