// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, DataTable, PageHeader, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { addForm, closeCampaign } from "./fill-form.server";
import { mapOf } from "./map.server";

export const loader = load(async (ctx, { params, site }) => {
  signedIn(ctx);
  const { campaign, all, rows, progress } = await mapOf(ctx, params.id ?? "", site.lastSession);
  return {
    id: campaign.id,
    title: campaign.title,
    due: formatDate(campaign.due, ctx.locale),
    late: campaign.closedAt === null && campaign.due < ctx.now,
    closed: campaign.closedAt !== null,
    dormantMonths: campaign.dormantMonths,
    all,
    progress,
    rows: rows.map(({ answers: _answers, ...row }) => row),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("do") === "close") {
    await closeCampaign(ctx, id);
    return redirectWith(paths.mapping(id), "tables.mappingForm.closed");
  }
  const { formId } = await addForm(ctx, id);
  return redirectWith(paths.mappingForm(formId), "tables.mappingForm.added");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

const tones = { asked: "neutral", begun: "warning", returned: "success", applied: "success" } as const;

export default function MappingPage() {
  const { t } = useTranslation();
  const { id, title, due, late, closed, dormantMonths, all, rows, progress } = useLoaderData<typeof loader>();
  const heads = ["table", "office", "form", "gaps", "activity"].map((name) => t(`tables.mappingForm.head.${name}`));
  return (
    <>
      <PageHeader
        title={title}
        lead={closed ? t("tables.mappingForm.closedLead") : t("tables.mappingForm.dueLead", { date: due })}
        trail={[{ to: paths.mappings(), label: t("tables.mappingForm.title") }]}
        chips={late ? <Chip tone="danger">{t("tables.mappingForm.late")}</Chip> : null}
      />
      <p>
        <progress max={progress.asked} value={progress.returned} aria-label={t("tables.mappingForm.progress", progress)} /> {t("tables.mappingForm.progress", progress)}
      </p>
      <p className="muted">{t("tables.mappingForm.dormantMeans", { count: dormantMonths })}</p>
      <DataTable caption={title} head={heads}>
        {rows.map((row) => (
          <tr key={row.formId}>
            <th scope="row">
              <Link to={paths.mappingForm(row.formId)}>{row.table || t("tables.mappingForm.unnamed")}</Link>
              {row.disagree ? (
                <>
                  {" "}
                  <Chip tone="warning">{t("tables.status.disagree")}</Chip>
                </>
              ) : null}
            </th>
            <td data-label={heads[1]}>{row.office}</td>
            <td data-label={heads[2]}>
              <Chip tone={tones[row.state]}>{t(`tables.mappingForm.state.${row.state}`)}</Chip>
            </td>
            <td data-label={heads[3]}>{row.gaps.length === 0 ? "—" : row.gaps.map((gap) => t(`tables.mapping.${gap}`)).join(", ")}</td>
            <td data-label={heads[4]}>
              {t(`tables.mappingForm.activity.${row.activity}`)}
              {row.lastSession ? <div className="muted">{t("tables.mappingForm.lastSession", { date: row.lastSession })}</div> : null}
            </td>
          </tr>
        ))}
      </DataTable>
      <Section title={t("tables.mappingForm.doMore")}>
        <div className="form-actions no-print">
          <a className="btn btn-outline-primary" href={paths.mappingFile(id, "xlsx")}>
            {t("tables.mappingForm.export", { format: "XLSX" })}
          </a>
          <a className="btn btn-outline-primary" href={paths.mappingFile(id, "csv")}>
            {t("tables.mappingForm.export", { format: "CSV" })}
          </a>
          {closed ? null : (
            <Form method="post">
              {all ? (
                <Button name="do" value="close" look="outline-primary">
                  {t("tables.mappingForm.close")}
                </Button>
              ) : (
                <Button name="do" value="add" look="outline-primary">
                  {t("tables.mappingForm.add")}
                </Button>
              )}
            </Form>
          )}
        </div>
      </Section>
    </>
  );
}
