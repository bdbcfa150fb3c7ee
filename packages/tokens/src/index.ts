export { hashedName } from './hashed-name.ts';
export { REFERENCE_SECRET, readerReference } from './reader-reference.ts';
export { domainOf, domainOfAddress } from './recipient-domain.ts';
export {
  mintToken,
  type SigningKey,
  TOKEN_LENGTH,
  type TokenRefusal,
  type VerifiedToken,
  verifyToken,
} from './token.ts';
