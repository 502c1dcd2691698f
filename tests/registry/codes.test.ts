// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseCode, whyNotBodyFiscalCode, whyNotPec, whyNotPersonFiscalCode, whyNotVatNumber } from "~/registry";
import { checkLetter, withoutSubstitutions } from "~/registry/fiscal-code";
import { checkDigit } from "~/registry/vat-number";

const tenDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 }).map((digits) => digits.join(""));
const elevenDigits = tenDigits.map((ten) => ten + checkDigit(ten)).filter((code) => !/^0+$/.test(code));

describe("the fiscal code of a person", () => {
  test.each(["RSSMRA79B11C566R", "RSSMRA80A01F205X", "MRTMTT25D09F205Z", "RSSMRA80A41F205B", "RSSMRA80A01F20RS", "RSSMRAULALMFNLRD"])(
    "%s is good",
    (code) => expect(whyNotPersonFiscalCode(code)).toBeNull(),
  );

  test.each([
    ["RSSMRA80A01F205Y", "registry.fiscalCode.checkLetter"],
    ["RSSMRA80A41F205X", "registry.fiscalCode.checkLetter"],
    ["RSSMRA80A32F205F", "registry.fiscalCode.day"],
    ["RSSMRA80F01F205J", "registry.fiscalCode.shape"],
    ["RSSMRA80A01F205", "registry.fiscalCode.sixteen"],
    ["RSSMRA80A01F205XX", "registry.fiscalCode.sixteen"],
    ["rssmra80a01f205x", "registry.fiscalCode.shape"],
  ])("%s is not: %s", (code, why) => expect(whyNotPersonFiscalCode(code)).toBe(why));

  test("lower case and spaces are accepted once normalised, and the prefix of an identity provider falls away", () => {
    expect(whyNotPersonFiscalCode(normaliseCode(" rss mra 80a01 f205x "))).toBeNull();
    expect(normaliseCode("TINIT-RSSMRA80A01F205X")).toBe("RSSMRA80A01F205X");
    expect(normaliseCode("VATIT-01199250158")).toBe("01199250158");
    expect(normaliseCode("IT01199250158")).toBe("01199250158");
  });

  test("a temporary code of eleven digits is good too", () => {
    expect(whyNotPersonFiscalCode("12345678903")).toBeNull();
    expect(whyNotPersonFiscalCode("12345678904")).toBe("registry.fiscalCode.checkDigit");
  });

  test("whatever digits omocodia replaces, the data behind the code are the same", () => {
    const plain = "RSSMRA80A01F205X";
    const places = [6, 7, 9, 10, 12, 13, 14];
    fc.assert(
      fc.property(fc.subarray(places), (replaced) => {
        const characters = [...plain.slice(0, 15)];
        for (const place of replaced) characters[place] = "LMNPQRSTUV"[Number(characters[place])]!;
        const fifteen = characters.join("");
        const code = fifteen + checkLetter(fifteen);
        expect(whyNotPersonFiscalCode(code)).toBeNull();
        expect(withoutSubstitutions(code)).toBe(plain);
      }),
    );
  });

  test("the 29th of February is a day, the 30th is not", () => {
    const withDay = (day: string) => `RSSMRA80B${day}F205`;
    expect(whyNotPersonFiscalCode(withDay("29") + checkLetter(withDay("29")))).toBeNull();
    expect(whyNotPersonFiscalCode(withDay("70") + checkLetter(withDay("70")))).toBe("registry.fiscalCode.day");
    expect(whyNotPersonFiscalCode(withDay("40") + checkLetter(withDay("40")))).toBe("registry.fiscalCode.day");
  });
});

describe("the eleven digits of bodies", () => {
  test.each(["01199250158", "80143490581", "97123450153", "12345678903"])("%s is good", (code) => {
    expect(whyNotVatNumber(code)).toBeNull();
    expect(whyNotBodyFiscalCode(code)).toBeNull();
  });

  test.each([
    ["01199250159", "registry.vatNumber.checkDigit"],
    ["1234567890", "registry.vatNumber.elevenDigits"],
    ["00000000000", "registry.vatNumber.checkDigit"],
  ])("%s is not: %s", (code, why) => expect(whyNotVatNumber(code)).toBe(why));

  test("any single digit written wrong is found", () => {
    fc.assert(
      fc.property(elevenDigits, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (code, place, step) => {
        const wrong = (Number(code[place]) + step) % 10;
        const changed = code.slice(0, place) + wrong + code.slice(place + 1);
        expect(whyNotVatNumber(code)).toBeNull();
        expect(whyNotVatNumber(changed)).not.toBeNull();
        expect(whyNotBodyFiscalCode(changed)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test("a person's code in a body's field is said to be of the wrong kind, right or wrong as it may be", () => {
    for (const code of ["RSSMRA80A01F205X", "RSSMRA80A01F205Y", "RSSMRAULALMFNLRD"]) {
      expect(whyNotBodyFiscalCode(code)).toBe("registry.fiscalCode.ofPerson");
      expect(whyNotVatNumber(code)).toBe("registry.vatNumber.elevenDigits");
    }
  });
});

describe("a certified address", () => {
  test.each(["ente@pec.it", "protocollo.generale@postacert.comune.example.it", "a-b_c@legalmail.it"])("%s has the right form", (address) => {
    expect(whyNotPec(address)).toBeNull();
  });
  test.each(["ente", "@pec.it", "ente@pec", "ente@@pec.it", "en te@pec.it", "ente@-pec.it", ".ente@pec.it", "ente@pec..it"])("%s has not", (address) => {
    expect(whyNotPec(address)).toBe("registry.pec.shape");
  });
});
