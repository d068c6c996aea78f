/**
 * @file The messages between a client and the engine, the same over IPC and over a WebSocket: JSON.
 */
import { z } from "zod";
import type { Reply } from "./client.ts";
import type { WireError } from "./errors.ts";
import type { EngineEvent } from "./events.ts";

/** Raised whenever a message changes shape; a client of another version is refused by name. */
export const PROTOCOL = 1;

export const ClientMessage = z.discriminatedUnion("kind", [
  /** The first message on a WebSocket; the token is what owner.json or the page's address says. */
  z.object({ kind: z.literal("hello"), protocol: z.number(), token: z.string() }),
  z.object({
    kind: z.literal("request"),
    id: z.number().int(),
    name: z.string(),
    input: z.unknown(),
  }),
  /** Ends the engine: only the process that spawned it can say so. */
  z.object({ kind: z.literal("stop") }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

export type EngineMessage =
  /** Ready. `media` is the secret part of `/media/<secret>/…`, for pages only. */
  | { readonly kind: "welcome"; readonly protocol: number; readonly media?: string }
  /** The library could not be opened; the process ends after this. */
  | { readonly kind: "refused"; readonly error: WireError }
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply }
  | { readonly kind: "event"; readonly event: EngineEvent };
