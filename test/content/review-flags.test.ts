import { describe, expect, it } from 'vitest';
import { healthHistory } from '../../src/content/en/health-history.js';
import {
  howAreYouSince,
  intentions,
  readiness,
  reflection,
} from '../../src/content/en/questionnaires/index.js';
import * as classes from '../../src/content/en/review-flags/medicine-classes.js';
import { reviewRuleSets } from '../../src/content/en/review-flags/index.js';
import { PRACTICE, RESPONSE_PLAN } from '../../src/content/en/review-flags/sources.js';
import { allItems, type Questionnaire } from '../../src/domain/questionnaire/questionnaire.js';
import { medicinesIn } from '../../src/domain/questionnaire/review-flags/medicine-names.js';
import type { Entry } from '../../src/domain/questionnaire/entry.js';
import type { ItemPath } from '../../src/domain/questionnaire/answers.js';
import { NO_SETTINGS } from '../../src/domain/questionnaire/review-flags/settings.js';
import { review } from '../../src/domain/questionnaire/review-flags/review.js';
import {
  isAll,
  isAny,
  isNot,
  questionsOf,
  testsIn,
  thresholdOf,
  type ReviewRule,
  type RuleSet,
  type When,
} from '../../src/domain/questionnaire/review-flags/rules.js';
import { fillIn, type Filled } from '../support/fill-in.js';

const TODAY = '2026-11-24';
const forms = [healthHistory, intentions, readiness, reflection, howAreYouSince];

const formOf = ({ questionnaire }: RuleSet): Questionnaire => {
  const form = forms.find(({ id }) => id === questionnaire);
  if (!form) throw new Error(`There is no ${questionnaire}.`);
  return form;
};

interface Case {
  readonly raises: Filled;
  readonly leaves: Filled;
  /** Where it is asked; the health history where nothing is said. */
  readonly in?: string;
}

const raisedBy = (raises: Filled, leaves: Filled): Case => ({ raises, leaves });
const inForm = (form: string, raises: Filled, leaves: Filled): Case => ({ raises, leaves, in: form });

/** A list with one of its answers ticked, and with another. */
const ticked = (list: string, code: string, other = 'none'): Case =>
  raisedBy({ [list]: [code] }, { [list]: [other] });
const yesOrNo = (question: string): Case => raisedBy({ [question]: 'yes' }, { [question]: 'no' });
const medicine = (name: string, other = 'Vitamin C'): Case =>
  raisedBy({ 'medicine-name': name }, { 'medicine-name': other });

