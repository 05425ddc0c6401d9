import type { MedicineName } from '../../../domain/questionnaire/review-flags/rules.js';

/** `phenelzine: Nardil; selegiline: Emsam, Zelapar`. Names are facts; one text a class reads better than a tree. */
const named = (text: string): readonly MedicineName[] =>
  text.split(';').map((each) => {
    const [generic = '', brands] = each.split(':');
    return {
      generic: generic.trim(),
      ...(brands !== undefined && { brands: brands.split(',').map((brand) => brand.trim()) }),
    };
  });

export const MAOI = named(
  'phenelzine: Nardil; tranylcypromine: Parnate; isocarboxazid: Marplan; selegiline: Emsam, Zelapar, Eldepryl; rasagiline: Azilect; safinamide: Xadago; moclobemide: Aurorix, Manerix; linezolid: Zyvox; methylene blue: Provayblue',
);

export const STIMULANTS = named(
  'amphetamine: Adderall, Mydayis, Evekeo, Adzenys, Dyanavel; dextroamphetamine: dexamphetamine, Dexedrine, Zenzedi, ProCentra, Xelstrym; lisdexamfetamine: Vyvanse, Elvanse; methamphetamine: Desoxyn; methylphenidate: Ritalin, Concerta, Daytrana, Metadate, Quillivant, Jornay; dexmethylphenidate: Focalin, Azstarys; modafinil: Provigil; armodafinil: Nuvigil; solriamfetol: Sunosi; phentermine: Adipex, Lomaira, Qsymia',
);

export const SYMPATHOMIMETICS = named(
  'pseudoephedrine: Sudafed, Claritin D, Allegra D, Zyrtec D; phenylephrine: Sudafed PE; ephedrine: Bronkaid, Primatene; oxymetazoline: Afrin; midodrine: ProAmatine, Orvaten; droxidopa: Northera; epinephrine: EpiPen, Auvi-Q, adrenaline; ergotamine: Cafergot, Ergomar; dihydroergotamine: Migranal, D.H.E., Trudhesa; methylergonovine: Methergine',
);

export const XANTHINES = named(
  'theophylline: Theo-24, Theo-Dur, Theodur, Theolair, Theochron, Elixophyllin, Uniphyl; aminophylline; dyphylline: Lufyllin, diprophylline',
);

export const BENZODIAZEPINES = named(
  'alprazolam: Xanax, Niravam; clonazepam: Klonopin, Rivotril; lorazepam: Ativan, Loreev; diazepam: Valium; temazepam: Restoril; oxazepam: Serax; chlordiazepoxide: Librium, Librax, Limbitrol; clorazepate: Tranxene; triazolam: Halcion; estazolam; clobazam: Onfi, Sympazan; midazolam; flurazepam: Dalmane, Dalmadorm; nitrazepam: Mogadon; bromazepam: Lexotan, Lexotanil, Lectopam; etizolam: Etilaam',
);

export const SLEEPING_PILLS = named(
  'zolpidem: Ambien, Edluar, Intermezzo, Stilnox; eszopiclone: Lunesta; zaleplon: Sonata; zopiclone: Imovane; suvorexant: Belsomra; lemborexant: Dayvigo; daridorexant: Quviviq; doxepin: Silenor',
);

export const OPIOIDS = named(
  'oxycodone: OxyContin, Percocet, Percodan, Roxicodone, Xtampza, Endocet; hydrocodone: Norco, Vicodin, Lortab, Hysingla; morphine: MS Contin, Kadian; hydromorphone: Dilaudid; oxymorphone: Opana; codeine: co-codamol, cocodamol, Tylenol no 3, Tylenol no 4; fentanyl: Duragesic, Actiq; tramadol: Ultram, Ultracet, Conzip; tapentadol: Nucynta; meperidine: Demerol; methadone: Dolophine, Methadose; buprenorphine: Suboxone, Subutex, Zubsolv, Sublocade, Brixadi, Belbuca, Butrans; butorphanol; pentazocine: Talwin; levorphanol; diamorphine: heroin',
);

export const OPIOID_ANTAGONISTS = named(
  'naltrexone: Vivitrol, Revia, Contrave, LDN; nalmefene: Selincro; samidorphan: Lybalvi',
);

