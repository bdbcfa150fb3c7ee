import type { OperatedKind } from './network-kinds.ts';

/** The autonomous systems of one operator that are all of one kind. */
export interface Operator {
  /** A part of the name under which each of the numbers is registered: the data file is only made where it still is. */
  readonly registeredAs: string;
  readonly kind: OperatedKind;
  readonly numbers: readonly number[];
}

/**
 * Whose networks are of which kind, chosen by hand. What is not listed is `other`.
 *
 * Where one number serves several uses, the kind is the one that does least harm when wrong. Taking people for machines
 * hides readers from the author; so what people browse through is `other`, even where machines stand beside them, and
 * is listed here as such so that nobody adds it in good faith. A kind is evidence beside others, never a verdict alone.
 */
export const OPERATORS: readonly Operator[] = [
  // Mail providers. ---------------------------------------------------------------------------------------------------

  // Google's own services: Gmail's image proxy fetches from here, and so do its crawlers. Customers of Google Cloud have
  // a number of their own, which is below.
  { registeredAs: 'Google', kind: 'mail', numbers: [15169] },
  // Yahoo and AOL, whose holding company kept its former name in the registries, with their image proxies.
  {
    registeredAs: 'Oath Holdings',
    kind: 'mail',
    numbers: [7280, 10310, 10880, 14776, 14777, 14778, 14779, 14780, 26101, 36088, 36229, 36646, 36647],
  },
  {
    registeredAs: 'Yahoo',
    kind: 'mail',
    numbers: [7233, 10229, 10230, 15635, 18293, 23816, 23879, 23926, 24506, 24572, 34010, 38072, 43428, 55898, 56173],
  },
  // iCloud Mail; Apple's offices too, which cannot be told apart. What Mail Privacy Protection prefetches comes through
  // the relays below, not from here.
  { registeredAs: 'Apple Inc', kind: 'mail', numbers: [714, 6185] },
  { registeredAs: 'Fastmail', kind: 'mail', numbers: [151847] },
  // Proton Mail. Proton's other numbers are its VPN's exits, which people browse through.
  { registeredAs: 'Proton AG', kind: 'mail', numbers: [62371] },
  { registeredAs: 'Proton AG', kind: 'other', numbers: [199218, 208172, 209103] },
  // mail.ru.
  { registeredAs: 'VK', kind: 'mail', numbers: [47764] },
  { registeredAs: 'Yandex', kind: 'mail', numbers: [13238] },
  { registeredAs: 'Rambler', kind: 'mail', numbers: [24638] },
  {
    registeredAs: 'Zoho',
    kind: 'mail',
    numbers: [2639, 56201, 135102, 139006, 141757, 205111, 397849, 401636],
  },
  // mailbox.org.
  { registeredAs: 'Heinlein', kind: 'mail', numbers: [199118] },
  { registeredAs: 'Seznam', kind: 'mail', numbers: [43037] },
  { registeredAs: 'Wirtualna Polska', kind: 'mail', numbers: [12827] },
  { registeredAs: 'Interia', kind: 'mail', numbers: [16138] },
  { registeredAs: 'Italiaonline', kind: 'mail', numbers: [8660] },
  // 163.com and 126.com.
  { registeredAs: 'NetEase', kind: 'mail', numbers: [45062] },
  // Daum.
  { registeredAs: 'Kakao Corp', kind: 'mail', numbers: [38099] },

  // Mail security gateways. -------------------------------------------------------------------------------------------

  { registeredAs: 'Proofpoint', kind: 'security', numbers: [13916, 22843, 26211, 52129] },
  {
    registeredAs: 'Mimecast',
    kind: 'security',
    numbers: [30031, 33538, 37235, 39588, 42427, 60492, 136792, 208638],
  },
  { registeredAs: 'Barracuda', kind: 'security', numbers: [15324] },
  // Cisco Secure Email, once IronPort.
  { registeredAs: 'Ironport', kind: 'security', numbers: [16417, 30215, 30238, 40427] },
  { registeredAs: 'Trend Micro', kind: 'security', numbers: [16880, 132229] },
  { registeredAs: 'Sophos', kind: 'security', numbers: [58976] },
  { registeredAs: 'Hornetsecurity', kind: 'security', numbers: [401943] },
  { registeredAs: 'retarus', kind: 'security', numbers: [48328] },
  { registeredAs: 'Cyren', kind: 'security', numbers: [12441, 59657, 61234] },
  // AppRiver and Zix, now OpenText's.
  { registeredAs: 'AppRiver', kind: 'security', numbers: [53780] },
  { registeredAs: 'Zix', kind: 'security', numbers: [13380, 59519] },

  // What people browse through: `other`. ------------------------------------------------------------------------------

  // iCloud Private Relay leaves through these three, WARP through Cloudflare: most addresses that send anything to us
  // are people's. Their servers answer requests and seldom make any. Apple's mail prefetch leaves here too: it is told
  // by its user agent, since its network is the one that the same reader browses from.
  { registeredAs: 'Cloudflare', kind: 'other', numbers: [13335, 14789, 132892, 202623, 209242, 395747] },
  { registeredAs: 'Fastly', kind: 'other', numbers: [54113] },
  { registeredAs: 'Akamai', kind: 'other', numbers: [12222, 16625, 20940, 21342, 32787, 34164, 35994, 36183] },
  // Web gateways of employers: not the mail's, but the way by which people at work reach every page, and click.
  { registeredAs: 'Zscaler', kind: 'other', numbers: [22616, 53444, 53813, 62044, 62907] },
  // Forcepoint scans mail from the same blocks; people at work are more.
  { registeredAs: 'Forcepoint', kind: 'other', numbers: [13448, 42465, 43251, 44444] },
  // Cisco Umbrella.
  { registeredAs: 'OpenDNS', kind: 'other', numbers: [25605, 36692] },
  { registeredAs: 'Netskope', kind: 'other', numbers: [55256] },
  { registeredAs: 'iboss', kind: 'other', numbers: [137922, 202276, 396253] },
  { registeredAs: 'Menlo Security', kind: 'other', numbers: [62654] },
  { registeredAs: 'Cato Networks', kind: 'other', numbers: [13150, 138627] },
  { registeredAs: 'Palo Alto Networks', kind: 'other', numbers: [2763, 54538, 64280, 396421] },
  { registeredAs: 'Fortinet', kind: 'other', numbers: [40934, 53928, 200589] },
  // Home connections and Wi-Fi.
  { registeredAs: 'Google', kind: 'other', numbers: [16591, 32381, 36492] },
  // Microsoft's offices.
  { registeredAs: 'Microsoft', kind: 'other', numbers: [3598] },

  // Clouds and data centres. ------------------------------------------------------------------------------------------

  {
    registeredAs: 'Amazon',
    kind: 'hosting',
    numbers: [801, 7224, 8987, 14618, 16509, 21664, 214101],
  },
  { registeredAs: 'Google', kind: 'hosting', numbers: [16550, 394089, 396982] },
  // Azure and all of Microsoft's services: Outlook.com's image proxy and Defender's link checks share numbers and
  // blocks with customers' machines. Hosting is what is true of all of it.
  { registeredAs: 'Microsoft', kind: 'hosting', numbers: [8068, 8069, 8070, 8075] },
  { registeredAs: 'Oracle', kind: 'hosting', numbers: [31898, 54253] },
  { registeredAs: 'IBM Cloud', kind: 'hosting', numbers: [36351] },
  { registeredAs: 'Alibaba', kind: 'hosting', numbers: [37963, 45102, 134963] },
  // QQ Mail has no number of its own.
  { registeredAs: 'Tencent', kind: 'hosting', numbers: [45090, 132203] },
  { registeredAs: 'Huawei', kind: 'hosting', numbers: [55990, 136907] },
  { registeredAs: 'Baidu', kind: 'hosting', numbers: [38365, 55967] },
  { registeredAs: 'Kingsoft', kind: 'hosting', numbers: [59019] },
  { registeredAs: 'UCloud', kind: 'hosting', numbers: [135377] },
  { registeredAs: 'NAVER', kind: 'hosting', numbers: [23576, 135354] },
  { registeredAs: 'NHNCloud', kind: 'hosting', numbers: [45974] },
  { registeredAs: 'Yandex.Cloud', kind: 'hosting', numbers: [200350, 210656, 215013] },
  { registeredAs: 'Salesforce', kind: 'hosting', numbers: [14340] },
  { registeredAs: 'OVH', kind: 'hosting', numbers: [16276, 35540] },
  { registeredAs: 'Hetzner', kind: 'hosting', numbers: [24940, 213230] },
  { registeredAs: 'DigitalOcean', kind: 'hosting', numbers: [14061, 46652, 393406] },
  // Linode, which Akamai bought: its cloud has numbers of its own.
  { registeredAs: 'Akamai', kind: 'hosting', numbers: [63949] },
  { registeredAs: 'Linode', kind: 'hosting', numbers: [48337] },
  // Vultr.
  { registeredAs: 'Constant Company', kind: 'hosting', numbers: [20473] },
  { registeredAs: 'Scaleway', kind: 'hosting', numbers: [12876, 29447] },
  {
    registeredAs: 'Leaseweb',
    kind: 'hosting',
    numbers: [
      7203, 16265, 19148, 27411, 28753, 30633, 32613, 59253, 60781, 133752, 134351, 205544, 393886, 394380, 395954,
      396190, 396362,
    ],
  },
  { registeredAs: 'Contabo', kind: 'hosting', numbers: [40021, 51167, 141995] },
  { registeredAs: 'Rackspace', kind: 'hosting', numbers: [12200, 15395, 19994, 27357, 33070, 45187, 58683] },
  // Strato's parent and GMX's, WEB.DE's and mail.com's sister: their mail shares its blocks with customers' machines.
  { registeredAs: 'IONOS', kind: 'hosting', numbers: [8560] },
  { registeredAs: 'Strato', kind: 'hosting', numbers: [6724] },
  { registeredAs: 'netcup', kind: 'hosting', numbers: [197540] },
  { registeredAs: 'Host Europe', kind: 'hosting', numbers: [8972, 20773, 34011] },
  { registeredAs: 'PlusServer', kind: 'hosting', numbers: [61157] },
  { registeredAs: 'WIIT', kind: 'hosting', numbers: [24961] },
  { registeredAs: 'Mittwald', kind: 'hosting', numbers: [15817] },
  { registeredAs: 'Keyweb', kind: 'hosting', numbers: [31103] },
  { registeredAs: 'velia.net', kind: 'hosting', numbers: [29066, 30083] },
  { registeredAs: 'Anexia', kind: 'hosting', numbers: [42473] },
  { registeredAs: 'Infomaniak', kind: 'hosting', numbers: [29222] },
  // Exoscale.
  { registeredAs: 'Akenes', kind: 'hosting', numbers: [61098] },
  { registeredAs: 'Gandi', kind: 'hosting', numbers: [29169] },
  { registeredAs: 'Aruba', kind: 'hosting', numbers: [31034] },
  { registeredAs: 'Seeweb', kind: 'hosting', numbers: [12637] },
  { registeredAs: 'Combell', kind: 'hosting', numbers: [34762] },
  // TransIP.
  { registeredAs: 'Signet', kind: 'hosting', numbers: [20857] },
  { registeredAs: 'Your Hosting', kind: 'hosting', numbers: [48635] },
  { registeredAs: 'WorldStream', kind: 'hosting', numbers: [8315, 49981] },
  { registeredAs: 'Serverius', kind: 'hosting', numbers: [50673] },
  { registeredAs: 'i3D.net', kind: 'hosting', numbers: [49544] },
  { registeredAs: 'NForce', kind: 'hosting', numbers: [43350] },
  { registeredAs: 'HOSTKEY', kind: 'hosting', numbers: [50867, 57043, 395839] },
  { registeredAs: 'Clouvider', kind: 'hosting', numbers: [62240, 401881] },
  { registeredAs: 'IOMART', kind: 'hosting', numbers: [20860] },
  { registeredAs: 'UK Dedicated Servers', kind: 'hosting', numbers: [42831] },
  { registeredAs: 'Cherry Servers', kind: 'hosting', numbers: [16125] },
  { registeredAs: 'UpCloud', kind: 'hosting', numbers: [25697, 202053] },
  { registeredAs: 'GleSYS', kind: 'hosting', numbers: [42708] },
  { registeredAs: 'home.pl', kind: 'hosting', numbers: [12824] },
  { registeredAs: 'Hostinger', kind: 'hosting', numbers: [47583] },
  { registeredAs: 'Selectel', kind: 'hosting', numbers: [49505, 50340] },
  { registeredAs: 'Timeweb', kind: 'hosting', numbers: [9123, 210976] },
  { registeredAs: 'REG.RU', kind: 'hosting', numbers: [197695] },
  { registeredAs: 'Beget', kind: 'hosting', numbers: [198610] },
  { registeredAs: 'G-Core', kind: 'hosting', numbers: [199524, 202422] },
  // These two rent to most VPN services: many of the people who use one come from here.
  { registeredAs: 'M247', kind: 'hosting', numbers: [9009, 16247, 42973] },
  { registeredAs: 'Datacamp', kind: 'hosting', numbers: [60068, 212238] },
  // Equinix Metal.
  { registeredAs: 'Packet Host', kind: 'hosting', numbers: [54825] },
  { registeredAs: 'Fly.io', kind: 'hosting', numbers: [40509] },
  { registeredAs: 'Railway', kind: 'hosting', numbers: [400940] },
  { registeredAs: 'GoDaddy', kind: 'hosting', numbers: [26496, 398101] },
  { registeredAs: 'Namecheap', kind: 'hosting', numbers: [22612] },
  // DreamHost.
  { registeredAs: 'New Dream Network', kind: 'hosting', numbers: [26347] },
  // Bluehost and HostGator.
  { registeredAs: 'Unified Layer', kind: 'hosting', numbers: [46606] },
  { registeredAs: 'Newfold', kind: 'hosting', numbers: [29873] },
  { registeredAs: 'Network Solutions', kind: 'hosting', numbers: [19871] },
  { registeredAs: 'A2 Hosting', kind: 'hosting', numbers: [55293] },
  { registeredAs: 'InMotion', kind: 'hosting', numbers: [22611, 54641] },
  { registeredAs: 'Liquid Web', kind: 'hosting', numbers: [32244, 36444] },
  { registeredAs: 'HostPapa', kind: 'hosting', numbers: [36352, 54290] },
  { registeredAs: 'Automattic', kind: 'hosting', numbers: [2635] },
  { registeredAs: 'Squarespace', kind: 'hosting', numbers: [53831] },
  { registeredAs: 'Wix', kind: 'hosting', numbers: [14353, 58182] },
  { registeredAs: 'pair Networks', kind: 'hosting', numbers: [7859] },
  { registeredAs: 'Hivelocity', kind: 'hosting', numbers: [29802, 61317] },
  { registeredAs: 'Internap', kind: 'hosting', numbers: [13789, 14742, 14744, 14745, 32475] },
  { registeredAs: 'Latitude.sh', kind: 'hosting', numbers: [396356] },
  { registeredAs: 'Servers.com', kind: 'hosting', numbers: [7979] },
  { registeredAs: 'Zenlayer', kind: 'hosting', numbers: [21859, 62610] },
  { registeredAs: 'NetActuate', kind: 'hosting', numbers: [36236, 63911] },
  { registeredAs: 'Performive', kind: 'hosting', numbers: [46562] },
  { registeredAs: 'Psychz', kind: 'hosting', numbers: [40676] },
  { registeredAs: 'QuadraNet', kind: 'hosting', numbers: [8100] },
  { registeredAs: 'Nocix', kind: 'hosting', numbers: [33387] },
  { registeredAs: 'Interserver', kind: 'hosting', numbers: [19318] },
  { registeredAs: 'ReliableSite', kind: 'hosting', numbers: [23470] },
  { registeredAs: 'FranTech', kind: 'hosting', numbers: [53667] },
  { registeredAs: 'Limestone', kind: 'hosting', numbers: [46475] },
  { registeredAs: 'Phoenix NAP', kind: 'hosting', numbers: [60558] },
  { registeredAs: 'FDCservers', kind: 'hosting', numbers: [30058] },
  { registeredAs: 'EGIHosting', kind: 'hosting', numbers: [18779, 54500] },
  { registeredAs: 'Kamatera', kind: 'hosting', numbers: [36007, 210329, 215728] },
  { registeredAs: 'Locaweb', kind: 'hosting', numbers: [27715] },
  { registeredAs: 'Sakura', kind: 'hosting', numbers: [7684, 9370, 9371] },
  { registeredAs: 'IDC Frontier', kind: 'hosting', numbers: [4694] },
  { registeredAs: 'CtrlS', kind: 'hosting', numbers: [18229] },
];
