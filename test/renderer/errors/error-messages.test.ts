import { expect, test } from "vitest";
import { errorCodes, LibraryError } from "../../../electron/contract/errors.ts";
import { tell } from "../../../electron/texts/tell.ts";
import { toldError } from "../../../electron/texts/told-error.ts";
import { errorMessages } from "../../../renderer/src/errors/error-messages.ts";
import { toShownError } from "../../../renderer/src/errors/show-error.ts";
import { es } from "../../../renderer/src/messages/es/es.ts";
import { say, speak } from "../../../renderer/src/messages/say.ts";

test.each(errorCodes)("%s has a sentence that ends like one", (code) => {
  expect(say(errorMessages[code].text)).toMatch(/^[A-Z].+\.$/);
});

test("a failure that the engine told in its own words is shown so, in the language of the window", async () => {
  const taken = toldError("album-invalid", tell("refused.album.taken", { name: "Best" }));
  const english = toShownError(taken).text;
  await speak({ language: "es", locale: "es" });
  const spanish = toShownError(taken).text;
  const newer = { key: "refused.of-tomorrow", args: {} };
  const unknown = toShownError(
    new LibraryError("tag-into-itself", "Not so.", { told: newer }),
  ).text;
  await speak({ language: "en", locale: "en-US" });

  expect([english, spanish, unknown]).toEqual([
    "There is an album called Best already.",
    "Ya hay un álbum llamado Best.",
    es["error.tag-into-itself"],
  ]);
});

test("an anticipated failure is told by its code", () => {
  expect(toShownError(new LibraryError("disk-full", "expected 1 GB but got 0")).text).toBe(
    "The disk with the library is full. This edit is not saved; earlier ones are.",
  );
});
