import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { access, constants, rm } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../../../contract/errors.ts";
import { onnxruntimeFolder, onnxruntimeLibraries } from "../../onnxruntime-package.ts";
import { CUDA_PROVIDER_FILES, isCudaInstalled } from "./cuda-libraries.ts";

/** The runtime's own installer, or what stands for it in a test. */
export interface CudaInstaller {
  readonly script: string;
  /** Where it puts the libraries. */
  readonly folder: string;
  /** As process.platform and process.arch, joined by "/". */
  readonly system: string;
}

/** What the installer writes for Linux x64: the provider's own files, and one that nothing here uses. */
const WRITTEN = [...CUDA_PROVIDER_FILES, "libonnxruntime_providers_tensorrt.so"];
/** A few hundred megabytes, over a slow line; beyond this it hangs. */
const LIMIT_MS = 30 * 60_000;

function runtimeInstaller(): CudaInstaller {
  return {
    script: path.join(onnxruntimeFolder(), "script", "install.js"),
    folder: onnxruntimeLibraries(),
    system: `${process.platform}/${process.arch}`,
  };
}

/**
 * Fetches onnxruntime's CUDA libraries with its own installer, into its own folder; does nothing where they
 * are there. Rejects with `provider-unavailable` where CUDA cannot run or the folder may not be written,
 * and with `download-failed` when the installer fails, which then leaves nothing behind.
 */
export async function installCuda(installer: CudaInstaller = runtimeInstaller()): Promise<void> {
  const { script, folder, system } = installer;
  if (system !== "linux/x64")
    throw unavailable(`Expected Linux on x64, where onnxruntime has CUDA, but got ${system}`);
  if (isCudaInstalled(folder)) return;
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw unavailable(
      `Expected to write onnxruntime's CUDA libraries into ${folder} but it is read-only here. ` +
        "An app that was unpacked into a folder of yours, or the source, can be added to.",
      cause,
    );
  });
  const formerly = new Set(WRITTEN.filter((file) => existsSync(path.join(folder, file))));
  const complaint = await run(script);
  if (complaint === undefined && isCudaInstalled(folder)) return;
  const added = WRITTEN.filter((file) => !formerly.has(file));
  await Promise.all(added.map((file) => rm(path.join(folder, file), { force: true })));
  const got = complaint ?? "it ended without them";
  const message = `Expected onnxruntime's installer to fetch its CUDA libraries but got: ${got}`;
  throw new LibraryError("download-failed", message);
}

/** Undefined when it ended well; otherwise what it complained of. */
function run(script: string): Promise<string | undefined> {
  const child = spawn(process.execPath, [script], {
    env: installerEnvironment(process.env),
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
    timeout: LIMIT_MS,
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => {
      if (code === 0) resolve(undefined);
      else resolve(complaintIn(said) ?? `it ended with ${signal ?? `code ${code}`}`);
    });
  });
}

/** The sentence of the error that Node prints among its stack. */
function complaintIn(said: string): string | undefined {
  return /^\w*Error: (.+)$/m.exec(said)?.[1]?.trim();
}

/**
 * The installer obeys this variable before all else, and only so: npm's own `onnxruntime-node-install=skip`
 * of this project, which npm hands to its scripts, would make it do nothing and say nothing; and of
 * `cuda12`, the value that it documents, 1.30's parseInstallFlag makes nothing either.
 */
function installerEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^npm_/i.test(name));
  const proxy = env.HTTPS_PROXY ?? env.https_proxy;
  return {
    ...Object.fromEntries(own),
    NODE_OPTIONS: "",
    ONNXRUNTIME_NODE_INSTALL: "true",
    ...(proxy !== undefined && { GLOBAL_AGENT_HTTPS_PROXY: proxy }),
  };
}

function unavailable(message: string, cause?: unknown): LibraryError {
  return new LibraryError("provider-unavailable", message, { cause });
}
