/** Everything of a list that comes page by page. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Items of a page where all of them are wanted: as many as the API gives. */
export const LARGEST_PAGE = 200;
