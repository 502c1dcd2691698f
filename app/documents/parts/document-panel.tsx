// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PanelName } from "../panels";
import type { OpenPanel } from "../panels.server";
import { panelView } from "./panel-views";

type Props = {
  documentId: string;
  offered: PanelName[];
  open: OpenPanel | null;
  /** The text, beside which the panel stands. */
  children: ReactNode;
};

/**
 * The text and, beside it, the tab that the address names (`?pannello=`). The tabs are links: they work without
 * JavaScript, can be sent to somebody, and a second press folds the panel. On a phone the panel comes before the text.
 */
export function DocumentPanel({ documentId, offered, open, children }: Props) {
  const { t } = useTranslation();
  const to = usePanelAddress();
  return (
    <div className={open ? "document-room with-panel" : "document-room"}>
      <nav className="panel-tabs no-print" aria-label={t("documents.panels.label")}>
        <ul>
          {offered.map((name) => (
            <li key={name}>
              <Link to={to(open?.name === name ? null : name)} aria-current={open?.name === name ? "true" : undefined} preventScrollReset>
                {t(`documents.panels.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {open ? (
        <aside className="document-panel" aria-label={t(`documents.panels.${open.name}`)}>
          <div className="panel-head">
            <h2>{t(`documents.panels.${open.name}`)}</h2>
            <Link className="no-print" to={to(null)} preventScrollReset>
              {t("documents.panels.close")}
            </Link>
          </div>
          {panelView(documentId, open)}
        </aside>
      ) : null}
      <div className="document-desk">{children}</div>
    </div>
  );
}

/** The address of the page with another tab open, or none; what else it says (colours, filters) stays. */
function usePanelAddress(): (name: PanelName | null) => string {
  const [params] = useSearchParams();
  return (name) => {
    const next = new URLSearchParams(params);
    if (name) next.set("pannello", name);
    else next.delete("pannello");
    return `?${next}`;
  };
}
