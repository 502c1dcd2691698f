// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, CheckboxGroup, PageHeader } from "~/ui";
import { act, load, redirectWith } from "~/web/guard.server";
import { letterKinds } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { lettersWanted, wantLetters } from "./letters-wanted.server";

export const loader = load(async (ctx) => ({ title: translate(ctx.locale, "notices.preferences.title"), kinds: letterKinds, wanted: await lettersWanted(ctx) }));

export const action = act(async (ctx, form) => {
  await wantLetters(ctx, form.getAll("wanted[]").map(String));
  return redirectWith(paths.ownLetters(), "notices.preferences.saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function PreferencesPage() {
  const { t } = useTranslation();
  const { title, kinds, wanted } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("notices.preferences.lead")} trail={[{ to: paths.account(), label: t("identity.profile.title") }]} />
      <Form method="post" className="concerto-form">
        <CheckboxGroup name="wanted" legend={t("notices.preferences.legend")} options={kinds.map((kind) => ({ value: kind, label: t(`notices.preferences.kind.${kind}`) }))} checked={wanted} />
        <div className="form-actions">
          <Button>{t("notices.preferences.save")}</Button>
        </div>
      </Form>
    </>
  );
}
