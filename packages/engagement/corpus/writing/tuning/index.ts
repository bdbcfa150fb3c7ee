import type { Family } from '../family.ts';
import { appleMail } from './apple-mail.ts';
import { appleMailUnprotected } from './apple-mail-unprotected.ts';
import { barracuda } from './barracuda.ts';
import { chatPreviews } from './chat-previews.ts';
import { corporateVpn } from './corporate-vpn.ts';
import { doubleClick } from './double-click.ts';
import { fastClicker } from './fast-clicker.ts';
import { forwarded } from './forwarded.ts';
import { gatewayRecheck } from './gateway-recheck.ts';
import { gatewayThenReader } from './gateway-then-reader.ts';
import { gmailApp } from './gmail-app.ts';
import { gmailPrefetch } from './gmail-prefetch.ts';
import { gmailWeb } from './gmail-web.ts';
import { googleWorkspace } from './google-workspace.ts';
import { headlessBrowsers } from './headless-browsers.ts';
import { hey } from './hey.ts';
import { httpLibraries } from './http-libraries.ts';
import { imagesBlocked } from './images-blocked.ts';
import { inAppBrowser } from './in-app-browser.ts';
import { freeAndroidMail } from './k9-and-fairemail.ts';
import { mimecast } from './mimecast.ts';
import { mistakenProvider } from './mistaken-provider.ts';
import { namelessGateway } from './nameless-gateway.ts';
import { officeAtNine } from './office-at-nine.ts';
import { oldWebView } from './old-web-view.ts';
import { outlookDesktopFamily } from './outlook-desktop.ts';
import { outlookWeb } from './outlook-web.ts';
import { privateRelay } from './private-relay.ts';
import { proofpoint } from './proofpoint.ts';
import { safeLinks } from './safe-links.ts';
import { samsungMail } from './samsung-mail.ts';
import { singleLinkGateway } from './single-link-gateway.ts';
import { slowGateway } from './slow-gateway.ts';
import { strippedHeaders } from './stripped-headers.ts';
import { tabOpener } from './tab-opener.ts';
import { textOnly } from './text-only.ts';
import { thunderbirdFamily } from './thunderbird.ts';
import { twoPlaces } from './two-places.ts';
import { uptimeCheckers } from './uptime-checkers.ts';
import { yahooMail } from './yahoo-mail.ts';

/** What rules may be written from. */
export const TUNING: readonly Family[] = [
  appleMail,
  appleMailUnprotected,
  gmailWeb,
  gmailApp,
  gmailPrefetch,
  yahooMail,
  outlookWeb,
  outlookDesktopFamily,
  thunderbirdFamily,
  samsungMail,
  freeAndroidMail,
  imagesBlocked,
  textOnly,
  hey,
  fastClicker,
  tabOpener,
  officeAtNine,
  doubleClick,
  corporateVpn,
  privateRelay,
  forwarded,
  twoPlaces,
  inAppBrowser,
  oldWebView,
  strippedHeaders,
  safeLinks,
  proofpoint,
  mimecast,
  barracuda,
  googleWorkspace,
  namelessGateway,
  slowGateway,
  singleLinkGateway,
  gatewayThenReader,
  gatewayRecheck,
  chatPreviews,
  httpLibraries,
  headlessBrowsers,
  uptimeCheckers,
  mistakenProvider,
];