/** For each rule one case that raises it and one, as near as can be, that does not. */
const CASES: Readonly<Record<string, Case>> = {
  'suicide-plan': raisedBy(
    { 'suicide-thoughts': 'yes', 'suicide-plan': 'not-sure' },
    { 'suicide-thoughts': 'yes', 'suicide-plan': 'no' },
  ),
  'suicide-thoughts': yesOrNo('suicide-thoughts'),
  'harm-to-others': yesOrNo('harm-thoughts'),
  'unsafe-at-home': raisedBy({ 'safe-at-home': 'rather-talk' }, { 'safe-at-home': 'yes' }),
  'self-harm': yesOrNo('self-harm'),
  trauma: yesOrNo('trauma'),

  aneurysm: ticked('vessel-conditions', 'aneurysm'),
  avm: ticked('vessel-conditions', 'avm'),
  'brain-bleed': ticked('vessel-conditions', 'brain-bleed'),
  'pressure-danger': yesOrNo('pressure-danger'),
  'uncontrolled-pressure': raisedBy(
    { 'high-pressure': 'yes', 'pressure-treated': 'not-controlled' },
    { 'high-pressure': 'yes', 'pressure-treated': 'controlled' },
  ),
  'treated-pressure': raisedBy(
    { 'high-pressure': 'yes', 'pressure-treated': 'controlled' },
    { 'high-pressure': 'no' },
  ),
  'recent-heart-event': raisedBy(
    { 'heart-conditions': ['heart-attack'], 'heart-attack-when': 'within-6-months' },
    { 'heart-conditions': ['heart-attack'], 'heart-attack-when': 'within-year' },
  ),
  'recent-fainting': raisedBy(
    { 'heart-conditions': ['fainting'], 'fainting-when': 'within-month' },
    { 'heart-conditions': ['fainting'], 'fainting-when': 'longer-ago' },
  ),
  'recent-stroke': raisedBy(
    { 'vessel-conditions': ['stroke'], 'stroke-when': 'within-month' },
    { 'vessel-conditions': ['stroke'], 'stroke-when': 'longer-ago' },
  ),
  'past-stroke': raisedBy(
    { 'vessel-conditions': ['stroke'], 'stroke-when': 'longer-ago' },
    { 'vessel-conditions': ['stroke'], 'stroke-when': 'within-month' },
  ),
  'heart-condition': ticked('heart-conditions', 'valve'),
  'pressure-crisis': ticked('vessel-conditions', 'pressure-crisis'),
  'pressure-stop': raisedBy({ systolic: '130', diastolic: '100' }, { systolic: '159', diastolic: '99' }),
  'pressure-caution': raisedBy({ systolic: '140', diastolic: '80' }, { systolic: '139', diastolic: '89' }),
  'old-reading': raisedBy({ 'pressure-date': '2026-08-25' }, { 'pressure-date': '2026-08-26' }),
  'heart-rate': raisedBy({ 'heart-rate': '111' }, { 'heart-rate': '110' }),
  'oxygen-level': raisedBy({ 'oxygen-level': '93' }, { 'oxygen-level': '94' }),

  pregnant: raisedBy({ pregnant: 'not-sure' }, { pregnant: 'no' }),
  breastfeeding: yesOrNo('breastfeeding'),
  'pre-eclampsia': yesOrNo('pre-eclampsia'),
  'pregnancy-planned': yesOrNo('pregnancy-planned'),
  'pregnancy-possible': raisedBy(
    { 'pregnancy-possible': 'yes', 'birth-control': 'no' },
    { 'pregnancy-possible': 'yes', 'birth-control': 'yes' },
  ),

  'ketamine-allergy': yesOrNo('ketamine-allergy'),
  'severe-allergy': raisedBy(
    { 'allergy-to': 'Penicillin', 'allergy-severity': 'severe' },
    { 'allergy-to': 'Penicillin', 'allergy-severity': 'mild' },
  ),
  'medicine-xanthine': medicine('Theo-24 once a day', 'Theanine'),
  'medicine-ketamine': ticked('medicine-kinds', 'ketamine'),
  'medicine-maoi': medicine('Emsam patch 6 mg', 'sertraline'),
  'medicine-stimulant': medicine('lisdexamfetamine', 'atomoxetine'),
  'medicine-benzodiazepine': medicine('Klonopin', 'buspirone'),
  'medicine-sleep': medicine('zolpidem', 'melatonin'),
  'medicine-opioid': medicine('Suboxone film', 'ibuprofen'),
  'medicine-opioid-antagonist': medicine('LDN, 4.5 mg', 'naproxen'),
  'medicine-gabapentinoid': medicine('pregabalin', 'topiramate'),
  'medicine-relaxant': medicine('baclofen'),
  'medicine-barbiturate': medicine('Fioricet'),
  'medicine-oxybate': medicine('sodium-oxybate'),
  'medicine-antihistamine': medicine('Tylenol PM', 'loratadine'),
  'medicine-antipsychotic': medicine('quetiapine'),
  'medicine-inhibitor': medicine('Paxlovid'),
  'medicine-glp1': medicine('Ozempic', 'metformin'),
  'medicine-herbs': ticked('medicine-kinds', 'herbal'),
  'medicine-sympathomimetic': medicine('pseudoephedrine', 'loratadine'),
  'medicine-nmda': medicine('memantine'),
  'medicine-pressure-or-seizures': raisedBy(
    { 'medicine-name': 'bupropion', 'head-conditions': ['seizures'] },
    { 'medicine-name': 'bupropion', 'head-conditions': ['none'], 'high-pressure': 'no' },
  ),
  'medicine-sugar': medicine('Lantus', 'metformin'),
  'medicine-blood-thinner': medicine('Eliquis'),
  'medicine-lamotrigine': medicine('Lamictal', 'Lamisil'),
  'medicine-mood': medicine('lithium'),
  'medicine-inducer': medicine('St Johns wort'),
  'medicine-antidepressant': medicine('sertraline'),
  'medicine-blood-pressure': medicine('lisinopril'),
  'medicine-thyroid': medicine('levothyroxine'),
  'medicine-nasal-spray': medicine('Flonase'),
  'medicine-cannabis': medicine('cbd'),

  'head-pressure': ticked('head-conditions', 'brain-tumor'),
  'recent-head-injury': raisedBy(
    { 'head-conditions': ['head-injury'], 'head-injury-when': 'within-3-months' },
    { 'head-conditions': ['head-injury'], 'head-injury-when': 'within-6-months' },
  ),
  'past-head-injury': raisedBy(
    { 'head-conditions': ['head-injury'], 'head-injury-when': 'longer-ago' },
    { 'head-conditions': ['head-injury'], 'head-injury-when': 'within-month' },
  ),
  'recent-seizure': raisedBy(
    { 'head-conditions': ['seizures'], 'seizures-when': 'longer-ago', 'seizures-treated': 'untreated' },
    { 'head-conditions': ['seizures'], 'seizures-when': 'longer-ago', 'seizures-treated': 'controlled' },
  ),
  seizures: ticked('head-conditions', 'seizures'),
  'uncontrolled-glaucoma': raisedBy(
    { 'head-conditions': ['glaucoma'], 'glaucoma-treated': 'not-controlled' },
    { 'head-conditions': ['glaucoma'], 'glaucoma-treated': 'controlled' },
  ),
  eyes: ticked('head-conditions', 'eye-injury'),
  'memory-or-nerves': ticked('head-conditions', 'memory'),
  'severe-lungs': raisedBy(
    { breathing: ['copd'], 'copd-treated': 'not-controlled' },
    { breathing: ['copd'], 'copd-treated': 'controlled' },
  ),
  'sleep-apnea': ticked('breathing', 'snoring'),
  'untreated-sleep-apnea': raisedBy(
    { breathing: ['sleep-apnea'], 'sleep-apnea-treated': 'sometimes' },
    { breathing: ['sleep-apnea'], 'sleep-apnea-treated': 'every-night' },
  ),
  lungs: ticked('breathing', 'asthma'),
  airway: ticked('breathing', 'anesthesia'),
  'untreated-thyroid': raisedBy(
    { conditions: ['overactive-thyroid'], 'overactive-thyroid-treated': 'untreated' },
    { conditions: ['overactive-thyroid'], 'overactive-thyroid-treated': 'controlled' },
  ),
  thyroid: ticked('conditions', 'overactive-thyroid', 'underactive-thyroid'),
  'underactive-thyroid': ticked('conditions', 'underactive-thyroid', 'overactive-thyroid'),
  'adrenal-tumor': ticked('conditions', 'adrenal'),
  'ketamine-bladder': raisedBy(
    { conditions: ['bladder'], 'bladder-ketamine': 'yes' },
    { conditions: ['bladder'], 'bladder-ketamine': 'no' },
  ),
  bladder: ticked('conditions', 'bladder'),
  porphyria: ticked('conditions', 'porphyria'),
  liver: ticked('conditions', 'bile-duct'),
  stomach: ticked('conditions', 'slow-stomach'),
  kidney: ticked('conditions', 'kidney'),
  diabetes: ticked('conditions', 'diabetes'),
  bleeding: ticked('conditions', 'bleeding'),
  'motion-sickness': ticked('conditions', 'motion-sickness'),
  mouth: ticked('conditions', 'mouth'),
  'recent-illness': ticked('conditions', 'recent-illness'),
  'body-mass-high': raisedBy(
    { height: '180 cm', weight: '113.4 kg' },
    { height: '180 cm', weight: '113.3 kg' },
  ),
  'body-mass-low': raisedBy(
    { height: '5 6 [in_i]', weight: '114 pounds' },
    { height: '5 6 [in_i]', weight: '115 pounds' },
  ),

  'high-energy': yesOrNo('high-energy'),
  'psychosis-now': raisedBy(
    { 'unusual-experiences': 'yes', 'unusual-when': 'now' },
    { 'unusual-experiences': 'yes', 'unusual-when': 'past' },
  ),
  'psychosis-ever': raisedBy(
    { 'unusual-experiences': 'yes', 'unusual-when': 'past' },
    { 'unusual-experiences': 'yes', 'unusual-when': 'now' },
  ),
  'psychotic-disorder': ticked('diagnoses', 'schizophrenia'),
  'dissociative-disorder': ticked('diagnoses', 'dissociative'),
  'confusion-or-catatonia': ticked('mind-signs', 'frozen'),
  'family-psychosis': yesOrNo('family-psychosis'),
  bipolar: ticked('mind-signs', 'past-highs'),
  dissociation: ticked('mind-signs', 'unreal'),
  'eating-disorder': ticked('diagnoses', 'eating-disorder'),
  'personality-disorder': ticked('diagnoses', 'personality'),
  'other-diagnosis': ticked('diagnoses', 'adhd'),
  'panic-or-eye-mask': ticked('mind-signs', 'panic'),

  'ketamine-use-now': raisedBy(
    { used: ['ketamine'], 'used-ketamine-when': 'within-3-months' },
    { used: ['ketamine'], 'used-ketamine-when': 'within-6-months' },
  ),
  'ketamine-use-past': raisedBy(
    { used: ['ketamine'], 'used-ketamine-when': 'longer-ago' },
    { used: ['ketamine'], 'used-ketamine-when': 'most-days' },
  ),
  'heavy-drinking': raisedBy(
    { alcohol: 'most-days', 'alcohol-amount': 'many' },
    { alcohol: 'most-days', 'alcohol-amount': 'some' },
  ),
  drinking: raisedBy(
    { alcohol: 'weekly', 'alcohol-amount': 'some' },
    { alcohol: 'weekly', 'alcohol-amount': 'few' },
  ),
  withdrawal: yesOrNo('alcohol-shakes'),
  'use-out-of-control': ticked('use-troubles', 'control-now', 'control-past'),
  'use-past': ticked('use-troubles', 'control-past', 'control-now'),
  'use-most-days': raisedBy(
    { used: ['sedatives'], 'used-sedatives-when': 'most-days' },
    { used: ['sedatives'], 'used-sedatives-when': 'within-week' },
  ),
  'ketamine-elsewhere': raisedBy(
    { 'ketamine-before': 'yes', 'ketamine-before-when': 'within-month' },
    { 'ketamine-before': 'yes', 'ketamine-before-when': 'within-3-months' },
  ),
  'ketamine-went-badly': raisedBy(
    { 'ketamine-before': 'yes', 'ketamine-before-bad': 'mixed' },
    { 'ketamine-before': 'yes', 'ketamine-before-bad': 'well' },
  ),
  'ketamine-before': yesOrNo('ketamine-before'),
  'opioid-use': ticked('used', 'opioids'),
  'cannabis-daily': raisedBy(
    { used: ['cannabis'], 'used-cannabis-when': 'most-days' },
    { used: ['cannabis'], 'used-cannabis-when': 'within-week' },
  ),
  'stimulant-use': raisedBy(
    { used: ['meth'], 'used-meth-when': 'within-month' },
    { used: ['meth'], 'used-meth-when': 'within-3-months' },
  ),
  'sedating-use': raisedBy(
    { used: ['ghb'], 'used-ghb-when': 'within-week' },
    { used: ['ghb'], 'used-ghb-when': 'within-year' },
  ),
  'psychedelic-use': raisedBy(
    { used: ['mdma'], 'used-mdma-when': 'within-week' },
    { used: ['mdma'], 'used-mdma-when': 'within-month' },
  ),
  'lasting-changes': yesOrNo('used-psychedelics-lasting'),
  'keep-private': raisedBy(
    { used: ['cannabis'], 'keep-private': 'Please not this.' },
    { used: ['cannabis'] },
  ),

  'under-age': raisedBy({ 'birth-date': '2008-11-25' }, { 'birth-date': '2008-11-24' }),
  'older-age': raisedBy({ 'birth-date': '1961-11-24' }, { 'birth-date': '1961-11-25' }),
  'decided-for': yesOrNo('decides-for-you'),
  'no-emergency-contact': raisedBy({}, { 'emergency-name': 'Iris' }),
  'may-fall': ticked('access-needs', 'moving', 'reading'),
  'no-listed-concern': raisedBy({ concerns: ['other'] }, { concerns: ['other', 'grief'] }),
  'no-therapist': raisedBy({ 'therapist-now': 'no' }, { 'therapist-now': 'sometimes' }),
  'hospital-in-year': raisedBy({ 'hospital-year': 'yes' }, { 'hospital-year': 'before' }),
  interpreter: raisedBy({ language: 'es', interpreter: 'yes' }, { language: 'es', interpreter: 'no' }),
  'treatments-before': ticked('other-treatment', 'ect', 'talk-therapy'),

  'no-ride-home': raisedBy({ 'ride-home': 'no' }, { 'ride-home': 'yes' }),
  'ride-home-unplanned': raisedBy({ 'ride-home': 'not-yet' }, { 'ride-home': 'yes' }),
  'no-lock': ticked('at-home', 'private', 'lock'),
  'no-safe-place': raisedBy({ 'at-home': ['private'] }, { 'at-home': ['private', 'company'] }),
  work: ticked('work', 'safety', 'drug-tests'),
  'drug-tests': ticked('work', 'drug-tests', 'safety'),

  'medicine-changed': inForm('readiness', { 'medicine-changed': 'yes' }, { 'medicine-changed': 'no' }),
  'benzodiazepine-stopped': inForm(
    'readiness',
    { 'changed-name': 'Xanax', 'changed-how': 'stopped' },
    { 'changed-name': 'Xanax', 'changed-how': 'started' },
  ),
  'new-heart-sign': inForm('readiness', { 'new-illness': ['chest-pain'] }, { 'new-illness': ['fainting'] }),
  'new-fainting': inForm('readiness', { 'new-illness': ['fainting'] }, { 'new-illness': ['fever'] }),
  'new-head-sign': inForm('readiness', { 'new-illness': ['head-injury'] }, { 'new-illness': ['fever'] }),
  'new-seizure': inForm('readiness', { 'new-illness': ['seizures'] }, { 'new-illness': ['fever'] }),
  'new-bladder-sign': inForm('readiness', { 'new-illness': ['bladder'] }, { 'new-illness': ['fever'] }),
  'new-illness': inForm('readiness', { 'new-illness': ['surgery'] }, { 'new-illness': ['none'] }),
  'new-psychosis': inForm('readiness', { 'unusual-experiences': 'yes' }, { 'unusual-experiences': 'no' }),
  'ketamine-this-week': inForm('readiness', { 'used-week': ['ketamine'] }, { 'used-week': ['alcohol'] }),
  'used-this-week': inForm('readiness', { 'used-week': ['alcohol'] }, { 'used-week': ['none'] }),
  'psychedelic-this-week': inForm('readiness', { 'used-week': ['mdma'] }, { 'used-week': ['cannabis'] }),
  'no-escort': inForm('readiness', { 'escort-agreed': 'no' }, { 'escort-agreed': 'yes' }),
  'no-transport': inForm('readiness', { transport: 'not-yet' }, { transport: 'ride' }),
  'may-drive': inForm('readiness', { 'no-driving': 'no' }, { 'no-driving': 'yes' }),
  'worse-mood': inForm('readiness', { 'mood-since': 'worse' }, { 'mood-since': 'same' }),
  'after-last-session': inForm('readiness', { 'last-session': ['fall'] }, { 'last-session': ['none'] }),
  'alone-that-evening': inForm('readiness', { 'at-home': 'no' }, { 'at-home': 'yes' }),
  'recent-meal': inForm('readiness', { 'last-meal': 'under-2-hours' }, { 'last-meal': '2-to-4-hours' }),
  'recent-drink': inForm('readiness', { 'last-drink': 'under-2-hours' }, { 'last-drink': '2-to-4-hours' }),
  'duties-after': inForm('readiness', { 'day-free': 'no' }, { 'day-free': 'yes' }),

  'mood-high-after': inForm(
    'reflection',
    { 'since-effects': ['high-energy'] },
    { 'since-effects': ['none'] },
  ),
  'voices-after': inForm('how-are-you-since', { 'since-effects': ['voices'] }, { 'since-effects': ['fear'] }),
  'craving-after': inForm('reflection', { 'since-effects': ['craving'] }, { 'since-effects': ['fear'] }),
  'bladder-after': inForm('reflection', { 'since-effects': ['bladder'] }, { 'since-effects': ['fear'] }),
  'effects-after': inForm('reflection', { 'since-effects': ['unreal'] }, { 'since-effects': ['headache'] }),
  'memories-after': inForm('reflection', { 'since-effects': ['memories'] }, { 'since-effects': ['fear'] }),
  'little-sleep': inForm('how-are-you-since', { 'sleep-since': 'little-need' }, { 'sleep-since': 'poorly' }),
  'small-effects-after': inForm('reflection', { 'since-effects': ['sick'] }, { 'since-effects': ['fear'] }),
};

