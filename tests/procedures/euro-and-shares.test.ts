// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_CENTS, parseEuro, writeEuro } from "~/procedures/euro";
import { missingShare, parsePercent, WHOLE, writePercent } from "~/procedures/shares";

const cents = fc.integer({ min: 0, max: MAX_CENTS });

describe("an amount in euro", () => {
  test("written as Italians do is read back to the same cents", () => {
    fc.assert(fc.property(cents, (amount) => { expect(parseEuro(writeEuro(amount))).toBe(amount); }));
  });

  test("is the same with or without dots, sign and spaces", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const written = writeEuro(amount);
        expect(parseEuro(written.replaceAll(".", ""))).toBe(amount);
        expect(parseEuro(` € ${written}\u00a0`)).toBe(amount);
      }),
    );
  });

  test.each([["1.234,56", 123456], ["1234,5", 123450], ["0,01", 1], ["12", 1200], ["1.234", 123400], ["300.000,00", 30000000], ["0", 0]])("%s is %i cents", (text, amount) => {
    expect(parseEuro(text)).toBe(amount);
  });

  test.each(["", "uno", "12.34", "1,234", "1.23,4", "1,2,3", "-5", "1e3", "1.2345", "10,005", "12.3456,00", "=1+1", "99999999999999"])("%s is not an amount", (text) => {
    expect(parseEuro(text)).toBeNull();
  });
});

describe("shares", () => {
  test("written with a comma are read back the same", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: WHOLE }), (share) => { expect(parsePercent(writePercent(share))).toBe(share); }));
  });

  test("three times 33,33 leave one hundredth; 33,34 closes it", () => {
    expect(missingShare([3333, 3333, 3333])).toBe(1);
    expect(missingShare([3333, 3333, 3334])).toBe(0);
    expect(missingShare([null, 10_000])).toBe(0);
    expect(missingShare([6000, 5000])).toBe(-1000);
  });

  test.each(["100,01", "33,333", "-1", "mezzo", ""])("%s is not a share", (text) => {
    expect(parsePercent(text)).toBeNull();
  });
});
