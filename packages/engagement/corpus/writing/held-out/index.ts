import type { Family } from '../family.ts';
import { appleMailAgain } from './apple-mail-again.ts';
import { archiveRobots } from './archive-robots.ts';
import { bareBonesBrowsers } from './bare-bones-browsers.ts';
import { changingNetworks } from './changing-networks.ts';
import { cisco } from './cisco-secure-email.ts';
import { cloudDesktop } from './cloud-desktop.ts';
import { duckDuckGoProtection } from './duckduckgo-protection.ts';
import { fraudReport } from './fraud-report.ts';
import { gatewaysInARow } from './gateways-in-a-row.ts';
import { gmailAgain } from './gmail-again.ts';
import { messengerPreviews } from './messenger-previews.ts';
import { newsletterToFeed } from './newsletter-to-feed.ts';
import { offlineReading } from './offline-reading.ts';
import { otherImageProxies } from './other-image-proxies.ts';
import { outlookElsewhere } from './outlook-phone-and-mac.ts';
import { proofpointAgain } from './proofpoint-again.ts';
import { protonMail } from './proton-mail.ts';
import { rareBrowsers } from './rare-browsers.ts';
import { rareLibraries } from './rare-libraries.ts';
import { rarePrograms } from './rare-mail-programs.ts';
import { readerAmidScan } from './reader-amid-scan.ts';
import { recheckElsewhere } from './recheck-elsewhere.ts';
import { residentialGateway } from './residential-gateway.ts';
import { safeLinksAgain } from './safe-links-again.ts';
import { screenReader } from './screen-reader.ts';
import { sharedMailbox } from './shared-mailbox.ts';
import { sophos } from './sophos.ts';
import { symantec } from './symantec.ts';
import { torBrowser } from './tor-browser.ts';
import { trendMicro } from './trend-micro.ts';
import { university } from './university.ts';

/** What rules are only measured on: whoever writes rules does not read this folder. */
export const HELD_OUT: readonly Family[] = [
  appleMailAgain,
  gmailAgain,
  protonMail,
  otherImageProxies,
  duckDuckGoProtection,
  sharedMailbox,
  rarePrograms,
  outlookElsewhere,
  rareBrowsers,
  bareBonesBrowsers,
  screenReader,
  offlineReading,
  torBrowser,
  cloudDesktop,
  university,
  changingNetworks,
  cisco,
  symantec,
  trendMicro,
  sophos,
  safeLinksAgain,
  proofpointAgain,
  residentialGateway,
  gatewaysInARow,
  recheckElsewhere,
  readerAmidScan,
  fraudReport,
  messengerPreviews,
  archiveRobots,
  newsletterToFeed,
  rareLibraries,
];
