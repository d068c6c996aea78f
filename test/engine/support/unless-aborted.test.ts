import { expect, test } from "vitest";
import { unlessAborted } from "../../../electron/engine/support/unless-aborted.ts";

const never = new Promise<string>(() => {});

test("work that is done in time is answered", async () => {
  expect(await unlessAborted(Promise.resolve("done"), new AbortController().signal)).toBe("done");
});

test("work that goes on is not waited for when the signal comes, or has come", async () => {
  const ending = new AbortController();
  const waiting = unlessAborted(never, ending.signal);

  ending.abort();

  await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
  await expect(unlessAborted(never, ending.signal)).rejects.toMatchObject({ code: "cancelled" });
});

test("work that fails afterwards troubles nobody", async () => {
  const { promise, reject } = Promise.withResolvers<string>();
  const ending = new AbortController();
  const waiting = unlessAborted(promise, ending.signal);
  ending.abort();
  await expect(waiting).rejects.toMatchObject({ code: "cancelled" });

  reject(new Error("too late"));

  // An unhandled rejection would fail the run.
  await expect(promise).rejects.toThrow("too late");
});
