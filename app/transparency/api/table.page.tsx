// SPDX-License-Identifier: AGPL-3.0-or-later
import { objectivesFollowedBy } from "~/plan/index.server";
import { findTable, seatsAt } from "~/tables/index.server";
import { paths } from "~/web/paths";
import { answer } from "./answer.server";
import { outOfRunts } from "./out-of-runts";

/** A table: its mapping, its sources and the bodies that sit there. Never persons, whatever the theme. */
export const loader = answer(async (ctx, { params, link }) => {
  const table = await findTable(ctx, params.slug ?? "");
  const seats = await seatsAt(ctx.db.read, table.id, ctx.now);
  const objectives = await objectivesFollowedBy(ctx, table.id);
  return {
    nome: table.name,
    livello: table.level,
    oggetto: table.object,
    partecipanti: table.participants,
    criteri: table.criteria,
    periodicita: table.periodicity,
    modalita: table.method,
    statoFormale: table.statusSources.map(({ status, source, act, date }) => ({ stato: status, fonte: source, atto: act ?? null, data: date ?? null })),
    aree: table.planAreas,
    capisaldi: table.pillars,
    temaDelicato: table.sensitive,
    chiuso: table.closedAt?.toISOString() ?? null,
    posti: seats.map(({ organisationName, organisationSlug, organisationKind, enrolment, enrolmentFrom, role, kind, validFrom }) => ({
      ente: { nome: organisationName, uri: link(`/api/v1/enti/${organisationSlug}`), fuoriRunts: outOfRunts({ kind: organisationKind, enrolment, enrolmentFrom }) },
      ruolo: role,
      tipo: kind,
      dal: validFrom.toISOString(),
    })),
    obiettivi: objectives.map(({ id, code, title }) => ({ codice: code, titolo: title, pagina: link(paths.planObjective(id)) })),
    pagina: link(paths.table(table.slug)),
  };
});
