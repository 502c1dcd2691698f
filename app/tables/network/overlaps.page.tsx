// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Card, Chip, Empty, ErrorSummary, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { listTables } from "../list-tables.server";
import { dismissOverlap, findOverlaps, proposeJointSession } from "./find-overlaps.server";

export const loader = load(async (ctx, { site }) => {
  signedIn(ctx);
  const overlaps = (await findOverlaps(ctx, site.tableKnowledge)).map(({ decision, passages, ...overlap }) => ({
    ...overlap,
    key: `${overlap.first.id}-${overlap.second.id}-${overlap.kind}`,
    passages: passages.map(({ first, second }) => ({ first: { title: first.title, documentId: first.documentId, text: first.text }, second: { title: second.title, documentId: second.documentId, text: second.text } })),
    decision: decision && { reason: decision.reason, on: formatShortDate(decision.at, ctx.locale) },
  }));
  const policy = (await listTables(ctx, { level: "policy" }))[0];
  return { title: translate(ctx.locale, "tables.overlap.title"), overlaps, policy: policy?.slug ?? null };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  if (form.get("do") === "joint") {
    await proposeJointSession(ctx, form);
    return redirectWith(paths.overlaps(), "tables.overlap.proposed");
  }
  await dismissOverlap(ctx, form);
  return redirectWith(paths.overlaps(), "tables.overlap.dismissed");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

type Row = ReturnType<typeof useLoaderData<typeof loader>>["overlaps"][number];

export default function OverlapsPage() {
  const { t } = useTranslation();
  const { title, overlaps, policy } = useLoaderData<typeof loader>();
  const open = overlaps.filter(({ decision }) => decision === null);
  const aside = overlaps.filter(({ decision }) => decision !== null);
  return (
    <>
      <PageHeader title={title} lead={t("tables.overlap.lead")} trail={[{ to: paths.tables(), label: t("tables.title") }, { to: paths.tableNetwork(), label: t("tables.network.title") }]} />
      {open.length === 0 ? <Empty>{t("tables.overlap.none")}</Empty> : open.map((overlap) => <Finding key={overlap.key} overlap={overlap} policy={policy} />)}
      {aside.length > 0 ? (
        <Section title={t("tables.overlap.aside")}>
          <ul className="plain-list">
            {aside.map(({ key, kind, first, second, decision }) => (
              <li key={key}>
                {first.name} · {second.name} <Chip>{t(`tables.overlap.kind.${kind}`)}</Chip>
                <div className="muted">
                  {decision?.on}: {decision?.reason}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Finding({ overlap, policy }: { overlap: Row; policy: string | null }) {
  const { t } = useTranslation();
  const state = useActionData<FormState>();
  const { kind, first, second, shared, passages } = overlap;
  const own = state?.values.key === overlap.key ? state : undefined;
  return (
    <Card level="h2" title={`${first.name} · ${second.name}`} kicker={t(`tables.overlap.kind.${kind}`)}>
      <p>
        {t(`tables.overlap.why.${kind}`, { count: kind === "passages" ? passages.length : shared.length })} {shared.join(", ")}
      </p>
      {passages.map(({ first: a, second: b }) => (
        <div key={a.documentId + b.documentId + a.text.slice(0, 20)} className="side-by-side">
          {[a, b].map((passage) => (
            <blockquote key={passage.documentId}>
              {passage.text}
              <footer>
                <Link to={paths.document(passage.documentId)}>{passage.title}</Link>
              </footer>
            </blockquote>
          ))}
        </div>
      ))}
      <Form method="post">
        <input type="hidden" name="firstTableId" value={first.id} />
        <input type="hidden" name="secondTableId" value={second.id} />
        <Button name="do" value="joint" look="outline-primary">
          {t("tables.overlap.joint")}
        </Button>{" "}
        {policy ? <ButtonLink look="link" to={paths.newConflict(policy, { first: first.id, second: second.id })}>{t("tables.overlap.asConflict")}</ButtonLink> : null}
      </Form>
      <details className="set-aside" open={own !== undefined}>
        <summary>{t("tables.overlap.setAside")}</summary>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={own} labels={{ reason: t("tables.reason") }} />
          <input type="hidden" name="key" value={overlap.key} />
          <input type="hidden" name="firstTableId" value={first.id} />
          <input type="hidden" name="secondTableId" value={second.id} />
          <input type="hidden" name="finding" value={kind} />
          <TextArea id={`reason-${overlap.key}`} name="reason" label={t("tables.reason")} hint={t("tables.overlap.reasonHint")} rows={2} maxLength={500} state={own} required />
          <Button look="outline-primary">{t("tables.overlap.setAside")}</Button>
        </Form>
      </details>
    </Card>
  );
}
