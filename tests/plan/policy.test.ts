// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import type { Actor } from "~/identity";
import { changeAction, linkTable, managePlan, recordAction, unlinkTable } from "~/plan/policy";

const base: Actor = {
  personId: "p",
  personLabel: "Referente",
  organisationId: "o1",
  organisationName: "Ente",
  affiliationId: "a",
  roleLabel: "Referente",
  capacity: "delegate",
  powers: ["read", "write", "speak"],
  administrator: false,
  sessionId: null,
};
const actors = {
  nobody: null,
  reader: { ...base, powers: ["read"] },
  body: base,
  otherBody: { ...base, organisationId: "o2" },
  planOffice: { ...base, organisationId: "o3", capacity: "officer", powers: ["read", "write", "manage_plan"] },
  administrator: {
    ...base,
    organisationId: null,
    affiliationId: null,
    capacity: "platform_administrator",
    powers: [],
    administrator: true,
  },
} satisfies Record<string, Actor | null>;
type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];
const allowed = (decide: (actor: Actor | null) => { ok: boolean }) => names.filter((name) => decide(actors[name]).ok);

const facts = { tableClosed: false, objectiveEnded: false, coordinates: false };

describe("who may do what with the plan", () => {
  test.each<[string, (actor: Actor | null) => { ok: boolean }, Name[]]>([
    ["import and correct", (actor) => managePlan(actor), ["planOffice", "administrator"]],
    ["link a table they do not coordinate", (actor) => linkTable(actor, facts), ["planOffice"]],
    [
      "link a table they coordinate",
      (actor) => linkTable(actor, { ...facts, coordinates: true }),
      ["reader", "body", "otherBody", "planOffice", "administrator"],
    ],
    ["link a closed table", (actor) => linkTable(actor, { ...facts, coordinates: true, tableClosed: true }), []],
    [
      "link an objective that has left",
      (actor) => linkTable(actor, { ...facts, coordinates: true, objectiveEnded: true }),
      [],
    ],
    [
      "unlink a closed table they do not coordinate",
      (actor) => unlinkTable(actor, { ...facts, tableClosed: true }),
      ["planOffice"],
    ],
    ["declare an action", (actor) => recordAction(actor, { ended: false }), ["body", "otherBody", "planOffice"]],
    ["declare an action on an ended strategy", (actor) => recordAction(actor, { ended: true }), []],
    [
      "change an action of the first body",
      (actor) => changeAction(actor, { organisationId: "o1", withdrawn: false }),
      ["body"],
    ],
    ["change a withdrawn action", (actor) => changeAction(actor, { organisationId: "o1", withdrawn: true }), []],
  ])("%s", (_, decide, expected) => {
    expect(allowed(decide)).toEqual(expected);
  });

  test("every no has its reason", () => {
    const refusals = [
      managePlan(actors.body),
      linkTable(actors.body, facts),
      recordAction(actors.administrator, { ended: false }),
      changeAction(actors.otherBody, { organisationId: "o1", withdrawn: false }),
    ];
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ ok: false, because: expect.stringMatching(/^plan\.refused\./) });
  });
});
