// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from "~/web/forms";
import type { Translate } from "~/web/i18n";
import { translate } from "~/web/translate.server";
import { actSentence, whoSentence } from "../act-sentence";
import { dailyHeads, JournalFilter, journalHead, readJournal } from "../read-journal.server";
import { answer } from "./answer.server";

const t: Translate = (key, values) => translate("it", key, values);

export const loader = answer(async (ctx, { query, link }) => {
  const filter = parse(JournalFilter, query);
  const { entries, next } = await readJournal(ctx, filter);
  const head = await journalHead(ctx);
  const following = new URLSearchParams({ ...query, prima: String(next) });
  return {
    atti: entries.map((entry) =>
      entry.reserved
        ? { numero: entry.seq, riservato: true, improntaPrecedente: entry.previousHash, impronta: entry.hash }
        : {
            numero: entry.seq,
            riservato: false,
            istante: entry.at.toISOString(),
            atto: entry.act,
            oggetto: `${entry.subject.kind}:${entry.subject.id}`,
            ente: entry.body && { nome: entry.body.name, uri: link(`/api/v1/enti/${entry.body.slug}`) },
            qualita: entry.capacity,
            frase: `${whoSentence(entry, t)} ${actSentence(entry, t)}`,
            improntaPrecedente: entry.previousHash,
            impronta: entry.hash,
          },
    ),
    testa: head && { numero: head.seq, istante: head.at.toISOString(), impronta: head.hash },
    testeDelGiorno: (await dailyHeads(ctx)).map(({ day, seq, hash }) => ({ giorno: day, numero: seq, impronta: hash })),
    collegamenti: { successiva: next === null ? null : link(`/api/v1/registro?${following}`) },
  };
});
