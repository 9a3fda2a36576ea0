package org.waymark.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.casework.problem.ProblemKind;

/** What a caller switches on behind the address: each switch once, as {@code true} or {@code false}. */
final class Switches {

    /** Says what a decision would be, and records none. */
    static final String DRY_RUN = "dryRun";

    /** Says what the decision rests on, too. */
    static final String EXPLAIN = "explain";

    /** Says what each decision is, not only that there is one. */
    static final String DECISIONS = "decisions";

    private static final String TRUE = "true";
    private static final Set<String> TRUE_OR_FALSE = Set.of(TRUE, "false");

    private Switches() {}

    /**
     * The switches that are on. A slip in the one word that keeps a try from becoming a decision must not make it one,
     * so whatever else stands behind the address is refused.
     *
     * @param allowed those that this call has
     * @param advice what to do, for whoever wrote something else
     */
    static Set<String> on(HttpServletRequest request, List<String> allowed, String advice) {
        return on(request, allowed, "", advice);
    }

    /**
     * The same.
     *
     * @param beside what else may stand behind the address, for somebody else to read
     */
    static Set<String> on(HttpServletRequest request, List<String> allowed, String beside, String advice) {
        Set<String> on = new HashSet<>();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String[] values = parameter.getValue();
            if (parameter.getKey().equals(beside)) {
                continue;
            }
            if (!allowed.contains(parameter.getKey()) || values.length != 1 || !TRUE_OR_FALSE.contains(values[0])) {
                throw new Refused(ProblemKind.BAD_REQUEST, allows(allowed, beside) + "; " + advice);
            }
            if (values[0].equals(TRUE)) {
                on.add(parameter.getKey());
            }
        }
        return on;
    }

    /** Whether decisions are wanted, which they are unless they are switched off. */
    static boolean decisions(HttpServletRequest request) {
        boolean said = !request.getParameterMap().isEmpty();
        return on(request, List.of(DECISIONS), "leave `decisions` out to have decisions in the answers")
                        .contains(DECISIONS)
                || !said;
    }

    private static String allows(List<String> allowed, String beside) {
        return "the address allows "
                + allowed.stream()
                        .map(name -> "`?" + name + "=true` or `?" + name + "=false`")
                        .collect(Collectors.joining(", "))
                + (allowed.size() > 1 ? " (joined by `&`)" : "")
                + (beside.isEmpty() ? "" : ", `?" + beside + "=…`")
                + " and nothing else after it";
    }
}
