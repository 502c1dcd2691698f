// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";

type Stage = { name: string; state: "done" | "now" | "ahead"; from: string | null; to: string | null; progress: { done: number; of: number } | null };

/** The four stages of putting the tables in order, with where one stands. */
export function Stages({ stages }: { stages: Stage[] }) {
  const { t } = useTranslation();
  return (
    <ol className="stages" aria-label={t("tables.reorganisation.stages")}>
      {stages.map((stage) => (
        <li key={stage.name} className={`stage-${stage.state}`} aria-current={stage.state === "now" ? "step" : undefined}>
          <strong>{t(`tables.reorganisation.stage.${stage.name}`)}</strong> <Chip tone={stage.state === "done" ? "success" : stage.state === "now" ? "primary" : "neutral"}>{t(`tables.reorganisation.stageState.${stage.state}`)}</Chip>
          <div className="muted">{stage.from && stage.to ? t("tables.mappingForm.between", { from: stage.from, to: stage.to }) : t(`tables.reorganisation.stageLength.${stage.name}`)}</div>
          {stage.progress ? (
            <div>
              <progress max={Math.max(1, stage.progress.of)} value={stage.progress.done} aria-label={t("tables.mappingForm.progress", { asked: stage.progress.of, returned: stage.progress.done, gaps: 0 })} /> {stage.progress.done}/{stage.progress.of}
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
