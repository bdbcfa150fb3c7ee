import type { InputWrapperProps } from '@mantine/core';

/** For fields side by side: explained below, so that labels and fields line up whatever there is to explain. */
export const FIELD_ORDER: NonNullable<InputWrapperProps['inputWrapperOrder']> = [
  'label',
  'input',
  'description',
  'error',
];
