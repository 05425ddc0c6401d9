import { pagesOf } from '../../app/intake/reduce.js';
import type { FilledState } from '../../app/intake/state.js';
import { summaryOf } from '../../domain/questionnaire/summary.js';
import type { Messages } from '../../locale/messages.js';
import { answerWords } from '../views/answer-words.js';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE =
  'body{font:17px/1.55 system-ui,sans-serif;max-width:66ch;margin:2rem auto;padding:0 1rem}dt{font-weight:600;margin-top:.75rem}dd{margin:0;white-space:pre-wrap}';

/** The answers as a page of its own, without script and readable anywhere, for the client to keep. */
export function copyOf(state: FilledState, t: Messages): string {
  const topics = pagesOf(state).map((page) => {
    const lines = summaryOf(page, state.answers).map((line) =>
      line.kind === 'answer'
        ? `<dt>${escape(line.item.text)}</dt><dd>${escape(answerWords(line, t) ?? t.noAnswer)}</dd>`
        : `<dt>${escape(t.instance(line.item.entryName ?? t.entry, line.position))}</dt>`,
    );
    return `<h2>${escape(page.item.text)}</h2><dl>${lines.join('')}</dl>`;
  });
  const title = escape(t.copyTitle);
  return `<!doctype html><html lang="${t.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><p>${escape(t.copyNote)}</p>${topics.join('')}</html>`;
}
