/** The diagrams' part of the catalogue of texts. */
import { strings as all } from '../../shared/strings';

export const strings = all.diagram;
