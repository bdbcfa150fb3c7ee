/** What kind of program a client is. `app`: one that shows pages inside itself, with a web view of the system. */
export type FamilyKind = 'browser' | 'mail' | 'app' | 'text';

export interface Family {
  readonly name: string;
  readonly kind: FamilyKind;
  /** Tells it by its user agent; the first group is the major version, where it says one. */
  readonly pattern: RegExp;
  /**
   * The first major version that sends Sec-Fetch-* headers with a navigation, by the compatibility data for
   * Sec-Fetch-Dest (web-platform-dx.github.io/web-features-explorer/features/fetch-metadata). Left out: it never
   * does, or nobody knows.
   */
  readonly fetchMetadata?: number;
  /** Below this version it is years out of use, yet gateways' frozen browsers say so still. */
  readonly outdatedBelow?: number;
}

/**
 * The programs that people read mail and open links with. The first that fits names the client: mail clients and
 * what is built on another browser come before that browser.
 */
export const FAMILIES: readonly Family[] = [
  // Mail clients. -----------------------------------------------------------------------------------------------------
  { name: 'Outlook app', kind: 'mail', pattern: /\bOutlook-(?:iOS|Android)\b/ },
  { name: 'Outlook', kind: 'mail', pattern: /\bMicrosoft Outlook(?: Mail)?[ /]?(\d+)?|\bMacOutlook\/(\d+)/ },
  {
    name: 'Outlook',
    kind: 'mail',
    pattern: /\bMSOffice (\d+)|\bms-office\b(?!.*\bMSOffice)|\bMicrosoft Office\/(\d+)/,
  },
  { name: 'Windows Mail', kind: 'mail', pattern: /\bWindows-?Live-?Mail\b|\bWindowsMail\b|\bOutlook-Express\/(\d+)/i },
  { name: 'Thunderbird', kind: 'mail', pattern: /\bThunderbird(?:\/(\d+))?/ },
  { name: 'Betterbird', kind: 'mail', pattern: /\bBetterbird(?:\/(\d+))?/ },
  { name: 'Postbox', kind: 'mail', pattern: /\bPostbox(?:App)?(?:\/(\d+))?/i },
  { name: 'eM Client', kind: 'mail', pattern: /\beM ?Client(?:\/(\d+))?/i },
  { name: 'Mailbird', kind: 'mail', pattern: /\bMailbird(?:\/(\d+))?/i },
  { name: 'Mailspring', kind: 'mail', pattern: /\bMailspring(?:\/(\d+))?/i },
  { name: 'Spark', kind: 'mail', pattern: /\bSpark(?:Desktop)?\/(\d+)/ },
  { name: 'Airmail', kind: 'mail', pattern: /\bAirmail(?: |\/)?(\d+)?/ },
  { name: 'Canary Mail', kind: 'mail', pattern: /\bCanary(?: ?Mail)\/?(\d+)?/ },
  { name: 'Superhuman', kind: 'mail', pattern: /\bSuperhuman(?:\/(\d+))?/i },
  { name: 'Evolution', kind: 'mail', pattern: /\bEvolution(?:\/(\d+))?/ },
  { name: 'Geary', kind: 'mail', pattern: /\bGeary(?:\/(\d+))?/ },
  { name: 'KMail', kind: 'mail', pattern: /\bKMail(?:\/(\d+))?|\bkmail2?\b/ },
  { name: 'Claws Mail', kind: 'mail', pattern: /\bClaws ?Mail(?:\/(\d+))?/i },
  { name: 'Sylpheed', kind: 'mail', pattern: /\bSylpheed(?:\/(\d+))?/ },
  { name: 'The Bat!', kind: 'mail', pattern: /\bThe Bat!(?: (\d+))?/ },
  { name: 'HCL Notes', kind: 'mail', pattern: /\b(?:Lotus|HCL|IBM)[- ]?Notes(?:\/(\d+))?/ },
  { name: 'Zimbra', kind: 'mail', pattern: /\bZimbra(?:Desktop)?(?:\/(\d+))?/i },
  { name: 'Proton Mail', kind: 'mail', pattern: /\bProton ?Mail(?:\/(\d+))?/i },
  { name: 'Tuta', kind: 'mail', pattern: /\b(?:tutanota|tuta)-desktop(?:\/(\d+))?/i },
  {
    name: 'Yahoo Mail app',
    kind: 'mail',
    pattern: /\bYahooMobile(?:Mail|Messenger)?(?:\/(\d+))?|\bYahoo ?Mail\/(\d+)/i,
  },
  { name: 'Samsung Email', kind: 'mail', pattern: /\bSamsung ?E?mail(?:\/(\d+))?|\bSecEmail\b/i },
  { name: 'BlueMail', kind: 'mail', pattern: /\bBlue ?Mail(?:\/(\d+))?/i },
  { name: 'K-9 Mail', kind: 'mail', pattern: /\bK-?9(?: |-)?Mail(?:\/(\d+))?/i },
  { name: 'FairEmail', kind: 'mail', pattern: /\bFairEmail(?:\/(\d+))?/i },
  { name: 'MailMate', kind: 'mail', pattern: /\bMailMate\b/ },
  { name: 'Missive', kind: 'mail', pattern: /\bMissive(?:\/(\d+))?/ },
  { name: 'Nine', kind: 'mail', pattern: /^Nine(?:\/(\d+))?/ },
  { name: 'BlackBerry Hub', kind: 'mail', pattern: /\bBB10\b|\bBlackBerry\b/ },

  // Apps with a browser inside. ---------------------------------------------------------------------------------------
  { name: 'Facebook app', kind: 'app', pattern: /\bFBA[NV]\/|\bFB_IAB\b|\bMetaIAB\b/ },
  { name: 'Instagram app', kind: 'app', pattern: /\bInstagram (\d+)/ },
  { name: 'LinkedIn app', kind: 'app', pattern: /\bLinkedInApp\b/ },
  { name: 'Slack app', kind: 'app', pattern: /\bSlack(?:_SSB)?\/(\d+)/ },
  { name: 'Teams', kind: 'app', pattern: /\bTeams(?:Mobile-\w+)?\/(\d+)/ },
  { name: 'WeChat', kind: 'app', pattern: /\bMicroMessenger\/(\d+)/ },
  { name: 'Google app', kind: 'app', pattern: /\bGSA\/(\d+)/ },

  // Browsers that show text only, and no pictures. ----------------------------------------------------------------------
  { name: 'Lynx', kind: 'text', pattern: /^Lynx\/(\d+)/ },
  { name: 'w3m', kind: 'text', pattern: /^w3m\/(\d+)/ },
  { name: 'ELinks', kind: 'text', pattern: /^ELinks(?:\/| \()(\d+)?/i },
  { name: 'Links', kind: 'text', pattern: /^Links(?:\/| \()(\d+)?/ },

  // Browsers. -----------------------------------------------------------------------------------------------------------
  { name: 'Edge', kind: 'browser', pattern: /\bEdg(?:A|iOS)?\/(\d+)/, fetchMetadata: 80 },
  { name: 'Edge Legacy', kind: 'browser', pattern: /\bEdge\/(\d+)/, outdatedBelow: 99 },
  { name: 'Opera', kind: 'browser', pattern: /\b(?:OPR|OPT|OPX)\/(\d+)/ },
  { name: 'Opera', kind: 'browser', pattern: /^Opera\/.*\bVersion\/(\d+)|^Opera\/(\d+)|\bOPiOS\/(\d+)/ },
  { name: 'Samsung Internet', kind: 'browser', pattern: /\bSamsungBrowser\/(\d+)/, fetchMetadata: 13 },
  { name: 'Vivaldi', kind: 'browser', pattern: /\bVivaldi\/(\d+)/ },
  { name: 'Yandex Browser', kind: 'browser', pattern: /\bYaBrowser\/(\d+)/ },
  { name: 'DuckDuckGo', kind: 'browser', pattern: /\b(?:DuckDuckGo|Ddg)\/(\d+)/ },
  { name: 'Silk', kind: 'browser', pattern: /\bSilk\/(\d+)/ },
  { name: 'UC Browser', kind: 'browser', pattern: /\bUC ?Browser\/?(\d+)/ },
  { name: 'MIUI Browser', kind: 'browser', pattern: /\bMiuiBrowser\/(\d+)/ },
  { name: 'Huawei Browser', kind: 'browser', pattern: /\bHuaweiBrowser\/(\d+)/ },
  { name: 'Whale', kind: 'browser', pattern: /\bWhale\/(\d+)/ },
  { name: 'Brave', kind: 'browser', pattern: /\bBrave(?: Chrome)?\/(\d+)/ },
  { name: 'Chrome', kind: 'browser', pattern: /\bCriOS\/(\d+)/ },
  { name: 'Firefox', kind: 'browser', pattern: /\b(?:FxiOS|Focus)\/(\d+)/ },
  { name: 'Konqueror', kind: 'browser', pattern: /\bKonqueror\/(\d+)/ },
  { name: 'Epiphany', kind: 'browser', pattern: /\bEpiphany\/(\d+)/ },
  { name: 'Falkon', kind: 'browser', pattern: /\bFalkon\/(\d+)/ },
  { name: 'Android web view', kind: 'app', pattern: /; wv\).*\bChrome\/(\d+)/ },
  { name: 'Electron app', kind: 'app', pattern: /\bElectron\/(\d+)/ },
  { name: 'Chrome', kind: 'browser', pattern: /\b(?:Chrome|Chromium)\/(\d+)/, fetchMetadata: 80, outdatedBelow: 90 },
  { name: 'SeaMonkey', kind: 'browser', pattern: /\bSeaMonkey\/(\d+)/ },
  { name: 'Pale Moon', kind: 'browser', pattern: /\bPaleMoon\/(\d+)/ },
  { name: 'Firefox', kind: 'browser', pattern: /\bFirefox\/(\d+)/, fetchMetadata: 90, outdatedBelow: 68 },
  { name: 'Internet Explorer', kind: 'browser', pattern: /\bMSIE (\d+)|\bTrident\/.*\brv:(\d+)/, outdatedBelow: 99 },
  { name: 'NetSurf', kind: 'browser', pattern: /\bNetSurf\/(\d+)/ },
  { name: 'Dillo', kind: 'browser', pattern: /\bDillo\/(\d+)/ },
  // Of Safari only 17 and later are held to it: the header came with 16.4, and the minor version is not kept.
  {
    name: 'Safari',
    kind: 'browser',
    pattern: /\bVersion\/(\d+)[\d.]*(?: Mobile\/\w+)? Safari\//,
    fetchMetadata: 17,
    outdatedBelow: 11,
  },
  // Apple Mail gives the engine and nothing else; so does any other program that shows pages through WebKit as it comes.
  {
    name: 'Apple Mail',
    kind: 'mail',
    pattern: /\((?:Macintosh|iPhone|iPad|iPod)[^)]*\) AppleWebKit\/[\d.]+ \(KHTML, like Gecko\)(?: Mobile\/\w+)?$/,
  },
];
