package org.waymark.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One row of the table: a call, who may make it, and of which young people it may speak. None can be written without
 * that.
 *
 * @param pattern as it is mapped, to the letter
 * @param open whether it needs no user at all
 * @param underGlass whether managers and auditors may make it for another area, with a reason and an alarm
 */
record Route(HttpMethod method, String pattern, Scope scope, Set<Role> roles, boolean open, boolean underGlass) {

    /** Who may break the glass. */
    static final Set<Role> GLASS = EnumSet.of(Role.MANAGER, Role.AUDITOR);

    Route {
        roles = Set.copyOf(roles);
        boolean ofOnePerson = scope == Scope.AREA_IN_PATH || scope == Scope.AREA_OF_DECISION;
        // The only posts that read, and change nothing.
        boolean reads =
                method.equals(HttpMethod.GET) || method.equals(HttpMethod.POST) && pattern.endsWith(BreakGlass.BEHIND);
        if (underGlass && !(ofOnePerson && reads)) {
            throw new IllegalArgumentException("the glass is over what is read of one young person, and nothing else");
        }
    }

    static Route of(HttpMethod method, String pattern, Scope scope, Role... roles) {
        return new Route(method, pattern, scope, EnumSet.copyOf(Arrays.asList(roles)), false, false);
    }

    /** A call that every user may make, whatever their role. */
    static Route signedIn(HttpMethod method, String pattern) {
        return new Route(method, pattern, Scope.NOTHING_PERSONAL, EnumSet.allOf(Role.class), false, false);
    }

    /** A call that needs no user. */
    static Route open(HttpMethod method, String pattern) {
        return new Route(method, pattern, Scope.NOTHING_PERSONAL, EnumSet.allOf(Role.class), true, false);
    }

    /** The same, that managers and auditors may make for another area too, having said why. */
    Route underTheGlass() {
        return new Route(method, pattern, scope, roles, open, true);
    }

    /** Whoever may read something may also ask for its head. */
    RequestMatcher matcher() {
        RequestMatcher path = address();
        return request -> hasMethod(request.getMethod()) && path.matches(request);
    }

    /** Whether people see it with a browser; all else is for programs. */
    boolean isPage() {
        return !pattern.startsWith("/api/") && !pattern.startsWith("/actuator/");
    }

    /** Whatever is asked for at this address. */
    RequestMatcher address() {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    boolean hasMethod(String asked) {
        return asked.equals(method.name()) || asked.equals("HEAD") && method.equals(HttpMethod.GET);
    }

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