export const GABAPENTINOIDS = named('gabapentin: Neurontin, Gralise, Horizant; pregabalin: Lyrica');

export const MUSCLE_RELAXANTS = named(
  'baclofen: Lioresal, Ozobax; cyclobenzaprine: Flexeril, Amrix, Fexmid, Tonmya; tizanidine: Zanaflex; carisoprodol: Soma; methocarbamol: Robaxin; metaxalone: Skelaxin; chlorzoxazone; orphenadrine: Norflex; dantrolene: Dantrium',
);

export const BARBITURATES = named(
  'phenobarbital: Sezaby; primidone: Mysoline; butalbital: Fioricet, Fiorinal, Esgic; secobarbital: Seconal; pentobarbital: Nembutal',
);

export const OXYBATE = named('oxybate: Xyrem, Xywav, Lumryz, GHB, gamma hydroxybutyrate');

export const SEDATING_ANTIHISTAMINES = named(
  'diphenhydramine: Benadryl, ZzzQuil, Advil PM, Tylenol PM; hydroxyzine: Atarax, Vistaril; doxylamine: Unisom, NyQuil, Diclegis; promethazine: Phenergan; chlorpheniramine; meclizine: Antivert, Bonine; dimenhydrinate: Dramamine; cyproheptadine',
);

export const LAMOTRIGINE = named('lamotrigine: Lamictal, Subvenite');

export const OTHER_MOOD_STABILIZERS = named(
  'lithium: Lithobid, Eskalith; valproate: Depakote, Depakene, divalproex, valproic acid',
);

export const INDUCERS = named(
  'carbamazepine: Tegretol, Carbatrol, Equetro, Epitol; rifampin: Rifadin, rifampicin, Rifamate; phenytoin: Dilantin; phenobarbital; oxcarbazepine: Trileptal; St. John’s wort: St John wort, SJW, Hypericum; efavirenz: Sustiva, Atripla',
);

export const ANTIPSYCHOTICS = named(
  'clozapine: Clozaril, Versacloz; risperidone: Risperdal, Perseris, Uzedy; haloperidol: Haldol; olanzapine: Zyprexa, Lybalvi, Symbyax; quetiapine: Seroquel; aripiprazole: Abilify, Aristada; brexpiprazole: Rexulti; cariprazine: Vraylar; lurasidone: Latuda; ziprasidone: Geodon; paliperidone: Invega; asenapine: Saphris, Secuado; lumateperone: Caplyta; iloperidone: Fanapt; chlorpromazine: Thorazine; perphenazine; fluphenazine; xanomeline: Cobenfy',
);

export const ANTIDEPRESSANTS = named(
  'sertraline: Zoloft; fluoxetine: Prozac, Sarafem, Symbyax; escitalopram: Lexapro; citalopram: Celexa; paroxetine: Paxil, Pexeva; fluvoxamine: Luvox; vortioxetine: Trintellix; vilazodone: Viibryd; venlafaxine: Effexor; duloxetine: Cymbalta, Drizalma; desvenlafaxine: Pristiq; levomilnacipran: Fetzima; amitriptyline: Elavil; nortriptyline: Pamelor; imipramine: Tofranil; desipramine: Norpramin; clomipramine: Anafranil; doxepin: Sinequan; bupropion: Wellbutrin, Zyban, Auvelity, Contrave, Aplenzin; mirtazapine: Remeron; trazodone: Desyrel; nefazodone: Serzone; gepirone: Exxua; zuranolone: Zurzuvae',
);

/** Those that raise the pressure or lower the threshold for seizures. */
export const PRESSURE_OR_SEIZURE_ANTIDEPRESSANTS = named(
  'venlafaxine: Effexor; duloxetine: Cymbalta, Drizalma; desvenlafaxine: Pristiq; levomilnacipran: Fetzima; amitriptyline: Elavil; nortriptyline: Pamelor; imipramine: Tofranil; desipramine: Norpramin; clomipramine: Anafranil; doxepin: Sinequan; bupropion: Wellbutrin, Zyban, Auvelity, Contrave, Aplenzin',
);

