/**
 * @file `npm run install-cuda`: fetches onnxruntime's CUDA libraries, and says what else an NVIDIA card needs.
 * Only on Linux x64, and only when asked for: they are hundreds of megabytes.
 */
import { LibraryError } from "../electron/contract/errors.ts";
import {
  missingLibraries,
  readLoader,
} from "../electron/engine/inference/providers/cuda/cuda-libraries.ts";
import { installCuda } from "../electron/engine/inference/providers/cuda/install-cuda.ts";
import { assertNodeMajor } from "./project.ts";

async function main(): Promise<number> {
  try {
    console.log("Fetching onnxruntime's CUDA libraries, which are hundreds of megabytes…");
    await installCuda();
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    console.error(`install-cuda: ${error.message}`);
    return 1;
  }
  console.log("onnxruntime's CUDA libraries are installed.");
  const missing = missingLibraries(await readLoader());
  for (const sentence of missing) console.log(sentence);
  console.log(
    missing.length === 0
      ? "Nothing else is missing. `npm run semblance -- doctor --probe` tries it."
      : "Install what is missing (CUDA 12, cuDNN 9), then `npm run semblance -- doctor --probe` tries it.",
  );
  return 0;
}

if (import.meta.main) {
  assertNodeMajor();
  process.exitCode = await main();
}
