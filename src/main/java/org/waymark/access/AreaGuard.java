package org.waymark.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds each mapped call to its row. The filters let a user through to an address that is in no row, to be told that
 * nothing is there; where something is there after all, it stays shut. And what is about an area that is none of the
 * caller's is answered here, before anything is looked at that only an existing thing has: what exists elsewhere and what
 * exists nowhere take the same way out.
 */
final class AreaGuard implements HandlerInterceptor {

    private final AccessDeniedHandler refusals;
    private final DecisionAreas decisions;
    private final BreakGlass glass;

    AreaGuard(AccessDeniedHandler refusals, DecisionAreas decisions, BreakGlass glass) {
        this.refusals = refusals;
        this.decisions = decisions;
        this.glass = glass;
    }

    /** @throws OutOfAreas where the call is about young people of whom the caller may not know */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        Optional<Route> row = AccessTable.row(
                request.getMethod(),
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        Caller caller = Caller.of(request.getUserPrincipal());
        if (row.isEmpty() || !row.get().open() && !caller.isAnyOf(row.get().roles())) {
            refusals.handle(request, response, new AuthorizationDeniedException("not in the table of access"));
            return false;
        }
        hold(row.get(), caller, request);
        return true;
    }

    private void hold(Route row, Caller caller, HttpServletRequest request) {
        boolean within = switch (row.scope()) {
            case AREA_IN_PATH -> caller.areas().has(variable(request, "area"));
            case AREA_OF_DECISION ->
                caller.areas().all()
                        || decisions
                                .areaOf(variable(request, "decisionId"))
                                .filter(caller.areas()::has)
                                .isPresent();
            case EVERY_AREA -> caller.areas().all();
            // Only what takes in a body, or makes an answer, knows what is in it.
            case AREA_IN_BODY, AREA_OF_ANALYSIS, WHAT_IS_SHOWN, NOTHING_PERSONAL -> true;
        };
        if (!within && !(row.underGlass() && glass.isBroken(caller, request))) {
            throw new OutOfAreas(refusal(row.scope()), caller.areas());
        }
    }

    private static OutOfAreas.What refusal(Scope scope) {
        return switch (scope) {
            case AREA_OF_DECISION -> OutOfAreas.What.DECISION;
            case EVERY_AREA -> OutOfAreas.What.EVERYTHING;
            default -> OutOfAreas.What.ADDRESS;
        };
    }

    /** As the controller is given it. */
    private static String variable(HttpServletRequest request, String name) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(Objects.requireNonNull((Map<?, ?>) variables).get(name));
    }
}
