// SPDX-License-Identifier: AGPL-3.0-or-later
import { journalHead } from "../read-journal.server";
import { answer } from "./answer.server";

export const loader = answer(async (ctx, { link }) => {
  const head = await journalHead(ctx);
  return {
    stato: "ok",
    istante: ctx.now.toISOString(),
    registro: head && { numero: head.seq, istante: head.at.toISOString(), impronta: head.hash },
    collegamenti: { descrizione: link("/api/v1/openapi.json"), registro: link("/api/v1/registro") },
  };
});
