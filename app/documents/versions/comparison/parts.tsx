// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ComparedLine } from "./compare";
import type { Part } from "./word-changes";

export type Shown = "both" | "before" | "after";

/** Words with what came and what went; said in words too, for who does not see colours or lines. */
export function Parts({ parts, shown }: { parts: Part[]; shown: Shown }) {
  const { t } = useTranslation();
  const visible = parts.filter(({ what }) => shown === "both" || what === "same" || (what === "went") === (shown === "before"));
  return (
    <>
      {visible.map(({ what, text, by, taker }, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        if (what === "same") return <Fragment key={i}>{lines(text)}</Fragment>;
        const came = what === "came";
        const Change = came ? "ins" : "del";
        const who = came ? by : taker;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
          <Change key={i} title={who ? t(came ? "documents.versions.compare.addedBy" : "documents.versions.compare.takenBy", { names: who }) : undefined}>
            <span className="visually-hidden">{t(came ? "documents.versions.compare.opensAdded" : "documents.versions.compare.opensTaken")} </span>
            {lines(text)}
            <span className="visually-hidden"> {t("documents.versions.compare.closes")}</span>
          </Change>
        );
      })}
    </>
  );
}

/** Lines broken on purpose stay broken. */
const lines = (text: string): ReactNode => text.split("\n").flatMap((line, i) => (i === 0 ? [line] : [<br key={i} />, line]));

/** What happened to a place, in a line of words: by whom it was added to or cut, moved, made something else. */
export function WhatHappened({ parts, change, also = [], kind }: { parts: Part[]; change: string; also?: ComparedLine["also"]; kind?: string }) {
  const { t } = useTranslation();
  const names = (wanted: "came" | "went") => [...new Set(parts.flatMap(({ what, by, taker }) => (what === wanted ? [(wanted === "came" ? by : taker) ?? t("documents.attribution.noBody")] : [])))].join(", ");
  const [came, went] = [names("came"), names("went")];
  const said = [
    change === "moved" ? t("documents.versions.compare.moved") : "",
    came ? t("documents.versions.compare.addedBy", { names: came }) : "",
    went ? t("documents.versions.compare.takenBy", { names: went }) : "",
    also.includes("kind") ? t("documents.versions.compare.nowIs", { kind: t(`documents.versions.compare.kind.${kind}`) }) : "",
    also.includes("look") ? t("documents.versions.compare.look") : "",
  ].filter(Boolean);
  return said.length > 0 ? <p className="change-note">{said.join(" · ")}</p> : null;
}
