// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Power } from "~/identity";
import { affiliatePerson, registerOrganisation } from "~/registry/index.server";
import { type Body, others, publicBodies, thirdSector } from "./bodies";
import type { City, Event } from "./city";

const voice: Power[] = ["read", "write", "speak", "submit", "declare", "sign", "approve_minutes", "manage_members"];
const leadingOffice: Power[] = [...voice, "manage_plan", "manage_procedures", "manage_tables", "manage_registry"];

const ENTERED = -420;

/** The administrator enters the bodies, and ties to each the person who speaks for it. */
export function registryStory(city: City): Event[] {
  const enter = (body: Body): Event => ({
    at: city.day(ENTERED, "09:00"),
    tell: async (at) => {
      const { code, name, slug, kind, category, letters = "", districts = [], purpose } = body;
      const { id } = await registerOrganisation(city.admin(at), {
        name, slug, kind, purpose, districts,
        etsCategory: category ?? null,
        art5Letters: [...letters],
        scale: districts.length > 0 ? "district" : "city",
        source: "demo",
      });
      city.keep(`body:${code}`, id);
    },
  });
  const tie = ({ code, role, capacity }: Body): Event => ({
    at: city.day(ENTERED + 1, "09:00"),
    tell: (at) => affiliate(city, at, { person: code, body: code, role, capacity, powers: code === "p01" ? leadingOffice : voice }),
  });
  return [
    ...[...thirdSector, ...publicBodies, ...others].map(enter),
    ...[...thirdSector, ...publicBodies].map(tie),
    {
      // one person, two bodies: "Stai parlando per…" has something to choose
      at: city.day(-200, "11:00"),
      tell: (at) => affiliate(city, at, { person: "e20", body: "e15", role: "Componente del direttivo", capacity: "delegate", powers: ["read", "write", "speak"] }),
    },
  ];
}

type Tie = { person: string; body: string; role: string; capacity: Body["capacity"]; powers: Power[] };

async function affiliate(city: City, at: Date, { person, body, role, capacity, powers }: Tie): Promise<void> {
  const { affiliationId } = await affiliatePerson(city.admin(at), {
    personId: city.id(`person:${person}`),
    organisationId: city.id(`body:${body}`),
    capacity,
    powers,
    roleLabel: role,
    evidence: "Designazione d'esempio",
  });
  city.keep(`affiliation:${person}@${body}`, affiliationId);
}
