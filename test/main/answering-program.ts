/**
 * @file A program that speaks the engine's messages over IPC. Told to be deaf, it does not end when asked to.
 */
import type { ClientMessage } from "../../electron/contract/messages.ts";

const isDeaf = process.argv.includes("deaf");

process.on("message", (message: ClientMessage) => {
  if (message.kind === "stop" && !isDeaf) process.exit(0);
  if (message.kind !== "request") return;
  const value = { node: process.versions.node, pid: process.pid, input: message.input };
  process.send?.({ kind: "reply", id: message.id, reply: { ok: true, value } });
});
process.send?.({ kind: "welcome", protocol: 1 });
console.error("the engine says hello");
