import { AccessLog } from './elements/access-log.js';
import { ClearancePanel } from './elements/clearance-panel.js';
import { HistoryPage } from './elements/history-page.js';
import { LinkPanel } from './elements/link-panel.js';
import { SignIn } from './elements/sign-in.js';
import { StaffApp } from './elements/staff-app.js';
import { SubmissionList } from './elements/submission-list.js';

customElements.define('staff-access-log', AccessLog);
customElements.define('staff-clearance', ClearancePanel);
customElements.define('staff-link', LinkPanel);
customElements.define('staff-history', HistoryPage);
customElements.define('staff-sign-in', SignIn);
customElements.define('staff-submissions', SubmissionList);
customElements.define('staff-app', StaffApp);
