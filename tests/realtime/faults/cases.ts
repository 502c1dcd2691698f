// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What can go wrong with a shared text, case by case, and the test that shows that nothing acknowledged is lost and
 * nothing refused is silent. `cases.test.ts` checks that each test is there under its name. Numbers are never reused.
 */
const R = "tests/realtime/";
const F = `${R}faults/`;

const MODEL = [`${F}model.test.ts`, "whatever happens to wires, disk, thread and server, nothing called saved and nothing shown is lost"] as const;
const KILLED = [`${R}crash.test.ts`, "killed at any moment while people type, the server forgets nothing it called saved and nothing anybody saw"] as const;
const HOSTILE = [`${R}hostile.test.ts`, "what no honest editor sends is refused, kept, and after three times ends the connection"] as const;
const SUGGESTS = [`${R}suggesting.test.ts`, "who may only suggest and %s is refused, and must open the document anew"] as const;
const SMALL_PRESENCE = [`${R}presence.test.ts`, "states that are too large, not JSON or not an object are refused; a clock at the end of numbers does no harm"] as const;

type Shown = readonly [file: string, test: string];

/** Number → what happens, and where it is shown. */
export const CASES: Record<number, readonly [what: string, ...shown: Shown[]]> = {
  // crash and storage
  1: ["process lost between receiving and commit", KILLED, MODEL],
  2: ["process lost between commit and broadcast", KILLED, MODEL],
  3: ["process lost between broadcast and acknowledgement", KILLED, MODEL],
  4: ["killed during compaction", [`${F}disk.test.ts`, "killed while a new base is being stored, the log's thread leaves the old base or the new one, never half of one"], KILLED],
  5: ["only the log's thread killed", [`${R}log.test.ts`, "lose nothing that was acknowledged, and need not send anything twice, when the thread is killed"], MODEL],
  6: ["document worker dies", [`${F}disk.test.ts`, "when the worker that judges texts dies of one, those who write go on and nothing of theirs is lost"]],
  7: ["disk full", [`${R}durability.test.ts`, "when the disk fails the room is frozen, says so, loses nothing and recovers by itself"], MODEL],
  8: ["write-through fails", [`${F}disk.test.ts`, "after a failed write to the disk the log trusts its handle no more: it opens the file again, and only then says stored"]],
  9: ["another process holds the file", [`${R}log.test.ts`, "are told when another process blocks the file for long, and all is stored by itself once it lets go"], MODEL],
  10: ["a long write-ahead log", [`${F}disk.test.ts`, "a long write-ahead log that a crash left behind is read, and moved into the database as soon as the log's thread starts"]],
  11: ["a damaged base", [`${R}durability.test.ts`, "a damaged base is rebuilt from the log, and one damaged row costs that row only"]],
  12: ["a damaged row", [`${R}poison.test.ts`, "a row damaged on the disk is left out and shown to administrators, and those who still have its words bring them back"], [`${R}durability.test.ts`, "a damaged base is rebuilt from the log, and one damaged row costs that row only"]],
  13: ["a copy of yesterday comes back with people online", [`${R}recovery.test.ts`, "somebody who was ahead of the copy brings back what others wrote, as not certain, and the others write on under their numbers"], ["tests/operations/backup.test.ts", "that is a day old comes back while twenty people are online: their newer words return, and whose they are is marked as not sure"]],
  14: ["asked to stop under load", [`${R}crash.test.ts`, "asked to stop while people type, the server ends by itself with everything it acknowledged on the disk"], [`${R}durability.test.ts`, "closing stores what was received, then sends everybody away to reconnect"]],
  15: ["the clock jumps", [`${F}disk.test.ts`, "order is that of the log, whatever the clock of the server says"], MODEL],
  16: ["a folder that cannot be written", [`${F}disk.test.ts`, "in a folder that cannot be written the server does not start, and says which"]],
  // network
  17: ["sockets dropped while typing", MODEL],
  18: ["a peer gone without a word", [`${F}network.test.ts`, "a peer that vanished without a word is found out, and its caret goes with it"]],
  19: ["the same update a hundred times", [`${R}hostile.test.ts`, "the same update sent a hundred times is stored once"], MODEL],
  20: ["updates out of order", [`${R}hostile.test.ts`, "a keystroke that overtakes earlier ones is asked for again, and only then called saved"]],
  21: ["three people back after long offline work", [`${R}copies.test.ts`, "three people come back at once after writing much offline, and all of it is there"]],
  22: ["asleep for weeks over two epochs", [`${R}copies.test.ts`, "after the past of the document was replaced, old words are neither merged nor lost"]],
  23: ["a proxy that cuts idle sockets", [`${F}network.test.ts`, "a proxy that cuts silent sockets finds none to cut"]],
  24: ["sockets blocked altogether", [`${R}copies.test.ts`, "where no socket ever opens although there is a network, the page is told, and goes on trying"]],
  25: ["a lone idle client", [`${F}network.test.ts`, "that is alone and touches nothing for ten minutes hears of the server in time, and never reconnects"]],
  26: ["everybody back at once after a restart", [`${F}network.test.ts`, "after a restart three hundred people come back at once to a large text, and each gets all of it"]],
  27: ["a slow reader", [`${R}slow.test.ts`, "somebody who reads slowly is told later, in one go, and then has everything"], [`${F}network.test.ts`, "a reader who falls behind catches up when the wire is better, and costs the others nothing"]],
  28: ["a client that never reads", [`${R}hostile.test.ts`, "who reads nothing is closed after a while, however much they ask for, and the others do not notice"]],
  // malformed and hostile frames
  29: ["random bytes", [`${R}fuzz.test.ts`, "no bytes whatever make the reader of frames or vectors fail in any other way than saying so"], [`${R}fuzz.test.ts`, "a server that is sent rubbish answers for none of it, keeps all of it, and goes on serving"]],
  30: ["truncations and flipped bits", [`${R}fuzz.test.ts`, "every truncation and every flipped bit of an update is refused or taken whole"], [`${R}fuzz.test.ts`, "several flipped bytes and random bytes are refused or taken whole"]],
  31: ["an impossible number of pieces", HOSTILE],
  32: ["numbers that never end", [`${R}fuzz.test.ts`, "no bytes whatever make the reader of frames or vectors fail in any other way than saying so"]],
  33: ["text instead of bytes", [`${R}hostile.test.ts`, "text frames are refused, oversized ones close the socket, the server lives"]],
  34: ["unknown and empty messages", HOSTILE],
  35: ["larger than allowed", [`${R}hostile.test.ts`, "text frames are refused, oversized ones close the socket, the server lives"]],
  36: ["a thousand fragments; compression unasked for", [`${F}network.test.ts`, "a message in a thousand pieces is a message; a compressed one, which nobody agreed upon, ends the socket"]],
  37: ["collected stretch under another's number", [`${R}hostile.test.ts`, "forged text under another's number is refused and kept aside, and the victim writes on"]],
  38: ["the same under one's own number", HOSTILE],
  39: ["deletion of what never was", HOSTILE, [`${R}hostile.test.ts`, "text that builds on itself or on what never comes is not stored"]],
  40: ["the whole text deleted by a writer", [`${F}hostility.test.ts`, "who deletes the whole text is taken at their word, by name, and the words before can be read from the log and put back"]],
  41: ["a number where a paragraph belongs", [`${R}poison.test.ts`, "a row with which no editor could show the document is found and left out, the rest stays, and everybody goes on without it"], [`${R}hostile.test.ts`, "what would make every editor fail on a document of blocks is refused, however it is put there"]],
  42: ["a page with another text schema", [`${R}access.test.ts`, "a page built with another text schema is turned away; one of ours and a plain client are let in"], [`${R}copies.test.ts`, "a page older than the text schema is sent away with everything it has on the device"]],
  43: ["nesting without end", HOSTILE, [`${F}hostility.test.ts`, "blocks put into each other without end, a few at a time, are taken as deep as everybody can read them and no deeper"]],
  44: ["a hundred thousand paragraphs at once", [`${F}hostility.test.ts`, "a hundred thousand empty paragraphs in one message are taken, and everybody goes on"]],
  45: ["documents and binary data in the document", HOSTILE],
  46: ["a second root", HOSTILE],
  47: ["a vector of a million clients", HOSTILE],
  48: ["ten thousand questions for everything", [`${F}hostility.test.ts`, "who asks for the whole text again and again is answered at a pace, and others are not kept waiting"]],
  49: ["presence too large, odd or for a thousand", SMALL_PRESENCE, [`${R}presence.test.ts`, "a connection has at most two numbers, and the silent are removed"]],
  50: ["presence for another, or sending another away", [`${R}presence.test.ts`, "nobody can speak for another, nor send them away"], SMALL_PRESENCE],
  // identity and permission
  51: ["presence as somebody important", [`${R}presence.test.ts`, "name, body and colour come from the session whatever the client claims, and unknown words are dropped"], [`${R}plain-clients.test.ts`, "sees who else is there, under the name of their session"]],
  52: ["new text under another's number", [`${R}hostile.test.ts`, "forged text under another's number is refused and kept aside, and the victim writes on"]],
  53: ["a client replays all it has", [`${F}hostility.test.ts`, "a client that opens with its own copy of everything, others' words included, changes nobody's authorship"], MODEL],
  54: ["two people in one browser", [`${R}copies.test.ts`, "two people in one browser: the words of one never go out in the name of the other"], [`${R}access.test.ts`, "a page opened for one person does not go on in the name of whoever signed in since in the same browser"]],
  55: ["an old number never seen", [`${F}hostility.test.ts`, "words written long ago under a number that nobody has seen belong to whoever brings them"]],
  56: ["two live people with one number", [`${F}hostility.test.ts`, "of two people who happen on the same number the second is told, their words are kept aside, and the first notices nothing"]],
  57: ["a reader who writes, and one who only repeats", [`${R}access.test.ts`, "a reader reads and is seen, and whatever their client sends is not written"], [`${R}access.test.ts`, "a reader whose client only repeats what everybody knows is not told off"]],
  58: ["lowered between two keystrokes", [`${R}access.test.ts`, "who becomes a reader stays in, is told, and what they send from then on is not written"]],
  59: ["revoked while the document is being opened", [`${R}access.test.ts`, "access that changes while a document is being opened is asked again"]],
  60: ["the session ends with the socket open", [`${R}access.test.ts`, "a session that ended is found by the general review without anybody saying so"]],
  61: ["signed out in another tab", ["tests/documents/lock.test.ts", "names the people, bodies and documents to ask again"], [`${R}access.test.ts`, "who loses access is out at once, and nothing sent after counts"]],
  62: ["a body leaves", [`${F}hostility.test.ts`, "a body that leaves is out of the text at once; its past words stay in its name"]],
  63: ["a page of another site", [`${R}access.test.ts`, "a page of another site is refused even with a valid session; ours and programs are not"]],
  64: ["names that are none, epochs that are past", [`${F}hostility.test.ts`, "a name that is none (%s) opens nothing"], [`${R}access.test.ts`, "an address of another epoch is stale, the current one and the bare one are welcome"]],
  65: ["sealed while fifty write", [`${R}still.test.ts`, "while fifty people write a document is sealed: what was acknowledged is in it, what comes later is kept aside"], ["tests/documents/sealing.test.ts", "what arrives while fifty people type is either in the sealed text or not taken, and the seal is of exactly what is stored"]],
  66: ["opened again, and a page from before returns", [`${R}copies.test.ts`, "what the server refused is put apart: the next page shows the document as it is, and sends the refused words no more"]],
  67: ["who may suggest edits the accepted text", SUGGESTS],
  68: ["a suggestion in another's name", SUGGESTS],
  69: ["comments whose place changes", ["tests/documents/comment-anchors.test.ts", "whatever is edited, a comment stands beside its own words or is reported lost"]],
  70: ["put back while others write", [`${F}hostility.test.ts`, "a text put back to what it was keeps what others write meanwhile"]],
  // load and leaks
  71: ["openings without a session", [`${F}load.test.ts`, "sockets without a session are sent away before anything is loaded, and those beyond the measure before the handshake"]],
  72: ["many documents opened once", [`${F}load.test.ts`, "documents that were opened once leave nothing in memory and no timer"]],
  73: ["loads that fail", [`${F}load.test.ts`, "documents that cannot be loaded leave nothing behind, however often they are asked for"]],
  74: ["gone before the document is loaded", [`${F}load.test.ts`, "whoever leaves while the document is still being loaded is not waited for"]],
  75: ["one person, hundreds of tabs", [`${R}access.test.ts`, "one person has only so many sockets, one address only so many openings"]],
  76: ["one who floods", [`${F}load.test.ts`, "one who sends without measure is slowed down, and another's words are saved meanwhile"], [`${R}hostile.test.ts`, "who sends too fast is slowed down and nothing of theirs is lost"]],
  77: ["a long log never compacted", [`${F}load.test.ts`, "a log of sixty-eight thousand keystrokes that was never compacted is opened at once"]],
  78: ["deleted text after compaction", [`${R}durability.test.ts`, "compaction makes deleted text really disappear and changes nothing else"]],
  79: ["many viewers, few writers", [`${F}load.test.ts`, "a crowd of viewers reads what five people write, in fewer messages than were written"]],
  // interoperation
  81: ["plain clients 1.5.4, 2.1.0 and 3.1.0", [`${R}plain-clients.test.ts`, "writes together with another and both read the same"], [`${R}plain-clients.test.ts`, "comes back by itself with what it wrote meanwhile, and is visible at once"], MODEL],
  82: ["two tabs that talk to each other", [`${F}network.test.ts`, "in two tabs of one browser, which also talk to each other, writes one text in its person's name"]],
  83: ["the door closed for good", [`${F}network.test.ts`, "that is shown the door for good stops knocking if it knows how, and else knocks gently"], [`${R}provider.test.ts`, "a door closed for good is told with its code and not knocked at again"]],
  84: ["our client on a server that does not acknowledge", [`${R}provider.test.ts`, "on a server that does not know barriers nothing is ever called saved"]],
  85: ["an older Yjs", [`${F}hostility.test.ts`, "a browser with an older Yjs writes with the server and with newer ones, deletions and all"]],
};
