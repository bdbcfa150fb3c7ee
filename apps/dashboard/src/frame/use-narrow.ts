import { useMediaQuery } from '@mantine/hooks';

/** Whether the window has at most so much room, in em: by default that of a telephone. */
export function useNarrow(most = 48): boolean {
  return useMediaQuery(`(max-width: ${most}em)`, undefined, { getInitialValueInEffect: false }) ?? false;
}
