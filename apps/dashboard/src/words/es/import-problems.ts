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
  [/^Nothing can be imported from/, 'Desde ahí todavía no se puede importar.'],
];

/** A sentence of the API in Spanish, or as it came where it is not known here. */
export function importProblem(problem: string): string {
  const known = WHOLE[problem] ?? BEGINNINGS.find(([beginning]) => beginning.test(problem))?.[1];
  return known ?? `Readout dice: «${problem}»`;
}
