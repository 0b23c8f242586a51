/** The formats a notebook can be handed out in; what writes them stands in documents.ts. */

export const DOCUMENT_FORMATS = ['html', 'markdown', 'ipynb'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What stands behind the notebook's own name. */
export const ENDINGS: Readonly<Record<DocumentFormat, string>> = {
  html: '.html',
  markdown: '.outputs.md',
  ipynb: '.ipynb',
};
