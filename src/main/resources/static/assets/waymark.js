import { initAll } from "/assets/vendor/govuk-frontend-6.6.0.min.js";

initAll();

// More is asked where the answer is yes or not settled; without a script it is there all the time.
for (const radio of document.querySelectorAll("[data-waymark-more]")) {
  const more = document.getElementById(radio.dataset.waymarkMore);
  const group = document.getElementsByName(radio.name);
  const show = () => {
    more.hidden = ![...group].some((one) => one.checked && one.dataset.waymarkMore);
  };
  group.forEach((one) => one.addEventListener("change", show));
  show();
}

// Without a script a hint says how to print.
for (const print of document.querySelectorAll("[data-waymark-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// What is typed is saved a moment after the last key, and never sent twice at once.
for (const form of document.querySelectorAll("[data-waymark-save]")) {
  const told = form.querySelector("[data-waymark-saved]");
  let waiting;
  let saving = false;
  let again = false;
  let stale = false;

  const save = async () => {
    if (saving || stale) {
      again = saving;
      return;
    }
    saving = true;
    const body = new URLSearchParams(new FormData(form));
    body.set("byItself", "yes");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
      if (answer.ok) {
        document.dispatchEvent(new Event("waymark-heard"));
        form.elements.revision.value = await answer.text();
        told.textContent = told.dataset.saved;
      } else {
        stale = answer.status === 409;
        told.textContent = stale ? told.dataset.stale : told.dataset.lost;
      }
    } catch {
      told.textContent = told.dataset.lost;
    }
    saving = false;
    if (again) {
      again = false;
      save();
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 1500);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}

// Who types for long sends nothing for long: they are told before their session ends, and may stay.
const session = document.querySelector("[data-waymark-session]");
if (session) {
  const lasts = session.dataset.waymarkSession * 1000;
  const warning = Math.min(lasts / 2, 120000);
  const said = session.querySelector("[data-waymark-session-said]");
  const stay = session.querySelector("button");
  let next;

  const heard = () => {
    session.hidden = true;
    clearTimeout(next);
    next = setTimeout(warn, lasts - warning);
  };
  // The first page leads whoever is signed in on to their work, and nobody else. Another window may have kept the session.
  const ask = async () => {
    clearTimeout(next);
    try {
      const answer = await fetch("/", { redirect: "manual" });
      if (answer.type === "opaqueredirect") {
        heard();
      } else {
        said.textContent = said.dataset.ended;
        stay.hidden = true;
      }
    } catch {
      next = setTimeout(ask, 10000);
    }
  };
  const warn = () => {
    session.hidden = false;
    // A little after its end: who asks before keeps it for ever.
    next = setTimeout(ask, warning + 5000);
  };
  stay.addEventListener("click", ask);
  document.addEventListener("waymark-heard", heard);
  heard();
}
