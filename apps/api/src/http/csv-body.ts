/** A body that came as `text/csv`, not read yet. */
export class CsvBody {
  constructor(readonly text: string) {}
}
