import { expect, test, vi } from "vitest";
import { listProvidersOnce } from "../../../../../electron/engine/inference/providers/probe/listed-providers.ts";
import { tempFolder } from "../../../../support/temp-folder.ts";

test("what onnxruntime can load is asked of a process once for a build, and again where the answer was none", async () => {
  await using temp = await tempFolder();
  vi.stubEnv("SEMBLANCE_USER_MODELS", temp.at("models"));
  const providers = [{ name: "cpu", bundled: true }];
  let asked = 0;
  const refuse = () => Promise.resolve({ kind: "refused", reason: "no library" } as const);
  const list = () => {
    asked += 1;
    return Promise.resolve({ kind: "listed", providers } as const);
  };

  await expect(listProvidersOnce(refuse)).rejects.toThrow(/list its providers but got: no library/);
  const first = await listProvidersOnce(list);
  const second = await listProvidersOnce(list);
  vi.unstubAllEnvs();

  expect([first, second, asked]).toEqual([providers, providers, 1]);
});
