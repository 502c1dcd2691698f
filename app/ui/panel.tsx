// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Panel } from "~/web/panel";
import { Empty, Section } from "./blocks";

/** A short list from another part of the site, with the way to the whole. */
export function PanelSection({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  return (
    <Section title={t(panel.title)} actions={panel.more ? <Link to={panel.more.to}>{t(panel.more.says)}</Link> : null}>
      {panel.rows.length === 0 ? (
        <Empty>{t(panel.empty)}</Empty>
      ) : (
        <ul className="plain-list">
          {panel.rows.map(({ id, label, to, note }) => (
            <li key={id}>
              <Link to={to}>{label}</Link>
              {note ? <div className="muted">{t(note.says, note.values ?? {})}</div> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
