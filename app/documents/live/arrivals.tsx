// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "./people";

/** Who loses the connection for a moment has neither left nor come. */
const SETTLED_MS = 4000;

/** Tells those who do not see the list who came and who left: politely, several together, and nothing in a crowd. */
export function Arrivals({ others, crowded }: { others: Person[]; crowded: boolean }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const known = useRef<Map<string, string> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = new Map(others.map(({ key, name, organisationName }) => [key, organisationName ? `${name}, ${organisationName}` : name]));
      const before = known.current;
      known.current = now;
      // who was here already is in the list, and a crowd would never stop talking
      if (!before || crowded) return;
      const came = [...now].filter(([key]) => !before.has(key)).map(([, name]) => name);
      const left = [...before].filter(([key]) => !now.has(key)).map(([, name]) => name);
      const sentence = (names: string[], verb: "came" | "left") =>
        names.length === 1 ? t(`documents.live.present.${verb}`, { name: names[0] }) : names.length > 1 ? t(`documents.live.present.${verb}Many`, { count: names.length }) : "";
      const words = [sentence(came, "came"), sentence(left, "left")].filter(Boolean).join(" ");
      if (words) setSaid(words);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [others, crowded, t]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