export const NMDA_ACTIVE = named(
  'memantine: Namenda, Namzaric; amantadine: Gocovri, Symmetrel, Osmolex; dextromethorphan: Auvelity, Nuedexta, Delsym, Robitussin DM, Mucinex DM, DayQuil, NyQuil',
);

export const INHIBITORS = named(
  'clarithromycin: Biaxin; erythromycin: Ery-Tab; ketoconazole: Nizoral; itraconazole: Sporanox; voriconazole: Vfend; posaconazole: Noxafil; fluconazole: Diflucan; ritonavir: Norvir, Paxlovid, Kaletra; cobicistat: Tybost, Genvoya, Stribild, Symtuza, Prezcobix, Evotaz; nefazodone: Serzone; ticlopidine: Ticlid; clopidogrel: Plavix; diltiazem: Cardizem, Tiazac; verapamil: Calan, Verelan; grapefruit',
);

export const ANTIHYPERTENSIVES = named(
  'lisinopril: Zestril, Prinivil, Qbrelis; enalapril: Vasotec; benazepril: Lotensin, Lotrel; ramipril: Altace; losartan: Cozaar, Hyzaar; valsartan: Diovan, Exforge, Entresto; olmesartan: Benicar; irbesartan: Avapro; telmisartan: Micardis; amlodipine: Norvasc, Lotrel, Exforge; nifedipine: Procardia, Adalat; diltiazem: Cardizem, Tiazac; verapamil: Calan, Verelan; hydrochlorothiazide: Hyzaar, Microzide, HCTZ; chlorthalidone: Thalitone; furosemide: Lasix; spironolactone: Aldactone; metoprolol: Lopressor, Toprol; propranolol: Inderal; atenolol: Tenormin; carvedilol: Coreg; bisoprolol: Zebeta, Ziac; nebivolol: Bystolic; labetalol: Trandate; clonidine: Catapres, Kapvay; guanfacine: Intuniv, Tenex; prazosin: Minipress; doxazosin: Cardura; hydralazine: Apresoline',
);

export const THYROID_HORMONE = named(
  'levothyroxine: Synthroid, Levoxyl, Unithroid, Euthyrox, Tirosint; liothyronine: Cytomel; thyroid: Armour Thyroid, NP Thyroid',
);

export const GLP1_AGONISTS = named(
  'semaglutide: Ozempic, Wegovy, Rybelsus; tirzepatide: Mounjaro, Zepbound; liraglutide: Victoza, Saxenda, Xultophy; dulaglutide: Trulicity; exenatide: Byetta, Bydureon; lixisenatide: Soliqua',
);

export const GLUCOSE_LOWERING = named(
  'insulin: Lantus, Basaglar, Toujeo, Tresiba, Levemir, Humalog, Novolog, Admelog, Fiasp, Apidra, Humulin, Novolin, Soliqua, Xultophy; glipizide: Glucotrol; glyburide: Diabeta, Glynase, glibenclamide; glimepiride: Amaryl; repaglinide: Prandin; nateglinide: Starlix',
);

export const BLOOD_THINNERS = named(
  'warfarin: Coumadin, Jantoven; apixaban: Eliquis; rivaroxaban: Xarelto; dabigatran: Pradaxa; edoxaban: Savaysa; enoxaparin: Lovenox; heparin; clopidogrel: Plavix; prasugrel: Effient; ticagrelor: Brilinta; ticlopidine: Ticlid; aspirin and dipyridamole: Aggrenox',
);

export const KETAMINE_PRODUCTS = named('ketamine: Ketalar, ketamina; esketamine: Spravato, Ketanest');

export const NASAL_SPRAYS = named(
  'fluticasone: Flonase, Dymista; mometasone: Nasonex; triamcinolone: Nasacort; budesonide: Rhinocort; oxymetazoline: Afrin; azelastine: Astelin, Astepro, Dymista; nasal spray',
);

export const SEDATING_HERBS = named(
  'kava: kava kava, Piper methysticum; valerian: Valeriana; kratom: Mitragyna',
);

export const STIMULATING_HERBS = named('ephedra: ma huang; yohimbine: yohimbe; bitter orange: synephrine');

export const CANNABIS = named('cannabis: marijuana, THC, dronabinol, Marinol; cannabidiol: CBD, Epidiolex');
