// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Field, PageHeader } from "~/ui";
import { load } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { type Check, checkReceipt } from "./check-receipt.server";
import { checkFingerprint } from "~/documents/index.server";
import { FingerprintOfFile } from "./parts/fingerprint-of-file";
import { SealAnswer } from "./parts/seal-answer";

/** A question with an answer: a GET, so that it can be asked again and works without scripts. The answer is not kept by anybody. */
export const loader = load(async (ctx, { url }) => {
  const number = (url.searchParams.get("numero") ?? "").trim().slice(0, 40);
  const fingerprint = (url.searchParams.get("impronta") ?? "").trim().slice(0, 200);
  const asked = fingerprint !== "";
  const lacking = url.searchParams.has("impronta") && !asked;
  return {
    title: translate(ctx.locale, "procedures.verify.title"), number, fingerprint, lacking,
    // a number names the receipt of an application; all else is looked for among sealed documents
    check: asked && number !== "" ? await checkReceipt(ctx, { number, fingerprint }) : null,
    seal: asked && number === "" ? await checkFingerprint(ctx, fingerprint) : null,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Verify() {
  const { title, number, fingerprint, lacking, check, seal } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t("procedures.verify.lead")} />
      {check ? <Answer check={check} number={number} /> : null}
      {seal ? <SealAnswer check={seal} /> : null}
      {lacking ? (
        <div role="alert">
          <Callout tone="danger" title={t("procedures.verify.lacking.title")}>
            <p>{t("procedures.verify.lacking.text")}</p>
          </Callout>
        </div>
      ) : null}
      <Form method="get" className="concerto-form" key={`${number}${fingerprint}`}>
        <FingerprintOfFile />
        <Field name="impronta" label={t("procedures.verify.fingerprint")} hint={t("procedures.verify.fingerprintHint")} initial={fingerprint} autoComplete="off" spellCheck={false} required />
        <Field name="numero" label={t("procedures.verify.number")} hint={t("procedures.verify.numberHint")} initial={number} autoComplete="off" />
        <div className="form-actions">
          <Button>{t("procedures.verify.do")}</Button>
        </div>
      </Form>
      <p className="muted mt-4">{t("procedures.verify.says")}</p>
    </>
  );
}

function Answer({ check, number }: { check: Check; number: string }) {
  const { t, i18n } = useTranslation();
  if (check.verdict !== "authentic") {
    return (
      <div role="status">
        <Callout tone={check.verdict === "different" ? "danger" : "warning"} title={t(`procedures.verify.${check.verdict}.title`)}>
          <p>{t(`procedures.verify.${check.verdict}.text`, { number })}</p>
        </Callout>
      </div>
    );
  }
  const when = formatInstant(check.receivedAt, i18n.language as Locale);
  return (
    <div role="status">
      <Callout tone="success" title={t("procedures.verify.authentic.title")}>
        <p>{t(`procedures.verify.authentic.${check.what}`, { number, when })}</p>
        {check.state === "withdrawn" ? <p>{t("procedures.verify.authentic.withdrawn")}</p> : null}
      </Callout>
    </div>
  );
}
