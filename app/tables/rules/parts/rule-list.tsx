// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Facts } from "~/ui";
import { type RuleName, ruleNames, say, type TableRules } from "../rules";

/** The rules of a table in words, each with the article it comes from. */
export function RuleList({ rules }: { rules: TableRules }) {
  const { t } = useTranslation();
  return (
    <Facts
      rows={ruleNames.map((name) => [
        <>
          {t(`tables.rules.name.${name}`)}
          {rules.articles[name] ? <span className="muted"> ({rules.articles[name]})</span> : null}
        </>,
        <RuleSentences key={name} rules={rules} name={name} />,
      ]) as [never, never][]}
    />
  );
}

/** What one rule says, sentence by sentence. */
export function RuleSentences({ rules, name }: { rules: TableRules; name: RuleName }) {
  const { t } = useTranslation();
  const groups = rules.admittedGroups.map((group) => t(`registry.group.${group}`)).join(", ");
  return (
    <>
      {say(rules, name).map(({ says, values }) => (
        <p key={says} className="mb-1">
          {t(says, { ...values, groups })}
        </p>
      ))}
    </>
  );
}
