/** @file Before each file of tests: the texts of the window, in English whatever the machine speaks. Only tests of the window and of its guide say any. */
import { expect } from "vitest";

if (/[\\/]test[\\/](renderer|guide)[\\/]/.test(expect.getState().testPath ?? "")) {
  const { speak } = await import("../../renderer/src/messages/say.ts");
  await speak({ language: "en", locale: "en-US" });
}
