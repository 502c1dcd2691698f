// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inTime, timeLeft, windowAt } from "~/procedures/deadline";
import { events, type Facts, kinds, machines, missingFor, phases, stateAt, states } from "~/procedures/machine";
import { noticeLacks } from "~/procedures/notice";
import { lintNotice } from "~/procedures/notice-lint";
import { notice } from "./scene";

const facts: Facts = { noticeLacks: [], noticeWarnings: 0, justified: false, window: "past", received: 1, undecided: 0, opened: false, reason: "Motivo", later: true };

describe("the machine of a procedure", () => {
  test("leads only to states it knows, and every state belongs to a phase or is a revocation", () => {
    for (const kind of kinds) {
      for (const { from, to } of machines[kind]) for (const state of [...from, to]) expect([...states, null, "same"]).toContain(state);
      const shown = phases[kind].flatMap((phase) => phase.states);
      const reached = machines[kind].map(({ to }) => to).filter((to) => to !== "same" && to !== "revoked");
      for (const state of reached) expect(shown).toContain(state);
    }
  });

  test("answers every event in every state with what is missing, never with nothing to say", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom(...states), fc.constantFrom(...events), (kind, state, event) => {
        const exists = machines[kind].some((step) => step.event === event && step.from.includes(state));
        const lacks = missingFor(kind, state, event, facts);
        if (!exists) expect(lacks).toEqual([{ because: "procedures.lack.notNow", at: "procedure" }]);
        for (const { because } of lacks) expect(because).toMatch(/^procedures\.lack\./);
      }),
    );
  });

  test.each([
    ["publish", "notice_draft", { noticeWarnings: 1 }, "procedures.lack.justification"],
    ["open_admissibility", "closed", { received: 0 }, "procedures.lack.nothingReceived"],
    ["open_admissibility", "closed", { window: "open" as const, received: null }, "procedures.lack.termNotPassed"],
    ["declare_deserted", "closed", {}, "procedures.lack.somethingReceived"],
    ["approve_admissions", "admissibility", { undecided: 2 }, "procedures.lack.undecided"],
    ["extend", "published", { later: false }, "procedures.lack.notLater"],
    ["extend", "closed", { opened: true }, "procedures.lack.alreadyOpened"],
    ["revoke", "published", { reason: " " }, "procedures.lack.reason"],
    ["correct", "published", { reason: null }, "procedures.lack.reason"],
  ] as const)("%s from %s says what it lacks", (event, state, more, because) => {
    expect(missingFor("co_design", state, event, { ...facts, ...more }).map((lack) => lack.because)).toContain(because);
    expect(missingFor("co_design", state, event, { ...facts, received: event === "declare_deserted" ? 0 : 1 })).toEqual([]);
  });

  test("is closed by the clock alone", () => {
    expect(stateAt("published", "past")).toBe("closed");
    expect(stateAt("published", "open")).toBe("published");
    expect(stateAt("revoked", "past")).toBe("revoked");
  });
});

describe("a term", () => {
  const closesAt = new Date("2026-04-10T10:00:00Z");

  test("takes in its own second whole and nothing after, at any millisecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 5_000 }), (ms) => {
        expect(inTime(new Date(closesAt.getTime() + ms), closesAt)).toBe(ms < 1000);
      }),
    );
  });

  test("opens with its first instant", () => {
    const opensAt = new Date("2026-03-10T09:00:00Z");
    expect(windowAt({ opensAt, closesAt }, new Date(opensAt.getTime() - 1))).toBe("before");
    expect(windowAt({ opensAt, closesAt }, opensAt)).toBe("open");
    expect(windowAt({ opensAt: null, closesAt: null }, opensAt)).toBe("unset");
  });

  test("is counted in days, then hours, then minutes", () => {
    expect(timeLeft(closesAt, new Date("2026-04-01T10:00:00Z"))).toEqual({ unit: "days", count: 9 });
    expect(timeLeft(closesAt, new Date("2026-04-10T07:30:00Z"))).toEqual({ unit: "hours", count: 2 });
    expect(timeLeft(closesAt, new Date("2026-04-10T09:31:00Z"))).toEqual({ unit: "minutes", count: 29 });
  });
});

describe("a notice", () => {
  const now = new Date("2026-03-10T08:00:00Z");
  const lacks = (more = {}, closes?: string) =>
    noticeLacks("co_design", notice(more, closes), { now, publishedAt: now, objectives: 1, objectivesExist: true }).map(({ because }) => because.replace("procedures.lack.", ""));

  test("complete lacks nothing", () => expect(lacks()).toEqual([]));
  test("must say what is open to co-design", () => expect(lacks({ openToDesign: "" })).toEqual(["openToDesign"]));
  test("open fewer than 20 days must say why", () => {
    expect(lacks({}, "2026-03-29T12:00:00")).toEqual(["tooShort"]);
    expect(lacks({}, "2026-03-30T12:00:00")).toEqual([]);
    expect(lacks({ shortTermReason: "Urgenza" }, "2026-03-29T12:00:00")).toEqual([]);
  });
  test("cannot close in the past, nor before it opens, nor before questions end", () => {
    expect(lacks({ opensAt: "2026-03-01T09:00:00Z", questionsUntil: "2026-03-02T09:00:00Z" }, "2026-03-05T12:00:00")).toEqual(["closesInThePast"]);
    expect(lacks({ opensAt: "2026-05-01T09:00:00Z" })).toEqual(["closesBeforeOpens"]);
    expect(lacks({ questionsUntil: "2026-04-11T09:00:00Z" })).toEqual(["questionsAfterClose"]);
  });
  test("without a programming act must say why, and is warned", () => {
    expect(lacks({ programmingAct: "" })).toEqual(["programmingAct"]);
    expect(lacks({ programmingAct: "", programmingActAbsence: "In corso di approvazione" })).toEqual([]);
    expect(lintNotice(notice({ programmingAct: "" }))).toEqual([{ rule: "noProgrammingAct", field: "programmingAct", word: "" }]);
  });
  test("is warned of the words of tenders, not of words that contain them", () => {
    const words = (text: string) => lintNotice(notice({ object: text })).map(({ rule, word }) => `${rule}:${word}`);
    expect(words("Il corrispettivo è pagato su fattura dopo l'aggiudicazione della gara.")).toEqual(["price:corrispettivo", "price:fattura", "tender:aggiudicazione", "tender:gara"]);
    expect(words("La migliore offerta economica, con penali.")).toEqual(["tender:offerta economica", "penalties:penali"]);
    expect(words("Garanzie, gareggiare, penalizzare, manifattura, fatturato.")).toEqual([]);
  });
});
