// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { confirmImport } from "./confirm-import.server";
import { discardImport } from "./discard-import.server";
import { ConfirmForm } from "./parts/confirm-form";
import { DraftAreas } from "./parts/draft-areas";
import { DraftChanges } from "./parts/draft-changes";
import { WarningList } from "./parts/warning-list";
import { previewImport } from "./preview-import.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  return previewImport(ctx, params.id ?? "");
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const importId = params.id ?? "";
  if (form.get("do") === "discard") {
    await discardImport(ctx, importId);
    return redirectWith(paths.planImport(), "plan.import.discarded");
  }
  await confirmImport(ctx, { importId, form });
  return redirectWith(paths.plan(), "plan.import.confirmed");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.fileName ?? ""} · Concerto` }];

export default function ImportPreviewPage() {
  const { t } = useTranslation();
  const preview = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { id, fileName, totals, warnings, areas, changes } = preview;
  const open = preview.state === "open";
  const sizes = (Object.keys(totals) as (keyof typeof totals)[]).map((name) =>
    t(`plan.totals.${name}`, { count: totals[name] }),
  );
  const trail = [
    { to: paths.plan(), label: t("plan.title") },
    { to: paths.planImport(), label: t("plan.import.title") },
  ];
  return (
    <>
      <PageHeader
        title={t("plan.import.preview", { file: fileName })}
        lead={open ? t("plan.import.previewLead") : undefined}
        trail={trail}
      />
      {open ? null : (
        <Callout tone="neutral">
          <p>{t("plan.import.closedNote", { state: t(`plan.import.state.${preview.state}`) })}</p>
        </Callout>
      )}
      <ul className="figures">
        {sizes.map((size) => (
          <li key={size}>{size}</li>
        ))}
      </ul>
      {changes ? (
        <Section title={t("plan.import.changes")}>
          <DraftChanges changes={changes} edition={preview.edition} />
        </Section>
      ) : null}
      <Section title={t("plan.import.warnings")} id="avvertenze">
        <WarningList warnings={warnings} draftId={open ? id : null} />
      </Section>
      <Section title={t("plan.import.areas")}>
        <DraftAreas areas={areas} draftId={open ? id : null} />
      </Section>
      {open && changes ? (
        <Section title={t("plan.import.confirmTitle")} id="conferma">
          <ConfirmForm
            state={state}
            edition={preview.edition}
            revision={preview.revision}
            ends={changes.ended.length > 0}
          />
        </Section>
      ) : null}
    </>
  );
}
