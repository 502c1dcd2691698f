// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import * as Y from "yjs";
import { Button, Callout } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";
import { type CopyFacts, openCopies, wordsIn } from "~realtime/index";
import { download } from "./take-home";

type Props = { voice: { id: string; organisationId: string | null }; documentId: string; epoch: number; title: string };
type Leftover = { copy: CopyFacts; words: string };

/**
 * Words written here that cannot enter the document: refused by the server, or older than its present text. They are
 * never merged by themselves; their author can take them from here.
 */
export function Leftovers({ voice, documentId, epoch, title }: Props) {
  const { t, i18n } = useTranslation();
  const [leftovers, setLeftovers] = useState<Leftover[]>([]);
  const { id, organisationId } = voice;
  useEffect(() => {
    let here = true;
    // a device that keeps no copies has none to offer
    leftoversOf({ personId: id, organisationId, documentId, epoch }).then((found) => here && setLeftovers(found), () => {});
    return () => {
      here = false;
    };
  }, [id, organisationId, documentId, epoch]);
  if (leftovers.length === 0) return null;
  const discard = (leftover: Leftover) => {
    if (!window.confirm(t("documents.live.leftovers.discardAsk"))) return;
    void withCopies((copies) => copies.remove([leftover.copy])).then(() => setLeftovers((all) => all.filter((other) => other !== leftover)));
  };
  return (
    <section className="live-trouble" aria-label={t("documents.live.leftovers.title")}>
      <Callout tone="warning" title={t("documents.live.leftovers.title")}>
        <p>{t("documents.live.leftovers.what")}</p>
        {leftovers.map((leftover) => (
          <div className="leftover" key={`${leftover.copy.epoch} ${leftover.copy.aside}`}>
            <p>{t(`documents.live.leftovers.${leftover.copy.aside ? "refused" : "replaced"}`, { when: formatDateTime(new Date(leftover.copy.changedAt), i18n.language as Locale) })}</p>
            {leftover.words ? <blockquote>{leftover.words}</blockquote> : <p>{t("documents.live.leftovers.none")}</p>}
            <p className="button-row">
              {leftover.words ? (
                <>
                  <Copy words={leftover.words} />
                  <Button type="button" small look="outline-primary" onClick={() => download(`${title}.txt`, leftover.words)}>
                    {t("documents.live.trouble.keep")}
                  </Button>
                </>
              ) : null}
              <Button type="button" small look="outline-primary" onClick={() => discard(leftover)}>
                {t("documents.live.leftovers.discard")}
              </Button>
            </p>
          </div>
        ))}
      </Callout>
    </section>
  );
}

function Copy({ words }: { words: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  return (
    <Button type="button" small onClick={() => void navigator.clipboard.writeText(words).then(() => setDone(true), () => {})}>
      <span aria-live="polite">{t(done ? "documents.live.trouble.copied" : "documents.live.trouble.copy")}</span>
    </Button>
  );
}

async function withCopies<T>(work: (copies: Awaited<ReturnType<typeof openCopies>>) => Promise<T>): Promise<T> {
  const copies = await openCopies();
  return work(copies).finally(() => copies.close());
}

/** What of this document lies on the device beside its present copy; what holds nothing unsent is cleared away. */
function leftoversOf(now: { personId: string; organisationId: string | null; documentId: string; epoch: number }): Promise<Leftover[]> {
  return withCopies(async (copies) => {
    const all = (await copies.list()).filter(
      (copy) =>
        copy.personId === now.personId && copy.organisationId === now.organisationId && copy.documentId === now.documentId && (copy.epoch !== now.epoch || copy.aside !== undefined),
    );
    await copies.remove(all.filter(({ unsent }) => !unsent));
    const leftovers: Leftover[] = [];
    for (const copy of all.filter(({ unsent }) => unsent)) {
      const rows = (await copies.rows(copy)).filter(({ unsent }) => unsent);
      leftovers.push({ copy, words: wordsIn(Y.mergeUpdates(rows.map(({ bytes }) => bytes))) ?? "" });
    }
    return leftovers;
  });
}
