// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, DataTable, Empty, ErrorSummary, Field, type FormState, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { listThemes } from "./find-workshop.server";
import { hold } from "./policy";
import { addTheme, retireTheme } from "./save-workshop.server";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  enforce(hold(ctx.actor));
  return { title: translate(ctx.locale, "workshops.themes.title"), themes: (await listThemes(ctx)).map(({ id, title, retiredAt }) => ({ id, title, retired: retiredAt !== null })) };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const themeId = form.get("themeId");
  if (typeof themeId === "string") await retireTheme(ctx, themeId);
  else await addTheme(ctx, form);
  return redirectWith(paths.workshopThemes(), "workshops.themes.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ThemesPage() {
  const { t } = useTranslation();
  const { title, themes } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const heads = [t("workshops.theme"), t("workshops.themes.state"), t("workshops.themes.change")];
  return (
    <>
      <PageHeader title={title} lead={t("workshops.themes.lead")} trail={[{ to: paths.workshops(), label: t("workshops.title") }]} />
      {themes.length === 0 ? (
        <Empty>{t("workshops.themes.first")}</Empty>
      ) : (
        <DataTable caption={title} head={heads}>
          {themes.map((theme) => (
            <tr key={theme.id}>
              <th scope="row">
                <Link to={paths.workshops({ tema: theme.id })}>{theme.title}</Link>
              </th>
              <td data-label={heads[1]}>
                <Chip tone={theme.retired ? "neutral" : "success"}>{t(theme.retired ? "workshops.themes.retired" : "workshops.themes.open")}</Chip>
              </td>
              <td data-label={heads[2]}>
                <Form method="post">
                  <input type="hidden" name="themeId" value={theme.id} />
                  <Button look="outline-primary" aria-label={`${t(theme.retired ? "workshops.themes.restore" : "workshops.themes.retire")}: ${theme.title}`}>{t(theme.retired ? "workshops.themes.restore" : "workshops.themes.retire")}</Button>
                </Form>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <Section title={t("workshops.themes.add")}>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={state} labels={{ title: t("workshops.theme") }} />
          <Field name="title" label={t("workshops.theme")} maxLength={120} state={state} required />
          <Button>{t("workshops.themes.add")}</Button>
        </Form>
      </Section>
    </>
  );
}
