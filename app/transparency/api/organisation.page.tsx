// SPDX-License-Identifier: AGPL-3.0-or-later
import { findOrganisation } from "~/registry/index.server";
import { tablesOf } from "~/tables/index.server";
import { paths } from "~/web/paths";
import { answer } from "./answer.server";
import { outOfRunts } from "./out-of-runts";

/** A body as the register tells it to anybody: no persons, no addresses, nothing that measures it. */
export const loader = answer(async (ctx, { params, link }) => {
  const body = await findOrganisation(ctx, params.slug ?? "");
  const tables = await tablesOf(ctx, body.id);
  return {
    nome: body.name,
    tipo: body.kind,
    categoria: body.etsCategory,
    fuoriRunts: outOfRunts(body),
    runts: body.runtsSection && { sezione: body.runtsSection, numero: body.runtsNumber },
    codiceFiscale: body.fiscalCode,
    codiceIpa: body.ipaCode,
    attivita: body.art5Letters,
    territorio: { scala: body.territory.scale, municipi: body.territory.districts },
    scopo: body.purpose,
    cessato: body.closedAt?.toISOString() ?? null,
    tavoli: tables.map(({ slug, name, role }) => ({ nome: name, ruolo: role, uri: link(`/api/v1/tavoli/${slug}`) })),
    pagina: link(paths.organisation(body.slug)),
  };
});
