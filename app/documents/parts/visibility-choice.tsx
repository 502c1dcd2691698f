// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { FormState } from "~/ui";
import { visibilities } from "../document";
import { Choice } from "./choice";

/** Who will see a document that begins: its table, or everybody where the viewer may publish. */
export function VisibilityChoice({ publishes, state }: { publishes: boolean; state: FormState }) {
  const { t } = useTranslation();
  const offered = visibilities.filter((value) => value === "table" || publishes);
  return (
    <Choice
      name="visibility"
      legend={t("documents.new.whoSees")}
      state={state}
      initial="table"
      options={offered.map((value) => ({ value, label: t(`documents.visibility.${value}.name`), note: t(`documents.visibility.${value}.what`) }))}
    />
  );
}
