// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { DocumentProvider } from "~realtime/index";
import { Arrivals } from "./arrivals";
import type { Face } from "./caret";
import { goToCaret, nameCaret } from "./caret-names";
import { type Person, usePeople } from "./people";

/** Faces shown one by one; the others are counted. */
const SHOWN = 6;

type Props = { provider: DocumentProvider; me: Omit<Face, "color"> };

/** Who has the document open now: name, role, body and the colour of their caret. Who writes can be gone to. */
export function Presence({ provider, me }: Props) {
  const { t } = useTranslation();
  const { others, crowd } = usePeople(provider, me);
  const hidden = others.length - SHOWN;
  return (
    <>
      <ul className="present" aria-label={t("documents.live.present.label")}>
        <li className="present-me">
          <Who name={t("documents.live.present.you")} face={me} />
        </li>
        {others.slice(0, SHOWN).map((person) => (
          <Other key={person.key} person={person} />
        ))}
        {crowd > 0 ? (
          <li className="present-more">{t("documents.live.present.crowd", { count: crowd })}</li>
        ) : hidden > 0 ? (
          <li className="present-more">{t("documents.live.present.more", { count: hidden })}</li>
        ) : null}
      </ul>
      <Arrivals others={others} crowded={crowd > 0} />
    </>
  );
}

function Other({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { key, name, color, writes } = person;
  const who = <Who name={name} face={person} />;
  return (
    <li style={{ borderColor: color }}>
      {writes ? (
        <button
          type="button"
          title={t("documents.live.present.goTo", { name })}
          onClick={() => goToCaret(key)}
          onFocus={() => nameCaret(key, true)}
          onBlur={() => nameCaret(key, false)}
          onMouseEnter={() => nameCaret(key, true)}
          onMouseLeave={() => nameCaret(key, false)}
        >
          {who}
        </button>
      ) : (
        who
      )}
    </li>
  );
}

function Who({ name, face }: { name: string; face: Omit<Face, "color"> }) {
  const { role, organisationName } = face;
  return (
    <span>
      <span className="present-name">{name}</span>
      <span className="present-body">{[organisationName, role === face.name ? "" : role].filter(Boolean).join(" · ")}</span>
    </span>
  );
}
