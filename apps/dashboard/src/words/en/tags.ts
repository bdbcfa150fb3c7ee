/** An issue's tags, on its page. */
export const tags = {
  tags: 'Tags',
  add: 'Add tags',
  edit: 'Edit tags',
  done: 'Done',
  field: 'Tags of this issue',
  placeholder: 'Type a tag, then Enter',
  most: 'An issue has at most 20 tags.',
};
