package org.waymark.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;

/**
 * Holds the calls of programs to what any of them could need behind its address. The server itself has one limit for
 * these and for the fields of a page's form, of which there are many more.
 */
final class ShortQueries extends OncePerRequestFilter {

    private static final int MOST = 20;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String address = request.getServletPath();
        return !address.startsWith("/api") && !address.startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query != null && query.chars().filter(one -> one == '&').count() >= MOST) {
            ProblemWriter.write(response, Problem.of(ProblemKind.BAD_REQUEST, ProblemAdvice.UNREADABLE_QUERY));
            return;
        }
        chain.doFilter(request, response);
    }
}
