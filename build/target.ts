/** What a package runs on, in Node's words. */
export interface Target {
  readonly platform: string;
  readonly arch: string;
}

/** What a file of native code was made for; undefined when it is none. */
export function binaryTarget(start: Uint8Array): Target | undefined {
  const bytes = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (bytes.byteLength < 64) return undefined;
  const magic = bytes.getUint32(0);
  if (magic === 0x7f454c46) return named("linux", ELF[bytes.getUint16(18, true)]);
  if (magic === 0xcffaedfe) return named("darwin", MACH_O[bytes.getUint32(4, true)]);
  if (magic >>> 16 === 0x4d5a) return windowsTarget(bytes);
  return undefined;
}

const ELF: Readonly<Record<number, string>> = { 0x3e: "x64", 0xb7: "arm64" };
const MACH_O: Readonly<Record<number, string>> = { 0x01000007: "x64", 0x0100000c: "arm64" };
const PE: Readonly<Record<number, string>> = { 0x8664: "x64", 0xaa64: "arm64" };

/** The old header says where the new one is. */
function windowsTarget(bytes: DataView): Target | undefined {
  const header = bytes.getUint32(60, true);
  if (header + 6 > bytes.byteLength || bytes.getUint32(header) !== 0x50450000) return undefined;
  return named("win32", PE[bytes.getUint16(header + 4, true)]);
}

function named(platform: string, arch = "unknown"): Target {
  return { platform, arch };
}
