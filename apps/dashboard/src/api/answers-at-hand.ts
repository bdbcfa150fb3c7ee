/**
 * Where answers may come from before the network is asked: in a browser from the page itself, which the server may have
 * drawn; on the server always from the API in the same process.
 * @param path below `/api/v1`, with its query
 * @returns the answer, or `undefined` where the network is to be asked
 */
export type AnswersAtHand = (path: string) => unknown;

let source: AnswersAtHand = () => undefined;

export function answerAtHand(path: string): unknown {
  return source(path);
}

export function takeAnswersFrom(other: AnswersAtHand): void {
  source = other;
}
