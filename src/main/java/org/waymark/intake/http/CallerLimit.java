package org.waymark.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds each person and each machine that signed in to their allowance, so that none of them takes it all. */
final class CallerLimit extends OncePerRequestFilter {

    /** The role of a caller that is no person. */
    private static final String MACHINE = "MACHINE";

    private final Allowance people;
    private final Allowance machines;

    CallerLimit(Allowance people, Allowance machines) {
        this.people = people;
        this.machines = machines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        if (caller != null) {
            Allowance allowance = request.isUserInRole(MACHINE) ? machines : people;
            long seconds = allowance.take(caller.getName());
            if (seconds > 0) {
                TooMany.answer(response, seconds, "you have asked more often than one caller may");
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
