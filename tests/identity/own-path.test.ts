// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "~/web/own-path";

describe("where a redirect may lead", () => {
  test.each(["/tavoli", "/tavoli/alzheimer?scheda=membri#storia", "/"])("%s is a page of ours", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  test.each(["https://altrove.example", "//altrove.example", "/\\altrove.example", "/\t/altrove.example", "/.//altrove.example", "javascript:alert(1)", "tavoli", "", null])(
    "%j is refused",
    (path) => {
      expect(ownPath(path)).toBeNull();
    },
  );

  test("whatever is asked, a browser stays on our site", () => {
    const piece = fc.constantFrom("/", "\\", ".", "..", "@", ":", "?", "#", "\t", "\n", " ", "%2f", "altrove.example", "http:", "a");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const own = ownPath(`/${pieces.join("")}`);
        if (own !== null) expect(new URL(own, "https://concerto.example/accesso").origin).toBe("https://concerto.example");
      }),
    );
  });
});
