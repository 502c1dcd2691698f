// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FormState } from "./field";

/** Why the form was refused, with a link to each wrong field. Takes the focus when it appears. Place it first in the form. */
export function ErrorSummary({ state, labels = {} }: { state: FormState; labels?: Record<string, string> }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) box.current?.focus();
  }, [state]);
  if (!state) return null;
  const { because, values, fields = {} } = state.problem;
  const rows = Object.entries(fields);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="callout-box callout-danger error-summary">
      <p className="callout-title">{t(`web.problem.title.${state.problem.kind}`)}</p>
      <p className="mb-1">{t(because, values)}</p>
      {rows.length > 0 ? (
        <ul>
          {rows.map(([name, key]) => (
            <li key={name}>
              <a href={`#${name}`} onClick={(event) => focusField(event, name)}>
                {labels[name] ? `${labels[name]}: ` : ""}
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** To the field itself, which on a page with several forms may have another id than its name. */
function focusField(event: MouseEvent<HTMLAnchorElement>, name: string): void {
  const field = event.currentTarget.closest("form")?.elements.namedItem(name);
  const first = field instanceof RadioNodeList ? field[0] : field;
  if (!(first instanceof HTMLElement)) return;
  event.preventDefault();
  first.focus();
}
