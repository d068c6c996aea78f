import { expect, test } from "vitest";
import type { EngineMessage } from "../../electron/contract/messages.ts";
import { PacedSender } from "../../electron/link/paced-sender.ts";
import { progress } from "./fake-engine.ts";

const MB = 1024 * 1024;

/** A socket whose reader takes things when the test says so. */
class FakeOutlet {
  bufferedAmount = 0;
  readonly sent: EngineMessage[] = [];
  isTerminated = false;
  readonly #onSent: (() => void)[] = [];

  send(text: string, onSent: () => void): void {
    this.sent.push(JSON.parse(text) as EngineMessage);
    this.#onSent.push(onSent);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  drain(): void {
    this.bufferedAmount = 0;
    for (const onSent of this.#onSent.splice(0)) onSent();
  }
}

const reply: EngineMessage = { kind: "reply", id: 1, reply: { ok: true, value: "x" } };
const change: EngineMessage = {
  kind: "event",
  event: { name: "photo.changed", payload: { changes: [] } },
};

function report(done: number): EngineMessage {
  return { kind: "event", event: progress(done) };
}

test("a quick reader gets everything in order", () => {
  const outlet = new FakeOutlet();
  const sender = new PacedSender(outlet);

  for (const message of [report(1), reply, report(2), change]) sender.send(message);

  expect(outlet.sent).toEqual([report(1), reply, report(2), change]);
});

test("a slow reader gets the newest progress once it has caught up", () => {
  const outlet = new FakeOutlet();
  const sender = new PacedSender(outlet);
  sender.send(reply);
  outlet.bufferedAmount = 2 * MB;

  sender.send(report(1));
  sender.send(report(2));
  const before = [...outlet.sent];
  outlet.drain();

  expect(before).toEqual([reply]);
  expect(outlet.sent).toEqual([reply, report(2)]);
});

test("replies and changes reach a slow reader", () => {
  const outlet = new FakeOutlet();
  const sender = new PacedSender(outlet);
  outlet.bufferedAmount = 200 * MB;

  sender.send(reply);
  sender.send(change);

  expect(outlet.sent).toEqual([reply, change]);
});

test("a reader that has stopped reading is cut off by the next change, never by a reply", () => {
  const outlet = new FakeOutlet();
  const sender = new PacedSender(outlet);
  outlet.bufferedAmount = 300 * MB;

  sender.send(reply);
  const afterReply = outlet.isTerminated;
  sender.send(change);

  expect([afterReply, outlet.isTerminated]).toEqual([false, true]);
});
