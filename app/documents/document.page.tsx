// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Callout, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { Legend } from "./attribution/legend";
import { colourText } from "./attribution/read-contributions.server";
import { changeVisibility } from "./change-visibility.server";
import { ChangeVisibility, Rename } from "./document-forms";
import { proposersOf } from "./contributions/suggestions/proposers.server";
import { DocumentChips } from "./parts/document-chips";
import { DeskRoom } from "./live/desk";
import { openPanel } from "./panels.server";
import { DocumentPanel } from "./parts/document-panel";
import { DocumentSettings } from "./parts/document-settings";
import { DocumentText } from "./parts/document-text";
import { OutlineList } from "./parts/outline-list";
import { documentStyles } from "./parts/styles";
import { WhoSees } from "./parts/who-sees";
import { readDocument } from "./read-document.server";
import { renameDocument } from "./rename-document.server";
import { outlineOf } from "./schema/outline";
import { SealNote } from "./sealing/seal-note";
import { sealNote } from "./sealing/seal-note.server";

/** The editor and all it needs travel only to this page, and only to those who come near the live text. */
const LiveDocument = lazy(() => import("./live/live-document"));

const LiveColours = lazy(() => import("./attribution/live/live-colours"));

export const links = documentStyles;

export const loader = load(async (ctx, { params, site, url }) => {
  const page = await readDocument(ctx, params.id ?? "");
  const { actor } = ctx;
  const me = actor && page.may.follow && { id: actor.personId, name: actor.personLabel, organisationId: actor.organisationId, organisationName: actor.organisationName, role: actor.roleLabel ?? "" };
  const home = page.table ? null : await site.documentHome(ctx, page.document.id);
  const coloured = page.may.follow && url.searchParams.get("colori") === "enti" ? await colourText(ctx, page.document.id, { content: page.content, seq: page.seq }) : null;
  const panel = await openPanel(ctx, page.document.id, page.may.follow, url);
  const proposers = page.may.follow ? await proposersOf(ctx, page.document.id) : [];
  return { ...page, proposers, content: coloured?.content ?? page.content, legend: coloured?.legend ?? null, me, home, panel, signed: actor !== null, seal: await sealNote(ctx, page.document.id) };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const documentId = params.id ?? "";
  if (form.get("what") === "visibility") {
    const { visibility } = parse(ChangeVisibility, form);
    await changeVisibility(ctx, { documentId, visibility });
    return redirectWith(paths.document(documentId), "documents.visibility.changed");
  }
  const { title } = parse(Rename, form);
  await renameDocument(ctx, { documentId, title });
  return redirectWith(paths.document(documentId), "documents.title.changed");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.document.title ?? ""} · Concerto` }];

export default function DocumentPage() {
  const { t } = useTranslation();
  const { document, table, home, bodies, content, epoch, restored, words, access, may, me, proposers, panel, legend, signed, seal } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const { running, live, onLive } = useLive(document.id, Boolean(me));
  const trail = table
    ? [
        { to: paths.tables(), label: t("tables.title") },
        { to: paths.table(table.slug), label: table.name },
        { to: paths.tableDocuments(table.slug), label: t("documents.name") },
      ]
    : [home ?? { to: paths.documents(), label: t("documents.name") }];
  const because = access.access === "write" ? null : access.because;
  return (
    <>
      <PageHeader title={document.title} trail={trail} chips={<DocumentChips document={document} />} actions={signed ? <FileWays documentId={document.id} maySuggest={access.access === "write" || access.access === "suggest"} /> : null} />
      {seal ? <SealNote documentId={document.id} note={seal} /> : null}
      {because ? (
        <Callout tone="neutral" title={t(access.access === "suggest" ? "documents.onlySuggest" : "documents.readOnly")}>
          <p>{t(because)}</p>
        </Callout>
      ) : null}
      <DeskRoom>
      <DocumentPanel documentId={document.id} {...panel}>
        {live && legend ? (
          <Suspense fallback={null}>
            <LiveColours documentId={document.id} />
          </Suspense>
        ) : null}
        {running && me ? (
          <Suspense fallback={null}>
            <LiveDocument key={`${document.id} ${epoch} ${me.organisationId}`} documentId={document.id} epoch={epoch} restored={restored} title={document.title} template={document.template} access={access.access === "none" ? "read" : access.access} proposers={proposers} me={me} onLive={onLive} />
          </Suspense>
        ) : null}
        {live ? null : (
          <>
            {legend ? <Legend legend={legend} /> : null}
            <OutlineList entries={outlineOf(content)} />
            <article className="document-sheet document-text" aria-label={document.title}>
              <DocumentText content={content} documentId={document.id} proposers={proposers} />
            </article>
            <p className="document-foot">{t("documents.words", { count: words })}</p>
          </>
        )}
      </DocumentPanel>
      </DeskRoom>
      <WhoSees visibility={document.visibility} table={table} bodies={bodies} />
      <DocumentSettings document={document} may={may} state={state} />
    </>
  );
}

/** Out as a file, and back in. */
function FileWays({ documentId, maySuggest }: { documentId: string; maySuggest: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {maySuggest ? (
        <ButtonLink look="outline-primary" small to={paths.proposeFromFile(documentId)}>
          {t("imports.proposal.action")}
        </ButtonLink>
      ) : null}
      <ButtonLink look="outline-primary" small to={paths.exportDocument(documentId)}>
        {t("paper.export.action")}
      </ButtonLink>
    </>
  );
}

/** Whether the live text runs in this browser, and whether it is on screen: until then the server's text stays. */
function useLive(documentId: string, mayRun: boolean) {
  const [running, setRunning] = useState(false);
  const [liveId, setLiveId] = useState<string | null>(null);
  useEffect(() => setRunning(mayRun), [mayRun]);
  const onLive = useCallback(() => setLiveId(documentId), [documentId]);
  return { running, live: running && liveId === documentId, onLive };
}
