package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One row of the table: a call, and who may make it.
 *
 * @param pattern as it is mapped, to the letter
 * @param open whether it needs no user at all
 */
record Route(HttpMethod method, String pattern, Set<Role> roles, boolean open) {

    Route {
        roles = Set.copyOf(roles);
    }

    static Route of(HttpMethod method, String pattern, Role first, Role... others) {
        return new Route(method, pattern, EnumSet.of(first, others), false);
    }

    /** A call that every user may make, whatever their role. */
    static Route signedIn(HttpMethod method, String pattern) {
        return new Route(method, pattern, EnumSet.allOf(Role.class), false);
    }

    static Route open(HttpMethod method, String pattern) {
        return new Route(method, pattern, EnumSet.allOf(Role.class), true);
    }

    /** Whoever may read something may also ask for its head. */
    RequestMatcher matcher() {
        RequestMatcher path = PathPatternRequestMatcher.withDefaults().matcher(pattern);
        return request -> hasMethod(request) && path.matches(request);
    }

    private boolean hasMethod(HttpServletRequest request) {
        String asked = request.getMethod();
        return asked.equals(method.name()) || asked.equals("HEAD") && method.equals(HttpMethod.GET);
    }

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
