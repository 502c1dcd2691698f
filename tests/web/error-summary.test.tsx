// SPDX-License-Identifier: AGPL-3.0-or-later
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ErrorSummary, Field, type FormState } from "~/ui";

test("an error leads to its field also on a page with several fields of that name, and only where it is wrong", () => {
  const state = { problem: { kind: "invalid", because: "web.problem.invalid", fields: { reason: "web.field.required" } }, values: { reason: "no" } } as unknown as FormState;
  const form = (shown: FormState) => renderToStaticMarkup(<form><ErrorSummary state={shown} /><Field id="recall-reason" name="reason" label="Motivo" state={shown} /></form>);
  const refused = form(state);
  for (const part of ['href="#reason"', 'id="reason"', 'id="recall-reason"', 'value="no"']) expect(refused).toContain(part);
  expect(form(null)).not.toContain('id="reason"');
});
