// SPDX-License-Identifier: AGPL-3.0-or-later
import { createTable, giveMandate, grantSeat } from "~/tables/index.server";
import { sheet } from "./acts";
import type { City, Event } from "./city";
import { tables } from "./tables";

type Role = "coordinator" | "secretary" | "member" | "observer";

/** Who sits where. `*` coordinates, `+` keeps the secretariat, `°` observes. */
const seated: Record<string, string> = {
  POL: "p01* e04 e18+ e20 e21 p02 p03 p04 p05 p08 p11",
  ALZ: "p01* e18+ e15 e16 e19 e20 p08 p09 p06° p07°",
  SM: "p01* e02 e03 e05 e09 e11 e17 e24 p03 p04 p08 p09 p13",
  DIP: "p01* e21+ e02 e06 e13 e14 e17 e20 p04 p08 p10 p12 p14 p15 e18°",
  DIS: "p01* e01 e04 e10+ e15 e19 e24 p08 p10",
  M4: "p06* e07 e08 e22 p01 p05 x01°",
  M9: "p07* e12 e13 e23 e25 p01 p05 x02°",
};

const roleOf: Record<string, Role> = { "*": "coordinator", "+": "secretary", "°": "observer" };

/** The office that answers for a table. */
export function ownerOf(table: string): string {
  return { M4: "p06", M9: "p07" }[table] ?? "p01";
}

/** The offices set up their tables, seat the bodies and record who speaks for each. */
export function seatsStory(city: City): Event[] {
  const created = tables.map(({ code, ...fields }): Event => ({
    at: city.day(-400, "10:00"),
    tell: async (at) => {
      const owner = ownerOf(code);
      const { id } = await createTable(await city.as(owner, at), { ...fields, ownerOrganisationId: city.id(`body:${owner}`) });
      city.keep(`table:${code}`, id);
    },
  }));
  const seats = Object.entries(seated).flatMap(([table, bodies], week) =>
    bodies.split(" ").map((word): Event => {
      const body = word.slice(0, 3);
      return { at: city.day(-395 + week, "11:00"), tell: (at) => seat(city, at, { table, body, role: roleOf[word.slice(3)] ?? "member" }) };
    }),
  );
  const deputy: Event = {
    at: city.day(-190, "15:00"),
    tell: async (at) => {
      await giveMandate(await city.as("e15", at), {
        seatId: city.id("seat:ALZ/e15"),
        affiliationId: city.id("affiliation:e20@e15"),
        capacity: "deputy",
        evidence: "Delibera del consiglio direttivo: chi sostituisce il titolare al tavolo",
      }, { file: sheet("delibera-esempio.pdf", ["Delibera del consiglio direttivo (documento d'esempio)", "Il direttivo indica chi sostituisce il titolare", "al tavolo sull'Alzheimer."]), scan: null });
    },
  };
  return [...created, ...seats, deputy];
}

async function seat(city: City, at: Date, { table, body, role }: { table: string; body: string; role: Role }): Promise<void> {
  const ctx = await city.as(ownerOf(table), at);
  const { seatId } = await grantSeat(ctx, {
    tableId: city.id(`table:${table}`),
    organisationId: city.id(`body:${body}`),
    role,
    basis: role === "observer" ? "Designazione come osservatore" : "Designazione dell'ente",
  });
  city.keep(`seat:${table}/${body}`, seatId);
  // groups and shops listen; nobody speaks for them on the platform
  if (body.startsWith("x")) return;
  await giveMandate(ctx, { seatId, affiliationId: city.id(`affiliation:${body}@${body}`), capacity: "titular" });
}
