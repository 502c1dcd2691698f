// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import type { Actor, Power } from "~/identity";
import * as policy from "~/tables/policy";
import type { SeatRole, Standing } from "~/tables/index.server";

const voices: Power[] = ["read", "write", "speak"];
const actor = (more: Partial<Actor> = {}): Actor => ({
  personId: "person",
  personLabel: "Referente",
  organisationId: "body",
  organisationName: "Ente",
  affiliationId: "affiliation",
  roleLabel: "Referente",
  capacity: "delegate",
  powers: voices,
  administrator: false,
  sessionId: null,
  ...more,
});
const at = (role: SeatRole, mandate: Standing["mandate"] = "titular"): Standing => ({ seatId: "seat", organisationId: "body", role, mandate });
const table = { ownerOrganisationId: "office", closedAt: null, sensitive: false };
const ownSeat = { organisationId: "body" };
const manager = { powers: [...voices, "manage_members" as const] };

/** Who stands where. An ended seat gives no standing at all: whoever had it is an outsider again. */
const people: Record<string, [Actor | null, Standing | null]> = {
  coordinator: [actor(), at("coordinator")],
  "deputy coordinator": [actor(), at("coordinator", "deputy")],
  secretary: [actor(), at("secretary")],
  member: [actor(), at("member")],
  "member who manages the body": [actor(manager), at("member")],
  observer: [actor(), at("observer")],
  "coordinator whose mandate has ended": [actor(), at("coordinator", "ended")],
  "member whose mandate has ended": [actor(), at("member", "ended")],
  "colleague without a mandate": [actor(), at("coordinator", "none")],
  "outsider body": [actor(), null],
  "body whose seat has ended": [actor(), null],
  "reader of an outsider body": [actor({ powers: ["read"] }), null],
  "owner office": [actor({ organisationId: "office", powers: ["manage_tables"] }), null],
  "another office": [actor({ organisationId: "other", powers: ["manage_tables"] }), null],
  administrator: [actor({ organisationId: null, affiliationId: null, powers: [], administrator: true }), null],
  "guest without a body": [actor({ organisationId: null, affiliationId: null, powers: [] }), null],
  nobody: [null, null],
};

const verbs = {
  create: (who: Actor | null) => policy.create(who),
  edit: (who: Actor | null, standing: Standing | null) => policy.edit(who, table, standing),
  manageSeats: (who: Actor | null, standing: Standing | null) => policy.manageSeats(who, table, standing),
  manageOwnMandates: (who: Actor | null, standing: Standing | null) => policy.manageMandates(who, table, standing, ownSeat),
  manageOthersMandates: (who: Actor | null, standing: Standing | null) => policy.manageMandates(who, table, standing, { organisationId: "somebody else" }),
  askToJoin: (who: Actor | null, standing: Standing | null) => policy.askToJoin(who, table, standing),
  readRequests: (who: Actor | null, standing: Standing | null) => policy.readRequests(who, table, standing),
  answerRequest: (who: Actor | null, standing: Standing | null) => policy.answerRequest(who, table, standing),
  withdrawOwn: (who: Actor | null) => policy.withdrawRequest(who, ownSeat),
};

const coordinating = ["edit", "manageSeats", "manageOwnMandates", "manageOthersMandates", "readRequests", "answerRequest", "withdrawOwn"];
const may: Record<string, string[]> = {
  coordinator: coordinating,
  "deputy coordinator": coordinating,
  secretary: ["edit", "readRequests", "withdrawOwn"],
  member: ["withdrawOwn"],
  "member who manages the body": ["manageOwnMandates", "withdrawOwn"],
  observer: ["withdrawOwn"],
  "coordinator whose mandate has ended": ["withdrawOwn"],
  "member whose mandate has ended": ["withdrawOwn"],
  "colleague without a mandate": ["withdrawOwn"],
  "outsider body": ["askToJoin", "withdrawOwn"],
  "body whose seat has ended": ["askToJoin", "withdrawOwn"],
  "reader of an outsider body": [],
  "owner office": ["create", "edit", "manageSeats", "manageOwnMandates", "manageOthersMandates", "readRequests", "answerRequest"],
  "another office": ["create"],
  administrator: ["create", "edit", "manageSeats", "manageOwnMandates", "manageOthersMandates", "readRequests"],
  "guest without a body": [],
  nobody: [],
};

describe("who may do what at a table", () => {
  for (const [name, [who, standing]] of Object.entries(people)) {
    for (const [verb, ask] of Object.entries(verbs)) {
      const expected = may[name]?.includes(verb) ?? false;
      test(`${name}: ${expected ? "may" : "may not"} ${verb}`, () => {
        const decision = ask(who, standing);
        expect(decision.ok).toBe(expected);
        if (!decision.ok) expect(decision.because).toMatch(/^(tables\.policy|web\.problem)\./);
      });
    }
  }

  test("a mandate that has ended is the reason given", () => {
    expect(policy.edit(actor(), table, at("coordinator", "ended"))).toEqual({ ok: false, because: "tables.policy.mandateEnded" });
    expect(policy.answerRequest(actor(), table, at("coordinator", "ended"))).toEqual({ ok: false, because: "tables.policy.mandateEnded" });
  });

  test("at a closed table nothing new is done, whoever asks", () => {
    const closed = { ...table, closedAt: new Date() };
    for (const [who, standing] of Object.values(people)) {
      for (const decision of [
        policy.edit(who, closed, standing),
        policy.manageSeats(who, closed, standing),
        policy.manageMandates(who, closed, standing, ownSeat),
        policy.askToJoin(who, closed, standing),
        policy.answerRequest(who, closed, standing),
      ]) expect(decision.ok).toBe(false);
    }
  });
});

describe("what is known of the persons on the seats", () => {
  const names = ["coordinator", "deputy coordinator", "secretary", "member", "member who manages the body", "observer", "owner office", "administrator"];
  test.each(Object.keys(people))("%s", (name) => {
    const [who, standing] = people[name]!;
    const inside = names.includes(name);
    expect(policy.sightOfPersons(who, { ...table, sensitive: true }, standing)).toBe(inside ? "names" : "none");
    expect(policy.sightOfPersons(who, table, standing)).toBe(inside ? "names" : who ? "roles" : "officers");
  });
});
