// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type BodyStanding, EnrolmentChip } from "~/registry";
import { Button, Chip, ErrorSummary, type FormState, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import { useValueName } from "./coverage-table";

type Gap = { id: string; dimension: string; value: string; candidates: { name: string; slug: string; standing?: BodyStanding | undefined }[]; state: "open" | "invited" | "dismissed"; reason: string | null };

/** The gaps of a table, each with bodies that could be invited, a draft of the invitation, and what was done about it. */
export function GapList({ gaps, table, neighbourhoods, mayDecide, state }: { gaps: Gap[]; table: string; neighbourhoods: Parameters<typeof useValueName>[0]; mayDecide: boolean; state: FormState }) {
  const { t } = useTranslation();
  const name = useValueName(neighbourhoods);
  return (
    <ul className="plain-list">
      {drawnTogether(gaps, mayDecide).map(({ gap, values }) => (
        <li key={gap.id}>
          <strong>{t(`tables.coverage.gap.${gap.dimension}`, { value: values.map((value) => name(gap.dimension, value)).join(", ") })}</strong>{" "}
          {gap.state === "open" ? null : <Chip tone={gap.state === "invited" ? "success" : "neutral"}>{t(`tables.coverage.state.${gap.state}`)}</Chip>}
          {gap.reason ? <div className="muted">{gap.reason}</div> : null}
          {gap.candidates.length === 0 ? (
            <p className="muted">{t("tables.coverage.noCandidates")}</p>
          ) : (
            <p>
              {t("tables.coverage.couldInvite")}{" "}
              {gap.candidates.map((body, i) => (
                <span key={body.slug}>
                  {i > 0 ? ", " : ""}
                  <Link to={paths.organisation(body.slug)}>{body.name}</Link>
                  {body.standing ? <> <EnrolmentChip body={body.standing} /></> : null}
                </span>
              ))}
            </p>
          )}
          {gap.state === "open" && gap.candidates.length > 0 ? (
            <details>
              <summary>{t("tables.coverage.draft")}</summary>
              <blockquote className="pre-line">{t("tables.coverage.draftText", { table, value: name(gap.dimension, gap.value) })}</blockquote>
            </details>
          ) : null}
          {mayDecide && gap.state === "open" ? <Decide gap={gap} state={state?.values.taskId === gap.id ? state : undefined} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Gaps that nobody could fill and nobody has to decide on are one line for each dimension: seven Municipi are not seven things to do. */
function drawnTogether(gaps: Gap[], mayDecide: boolean): { gap: Gap; values: string[] }[] {
  const lines: { gap: Gap; values: string[] }[] = [];
  for (const gap of gaps) {
    const alone = gap.candidates.length > 0 || gap.state !== "open" || mayDecide;
    const line = alone ? undefined : lines.find((known) => known.gap.dimension === gap.dimension && known.gap.candidates.length === 0 && known.gap.state === "open");
    if (line) line.values.push(gap.value);
    else lines.push({ gap, values: [gap.value] });
  }
  return lines;
}

function Decide({ gap, state }: { gap: Gap; state: FormState }) {
  const { t } = useTranslation();
  return (
    <details open={state !== undefined}>
      <summary>{t("tables.coverage.decide")}</summary>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ reason: t("tables.reason") }} />
        <input type="hidden" name="taskId" value={gap.id} />
        <TextArea id={`reason-${gap.id}`} name="reason" label={t("tables.reason")} hint={t("tables.coverage.reasonHint")} rows={2} maxLength={500} state={state} />
        <div className="form-actions">
          <Button name="state" value="invited">
            {t("tables.coverage.do.invited")}
          </Button>
          <Button name="state" value="dismissed" look="outline-primary">
            {t("tables.coverage.do.dismissed")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
