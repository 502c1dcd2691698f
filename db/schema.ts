// SPDX-License-Identifier: AGPL-3.0-or-later
export * from "./journal/schema";
export * from "./identity/schema";
export * from "./registry/schema";
export * from "./tables/schema";
export * from "./realtime/schema";
export * from "./documents/schema";
export * from "./documents/seals";
export * from "./documents/jobs";
export * from "./documents/contributions";
export * from "./meetings/schema";
export * from "./meetings/workshops";
export * from "./meetings/commitments";
export * from "./meetings/decisions";
export * from "./meetings/minutes";
export * from "./plan/schema";
export * from "./procedures/schema";
export * from "./notices/schema";
