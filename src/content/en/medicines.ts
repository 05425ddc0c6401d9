import type { AnswerOption, Item } from '../../domain/questionnaire/questionnaire.js';
import { chooseOrWrite, codeOf } from './items.js';

/**
 * Names that a client may look for: a generic name, with a common brand name of the United States after `=`. All that
 * a review rule looks for by name is among them, and what is often taken beside it. One text, because it packs well.
 */
const NAMES =
  'sertraline=Zoloft;fluoxetine=Prozac;escitalopram=Lexapro;citalopram=Celexa;paroxetine=Paxil;fluvoxamine;vortioxetine=Trintellix;venlafaxine=Effexor;desvenlafaxine=Pristiq;duloxetine=Cymbalta;amitriptyline;nortriptyline;imipramine;clomipramine;doxepin;bupropion=Wellbutrin;dextromethorphan and bupropion=Auvelity;mirtazapine=Remeron;trazodone;nefazodone;phenelzine;tranylcypromine;isocarboxazid;selegiline=Emsam;rasagiline;safinamide;moclobemide;linezolid;amphetamine salts=Adderall;dextroamphetamine;lisdexamfetamine=Vyvanse;methylphenidate=Ritalin, Concerta;dexmethylphenidate;modafinil=Provigil;armodafinil=Nuvigil;atomoxetine=Strattera;clonidine;pseudoephedrine=Sudafed;phenylephrine;ephedrine;oxymetazoline=Afrin;midodrine;epinephrine=EpiPen;ergotamine;theophylline;aminophylline;alprazolam=Xanax;clonazepam=Klonopin;lorazepam=Ativan;diazepam=Valium;temazepam;oxazepam;chlordiazepoxide;buspirone;zolpidem=Ambien;eszopiclone=Lunesta;zaleplon=Sonata;melatonin;oxycodone=OxyContin, Percocet;hydrocodone=Norco;morphine;hydromorphone;codeine;fentanyl;tramadol;tapentadol;methadone;buprenorphine=Suboxone, Subutex;naltrexone=Vivitrol;nalmefene;olanzapine and samidorphan;gabapentin=Neurontin;pregabalin=Lyrica;baclofen;cyclobenzaprine=Flexeril;tizanidine=Zanaflex;carisoprodol=Soma;methocarbamol;phenobarbital;primidone;butalbital=Fioricet;sodium oxybate=Xyrem;diphenhydramine=Benadryl;hydroxyzine;doxylamine=Unisom;promethazine;lamotrigine=Lamictal;lithium;valproate=Depakote;carbamazepine=Tegretol;topiramate=Topamax;phenytoin;clozapine;risperidone=Risperdal;haloperidol=Haldol;olanzapine=Zyprexa;quetiapine=Seroquel;aripiprazole=Abilify;brexpiprazole=Rexulti;cariprazine=Vraylar;lurasidone=Latuda;memantine;amantadine;dextromethorphan;ketamine;esketamine=Spravato;prazosin;propranolol;metoprolol;lisinopril;losartan;amlodipine;atorvastatin=Lipitor;levothyroxine=Synthroid;liothyronine;metformin;semaglutide=Ozempic, Wegovy;tirzepatide=Mounjaro, Zepbound;liraglutide=Victoza;dulaglutide=Trulicity;insulin;glipizide;glyburide;glimepiride;warfarin;apixaban=Eliquis;rivaroxaban=Xarelto;clopidogrel=Plavix;ticlopidine;aspirin;ibuprofen=Advil;acetaminophen=Tylenol;clarithromycin;ketoconazole;itraconazole;ritonavir=Paxlovid;cobicistat;rifampin;albuterol;fluticasone=Flonase;prednisone;omeprazole=Prilosec;ondansetron=Zofran;birth control pill;vitamin D;St. John’s wort;kava;valerian;kratom;ephedra;yohimbine;CBD;cannabis';

const options = (names: string): readonly AnswerOption[] =>
  names.split(';').map((each) => {
    const [name = '', brand] = each.split('=');
    return { code: codeOf(name), display: brand === undefined ? name : `${name} (${brand})` };
  });

const MEDICINES = options(NAMES);

/** Asks for a medicine by name: common ones are suggested, and any other can be written. */
export const medicineName = (linkId: string, more: Partial<Item> = {}): Item =>
  chooseOrWrite(linkId, 'Name of the medicine', [], {
    control: 'autocomplete',
    answerOption: MEDICINES,
    ...more,
  });
