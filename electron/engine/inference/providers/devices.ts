import type { GraphicsCard } from "../../machine/graphics.ts";
import type { Execution, Provider } from "../provider-choice.ts";

/** One of several cards that a provider may run on. */
export interface Device {
  readonly id: number;
  readonly name: string;
}

/**
 * The devices that a provider lets choose from, best first; empty where there is no choice. CUDA counts
 * NVIDIA's cards by their slots (CUDA_DEVICE_ORDER is set so), DirectML every card of the system; CoreML and
 * WebGPU take what they find.
 */
export function devicesOf(provider: Provider, cards: readonly GraphicsCard[]): readonly Device[] {
  const own = cards.filter(
    ({ name, vendor }) =>
      provider === "dml" || (provider === "cuda" && /nvidia/i.test(`${vendor} ${name}`)),
  );
  return own.length > 1 ? own.map(({ name }, id) => ({ id, name })) : [];
}

/** What may be tried of a provider: each of its devices, or simply itself. */
export function executionsOf(provider: Provider, cards: readonly GraphicsCard[]): Execution[] {
  const devices = devicesOf(provider, cards);
  if (devices.length === 0) return [{ provider }];
  return devices.map(({ id }) => ({ provider, deviceId: id }));
}

/** As people are told of a device and give it back: "1: NVIDIA RTX 4090". */
export function deviceText({ id, name }: Device): string {
  return `${id}: ${name}`;
}

/** The number in front of what {@link deviceText} gave, or alone; undefined for anything else. */
export function deviceIdOf(text: string): number | undefined {
  const digits = /^(\d{1,3})(?::|$)/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
