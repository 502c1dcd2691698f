// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, DataTable, ErrorSummary, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { confirmImport } from "./confirm-import.server";
import { discardImport } from "./lists.server";
import { ImportGroups } from "./parts/import-groups";
import { previewImport } from "./preview.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  return previewImport(ctx, params.id ?? "");
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("do") === "discard") {
    await discardImport(ctx, id);
    return redirectWith(paths.registryImports(), "registry.import.discarded");
  }
  await confirmImport(ctx, id, form);
  return redirectWith(paths.registryImport(id), "registry.import.confirmed");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.fileName ?? ""} · Concerto` }];

export default function ImportPreviewPage() {
  const { t } = useTranslation();
  const { fileName, list, drawnUp, bodies, groups, state: stands, outcome, refused, refusedCount } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: paths.registryImports(), label: t("registry.import.title") },
  ];
  return (
    <>
      <PageHeader title={fileName} lead={t("registry.import.previewLead", { list: t(`registry.import.kind.${list}`), date: drawnUp, count: bodies })} trail={trail} />
      {groups ? (
        <Form method="post" className="import-groups">
          <ErrorSummary state={state} />
          <ImportGroups groups={groups} />
          <div className="form-actions">
            <Button name="do" value="confirm">
              {t("registry.import.confirm")}
            </Button>
            <Button name="do" value="discard" look="outline-primary">
              {t("registry.import.discard")}
            </Button>
          </div>
        </Form>
      ) : (
        <Callout tone={stands === "confirmed" ? "success" : "neutral"}>
          <p>{outcome ? t("registry.import.outcome", outcome) : t(`registry.import.state.${stands}`)}</p>
        </Callout>
      )}
      {refusedCount > 0 ? (
        <Section title={t("registry.import.refusedTitle", { count: refusedCount })}>
          <p>{t("registry.import.refusedLead")}</p>
          <DataTable caption={t("registry.import.refusedTitle", { count: refusedCount })} head={[t("registry.import.lineHead"), t("registry.field.name"), t("registry.import.why")]}>
            {refused.map(({ line, name, because }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td data-label={t("registry.field.name")}>{name || "—"}</td>
                <td data-label={t("registry.import.why")}>{t(because)}</td>
              </tr>
            ))}
          </DataTable>
        </Section>
      ) : null}
    </>
  );
}
