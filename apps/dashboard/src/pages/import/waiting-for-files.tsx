import type { ImportView } from '@readout/api-contract';
import type { FileFormat } from '../../findings/import-files.ts';
import { numbers } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Message } from '../../frame/message.tsx';
import { importWords } from '../../words/import-words.ts';
import { DatabaseForm } from './database-form.tsx';
import { DropArea } from './drop-area.tsx';
import styles from './import.module.css';
import { Panel } from './panel.tsx';
import { RemoveButton } from './remove-button.tsx';
import { useBringFiles } from './use-bring-files.ts';
import { useLook } from './use-look.ts';

/** An import that has not all of its files, or that nobody has looked through. */
export function WaitingForFiles({ publication, job }: { publication: string; job: ImportView }) {
  const look = useLook(publication, job.id);
  const say = importWords.imports;
  const { files, format } = job;
  const isEnough = format === 'listmonk' || files.some(({ name }) => format !== 'ghost' || name.endsWith('.json'));
  return (
    <Panel title={files.length === 0 ? say.from[format] : say.sent}>
      {files.length === 0 && format !== 'listmonk' && <p className="dim">{say.waitingSays}</p>}
      {files.length > 0 && (
        <ul>
          {files.map(({ name, bytes }) => (
            <li key={name}>
              {name} <span className="dim">({numbers.bytes(bytes)})</span>
            </li>
          ))}
        </ul>
      )}
      {format === 'ghost' && files.length === 1 && <p>{isEnough ? say.addMembers : say.addExport}</p>}
      {look.error !== null && <Message urgent>{look.error.message}</Message>}
      {isEnough && (
        <div className={styles['decide']}>
          <BusyButton loading={look.isPending} onClick={() => look.mutate(null)}>
            {say.look}
          </BusyButton>
        </div>
      )}
      <OtherSource publication={publication} job={job} isPlain={isEnough} />
      <div>
        <RemoveButton publication={publication} id={job.id} />
      </div>
    </Panel>
  );
}

/** Another file or address in place of what an import has. */
export function OtherSource({ publication, job, isPlain }: { publication: string; job: ImportView; isPlain: boolean }) {
  if (job.format === 'listmonk') return <DatabaseForm publication={publication} inPlaceOf={job.id} />;
  return <OtherFiles publication={publication} job={job} format={job.format} isPlain={isPlain} />;
}

function OtherFiles({
  publication,
  job,
  format,
  isPlain,
}: {
  publication: string;
  job: ImportView;
  format: FileFormat;
  isPlain: boolean;
}) {
  return <DropArea format={format} isPlain={isPlain} {...useBringFiles(publication, format, job)} />;
}
