// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Power } from "~/identity";
import { sectionOfCategory } from "~/registry";
import { affiliatePerson, attachDelegation, findOrganisation, registerOrganisation } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { sheet } from "./acts";
import { type Body, others, publicBodies, thirdSector } from "./bodies";
import type { City, Event } from "./city";

const voice: Power[] = ["read", "write", "speak", "submit", "declare", "sign", "approve_minutes", "manage_members"];
/** The Direzione answers for the plan, the notices, the registry and the city's tables; a Municipio for its own table. */
const more: Record<string, Power[]> = {
  p01: ["manage_plan", "manage_procedures", "manage_tables", "manage_registry"],
  p06: ["manage_tables"],
  p07: ["manage_tables"],
};

const FIRST = "p01";

/** The administrator enters the Direzione; the Direzione enters the other bodies. Each gets the person who speaks for it. */
export function registryStory(city: City): Event[] {
  const first = publicBodies.filter(({ code }) => code === FIRST);
  const rest = [...publicBodies, ...thirdSector, ...others].filter(({ code }) => code !== FIRST);
  const enter = (body: Body, time: string, by: (at: Date) => Promise<Ctx>): Event => ({ at: city.day(-420, time), tell: async (at) => register(city, await by(at), body) });
  // powers of the city's offices are given by the administrator
  const tie = (body: Body): Event => ({
    at: city.day(-420, body.code === FIRST ? "09:15" : "15:00"),
    tell: (at) => affiliate(city, at, { ...body, person: body.code, body: body.code, powers: [...voice, ...(more[body.code] ?? [])] }),
  });
  return [
    ...first.map((body) => enter(body, "09:00", async (at) => city.admin(at))),
    ...rest.map((body) => enter(body, "11:00", (at) => city.as(FIRST, at))),
    ...[...publicBodies, ...thirdSector].map(tie),
    {
      at: city.day(-200, "11:30"),
      tell: async (at) => {
        const [ctx, affiliationId] = [await city.as("e15", at), city.id("affiliation:e20@e15")];
        await attachDelegation(ctx, { slug: await slugOf(ctx, city.id("body:e15")), affiliationId }, { file: sheet("delega-esempio.pdf", ["Delega (documento d'esempio)", "Il presidente delega un componente del direttivo", "a parlare per l'ente ai tavoli della città."]), description: "Delega del presidente al componente del direttivo" }, { scan: null });
      },
    },
    {
      // one person, two bodies: "Stai parlando per…" has something to choose
      at: city.day(-200, "11:00"),
      tell: (at) => affiliate(city, at, { person: "e20", body: "e15", role: "Componente del direttivo", capacity: "delegate", powers: ["read", "write", "speak"] }),
    },
  ];
}

async function register(city: City, ctx: Ctx, { code, name, slug, kind, category, letters = "", districts = [], purpose }: Body): Promise<void> {
  const { id } = await registerOrganisation(ctx, {
    name, slug, kind, purpose, districts,
    etsCategory: category ?? null,
    runtsSection: category ? sectionOfCategory(category) : null,
    art5Letters: [...letters],
    scale: districts.length > 0 ? "district" : "city",
    source: "demo",
  });
  city.keep(`body:${code}`, id);
}

const slugOf = async (ctx: Ctx, id: string) => (await findOrganisation(ctx, id)).slug;

type Tie = Pick<Body, "role" | "capacity"> & { person: string; body: string; powers: Power[] };

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
