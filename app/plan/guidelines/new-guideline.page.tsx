// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findItem, stepsOf, tableHeaderData } from "~/tables/index.server";
import { Callout, type FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { draftGuideline, drafting } from "./draft-guideline.server";
import { guidelinesOf } from "./find-guidelines.server";
import { formChoices } from "./form-choices.server";
import { GuidelineForm } from "./parts/guideline-form";

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  await drafting(ctx, header.slug);
  const asked = url.searchParams.get("questione");
  const item = asked ? await findItem(ctx, asked) : null;
  const answer = item ? (await stepsOf(ctx, item.id)).at(-1)?.reason : null;
  const given = item ? (await guidelinesOf(ctx, header.id)).filter(({ withdrawnAt }) => withdrawnAt === null) : [];
  return {
    header,
    title: translate(ctx.locale, "guidelines.new"),
    item: item && { id: item.id, title: item.title },
    /** A question may also be answered by saying more in an indirizzo that is there. */
    existing: given.map(({ number, current, draft }) => ({ number, title: (current ?? draft)?.title ?? "", to: `${paths.editGuideline(header.slug, number)}?questione=${asked}` })),
    choices: await formChoices(ctx, header.id),
    initial: {
      title: item?.title ?? "", text: "", reason: item ? [item.text, answer].filter(Boolean).join("\n\n") : "", decisionId: null, act: null,
      effectiveOn: toRomeDay(ctx.now), answerBy: null, tables: item?.originTableId && item.originTableId !== header.id ? [item.originTableId] : [], bodies: [], actors: [], itemId: item?.id ?? null, revision: 0,
    },
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { number } = await draftGuideline(ctx, params.slug ?? "", form);
  return redirectWith(paths.guideline(params.slug ?? "", number), "guidelines.drafted");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NewGuidelinePage() {
  const { t } = useTranslation();
  const { header, title, item, existing, choices, initial } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="guidelines" page={title} />
      {item ? (
        <Callout title={t("guidelines.fromItem")}>
          <p><Link to={paths.item(item.id)}>{item.title}</Link></p>
          {existing.length > 0 ? (
            <>
              <p>{t("guidelines.orNewVersion")}</p>
              <ul>
                {existing.map(({ number, title: name, to }) => (
                  <li key={number}><Link to={to}>{t("guidelines.numbered", { number, title: name })}</Link></li>
                ))}
              </ul>
            </>
          ) : null}
        </Callout>
      ) : null}
      <GuidelineForm initial={initial} choices={choices} state={state} back={paths.tableGuidelines(header.slug)} />
    </>
  );
}
