// SPDX-License-Identifier: AGPL-3.0-or-later
import { asPerson, hashPassword } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import { persons } from "../identity/schema";
import { newId } from "../id";
import { publicBodies, thirdSector } from "./bodies";
import type { City, Event } from "./city";

/** The password of every account of the demonstration city; written in the README. */
export const DEMO_PASSWORD = "dimostrazione-2026";

const people = [
  { code: "admin", label: "Amministrazione della piattaforma", administrator: true },
  ...[...publicBodies, ...thirdSector].map(({ code, role }) => ({ code, label: role, administrator: false })),
];

/**
 * Opens the accounts of the city. Invitations by e-mail would leave forty letters in the outbox, so accounts begin
 * here; the password is hashed once, since it is public.
 */
export function accountsStory(city: City): Event[] {
  let passwordHash: Promise<string> | undefined;
  return people.map(({ code, label, administrator }): Event => ({
    at: city.day(-421, "09:00"),
    tell: async (at) => {
      passwordHash ??= hashPassword(DEMO_PASSWORD);
      const row = { id: newId(), label, administrator, email: `${code}@demo.example`, passwordHash: await passwordHash, createdAt: at };
      await city.db.tx(async (tx) => {
        await tx.insert(persons).values(row);
        await record(tx, asPerson(city.system(at), row), { act: "account.opened", subject: { kind: "person", id: row.id }, data: { personId: row.id } });
      });
      city.keep(`person:${code}`, row.id);
    },
  }));
}
