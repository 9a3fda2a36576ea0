package org.waymark.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in front of everything and counts, for each address, how often nobody came in: passwords and tokens are not
 * to be guessed, and trying one costs the service more than the guesser. An address that has used up its attempts is
 * told to wait, before anything of what it sends is looked at.
 */
final class FailedSignIns extends OncePerRequestFilter {

    private static final int NOBODY_WE_KNOW = 401;

    private final Allowance attempts;

    FailedSignIns(Allowance attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = RemoteNet.of(request.getRemoteAddr());
        long seconds = attempts.wait(address);
        if (seconds > 0) {
            TooMany.answer(response, seconds, "from this address nobody was let in too often");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == NOBODY_WE_KNOW) {
            attempts.take(address);
        }
    }
}
