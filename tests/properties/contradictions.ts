/**
 * Advice that must never stand on one sheet. Each side lists ids: of advice in the topic, `cause:…` for a ticked cause, `fact:…`
 * for what was ticked of the patient, `preparation:…` for a line about the next test, or `urgent` where nobody waits for it. Any one of `one` beside any one of `other` is a contradiction.
 */
export type Contradiction = {
  readonly why: string
  readonly one: readonly string[]
  readonly other: readonly string[]
}

const saysToBeActive = ['jog-often', 'stay-active']
const plainAlcoholLines = [
  'no-alcohol',
  'no-alcohol-b',
  'no-alcohol-c',
  'no-alcohol-iron',
  'no-alcohol-alpha',
  'no-alcohol-in-pregnancy',
  'no-alcohol-a-e',
  'no-alcohol-mono',
]
const saysToKeepTakingMedicine = [
  'take-hepatitis-b-medicine',
  'same-time-daily-b',
  'take-hepatitis-c-medicine',
  'keep-other-treatment',
  'keep-statin',
  'keep-statin-muscle',
  'statin-often-goes-on',
  'take-autoimmune-medicine',
  'take-wilson-medicine',
  'take-thyroid-medicine',
  'heart-plan',
]
const saysToDrinkMore = ['drink-water', 'drink-water-muscle', 'water-first', 'rest-a-e', 'rest-mono']
const saysToLoseWeight = ['slow-weight-loss', 'some-weight-helps']
const saysThatItWillPass = ['often-normal-again', 'clears-in-weeks', 'tired-for-weeks', 'statin-often-goes-on']

const illCauses = [
  'cause:pregnancy',
  'cause:low-blood-flow',
  'cause:bile-duct',
  'cause:hepatitis-a-e',
  'cause:mono-cmv',
]
const illFacts = ['fact:pregnant', 'fact:low-weight', 'fact:under-18', 'fact:unwell', 'fact:heart-failure-or-shock']

