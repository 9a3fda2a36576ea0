import { initAll } from "/assets/vendor/govuk-frontend-6.6.0.min.js";

initAll();
