import { Button, Progress } from '@mantine/core';
import { ApiError } from '../../api/client.ts';
import { ratio } from '../../format/numbers.ts';
import { numbers } from '../../format/viewer.ts';
import { Message } from '../../frame/message.tsx';
import { importWords } from '../../words/import-words.ts';
import styles from './import.module.css';
import { Panel } from './panel.tsx';
import { timeLeft } from './time-left.ts';
import { type UploadView, uploads } from './uploads.ts';

/** How far the files are on their way; or that they did not arrive, and how to send them again. */
export function Sending({ id, upload }: { id: string; upload: UploadView }) {
  const say = importWords.imports;
  const { sent, total, pace, name, error } = upload;
  if (upload.state === 'failed') {
    const brokeOff = error instanceof ApiError && error.status === 0;
    return (
      <Panel key="failed" title={say.sendFailed}>
        <Message
          urgent
          action={
            <div className={styles['decide']}>
              <Button onClick={() => uploads.again(id)}>{say.sendAgain}</Button>
              <Button variant="subtle" onClick={() => uploads.cancel(id)}>
                {say.cancelSending}
              </Button>
            </div>
          }
        >
          {brokeOff ? say.sendBroke : error?.message}
        </Message>
      </Panel>
    );
  }
  return (
    <Panel key="sending" title={say.sending}>
      <p className="dim">{say.sendingSays}</p>
      <Progress value={(ratio(sent, total) ?? 0) * 100} size="md" aria-label={say.sendingName(name)} />
      <p className={styles['figures']}>
        <span>
          {say.sentOf(numbers.bytes(sent), numbers.bytes(total))}
          {pace.perSecond !== null && <span className="dim"> · {say.perSecond(numbers.bytes(pace.perSecond))}</span>}
        </span>
        <span className="dim">{timeLeft(pace.secondsLeft)}</span>
      </p>
      <div>
        <Button variant="default" onClick={() => uploads.cancel(id)}>
          {say.cancelSending}
        </Button>
      </div>
    </Panel>
  );
}
