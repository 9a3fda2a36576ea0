package org.waymark.pages.audit;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.access.Role;

/** Somebody who is signed in, with a role and areas, behind the service's own filters. */
public record Somebody(MockMvc service, MockHttpSession session) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    public static Somebody with(MockMvc service, Role role, Areas areas) {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new UsernamePasswordAuthenticationToken(
                        role.user(), null, Caller.authorities(List.of(role), areas))));
        return new Somebody(service, session);
    }

    MockHttpServletResponse opens(String address) throws Exception {
        return answer(get(URI.create(address)));
    }

    public String reads(String address) throws Exception {
        MockHttpServletResponse answer = opens(address);
        if (answer.getStatus() != 200) {
            throw new AssertionError(address + " answered " + answer.getStatus() + ": " + answer.getContentAsString());
        }
        return answer.getContentAsString();
    }

    /** Sends a form of a page, with what the page hides in it. */
    MockHttpServletResponse sends(String page, String address) throws Exception {
        Matcher token = TOKEN.matcher(reads(page));
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return answer(post(URI.create(address)).param("_csrf", token.group(1)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return service.perform(request.session(session)).andReturn().getResponse();
    }
}
