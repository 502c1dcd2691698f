// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/ui";
import { paths } from "~/web/paths";

type Props = { documentId?: string | undefined; fields: Record<string, string>; children: ReactNode };

/** A form about contributions; beside the editor (with `documentId`) it is sent without leaving, and says there what went wrong. */
export function PanelForm({ documentId, fields, children }: Props) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ done: true } | NonNullable<FormState>>();
  // without JavaScript the answer is a page, not a word to this component
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const hidden = Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
  if (!documentId) {
    return (
      <Form method="post" noValidate>
        {hidden}
        {children}
      </Form>
    );
  }
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const wrong = answer && "problem" in answer ? answer.problem : null;
  return (
    <fetcher.Form method="post" action={paths.documentSuggestions(documentId)} noValidate>
      {alive ? <input type="hidden" name="from" value="panel" /> : null}
      {hidden}
      {children}
      {wrong ? (
        <p role="alert" className="field-error">
          {t(Object.values(wrong.fields ?? {})[0] ?? wrong.because, wrong.values ?? {})}
        </p>
      ) : null}
    </fetcher.Form>
  );
}
