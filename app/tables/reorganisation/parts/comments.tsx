// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Empty, ErrorSummary, type FormState, Section, TextArea, Written } from "~/ui";
import { paths } from "~/web/paths";

type Comment = { id: string; text: string; when: string; body: string; slug: string };

/** What the bodies say of a proposal, in the order in which they said it. */
export function Comments({ comments, mayComment, state }: { comments: Comment[]; mayComment: boolean; state: FormState }) {
  const { t } = useTranslation();
  const own = state?.values.do === "comment" ? state : undefined;
  return (
    <Section title={t("tables.reorganisation.comments", { count: comments.length })} id="commenti">
      {comments.length === 0 ? <Empty>{t("tables.reorganisation.noComments")}</Empty> : null}
      <ul className="plain-list">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Link to={paths.organisation(comment.slug)}>{comment.body}</Link> <span className="muted">{comment.when}</span>
            <p className="pre-line"><Written>{comment.text}</Written></p>
          </li>
        ))}
      </ul>
      {mayComment ? (
        <Form method="post" className="concerto-form" noValidate key={comments.length}>
          <ErrorSummary state={own} labels={{ text: t("tables.reorganisation.field.comment") }} />
          <TextArea name="text" label={t("tables.reorganisation.field.comment")} maxLength={4000} state={own} required />
          <Button name="do" value="comment">
            {t("tables.reorganisation.commentDo")}
          </Button>
        </Form>
      ) : null}
    </Section>
  );
}
