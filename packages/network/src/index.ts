export { truncateAddress } from './address.ts';
export { type Networks, openNetworks, type Whereabouts } from './networks.ts';
export { PLACES_SECRET, Places } from './place.ts';
export { InvalidProxyRangeError, type ProxyTrust, trustProxies } from './proxy-trust.ts';
export { isPublicAddress } from './routable.ts';
