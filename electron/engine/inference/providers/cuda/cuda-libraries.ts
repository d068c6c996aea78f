import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { onnxruntimeLibraries } from "../../onnxruntime-package.ts";

/**
 * What onnxruntime 1.30's CUDA provider is linked against, beyond its own files: CUDA 12 and cuDNN 9
 * (onnxruntime.ai/docs/execution-providers/CUDA-ExecutionProvider.html#requirements).
 */
const NEEDED = [
  { file: "libcudart.so.12", of: "CUDA 12" },
  { file: "libcublas.so.12", of: "CUDA 12" },
  { file: "libcublasLt.so.12", of: "CUDA 12" },
  { file: "libcurand.so.10", of: "CUDA 12" },
  { file: "libcufft.so.11", of: "CUDA 12" },
  { file: "libcudnn.so.9", of: "cuDNN 9" },
  { file: "libcuda.so.1", of: "NVIDIA's driver" },
] as const;

/** What npm may not carry, and the runtime's own installer fetches. */
export const CUDA_PROVIDER_FILES = [
  "libonnxruntime_providers_cuda.so",
  "libonnxruntime_providers_shared.so",
] as const;

export function isCudaInstalled(folder = onnxruntimeLibraries()): boolean {
  return CUDA_PROVIDER_FILES.every((file) => existsSync(path.join(folder, file)));
}

export interface LoaderView {
  /** What `ldconfig -p` prints; undefined where there is no such program. */
  readonly cache: string | undefined;
  /** As in LD_LIBRARY_PATH. */
  readonly folders: readonly string[];
}

/** Where this system's dynamic loader looks. */
export async function readLoader(env: NodeJS.ProcessEnv = process.env): Promise<LoaderView> {
  const cache = await printCache("/sbin/ldconfig").catch(() =>
    printCache("ldconfig").catch(() => undefined),
  );
  const folders = (env.LD_LIBRARY_PATH ?? "").split(":").filter((folder) => folder !== "");
  return { cache, folders };
}

async function printCache(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ["-p"], { maxBuffer: 64e6 });
  return stdout;
}

/** A product, and its files that are not found. */
export interface MissingLibrary {
  readonly name: string;
  readonly files: readonly string[];
}

/** What the CUDA provider needs and the loader would not find; empty where nothing is known. */
export function missingLibraries({ cache, folders }: LoaderView): MissingLibrary[] {
  if (cache === undefined) return [];
  const missing = NEEDED.filter(
    ({ file }) =>
      !cache.includes(`\t${file} `) &&
      !folders.some((folder) => existsSync(path.join(folder, file))),
  );
  return [...new Set(missing.map(({ of }) => of))].map((of) => {
    const files = missing.filter((each) => each.of === of).map(({ file }) => file);
    return { name: of, files };
  });
}
