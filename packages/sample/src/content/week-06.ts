import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_06: readonly IssueText[] = [
  {
    title: 'A debt that outlived the debtor',
    subtitle: 'The breakwater bond, still paying',
    sections: [
      section(
        'Number 0417',
        'A reader has sent me a photograph of a bond on goatskin, issued by the Breakwater Company in the year of my great-grandmother’s birth. It promises four per cent for as long as the wall shall stand. The company was wound up between the wars. The wall stands.',
      ),
      section(
        'Who owes it',
        'The duty passed to the harbour, then the province, then a body with a name so long that the cheque has to be folded. Each year it pays the reader about the price of [a decent lunch](https://goatskin.example/coupons). Nobody there has met anyone who remembers why.',
        'I find this more moving than I ought. Governments fell, two currencies were abolished, and a clerk sent the lunch.',
        PAYWALL,
      ),
      section(
        'What is for ever worth?',
        'A stream that never ends has a finite price, which is the first surprise of finance and the last one that I still enjoy. At four per cent the whole of eternity costs twenty-five years of it. Of that price about four fifths is for lunches [in the next forty years](https://example.org/perpetuity); the whole rest of time is the tip.',
      ),
      section(
        'The engineer’s objection',
        'I read this out to the harbour engineer. He said that the wall loses a block every bad winter and the bondholders ought to be told. I said that they ought to be asked to lunch.',
        listen('https://video.tidetable.example/breakwater.mp4', 'Watch: a bad winter at the wall (2 minutes)'),
      ),
    ],
  },
  {
    title: 'Two men and a ladder',
    subtitle: 'Leverage, demonstrated on a mast',
    sections: [
      section(
        'What I saw from the window',
        'Two men were changing a lamp at the end of the mole. The ladder was too short. One of them put it upon a barrel, the barrel on a trolley, and went up, while the other held the trolley and gave advice.',
      ),
      section(
        'It gets you higher',
        'That is what borrowing does, and one should be fair to it: he reached the lamp. With ten of your own and ninety of somebody else’s you are a hundred tall. You see over the wall. You may be [no cleverer than before](https://example.com/gearing), but you will be taken for it.',
      ),
      section(
        'It moves the ground',
        'A gust that he would not have noticed on the quay now moved him half a metre. Nothing about the wind had changed. He had bought, along with the height, an interest in breezes.',
        PAYWALL,
        'And the second man began to matter. On the ground you can be a fool by yourself. On a trolley you depend on the mood of whoever is holding it, on whether his telephone rings, and on what he has heard about you.',
      ),
      section(
        'Margin',
        'It did ring. He let go with one hand only, which in lending is called [tightening terms](https://marginclerks.example/haircuts). The man on the ladder came down faster than he had gone up, sat on a bollard, and gave up the idea of height for that day.',
        post(
          'tt_bulbchanger',
          '1700000000000000120',
          'To the lady at the window with the notebook: we are fine, and it was not a metaphor.',
        ),
      ),
      section('The lamp', 'It is still out. Ships manage.'),
    ],
  },
  {
    title: 'The notary’s Tuesday',
    subtitle: 'What it costs not to trust one another, by the page',
    sections: [
      section(
        'Her morning',
        'On Tuesdays Ms Ferrán reads deeds aloud. The law demands it: every clause, in a voice that can be heard, to two parties who have come about a garage. I sat in for a day. By the third garage I could have given the responses.',
      ),
      section(
        'Deadweight, says the textbook',
        'Fees, stamps and afternoons come to about a twentieth of the price of a small flat here. Multiply it by the town and you have [a new school every four years](https://stampduty.example/estimate), spent on making sure that people are who they say.',
        PAYWALL,
      ),
      section(
        'What the reading does',
        'At eleven a man stopped her in clause nine. He hadn’t known that his brother had signed. There was a silence and then a good deal of talk, in the corridor, of the sort that otherwise takes place [in front of a judge and lasts for six years](https://example.net/litigation).',
        'Ms Ferrán went on with her sandwich. It happens about once a week, she said. She does not put it in her statistics, since there is no box for it.',
      ),
      section(
        'A measure I would like',
        'Somebody ought to count what doesn’t happen: suits not filed, locks not fitted, cousins still speaking. Until then trust will appear in the accounts only on those days on which it runs out.',
        post('tt_clausenine', '1700000000000000121', 'My notary does all the voices. I would pay extra.'),
      ),
    ],
  },
  {
    title: 'What the cannery kept',
    subtitle: 'An afternoon in an archive that smells of sardines',
    sections: [
      section(
        'You asked about her',
        'Since I mentioned the woman who bought the cannery at the bottom, a good many of you have written. Her granddaughter did too, and lent me a key. The office is as she left it: a desk, a stove, thirty years of ledgers, and a tin marked “never”.',
      ),
      section(
        'The ledgers',
        'She wrote down each order that she turned down, with a reason. I know of no other firm which kept such a book. “Too big.” “Pays late.” “Wants his own name on the tin.” “Charming.” In the boom years [the refusals](https://sardinepapers.example/refused) run to more than the orders.',
        'Her margins were never the best on the coast. Her worst year was merely dull.',
        PAYWALL,
      ),
      section(
        'Tin plate in a cold spring',
        'Once only did she speculate. She bought tin for three years ahead when every other cannery was selling theirs for wages. The entry reads: “Frightened. Bought anyway. Told nobody.” She would put no such thing in [a letter to shareholders](https://example.org/candour), having none.',
      ),
      section(
        'The tin marked “never”',
        'Her granddaughter had not opened it. We did so together. It held an offer for the whole works from the year before the next bust, at four times what she had paid, and her reply, unsent, accepting.',
        listen('https://audio.tidetable.example/cannery.mp3', 'Listen: two pages from the refusal book (7 minutes)'),
        post('tt_tinlabel', '1700000000000000122', 'Grandmother’s entire advice on business: “Charming is a reason.”'),
      ),
    ],
  },
  {
    title: 'Currencies I have held in my coat',
    subtitle: 'Small change, sorted by regret',
    sections: [
      section(
        'The lining',
        'The tailor who mended my winter coat gave me back what he had found in the lining: coins from six countries, two of which have since stopped. Together they would buy a stamp, were there a clerk patient enough.',
      ),
      section(
        'A coin is a ticket',
        'You hold a foreign coin because you mean to go back. A country that needs the world to hold its money has the same hope: that people will find [something there to return for](https://portofcall.example/reserve). When they no longer do, it all comes home at once, through the lining.',
        PAYWALL,
        'It is why I watch what a country sells more closely than what its central bank says. The bank can promise to keep the ticket valid. It cannot promise a show.',
      ),
      section(
        'Two prices for one loaf',
        'Travellers find that a loaf is cheap here and dear there, and conclude that one of the moneys must be wrong. It may stay wrong for twenty years. Bread [does not travel](https://example.com/purchasing-power), and neither does the baker’s rent.',
      ),
      section(
        'What I did with them',
        'I put them back. The coat hangs better, and I have been told by a sailor that one ought never to come ashore with nothing.',
        post(
          'tt_loosechange',
          '1700000000000000123',
          'My safest asset is a coin of a country that no longer exists. It cannot get worse.',
        ),
      ),
    ],
  },
];
