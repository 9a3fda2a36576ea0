package org.waymark.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** Holds the pages to the same table as the calls; they differ in how somebody signs in, and in how a refusal reads. */
@Configuration(proxyBeanMethods = false)
class PageAccessConfiguration {

    /** Where somebody with a browser signs in and out, in every kind of sign-in. */
    static final String SIGN_IN = "/sign-in";

    static final String SIGN_OUT = "/sign-out";

    /** What a page may load, and where it may send to: this service alone. No script or style stands in a page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain pageFilters(HttpSecurity http, SignIn signIn, PageFace face) throws Exception {
        http.securityMatcher(AccessTable::isPage);
        http.authorizeHttpRequests(HttpAccessConfiguration::table);
        signIn.addToPages(http, face);
        http.addFilterAfter(new CrossSiteGuard(face::forbidden), HeaderWriterFilter.class);
        http.exceptionHandling(problems -> problems.authenticationEntryPoint(
                        (request, response, unknown) -> response.sendRedirect(SIGN_IN))
                .accessDeniedHandler(face::forbidden));
        // Nobody is sent back to an address that somebody else may have chosen.
        http.requestCache(AbstractHttpConfigurer::disable);
        http.headers(PageAccessConfiguration::headers);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        StaticHeadersWriter notKept = new StaticHeadersWriter("Cache-Control", "no-store");
        headers.addHeaderWriter((request, response) -> {
            // What the pages are made of is the same for everybody.
            if (!AccessTable.isAsset(request)) {
                notKept.writeHeaders(request, response);
            }
        });
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
