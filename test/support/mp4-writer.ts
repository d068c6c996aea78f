export interface Mp4Options {
  readonly brand?: string;
  readonly durationSeconds?: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Clockwise, by the track's matrix. */
  readonly isTurned?: boolean;
  readonly createdAt?: Date;
  /** 64-bit times, version 1 of both headers. */
  readonly isLong?: boolean;
  /** Where cameras put the header: behind the pictures. */
  readonly isHeaderLast?: boolean;
}

const UNITS_PER_SECOND = 600;
const EPOCH_SECONDS = 2_082_844_800;

/** An MP4 file with the boxes that say what it is, and pictures of zeros. */
export function writeMp4(options: Mp4Options = {}): Buffer {
  const { brand = "isom", isHeaderLast = false } = options;
  const type = box("ftyp", Buffer.from(`${brand}\0\0\0\0${brand}`, "latin1"));
  const sound = box("trak", box("tkhd", trackHeader({ ...options, widthPx: 0, heightPx: 0 })));
  const picture = box("trak", box("tkhd", trackHeader(options)));
  const movie = box("moov", Buffer.concat([box("mvhd", movieHeader(options)), sound, picture]));
  const pictures = box("mdat", Buffer.alloc(1000));
  return Buffer.concat(isHeaderLast ? [type, pictures, movie] : [type, movie, pictures]);
}

export function box(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(content.length + 8, 0);
  header.write(type, 4, "latin1");
  return Buffer.concat([header, content]);
}

/** ISO/IEC 14496-12, 8.2.2, up to the duration, and the rest as zeros. */
function movieHeader({ durationSeconds = 0, createdAt, isLong = false }: Mp4Options): Buffer {
  const created = createdAt ? createdAt.getTime() / 1000 + EPOCH_SECONDS : 0;
  const duration = Math.round(durationSeconds * UNITS_PER_SECOND);
  const times = isLong
    ? [long(created), long(created), int(UNITS_PER_SECOND), long(duration)]
    : [int(created), int(created), int(UNITS_PER_SECOND), int(duration)];
  return Buffer.concat([int(isLong ? 1 << 24 : 0), ...times, Buffer.alloc(80)]);
}

/** 8.3.2. */
function trackHeader(options: Mp4Options): Buffer {
  const { isLong = false, isTurned = false, widthPx = 640, heightPx = 480 } = options;
  const one = 65536;
  const turn = isTurned ? [0, one, 0, -one, 0, 0] : [one, 0, 0, 0, one, 0];
  return Buffer.concat([
    int(isLong ? 1 << 24 : 0),
    Buffer.alloc(isLong ? 32 : 20),
    Buffer.alloc(16),
    ...[...turn, 0, 0, 0x40000000].map(int),
    int(widthPx * one),
    int(heightPx * one),
  ]);
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
