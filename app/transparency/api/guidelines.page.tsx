// SPDX-License-Identifier: AGPL-3.0-or-later
import { issuedGuidelines, traceOf } from "~/plan/index.server";
import { paths } from "~/web/paths";
import { toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { answer } from "./answer.server";

/** The indirizzi issued, each with the version last issued, whom it is addressed to and the actions that follow it, by name of the body. */
export const loader = answer(async (ctx, { link }) => {
  const issued = await issuedGuidelines(ctx);
  return {
    indirizzi: await Promise.all(
      issued.map(async ({ guideline, current }) => {
        const { targets, following } = await traceOf(ctx, guideline);
        return {
          tavolo: { nome: guideline.table.name, uri: link(`/api/v1/tavoli/${guideline.table.slug}`) },
          numero: guideline.number,
          versione: current.version,
          stato: current.state,
          titolo: current.title,
          testo: current.text,
          motivo: current.reason,
          emanato: current.issuedAt?.toISOString() ?? null,
          valeDal: toRomeDay(current.effectiveOn),
          destinatari: current.addressees.map(({ table, body, actors }) => table?.name ?? body?.name ?? translate(ctx.locale, `registry.group.${actors}`)),
          parti: targets.map(({ code, text, to }) => ({ codice: code, testo: text, pagina: link(to) })),
          azioni: following.map(({ id, organisation, title }) => ({ ente: organisation.name, titolo: title, pagina: link(paths.action(id)) })),
          pagina: link(paths.guideline(guideline.table.slug, guideline.number)),
        };
      }),
    ),
  };
});
