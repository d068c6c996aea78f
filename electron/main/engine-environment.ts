/**
 * What the engine may inherit. Everything else stays behind: NODE_OPTIONS, ELECTRON_* and LD_LIBRARY_PATH,
 * which an AppImage sets, would break or subvert it.
 */
const INHERITED: readonly RegExp[] = [
  /^(HOME|USER|LOGNAME|LANG|LANGUAGE|LC_\w+|TZ|PATH|TMPDIR|XDG_\w+)$/,
  /^(SYSTEMROOT|WINDIR|SYSTEMDRIVE|USERPROFILE|USERNAME|APPDATA|LOCALAPPDATA|PROGRAMDATA|TEMP|TMP|PATHEXT)$/,
  // Which graphics card to use, and where its libraries are.
  /^(CUDA_\w+|NVIDIA_\w+|ROCR_VISIBLE_DEVICES|VK_\w+)$/,
  // The way out for model downloads.
  /^(HTTPS?_PROXY|NO_PROXY|ALL_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR))$/,
  /^SEMBLANCE_\w+$/,
];

/** Decoding and file reading wait on libuv's threads: four, its default, starve a big machine. */
const LEAST_THREADS = 4;

/**
 * What the engine's Node is started with, in front of its program. V8 gives what was just made up to three times 64 MB, and
 * keeps it; 16 are as fast here and 130 MB less.
 */
export const ENGINE_FLAGS: readonly string[] = ["--max-semi-space-size=16"];

type Environment = Readonly<Record<string, string | undefined>>;

export function engineEnvironment(env: Environment, cores: number): Record<string, string> {
  const inherited = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && INHERITED.some((names) => names.test(entry[0].toUpperCase())),
  );
  return {
    ...Object.fromEntries(inherited),
    UV_THREADPOOL_SIZE: String(Math.max(LEAST_THREADS, cores)),
    // glibc keeps a heap for each of LanceDB's threads, and raises the size from which memory goes back to the system
    // whenever it sees a large block freed: 8,000 photos left 750 MB and growing, with these 620 MB and level. They cost
    // no time; other systems ignore them.
    MALLOC_ARENA_MAX: "2",
    MALLOC_TRIM_THRESHOLD_: "131072",
    MALLOC_MMAP_THRESHOLD_: "131072",
  };
}
