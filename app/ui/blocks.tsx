// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

/** The top of a page: its only h1, what it is in a line, its actions, and where it stands. */
export function PageHeader({ title, lead, chips, actions, trail = [] }: { title: ReactNode; lead?: ReactNode; chips?: ReactNode; actions?: ReactNode; trail?: { to: string; label: string }[] }) {
  return (
    <header className="page-header">
      <Breadcrumb trail={trail} here={title} />
      <div className="page-header-row">
        <h1>{title}</h1>
        {actions ? <div className="page-actions no-print">{actions}</div> : null}
      </div>
      {chips ? <div className="page-chips">{chips}</div> : null}
      {lead ? <p className="lead">{lead}</p> : null}
    </header>
  );
}

/** Where the page stands in the site. */
export function Breadcrumb({ trail, here }: { trail: { to: string; label: string }[]; here: ReactNode }) {
  const { t } = useTranslation();
  if (trail.length === 0) return null;
  return (
    <nav className="breadcrumb-container no-print" aria-label={t("web.nav.breadcrumb")}>
      <ol className="breadcrumb">
        <li className="breadcrumb-item">
          <Link to="/">{t("web.nav.home")}</Link>
          <span className="separator">/</span>
        </li>
        {trail.map(({ to, label }) => (
          <li key={to} className="breadcrumb-item">
            <Link to={to}>{label}</Link>
            <span className="separator">/</span>
          </li>
        ))}
        <li className="breadcrumb-item active" aria-current="page">
          {here}
        </li>
      </ol>
    </nav>
  );
}

/** A part of a page with its own heading. */
export function Section({ title, children, actions, id }: { title: ReactNode; children: ReactNode; actions?: ReactNode; id?: string }) {
  return (
    <section className="page-section" id={id}>
      <div className="page-header-row">
        <h2>{title}</h2>
        {actions ? <div className="page-actions no-print">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** A box one can look at or enter. With `to` its title is the link. */
export function Card({ title, to, children, kicker, footer, level = "h3" }: { title: ReactNode; to?: string; children?: ReactNode; kicker?: ReactNode; footer?: ReactNode; level?: "h2" | "h3" | "h4" }) {
  const Heading = level;
  return (
    <article className="concerto-card">
      {kicker ? <div className="card-kicker">{kicker}</div> : null}
      <Heading className="card-heading">{to ? <Link to={to}>{title}</Link> : title}</Heading>
      {children ? <div className="card-content">{children}</div> : null}
      {footer ? <div className="card-foot">{footer}</div> : null}
    </article>
  );
}

/** Cards side by side, one column on a phone. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="card-grid">{children}</div>;
}

type Tone = "neutral" | "primary" | "success" | "warning" | "danger";

/** A short state or category. */
export function Chip({ children, tone = "neutral" }: { children: ReactNode; tone?: Tone }) {
  return <span className={`concerto-chip chip-${tone}`}>{children}</span>;
}

/** A note that stands out of the text. */
export function Callout({ title, children, tone = "primary" }: { title?: ReactNode; children: ReactNode; tone?: Tone }) {
  return (
    <div className={`callout-box callout-${tone}`}>
      {title ? <p className="callout-title">{title}</p> : null}
      {children}
    </div>
  );
}

/** What a list says when it has nothing: and what to do about it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Pairs of name and value. Rows without a value are left out. */
export function Facts({ rows }: { rows: [label: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Pages of one thing, as links: the address says which one is open. */
export function Tabs({ label, tabs }: { label: string; tabs: { to: string; label: string; active: boolean }[] }) {
  return (
    <nav className="tab-links no-print" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={tab.active ? "page" : undefined}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A table that scrolls sideways on its own; on a phone its rows become cards when cells carry `data-label`. */
export function DataTable({ caption, head, children }: { caption: string; head: ReactNode[]; children: ReactNode }) {
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: headings do not move
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The steps of a path; `current` counts from 0, steps before it are done. */
export function Stepper({ label, steps, current }: { label: string; steps: { label: string; note?: ReactNode }[]; current: number }) {
  return (
    <ol className="concerto-stepper" aria-label={label}>
      {steps.map((step, i) => (
        <li key={step.label} className={i < current ? "done" : i === current ? "active" : ""} aria-current={i === current ? "step" : undefined}>
          <span className="step-mark">{i < current ? <Icon name="check" className="icon-sm" /> : i + 1}</span>
          <span className="step-label">
            {step.label}
            {step.note ? <span className="step-note">{step.note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What happened, newest first. */
export function Timeline({ entries }: { entries: { key: string; when: string; title: ReactNode; detail?: ReactNode }[] }) {
  return (
    <ol className="concerto-timeline">
      {entries.map(({ key, when, title, detail }) => (
        <li key={key}>
          <span className="timeline-when">{when}</span>
          <span className="timeline-what">{title}</span>
          {detail ? <span className="timeline-detail">{detail}</span> : null}
        </li>
      ))}
    </ol>
  );
}
