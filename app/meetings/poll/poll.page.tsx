// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Chip, DataTable, ErrorSummary, type FormState, PageHeader, RadioGroup, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate, formatDateTime } from "~/web/time";
import { meetingStyles } from "../parts/styles";
import { reply } from "../policy";
import { best, pollAnswers, tallyOf } from "./poll";
import { answerPoll, choosePoll, findPoll, resultsOf } from "./polls.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { poll, table, standing, convenor } = await findPoll(ctx, params.id ?? "");
  const { options, seats } = await resultsOf(ctx, poll);
  const counted = options.map(({ id, startsAt }) => ({ id, startsAt, tally: tallyOf(seats.flatMap(({ answers }) => answers[id] ?? [])) }));
  return {
    id: poll.id,
    title: poll.title,
    note: poll.note,
    table: { name: table.name, slug: table.slug },
    until: formatDate(poll.answersBy, ctx.locale),
    closed: poll.closedAt !== null,
    meetingId: poll.meetingId,
    convenor,
    mayAnswer: !poll.closedAt && poll.answersBy >= ctx.now && reply(ctx.actor, table, standing).ok,
    suits: best(counted)?.id ?? null,
    options: counted.map(({ id, startsAt, tally }) => ({ id, when: formatDateTime(startsAt, ctx.locale), tally, past: startsAt <= ctx.now })),
    seats: seats.map((seat) => ({ ...seat, own: seat.seatId === standing?.seatId })),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (form.get("intent") === "choose") {
    const { meetingId } = await choosePoll(ctx, id, String(form.get("optionId") ?? "") || null);
    return redirectWith(meetingId ? paths.meeting(meetingId) : paths.poll(id), meetingId ? "meetings.poll.chosen" : "meetings.poll.closedDone");
  }
  await answerPoll(ctx, id, Object.fromEntries([...form.entries()].map(([name, value]) => [name.replace(/^option-/, ""), String(value)])));
  return redirectWith(paths.poll(id), "meetings.poll.answered");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function PollPage() {
  const { t } = useTranslation();
  const { title, note, table, until, closed, meetingId, convenor, mayAnswer, suits, options, seats } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const own = seats.find((seat) => seat.own);
  return (
    <>
      <PageHeader title={title} lead={t(closed ? "meetings.poll.isClosed" : "meetings.poll.lead", { table: table.name, until })} trail={[{ to: paths.table(table.slug), label: table.name }, { to: paths.tableMeetings(table.slug), label: t("meetings.name") }]} />
      {note ? <p className="typed-text">{note}</p> : null}
      {meetingId ? <Callout tone="success"><a href={paths.meeting(meetingId)}>{t("meetings.poll.meeting")}</a></Callout> : null}
      <ErrorSummary state={state} />
      {mayAnswer && own ? (
        <Section title={t("meetings.poll.yours", { body: own.body })}>
          <Form method="post" className="concerto-form" key={JSON.stringify(own.answers)}>
            {options.map(({ id, when }) => (
              <RadioGroup key={id} name={`option-${id}`} legend={when} options={pollAnswers.map((value) => ({ value, label: t(`meetings.poll.answer.${value}`) }))} initial={own.answers[id] ?? ""} />
            ))}
            <Button>{t("meetings.reply.save")}</Button>
          </Form>
        </Section>
      ) : null}
      <Section title={t("meetings.poll.results")}>
        <DataTable caption={t("meetings.poll.results")} head={[t("meetings.proof.body"), ...options.map(({ when }) => when)]}>
          {seats.map((seat) => (
            <tr key={seat.seatId}>
              <td data-label={t("meetings.proof.body")}>{seat.body}</td>
              {options.map(({ id, when }) => (
                <td key={id} data-label={when}>{seat.answers[id] ? t(`meetings.poll.answer.${seat.answers[id]}`) : "—"}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("meetings.poll.total")}</th>
            {options.map(({ id, when, tally }) => (
              <td key={id} data-label={when}>
                {t("meetings.poll.tally", { yes: tally.yes, maybe: tally.ifNeeded })} {id === suits ? <Chip tone="success">{t("meetings.poll.suits")}</Chip> : null}
              </td>
            ))}
          </tr>
        </DataTable>
      </Section>
      {convenor && !closed ? (
        <Form method="post" className="next-step no-print">
          <input type="hidden" name="intent" value="choose" />
          <RadioGroup name="optionId" legend={t("meetings.poll.choose")} options={[...options.filter(({ past }) => !past).map(({ id, when }) => ({ value: id, label: when })), { value: "", label: t("meetings.poll.none") }]} initial={suits ?? ""} />
          <Button>{t("meetings.poll.close")}</Button>
        </Form>
      ) : null}
    </>
  );
}
