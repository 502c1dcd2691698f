// SPDX-License-Identifier: AGPL-3.0-or-later
import { listProcedures } from "~/procedures/index.server";
import { paths } from "~/web/paths";
import { answer } from "./answer.server";

/** The published notices. Of applications nothing is told here. */
export const loader = answer(async (ctx, { link }) => ({
  procedimenti: (await listProcedures(ctx)).map(({ id, code, kind, title, state, opensAt, closesAt, organisationName }) => ({
    codice: code,
    tipo: kind,
    titolo: title,
    stato: state,
    apertura: opensAt?.toISOString() ?? null,
    chiusura: closesAt?.toISOString() ?? null,
    ente: organisationName,
    pagina: link(paths.procedure(id)),
  })),
}));
