// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentProvider } from "~realtime/index";
import type { Face } from "./caret";

/** Faces shown one by one; the others are counted. */
const SHOWN = 6;

type Props = { provider: DocumentProvider; me: Omit<Face, "color"> };

/** Who has the document open now: name, role, body and the colour of their caret. A person in two tabs is one. */
export function Presence({ provider, me }: Props) {
  const { t } = useTranslation();
  const others = usePeople(provider, me);
  const hidden = others.length - SHOWN;
  return (
    <ul className="present" aria-label={t("documents.present.label")}>
      <Person face={{ ...me, color: "" }} own />
      {others.slice(0, SHOWN).map((face) => (
        <Person key={`${face.id} ${face.organisationId}`} face={face} />
      ))}
      {hidden > 0 ? <li className="present-more">{t("documents.present.more", { count: hidden })}</li> : null}
    </ul>
  );
}

function Person({ face, own = false }: { face: Face; own?: boolean }) {
  const { t } = useTranslation();
  const { name, role, organisationName, color } = face;
  return (
    <li className={own ? "present-me" : ""} style={color ? { borderColor: color } : undefined}>
      <span className="present-dot" style={color ? { backgroundColor: color } : undefined} aria-hidden="true" />
      <span>
        <span className="present-name">{own ? t("documents.present.you") : name}</span>
        <span className="present-body">{[organisationName, role === name ? "" : role].filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}

function usePeople(provider: DocumentProvider, me: { id: string; organisationId: string | null }): Face[] {
  const [people, setPeople] = useState<Face[]>([]);
  const { id, organisationId } = me;
  useEffect(() => {
    const { awareness } = provider;
    const look = () => {
      const found = new Map<string, Face>();
      for (const [client, state] of awareness.getStates()) {
        const face = (state as { user?: Face }).user;
        if (client === awareness.clientID || !face?.id) continue;
        if (face.id !== id || face.organisationId !== organisationId) found.set(`${face.id} ${face.organisationId}`, face);
      }
      setPeople([...found.values()].sort((a, b) => `${a.organisationName}`.localeCompare(`${b.organisationName}`)));
    };
    look();
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [provider, id, organisationId]);
  return people;
}
