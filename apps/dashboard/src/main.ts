import { mount } from './app.tsx';
import { speak } from './words/words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
void speak().then((language) => {
  document.documentElement.lang = language;
  mount(root);
});
