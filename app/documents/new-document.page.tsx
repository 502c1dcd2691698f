// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findTable, standingAt } from "~/tables/index.server";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { createDocument } from "./create-document.server";
import { MAX_TITLE, offeredTemplates } from "./document";
import { NewDocument } from "./document-forms";
import { Choice } from "./parts/choice";
import { VisibilityChoice } from "./parts/visibility-choice";
import { documentStyles } from "./parts/styles";
import { mayCreate, mayPublish } from "./policy";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const { id, slug, name } = await findTable(ctx, params.slug ?? "");
  const standing = await standingAt(ctx.db.read, actor, id, ctx.now);
  enforce(mayCreate(actor, standing));
  return { table: { slug, name }, mayPublish: mayPublish(actor, { standing }).ok, title: translate(ctx.locale, "documents.new.title") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const table = await findTable(ctx, params.slug ?? "");
  const { title, template, visibility } = parse(NewDocument, form);
  const { id } = await createDocument(ctx, { title, template, visibility, table: { id: table.id } });
  return redirectWith(paths.document(id), "documents.new.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function NewDocumentPage() {
  const { t } = useTranslation();
  const { table, mayPublish } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const trail = [
    { to: paths.tables(), label: t("tables.title") },
    { to: paths.table(table.slug), label: table.name },
    { to: paths.tableDocuments(table.slug), label: t("documents.name") },
  ];
  return (
    <>
      <PageHeader title={t("documents.new.title")} lead={t("documents.new.lead", { table: table.name })} trail={trail} actions={<ButtonLink look="outline-primary" small to={paths.importDocument(table.slug)}>{t("imports.action")}</ButtonLink>} />
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ title: t("documents.title.label"), template: t("documents.new.template") }} />
        <Field name="title" label={t("documents.title.label")} hint={t("documents.title.hint")} required maxLength={MAX_TITLE} state={state} />
        <Choice
          name="template"
          legend={t("documents.new.template")}
          state={state}
          initial="working_paper"
          options={offeredTemplates.map((value) => ({ value, label: t(`documents.template.${value}.name`), note: t(`documents.template.${value}.what`) }))}
        />
        <VisibilityChoice publishes={mayPublish} state={state} />
        <div className="form-actions">
          <Button>{t("documents.new.create")}</Button>
          <ButtonLink look="outline-primary" to={paths.tableDocuments(table.slug)}>
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
