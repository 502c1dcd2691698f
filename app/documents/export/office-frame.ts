// SPDX-License-Identifier: AGPL-3.0-or-later
/** Head and foot of every page for Word and LibreOffice: Pandoc has them only in a file to imitate, and ours change with each document. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { JSONContent } from "@tiptap/core";
import { cleanText } from "./clean-text";
import { BOOKMARK } from "./pandoc-text";
import type { Paper } from "./paper";

const headOf = (paper: Paper) => [paper.comune, paper.table, paper.title].filter(Boolean).join(" · ");
const footOf = (paper: Paper) => [`${paper.state} · ${paper.date}`, paper.protocol && `${paper.words.protocol} ${paper.protocol}`].filter(Boolean).join(" · ");

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A DOCX of Pandoc with head, foot, page numbers and A4 pages. */
export function withDocxFrame(docx: Uint8Array, paper: Paper): Uint8Array {
  return edited(docx, {
    "[Content_Types].xml": (types) => types.replace("</Types>", `<Override PartName="/word/header1.xml" ContentType="${PARTS}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${PARTS}.footer+xml"/></Types>`),
    "word/_rels/document.xml.rels": (relations) => relations.replace("</Relationships>", `<Relationship Id="rIdHead" Type="${RELATIONS}/header" Target="header1.xml"/><Relationship Id="rIdFoot" Type="${RELATIONS}/footer" Target="footer1.xml"/></Relationships>`),
    "word/document.xml": (document) =>
      document.replace(
        /<w:sectPr>/,
        `<w:sectPr><w:headerReference xmlns:r="${RELATIONS}" w:type="default" r:id="rIdHead"/><w:footerReference xmlns:r="${RELATIONS}" w:type="default" r:id="rIdFoot"/>`,
      ).replace(/<\/w:sectPr>/, '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1361" w:bottom="1474" w:left="1361" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'),
    // the words of a note that would go stay its words: only the call in the text is struck
    "word/footnotes.xml": (notes) => notes.replace(/<(\/?)w:delText\b/g, "<$1w:t"),
    "word/header1.xml": () => `${XML}<w:hdr ${WORD}>${wordLine(wordText(headOf(paper)))}</w:hdr>`,
    "word/footer1.xml": () => `${XML}<w:ftr ${WORD}>${wordLine(`${wordText(`${footOf(paper)} · ${paper.words.page} `)}${wordField("PAGE")}${wordText(` ${paper.words.of} `)}${wordField("NUMPAGES")}`)}</w:ftr>`,
  });
}

/** Paragraphs that somebody proposes whole: their end is a revision too, which Pandoc cannot say. `blocks` went through `cleanText`. */
export function withNewParagraphs(docx: Uint8Array, blocks: JSONContent[]): Uint8Array {
  const coming = blocks.flatMap(comingIn);
  if (coming.length === 0) return docx;
  return edited(docx, {
    "word/document.xml": (document) =>
      coming.reduce((xml, { id, author, date }) => {
        const mark = `<w:rPr><w:ins w:id="0" w:author="${escaped(author)}" w:date="${escaped(date)}"/></w:rPr>`;
        return xml.replace(new RegExp(`</w:pPr>(<w:bookmarkStart [^>]*w:name="${BOOKMARK}${id}")`), `${mark.replace(/\$/g, "$$$$")}</w:pPr>$1`);
      }, document),
  });
}

function comingIn({ attrs, content = [] }: JSONContent): { id: string; author: string; date: string }[] {
  const own = attrs?.comes && attrs.id ? [{ id: String(attrs.id), author: String(attrs.comes.author), date: String(attrs.comes.date) }] : [];
  return [...own, ...content.flatMap(comingIn)];
}

const SMALL = '<w:rPr><w:color w:val="3D4F63"/><w:sz w:val="17"/></w:rPr>';
const wordLine = (runs: string) => `<w:p>${runs}</w:p>`;
const wordText = (text: string) => `<w:r>${SMALL}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const wordField = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r>${SMALL}<w:t>1</w:t></w:r></w:fldSimple>`;

/** An ODT of Pandoc with head, foot, page numbers, on every picture its description, which Pandoc leaves out, and lists that begin where they should. */
export function withOdtFrame(odt: Uint8Array, paper: Paper): Uint8Array {
  const pictures = picturesIn(cleanText(paper.content, { suggestions: "without" })).filter(({ src }) => paper.images[src]);
  const head = `<style:header><text:p text:style-name="Header">${escaped(headOf(paper))}</text:p></style:header>`;
  const number = `${escaped(paper.words.page)} <text:page-number text:select-page="current">1</text:page-number> ${escaped(paper.words.of)} <text:page-count>1</text:page-count>`;
  const foot = `<style:footer><text:p text:style-name="Footer">${escaped(footOf(paper))} · ${number}</text:p></style:footer>`;
  return edited(odt, {
    "content.xml": (content) =>
      content
        // in ODF the number belongs to the item, not to the list
        .replace(/<text:list\b([^>]*?) text:start-value="(\d+)"([^>]*>\s*)<text:list-item>/g, '<text:list$1$3<text:list-item text:start-value="$2">')
        .replace(/(<draw:image\b[^>]*?(?:\/>|>\s*<\/draw:image>))(?=\s*<\/draw:frame>)/g, (image) => `${image}<svg:title>${escaped(pictures.shift()?.alt ?? "")}</svg:title>`),
    "styles.xml": (styles) =>
      styles.replace(/<style:master-page\b([^>]*?)\/>/, `<style:master-page$1>${head}${foot}</style:master-page>`).replace(/(<style:master-page\b[^>]*[^/]>)(?!<style:header>)/, `$1${head}${foot}`),
  });
}

const picturesIn = (blocks: JSONContent[]): { src: string; alt: string }[] => blocks.flatMap(({ type, attrs, content = [] }) => (type === "image" ? [{ src: String(attrs?.src), alt: String(attrs?.alt) }] : picturesIn(content)));

/** A parcel with some of its parts rewritten; parts that are not there are added. `mimetype` stays first and uncompressed, as ODF wants it. */
function edited(parcel: Uint8Array, edits: Record<string, (part: string) => string>): Uint8Array {
  const parts = unzipSync(parcel);
  for (const [name, edit] of Object.entries(edits)) parts[name] = strToU8(edit(parts[name] ? strFromU8(parts[name]) : ""));
  const names = Object.keys(parts).sort((a, b) => Number(b === "mimetype") - Number(a === "mimetype"));
  return zipSync(Object.fromEntries(names.map((name) => [name, [parts[name]!, { level: name === "mimetype" ? 0 : 6 }]])), { mtime: new Date(BEGINNING) });
}

/** ZIP counts from here: the same paper makes the same bytes. */
const BEGINNING = "1980-01-01T12:00:00Z";
