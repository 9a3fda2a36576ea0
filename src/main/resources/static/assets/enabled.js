// Says that scripts run as soon as there is a body: before anything is drawn, so that nothing moves once it is there, and
// before the components start, which do nothing in a body that does not say so.
new MutationObserver((changes, observer) => {
  if (document.body) {
    observer.disconnect();
    document.body.classList.add("js-enabled");
    if ("noModule" in HTMLScriptElement.prototype) {
      document.body.classList.add("govuk-frontend-supported");
    }
  }
}).observe(document.documentElement, { childList: true });
