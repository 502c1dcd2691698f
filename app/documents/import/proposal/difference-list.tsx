// SPDX-License-Identifier: AGPL-3.0-or-later
import { diffWordsWithSpace } from "diff";
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import type { Difference } from "../compare/difference";

/** Differences one below the other, in the words of before and after. */
export function DifferenceList({ differences }: { differences: Difference[] }) {
  const { t } = useTranslation();
  if (differences.length === 0) return null;
  return (
    <ol className="difference-list">
      {differences.map((difference, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is looked at
        <li key={i}>
          <p className="page-chips">
            <Chip tone={difference.kind === "removed" ? "danger" : difference.kind === "inserted" ? "success" : "primary"}>{t(`imports.proposal.kind.${difference.kind}`)}</Chip>
            {difference.section ? <span className="muted">{difference.section}</span> : null}
          </p>
          <p className="difference-words">{difference.kind === "looks" ? difference.after : <Words before={difference.before} after={difference.after} />}</p>
          {difference.shape ? <p>{t("contributions.shape", { was: t(`contributions.shapes.${difference.shape.was}`), becomes: t(`contributions.shapes.${difference.shape.becomes}`) })}</p> : null}
          {difference.kind === "looks" || difference.kind === "moved" ? <p className="muted">{t(`imports.proposal.${difference.kind}`)}</p> : null}
          {difference.meanwhile ? <p className="muted">{t("imports.proposal.meanwhile")}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function Words({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  return (
    <>
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, i) => {
        const key = `${i} ${value}`;
        if (added) return <ins key={key}><span className="visually-hidden">{t("imports.proposal.added")} </span>{value}</ins>;
        if (removed) return <del key={key}><span className="visually-hidden">{t("imports.proposal.taken")} </span>{value}</del>;
        return <span key={key}>{value}</span>;
      })}
    </>
  );
}
