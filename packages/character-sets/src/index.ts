export { CharacterDecoder } from './character-decoder.ts';