export const contradictions: readonly Contradiction[] = [
  // Exercise
  {
    why: 'whoever rests for a test does not jog before it',
    one: [...saysToBeActive],
    other: ['stop-hard-exercise', 'walk-until-test', 'light-activity', 'rest-muscles'],
  },
  { why: 'jogging is asked for once: now or after the test', one: ['jog-often'], other: ['jog-after-test'] },
  { why: 'two answers to how much activity', one: ['light-activity'], other: ['walk-until-test'] },
  { why: 'jogging starts slowly or training starts again', one: ['return-slowly'], other: ['jog-after-test'] },
  {
    why: 'a swollen spleen may tear',
    one: [...saysToBeActive, 'jog-after-test', 'walk-until-test'],
    other: ['no-contact-sport', 'cause:mono-cmv'],
  },
  {
    why: 'the stop for the spleen lasts longer than until the next test',
    one: ['stop-hard-exercise', 'rest-muscles', 'preparation:seven-days-without-hard-exercise'],
    other: ['no-contact-sport'],
  },
  {
    why: 'too little blood flow is no time for exercise',
    one: [...saysToBeActive, 'jog-after-test', 'light-activity', 'walk-until-test'],
    other: ['rest-until-seen', 'cause:low-blood-flow', 'fact:heart-failure-or-shock'],
  },
  {
    why: 'no jogging in an illness of pregnancy',
    one: [...saysToBeActive, 'jog-after-test'],
    other: ['cause:pregnancy', 'fact:pregnant'],
  },

  // Alcohol
  {
    why: 'a plain line on alcohol beside the warning not to stop all at once',
    one: plainAlcoholLines,
    other: ['withdrawal-first'],
  },

  // Food and drink
  {
    why: 'light meals alone are too little where meals must be balanced and enough',
    one: ['light-meals'],
    other: ['light-balanced-meals', 'balanced-meals-b', 'balanced-meals-c', 'eat-protein', 'cause:pregnancy'],
  },
  {
    why: 'one word on whether meals are light',
    one: ['light-balanced-meals'],
    other: ['balanced-meals-b', 'balanced-meals-c', 'plant-foods', 'balanced-without-grains', 'balanced-diet'],
  },
  {
    why: 'whole grains hold gluten',
    one: ['plant-foods'],
    other: ['cause:coeliac-disease', 'balanced-without-grains'],
  },
  {
    why: 'the tests for gluten are done, or they are not',
    one: ['eat-no-gluten'],
    other: ['keep-eating-gluten', 'no-early-diet', 'tell-if-gluten-free', 'diet-for-life'],
  },
  { why: 'liver is not eaten with copper overload', one: ['cook-pork-well'], other: ['low-copper-food'] },
  {
    why: 'coffee is not encouraged',
    one: ['coffee-is-fine'],
    other: ['cause:sleep-loss', 'no-late-caffeine', 'cause:pregnancy', 'cause:low-blood-flow'],
  },
  {
    why: 'drinking more beside a limit on fluids',
    one: saysToDrinkMore,
    other: ['no-extra-salt-or-fluids', 'heart-plan', 'cause:low-blood-flow', 'fact:heart-failure-or-shock'],
  },
  {
    why: 'weight is not lost now',
    one: saysToLoseWeight,
    other: ['no-weight-loss-in-pregnancy', ...illCauses, ...illFacts, 'urgent'],
  },
  {
    why: 'nothing is cut down at a low weight',
    one: ['less-fat', 'less-sugar', 'less-fat-and-sugar', 'light-meals'],
    other: ['fact:low-weight'],
  },
  {
    why: 'small meals with little fat, or enough and light ones',
    one: ['small-low-fat-meals'],
    other: ['light-meals', 'light-balanced-meals', 'balanced-meals-b', 'balanced-meals-c'],
  },
  { why: 'two words on fat and sugar', one: ['less-fat-and-sugar'], other: ['less-fat', 'less-sugar'] },

  // Medicines
  {
    why: 'keep taking it beside a list of medicines to stop',
    one: saysToKeepTakingMedicine,
    other: ['stop-listed', 'cause:drug-injury'],
  },
  {
    why: 'a statin is not praised in pregnancy',
    one: ['statin-often-goes-on', 'keep-other-treatment'],
    other: ['cause:pregnancy'],
  },
  {
    why: 'a vaccine against hepatitis B for someone who may have it',
    one: ['hepatitis-vaccines-c', 'hepatitis-vaccines-alpha', 'ask-about-vaccines'],
    other: ['cause:hepatitis-b'],
  },
  {
    why: 'asking first is softer than not taking it',
    one: ['ask-before-paracetamol'],
    other: ['no-paracetamol', 'no-paracetamol-a-e'],
  },

  // Infection
  {
    why: 'shared meals are said not to spread it beside an illness that shared cups or food do spread',
    one: ['not-spread-by-b', 'not-spread-by-c'],
    other: ['no-kissing-or-sharing', 'no-cooking-for-others', 'cause:mono-cmv', 'cause:hepatitis-a-e'],
  },
  { why: 'two words on smoking', one: ['no-smoking', 'no-smoking-alcohol'], other: ['no-smoking-alpha'] },

  // Same-day care
  {
    why: 'a line that comforts beside same-day care',
    one: saysThatItWillPass,
    other: ['cause:low-blood-flow', 'cause:pregnancy', 'fact:heart-failure-or-shock', 'fact:pregnant', 'urgent'],
  },
  {
    why: 'rest alone beside a call to the maternity unit',
    one: ['rest-a-e', 'rest-mono'],
    other: ['maternity-call-today'],
  },
  {
    why: '"soon" beside "today"',
    one: ['unwell-get-checked'],
    other: ['cause:low-blood-flow', 'cause:pregnancy', 'cause:bile-duct', 'fact:pregnant', 'urgent'],
  },
  { why: 'two calls to the maternity unit', one: ['pregnant-call'], other: ['maternity-call-today', 'fact:pregnant'] },
]
