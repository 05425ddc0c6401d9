import { KapIntakeForm } from '../../src/elements/kap-intake-form/kap-intake-form.js';
import { KapJourney } from '../../src/elements/kap-journey/kap-journey.js';

// The provider first: a consumer that is defined before its provider would ask in vain.
customElements.define('kap-journey', KapJourney);
customElements.define('kap-intake-form', KapIntakeForm);
