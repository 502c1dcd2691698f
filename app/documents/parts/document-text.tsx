// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isSafeAddress } from "../schema/address";

/** Deeper nesting than any person writes; beyond it only a hostile client goes. */
const DEEPEST = 60;

/**
 * The text of a document as plain elements: no style attributes, no scripts, only addresses we let through. What it does
 * not know it shows as the text inside.
 */
export function DocumentText({ content }: { content: JSONContent }) {
  return <>{children(content, 0)}</>;
}

function children(node: JSONContent, depth: number): ReactNode {
  if (depth > DEEPEST) return null;
  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
  return (node.content ?? []).map((child, i) => <Fragment key={i}>{element(child, depth + 1)}</Fragment>);
}

function element(node: JSONContent, depth: number): ReactNode {
  const inside = node.type === "text" ? null : children(node, depth);
  switch (node.type) {
    case "text":
      return inOrder(node.marks ?? []).reduce<ReactNode>(marked, node.text ?? "");
    case "paragraph":
      return <p>{inside}</p>;
    case "heading":
      return heading(node.attrs?.level, inside);
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol start={whole(node.attrs?.start)}>{inside}</ol>;
    case "listItem":
      return <li>{inside}</li>;
    case "taskList":
      return <ul className="task-list">{inside}</ul>;
    case "taskItem":
      return <Task checked={node.attrs?.checked === true}>{inside}</Task>;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "horizontalRule":
      return <hr />;
    case "hardBreak":
      return <br />;
    case "table":
      return (
        <div className="tableWrapper">
          <table>
            <tbody>{inside}</tbody>
          </table>
        </div>
      );
    case "tableRow":
      return <tr>{inside}</tr>;
    case "tableHeader":
      return <th {...span(node)}>{inside}</th>;
    case "tableCell":
      return <td {...span(node)}>{inside}</td>;
    default:
      return inside;
  }
}

function heading(level: unknown, inside: ReactNode): ReactNode {
  if (level === 3) return <h3>{inside}</h3>;
  return level === 4 ? <h4>{inside}</h4> : <h2>{inside}</h2>;
}

function Task({ checked, children: inside }: { checked: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li data-checked={checked}>
      <span className="task-mark" role="img" aria-label={t(checked ? "documents.task.done" : "documents.task.open")}>
        {checked ? "☑" : "☐"}
      </span>
      <div>{inside}</div>
    </li>
  );
}

/** From the inside out; the shared state keeps marks in no order of its own. */
const MARKS = ["strike", "underline", "italic", "bold", "link"];

function inOrder<M extends { type: string }>(marks: M[]): M[] {
  return [...marks].sort((a, b) => MARKS.indexOf(a.type) - MARKS.indexOf(b.type));
}

function marked(inside: ReactNode, mark: { type: string; attrs?: Record<string, unknown> }): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inside}</strong>;
    case "italic":
      return <em>{inside}</em>;
    case "underline":
      return <u>{inside}</u>;
    case "strike":
      return <s>{inside}</s>;
    case "link":
      return isSafeAddress(mark.attrs?.href) ? (
        <a href={mark.attrs.href} rel="noopener noreferrer nofollow">
          {inside}
        </a>
      ) : (
        inside
      );
    default:
      return inside;
  }
}

const span = ({ attrs }: JSONContent) => ({ colSpan: whole(attrs?.colspan), rowSpan: whole(attrs?.rowspan) });

/** A small whole number above one, else nothing. */
function whole(value: unknown): number | undefined {
  return Number.isInteger(value) && (value as number) > 1 && (value as number) < 1000 ? (value as number) : undefined;
}
