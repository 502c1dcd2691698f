// SPDX-License-Identifier: AGPL-3.0-or-later
/** The base class for stores of rate-limiter-flexible, which the package ships without types of its inner methods. */
declare module "rate-limiter-flexible/lib/RateLimiterStoreAbstract.js" {
  import type { RateLimiterRes } from "rate-limiter-flexible";

  export default abstract class RateLimiterStoreAbstract<Row> {
    constructor(options: { keyPrefix: string; points: number; duration: number });
    readonly points: number;
    consume(key: string, points?: number): Promise<RateLimiterRes>;
    reward(key: string, points?: number): Promise<RateLimiterRes>;
    delete(key: string): Promise<boolean>;
    protected abstract _getRateLimiterRes(key: string, changed: number, row: Row): RateLimiterRes;
    protected abstract _upsert(key: string, points: number, milliseconds: number, forceExpire: boolean): Promise<Row>;
    protected abstract _get(key: string): Promise<Row | null>;
    protected abstract _delete(key: string): Promise<boolean>;
  }
}
