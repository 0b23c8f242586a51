/** The diagrams' part of the catalogue of texts. */
export { diagramStrings as strings } from '../../shared/strings/diagram';
