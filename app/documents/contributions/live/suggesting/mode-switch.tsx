// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { Suggesting } from "./use-suggest-mode";

type Props = Pick<Suggesting, "on" | "choose" | "refused"> & {
  /** Whoever may only propose has nothing to choose. */
  forced: boolean;
};

/** Writing or proposing: two buttons of which one is pressed, and in words what that means. */
export function ModeSwitch({ on, choose, refused, forced }: Props) {
  const { t } = useTranslation();
  return (
    <div className="mode-switch no-print">
      {forced ? null : (
        // biome-ignore lint/a11y/useSemanticElements: two buttons, not fields of a form
        <div role="group" aria-label={t("contributions.mode.label")} className="mode-choice">
          <button type="button" aria-pressed={!on} onClick={() => choose(false)}>
            {t("contributions.mode.write")}
          </button>
          <button type="button" aria-pressed={on} onClick={() => choose(true)}>
            {t("contributions.mode.suggest")}
          </button>
        </div>
      )}
      <p className="mode-means">{t(on ? "contributions.mode.suggestWhy" : "contributions.mode.writeWhy")}</p>
      <p role="status" className="mode-refused">
        {refused > 0 ? t("contributions.mode.refused") : ""}
      </p>
    </div>
  );
}
