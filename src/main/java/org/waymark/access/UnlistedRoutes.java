package org.waymark.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what is mapped but not in the table. The filters let a user through to an address that is in no row, to be
 * told that nothing is there; where something is there after all, it stays shut.
 */
final class UnlistedRoutes implements HandlerInterceptor {

    private final AccessDeniedHandler refusals;

    UnlistedRoutes(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        if (AccessTable.lists(request)) {
            return true;
        }
        refusals.handle(request, response, new AuthorizationDeniedException("not in the table of access"));
        return false;
    }
}
