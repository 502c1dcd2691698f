// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listTables } from "~/tables/index.server";
import { Empty, type FormState, PageHeader, Section, Written } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { listThemes, listWorkshops } from "../workshops/find-workshop.server";
import { keepDistrict } from "../workshops/policy";
import { ownDistrict } from "../workshops/save-workshop.server";
import { neighbourhoodsOf } from "./district.server";
import { addElement, bringToTable, elementsOf, findLiaison, keepElement } from "./liaisons.server";
import { ElementForm } from "./parts/element-form";
import { ElementActions } from "./parts/element-actions";
import { Elements } from "./parts/elements";
import { viewElement } from "./view-element.server";

export const loader = load(async (ctx, { params, site }) => {
  signedIn(ctx);
  const liaison = await findLiaison(ctx, params.id ?? "");
  const mayKeep = keepDistrict(ctx.actor, liaison.district, await ownDistrict(ctx)).ok;
  const elements = await elementsOf(ctx, [liaison]);
  const sequels = await site.itemSequels(ctx, elements.flatMap(({ item }) => item ?? []));
  const option = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title });
  return {
    liaison: { id: liaison.id, title: liaison.title, note: liaison.note, district: liaison.district, on: formatDate(liaison.heldOn, ctx.locale) },
    elements: elements.map((element) => viewElement(ctx, element, sequels)),
    choices: mayKeep
      ? {
          tables: (await listTables(ctx)).map(({ id, name }) => ({ value: id, label: name })),
          themes: (await listThemes(ctx)).map(option),
          workshops: (await listWorkshops(ctx, { district: liaison.district })).past.map(option),
          neighbourhoods: (await neighbourhoodsOf(ctx, liaison.district)).map(({ id, name }) => ({ value: id, label: name })),
        }
      : null,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  switch (form.get("do")) {
    case "bring":
      await bringToTable(ctx, id, form);
      return redirectWith(paths.liaison(id), "liaison.element.brought");
    case "keep":
      await keepElement(ctx, id, form);
      return redirectWith(paths.liaison(id), "liaison.element.keptDone");
    default:
      await addElement(ctx, id, form);
      return redirectWith(paths.liaison(id), "liaison.element.added");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.liaison.title ?? ""} · Concerto` }];

export default function LiaisonPage() {
  const { t } = useTranslation();
  const { liaison, elements, choices } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [{ to: paths.districts(), label: t("liaison.districts.title") }, { to: paths.district(liaison.district), label: t("registry.district", { number: liaison.district }) }, { to: paths.liaisons(liaison.district), label: t("liaison.title") }];
  return (
    <>
      <PageHeader title={liaison.title} lead={liaison.on} trail={trail} />
      {liaison.note ? <p className="pre-line"><Written>{liaison.note}</Written></p> : null}
      <Section title={t("liaison.element.title")}>
        {elements.length === 0 ? <Empty>{t("liaison.element.none")}</Empty> : <Elements elements={elements} actions={choices ? (element) => (element.item ? null : <ElementActions element={element} tables={choices.tables} state={state} />) : undefined} />}
      </Section>
      {choices ? (
        <Section title={t("liaison.element.add")}>
          <ElementForm {...choices} state={state?.values.elementId ? undefined : state} />
        </Section>
      ) : null}
    </>
  );
}
