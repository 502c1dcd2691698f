// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/ui";
import { paths } from "~/web/paths";

type Props = { documentId?: string | undefined; fields: Record<string, string>; children: ReactNode };
type Beside = { /** The page that takes the form. */ action: string; /** Once it has been taken; the form is emptied and folded away. */ onDone?: (() => void) | undefined };

/** A form about suggestions and observations. */
export const PanelForm = ({ documentId, ...form }: Props) => <SmallForm {...form} beside={documentId ? { action: paths.documentSuggestions(documentId) } : null} />;

/** A form about comments. */
export const TalkForm = ({ documentId, onDone, ...form }: Props & Pick<Beside, "onDone">) => <SmallForm {...form} beside={documentId ? { action: paths.documentComments(documentId), onDone } : null} />;

/** A form of its page; `beside` the editor it is sent without leaving, and says there what went wrong. */
function SmallForm({ fields, children, beside }: Omit<Props, "documentId"> & { beside: Beside | null }) {
  const hidden = Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
  if (beside) return <FormBeside {...beside} hidden={hidden}>{children}</FormBeside>;
  return (
    <Form method="post" noValidate>
      {hidden}
      {children}
    </Form>
  );
}

function FormBeside({ action, onDone, hidden, children }: Beside & { hidden: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ done: true } | NonNullable<FormState>>();
  const form = useRef<HTMLFormElement>(null);
  // without JavaScript the answer is a page, not a word to this component
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (!answer || !("done" in answer)) return;
    form.current?.reset();
    form.current?.closest("details")?.removeAttribute("open");
    onDone?.();
  }, [answer, onDone]);
  const wrong = answer && "problem" in answer ? answer.problem : null;
  return (
    <fetcher.Form ref={form} method="post" action={action} noValidate>
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
