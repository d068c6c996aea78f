/** Facts from the file itself; what it does not say is absent. */
export interface PhotoFacts {
  /** ISO 8601 local wall time, with an offset only where the file says one. */
  readonly takenAt?: string;
  readonly camera?: string;
  readonly lens?: string;
  /** f-number. */
  readonly aperture?: number;
  readonly exposureSeconds?: number;
  readonly iso?: number;
  readonly focalLengthMm?: number;
  /** Decimal degrees, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
}
