package org.waymark.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.waymark.access.Role.APPROVER;
import static org.waymark.access.Role.AUDITOR;
import static org.waymark.access.Role.MACHINE;
import static org.waymark.access.Role.MANAGER;
import static org.waymark.access.Role.OPERATOR;
import static org.waymark.access.Role.POLICY;
import static org.waymark.access.Role.SCREENER;
import static org.waymark.access.Scope.AREA_IN_BODY;
import static org.waymark.access.Scope.AREA_IN_PATH;
import static org.waymark.access.Scope.AREA_OF_ANALYSIS;
import static org.waymark.access.Scope.AREA_OF_DECISION;
import static org.waymark.access.Scope.EVERY_AREA;
import static org.waymark.access.Scope.NOTHING_PERSONAL;
import static org.waymark.access.Scope.WHAT_IS_SHOWN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call what, and of which young people it may speak. What is not in this table nobody may call. The page
 * docs/access.md shows it, and a test holds the two together.
 *
 * <p>Nothing about a young person is for those who write or approve rules: they read rules, counts, and the references
 * of cases that would change.
 */
final class AccessTable {

    static final List<Route> ROUTES = List.of(
            // about young people
            Route.of(POST, "/api/assessments", AREA_IN_BODY, SCREENER, MANAGER, MACHINE),
            Route.of(POST, "/api/assessments:batch", AREA_IN_BODY, SCREENER, MANAGER, MACHINE),
            Route.of(GET, "/api/work-list", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(GET, "/api/decisions", WHAT_IS_SHOWN, MANAGER, AUDITOR),
            Route.of(GET, "/api/decisions/{decisionId}", AREA_OF_DECISION, SCREENER, MANAGER, AUDITOR)
                    .underTheGlass(),
            Route.of(POST, "/api/decisions/{decisionId}/confirmation", AREA_OF_DECISION, SCREENER, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/override", AREA_OF_DECISION, SCREENER, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/countersignature", AREA_OF_DECISION, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/outcomes", AREA_OF_DECISION, SCREENER, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/correction", AREA_OF_DECISION, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/review", AREA_OF_DECISION, MANAGER, AUDITOR),
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/trail", AREA_IN_PATH, SCREENER, MANAGER, AUDITOR)
                    .underTheGlass(),
            Route.of(
                    GET, "/api/areas/{area}/young-people/{reference}/clocks", AREA_IN_PATH, SCREENER, MANAGER, AUDITOR),
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/readers", AREA_IN_PATH, MANAGER, AUDITOR),
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/subject-access", AREA_IN_PATH, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/erasure", AREA_OF_DECISION, MANAGER),
            Route.of(POST, "/api/areas/{area}/young-people/{reference}/erasure", AREA_IN_PATH, MANAGER),
            Route.of(POST, "/api/areas/{area}/young-people/{reference}/legal-hold", AREA_IN_PATH, MANAGER),
            Route.of(POST, "/api/areas/{area}/young-people/{reference}/legal-hold/release", AREA_IN_PATH, MANAGER),
            Route.of(GET, "/api/areas/{area}/retention", AREA_IN_PATH, MANAGER, AUDITOR),
            Route.of(GET, "/api/decisions/{decisionId}/proof", AREA_OF_DECISION, SCREENER, MANAGER, AUDITOR),
            Route.of(GET, "/api/decisions/{decisionId}/replay", AREA_OF_DECISION, MANAGER, AUDITOR),
            Route.of(GET, "/api/replays/latest", EVERY_AREA, MANAGER, AUDITOR),
            // about the log, in which nobody is named
            Route.signedIn(GET, "/api/log/key"),
            Route.signedIn(GET, "/api/log/checkpoint"),
            Route.of(POST, "/api/log/checkpoints", NOTHING_PERSONAL, MANAGER, AUDITOR),
            Route.signedIn(GET, "/api/log/inclusion"),
            Route.signedIn(GET, "/api/log/consistency"),
            // to be taken away: everything, with the keys to it
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/trail/export", AREA_IN_PATH, MANAGER, AUDITOR),
            Route.of(GET, "/api/decisions/{decisionId}/capsule", AREA_OF_DECISION, MANAGER, AUDITOR),
            Route.of(GET, "/api/log/export", EVERY_AREA, AUDITOR),
            Route.of(POST, "/api/verifications", EVERY_AREA, MANAGER, AUDITOR),
            Route.of(GET, "/api/verifications/latest", EVERY_AREA, MANAGER, AUDITOR),
            // about rules
            Route.signedIn(GET, "/api/factors"),
            Route.signedIn(GET, "/api/rule-sets/active"),
            Route.of(GET, "/api/rule-sets", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}", WHAT_IS_SHOWN, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/files", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/book", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/diff/{other}", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/api/rule-sets", WHAT_IS_SHOWN, POLICY),
            Route.of(POST, "/api/rule-sets/{hash}/check", NOTHING_PERSONAL, POLICY, APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/submission", WHAT_IS_SHOWN, POLICY),
            Route.of(POST, "/api/rule-sets/{hash}/acceptances", WHAT_IS_SHOWN, APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/approval", WHAT_IS_SHOWN, APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/rejection", WHAT_IS_SHOWN, POLICY, APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/activation", AREA_IN_BODY, APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/activation/withdrawal", AREA_IN_BODY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/reviews", WHAT_IS_SHOWN, MANAGER, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/impact-analyses", WHAT_IS_SHOWN, AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/api/impact-analyses", AREA_IN_BODY, POLICY, APPROVER),
            Route.of(GET, "/api/impact-analyses/{id}", AREA_OF_ANALYSIS, AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/api/impact-analyses/{id}/cancellation", AREA_OF_ANALYSIS, POLICY, APPROVER),
            // about this interface, and who is calling it
            Route.signedIn(GET, "/api/session"),
            Route.signedIn(GET, "/api/schemas/assessment.json"),
            Route.signedIn(GET, "/api/openapi.json"),
            Route.signedIn(GET, "/api/openapi.json.yaml"),
            // pages: what anybody sees
            Route.open(GET, "/"),
            Route.open(GET, "/sign-in"),
            Route.open(GET, "/tour"),
            Route.open(GET, "/assets/**"),
            // pages about young people
            Route.of(GET, "/work-list", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(GET, "/decisions", WHAT_IS_SHOWN, MANAGER, AUDITOR),
            Route.of(GET, "/young-people", NOTHING_PERSONAL, SCREENER, MANAGER, AUDITOR),
            Route.of(GET, "/areas/{area}/young-people/{reference}", AREA_IN_PATH, SCREENER, MANAGER, AUDITOR),
            Route.of(POST, "/areas/{area}/young-people/{reference}/behind-glass", AREA_IN_PATH, MANAGER, AUDITOR)
                    .underTheGlass(),
            Route.of(GET, "/drafts", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(POST, "/drafts", AREA_IN_BODY, SCREENER, MANAGER),
            Route.of(GET, "/drafts/{draft}", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(GET, "/drafts/{draft}/sections/{section}", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(POST, "/drafts/{draft}/sections/{section}", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(GET, "/drafts/{draft}/check", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(POST, "/drafts/{draft}/submission", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(POST, "/drafts/{draft}/discarding", WHAT_IS_SHOWN, SCREENER, MANAGER),
            Route.of(GET, "/decisions/{decisionId}", AREA_OF_DECISION, SCREENER, MANAGER, AUDITOR),
            Route.of(POST, "/decisions/{decisionId}/behind-glass", AREA_OF_DECISION, MANAGER, AUDITOR)
                    .underTheGlass(),
            Route.of(POST, "/decisions/{decisionId}/confirmation", AREA_OF_DECISION, SCREENER, MANAGER),
            Route.of(POST, "/decisions/{decisionId}/override", AREA_OF_DECISION, SCREENER, MANAGER),
            Route.of(POST, "/decisions/{decisionId}/countersignature", AREA_OF_DECISION, MANAGER),
            Route.of(GET, "/decisions/{decisionId}/copy.txt", AREA_OF_DECISION, SCREENER, MANAGER, AUDITOR),
            // pages for auditors: who looked, what was proven, what is in force
            Route.of(GET, "/audit", WHAT_IS_SHOWN, MANAGER, AUDITOR),
            Route.of(POST, "/audit/verifications", EVERY_AREA, MANAGER, AUDITOR),
            Route.of(GET, "/audit/log.ndjson", EVERY_AREA, AUDITOR),
            Route.of(GET, "/audit/activations", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/audit/activations/{sequence}", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.signedIn(GET, "/audit/limits"),
            Route.signedIn(GET, "/audit/transparency"),
            Route.of(GET, "/decisions/{decisionId}/proof", AREA_OF_DECISION, SCREENER, MANAGER, AUDITOR),
            Route.of(GET, "/decisions/{decisionId}/capsule.ndjson", AREA_OF_DECISION, MANAGER, AUDITOR),
            Route.of(GET, "/decisions/{decisionId}/replay", AREA_OF_DECISION, MANAGER, AUDITOR),
            Route.of(GET, "/areas/{area}/young-people/{reference}/readers", AREA_IN_PATH, MANAGER, AUDITOR),
            Route.of(GET, "/areas/{area}/young-people/{reference}/trail.ndjson", AREA_IN_PATH, MANAGER, AUDITOR),
            // pages about rules
            Route.of(GET, "/rules", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/rules/{hash}", WHAT_IS_SHOWN, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/rules/{hash}/book", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/rules/{hash}/diff/{other}", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/rules/{hash}/figures", NOTHING_PERSONAL, POLICY),
            Route.of(POST, "/rules/{hash}/figures", NOTHING_PERSONAL, POLICY),
            Route.of(GET, "/rules/{hash}/check", NOTHING_PERSONAL, AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/rules/{hash}/check", NOTHING_PERSONAL, POLICY, APPROVER),
            Route.of(POST, "/rules/{hash}/submission", WHAT_IS_SHOWN, POLICY),
            Route.of(POST, "/rules/{hash}/acceptances", WHAT_IS_SHOWN, APPROVER),
            Route.of(POST, "/rules/{hash}/approval", WHAT_IS_SHOWN, APPROVER),
            Route.of(POST, "/rules/{hash}/rejection", WHAT_IS_SHOWN, POLICY, APPROVER),
            Route.of(POST, "/rules/{hash}/activation", AREA_IN_BODY, APPROVER),
            Route.of(POST, "/rules/{hash}/activation/withdrawal", AREA_IN_BODY, APPROVER),
            Route.of(POST, "/rules/{hash}/analyses", AREA_IN_BODY, POLICY, APPROVER),
            Route.of(GET, "/rules/{hash}/analyses/{id}", AREA_OF_ANALYSIS, AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/rules/{hash}/analyses/{id}/cancellation", AREA_OF_ANALYSIS, POLICY, APPROVER),
            Route.of(GET, "/rules/{hash}/reviews", WHAT_IS_SHOWN, MANAGER, AUDITOR, POLICY, APPROVER),
            // about the service: whether it is well is for whoever starts it again, why is for its users
            Route.open(GET, "/actuator/health"),
            Route.open(GET, "/actuator/health/**"),
            Route.of(GET, "/actuator/prometheus", NOTHING_PERSONAL, MANAGER, POLICY, AUDITOR, OPERATOR));

    private AccessTable() {}

    private static final String ASSETS = "/assets/";

    private static final List<RequestMatcher> PAGES =
            ROUTES.stream().filter(Route::isPage).map(Route::address).toList();

    /** Whether this is about a page, which people see, and not about a call, which programs make. */
    static boolean isPage(HttpServletRequest request) {
        return request.getRequestURI().equals(PageAccessConfiguration.SIGN_OUT)
                || PAGES.stream().anyMatch(page -> page.matches(request));
    }

    static boolean isAsset(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ASSETS);
    }

    /** The row of a mapped call; none where nobody may make it. */
    static Optional<Route> row(String method, String pattern) {
        return ROUTES.stream()
                .filter(route -> route.pattern().equals(pattern) && route.hasMethod(method))
                .findFirst();
    }
}
