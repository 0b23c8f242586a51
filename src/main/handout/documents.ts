/** The documents a notebook can be handed out as. */
import type { Evaluation } from '../../shared/evaluation';
import type { Notebook } from '../../shared/notebook';
import type { DocumentFormat } from './formats';
import { handoutOf } from './handout';
import { handoutHtml } from './html';
import { handoutIpynb } from './ipynb';
import { handoutMarkdown } from './markdown';
import { PLAIN_PICTURES, THEMED_PICTURES } from './pictures';

export function writeDocument(notebook: Notebook, evaluation: Evaluation, format: DocumentFormat): string {
  const handout = handoutOf(notebook, evaluation);
  switch (format) {
    case 'html':
      return handoutHtml(handout, THEMED_PICTURES);
    case 'markdown':
      return handoutMarkdown(handout);
    case 'ipynb':
      return handoutIpynb(handout, PLAIN_PICTURES);
  }
}
