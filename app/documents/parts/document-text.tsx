// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";
import { namesOf, type Proposer } from "../contributions/suggestions/proposer";
import { isSafeAddress } from "../schema/address";
import { isFileName } from "../schema/image";
import { isOwnPage } from "../schema/mention";
import { anchorOf, footnotesOf } from "../schema/outline";

/** Deeper nesting than any person writes; beyond it only a hostile client goes. */
const DEEPEST = 60;

/**
 * The text of a document as plain elements: no style attributes, no scripts, only addresses we let through. What it does
 * not know it shows as the text inside.
 */
export function DocumentText({ content, documentId, proposers = [] }: { content: JSONContent; documentId?: string; proposers?: Proposer[] }) {
  const { t } = useTranslation();
  const notes = footnotesOf(content);
  const around: Around = { documentId, numbers: new Map(notes.map((note, i) => [note, i + 1])), picture: t("documents.writing.image.shows"), proposers };
  return (
    <>
      {children(content, 0, around)}
      {notes.length > 0 ? <Footnotes notes={notes} around={around} /> : null}
    </>
  );
}

/** What a piece of text needs to know of the whole. */
type Around = {
  /** Whose pictures these are; without it they are only described. */
  documentId: string | undefined;
  numbers: Map<JSONContent, number>;
  picture: string;
  /** Who made the suggestions that are in it. */
  proposers: Proposer[];
};

function children(node: JSONContent, depth: number, around: Around): ReactNode {
  if (depth > DEEPEST) return null;
  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
  return (node.content ?? []).map((child, i) => <Fragment key={i}>{element(child, depth + 1, around)}</Fragment>);
}

function element(node: JSONContent, depth: number, around: Around): ReactNode {
  const inside = node.type === "text" ? null : children(node, depth, around);
  const id = anchorOf(node.attrs?.id);
  switch (node.type) {
    case "text":
      return inOrder(node.marks ?? []).reduce<ReactNode>((inside, mark) => marked(inside, mark, around), node.text ?? "");
    case "paragraph":
      return <p id={id}>{inside}</p>;
    case "heading":
      return heading(node.attrs?.level, id, inside);
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
    case "guidance":
      return null;
    case "footnote":
      return <FootnoteMark number={around.numbers.get(node)} />;
    case "mention":
      return isOwnPage(node.attrs?.to) ? <a href={node.attrs.to}>{String(node.attrs.label)}</a> : String(node.attrs?.label ?? "");
    case "image":
      return picture(node, id, around);
    case "table":
      return (
        <div className="tableWrapper" id={id}>
          <table>
            <tbody>{withScopes(node).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
              <Fragment key={i}>{element(row, depth + 1, around)}</Fragment>
            ))}</tbody>
          </table>
        </div>
      );
    case "tableRow":
      return <tr>{inside}</tr>;
    case "tableHeader":
      return <th scope={node.attrs?.scope} {...span(node)}>{inside}</th>;
    case "tableCell":
      return <td {...span(node)}>{inside}</td>;
    default:
      return inside;
  }
}

function heading(level: unknown, id: string | undefined, inside: ReactNode): ReactNode {
  if (level === 3) return <h3 id={id}>{inside}</h3>;
  return level === 4 ? <h4 id={id}>{inside}</h4> : <h2 id={id}>{inside}</h2>;
}

/** A picture where its document shows it; elsewhere, and when it is none of ours, the words that describe it. */
function picture({ attrs }: JSONContent, id: string | undefined, { documentId, picture: shows }: Around): ReactNode {
  const alt = String(attrs?.alt ?? "");
  if (!documentId || !isFileName(attrs?.src)) return <p id={id}>{`[${shows} ${alt}]`}</p>;
  return (
    <figure id={id}>
      <img src={paths.documentImage(documentId, attrs.src)} alt={alt} loading="lazy" />
    </figure>
  );
}

/** Heading cells say what they head: those of the first row their column, the others their row. */
function withScopes(table: JSONContent): JSONContent[] {
  const scoped = (cell: JSONContent, scope: string) => (cell.type === "tableHeader" ? { ...cell, attrs: { ...cell.attrs, scope } } : cell);
  return (table.content ?? []).map((row, i) => ({ ...row, content: (row.content ?? []).map((cell) => scoped(cell, i === 0 ? "col" : "row")) }));
}

function FootnoteMark({ number }: { number: number | undefined }) {
  const { t } = useTranslation();
  if (!number) return null;
  return (
    <sup>
      <a id={`rimando-${number}`} href={`#nota-${number}`} aria-label={t("documents.writing.footnote.to", { number })}>
        {number}
      </a>
    </sup>
  );
}

function Footnotes({ notes, around }: { notes: JSONContent[]; around: Around }) {
  const { t } = useTranslation();
  return (
    <section className="footnotes" aria-label={t("documents.writing.footnote.all")}>
      <ol>
        {notes.map((note, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
          <li key={i} id={`nota-${i + 1}`}>
            {children(note, 0, around)}{" "}
            <a href={`#rimando-${i + 1}`} aria-label={t("documents.writing.footnote.back", { number: i + 1 })}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
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
const MARKS = ["strike", "underline", "italic", "bold", "link", "modification", "deletion", "insertion"];

function inOrder<M extends { type: string }>(marks: M[]): M[] {
  return [...marks].sort((a, b) => MARKS.indexOf(a.type) - MARKS.indexOf(b.type));
}

function marked(inside: ReactNode, mark: { type: string; attrs?: Record<string, unknown> }, { proposers }: Around): ReactNode {
  const by = namesOf(proposers, { person: String(mark.attrs?.person), organisation: String(mark.attrs?.organisation) }) ?? undefined;
  switch (mark.type) {
    case "author":
      return (
        <span className={String(mark.attrs?.className)} title={String(mark.attrs?.name)}>
          {inside}
        </span>
      );
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
    case "insertion":
      return <ins className="suggested suggested-insertion" title={by}>{inside}</ins>;
    case "deletion":
      return <del className="suggested suggested-deletion" title={by}>{inside}</del>;
    case "modification":
      return <span className="suggested suggested-modification" title={by}>{inside}</span>;
    default:
      return inside;
  }
}

const span = ({ attrs }: JSONContent) => ({ colSpan: whole(attrs?.colspan), rowSpan: whole(attrs?.rowspan) });

/** A small whole number above one, else nothing. */
function whole(value: unknown): number | undefined {
  return Number.isInteger(value) && (value as number) > 1 && (value as number) < 1000 ? (value as number) : undefined;
}
