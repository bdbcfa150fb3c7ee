/** Why an import stopped, by the API's sentence. */
const WHOLE: Readonly<Record<string, string>> = {
  'Readout stopped while this was under way. Start it again: it goes on where it was.':
    'Readout se paró mientras estaba en marcha. Vuelve a empezarla: sigue donde estaba.',
  "It failed; the server's log has the reason. What was imported is kept: start it again, and it goes on where it was.":
    'Ha fallado; el registro del servidor dice por qué. Lo importado se queda: vuelve a empezarla y sigue donde estaba.',
  'There is no posts.csv in the archive, so it is not an export of Substack. Download it under Settings → Exports, and give it as it comes.':
    'En el archivo no hay ningún posts.csv, así que no es una exportación de Substack. Descárgala en Settings → Exports y úsala tal como viene.',
};
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^There is nothing to read yet/, 'Todavía no hay nada que leer: falta el archivo.'],
  [/^Give one file/, 'Hace falta un solo archivo, no varios.'],
  [
    /^The file is not a ZIP archive that can be read/,
    'El archivo no es un ZIP que se pueda leer. Descarga otra vez la exportación y úsala tal como viene.',
  ],
  [
    / has no column post_id/,
    'La lista de entradas no tiene la columna post_id, así que no es la de Substack. Descarga otra vez la exportación y úsala tal como viene.',
  ],
  [
    /^There are no posts in the export\. Ghost/,
    'En la exportación no hay ninguna entrada. Ghost la crea en Settings → Import/Export → Export → Content & settings.',
  ],
  [
    /^The export is not JSON as Ghost writes it/,
    'La exportación no es un JSON como los que escribe Ghost. Expórtala otra vez y úsala tal como viene.',
  ],
  [
    / is an archive or a spreadsheet/,
    'Es un archivo comprimido o una hoja de cálculo (.zip, .xlsx). Descomprímelo, o guarda la hoja como CSV, y usa eso.',
  ],
  [
    /^The file is one list of JSON/,
    'El archivo es una sola lista de JSON. Escribe un objeto por línea, como hace jq -c ".[]" eventos.json > eventos.ndjson.',
  ],
  [
    /^This is no table/,
    'No es una tabla: la primera línea tiene que nombrar las columnas, separadas por comas, puntos y coma o tabuladores, y debajo tiene que haber filas.',
  ],
  [/^Nothing can be imported from/, 'Desde ahí todavía no se puede importar.'],
];

/** A sentence of the API in Spanish, or as it came where it is not known here. */
export function importProblem(problem: string): string {
  const known = WHOLE[problem] ?? BEGINNINGS.find(([beginning]) => beginning.test(problem))?.[1];
  return known ?? `Readout dice: «${problem}»`;
}
