package org.waymark.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Finds who is signed in by their session, unless they send a token: that says alone who calls. The framework would else
 * add what the one may do to what the other may.
 */
final class BrowserSessions implements SecurityContextRepository {

    private final SecurityContextRepository thisCall = new RequestAttributeSecurityContextRepository();
    private final SecurityContextRepository sessions =
            new DelegatingSecurityContextRepository(thisCall, new HttpSessionSecurityContextRepository());

    /** Whether the call brings a token of its own. Another site can have a browser send its cookie, and never this. */
    static boolean isByToken(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    }

    private SecurityContextRepository of(HttpServletRequest request) {
        return isByToken(request) ? thisCall : sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return of(request).loadDeferredContext(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder call) {
        return of(call.getRequest()).loadContext(call);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return of(request).containsContext(request);
    }
}