const rules = [
  ...new Map(reviewRuleSets.flatMap((set) => set.rules.map((rule) => [rule.id, rule]))).values(),
];

/** The ids of the rules that these answers raise, as the rules come. */
function raisedIn(questionnaire: string, filled: Filled): readonly string[] {
  const ruleSet = reviewRuleSets.find((set) => set.questionnaire === questionnaire);
  if (!ruleSet) throw new Error(`No rules for ${questionnaire}.`);
  const form = formOf(ruleSet);
  const answers = fillIn(form, filled);
  const { flags } = review({ questionnaire: form, answers, ruleSet, settings: NO_SETTINGS, today: TODAY });
  return flags.map(({ ruleId }) => ruleId);
}

/** The flags of these answers with that rule on. */
function flagsFor(rule: ReviewRule, filled: Filled, questionnaire = 'health-history') {
  const ruleSet = reviewRuleSets.find((set) => set.questionnaire === questionnaire);
  if (!ruleSet) throw new Error(`No rules for ${questionnaire}.`);
  const form = formOf(ruleSet);
  const settings = { severities: { [rule.id]: rule.severity }, thresholds: {} };
  return review({ questionnaire: form, answers: fillIn(form, filled), ruleSet, settings, today: TODAY })
    .flags;
}

describe('the review rules', () => {
  it('each have a case here, and every case a rule', () => {
    expect(Object.keys(CASES).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  describe.each(rules)('$id', (rule) => {
    const { raises, leaves, in: form } = CASES[rule.id] ?? { raises: {}, leaves: {} };

    it('is raised, with a field to look at and its own weight', () => {
      const flag = flagsFor(rule, raises, form).find(({ ruleId }) => ruleId === rule.id);
      expect(flag).toMatchObject({ severity: rule.severity, source: rule.source });
      expect(flag?.year).toBe(rule.year);
      expect(flag?.fields.length).toBeGreaterThan(0);
    });

    it('is not raised by the answer beside it', () => {
      expect(flagsFor(rule, leaves, form).map(({ ruleId }) => ruleId)).not.toContain(rule.id);
    });
  });
});

describe('an answer that would stop and review', () => {
  it.each(['Ketamine', 'esketamine', 'Ketalar', 'Spravato nasal spray'])(
    'is an allergy to %s, whatever was said of ketamine beside it',
    (name) => {
      const filled = { 'ketamine-allergy': 'no', allergies: 'yes', 'allergy-to': name };
      expect(raisedIn('health-history', filled)).toContain('ketamine-allergy');
    },
  );

  it('is ketamine of their own, named among what they had before', () => {
    const own = (when: string): Filled => ({
      'ketamine-before': 'yes',
      'ketamine-before-how': ['own'],
      'ketamine-before-when': when,
    });
    expect(raisedIn('health-history', own('within-3-months'))).toContain('ketamine-use-now');
    expect(raisedIn('health-history', own('within-6-months'))).not.toContain('ketamine-use-now');
    expect(raisedIn('health-history', own('within-6-months'))).toContain('ketamine-use-past');
    const treated = { ...own('within-3-months'), 'ketamine-before-how': ['treatment'] };
    expect(raisedIn('health-history', treated)).not.toContain('ketamine-use-now');
  });

  it.each(['opioids', 'sedatives', 'cocaine', 'meth', 'ghb'])('is %s on most days', (code) => {
    const filled = { used: [code], [`used-${code}-when`]: 'most-days', 'use-troubles': ['none'] };
    expect(raisedIn('health-history', filled)).toContain('use-most-days');
  });

  it.each(['no', 'not-sure', 'rather-talk'])(
    'is "%s" to being safe at home, wherever it is asked',
    (code) => {
      for (const { questionnaire } of reviewRuleSets)
        expect(raisedIn(questionnaire, { 'safe-at-home': code })).toContain('unsafe-at-home');
    },
  );

  it('is found in the words of a check-in', () => {
    const filled = { 'medicine-changed': 'yes', 'medicine-changed-more': 'started Nardil and theophylline' };
    expect(raisedIn('how-are-you-since', filled)).toEqual(
      expect.arrayContaining(['medicine-xanthine', 'medicine-maoi', 'medicine-changed']),
    );
  });
});

describe('a medicine that was stopped', () => {
  it('is not taken for one that is taken now', () => {
    const stopped = { 'medicine-changed': 'yes', 'changed-name': 'Xanax', 'changed-how': 'stopped' };
    expect(raisedIn('readiness', stopped)).toEqual(['benzodiazepine-stopped', 'medicine-changed']);
    const nardil = { ...stopped, 'changed-name': 'Nardil' };
    expect(raisedIn('readiness', nardil)).toEqual(['medicine-changed']);
  });

  it.each(['started', 'dose', 'not-sure', 'rather-talk'])('is not one with "%s" beside it', (how) => {
    const filled = { 'medicine-changed': 'yes', 'changed-name': 'Xanax', 'changed-how': how };
    expect(raisedIn('readiness', filled)).toContain('medicine-benzodiazepine');
  });

  it('hides no other that was started', () => {
    const answers = {
      entries: new Map<ItemPath, Entry>([
        ['changed-name#1', [' Xanax']],
        ['changed-how#1', ['stopped']],
        ['changed-name#2', [' Nardil']],
        ['changed-how#2', ['started']],
        ['changed-name#3', [' Ativan']],
      ]),
      instances: new Map([['changed-medicine', [1, 2, 3]]]),
    };
    const ruleSet = reviewRuleSets.find(({ questionnaire }) => questionnaire === 'readiness');
    if (!ruleSet) throw new Error('There are no rules.');
    const { flags } = review({
      questionnaire: readiness,
      answers,
      ruleSet,
      settings: NO_SETTINGS,
      today: TODAY,
    });
    const pathsOf = (id: string) => flags.find(({ ruleId }) => ruleId === id)?.fields.map(({ path }) => path);
    expect(pathsOf('medicine-maoi')).toEqual(['changed-name#2']);
    expect(pathsOf('medicine-benzodiazepine')).toEqual(['changed-name#3']);
    expect(pathsOf('benzodiazepine-stopped')).toEqual(['changed-name#1', 'changed-how#1']);
  });
});

const codesIn = (when: When): readonly (readonly [string, string])[] =>
  isNot(when)
    ? codesIn(when.not)
    : isAll(when)
      ? when.all.flatMap(codesIn)
      : isAny(when)
        ? when.any.flatMap(codesIn)
        : 'question' in when && when.operator === '=' && typeof when.answer === 'string'
          ? [[when.question, when.answer]]
          : 'since' in when
            ? Object.keys(when.atLeast).map((code) => [when.since, code] as const)
            : [];

describe('what the rules are made of', () => {
  it.each(reviewRuleSets)('asks about what $questionnaire asks', (set) => {
    const items = new Map([...allItems(formOf(set).item)].map((item) => [item.linkId, item]));
    const lost = set.rules.filter(
      ({ when }) =>
        ![...testsIn(when)].some((test) => questionsOf(test).some((question) => items.has(question))),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('names no question that no questionnaire asks', () => {
    const asked = new Set(forms.flatMap((form) => [...allItems(form.item)].map(({ linkId }) => linkId)));
    const named = rules.flatMap(({ when }) => [...testsIn(when)].flatMap(questionsOf));
    expect(named.filter((question) => !asked.has(question))).toEqual([]);
  });

  it.each(reviewRuleSets)('names no answer that its question does not offer in $questionnaire', (set) => {
    const items = new Map([...allItems(formOf(set).item)].map((item) => [item.linkId, item]));
    const lost = set.rules.flatMap(({ id, when }) =>
      [...codesIn(when)].flatMap(([question, code]) => {
        const item = items.get(question);
        const isOffered = item?.answerOption?.some((option) => option.code === code);
        return !item || isOffered ? [] : [[id, question, code]];
      }),
    );
    expect(lost).toEqual([]);
  });

  it('uses no threshold that cannot be set, and leaves none unused', () => {
    for (const { rules: each, thresholds, questionnaire } of reviewRuleSets) {
      const known = thresholds.map(({ id }) => id);
      const used = new Set(
        each.flatMap(({ when }) => [...testsIn(when)].flatMap((test) => thresholdOf(test) ?? [])),
      );
      expect([...used].filter((id) => !known.includes(id))).toEqual([]);
      if (questionnaire === 'health-history') expect(known.filter((id) => !used.has(id))).toEqual([]);
    }
  });

  it('comes with thresholds inside what can be set', () => {
    for (const { value, min, max } of reviewRuleSets.flatMap(({ thresholds }) => thresholds)) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  });

  it('is off where nothing published is behind it, and on where something is', () => {
    const off = rules.filter((rule) => rule.default === 'off').map(({ id }) => id);
    expect(off).toEqual(rules.filter(({ source }) => source === PRACTICE.source).map(({ id }) => id));
    expect(off.length).toBeGreaterThan(10);
  });

  it('gives each rule a plain sentence, a source and, of what was published, a year', () => {
    const practice = [PRACTICE.source, RESPONSE_PLAN.source];
    for (const { reason, source, year } of rules) {
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(reason).not.toMatch(/["']/);
      expect(reason.length).toBeLessThanOrEqual(200);
      expect(source.length).toBeGreaterThan(3);
      expect(year === undefined).toBe(practice.includes(source));
      if (year === undefined) continue;
      expect(year).toBeGreaterThanOrEqual(2017);
      expect(year).toBeLessThanOrEqual(2026);
    }
  });

  it('says nothing of who may have the treatment', () => {
    const words = rules.map(({ reason }) => reason).join(' ');
    expect(words).not.toMatch(/\b(in)?eligib|qualif|disqualif|reject|unsafe to treat/i);
  });

  it('has one meaning for an id, wherever it stands', () => {
    const seen = new Map<string, ReviewRule>();
    for (const rule of reviewRuleSets.flatMap((set) => set.rules))
      expect(seen.set(rule.id, seen.get(rule.id) ?? rule).get(rule.id)).toBe(rule);
  });
});

describe('the names of medicines', () => {
  const groups = Object.entries(classes);

  it('are found by generic and by brand, every one of them', () => {
    for (const [, names] of groups)
      for (const { generic, brands = [] } of names)
        for (const name of [generic, ...brands])
          expect(medicinesIn(`${name.toUpperCase()} 10 mg`, names)).toContain(generic);
  });

  it('are not found in a medicine of another kind through a slip of the hand', () => {
    const suggested = [...allItems(healthHistory.item)]
      .find(({ linkId }) => linkId === 'medicine-name')
      ?.answerOption?.map(({ display }) => display);
    expect(suggested?.length).toBeGreaterThan(100);
    const exactly = (name: string, word: string) =>
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .join(' ')
        .includes(
          word
            .toLowerCase()
            .split(/[^a-z0-9]+/)
            .join(' '),
        );
    const strays = (suggested ?? []).flatMap((name) =>
      groups.flatMap(([group, names]) =>
        names
          .filter(({ generic }) => medicinesIn(name, names).includes(generic))
          .filter(({ generic, brands = [] }) => ![generic, ...brands].some((each) => exactly(name, each)))
          .map(({ generic }) => `${name} taken for ${generic} (${group})`),
      ),
    );
    expect(strays).toEqual([]);
  });

  it.each([
    ['amfetamine', 'amphetamine'],
    ['lisdexamphetamine', 'lisdexamfetamine'],
    ['dexamphetamine', 'dextroamphetamine'],
    ['Aderall', 'amphetamine'],
    ['Vyvance', 'lisdexamfetamine'],
    ['Sunosi', 'solriamfetol'],
    ['Xanex', 'alprazolam'],
    ['Zanax', 'alprazolam'],
    ['Adivan', 'lorazepam'],
    ['Dalmane', 'flurazepam'],
    ['nitrazepam', 'nitrazepam'],
    ['bromazepam', 'bromazepam'],
    ['etizolam', 'etizolam'],
    ['Percodan', 'oxycodone'],
    ['co-codamol', 'codeine'],
    ['Tylenol with codeine', 'codeine'],
    ['Tylenol #3', 'codeine'],
    ['fentanil', 'fentanyl'],
    ['phentanyl', 'fentanyl'],
    ['pentazocine', 'pentazocine'],
    ['levorphanol', 'levorphanol'],
    ['heroin', 'diamorphine'],
    ['dyphylline', 'dyphylline'],
    ['teofilline', 'theophylline'],
    ['Theo-Dur', 'theophylline'],
    ['Theolair', 'theophylline'],
    ['GHB', 'oxybate'],
    ['sodium oxibate', 'oxybate'],
    ['SJW', 'St. John’s wort'],
    ['St John wort', 'St. John’s wort'],
    ['Saint John’s Wort', 'St. John’s wort'],
    ['St. Johns-wort', 'St. John’s wort'],
    ['Nardel', 'phenelzine'],
    ['tranilcipromine', 'tranylcypromine'],
    ['spravatto', 'esketamine'],
  ])('are found as %s', (written, generic) => {
    expect(groups.flatMap(([, names]) => medicinesIn(written, names))).toContain(generic);
  });

  const COMMON_AND_NOT_MEANT = [
    'atorvastatin, Lipitor, simvastatin, Zocor, rosuvastatin, Crestor, pravastatin, Pravachol, omeprazole, Prilosec',
    'pantoprazole, Protonix, esomeprazole, Nexium, famotidine, Pepcid, ranitidine, Zantac, metformin, Glucophage',
    'sitagliptin, Januvia, empagliflozin, Jardiance, Farxiga, albuterol, Ventolin, ProAir, montelukast, Singulair',
    'Advair, Symbicort, Spiriva, tiotropium, prednisone, prednisolone, methylprednisolone, Medrol, hydrocortisone, dexamethasone',
    'ibuprofen, Advil, Motrin, naproxen, Aleve, acetaminophen, Tylenol, paracetamol, aspirin, Bayer',
    'celecoxib, Celebrex, meloxicam, Mobic, diclofenac, Voltaren, indomethacin, ketorolac, Toradol, ketoprofen',
    'ketotifen, amoxicillin, Augmentin, azithromycin, Zithromax, Z-Pak, cephalexin, Keflex, doxycycline, minocycline',
    'ciprofloxacin, levofloxacin, nitrofurantoin, Macrobid, Bactrim, trimethoprim, metronidazole, Flagyl, acyclovir, Zovirax',
    'valacyclovir, Valtrex, terbinafine, Lamisil, nystatin, topiramate, Topamax, levetiracetam, Keppra, lacosamide',
    'zonisamide, sumatriptan, Imitrex, rizatriptan, Maxalt, buspirone, Buspar, atomoxetine, Strattera, viloxazine',
    'Qelbree, ropinirole, Requip, pramipexole, Mirapex, levodopa, Sinemet, donepezil, Aricept, finasteride',
    'Propecia, Proscar, dutasteride, tamsulosin, Flomax, sildenafil, Viagra, tadalafil, Cialis, estradiol',
    'Estrace, progesterone, Prometrium, Premarin, Provera, medroxyprogesterone, norethindrone, Yaz, Mirena, Nexplanon',
    'NuvaRing, testosterone, AndroGel, clomiphene, letrozole, anastrozole, tamoxifen, alendronate, Fosamax, allopurinol',
    'Zyloprim, colchicine, methotrexate, hydroxychloroquine, Plaquenil, adalimumab, Humira, Enbrel, loratadine, Claritin',
    'cetirizine, Zyrtec, fexofenadine, Allegra, levocetirizine, Xyzal, guaifenesin, Mucinex, ondansetron, Zofran',
    'metoclopramide, Reglan, loperamide, Imodium, docusate, Colace, senna, Miralax, bisacodyl, Dulcolax',
    'Metamucil, oxybutynin, Ditropan, solifenacin, mirabegron, Myrbetriq, melatonin, magnesium, calcium, iron',
    'zinc, vitamin D, vitamin B12, folic acid, fish oil, omega 3, Ultra omega, turmeric, ashwagandha, creatine',
    'collagen, probiotic, biotin, CoQ10, glucosamine, echinacea, ginkgo, ginseng, saw palmetto, chamomile',
    'lavender, elderberry, milk thistle, potassium, digoxin, Lanoxin, amiodarone, sotalol, flecainide, isosorbide',
    'nitroglycerin, ezetimibe, Zetia, fenofibrate, gemfibrozil, Lopid, niacin, tretinoin, isotretinoin, Accutane',
    'benzoyl peroxide, clindamycin, mupirocin, latanoprost, timolol, Restasis, cyclosporine, tacrolimus, mycophenolate, azathioprine',
    'sulfasalazine, mesalamine, hydroxyurea, chlorpropamide, acarbose, pioglitazone, Actos, lansoprazole, Prevacid, sucralfate',
    'dicyclomine, Bentyl, hyoscyamine, benztropine, Cogentin, propafenone, lubiprostone, Linzess, ursodiol, cholestyramine',
    'ivermectin, permethrin, albendazole, oseltamivir, Tamiflu, Prevagen, Emergen-C, Airborne, theanine, caffeine',
    'L-theanine, tyrosine, 5-HTP, SAMe, inositol, Flovent, Qvar, Pulmicort, Ozurdex, Botox',
    'Aimovig, Emgality, Nurtec, Ubrelvy, Excedrin, lanolin, atropine, scopolamine, Lotrimin, clotrimazole',
    'miconazole, Monistat, captopril, quinapril, Ensure, Boost, Tums, Rolaids, Gas-X, Pepto Bismol',
    'Alka Seltzer, Vicks, saline, Refresh, Systane, Visine, Zaditor, nicotine patch, Chantix, varenicline',
    'disulfiram, Antabuse, acamprosate, Campral, betahistine, cinnarizine, Xanthan gum, valine, leucine, lysine',
    'moringa, maca, spirulina, chlorella, lithotabs, Restore, Canadian ginseng, Active, Narcan, felodipine',
    'Theanine',
  ];

  it.each(COMMON_AND_NOT_MEANT.flatMap((line) => line.split(', ')))('are not found in %s', (written) => {
    expect(groups.flatMap(([, names]) => medicinesIn(written, names))).toEqual([]);
  });

  it('are not found in the name of a medicine of another kind', () => {
    const strays = groups.flatMap(([, from]) =>
      from.flatMap(({ generic, brands = [] }) =>
        [generic, ...brands].flatMap((name) =>
          groups.flatMap(([group, names]) =>
            medicinesIn(name, names).map((found) => ({ name, group, found })),
          ),
        ),
      ),
    );
    const written = new Map(groups.map(([group, names]) => [group, names]));
    const plain = (text: string) =>
      ` ${text
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .join(' ')
        .trim()} `;
    const byASlip = strays.filter(({ name, group, found }) =>
      (written.get(group) ?? [])
        .filter(({ generic }) => generic === found)
        .every(
          ({ generic, brands = [] }) =>
            ![generic, ...brands].some((each) => plain(name).includes(plain(each))),
        ),
    );
    expect(byASlip).toEqual([]);
  });

  it('cover what the questionnaire’s own list suggests of these kinds', () => {
    const names = groups.flatMap(([, each]) => each);
    const suggested = [
      'tranylcypromine',
      'olanzapine and samidorphan',
      'dextromethorphan and bupropion',
      'ergotamine',
    ];
    for (const name of suggested) expect(medicinesIn(name, names).length).toBeGreaterThan(0);
  });
});
