import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, type Reply } from "../../../electron/contract/client.ts";
import type { LabelSuggestion } from "../../../electron/contract/label.ts";
import { LabelCompletion } from "../../../renderer/src/library/label-completion.ts";

const dog: LabelSuggestion = { word: "dog", term: "dog", family: "animal", count: 12 };
const door: LabelSuggestion = { word: "door", term: "door", family: null, count: 3 };

let asked: { readonly text: string; readonly answer: (reply: Reply) => void }[];
let shown: readonly LabelSuggestion[];
let completion: LabelCompletion;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  shown = [];
  const client = createClient({
    send: (_name, input) =>
      new Promise<Reply>((answer) =>
        asked.push({ text: (input as { text: string }).text, answer }),
      ),
    subscribe: () => () => {},
  });
  completion = new LabelCompletion(client, (found) => (shown = found));
});
afterEach(() => {
  vi.useRealTimers();
});

test("a word typed at speed is one question", async () => {
  for (const text of ["d", "do", "dog"]) completion.look(text);
  await vi.runAllTimersAsync();

  expect(asked.map(({ text }) => text)).toEqual(["dog"]);
});

test("an answer that was overtaken is dropped", async () => {
  completion.look("do");
  await vi.runAllTimersAsync();
  completion.look("dog");
  await vi.runAllTimersAsync();
  asked[1]!.answer({ ok: true, value: [dog] });
  asked[0]!.answer({ ok: true, value: [dog, door] });
  await vi.runAllTimersAsync();

  expect(shown).toEqual([dog]);
});

test("what still fits stays while the next answer is on its way", async () => {
  completion.look("do");
  await vi.runAllTimersAsync();
  asked[0]!.answer({ ok: true, value: [dog, door] });
  await vi.runAllTimersAsync();
  completion.look("Dog");

  expect(shown).toEqual([dog]);
});

test("nothing to complete shows nothing, whatever is still answered", async () => {
  completion.look("do");
  await vi.runAllTimersAsync();
  completion.look(undefined);
  asked[0]!.answer({ ok: true, value: [dog] });
  await vi.runAllTimersAsync();

  expect(shown).toEqual([]);
});

test("an engine that is away leaves typing alone", async () => {
  completion.look("do");
  await vi.runAllTimersAsync();
  asked[0]!.answer({ ok: false, error: { code: "engine-unavailable", message: "away" } });
  await vi.runAllTimersAsync();

  expect(shown).toEqual([]);
});
