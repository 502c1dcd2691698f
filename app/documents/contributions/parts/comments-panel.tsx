// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "~/ui";
import { paths } from "~/web/paths";
import { useDesk } from "../../live/desk";
import type { ThreadsShown } from "../comments/list-threads.server";
import type { InText } from "../live/live-comments";
import { useChanged } from "../live/use-changed";
import { ThreadCard } from "./thread-card";

const LiveComments = lazy(() => import("../live/live-comments"));

/** The comments beside the text: what others say appears by itself; choosing words opens a new one. */
export function CommentsPanel({ documentId, open, closed, may }: ThreadsShown & { documentId: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [inText, setInText] = useState<InText | null>(null);
  useChanged("comments");
  return (
    <div className="talk-panel">
      {desk ? (
        <Suspense fallback={null}>
          <LiveComments editor={desk.editor} documentId={documentId} open={open} mayComment={may.comment} onText={setInText} />
        </Suspense>
      ) : may.comment ? (
        <p className="no-print">
          <Link to={`${paths.documentComments(documentId)}#nuovo`}>{t("contributions.comment.new")}</Link>
        </p>
      ) : null}
      {may.because ? <p className="muted">{t(may.because)}</p> : null}
      {open.length === 0 ? <Empty>{t("contributions.comment.noneYet")}</Empty> : null}
      {open.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} documentId={documentId} onShow={inText ? () => inText.show(thread.id) : undefined} current={thread.id === inText?.chosen} />
      ))}
      {closed.length > 0 ? (
        <details className="talk-more">
          <summary>{t("contributions.comment.closed", { count: closed.length })}</summary>
          {closed.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} documentId={documentId} />
          ))}
        </details>
      ) : null}
      <p className="no-print">
        <Link to={paths.documentComments(documentId)}>{t("contributions.comment.all")}</Link>
      </p>
    </div>
  );
}
