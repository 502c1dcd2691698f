// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Callout } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";
import { openCopies } from "~realtime/index";
import { type Leftover, leftoversOf } from "./leftovers-of";
import { download } from "./take-home";
import type { LiveText } from "./use-live-text";

type Props = { voice: { id: string; organisationId: string | null }; documentId: string; epoch: number; title: string; live: LiveText; /** The text goes on from a copy of the data that was put back. */ restored: boolean };

/**
 * Words written here that cannot enter the document: refused by the server, or older than its present text. They are
 * never merged by themselves; their author can take them from here.
 */
export function Leftovers({ voice, documentId, epoch, title, live, restored }: Props) {
  const { t, i18n } = useTranslation();
  const [leftovers, setLeftovers] = useState<Leftover[]>([]);
  const { id, organisationId } = voice;
  useEffect(() => {
    let here = true;
    // a device that keeps no copies has none to offer
    const find = (present: LiveText["shared"] | null) =>
      withCopies((copies) => leftoversOf(copies, { personId: id, organisationId, documentId, epoch }, present)).then((found) => here && setLeftovers(found), () => {});
    const { provider, shared } = live;
    const findLost = () => void find(shared);
    if (!restored) void find(null);
    else if (provider.synced) findLost();
    else provider.once("sync", findLost);
    return () => {
      here = false;
      provider.off("sync", findLost);
    };
  }, [id, organisationId, documentId, epoch, live, restored]);
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
            <p>{t(`documents.live.leftovers.${leftover.why}`, { when: formatDateTime(new Date(leftover.copy.changedAt), i18n.language as Locale) })}</p>
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
