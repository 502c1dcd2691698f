// SPDX-License-Identifier: AGPL-3.0-or-later
import { daysUntil, truncateToSecond } from "~/web/time";

/** Whether what was received at the instant is in time: "entro le 12:00:00" takes in all of that second and nothing after it. */
export function inTime(receivedAt: Date, closesAt: Date): boolean {
  return truncateToSecond(receivedAt) <= closesAt;
}

type Window = { opensAt: Date | null; closesAt: Date | null };

/** Where an instant lies with respect to the days in which applications are received. */
export function windowAt({ opensAt, closesAt }: Window, now: Date): "unset" | "before" | "open" | "past" {
  if (!opensAt || !closesAt) return "unset";
  if (now < opensAt) return "before";
  return inTime(now, closesAt) ? "open" : "past";
}

/** How much is left, in the unit that people use: days, then hours, then minutes; message key of `procedures.left` and its count. */
export function timeLeft(closesAt: Date, now: Date): { unit: "days" | "hours" | "minutes"; count: number } {
  const days = daysUntil(closesAt, now);
  if (days > 0) return { unit: "days", count: days };
  const minutes = Math.max(0, Math.floor((closesAt.getTime() - now.getTime()) / 60_000));
  return minutes >= 60 ? { unit: "hours", count: Math.floor(minutes / 60) } : { unit: "minutes", count: minutes };
}
