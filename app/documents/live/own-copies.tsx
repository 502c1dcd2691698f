// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import { paths } from "~/web/paths";
import { type CopyFacts, openCopies } from "~realtime/client/copies";

async function withCopies<T>(work: (copies: Awaited<ReturnType<typeof openCopies>>) => Promise<T>): Promise<T | null> {
  try {
    const copies = await openCopies();
    return await work(copies).finally(() => copies.close());
  } catch {
    // a browser that keeps nothing has nothing to clear
    return null;
  }
}

/**
 * Looks after the copies on this device, on every page: another person's are removed as soon as somebody else signs in;
 * with nobody signed in only unsent words stay, for their author; who signs out takes theirs with them, and is asked
 * first when some were not sent.
 */
export function OwnCopies({ personId }: { personId: string | null }) {
  const { t } = useTranslation();
  useEffect(() => {
    void withCopies(async (copies) => {
      const all = await copies.list();
      await copies.remove(all.filter((copy) => (personId === null ? !copy.unsent : copy.personId !== personId)));
    });
  }, [personId]);
  useEffect(() => {
    if (personId === null) return;
    let cleared = false;
    const leave = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      const leaves = [paths.signOut(), paths.revokeSessions()].includes(new URL(form.action).pathname);
      if (!leaves || cleared) return;
      // first the copies, then the same press once more
      event.preventDefault();
      event.stopPropagation();
      void withCopies(async (copies) => {
        const all = await copies.list();
        const titles = [...new Set(all.filter(({ unsent }) => unsent).map(({ title }) => `«${title}»`))];
        if (titles.length > 0 && !window.confirm(t("documents.live.unsent.leave", { titles: titles.join(", ") }))) return false;
        await copies.remove(all);
        return true;
      }).then((done) => {
        if (done === false) return;
        cleared = true;
        form.requestSubmit(event.submitter);
        cleared = false;
      });
    };
    document.addEventListener("submit", leave, { capture: true });
    return () => document.removeEventListener("submit", leave, { capture: true });
  }, [personId, t]);
  return null;
}

/** Documents with words of this person, written without a connection, that only this device has. */
export function UnsentHere({ personId, organisationId }: { personId: string; organisationId: string | null }) {
  const { t } = useTranslation();
  const [unsent, setUnsent] = useState<CopyFacts[]>([]);
  useEffect(() => {
    void withCopies((copies) => copies.list()).then((all) =>
      setUnsent((all ?? []).filter((copy) => copy.unsent && copy.aside === undefined && copy.personId === personId && copy.organisationId === organisationId)),
    );
  }, [personId, organisationId]);
  if (unsent.length === 0) return null;
  return (
    <Callout tone="warning" title={t("documents.live.unsent.title")}>
      <p>{t("documents.live.unsent.what")}</p>
      <ul className="plain-list">
        {unsent.map(({ documentId, epoch, title }) => (
          <li key={`${documentId} ${epoch}`}>
            <Link to={paths.document(documentId)}>{title}</Link>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
