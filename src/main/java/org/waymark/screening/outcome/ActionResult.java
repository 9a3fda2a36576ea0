package org.waymark.screening.outcome;

import java.util.List;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Urgency;

/** Something to do, how soon, and the rules that ask for it. */
public record ActionResult(Action action, Urgency urgency, List<String> rules) {}
