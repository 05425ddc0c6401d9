/**
 * Terms that count as one syllable, because a prescriber has to read them in the answer. Each is explained in these
 * words on the page where it stands.
 */
export const EXPLAINED: Readonly<Record<string, string>> = {
  aneurysm: 'a weak spot in a blood vessel',
  avm: 'tangled blood vessels',
  glaucoma: 'high pressure in the eye',
  'pre-eclampsia': 'high blood pressure in pregnancy',
};

/** Names of medicines. Who takes one knows it by its name. */
export const NAMES: readonly string[] = [
  'aminophylline',
  'amantadine',
  'aripiprazole',
  'buprenorphine',
  'butalbital',
  'carbamazepine',
  'clarithromycin',
  'dextromethorphan',
  'esketamine',
  'gabapentin',
  'ketamine',
  'lamotrigine',
  'lithium',
  'lorazepam',
  'memantine',
  'methadone',
  'naltrexone',
  'oxybate',
  'phenelzine',
  'phenobarbital',
  'phenytoin',
  'pregabalin',
  'primidone',
  'quetiapine',
  'rifampin',
  'selegiline',
  'theophylline',
  'valerian',
];
