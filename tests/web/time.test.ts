// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysUntil, formatDateTime, formatEuro, formatInstant, inForce, parseRomeDay, parseRomeLocal, toRomeDay, toRomeLocal, truncateToSecond } from "~/web/time";

describe("a moment typed in Europe/Rome", () => {
  test("is one hour ahead of UTC in winter and two in summer", () => {
    expect(parseRomeLocal("2026-12-12T12:00")?.toISOString()).toBe("2026-12-12T11:00:00.000Z");
    expect(parseRomeLocal("2026-07-12T12:00:30")?.toISOString()).toBe("2026-07-12T10:00:30.000Z");
  });

  test("that the change to summer time skips is not a moment", () => {
    expect(parseRomeLocal("2026-03-29T02:30")).toBeNull();
    expect(parseRomeLocal("2026-03-29T03:00")?.toISOString()).toBe("2026-03-29T01:00:00.000Z");
  });

  test("that the change back repeats is the second of the two", () => {
    expect(parseRomeLocal("2026-10-25T02:30")?.toISOString()).toBe("2026-10-25T01:30:00.000Z");
  });

  test.each(["", "domani", "2026-02-30T10:00", "2026-12-12", "2026-12-12T25:00"])("%j is not a moment", (text) => {
    expect(parseRomeLocal(text)).toBeNull();
  });

  test("comes back as it was typed", () => {
    const unambiguous = fc.date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2035-01-01T00:00:00Z"), noInvalidDate: true }).filter((d) => d.getUTCMonth() !== 9);
    fc.assert(fc.property(unambiguous, (instant) => parseRomeLocal(toRomeLocal(instant))?.getTime() === truncateToSecond(instant).getTime()));
  });
});

describe("a day typed in Europe/Rome", () => {
  test("begins at its midnight", () => {
    expect(parseRomeDay("2026-07-01")?.toISOString()).toBe("2026-06-30T22:00:00.000Z");
    expect(toRomeDay(new Date("2026-06-30T22:30:00Z"))).toBe("2026-07-01");
  });

  test.each(["2026-13-01", "1/7/2026", "2026-02-29"])("%j is not a day", (text) => {
    expect(parseRomeDay(text)).toBeNull();
  });
});

describe("dates and money on screen", () => {
  const noon = new Date("2026-12-11T11:00:00Z");

  test("are written as people write them", () => {
    expect(formatDateTime(noon, "it")).toBe("venerdì 11 dicembre 2026, ore 12:00");
    expect(formatInstant(noon, "it")).toBe("venerdì 11 dicembre 2026, ore 12:00:00");
    expect(formatDateTime(noon, "en")).toBe("Friday, 11 December 2026, 12:00");
    expect(formatEuro(123456789, "it")).toMatch(/^1\.234\.567,89\s€$/);
  });

  test("days are counted on the calendar, across the change of time", () => {
    expect(daysUntil(new Date("2026-03-30T10:00:00Z"), new Date("2026-03-28T22:30:00Z"))).toBe(2);
    expect(daysUntil(noon, new Date("2026-12-10T23:30:00Z"))).toBe(0);
  });
});

test("a period holds from its first instant and no longer at its end", () => {
  const [from, to] = [new Date(1000), new Date(2000)];
  fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), (at) => inForce({ validFrom: from, validTo: to }, new Date(at)) === (at >= 1000 && at < 2000)));
  expect(inForce({ validFrom: from, validTo: null }, new Date(9e12))).toBe(true);
});
