package org.waymark.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says what a browser may do with an answer: not keep it, not guess what it is, not run or frame it, not hand it to
 * another site. A refusal says all of it, whichever part refused. An answer gets here what nobody else says of it; the
 * rest is said behind the sign-in, where a page may say more.
 */
final class SafeHeaders extends OncePerRequestFilter {

    private static final Map<String, String> APART = Map.of(
            "Permissions-Policy",
                    "camera=(), clipboard-read=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final Map<String, String> OF_A_REFUSAL = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    static void ofRefusal(HttpServletResponse response) {
        APART.forEach(response::setHeader);
        OF_A_REFUSAL.forEach(response::setHeader);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        APART.forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
