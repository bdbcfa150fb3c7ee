import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './side-drawer.module.css';

/** Stands beside the page, which stays where it was. */
export function SideDrawer({
  isOpen,
  onClose,
  onClosed,
  width,
  title,
  closeLabel,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  /** Once it has slid away. */
  onClosed?: () => void;
  /** In CSS; never wider than the screen. */
  width: string;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
}) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      {...(onClosed === undefined ? {} : { transitionProps: { onExited: onClosed } })}
      position="right"
      size={`min(${width}, 100%)`}
      title={title}
      closeButtonProps={{ 'aria-label': closeLabel }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      // The dialog is no page: its head is not a second banner beside the page's.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{
        content: styles['content'] ?? '',
        header: styles['header'] ?? '',
        title: styles['title'] ?? '',
        body: styles['body'] ?? '',
      }}
    >
      {children}
    </Drawer>
  );
}
