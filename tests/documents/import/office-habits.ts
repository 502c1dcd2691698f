// SPDX-License-Identifier: AGPL-3.0-or-later
/** What Word and LibreOffice do to a file that somebody only opens and saves. By the shape of their XML, not by running them. */
import { edited } from "./edit-word";

/**
 * A file of ours as Word saves it: revision ids on everything, runs split at a spelling mistake or where the caret was, the
 * bookmark `_GoBack`, bookmarks between paragraphs, smart tags, content controls, page breaks it drew, and shapes with a fallback.
 */
export function savedByWord(file: Uint8Array): Uint8Array {
  let run = 0;
  let paragraph = 0;
  const hex = (n: number) => (0x00a10000 + n * 7919).toString(16).toUpperCase().padStart(8, "0");
  return edited(file, "word/document.xml", (xml) =>
    xml
      // "Il centro" may become three runs, with a mark of the spelling checker between
      .replace(/<w:r>(\s*<w:rPr>[\s\S]*?<\/w:rPr>)?\s*<w:t xml:space="preserve">([^<]{4,})<\/w:t>\s*<\/w:r>/g, (_whole, look = "", words: string) => {
        const at = (run++ % 3) + 1;
        const piece = (text: string) => `<w:r w:rsidR="${hex(run)}" w:rsidRPr="${hex(run + 1)}">${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
        // never inside an entity
        if (/&/.test(words)) return piece(words);
        return `${piece(words.slice(0, at))}<w:proofErr w:type="spellStart"/>${piece(words.slice(at, at + 2))}<w:proofErr w:type="spellEnd"/>${run % 4 === 0 ? "<w:r><w:lastRenderedPageBreak/></w:r>" : ""}${piece(words.slice(at + 2))}`;
      })
      .replace(/<w:p>/g, () => `<w:p w14:paraId="${hex(++paragraph)}" w14:textId="77777777" w:rsidR="${hex(1)}" w:rsidRDefault="${hex(paragraph)}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">`)
      // bookmarks get other numbers, and some stand in front of their paragraph
      .replace(/(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)"/g, (_whole, start: string, id: string) => `${start}${Number(id) + 400}"`)
      .replace(/(<w:p [^>]*>)(\s*<w:pPr>[\s\S]*?<\/w:pPr>)?\s*(<w:bookmarkStart [^>]*w:name="b_[^>]*>)/g, (whole, open: string, look = "", bookmark: string) => (paragraph++ % 2 ? `${bookmark}${open}${look}` : whole))
      .replace("Ultimo", '</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t>Ultimo')
      .replace(/(<w:r [^>]*>(?:(?!<\/w:r>)[\s\S])*?servizio<\/w:t>\s*<\/w:r>)/, '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"><w:smartTagPr><w:attr w:name="ProductID" w:val="x"/></w:smartTagPr>$1</w:smartTag>'),
  );
}

/** A file of ours as LibreOffice saves it: page breaks it drew inside words, spans of automatic styles, blanks and tabs as elements. */
export function savedByLibreOffice(file: Uint8Array): Uint8Array {
  let n = 0;
  return edited(file, "content.xml", (xml) =>
    xml.replace(/(<text:(?:p|h)\b[^>]*>)([\s\S]*?)(<\/text:(?:p|h)>)/g, (_whole, open: string, inside: string, close: string) => {
      const words = inside.replace(/>([^<&]{6,})</g, (_text, plain: string) => {
        n += 1;
        const half = Math.floor(plain.length / 2);
        return `>${plain.slice(0, half)}${n % 3 === 0 ? "<text:soft-page-break/>" : ""}<text:span text:style-name="T${n % 9}">${plain.slice(half).replace(/ {2}/g, ' <text:s/>')}</text:span><`;
      });
      return `${open.replace(/>$/, ` xml:id="list${n}">`)}${words}${close}`;
    }),
  );
}
