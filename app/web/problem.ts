// SPDX-License-Identifier: AGPL-3.0-or-later
/** The closed set of things that can go wrong in a way people are told about. */
export const problemKinds = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  broken: 500,
} as const;
export type ProblemKind = keyof typeof problemKinds;

export type MessageValues = Record<string, string | number>;

export type ProblemDetails = {
  /** Message key of the reason, e.g. "documents.readerOnly". */
  because: string;
  values?: MessageValues | undefined;
  /** For `invalid`: message key per form field. */
  fields?: Record<string, string> | undefined;
  /** For `tooMany`: seconds to wait. */
  retryAfterSeconds?: number | undefined;
};

/** An expected refusal. Thrown by use-cases, turned into a page or an answer at the edge. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly kind: ProblemKind,
    readonly details: ProblemDetails,
  ) {
    super(`${kind}: ${details.because}`);
    this.name = "Problem";
    this.status = problemKinds[kind];
  }

  /** What may leave the server. */
  toJSON(): { kind: ProblemKind } & ProblemDetails {
    return { kind: this.kind, ...this.details };
  }
}

export type ProblemShape = ReturnType<Problem["toJSON"]>;

/** Makes a Problem; the default reason of each kind is "web.problem.<kind>". */
export function problem(kind: ProblemKind, details: Partial<ProblemDetails> = {}): Problem {
  return new Problem(kind, { ...details, because: details.because ?? `web.problem.${kind}` });
}

/** True when a value read from the network has the shape of a problem. */
export function isProblemShape(value: unknown): value is ProblemShape {
  return typeof value === "object" && value !== null && "kind" in value && "because" in value;
}
