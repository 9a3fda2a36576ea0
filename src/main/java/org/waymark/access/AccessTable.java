package org.waymark.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.waymark.access.Role.APPROVER;
import static org.waymark.access.Role.AUDITOR;
import static org.waymark.access.Role.MANAGER;
import static org.waymark.access.Role.POLICY;
import static org.waymark.access.Role.SCREENER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Who may call what. What is not in this table nobody may call.
 *
 * <p>Nothing about a young person is for those who write or approve rules: they read rules and counts.
 */
final class AccessTable {

    static final List<Route> ROUTES = List.of(
            // about young people
            Route.of(POST, "/api/assessments", SCREENER, MANAGER),
            Route.of(POST, "/api/assessments:batch", SCREENER, MANAGER),
            Route.of(GET, "/api/decisions/{decisionId}", SCREENER, MANAGER, AUDITOR),
            Route.of(POST, "/api/decisions/{decisionId}/confirmation", SCREENER, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/override", SCREENER, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/countersignature", MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/outcomes", SCREENER, MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/correction", MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/review", MANAGER, AUDITOR),
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/trail", SCREENER, MANAGER, AUDITOR),
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/clocks", SCREENER, MANAGER, AUDITOR),
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/readers", MANAGER, AUDITOR),
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/subject-access", MANAGER),
            Route.of(POST, "/api/decisions/{decisionId}/erasure", MANAGER),
            Route.of(POST, "/api/areas/{area}/young-people/{reference}/erasure", MANAGER),
            Route.of(POST, "/api/areas/{area}/young-people/{reference}/legal-hold", MANAGER),
            Route.of(POST, "/api/areas/{area}/young-people/{reference}/legal-hold/release", MANAGER),
            Route.of(GET, "/api/areas/{area}/retention", MANAGER, AUDITOR),
            Route.of(GET, "/api/decisions/{decisionId}/proof", SCREENER, MANAGER, AUDITOR),
            Route.of(GET, "/api/decisions/{decisionId}/replay", MANAGER, AUDITOR),
            Route.of(GET, "/api/replays/latest", MANAGER, AUDITOR),
            // about the log, in which nobody is named
            Route.signedIn(GET, "/api/log/key"),
            Route.signedIn(GET, "/api/log/checkpoint"),
            Route.of(POST, "/api/log/checkpoints", MANAGER, AUDITOR),
            Route.signedIn(GET, "/api/log/inclusion"),
            Route.signedIn(GET, "/api/log/consistency"),
            // to be taken away: everything, with the keys to it
            Route.of(GET, "/api/areas/{area}/young-people/{reference}/trail/export", MANAGER, AUDITOR),
            Route.of(GET, "/api/decisions/{decisionId}/capsule", MANAGER, AUDITOR),
            Route.of(GET, "/api/log/export", AUDITOR),
            Route.of(POST, "/api/verifications", MANAGER, AUDITOR),
            Route.of(GET, "/api/verifications/latest", MANAGER, AUDITOR),
            // about rules
            Route.signedIn(GET, "/api/factors"),
            Route.signedIn(GET, "/api/rule-sets/active"),
            Route.of(GET, "/api/rule-sets", AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}", AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/files", AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/book", AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/diff/{other}", AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/api/rule-sets", POLICY),
            Route.of(POST, "/api/rule-sets/{hash}/check", POLICY, APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/submission", POLICY),
            Route.of(POST, "/api/rule-sets/{hash}/acceptances", APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/approval", APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/rejection", POLICY, APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/activation", APPROVER),
            Route.of(POST, "/api/rule-sets/{hash}/activation/withdrawal", APPROVER),
            Route.of(GET, "/api/rule-sets/{hash}/reviews", MANAGER, AUDITOR, POLICY, APPROVER),
            Route.of(GET, "/api/impact-analyses", AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/api/impact-analyses", POLICY, APPROVER),
            Route.of(GET, "/api/impact-analyses/{id}", AUDITOR, POLICY, APPROVER),
            Route.of(POST, "/api/impact-analyses/{id}/cancellation", POLICY, APPROVER),
            // about this interface
            Route.signedIn(GET, "/api/schemas/assessment.json"),
            Route.signedIn(GET, "/api/openapi.json"),
            Route.signedIn(GET, "/api/openapi.json.yaml"),
            // about the service: whether it is well is for whoever starts it again, why is for its users
            Route.open(GET, "/actuator/health"),
            Route.open(GET, "/actuator/health/**"),
            Route.of(GET, "/actuator/prometheus", MANAGER, POLICY, AUDITOR));

    private AccessTable() {}

    /** Whether some row speaks of this call, whoever makes it. */
    static boolean lists(HttpServletRequest request) {
        return ROUTES.stream().anyMatch(route -> route.matcher().matches(request));
    }
}
