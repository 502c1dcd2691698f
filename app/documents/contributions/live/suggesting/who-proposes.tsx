// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useSearchParams } from "@remix-run/react";
import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import type { DocumentProvider } from "~realtime/index";
import type { Face } from "../../../live/caret";
import type { Entry } from "../../../schema/suggested/entry";
import { useWhen } from "../../parts/thread-card";
import { namesOf, type Proposer } from "../../suggestions/proposer";
import { entriesOfNode } from "./own";

type Props = { editor: Editor; provider: DocumentProvider; me: Omit<Face, "color">; proposers: Proposer[] };

/** Whose suggestion the caret stands in: person, body, since when; seen and announced below the text. */
export function WhoProposes({ editor, provider, me, proposers }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const [params] = useSearchParams();
  const here = useEditorState({ editor, selector: ({ editor: now }) => JSON.stringify(entriesAt(now)) });
  const entries = JSON.parse(here) as Entry[];
  const open = new URLSearchParams(params);
  open.set("pannello", "suggerimenti");
  const known = [...proposers, ...present(provider, me)];
  return (
    <div role="status" className="who-proposes no-print">
      {entries.map((entry) => (
        <p key={`${entry.kind} ${entry.id}`}>
          <strong>{t(`contributions.suggestion.kinds.${entry.kind}`)}</strong> {namesOf(known, entry) ?? t("contributions.suggestion.unnamed")} <span className="muted">{when(new Date(entry.at))}</span>{" "}
          <Link to={`?${open}`} preventScrollReset>
            {t("contributions.suggestion.openCard")}
          </Link>
        </p>
      ))}
    </div>
  );
}

function entriesAt({ state: { selection } }: Editor): Entry[] {
  const { $from } = selection;
  const beside = [$from.nodeAfter, $from.nodeBefore].flatMap((node) => (node?.isInline ? entriesOfNode(node) : []));
  const found = beside.length > 0 ? beside : $from.depth > 0 ? entriesOfNode($from.parent) : [];
  return [...new Map(found.map((entry) => [entry.id, entry])).values()];
}

/** Who is here now and suggests for the first time is in no list yet. */
function present(provider: DocumentProvider, me: Omit<Face, "color">): Proposer[] {
  const faces = [...provider.awareness.getStates().values()].flatMap(({ user }) => (user ? [user as Face] : []));
  return [me, ...faces].map(({ id, name, organisationId, organisationName }) => ({ person: id, organisation: organisationId ?? "", name, body: organisationName ?? "" }));
}
