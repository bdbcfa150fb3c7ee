import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';
import { useFocusBack } from './use-focus-back.ts';

/** A button that waits for what it began, and then has the focus again: while it waits it is disabled, and has none. */
export function BusyButton(
  props: ButtonProps &
    Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & {
      loading: boolean;
    },
) {
  const button = useFocusBack<HTMLButtonElement>(props.loading);
  return <Button ref={button} {...props} />;
}
