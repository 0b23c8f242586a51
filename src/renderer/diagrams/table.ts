/** The same facts as a picture's, as rows of text, for those who read tables or hear them. */
export interface TableView {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
