package org.waymark.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site has a browser ask: a browser sends a password that it remembers with whatever any
 * page asks for, and a reading is an entry of the trail too. Browsers say where a request comes from (Fetch Metadata,
 * W3C); whoever is no browser says nothing, and is let through. A link that somebody follows is let through as well.
 */
final class CrossSiteGuard extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> EMBEDDED = Set.of("object", "embed", "frame", "iframe");

    private final AccessDeniedHandler refused;

    CrossSiteGuard(AccessDeniedHandler refused) {
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site == null || OURS.contains(site) || isLink(request)) {
            chain.doFilter(request, response);
        } else {
            refused.handle(request, response, new AccessDeniedException("asked for by a page of another site"));
        }
    }

    private static boolean isLink(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && !EMBEDDED.contains(String.valueOf(request.getHeader("Sec-Fetch-Dest")));
    }
}
