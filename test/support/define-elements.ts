import { KapConsent } from '../../src/elements/kap-consent/kap-consent.js';
import { KapIntakeForm } from '../../src/elements/kap-intake-form/kap-intake-form.js';
import { KapJourney } from '../../src/elements/kap-journey/kap-journey.js';
import { KapSessionPicker } from '../../src/elements/kap-session-picker/kap-session-picker.js';

// The provider first: a consumer that is defined before its provider would ask in vain.
customElements.define('kap-journey', KapJourney);
customElements.define('kap-intake-form', KapIntakeForm);
customElements.define('kap-consent', KapConsent);
customElements.define('kap-session-picker', KapSessionPicker);
